#include "planning/layout_comparison.h"

#include "analysis/cluster_match.h"
#include "planning/base_scenario.h"
#include "planning/failure_sequences.h"
#include "planning/failures.h"
#include "planning/placement_question.h"

#include <algorithm>
#include <string>

namespace rgsim {

namespace {

using Apart = std::vector<std::vector<ServiceIndex>>;
using Events = std::vector<PlanEvent>;

constexpr std::int64_t mostSequences = 100'000;

struct Side {
    Scenario base;
    Apart apart;
};

// One sequence of failures in both, with what can follow it.
struct Job {
    Events first;
    Events second;
};
struct Done {
    ComparedFailure compared;
    std::vector<Job> next;
    std::vector<OneSidedFailure> oneSided;
};

Judgement judged(bool isBetter, Aspect aspect)
{
    return {isBetter ? Verdict::Better : Verdict::Worse, aspect};
}

// What is the matter for good is worse than any time of it. Nothing if there is no difference.
std::optional<Judgement> judgeTimes(SimDuration first, bool firstForGood, SimDuration second,
                                    bool secondForGood, Aspect aspect, SimDuration tolerance)
{
    if (firstForGood != secondForGood)
        return judged(firstForGood, aspect);
    const SimDuration more = second - first;
    if (firstForGood || (more <= tolerance && more >= SimDuration{} - tolerance))
        return std::nullopt;
    return judged(more < SimDuration{}, aspect);
}

// Rules of both, in the terms of the first.
void addRulesOf(const Cluster& from, const ClusterMatch& match, Apart& apart)
{
    const Apart others = mustStayApart(from);
    for (std::size_t i = 0; i < others.size(); ++i) {
        const ServiceIndex here = match.service(static_cast<ServiceIndex>(i));
        for (const ServiceIndex other : others[i]) {
            const ServiceIndex there = match.service(other);
            if (here >= 0 && there >= 0)
                apart[static_cast<std::size_t>(here)].push_back(there);
        }
    }
    for (std::vector<ServiceIndex>& services : apart) {
        std::sort(services.begin(), services.end());
        services.erase(std::unique(services.begin(), services.end()), services.end());
    }
}

Side sideOf(const Scenario& scenario, const Scenario& other)
{
    Side side{baseScenario(scenario), mustStayApart(scenario.cluster)};
    addRulesOf(other.cluster, ClusterMatch(scenario.cluster, other.cluster), side.apart);
    return side;
}

class Comparing {
public:
    Comparing(const Scenario& first, const Scenario& second, const LayoutOptions& options)
        : m_first(sideOf(first, second)), m_second(sideOf(second, first)),
          m_match(m_first.base.cluster, m_second.base.cluster), m_options(options)
    {
    }
    LayoutComparison run();

private:
    void matchServices();
    Done tryOut(const Job& job, bool isLast) const;
    void compareServices(const Trial& first, const Trial& second, ComparedFailure& compared) const;
    void findNext(const Trial& first, const Trial& second, Done& done) const;
    bool isSame(const PlanEvent& first, const PlanEvent& second) const;
    bool isKnown(const PlanEvent& event, const Cluster& cluster, const Cluster& other) const;

    Side m_first;
    Side m_second;
    ClusterMatch m_match;
    const LayoutOptions& m_options;
    LayoutComparison m_result;
};

void Comparing::matchServices()
{
    std::vector<bool> isMatched(m_first.base.cluster.services.size(), false);
    for (ServiceIndex i = 0; i < m_second.base.cluster.serviceCount(); ++i) {
        const ServiceIndex first = m_match.service(i);
        if (first < 0) {
            m_result.onlySecond.push_back(i);
            continue;
        }
        m_result.services.emplace_back(first, i);
        isMatched[static_cast<std::size_t>(first)] = true;
    }
    std::sort(m_result.services.begin(), m_result.services.end());
    for (std::size_t i = 0; i < isMatched.size(); ++i) {
        if (!isMatched[i])
            m_result.onlyFirst.push_back(static_cast<ServiceIndex>(i));
    }
}

bool Comparing::isSame(const PlanEvent& first, const PlanEvent& second) const
{
    if (first.kind != second.kind)
        return false;
    switch (first.kind) {
    case PlanKind::Crash:
        return first.node == m_match.node(second.node);
    case PlanKind::Isolate:
        return first.nodes.front() == m_match.node(second.nodes.front());
    default: // a process is known by its service, not by what its script is called
        return victimOf(first, m_first.base.cluster) ==
               m_match.service(victimOf(second, m_second.base.cluster));
    }
}

bool Comparing::isKnown(const PlanEvent& event, const Cluster& cluster, const Cluster& other) const
{
    if (event.kind == PlanKind::ProcessDies)
        return other.serviceByName(cluster.service(victimOf(event, cluster)).fullName) != noService;
    const NodeIndex node = event.kind == PlanKind::Isolate ? event.nodes.front() : event.node;
    return other.nodeByName(cluster.node(node).name) != noNode;
}

void Comparing::compareServices(const Trial& first, const Trial& second,
                                ComparedFailure& compared) const
{
    const std::vector<FailureOutcome> ones = outcomesOf(first, m_first.apart);
    const std::vector<FailureOutcome> others = outcomesOf(second, m_second.apart);
    for (const auto& [a, b] : m_result.services) {
        ComparedService service{
            ones[static_cast<std::size_t>(a)], others[static_cast<std::size_t>(b)], {}};
        service.judgement =
            judge(service.first, service.second,
                  service.first.node == m_match.node(service.second.node), m_options.tolerance);
        compared.services.push_back(service);
    }
}

void Comparing::findNext(const Trial& first, const Trial& second, Done& done) const
{
    const SimTime at = std::max(nextStrike(first.settled), nextStrike(second.settled));
    const auto longer = [at](const Events& before, PlanEvent event) {
        Events events = before;
        event.at = at;
        events.push_back(std::move(event));
        return events;
    };
    const Events ones = possibleFailures(first.cluster(), first.state);
    Events others = possibleFailures(second.cluster(), second.state);
    for (const PlanEvent& one : ones) {
        const auto same = std::find_if(others.begin(), others.end(),
                                       [&](const PlanEvent& other) { return isSame(one, other); });
        if (same == others.end()) {
            done.oneSided.push_back({true, longer(first.events, one),
                                     !isKnown(one, first.cluster(), second.cluster())});
            continue;
        }
        done.next.push_back({longer(first.events, one), longer(second.events, *same)});
        others.erase(same);
    }
    for (const PlanEvent& other : others)
        done.oneSided.push_back({false, longer(second.events, other),
                                 !isKnown(other, second.cluster(), first.cluster())});
}

Done Comparing::tryOut(const Job& job, bool isLast) const
{
    const Trial first = makeTrial(m_first.base, job.first);
    const Trial second = makeTrial(m_second.base, job.second);
    Done done;
    done.compared.first = job.first;
    done.compared.second = job.second;
    compareServices(first, second, done.compared);
    if (!isLast)
        findNext(first, second, done);
    return done;
}

LayoutComparison Comparing::run()
{
    matchServices();
    const auto expected =
        static_cast<double>(sequenceCount(m_first.base.cluster, m_options.failures));
    const auto take = [&](Done&& done) {
        m_result.failures.push_back(std::move(done.compared));
        std::move(done.oneSided.begin(), done.oneSided.end(),
                  std::back_inserter(m_result.oneSided));
        const auto part = static_cast<double>(m_result.failures.size()) / expected;
        return !m_options.progress || m_options.progress(part);
    };
    const auto attempt = [this](const Job& job, bool isLast) { return tryOut(job, isLast); };
    m_result.wasCutShort =
        !tryLevels<Job, Done>({}, m_options.failures, m_options.threads, attempt, take);
    return std::move(m_result);
}

template <typename Items, typename IsThere>
bool noneIsThere(const Items& items, IsThere isThere)
{
    return std::none_of(items.begin(), items.end(), isThere);
}

} // namespace

const char* toString(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Same:
        return "same";
    case Verdict::Moved:
        return "moved";
    case Verdict::Better:
        return "better";
    case Verdict::Worse:
        break;
    }
    return "worse";
}

Judgement judge(const FailureOutcome& first, const FailureOutcome& second, bool onSameNode,
                SimDuration tolerance)
{
    if (first.end != second.end)
        return judged(second.end < first.end, Aspect::End);
    const bool wereTogether = !first.together.isZero();
    const bool areTogether = !second.together.isZero();
    if (wereTogether != areTogether)
        return judged(wereTogether, Aspect::Together);
    if (const auto together = judgeTimes(first.together, first.togetherForGood, second.together,
                                         second.togetherForGood, Aspect::Together, tolerance))
        return *together;
    const bool isDown = first.end != ServiceEnd::Runs; // for ever, or again and again
    if (const auto downtime = judgeTimes(first.downtime, isDown, second.downtime, isDown,
                                         Aspect::Downtime, tolerance))
        return *downtime;
    if (const auto phantom = judgeTimes(first.phantom, first.phantomForGood, second.phantom,
                                        second.phantomForGood, Aspect::Phantom, tolerance))
        return *phantom;
    if (first.end == ServiceEnd::Runs && !onSameNode)
        return {Verdict::Moved, Aspect::Node};
    return {};
}

std::int64_t LayoutComparison::count(Verdict verdict) const
{
    std::int64_t number = 0;
    for (const ComparedFailure& failure : failures)
        number += std::count_if(failure.services.begin(), failure.services.end(),
                                [verdict](const ComparedService& service) {
                                    return service.judgement.verdict == verdict;
                                });
    return number;
}

std::optional<Diagnostic> whatForbidsComparing(const Scenario& first, const Scenario& second,
                                               const LayoutOptions& options)
{
    Diagnostic diagnostic;
    const Cluster& ones = first.cluster;
    const Cluster& others = second.cluster;
    if (ones.processing == Processing::Central || others.processing == Processing::Central) {
        diagnostic.what = "clusters with central processing are not compared";
        diagnostic.remedy = "set central_processing=\"0\"";
        return diagnostic;
    }
    if (noneIsThere(ones.nodes,
                    [&](const Node& node) { return others.nodeByName(node.name) != noNode; })) {
        diagnostic.what = "the two have no node of the same name";
        diagnostic.remedy = "compare two layouts of the same machines; names must be equal";
        return diagnostic;
    }
    if (noneIsThere(ones.services, [&](const Service& service) {
            return others.serviceByName(service.fullName) != noService;
        })) {
        diagnostic.what = "the two have no service of the same name";
        diagnostic.remedy = "compare two layouts of the same services; names must be equal";
        return diagnostic;
    }
    for (const Cluster* cluster : {&ones, &others}) {
        if (const auto problem = tooManySequences(*cluster, options.failures, mostSequences,
                                                  "compare with --failures 1"))
            return problem;
    }
    return std::nullopt;
}

LayoutComparison compareLayouts(const Scenario& first, const Scenario& second,
                                const LayoutOptions& options)
{
    return Comparing(first, second, options).run();
}

} // namespace rgsim
