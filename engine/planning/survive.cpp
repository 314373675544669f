#include "planning/survive.h"

#include "planning/base_scenario.h"
#include "planning/failure_sequences.h"
#include "planning/placement_question.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

namespace rgsim {

namespace {

using Events = std::vector<PlanEvent>;

constexpr std::int64_t mostSequences = 100'000;
constexpr int mostFailures = 2;

// One sequence with what can follow it.
struct Done {
    SurvivedFailure failure;
    std::vector<Events> next;
};

bool everRan(const ServiceTimeline& service)
{
    return std::any_of(service.truth.begin(), service.truth.end(),
                       [](const TruthSegment& segment) { return !segment.runsOn.empty(); });
}

void countMarks(const Trial& trial, std::vector<SurvivedService>& services)
{
    for (const Mark& mark : trial.timeline.marks) {
        if (mark.at < trial.struck() || mark.service == noService)
            continue;
        SurvivedService& service = services[static_cast<std::size_t>(mark.service)];
        if (mark.kind == MarkKind::Relocated)
            ++service.relocations;
        else if (mark.kind == MarkKind::RestartedHere)
            ++service.restarts;
    }
}

class Surviving {
public:
    Surviving(const Scenario& scenario, const SurviveOptions& options)
        : m_base(baseScenario(scenario)), m_apart(mustStayApart(m_base.cluster)), m_options(options)
    {
    }
    SurviveReport run();

private:
    Done tryOut(const Events& events, bool isLast) const;

    Scenario m_base;
    std::vector<std::vector<ServiceIndex>> m_apart;
    const SurviveOptions& m_options;
};

Done Surviving::tryOut(const Events& events, bool isLast) const
{
    const Trial trial = makeTrial(m_base, events);
    Done done;
    done.failure.events = events;
    done.failure.rest = trial.settled.rest;
    done.failure.until = trial.scenario->until;
    for (const FailureOutcome& outcome : outcomesOf(trial, m_apart))
        done.failure.services.push_back({outcome, 0, 0, true});
    countMarks(trial, done.failure.services);
    for (std::size_t i = 0; i < done.failure.services.size(); ++i)
        done.failure.services[i].isWanted =
            m_base.cluster.services[i].autostart || everRan(trial.timeline.services[i]);
    done.failure.fingerprint = trial.fingerprint;
    if (!isLast)
        done.next = longerSequences(trial);
    return done;
}

SurviveReport Surviving::run()
{
    SurviveReport report;
    const auto expected = static_cast<double>(sequenceCount(m_base.cluster, m_options.failures));
    const auto take = [&](Done&& done) {
        report.failures.push_back(std::move(done.failure));
        const auto part = static_cast<double>(report.failures.size()) / expected;
        return !m_options.progress || m_options.progress(part);
    };
    const auto attempt = [this](const Events& events, bool isLast) {
        return tryOut(events, isLast);
    };
    report.wasCutShort =
        !tryLevels<Events, Done>({}, m_options.failures, m_options.threads, attempt, take);
    return report;
}

} // namespace

bool SurvivedFailure::operator==(const SurvivedFailure& other) const
{
    return rest == other.rest && until == other.until && fingerprint == other.fingerprint &&
           services == other.services;
}

bool SurvivedFailure::isSurvived() const
{
    return std::all_of(services.begin(), services.end(), [](const SurvivedService& service) {
        return service.isBack() && !service.breaksRule();
    });
}

SimDuration SurvivedFailure::longestDowntime() const
{
    SimDuration longest;
    for (const SurvivedService& service : services) {
        if (service.isWanted && service.isBack())
            longest = std::max(longest, service.outcome.downtime);
    }
    return longest;
}

bool SurviveReport::isSurvived() const
{
    return std::all_of(failures.begin(), failures.end(),
                       [](const SurvivedFailure& failure) { return failure.isSurvived(); });
}

std::vector<std::size_t> SurviveReport::worstFirst() const
{
    const auto badness = [this](std::size_t i) {
        const SurvivedFailure& failure = failures[i];
        const auto& all = failure.services;
        const auto broken = std::count_if(all.begin(), all.end(),
                                          [](const auto& service) { return service.breaksRule(); });
        const auto gone = std::count_if(all.begin(), all.end(),
                                        [](const auto& service) { return !service.isBack(); });
        return std::tuple(broken, gone, failure.longestDowntime());
    };
    std::vector<std::size_t> order(failures.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return badness(a) > badness(b); });
    return order;
}

std::optional<Diagnostic> whatForbidsSurviving(const Scenario& scenario,
                                               const SurviveOptions& options)
{
    Diagnostic diagnostic;
    if (options.failures < 1 || options.failures > mostFailures) {
        diagnostic.what = std::to_string(options.failures) + " failures in a row are not tried";
        diagnostic.remedy = "ask for 1 or 2; explore tries longer sequences";
        return diagnostic;
    }
    if (scenario.cluster.services.empty()) {
        diagnostic.what = "the cluster has no service";
        diagnostic.remedy = "add one under <rm>; there is nothing that could be lost";
        return diagnostic;
    }
    if (scenario.cluster.processing == Processing::Central) {
        diagnostic.what = "clusters with central processing are not tried";
        diagnostic.remedy = "set central_processing=\"0\"";
        return diagnostic;
    }
    return tooManySequences(scenario.cluster, options.failures, mostSequences,
                            "try it with --failures 1");
}

SurviveReport survive(const Scenario& scenario, const SurviveOptions& options)
{
    return Surviving(scenario, options).run();
}

Scenario scenarioOf(const Scenario& scenario, const SurvivedFailure& failure)
{
    return withEvents(baseScenario(scenario), failure.events, failure.until);
}

} // namespace rgsim
