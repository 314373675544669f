#include "planning/explore.h"

#include "analysis/snapshot.h"
#include "planning/failures.h"
#include "planning/ordered_jobs.h"
#include "planning/status_cycle.h"
#include "planning/strike_points.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

namespace rgsim {

namespace {

// One failure or recovery of a path, small, because there are many.
struct Step {
    std::int32_t before = -1; ///< position of the step before it
    PlanKind kind = PlanKind::Boot;
    AdminRequest request = AdminRequest::Enable;
    NodeIndex node = noNode; ///< the first of `nodes`, too
    ServiceIndex service = noService;
    ResourceIndex resource = noResource;
    std::int32_t order = -1; ///< position of the order in which things happened up to here
    bool isBegin = false;    ///< no event: the cold start, in an order that is not the usual one
    SimTime at;
};

// A state from which to go on: what has happened, and when the next thing strikes.
struct Waiting {
    std::int32_t step = -1;
    SimTime at;
};

// What a remembered state takes: itself, its step, its key and the table's overhead for that.
constexpr std::int64_t bytesPerState = sizeof(Step) + sizeof(Waiting) + sizeof(StateKey) + 40;

Step stepOf(const PlanEvent& event, std::int32_t before)
{
    const NodeIndex node = event.nodes.empty() ? event.node : event.nodes.front();
    Step step;
    step.before = before;
    step.kind = event.kind;
    step.request = event.request;
    step.node = node;
    step.service = event.service;
    step.resource = event.resource;
    step.at = event.at;
    return step;
}

PlanEvent eventOf(const Step& step)
{
    PlanEvent event;
    event.at = step.at;
    event.kind = step.kind;
    event.request = step.request;
    event.service = step.service;
    event.resource = step.resource;
    if (step.kind == PlanKind::Boot || step.kind == PlanKind::Isolate)
        event.nodes = {step.node};
    else
        event.node = step.node;
    return event;
}

// The search level by level. Only paths are kept: the state at the end of one is computed anew,
// which costs little beside all that is tried from there.
class Search {
public:
    Search(const ExploreGround& ground, const ExploreControl& control)
        : m_ground(ground), m_control(control)
    {
    }

    ExploreResult run();
    /// It met a state that does not come to rest, so that dropping services was not sound.
    bool metUnrest() const { return m_metUnrest; }

private:
    bool take(std::int32_t before, const Successor& successor, bool isBegin,
              std::vector<Waiting>& next);
    void count(const Expansion& expansion);
    void addLevel();
    std::int32_t addStep(std::int32_t before, const Successor& successor, bool isBegin);
    bool expandLevel(int level, const std::vector<Waiting>& waiting, std::vector<Waiting>& next);
    ExplorePath pathTo(std::int32_t step) const;
    bool isFull() const
    {
        return static_cast<std::int64_t>(m_visited.size()) * bytesPerState + m_orderBytes >
               m_ground.options.memory;
    }

    const ExploreGround& m_ground;
    const ExploreControl& m_control;
    std::vector<Step> m_steps;    ///< of complete levels: workers read them
    std::vector<Step> m_newSteps; ///< of the level that is under way, numbered behind them
    std::vector<std::vector<OrderPick>> m_orders; ///< of complete levels
    std::vector<std::vector<OrderPick>> m_newOrders;
    std::int64_t m_orderBytes = 0;
    std::set<StateKey> m_visited;
    ExploreResult m_result;
    bool m_isOver = false;
    bool m_metUnrest = false;
};

ExplorePath Search::pathTo(std::int32_t last) const
{
    ExplorePath path;
    if (last >= 0 && m_steps[static_cast<std::size_t>(last)].order >= 0)
        path.order =
            m_orders[static_cast<std::size_t>(m_steps[static_cast<std::size_t>(last)].order)];
    for (std::int32_t i = last; i >= 0; i = m_steps[static_cast<std::size_t>(i)].before) {
        const Step& step = m_steps[static_cast<std::size_t>(i)];
        if (!step.isBegin)
            path.events.push_back(eventOf(step));
    }
    std::reverse(path.events.begin(), path.events.end());
    return path;
}

void Search::count(const Expansion& expansion)
{
    m_result.possible += expansion.possible;
    m_result.orders += expansion.orders;
    m_result.likeOrders += expansion.likeOrders;
}

// The usual order of the cold start alone needs none.
std::int32_t Search::addStep(std::int32_t before, const Successor& successor, bool isBegin)
{
    if (isBegin && successor.order.empty())
        return -1;
    Step step = stepOf(successor.event, before);
    step.isBegin = isBegin;
    if (!successor.order.empty()) {
        step.order = static_cast<std::int32_t>(m_orders.size() + m_newOrders.size());
        m_newOrders.push_back(successor.order);
        m_orderBytes += static_cast<std::int64_t>(sizeof(m_newOrders.back()) +
                                                  successor.order.size() * sizeof(OrderPick));
    }
    m_newSteps.push_back(step);
    return static_cast<std::int32_t>(m_steps.size() + m_newSteps.size()) - 1;
}

// Returns whether to go on.
bool Search::take(std::int32_t before, const Successor& successor, bool isBegin,
                  std::vector<Waiting>& next)
{
    ++m_result.states;
    m_result.unsettled += successor.rest == Rest::NotReached ? 1 : 0;
    const bool isSliced =
        std::find(m_ground.counts.begin(), m_ground.counts.end(), false) != m_ground.counts.end();
    m_metUnrest = m_metUnrest || (isSliced && successor.rest != Rest::Reached);
    if (m_metUnrest)
        return false;
    if (successor.breach) {
        m_result.end = ExploreEnd::Violated;
        m_result.events = pathTo(before).events;
        m_result.order = successor.order;
        m_result.breach = *successor.breach;
        if (!isBegin)
            m_result.events.push_back(successor.event);
        return false;
    }
    std::int32_t step = -1;
    for (const StrikePoint& point : successor.points) {
        if (m_ground.options.folding && !m_visited.insert(point.key).second)
            continue;
        if (step < 0)
            step = addStep(before, successor, isBegin);
        next.push_back({step, point.at});
    }
    return true;
}

bool Search::expandLevel(int level, const std::vector<Waiting>& waiting, std::vector<Waiting>& next)
{
    const bool isLast = level == m_ground.options.depth;
    const auto isCancelled = [this] {
        return m_control.cancel != nullptr && m_control.cancel->load();
    };
    const auto makeWorker = [&]() -> std::function<std::optional<Expansion>(std::int64_t)> {
        const auto expander = std::make_shared<Expander>(m_ground);
        return [&, expander](std::int64_t number) -> std::optional<Expansion> {
            if (isCancelled())
                return std::nullopt;
            const Waiting& from = waiting[static_cast<std::size_t>(number)];
            return expander->expand(pathTo(from.step), from.at, isLast);
        };
    };
    const auto takeAll = [&](std::int64_t number, Expansion&& expansion) {
        count(expansion);
        for (const Successor& successor : expansion.successors) {
            if (!take(waiting[static_cast<std::size_t>(number)].step, successor, false, next))
                return false;
        }
        if (isFull() || !expansion.isComplete)
            m_result.end = ExploreEnd::OutOfMemory;
        if (m_control.progress)
            m_control.progress({level, number + 1, static_cast<std::int64_t>(waiting.size()),
                                m_result.states, m_result.possible});
        return m_result.end == ExploreEnd::Holds;
    };
    const auto all = static_cast<std::int64_t>(waiting.size());
    const std::int64_t taken = doInOrder<Expansion>(0, all, m_control.threads, makeWorker, takeAll);
    if (taken < all && m_result.end == ExploreEnd::Holds && !m_metUnrest)
        m_result.end = ExploreEnd::Cancelled;
    return m_result.end == ExploreEnd::Holds && !m_metUnrest;
}

void Search::addLevel()
{
    m_steps.insert(m_steps.end(), m_newSteps.begin(), m_newSteps.end());
    m_newSteps.clear();
    std::move(m_newOrders.begin(), m_newOrders.end(), std::back_inserter(m_orders));
    m_newOrders.clear();
}

ExploreResult Search::run()
{
    m_result.droppedServices = std::count(m_ground.counts.begin(), m_ground.counts.end(), false);
    std::vector<Waiting> waiting;
    const Expansion cold = Expander(m_ground).begin(m_ground.options.depth == 0);
    count(cold);
    for (const Successor& successor : cold.successors) {
        if (!take(-1, successor, true, waiting))
            return m_result;
    }
    if (!cold.isComplete) {
        m_result.end = ExploreEnd::OutOfMemory;
        return m_result;
    }
    addLevel();
    m_result.completeDepth = 0;
    for (int level = 1; level <= m_ground.options.depth; ++level) {
        std::vector<Waiting> next;
        if (!expandLevel(level, waiting, next))
            return m_result;
        m_result.completeDepth = level;
        addLevel();
        waiting = std::move(next);
    }
    return m_result;
}

double foldedShareOf(std::int64_t states, std::int64_t possible)
{
    if (possible <= states)
        return 0;
    return static_cast<double>(possible - states) / static_cast<double>(possible);
}

} // namespace

double ExploreProgress::foldedShare() const
{
    return foldedShareOf(states, possible);
}

double ExploreResult::foldedShare() const
{
    return foldedShareOf(states, possible);
}

std::vector<Property> keepApartProperties(const Cluster& cluster)
{
    std::vector<Property> properties;
    for (const KeepApartRule& rule : cluster.keepApart)
        properties.push_back({Property::Kind::NeverTogether, rule.services, {}, 0});
    return properties;
}

std::vector<Property> ownProperties(const Scenario& scenario)
{
    std::vector<Property> properties = scenario.properties;
    for (Property& property : keepApartProperties(scenario.cluster)) {
        if (std::find(properties.begin(), properties.end(), property) == properties.end())
            properties.push_back(std::move(property));
    }
    return properties;
}

namespace {

constexpr int mostOrderedNodes = 8; ///< which have 40,320 orders

// Without folding anything: an upper bound of what has to be remembered.
double mostBytes(const Scenario& base, const ExploreOptions& options, int depth)
{
    const auto steps = static_cast<double>(singleFailures(base.cluster).size());
    const double instants = options.phases
                                ? 2.0 * static_cast<double>(statusCycle(base.cluster).ms) /
                                      static_cast<double>(timeGrain(base.cluster).ms)
                                : 1.0;
    double level = 1;
    double all = 0;
    for (int i = 0; i < depth; ++i) {
        level *= instants * (i == 0 ? 1.0 : steps);
        all += level;
    }
    return all * static_cast<double>(bytesPerState);
}

std::string megabytes(double bytes)
{
    return std::to_string(std::llround(std::ceil(bytes / (1024.0 * 1024.0)))) + " MB";
}

void checkMemory(const Scenario& base, const ExploreOptions& options, Diagnostics& problems)
{
    const auto limit = static_cast<double>(options.memory);
    if (mostBytes(base, options, options.depth) <= limit)
        return;
    int fits = options.depth;
    while (fits > 0 && mostBytes(base, options, fits) > limit)
        --fits;
    const double wanted = mostBytes(base, options, options.depth);
    const bool isHuge = wanted > 1e15;
    problems.error({},
                   "to remember all states of depth " + std::to_string(options.depth) +
                       " may take " + (isHuge ? "more than any memory" : megabytes(wanted)) +
                       ", and " + megabytes(limit) + " are allowed",
                   "give --depth " + std::to_string(fits) +
                       (options.phases ? ", leave out --phases" : "") +
                       ", or allow more with --memory");
}

} // namespace

Diagnostics checkExplore(const Scenario& base, const std::vector<Property>& properties,
                         const ExploreOptions& options)
{
    Diagnostics problems;
    if (properties.empty())
        problems.error({}, "there is nothing to look for",
                       "name services with --never-together A,B or --property, or give the "
                       "scenario \"properties\" or \"keep_apart\" groups");
    for (const Property& property : properties) {
        for (const ServiceIndex index : property.services) {
            const Service& service = base.cluster.service(index);
            if (property.kind != Property::Kind::RelocationsPerFailure && !hasProcesses(service))
                problems.error({},
                               service.fullName + " has no resource that runs, so \"" +
                                   propertyText(base.cluster, property) + "\" says nothing",
                               "give it a script, or leave the property out");
        }
    }
    if (options.orders && base.cluster.nodeCount() > mostOrderedNodes)
        problems.error({},
                       std::to_string(base.cluster.nodeCount()) +
                           " nodes can hear of something in more orders than can be tried",
                       "leave out --orders, or ask about a cluster of up to " +
                           std::to_string(mostOrderedNodes) + " nodes");
    if (options.depth < 0)
        problems.error({}, "the depth is negative", "give 0 or more steps");
    else
        checkMemory(base, options, problems);
    return problems;
}

ExploreResult explore(const Scenario& base, const std::vector<Property>& properties,
                      const ExploreOptions& options, const ExploreControl& control)
{
    const ExploreGround ground(base, properties, options, options.folding);
    Search search(ground, control);
    ExploreResult result = search.run();
    if (!search.metUnrest())
        return result;
    // In a cluster that goes round in circles, time that other services take shifts its phase.
    const ExploreGround whole(base, properties, options, false);
    return Search(whole, control).run();
}

} // namespace rgsim
