// Brings a view up to date a moment after something changed, once for many changes, and only while
// the view can be seen: what is in a hidden tab waits until it is shown. It knows nothing of what
// is brought up to date.
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace rgsim::gui {

class WhenVisible : public QObject {
    Q_OBJECT

public:
    /// @p update is called in the window's thread. @p widget is the parent.
    WhenVisible(QWidget* widget, std::function<void()> update, int delayMs = 0);

    /// Something changed.
    void mark();
    /// A longer delay for what takes longer.
    void setDelay(int ms) { m_timer.setInterval(ms); }
    bool isStale() const { return m_isStale; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isSeen() const;
    void run();

    QWidget* m_widget;
    std::function<void()> m_update;
    QTimer m_timer;
    bool m_isStale = false;
};

} // namespace rgsim::gui
