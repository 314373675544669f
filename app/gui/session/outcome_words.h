// What failures do to services, in the reader's language: the same words in every table of
// planning. Events keep the words of the command line. It judges nothing.
#pragma once

#include "planning/layout_comparison.h"
#include "planning/survive.h"

#include <QString>

#include <vector>

namespace rgsim::gui {

/// "a cold start", or the events without their times: "crash node1, then isolate node2".
QString failureWords(const Cluster& cluster, const std::vector<PlanEvent>& events);

/// "runs on node2, was down for 45s, phantom for 10s"; "is down for good".
QString outcomeWords(const Cluster& cluster, const FailureOutcome& outcome);

/// The same with what it took: "relocations: 1".
QString survivalWords(const Cluster& cluster, const SurvivedService& service);

/// "worse", "better", "moved", "the same".
QString verdictWord(Verdict verdict);

/// What decided: "longer down", "does not run in the end"; empty if nothing did.
QString judgementWords(const ComparedService& service);

} // namespace rgsim::gui
