#include "views/cluster_layout.h"

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

namespace {

// In widths of a letter.
constexpr qreal narrowestNode = 22;
constexpr qreal narrowestSmallNode = 15;
constexpr qreal ghostHeight = 1.4; // in lines of text
constexpr qreal widestChip = 22;
constexpr qreal narrowestChip = 14; // room for "record only"

class LayoutMaker {
public:
    LayoutMaker(const ClusterScene& scene, const QFontMetricsF& metrics, QSizeF available)
        : m_scene(scene), m_metrics(metrics), m_available(available)
    {
    }
    ClusterLayout make();

private:
    void chooseSizes();
    void chooseColumns();
    bool fitsInLargeChips() const;
    qreal neededChipWidth() const;
    /// Of the tray without chips and the legend.
    qreal footHeight() const { return 3 * m_gap + 2.6 * m_layout.em; }
    int chipsPerRow(qreal width) const;
    qreal heightOfChips(int count, qreal width) const;
    void placeNodes();
    void placeChips(const std::vector<int>& chips, QRectF area);
    void placeTray(qreal top);
    void placeRules();

    const ClusterScene& m_scene;
    QFontMetricsF m_metrics;
    QSizeF m_available;
    ClusterLayout m_layout;
    qreal m_gap = 0;
    qreal m_unit = 0; ///< width of a letter
    int m_columns = 1;
    qreal m_boxWidth = 0;
    qreal m_headerHeight = 0;
};

int rowsOf(int count, int perRow)
{
    return (count + perRow - 1) / perRow;
}

qreal LayoutMaker::neededChipWidth() const
{
    qreal widest = 0;
    for (const SceneChip& chip : m_scene.chips)
        widest = std::max(widest, m_metrics.horizontalAdvance(chip.name));
    return widest + m_layout.em * 1.4 + m_gap * 1.5; // the sign, and room on both sides
}

int LayoutMaker::chipsPerRow(qreal width) const
{
    return std::max(1, static_cast<int>((width + m_gap) / (m_layout.chipSize.width() + m_gap)));
}

qreal LayoutMaker::heightOfChips(int count, qreal width) const
{
    return rowsOf(count, chipsPerRow(width)) * (m_layout.chipSize.height() + m_gap);
}

void LayoutMaker::chooseColumns()
{
    const int nodes = std::max(1, static_cast<int>(m_scene.nodes.size()));
    const qreal letters = m_layout.isSmall ? narrowestSmallNode : narrowestNode;
    const qreal narrowest = m_unit * letters + 2 * m_gap;
    const qreal width = std::max(m_available.width(), narrowest + 2 * m_gap);
    const int most = static_cast<int>((width - m_gap) / (narrowest + m_gap));
    m_columns = std::clamp(most, 1, nodes);
    m_columns = rowsOf(nodes, rowsOf(nodes, m_columns)); // no row much shorter than others
    m_boxWidth = (width - m_gap) / m_columns - m_gap;
    m_layout.size.setWidth(width);
}

void LayoutMaker::chooseSizes()
{
    const qreal lines = m_layout.isSmall ? 1 : 2;
    const qreal content = m_boxWidth - 2 * m_gap;
    const qreal least = m_layout.isSmall ? 0 : m_unit * narrowestChip + m_layout.em * 1.4;
    const qreal wanted = std::clamp(neededChipWidth(), least, m_unit * widestChip + least);
    m_layout.chipSize = QSizeF(std::min(wanted, content),
                               m_layout.em * lines + (m_layout.isSmall ? 0.15 : 0.5) * m_layout.em);
    m_headerHeight = m_layout.em * 2 + m_gap;
}

// By numbers alone: services spread evenly, and one row of chips more for ghosts.
bool LayoutMaker::fitsInLargeChips() const
{
    const int nodes = std::max(1, static_cast<int>(m_scene.nodes.size()));
    const auto services = std::count_if(m_scene.chips.begin(), m_scene.chips.end(),
                                        [](const SceneChip& chip) { return chip.hasRecord; });
    const int perNode = rowsOf(static_cast<int>(services), nodes);
    const qreal box = m_headerHeight + heightOfChips(perNode, m_boxWidth - 2 * m_gap) +
                      ghostHeight * m_layout.em + 2 * m_gap;
    return rowsOf(nodes, m_columns) * (box + m_gap) + footHeight() <= m_available.height();
}

void LayoutMaker::placeChips(const std::vector<int>& chips, QRectF area)
{
    const int perRow = chipsPerRow(area.width());
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const int column = static_cast<int>(i) % perRow;
        const int row = static_cast<int>(i) / perRow;
        const QPointF corner(area.left() + column * (m_layout.chipSize.width() + m_gap),
                             area.top() + row * (m_layout.chipSize.height() + m_gap));
        m_layout.chips[static_cast<std::size_t>(chips[i])] = QRectF(corner, m_layout.chipSize);
    }
}

void LayoutMaker::placeNodes()
{
    const auto count = static_cast<int>(m_scene.nodes.size());
    const int rows = rowsOf(count, m_columns);
    const qreal content = m_boxWidth - 2 * m_gap;
    const qreal bare = m_headerHeight + ghostHeight * m_layout.em + 2 * m_gap;
    std::vector<qreal> heights(static_cast<std::size_t>(rows), bare);
    for (int i = 0; i < count; ++i) {
        qreal& height = heights[static_cast<std::size_t>(i / m_columns)];
        const auto chips =
            static_cast<int>(m_scene.nodes[static_cast<std::size_t>(i)].chips.size());
        height = std::max(height, bare + heightOfChips(chips, content));
    }
    const int resting = static_cast<int>(m_scene.notRunning.size());
    qreal used = footHeight();
    used += heightOfChips(resting, m_layout.size.width() - 4 * m_gap);
    for (const qreal height : heights)
        used += height + m_gap;
    const qreal spare = std::max(0.0, m_available.height() - used) / std::max(1, rows);
    qreal top = m_gap;
    for (int row = 0; row < rows; ++row) {
        const qreal height = heights[static_cast<std::size_t>(row)] + spare;
        for (int i = row * m_columns; i < std::min(count, (row + 1) * m_columns); ++i) {
            const qreal left = m_gap + (i - row * m_columns) * (m_boxWidth + m_gap);
            NodeBox box;
            box.box = QRectF(left, top, m_boxWidth, height);
            box.header = QRectF(left, top, m_boxWidth, m_headerHeight);
            const QRectF inside = box.box.adjusted(m_gap, m_headerHeight + m_gap, -m_gap, -m_gap);
            const std::vector<int>& chips = m_scene.nodes[static_cast<std::size_t>(i)].chips;
            box.ghosts = inside;
            box.ghosts.setTop(inside.top() +
                              heightOfChips(static_cast<int>(chips.size()), inside.width()));
            m_layout.nodes.push_back(box);
            placeChips(chips, inside);
        }
        top += height + m_gap;
    }
    placeTray(top);
}

void LayoutMaker::placeTray(qreal top)
{
    const qreal width = m_layout.size.width() - 2 * m_gap;
    m_layout.trayHeader = QRectF(m_gap, top, width, m_layout.em * 1.3);
    const QRectF area(2 * m_gap, m_layout.trayHeader.bottom() + m_gap * 0.5, width - 2 * m_gap, 0);
    placeChips(m_scene.notRunning, area);
    const qreal chips = heightOfChips(static_cast<int>(m_scene.notRunning.size()), area.width());
    const qreal bottom = chips > 0 ? area.top() + chips : m_layout.trayHeader.bottom();
    m_layout.tray = QRectF(m_gap, top, width, bottom - top);
    m_layout.legend = QRectF(m_gap, bottom + m_gap * 0.5, width, m_layout.em * 1.3);
    m_layout.size.setHeight(m_layout.legend.bottom() + m_gap * 0.5);
}

// Where the line between the centres leaves the rectangle.
QPointF exitPoint(const QRectF& from, const QPointF& to)
{
    const QPointF centre = from.center();
    const QPointF step = to - centre;
    const qreal x = step.x() == 0 ? 0 : from.width() / 2 / std::abs(step.x());
    const qreal y = step.y() == 0 ? 0 : from.height() / 2 / std::abs(step.y());
    const qreal part = x == 0 ? y : y == 0 ? x : std::min(x, y);
    return centre + step * std::min(part, 1.0);
}

void LayoutMaker::placeRules()
{
    for (const SceneRule& rule : m_scene.rules) {
        const QRectF& first = m_layout.chips[static_cast<std::size_t>(rule.first)];
        const QRectF& second = m_layout.chips[static_cast<std::size_t>(rule.second)];
        RuleLine line;
        line.line = QLineF(exitPoint(first, second.center()), exitPoint(second, first.center()));
        // Beside the first chip, where no text is: in the middle there may be other chips.
        const qreal length = line.line.length();
        const qreal away = std::min(length / 2, m_gap / 2);
        line.sign = length > 0 ? line.line.pointAt(away / length) : line.line.p1();
        m_layout.rules.push_back(line);
    }
}

ClusterLayout LayoutMaker::make()
{
    m_layout.em = m_metrics.height();
    m_unit = m_metrics.averageCharWidth();
    m_gap = m_layout.em * 0.6;
    m_layout.chips.resize(m_scene.chips.size());
    chooseColumns();
    chooseSizes();
    if (!fitsInLargeChips()) {
        m_layout.isSmall = true;
        m_gap = m_layout.em * 0.3;
        chooseColumns();
        chooseSizes();
    }
    placeNodes();
    placeRules();
    return std::move(m_layout);
}

} // namespace

ClusterLayout layOutCluster(const ClusterScene& scene, const QFontMetricsF& metrics,
                            QSizeF available)
{
    return LayoutMaker(scene, metrics, available).make();
}

} // namespace rgsim::gui
