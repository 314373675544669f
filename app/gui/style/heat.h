// How bad an outcome is, in classes with a colour each: a scale of downtimes that is the same in
// every table, from the paper's colour to the strongest, and what is not back. Colours are for the
// eye only: who paints them writes the value beside.
#pragma once

#include "style/look.h"

#include "planning/outcome.h"

#include <QString>

namespace rgsim::gui {

enum class Heat {
    None, ///< no downtime
    To10s,
    To30s,
    To1min,
    To2min,
    To5min,
    Longer,
    Gone, ///< down for good, or again and again
};
constexpr int heats = static_cast<int>(Heat::Gone) + 1;

Heat heatOf(const FailureOutcome& outcome);
/// "none", "≤ 10 s", "not back".
QString heatName(Heat heat);

/// Darker means longer in light colours, brighter means longer in dark ones; each can be told from
/// its neighbours by lightness alone.
Look heatLook(Heat heat, const QPalette& palette);

} // namespace rgsim::gui
