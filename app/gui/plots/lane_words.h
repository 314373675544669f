// What a lane shows at an instant, in words: belief and truth side by side, for tooltips and for
// those who do not see the picture. Words only.
#pragma once

#include "plots/timeline_lanes.h"

#include <QString>

namespace rgsim::gui {

/// Lines of plain text: the lane's name and time, the record, what really runs.
QString laneText(const TimelineLanes& lanes, int lane, SimTime at);
/// What a mark means, and how many others of its kind are drawn with it.
QString markSentence(const TimelineLanes& lanes, std::uint32_t mark, std::size_t count);

} // namespace rgsim::gui
