#include "plots/time_ticker.h"

#include "report/gantt_row.h"
#include "report/run_report.h"

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;

} // namespace

QString axisLabel(SimTime at, SimDuration step)
{
    if (at.ms < day)
        return QString::fromStdString(clockText(at));
    const QString days = QString::number(at.ms / day) + QLatin1Char('d');
    if (step.ms >= day)
        return days;
    const QString clock = QString::fromStdString(clockText({at.ms % day}));
    return days + QLatin1Char(' ') + (step.ms >= minute ? clock.left(5) : clock);
}

SimDuration TimeTicker::stepFor(const QCPRange& range) const
{
    const auto length = static_cast<std::int64_t>(std::ceil(range.size()));
    return axisStep({std::max<std::int64_t>(1, length)}, std::max(1, m_most));
}

double TimeTicker::getTickStep(const QCPRange& range)
{
    m_step = stepFor(range);
    return static_cast<double>(m_step.ms);
}

int TimeTicker::getSubTickCount(double tickStep)
{
    return tickStep >= 5 ? 4 : 0;
}

QString TimeTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    const SimTime at{std::llround(tick)};
    return at.ms < 0 ? QString() : axisLabel(at, m_step);
}

} // namespace rgsim::gui
