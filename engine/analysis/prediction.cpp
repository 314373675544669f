#include "analysis/prediction.h"

#include "analysis/pieces.h"
#include "analysis/segments.h"

#include <algorithm>
#include <utility>

namespace rgsim {

namespace {

constexpr SimDuration instant = SimDuration::milliseconds(1);

// A run continued from an instant, with what its services did from then on.
class Fork {
public:
    Fork(const Scenario& scenario, SimulationState state, SimTime at, SimTime end);

    const ServiceTimeline& service(ServiceIndex i) const
    {
        return m_services[static_cast<std::size_t>(i)];
    }
    const SimulationState& state() const { return m_simulation.state(); }
    bool hitEventLimit() const { return m_simulation.hitEventLimit(); }
    SimDuration outageOf(ServiceIndex i) const;

private:
    void note();

    Simulation m_simulation;
    SimTime m_at;
    SimTime m_end;
    std::vector<ServiceTimeline> m_services;
};

template <typename Segment>
void appendIfNew(std::vector<Segment>& segments, const Segment& segment)
{
    if (segments.empty() || !isSame(segments.back(), segment))
        append(segments, segment);
}

// Most rows are rgmanager's own log lines.
bool mayChangeServices(const std::vector<LogRow>& rows)
{
    return std::any_of(rows.begin(), rows.end(), [](const LogRow& row) {
        return row.kind != RowKind::Syslog && row.kind != RowKind::Script;
    });
}

Fork::Fork(const Scenario& scenario, SimulationState state, SimTime at, SimTime end)
    : m_simulation(scenario), m_at(at), m_end(end), m_services(scenario.cluster.services.size())
{
    m_simulation.setState(std::move(state));
    for (ServiceIndex i = 0; i < scenario.cluster.serviceCount(); ++i)
        m_services[static_cast<std::size_t>(i)].hasProcesses =
            hasProcesses(scenario.cluster.service(i));
    m_simulation.runUntil(at - instant);
    m_simulation.log().clear();
    note();
    while (m_simulation.step(end)) {
        if (mayChangeServices(m_simulation.log().rows()))
            note();
        m_simulation.log().clear();
    }
    m_simulation.runUntil(end); // sets the clock
    for (ServiceTimeline& service : m_services) {
        finishSegments(service.belief, end);
        finishSegments(service.truth, end);
    }
}

void Fork::note()
{
    const SimTime now = std::max(m_simulation.now(), m_at);
    for (std::size_t i = 0; i < m_services.size(); ++i) {
        ServiceSnapshot snapshot =
            snapshotOf(m_simulation.scenario().cluster, state(), static_cast<ServiceIndex>(i));
        snapshot.belief.from = now;
        snapshot.truth.from = now;
        appendIfNew(m_services[i].belief, snapshot.belief);
        appendIfNew(m_services[i].truth, snapshot.truth);
    }
}

SimDuration Fork::outageOf(ServiceIndex i) const
{
    SimDuration outage;
    if (!service(i).hasProcesses)
        return outage;
    forEachPiece(service(i), m_at, m_end, [&](const Piece& piece) {
        if (piece.truth.runsOn.empty())
            outage = outage + piece.length();
    });
    return outage;
}

// When two lists that begin at the same instant first differ.
template <typename Segment>
SimTime firstDifference(const std::vector<Segment>& a, const std::vector<Segment>& b)
{
    const auto nextFrom = [](const std::vector<Segment>& segments, std::size_t i) {
        return i + 1 < segments.size() ? segments[i + 1].from : SimTime::never();
    };
    std::size_t i = 0;
    std::size_t j = 0;
    for (SimTime at = a.front().from; at != SimTime::never();) {
        if (!isSame(a[i], b[j]))
            return at;
        const SimTime nextA = nextFrom(a, i);
        const SimTime nextB = nextFrom(b, j);
        at = std::min(nextA, nextB);
        i += nextA == at ? 1U : 0U;
        j += nextB == at ? 1U : 0U;
    }
    return SimTime::never();
}

std::optional<SimTime> firstDifference(const ServiceTimeline& a, const ServiceTimeline& b)
{
    const SimTime at =
        std::min(firstDifference(a.belief, b.belief), firstDifference(a.truth, b.truth));
    return at == SimTime::never() ? std::nullopt : std::optional(at);
}

// The first segments already hold what changed at the very instant of the act.
std::optional<SimTime> settledAt(const ServiceTimeline& service, const ServiceSnapshot& before)
{
    const bool isChanged = service.belief.size() > 1 || service.truth.size() > 1 ||
                           !isSame(service.belief.front(), before.belief) ||
                           !isSame(service.truth.front(), before.truth);
    if (!isChanged)
        return std::nullopt;
    return std::max(service.belief.back().from, service.truth.back().from);
}

// A script that has begun knows when it ends, so a new fault that lets scripts hang may reach back
// to the beginning of those that are under way.
SimTime firstReached(const SimulationState& state, SimTime at)
{
    SimTime first = at;
    for (const Task& task : state.manager.tasks) {
        if (!task.isUsed || task.depth == 0)
            continue;
        const Handler handler = task.frames[static_cast<std::size_t>(task.depth - 1)].handler;
        if (handler == Handler::TreeStart || handler == Handler::TreeStop)
            first = std::min(first, task.operationBegan);
    }
    for (const WalkMemo& walk : state.manager.walks) {
        if (walk.isUsed)
            first = std::min(first, walk.began);
    }
    return first;
}

SimulationState stateForAct(const RecordedRun& run, const Scenario& withAct,
                            const SimulationState& before, SimTime at)
{
    const auto known = run.scenario().plan.scriptFaults.size();
    const std::vector<ScriptFault>& faults = withAct.plan.scriptFaults;
    const bool anyHangs = std::any_of(
        faults.begin() + static_cast<std::ptrdiff_t>(std::min(known, faults.size())), faults.end(),
        [](const ScriptFault& fault) { return fault.kind == ScriptFaultKind::Hangs; });
    const SimTime first = anyHangs ? firstReached(before, at) : at;
    return first < at ? run.stateBefore(first) : before;
}

std::vector<BrokenRule> brokenRules(const Cluster& cluster,
                                    const std::vector<PredictedService>& services)
{
    std::vector<BrokenRule> broken;
    for (std::size_t rule = 0; rule < cluster.keepApart.size(); ++rule) {
        std::vector<ServiceIndex> members = cluster.keepApart[rule].services;
        std::sort(members.begin(), members.end());
        members.erase(std::unique(members.begin(), members.end()), members.end());
        for (NodeIndex node = 0; node < cluster.nodeCount(); ++node) {
            BrokenRule found{rule, node, {}};
            std::copy_if(
                members.begin(), members.end(), std::back_inserter(found.services),
                [&](ServiceIndex service) {
                    return services[static_cast<std::size_t>(service)].atEnd.truth.runsOn.contains(
                        node);
                });
            if (found.services.size() > 1)
                broken.push_back(std::move(found));
        }
    }
    return broken;
}

} // namespace

Prediction predict(const RecordedRun& run, const Scenario& withAct, SimTime at, SimDuration horizon)
{
    const Cluster& cluster = withAct.cluster;
    Prediction prediction;
    prediction.at = std::clamp(at, SimTime{}, run.end());
    prediction.end = std::min(prediction.at + horizon, run.end());
    const SimulationState before = run.stateBefore(prediction.at);
    const Fork without(run.scenario(), before, prediction.at, prediction.end);
    const Fork with(withAct, stateForAct(run, withAct, before, prediction.at), prediction.at,
                    prediction.end);
    prediction.hitEventLimit = with.hitEventLimit();
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        PredictedService service;
        service.before = snapshotOf(cluster, before, i);
        service.atEnd = snapshotOf(cluster, with.state(), i);
        service.withoutAct = snapshotOf(cluster, without.state(), i);
        service.firstChange = firstDifference(with.service(i), without.service(i));
        service.settled = settledAt(with.service(i), service.before);
        service.outage = with.outageOf(i);
        service.outageWithoutAct = without.outageOf(i);
        prediction.services.push_back(service);
    }
    for (NodeIndex i = 0; i < cluster.nodeCount(); ++i)
        prediction.nodes.push_back({nodeStateIn(before, i), nodeStateIn(with.state(), i),
                                    nodeStateIn(without.state(), i)});
    prediction.brokenAtEnd = brokenRules(cluster, prediction.services);
    return prediction;
}

} // namespace rgsim
