#include "plots/timeline_scroll_bar.h"

#include "plots/timeline_canvas.h"

#include <QSignalBlocker>

#include <algorithm>

namespace rgsim::gui {

TimelineScrollBar::TimelineScrollBar(TimelineCanvas& canvas, QWidget* parent)
    : QScrollBar(Qt::Vertical, parent), m_canvas(canvas)
{
    setAccessibleName(tr("Lanes of the timeline"));
    connect(&canvas, &TimelineCanvas::viewChanged, this, &TimelineScrollBar::update);
    connect(this, &QScrollBar::valueChanged, &canvas,
            [this](int value) { m_canvas.setScroll(value); });
}

void TimelineScrollBar::update()
{
    const int visible = static_cast<int>(m_canvas.visibleHeight());
    const int most = std::max(0, static_cast<int>(m_canvas.contentHeight()) - visible);
    const QSignalBlocker blocker(this);
    setRange(0, most);
    setPageStep(visible);
    setSingleStep(fontMetrics().height() * 3);
    setValue(static_cast<int>(m_canvas.scroll()));
    setVisible(most > 0);
}

} // namespace rgsim::gui
