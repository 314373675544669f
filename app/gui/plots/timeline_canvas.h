// The plot itself: time from left to right, lanes from top to bottom, one area for each branch. It
// turns mouse and keys into wishes (signals) and shows what it is told; it knows no document.
#pragma once

#include "plots/timeline_cursor.h"
#include "plots/timeline_scene.h"

#include <qcustomplot.h>

#include <optional>
#include <vector>

namespace rgsim::gui {

class TimelineCanvas : public QCustomPlot {
    Q_OBJECT

public:
    explicit TimelineCanvas(QWidget* parent = nullptr);
    ~TimelineCanvas() override;

    const TimelineScene& scene() const { return m_scene; }
    const std::vector<TimelineArea*>& areas() const { return m_areas; }

    void setBranches(std::vector<SceneBranch> branches);
    void setPlayhead(SimTime at);
    void setSpan(const std::optional<TimeSpan>& span);
    void setHorizon(const std::optional<SimTime>& horizon);
    void setDifference(const std::optional<SimTime>& at, const QString& text);
    void setChosen(const QString& name);
    void setHighlights(const QStringList& names);
    /// Playhead and interval.
    void setCursorVisible(bool isWanted);
    /// Colours of another palette than the widget's.
    void setLooks(const QPalette& palette);

    // --- what is visible

    QCPRange view() const { return m_view; }
    void setView(const QCPRange& view);
    bool showsAll() const { return m_showsAll; }
    void fitAll();
    /// Times @p factor, smaller is nearer, with @p x (a pixel) where it is.
    void zoom(double factor, double x);
    void zoomAtPlayhead(double factor);
    double laneZoom() const { return m_scene.metrics.zoom; }
    /// A person is not led below leastLaneZoom; pictures of many lanes may be.
    void setLaneZoom(double zoom);
    static constexpr double leastLaneZoom = 0.3;
    static constexpr double mostLaneZoom = 4;
    double scroll() const { return m_scene.scroll; }
    void setScroll(double pixels);
    double contentHeight() const;
    double visibleHeight() const;
    /// The position of the chosen name's lane in the active branch; -1: none.
    int chosenLane() const;
    const TimelineArea* activeArea() const;

    /// Without a window, for pictures. A resize lays out anew.
    void layOutFor(QSize size);
    /// What is drawn, laid out for @p size.
    void paintTo(QCPPainter& painter, QSize size);

signals:
    void playheadWanted(rgsim::SimTime at);
    void spanWanted(std::optional<rgsim::gui::TimeSpan> span);
    void laneWanted(int branch, int lane);
    void markWanted(int branch, std::uint32_t mark);
    /// View, scrolling, heights or sizes are others now.
    void viewChanged();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class Drag { None, Undecided, Pan, Scrub, Interval };

    void restyle();
    void makeAreas();
    void layOut();
    void measureNames();
    double strip() const;
    SimTime end() const;
    void replotCursor();
    void beginDrag(QMouseEvent* event);
    void click(const QPointF& position);
    void showTip(const QHelpEvent* event);
    QString tipAt(const QPointF& position) const;
    void updateShape(const QPointF& position);
    TimelineArea* areaAt(const QPointF& position) const;
    SimTime timeAt(double x) const;
    bool moveByKey(const QKeyEvent* event);
    bool zoomByKey(const QKeyEvent* event);
    void movePlayhead(int steps, bool extendsSpan);
    void chooseBeside(int steps);
    void chooseMarkBeside(bool isForward);
    void revealChosen();

    TimelineScene m_scene;
    std::vector<TimelineArea*> m_areas;
    TimelineCursor* m_cursor = nullptr;
    QCPRange m_view;
    bool m_showsAll = true;

    Drag m_drag = Drag::None;
    QPointF m_pressedAt;
    Qt::MouseButton m_pressedButton = Qt::NoButton;
    QCPRange m_viewWhenPressed;
    double m_scrollWhenPressed = 0;
    SimTime m_beforeClick; ///< where a double click puts the playhead back to
    std::optional<SimTime> m_spanAnchor;
};

} // namespace rgsim::gui
