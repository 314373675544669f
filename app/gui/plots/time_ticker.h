// Ticks of a time axis in milliseconds: round steps of seconds, minutes, hours and days, with
// labels as clocks show them. It knows no run.
#pragma once

#include "base/sim_time.h"

#include <qcustomplot.h>

namespace rgsim::gui {

/// "00:01:30"; from a day on "3d 06:00" or "3d", with only as much as @p step needs.
QString axisLabel(SimTime at, SimDuration step);

class TimeTicker : public QCPAxisTicker {
public:
    /// So that labels do not touch.
    void setMostTicks(int most) { m_most = most; }
    SimDuration stepFor(const QCPRange& range) const;

protected:
    double getTickStep(const QCPRange& range) override;
    int getSubTickCount(double tickStep) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar,
                         int precision) override;

private:
    int m_most = 8;
    SimDuration m_step;
};

} // namespace rgsim::gui
