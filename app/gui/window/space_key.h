// Leaves the space key to controls that use it. It is the window's shortcut for playing, and a
// shortcut would otherwise come before the check box or button that has the focus.
#pragma once

#include <QObject>

namespace rgsim::gui {

class SpaceKey : public QObject {
    Q_OBJECT

public:
    /// Works for the whole program, docks that float included, as long as @p parent lives.
    explicit SpaceKey(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace rgsim::gui
