// Two layouts of a cluster under the same failures: what becomes of each service in one and in the
// other, and which of the two is better. Nodes and services of the same name are the same.
#pragma once

#include "base/diagnostic.h"
#include "planning/outcome.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace rgsim {

enum class Verdict : std::uint8_t { Same, Moved, Better, Worse }; ///< of the second layout
/// "same", "moved", "better", "worse".
const char* toString(Verdict verdict);

/// What two outcomes differ in, in the order in which it counts.
enum class Aspect : std::uint8_t {
    End,      ///< runs in the end beats circles, circles beats down
    Together, ///< apart beats together; together for a while beats for good; less beats more
    Downtime, ///< less beats more
    Phantom,  ///< none in the end beats for good; less beats more
    Node,     ///< another node is no better and no worse
    None,
};

struct Judgement {
    Verdict verdict = Verdict::Same;
    Aspect aspect = Aspect::None; ///< the first in which they differ decides
};

/// Times that differ by no more than @p tolerance are the same; that services that must be kept
/// apart run together at all is always a difference. Times are not compared where either goes
/// round in circles.
Judgement judge(const FailureOutcome& first, const FailureOutcome& second, bool onSameNode,
                SimDuration tolerance);

struct ComparedService {
    FailureOutcome first;
    FailureOutcome second;
    Judgement judgement;
};

/// The same failures, each in the terms of its own cluster; none: the cold start.
struct ComparedFailure {
    std::vector<PlanEvent> first;
    std::vector<PlanEvent> second;
    std::vector<ComparedService> services; ///< as LayoutComparison::services
};

/// Failures of which the last is possible in one layout only.
struct OneSidedFailure {
    bool inFirst = true;
    std::vector<PlanEvent> events; ///< in the terms of that cluster
    bool isUnknown = false;        ///< the other has no such node or service at all
};

struct LayoutComparison {
    /// Services of both, the first's indices and the second's, in the first's order.
    std::vector<std::pair<ServiceIndex, ServiceIndex>> services;
    std::vector<ServiceIndex> onlyFirst;
    std::vector<ServiceIndex> onlySecond;
    std::vector<ComparedFailure> failures; ///< the cold start, single ones, pairs
    std::vector<OneSidedFailure> oneSided;
    bool wasCutShort = false; ///< the caller ended it

    /// Over all failures and services.
    std::int64_t count(Verdict verdict) const;
};

struct LayoutOptions {
    int failures = 1; ///< in a row; each strikes at rest in both
    SimDuration tolerance = SimDuration::seconds(10);
    int threads = 1; ///< makes no difference to the result
    /// Called now and then with the part that is done, 0 to 1; returning false ends it early.
    std::function<bool(double)> progress;
};

/// What makes the comparison impossible, if anything does: nothing in common, too many failures,
/// central processing.
std::optional<Diagnostic> whatForbidsComparing(const Scenario& first, const Scenario& second,
                                               const LayoutOptions& options);

/// @p first and @p second as they were read; see baseScenario() for what of them is used. What must
/// be kept apart in either of them must be in both.
LayoutComparison compareLayouts(const Scenario& first, const Scenario& second,
                                const LayoutOptions& options);

} // namespace rgsim
