// The scroll bar beside a timeline's canvas: shows which of its lanes are visible, and scrolls
// them. It hides itself where all of them have room.
#pragma once

#include <QScrollBar>

namespace rgsim::gui {

class TimelineCanvas;

class TimelineScrollBar : public QScrollBar {
    Q_OBJECT

public:
    /// @p canvas must live as long.
    TimelineScrollBar(TimelineCanvas& canvas, QWidget* parent);

private:
    void update();

    TimelineCanvas& m_canvas;
};

} // namespace rgsim::gui
