// The picture of the cluster as something to point at: finds what lies under the pointer or the
// keyboard's focus, lets a chip be dragged to another node, and tells its owner what was wanted. It
// changes nothing itself.
#pragma once

#include "session/cluster_scene.h"
#include "views/cluster_layout.h"
#include "views/cluster_painter.h"

#include <QWidget>

#include <optional>

namespace rgsim::gui {

/// A thing in the picture. By index, so void once another run is shown.
struct Spot {
    enum class Kind { Nothing, Node, Chip };
    Kind kind = Kind::Nothing;
    NodeIndex node = noNode; ///< of a chip: where it lies; noNode: on no node
    ServiceIndex service = noService;

    bool operator==(const Spot&) const = default;
};

class ClusterCanvas : public QWidget {
    Q_OBJECT

public:
    explicit ClusterCanvas(QWidget* parent = nullptr);

    /// Null: nothing to show but @p hint.
    void setScene(std::optional<ClusterScene> scene, const QString& hint = {});
    const std::optional<ClusterScene>& scene() const { return m_scene; }
    const ClusterLayout& layoutNow() const { return m_layout; }
    /// The room that the picture should fill; it takes more if it must.
    void setRoom(QSize room);

    void setSelection(NodeIndex node, ServiceIndex service);
    void setHighlights(const std::vector<NodeIndex>& nodes,
                       const std::vector<ServiceIndex>& services);
    /// What would be; empty: nothing is predicted.
    void setGhosts(std::vector<Ghost> ghosts, const std::vector<Spot>& leaving,
                   std::vector<int> crossedNodes);
    const Emphasis& emphasis() const { return m_emphasis; }
    /// What the keyboard is on.
    const Spot& focusedSpot() const { return m_focus; }

    Spot spotAt(const QPointF& at) const;
    /// Where @p spot lies; empty if it is not there.
    QRectF rectOf(const Spot& spot) const;

    QSize sizeHint() const override { return m_layout.size.toSize(); }

signals:
    void chosen(const rgsim::gui::Spot& spot);
    /// A menu is wanted at @p globalPosition.
    void menuWanted(const rgsim::gui::Spot& spot, const QPoint& globalPosition);
    /// A chip is held over another node; noNode: over none any more.
    void draggedOver(rgsim::ServiceIndex service, rgsim::NodeIndex node, bool withControl);
    void dropped(rgsim::ServiceIndex service, rgsim::NodeIndex node, bool withControl);
    void focusMoved(const rgsim::gui::Spot& spot);
    /// Something at @p at should be in sight.
    void sightWanted(const QRect& around);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void findEmphasis();
    void setFocusedSpot(const Spot& spot);
    void moveFocus(int key);
    void drag(const QPointF& at, bool withControl);
    void endDrag(bool isDropped, bool withControl);
    void paintDragged(QPainter& painter) const;
    int chipAt(const Spot& spot) const;

    std::optional<ClusterScene> m_scene;
    QString m_hint;
    ClusterLayout m_layout;
    QSize m_room;
    Emphasis m_emphasis;
    Spot m_focus;
    Spot m_hover;
    Spot m_pressed;
    QPointF m_pressedAt;
    QPointF m_draggedTo;
    bool m_isDragging = false;
    NodeIndex m_selectedNode = noNode;
    ServiceIndex m_selectedService = noService;
    std::vector<NodeIndex> m_highlightedNodes;
    std::vector<ServiceIndex> m_highlightedServices;
    std::vector<Spot> m_leaving;
};

} // namespace rgsim::gui
