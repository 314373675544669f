#include "views/when_visible.h"

#include <QEvent>
#include <QRegion>
#include <QWidget>

#include <utility>

namespace rgsim::gui {

WhenVisible::WhenVisible(QWidget* widget, std::function<void()> update, int delayMs)
    : QObject(widget), m_widget(widget), m_update(std::move(update))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &WhenVisible::run);
    widget->installEventFilter(this);
}

// A dock behind another one's tab is not hidden: it only lies outside the window.
bool WhenVisible::isSeen() const
{
    return m_widget->isVisible() && !m_widget->visibleRegion().isEmpty();
}

void WhenVisible::mark()
{
    m_isStale = true;
    // Not started anew each time: while the playhead moves, the view follows.
    if (isSeen() && !m_timer.isActive())
        m_timer.start();
}

void WhenVisible::run()
{
    if (!m_isStale || !isSeen())
        return;
    m_isStale = false;
    m_update();
}

bool WhenVisible::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (m_isStale && !m_timer.isActive() && (type == QEvent::Paint || type == QEvent::Show))
        m_timer.start();
    return QObject::eventFilter(watched, event);
}

} // namespace rgsim::gui
