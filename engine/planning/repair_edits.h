// The small changes of a configuration that may help against hazards, what each costs whoever
// makes it, and how they are made together. Tries nothing.
#pragma once

#include "analysis/flip_edit.h"
#include "planning/hazard.h"
#include "simulation/scenario.h"

#include <vector>

namespace rgsim {

/// Edits of the hazard's own services that can be made on real nodes: not the exact form of the
/// guard, which does not exist.
std::vector<FlipEdit> smallEditsAgainst(const Cluster& cluster, const Hazard& hazard);

/// All edits that may help against any of @p hazards, each once: those of their services and of
/// whatever these must be kept apart from, nodes for their domains, a guard, one more node (not in
/// a scenario that begins with a given state).
std::vector<FlipEdit> repairEdits(const Scenario& scenario, const std::vector<Hazard>& hazards);

/// How much of a change it is, 1 to 20: a value of one service 1 to 3, something that has to be
/// done on every node 2 to 4, one more machine 20. For comparing only.
int costOf(const FlipEdit& edit);

/// Both change the same value, so that they cannot be made together.
bool excludeEachOther(const FlipEdit& a, const FlipEdit& b);

/// Makes all @p edits; a new node boots with the first that do.
void applyEdits(Scenario& scenario, const std::vector<FlipEdit>& edits);

} // namespace rgsim
