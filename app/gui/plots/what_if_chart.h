// What changes would save as bars, to the right what each saves, to the left what it costs. It
// chooses values and words; it draws nothing.
#pragma once

#include "plots/bar_plot.h"
#include "session/what_if_answer.h"

namespace rgsim::gui {

/// A bar for each change that was told, the best first, in seconds a year with its interval.
BarData savingBars(const WhatIfAnswer& answer);

} // namespace rgsim::gui
