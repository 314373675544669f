#include "views/cluster_painter.h"

#include "views/signs.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace rgsim::gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ClusterPainter)
};

// So many lines of unbroken rules can be told apart; with more, only those of what is pointed at.
constexpr std::size_t mostQuietRules = 16;
constexpr std::size_t mostQuietRulesIfSmall = 6;

bool contains(const std::vector<int>& list, std::size_t index)
{
    return std::find(list.begin(), list.end(), static_cast<int>(index)) != list.end();
}

QRectF squareAt(const QRectF& box, qreal left, qreal side)
{
    return {left, box.center().y() - side / 2, side, side};
}

} // namespace

struct ClusterPainter::Canvas {
    QPainter& painter;
    const ClusterScene& scene;
    const ClusterLayout& layout;
    const Emphasis& emphasis;
    QRectF visible;

    bool shows(const QRectF& box) const { return visible.isNull() || visible.intersects(box); }
    const SceneChip& chip(std::size_t i) const { return scene.chips[i]; }
};

void ClusterPainter::paint(QPainter& painter, const ClusterScene& scene,
                           const ClusterLayout& layout, const Emphasis& emphasis,
                           const QRectF& visible) const
{
    const Canvas canvas{painter, scene, layout, emphasis, visible};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(visible.isNull() ? QRectF({}, layout.size) : visible, m_look.paper());
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        if (canvas.shows(layout.nodes[i].box))
            paintNode(canvas, i);
    }
    paintTray(canvas);
    paintRules(canvas, false);
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) { // above the lines
        if (canvas.shows(layout.nodes[i].header))
            paintNodeHeader(canvas, i);
    }
    for (std::size_t i = 0; i < layout.chips.size(); ++i) {
        if (canvas.shows(layout.chips[i].adjusted(-4, -4, 4, 4)))
            paintChip(canvas, i);
    }
    paintRules(canvas, true);
    paintGhosts(canvas);
    paintLegend(canvas);
}

void ClusterPainter::paintText(const Canvas& canvas, const QRectF& box, const QString& text,
                               const QColor& colour, bool isBold, Qt::TextElideMode elide) const
{
    QFont font = m_font;
    font.setBold(isBold);
    canvas.painter.setFont(font);
    canvas.painter.setPen(colour);
    const QFontMetricsF metrics(font);
    canvas.painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                            metrics.elidedText(text, elide, box.width()));
}

void ClusterPainter::paintNode(const Canvas& canvas, std::size_t index) const
{
    const SceneNode& node = canvas.scene.nodes[index];
    const NodeBox& box = canvas.layout.nodes[index];
    const Look look = m_look.node(node.state, node.node);
    const qreal em = canvas.layout.em;
    const qreal round = em * 0.35;
    QPainter& painter = canvas.painter;
    const bool isDown = node.state == NodeState::Off || node.state == NodeState::Lost;
    painter.setBrush(isDown ? m_look.node(NodeState::Off, node.node).fill : m_look.paper());
    QPen pen(isDown ? m_look.quiet() : m_look.ink(), isDown ? 1.0 : 1.4);
    if (node.state == NodeState::Lost)
        pen = look.outline;
    if (static_cast<int>(index) == canvas.emphasis.selectedNode)
        pen = QPen(m_look.accent(), em * 0.18);
    if (static_cast<int>(index) == canvas.emphasis.dropNode)
        pen = QPen(m_look.accent(), em * 0.22, Qt::DashLine);
    painter.setPen(pen);
    painter.drawRoundedRect(box.box, round, round);
    if (contains(canvas.emphasis.highlightedNodes, index)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_look.accent(), em * 0.3, Qt::DotLine));
        painter.drawRoundedRect(box.box, round, round);
    }
}

// The state stands in a swatch with its pattern and as words beside it; words on patterns are hard
// to read.
void ClusterPainter::paintNodeHeader(const Canvas& canvas, std::size_t index) const
{
    const SceneNode& node = canvas.scene.nodes[index];
    const QRectF& header = canvas.layout.nodes[index].header;
    const Look look = m_look.node(node.state, node.node);
    const qreal em = canvas.layout.em;
    QPainter& painter = canvas.painter;
    const qreal edge = em * 0.3;
    const QRectF swatch(header.left() + edge, header.top() + edge, em * 1.5,
                        header.height() - 2 * edge);
    painter.setPen(look.outline.style() == Qt::NoPen ? QPen(m_look.quiet()) : look.outline);
    painter.setBrush(look.fill);
    painter.drawRoundedRect(swatch, edge, edge);
    if (look.pattern.style() != Qt::NoBrush) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.pattern);
        painter.drawRoundedRect(swatch, edge, edge);
    }
    const qreal side = em * 0.75;
    const QRectF square(swatch.center().x() - side / 2, swatch.center().y() - side / 2, side, side);
    if (look.pattern.style() != Qt::NoBrush) { // the sign needs quiet ground
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.fill);
        painter.drawEllipse(square.adjusted(-edge * 0.7, -edge * 0.7, edge * 0.7, edge * 0.7));
    }
    drawSign(painter, signOf(node), square, look.ink);
    const qreal left = swatch.right() + em * 0.4;
    const QRectF line(left, header.top() + edge * 0.6, header.right() - left - edge,
                      header.height() / 2 - edge * 0.6);
    paintText(canvas, line, node.name, m_look.ink(), true);
    const bool isAlarming = node.state == NodeState::Lost || node.state == NodeState::Isolated;
    paintText(canvas, line.translated(0, line.height()), node.stateText,
              isAlarming ? m_look.alarm() : m_look.ink());
    if (static_cast<int>(index) == canvas.emphasis.focusedNode) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_look.ink(), 1, Qt::DotLine));
        painter.drawRoundedRect(header.adjusted(3, 3, -3, -3), edge, edge);
    }
}

void ClusterPainter::paintTray(const Canvas& canvas) const
{
    if (!canvas.shows(canvas.layout.tray))
        return;
    QPainter& painter = canvas.painter;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_look.quiet(), 1, Qt::DotLine));
    painter.drawRoundedRect(canvas.layout.tray, 4, 4);
    const QString text = canvas.scene.notRunning.empty() ? Words::tr("Every service has a node")
                                                         : Words::tr("On no node");
    paintText(canvas, canvas.layout.trayHeader.adjusted(canvas.layout.em * 0.5, 0, 0, 0), text,
              m_look.ink());
}

void ClusterPainter::paintChip(const Canvas& canvas, std::size_t index) const
{
    const bool isFaint = contains(canvas.emphasis.leavingChips, index) ||
                         canvas.chip(index).service == canvas.emphasis.dragged;
    if (isFaint)
        canvas.painter.setOpacity(0.5);
    paintChipFrame(canvas, index);
    paintChipText(canvas, index);
    canvas.painter.setOpacity(1);
}

void ClusterPainter::paintChipFrame(const Canvas& canvas, std::size_t index) const
{
    const SceneChip& chip = canvas.chip(index);
    const QRectF& box = canvas.layout.chips[index];
    QPainter& painter = canvas.painter;
    const qreal em = canvas.layout.em;
    const qreal round = em * 0.3;
    const Look belief = m_look.belief(chip.belief, chip.isPhantom);
    const bool isTruth = chip.truth == ChipTruth::Whole || chip.truth == ChipTruth::Partly;
    const Look truth = isTruth ? m_look.truth(chip.node, chip.truth == ChipTruth::Whole) : Look();
    painter.setPen(Qt::NoPen);
    painter.setBrush(isTruth                            ? truth.fill
                     : chip.truth == ChipTruth::Unknown ? belief.fill
                                                        : m_look.paper());
    painter.drawRoundedRect(box, round, round);
    const QBrush pattern = chip.hasRecord ? belief.pattern : truth.pattern;
    if (pattern.style() != Qt::NoBrush) { // below the sign and at the foot: text stays readable
        painter.setBrush(pattern);
        painter.drawRect(QRectF(box.left(), box.top(), em * 1.35, box.height()));
        painter.drawRect(QRectF(box.left(), box.bottom() - em * 0.2, box.width(), em * 0.2));
    }
    painter.setBrush(Qt::NoBrush);
    if (chip.hasRecord) {
        const bool isResting = chip.node == noNode && belief.outline.style() == Qt::SolidLine;
        QPen pen = belief.outline.style() == Qt::NoPen ? QPen(m_look.quiet(), 1, Qt::DotLine)
                                                       : belief.outline;
        if (!isResting && !chip.isPhantom && chip.belief.exists)
            pen = QPen(m_look.ink(), em * 0.11);
        painter.setPen(pen);
        painter.drawRoundedRect(box, round, round);
    }
    const int self = static_cast<int>(index);
    if (chip.breaksRule) {
        painter.setPen(QPen(m_look.alarm(), em * 0.2));
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), round, round);
    }
    if (contains(canvas.emphasis.highlightedChips, index)) {
        painter.setPen(QPen(m_look.accent(), em * 0.25, Qt::DotLine));
        painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), round, round);
    }
    if (self == canvas.emphasis.selectedChip || self == canvas.emphasis.hoveredChip) {
        painter.setPen(QPen(m_look.accent(), em * 0.16));
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), round, round);
    }
    if (self == canvas.emphasis.focusedChip) {
        painter.setPen(QPen(isTruth ? truth.ink : m_look.ink(), 1, Qt::DotLine));
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), round, round);
    }
}

void ClusterPainter::paintChipText(const Canvas& canvas, std::size_t index) const
{
    const SceneChip& chip = canvas.chip(index);
    const QRectF& box = canvas.layout.chips[index];
    const qreal em = canvas.layout.em;
    const bool isTruth = chip.truth == ChipTruth::Whole || chip.truth == ChipTruth::Partly;
    const QColor ink = isTruth ? m_look.truth(chip.node, chip.truth == ChipTruth::Whole).ink
                       : chip.isPhantom ? m_look.alarm()
                                        : m_look.ink();
    const qreal side = em * 0.7;
    const QRectF square = squareAt(box, box.left() + em * 0.35, side);
    if (!isTruth && m_look.belief(chip.belief, chip.isPhantom).pattern.style() != Qt::NoBrush) {
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(m_look.paper());
        canvas.painter.drawEllipse(square.adjusted(-2, -2, 2, 2));
    }
    drawSign(canvas.painter, signOf(chip), square, ink);
    QRectF text = box.adjusted(em * 1.4, 0, -em * 0.2, 0);
    qreal nameEnd = text.right();
    if (chip.belief.exists && chip.belief.frozen && chip.hasRecord) {
        drawSign(canvas.painter, Sign::Frozen,
                 QRectF(box.right() - em * 0.95, box.top() + em * 0.2, side, side), ink);
        nameEnd = box.right() - em;
    }
    if (canvas.layout.isSmall) {
        text.setRight(nameEnd);
        paintText(canvas, text, chip.name, ink);
        return;
    }
    text.adjust(0, em * 0.2, 0, -em * 0.25);
    const QRectF upper(text.left(), text.top(), text.width(), text.height() / 2);
    paintText(canvas, upper.adjusted(0, 0, nameEnd - upper.right(), 0), chip.name, ink, true);
    paintText(canvas, upper.translated(0, upper.height()), chip.state, ink);
}

void ClusterPainter::paintRules(const Canvas& canvas, bool areBroken) const
{
    const std::vector<SceneRule>& rules = canvas.scene.rules;
    QPainter& painter = canvas.painter;
    const qreal em = canvas.layout.em;
    const bool areMany =
        rules.size() > (canvas.layout.isSmall ? mostQuietRulesIfSmall : mostQuietRules);
    const Emphasis& emphasis = canvas.emphasis;
    const auto isPointedAt = [&](int chip) {
        return chip == emphasis.selectedChip || chip == emphasis.hoveredChip ||
               chip == emphasis.focusedChip;
    };
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const SceneRule& rule = rules[i];
        const bool isPointed = isPointedAt(rule.first) || isPointedAt(rule.second);
        if (rule.isBroken != areBroken || (!areBroken && areMany && !isPointed))
            continue;
        const RuleLine& line = canvas.layout.rules[i];
        const QRectF around = QRectF(line.line.p1(), line.line.p2()).normalized();
        if (!canvas.shows(around.adjusted(-em, -em, em, em)))
            continue;
        if (areBroken)
            painter.setPen(QPen(m_look.alarm(), em * 0.28, Qt::SolidLine, Qt::RoundCap));
        else
            painter.setPen(QPen(isPointed ? m_look.ink() : m_look.quiet(), isPointed ? 1.8 : 1.2,
                                Qt::DashDotLine));
        painter.drawLine(line.line);
        const qreal side = em * (areBroken ? 1.0 : 0.8);
        const QRectF square(line.sign.x() - side / 2, line.sign.y() - side / 2, side, side);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look.paper());
        painter.drawEllipse(square.adjusted(-2, -2, 2, 2));
        if (areBroken)
            drawSign(painter, Sign::Alarm, square, m_look.alarm());
        else
            drawSign(painter, Sign::Apart, square, isPointed ? m_look.ink() : m_look.quiet());
    }
}

void ClusterPainter::paintGhost(const Canvas& canvas, const QRectF& box, const QString& text,
                                NodeIndex node, bool isPhantom) const
{
    QPainter& painter = canvas.painter;
    const qreal em = canvas.layout.em;
    QColor fill = node == noNode || isPhantom ? m_look.paper() : m_look.pale(node);
    fill.setAlphaF(0.75F);
    painter.setBrush(fill);
    painter.setPen(QPen(isPhantom ? m_look.alarm() : m_look.accent(), em * 0.12, Qt::DashLine));
    painter.drawRoundedRect(box, em * 0.3, em * 0.3);
    const qreal side = em * 0.65;
    drawSign(painter, isPhantom ? Sign::Question : Sign::Moves,
             squareAt(box, box.left() + em * 0.3, side), m_look.ink());
    // The time stands at the end, and matters more than the middle of a name.
    paintText(canvas, box.adjusted(em * 1.2, 0, -em * 0.2, 0), text, m_look.ink(), false,
              Qt::ElideMiddle);
}

// Ghosts lie in the room below the chips, in as many rows and columns as fit.
void ClusterPainter::paintGhostsIn(const Canvas& canvas, const QRectF& room,
                                   const std::vector<const Ghost*>& ghosts) const
{
    const qreal em = canvas.layout.em;
    const qreal gap = em * 0.3;
    const qreal height = std::min(em * 1.4, room.height());
    const qreal widest = em * 14;
    const auto columns = std::max(1, static_cast<int>((room.width() + gap) / (em * 10 + gap)));
    const auto rows = std::max(1, static_cast<int>((room.height() + gap) / (height + gap)));
    const auto most = static_cast<std::size_t>(columns * rows);
    const std::size_t shown = std::min(ghosts.size(), most);
    const qreal width = std::min((room.width() + gap) / columns - gap, widest);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto column = static_cast<qreal>(i % static_cast<std::size_t>(columns));
        const auto row = static_cast<qreal>(i / static_cast<std::size_t>(columns));
        const QRectF box(room.left() + column * (width + gap), room.top() + row * (height + gap),
                         width, height);
        const auto rest = static_cast<int>(ghosts.size() - i);
        if (i + 1 < shown || rest == 1)
            paintGhost(canvas, box, ghosts[i]->text, ghosts[i]->node, ghosts[i]->isPhantom);
        else
            paintGhost(canvas, box,
                       i == 0 ? Words::tr("%n in all", nullptr, rest)
                              : Words::tr("and %n more", nullptr, rest),
                       ghosts[i]->node, false);
    }
}

void ClusterPainter::paintGhosts(const Canvas& canvas) const
{
    const qreal em = canvas.layout.em;
    std::vector<std::vector<const Ghost*>> byNode(canvas.layout.nodes.size() + 1);
    for (const Ghost& ghost : canvas.emphasis.ghosts) {
        const bool isPlaced = ghost.node != noNode;
        byNode[isPlaced ? static_cast<std::size_t>(ghost.node) : byNode.size() - 1].push_back(
            &ghost);
    }
    for (std::size_t i = 0; i < canvas.layout.nodes.size(); ++i)
        paintGhostsIn(canvas, canvas.layout.nodes[i].ghosts, byNode[i]);
    QRectF tray = canvas.layout.trayHeader;
    tray.setLeft(tray.left() + std::min(tray.width() / 2, em * 12));
    paintGhostsIn(canvas, tray, byNode.back());
    canvas.painter.setPen(QPen(m_look.alarm(), em * 0.25));
    for (const int node : canvas.emphasis.crossedNodes) {
        const QRectF box = canvas.layout.nodes[static_cast<std::size_t>(node)].box.adjusted(
            em * 0.4, em * 0.4, -em * 0.4, -em * 0.4);
        canvas.painter.drawLine(box.topLeft(), box.bottomRight());
        canvas.painter.drawLine(box.topRight(), box.bottomLeft());
    }
}

void ClusterPainter::paintLegend(const Canvas& canvas) const
{
    const QRectF& area = canvas.layout.legend;
    if (!canvas.shows(area))
        return;
    const qreal em = canvas.layout.em;
    QPainter& painter = canvas.painter;
    const QFontMetricsF metrics(m_font);
    qreal left = area.left() + em * 0.3;
    enum class Box { Runs, Phantom, Truth, Changing, None };
    const std::vector<std::tuple<Box, Sign, QString>> entries = {
        {Box::Runs, Sign::Nothing, Words::tr("record, and it runs")},
        {Box::Phantom, Sign::Nothing, Words::tr("record only")},
        {Box::Truth, Sign::Nothing, Words::tr("runs, no record here")},
        {Box::Changing, Sign::Nothing, Words::tr("changing")},
        {Box::None, Sign::Apart, Words::tr("keep apart")},
        {Box::None, Sign::Alarm, Words::tr("not kept apart")},
        {Box::None, Sign::Frozen, Words::tr("frozen")},
    };
    for (const auto& [box, sign, text] : entries) {
        const qreal width = em * 1.3 + metrics.horizontalAdvance(text) + em;
        if (left + width - em > area.right())
            break;
        const QRectF square = squareAt(area, left, em * 0.9);
        painter.setPen(box == Box::Truth     ? QPen(Qt::NoPen)
                       : box == Box::Phantom ? QPen(m_look.alarm(), 1.6, Qt::DashLine)
                                             : QPen(m_look.ink(), em * 0.11));
        const bool isFilled = box == Box::Runs || box == Box::Truth;
        painter.setBrush(isFilled               ? QBrush(m_look.strong(0))
                         : box == Box::Changing ? QBrush(m_look.ink(), Qt::BDiagPattern)
                                                : QBrush(Qt::NoBrush));
        if (box != Box::None)
            painter.drawRoundedRect(square, 3, 3);
        drawSign(painter, sign, square, m_look.ink());
        paintText(canvas, QRectF(left + em * 1.3, area.top(), width, area.height()), text,
                  m_look.ink());
        left += width;
    }
}

} // namespace rgsim::gui
