#include "session/explore_watch.h"

#include <algorithm>

namespace rgsim::gui {

namespace {

// Before there are two levels to compare.
constexpr double usualGrowth = 10;

} // namespace

ExploreWatch::ExploreWatch(int depth) : m_depth(depth), m_growth(usualGrowth)
{
    m_time.start();
}

void ExploreWatch::note(const ExploreProgress& now)
{
    const QMutexLocker lock(&m_mutex);
    if (now.level < m_latest.level) { // it was begun again, without folding
        m_before = 0;
        m_growth = usualGrowth;
    } else if (now.level > m_latest.level && m_latest.of > 0) {
        m_before += static_cast<double>(m_latest.of);
        m_growth = static_cast<double>(now.of) / static_cast<double>(m_latest.of);
    }
    m_latest = now;
    m_done = std::max(m_done, partDone(now));
}

double ExploreWatch::partDone(const ExploreProgress& now) const
{
    auto level = static_cast<double>(now.of);
    double all = m_before + level;
    for (int i = now.level; i < m_depth; ++i) {
        level *= m_growth;
        all += level;
    }
    return all > 0 ? std::min(1.0, (m_before + static_cast<double>(now.done)) / all) : 0;
}

ExploreProgress ExploreWatch::latest() const
{
    const QMutexLocker lock(&m_mutex);
    return m_latest;
}

double ExploreWatch::done() const
{
    const QMutexLocker lock(&m_mutex);
    return m_done;
}

double ExploreWatch::speed() const
{
    const double time = seconds();
    return time > 0 ? static_cast<double>(latest().states) / time : 0;
}

} // namespace rgsim::gui
