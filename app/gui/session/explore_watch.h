// How far an exploration is, for a window that looks now and then: written by the worker, read by
// the window. Estimates from the growth of the levels what part is done; searches nothing.
#pragma once

#include "planning/explore.h"

#include <QElapsedTimer>
#include <QMutex>

namespace rgsim::gui {

class ExploreWatch {
public:
    /// Begins to count the time. @p depth: of the question.
    explicit ExploreWatch(int depth);

    void note(const ExploreProgress& now);
    ExploreProgress latest() const;
    /// 0 to 1; never less than before. Each level that is still to come is taken to grow as the
    /// last one did.
    double done() const;
    double seconds() const { return static_cast<double>(m_time.nsecsElapsed()) / 1e9; }
    /// States a second so far.
    double speed() const;

private:
    double partDone(const ExploreProgress& now) const;

    const int m_depth;
    QElapsedTimer m_time;
    mutable QMutex m_mutex;
    ExploreProgress m_latest;
    double m_before = 0; ///< states of the levels that are done
    double m_growth = 0; ///< of the last level against the one before
    double m_done = 0;
};

} // namespace rgsim::gui
