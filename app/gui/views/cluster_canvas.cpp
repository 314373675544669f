#include "views/cluster_canvas.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

namespace {

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

// Less is nearer; negative: not in that direction. What lies straight ahead counts as nearer, and
// of several such things the one whose beginning is in line.
qreal distance(const QRectF& from, const QRectF& to, int key)
{
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const auto turned = [&](const QRectF& r) { // so that the direction is to the right
        const QRectF flat = isSideways ? r : QRectF(r.y(), r.x(), r.height(), r.width());
        const bool isBackwards = key == Qt::Key_Left || key == Qt::Key_Up;
        return isBackwards ? QRectF(-flat.right(), flat.y(), flat.width(), flat.height()) : flat;
    };
    const QRectF a = turned(from);
    const QRectF b = turned(to);
    const qreal ahead = b.left() - a.right();
    if (ahead < -1)
        return -1;
    const qreal aside = std::max({0.0, b.top() - a.bottom(), a.top() - b.bottom()});
    return std::max(0.0, ahead) + aside * 3 + std::abs(b.top() - a.top()) * 0.01;
}

} // namespace

ClusterCanvas::ClusterCanvas(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Cluster"));
}

void ClusterCanvas::setScene(std::optional<ClusterScene> scene, const QString& hint)
{
    m_scene = std::move(scene);
    m_hint = hint;
    const QString description = m_scene ? describe(*m_scene) : m_hint;
    if (description != accessibleDescription())
        setAccessibleDescription(description); // tells those who listen that it changed
    layOut();
}

void ClusterCanvas::setRoom(QSize room)
{
    if (room == m_room)
        return;
    m_room = room;
    layOut();
}

void ClusterCanvas::layOut()
{
    m_layout = m_scene ? layOutCluster(*m_scene, QFontMetricsF(font()), m_room) : ClusterLayout();
    const QSize size(
        std::max(m_room.width(), static_cast<int>(m_layout.size.width())),
        std::max(m_room.height(), static_cast<int>(std::ceil(m_layout.size.height()))));
    if (size != this->size())
        resize(size);
    findEmphasis();
    update();
}

int ClusterCanvas::chipAt(const Spot& spot) const
{
    if (!m_scene || spot.kind != Spot::Kind::Chip ||
        spot.node >= static_cast<int>(m_scene->nodes.size()))
        return -1;
    return m_scene->chipOf(spot.service, spot.node);
}

// From what is meant to where it is in this scene.
void ClusterCanvas::findEmphasis()
{
    Emphasis& e = m_emphasis;
    e.focusedChip = hasFocus() ? chipAt(m_focus) : -1;
    e.focusedNode = hasFocus() && m_focus.kind == Spot::Kind::Node ? m_focus.node : -1;
    e.hoveredChip = chipAt(m_hover);
    e.selectedNode = m_selectedNode;
    e.selectedChip = -1;
    e.highlightedChips.clear();
    e.highlightedNodes.clear();
    e.leavingChips.clear();
    if (!m_scene)
        return;
    for (std::size_t i = 0; i < m_scene->chips.size(); ++i) {
        const SceneChip& chip = m_scene->chips[i];
        const bool isFirst = e.selectedChip < 0 || chip.truth == ChipTruth::Whole;
        if (chip.service == m_selectedService && isFirst)
            e.selectedChip = static_cast<int>(i);
        if (std::find(m_highlightedServices.begin(), m_highlightedServices.end(), chip.service) !=
            m_highlightedServices.end())
            e.highlightedChips.push_back(static_cast<int>(i));
    }
    for (const NodeIndex node : m_highlightedNodes)
        e.highlightedNodes.push_back(node);
    for (const Spot& spot : m_leaving) {
        const int chip = chipAt(spot);
        if (chip >= 0)
            e.leavingChips.push_back(chip);
    }
}

void ClusterCanvas::setSelection(NodeIndex node, ServiceIndex service)
{
    m_selectedNode = node;
    m_selectedService = service;
    findEmphasis();
    update();
}

void ClusterCanvas::setHighlights(const std::vector<NodeIndex>& nodes,
                                  const std::vector<ServiceIndex>& services)
{
    m_highlightedNodes = nodes;
    m_highlightedServices = services;
    findEmphasis();
    update();
}

void ClusterCanvas::setGhosts(std::vector<Ghost> ghosts, const std::vector<Spot>& leaving,
                              std::vector<int> crossedNodes)
{
    m_emphasis.ghosts = std::move(ghosts);
    m_emphasis.crossedNodes = std::move(crossedNodes);
    m_leaving = leaving;
    findEmphasis();
    update();
}

Spot ClusterCanvas::spotAt(const QPointF& at) const
{
    if (!m_scene)
        return {};
    for (std::size_t i = 0; i < m_layout.chips.size(); ++i) {
        if (m_layout.chips[i].contains(at))
            return {Spot::Kind::Chip, m_scene->chips[i].node, m_scene->chips[i].service};
    }
    for (std::size_t i = 0; i < m_layout.nodes.size(); ++i) {
        if (m_layout.nodes[i].box.contains(at))
            return {Spot::Kind::Node, static_cast<NodeIndex>(i), noService};
    }
    return {};
}

QRectF ClusterCanvas::rectOf(const Spot& spot) const
{
    const int chip = chipAt(spot);
    if (chip >= 0)
        return m_layout.chips[static_cast<std::size_t>(chip)];
    const auto node = static_cast<std::size_t>(spot.node);
    return spot.kind == Spot::Kind::Node && node < m_layout.nodes.size()
               ? m_layout.nodes[node].header
               : QRectF();
}

void ClusterCanvas::setFocusedSpot(const Spot& spot)
{
    m_focus = spot;
    findEmphasis();
    update();
    if (spot.kind != Spot::Kind::Nothing)
        emit sightWanted(rectOf(spot).toAlignedRect());
    emit focusMoved(spot);
}

void ClusterCanvas::moveFocus(int key)
{
    const QRectF from = rectOf(m_focus);
    Spot best;
    qreal least = -1;
    const auto consider = [&](const Spot& spot) {
        const qreal away = from.isEmpty() ? 0 : distance(from, rectOf(spot), key);
        if (away >= 0 && (least < 0 || away < least)) {
            least = away;
            best = spot;
        }
    };
    for (const SceneNode& node : m_scene->nodes)
        consider({Spot::Kind::Node, node.node, noService});
    for (const SceneChip& chip : m_scene->chips)
        consider({Spot::Kind::Chip, chip.node, chip.service});
    if (best.kind != Spot::Kind::Nothing)
        setFocusedSpot(best);
}

bool ClusterCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_scene) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Spot spot = spotAt(help->pos());
        const int chip = chipAt(spot);
        QString text;
        if (chip >= 0)
            text = describe(m_scene->chips[static_cast<std::size_t>(chip)], *m_scene);
        else if (spot.kind == Spot::Kind::Node)
            text = describe(m_scene->nodes[static_cast<std::size_t>(spot.node)], *m_scene);
        QToolTip::showText(help->globalPos(), text, this, rectOf(spot).toAlignedRect());
        return true;
    }
    // The window's Escape gives up a computation; here it first gives up the drag.
    if (event->type() == QEvent::ShortcutOverride && m_isDragging &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ClusterCanvas::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    if (!m_scene) {
        painter.fillRect(event->rect(), palette().base());
        painter.setPen(palette().color(QPalette::Text));
        const int margin = fontMetrics().height();
        painter.drawText(rect().adjusted(margin, margin, -margin, -margin),
                         Qt::AlignCenter | Qt::TextWordWrap, m_hint);
        return;
    }
    ClusterPainter(LookBook(palette()), font())
        .paint(painter, *m_scene, m_layout, m_emphasis, event->rect());
    if (m_isDragging)
        paintDragged(painter);
}

void ClusterCanvas::paintDragged(QPainter& painter) const
{
    const LookBook look(palette());
    const auto chip =
        std::find_if(m_scene->chips.begin(), m_scene->chips.end(),
                     [this](const SceneChip& each) { return each.service == m_emphasis.dragged; });
    if (chip == m_scene->chips.end())
        return;
    QRectF box(QPointF(), QSizeF(m_layout.chipSize.width(), m_layout.em * 1.5));
    box.moveCenter(m_draggedTo);
    QColor fill = look.paper();
    fill.setAlphaF(0.85F);
    painter.setBrush(fill);
    painter.setPen(QPen(look.accent(), 2, Qt::DashLine));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(look.ink());
    painter.setFont(font());
    painter.drawText(box, Qt::AlignCenter, chip->name);
}

void ClusterCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_scene)
        return;
    m_pressed = spotAt(event->position());
    m_pressedAt = event->position();
    setFocusedSpot(m_pressed);
    emit chosen(m_pressed);
}

void ClusterCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const bool withControl = event->modifiers().testFlag(Qt::ControlModifier);
    const bool isFar =
        (event->position() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (event->buttons().testFlag(Qt::LeftButton) && m_pressed.kind == Spot::Kind::Chip &&
        (m_isDragging || isFar)) {
        drag(event->position(), withControl);
        return;
    }
    const Spot hover = spotAt(event->position());
    if (hover == m_hover)
        return;
    m_hover = hover;
    setCursor(hover.kind == Spot::Kind::Chip ? Qt::OpenHandCursor : Qt::ArrowCursor);
    findEmphasis();
    update();
}

void ClusterCanvas::drag(const QPointF& at, bool withControl)
{
    if (!m_isDragging) {
        m_isDragging = true;
        m_emphasis.dragged = m_pressed.service;
        setCursor(Qt::ClosedHandCursor);
    }
    m_draggedTo = at;
    NodeIndex over = spotAt(at).node;
    if (over == m_pressed.node)
        over = noNode;
    if (over != m_emphasis.dropNode) {
        m_emphasis.dropNode = over;
        emit draggedOver(m_pressed.service, over, withControl);
    }
    emit sightWanted(QRect(at.toPoint(), QSize(1, 1)));
    update();
}

void ClusterCanvas::endDrag(bool isDropped, bool withControl)
{
    const auto node = static_cast<NodeIndex>(m_emphasis.dropNode);
    const ServiceIndex service = m_emphasis.dragged;
    m_isDragging = false;
    m_emphasis.dropNode = -1;
    m_emphasis.dragged = noService;
    m_pressed = Spot();
    unsetCursor();
    update();
    if (isDropped && node != noNode)
        emit dropped(service, node, withControl);
    else
        emit draggedOver(service, noNode, withControl);
}

void ClusterCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_isDragging)
        endDrag(true, event->modifiers().testFlag(Qt::ControlModifier));
    m_pressed = Spot();
}

void ClusterCanvas::leaveEvent(QEvent*)
{
    m_hover = Spot();
    findEmphasis();
    update();
}

void ClusterCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_scene)
        return;
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRectF box = rectOf(m_focus);
        const QPointF at = box.isEmpty() ? QPointF(rect().center()) : box.center();
        emit menuWanted(m_focus, mapToGlobal(at.toPoint()));
        return;
    }
    setFocusedSpot(spotAt(event->pos()));
    emit menuWanted(m_focus, event->globalPos());
}

void ClusterCanvas::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool wantsMenu =
        key == Qt::Key_Menu || (key == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier);
    if (m_isDragging && key == Qt::Key_Escape) {
        endDrag(false, false);
    } else if (m_scene && isArrow(key) && event->modifiers() == Qt::NoModifier) {
        moveFocus(key);
    } else if (m_scene && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        emit chosen(m_focus);
    } else if (m_scene && wantsMenu) {
        // Not every platform turns these into a menu event.
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        contextMenuEvent(&menu);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ClusterCanvas::focusInEvent(QFocusEvent* event)
{
    const bool isByKeyboard =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (isByKeyboard && m_scene && rectOf(m_focus).isEmpty() && !m_scene->nodes.empty())
        setFocusedSpot({Spot::Kind::Node, 0, noService});
    findEmphasis();
    update();
}

void ClusterCanvas::focusOutEvent(QFocusEvent*)
{
    findEmphasis();
    update();
}

void ClusterCanvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        layOut();
}

} // namespace rgsim::gui
