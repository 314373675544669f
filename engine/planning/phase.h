// How long a service is down as a function of the instant at which something fails, over one round
// of the status checks. Exact: the function is found in its linear pieces, not sampled.
#pragma once

#include "base/diagnostic.h"
#include "planning/outcome.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rgsim {

struct PhaseQuestion {
    PlanEvent failure; ///< without a time
    ServiceIndex service = noService;
};

/// While from < t < to, and at the ends that belong to it, the downtime is linear in t. A piece of
/// one instant has both ends. t counts from PhaseAnswer::origin.
struct PhasePiece {
    SimDuration from;
    SimDuration to;
    bool hasFrom = false; ///< t = from belongs to it
    bool hasTo = false;
    ServiceEnd end = ServiceEnd::Runs; ///< otherwise it is not back, and the two below mean nothing
    SimDuration atFrom;                ///< the downtime at `from`, as a limit if that is not in it
    SimDuration atTo;

    bool operator==(const PhasePiece&) const = default;
    bool contains(SimDuration t) const;
    /// Requires contains(@p t) and end == Runs.
    SimDuration downtimeAt(SimDuration t) const;
};

/// A least or greatest downtime; not attained: it comes as near to it as one likes.
struct PhaseExtreme {
    SimDuration downtime;
    SimDuration at; ///< the first instant where it is so
    bool isAttained = false;

    bool operator==(const PhaseExtreme&) const = default;
};

struct PhaseAnswer {
    PhaseQuestion question;
    SimTime origin;                 ///< t = 0: at rest, a multiple of the cycle
    SimDuration cycle;              ///< after it the function repeats
    std::vector<PhasePiece> pieces; ///< in order, without gaps, over 0 <= t < cycle

    /// Over the instants at which it is back; nothing if there are none.
    std::optional<PhaseExtreme> least() const;
    std::optional<PhaseExtreme> greatest() const;
    /// The integral over those pieces by their length, in seconds; nothing if they have no length.
    std::optional<double> mean() const;
    /// It is back whenever it happens.
    bool isAlwaysBack() const;
};

struct PhaseOptions {
    int threads = 1; ///< makes no difference to the result
    /// Called now and then with the part that is done, 0 to 1; returning false ends it early.
    std::function<bool(double)> progress;
};

/// For every service that really runs when the cold start has come to rest: the death of its
/// process, and the crash of its node.
std::vector<PhaseQuestion> usualQuestions(const Scenario& scenario);

/// One failure: what it does to @p of or, if that is noService, to the service whose process dies,
/// or to every service that runs when the cold start has come to rest.
std::vector<PhaseQuestion> questionsAbout(const Scenario& scenario, const PlanEvent& failure,
                                          ServiceIndex of);

/// What makes the questions impossible, if anything does: the cluster never comes to rest, there is
/// nothing to ask, the service does not run or no check would notice, too many instants.
std::optional<Diagnostic> whatForbidsPhase(const Scenario& scenario,
                                           const std::vector<PhaseQuestion>& questions);

/// The answers in the order of the questions; fewer if progress ended it. Requires that
/// whatForbidsPhase() has nothing to say.
std::vector<PhaseAnswer> phasesOf(const Scenario& scenario,
                                  const std::vector<PhaseQuestion>& questions,
                                  const PhaseOptions& options = {});

/// What happens to the service if the failure strikes at @p at, for one instant alone.
FailureOutcome outcomeAt(const Scenario& base, const PhaseQuestion& question, SimTime at);

} // namespace rgsim
