// The checks that find hazards in one trial, each a property of runs and none of a particular
// layout. They look at what happened; what leads there and what helps is for the search.
#pragma once

#include "planning/hazard.h"
#include "planning/trial.h"

#include <vector>

namespace rgsim {

/// What the guards did: races, patterns, blind spots, refusals that were reported as success.
void checkGuards(const Trial& trial, std::vector<Hazard>& found);
/// What never ends: futile restarts, ping-pong, storms.
void checkCircles(const Trial& trial, std::vector<Hazard>& found);
/// Where services ran: together, twice, all on one node, moved to where they must not be.
void checkPlaces(const Trial& trial, std::vector<Hazard>& found);
/// What does not run in the end though it could, or has no node left; quorum.
void checkOutcome(const Trial& trial, std::vector<Hazard>& found);

/// All of them, by kind and then services, each thing once.
std::vector<Hazard> hazardsOf(const Trial& trial);

} // namespace rgsim
