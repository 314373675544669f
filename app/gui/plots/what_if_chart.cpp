#include "plots/what_if_chart.h"

#include <QCoreApplication>

namespace rgsim::gui {

namespace {

struct Chart {
    Q_DECLARE_TR_FUNCTIONS(rgsim::gui::WhatIfChart)
};

} // namespace

BarData savingBars(const WhatIfAnswer& answer)
{
    BarData data;
    data.series = {Chart::tr("Saves a year")};
    data.axis = Chart::tr("Saves a year; to the left: costs");
    data.valueText = [](double seconds) {
        return seconds == 0 ? QStringLiteral("0") : savingWords(seconds);
    };
    for (const WhatIfGain* gain : bestFirst(answer.result)) {
        const YearlySaving saving = savingOf(gain->all, answer.options.years);
        PlotBar bar;
        bar.name = changeWords(gain->change);
        bar.parts = {saving.value};
        bar.low = saving.low;
        bar.high = saving.high;
        bar.tip = Chart::tr("%1: %2 a year, %3 to %4 with 95 % probability")
                      .arg(bar.name, savingWords(saving.value), savingWords(saving.low),
                           savingWords(saving.high));
        data.bars << bar;
    }
    return data;
}

} // namespace rgsim::gui
