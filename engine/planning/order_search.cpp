#include "planning/order_search.h"

#include "simulation/rest.h"

#include <deque>
#include <set>
#include <utility>

namespace rgsim {

namespace {

struct Branch {
    SimulationState state;
    PropertyWatch watch;
    std::vector<OrderPick> order;
};

bool isPlanDone(const Simulation& simulation)
{
    return simulation.state().world.nextPlanEvent >= simulation.events().size();
}

class OrderSearch {
public:
    OrderSearch(Simulation& simulation, SimDuration cycle, SimTime latest, bool wantsMerged)
        : m_simulation(simulation), m_cycle(cycle), m_latest(latest), m_wantsMerged(wantsMerged)
    {
    }

    OrderedOutcomes search(const StruckState& from);

private:
    void load(const Branch& branch, const std::vector<OrderPick>& order);
    bool goOn(Branch branch);
    bool stepInAllOrders(const Branch& branch);
    bool passQuietScans(const Branch& branch);
    bool keep(const Branch& before, std::vector<OrderPick> order);
    bool finish(Settled settled, PropertyWatch watch, std::vector<OrderPick> order, bool isMerged);
    StateKey keyOf(const PropertyWatch& watch) const;
    bool isOver() const { return m_steps >= mostOrderSteps; }

    Simulation& m_simulation;
    const SimDuration m_cycle;
    const SimTime m_latest;
    const bool m_wantsMerged;
    std::deque<Branch> m_branches;
    std::set<StateKey> m_known;
    std::int64_t m_steps = 0;
    OrderedOutcomes m_found;
};

void OrderSearch::load(const Branch& branch, const std::vector<OrderPick>& order)
{
    m_simulation.log().clear();
    m_simulation.setState(branch.state);
    m_simulation.setOrder(order);
}

StateKey OrderSearch::keyOf(const PropertyWatch& watch) const
{
    const SimulationState& state = m_simulation.state();
    StateKey key = stateKey(m_simulation.scenario().cluster, state, TieOrder::IsOpen);
    Fingerprint past;
    watch.mixInto(past);
    past.add(state.world.nextPlanEvent);
    past.add(static_cast<std::uint64_t>(isPlanDone(m_simulation) ? state.world.now.ms % m_cycle.ms
                                                                 : state.world.now.ms));
    Fingerprint high;
    high.add(key.high);
    high.add(past.value());
    past.add(key.low);
    return {high.value(), past.value()};
}

// Returns whether to go on.
bool OrderSearch::finish(Settled settled, PropertyWatch watch, std::vector<OrderPick> order,
                         bool isMerged)
{
    const bool isBroken = watch.breach().has_value();
    m_found.outcomes.push_back(
        {std::move(order), settled, std::move(watch), m_simulation.state(), isMerged});
    return !isBroken;
}

// What the simulation's last step from @p before has left.
bool OrderSearch::keep(const Branch& before, std::vector<OrderPick> order)
{
    PropertyWatch watch = before.watch;
    watch.note(m_simulation.state(), m_simulation.log().rows());
    const bool isOther = order.size() > before.order.size();
    m_found.tried += isOther ? 1 : 0;
    if (watch.breach())
        return finish({Rest::Reached, m_simulation.now(), {}}, std::move(watch), std::move(order),
                      false);
    if (!m_known.insert(keyOf(watch)).second) {
        m_found.likeOthers += isOther ? 1 : 0;
        return !m_wantsMerged || finish({Rest::Reached, m_simulation.now(), {}}, std::move(watch),
                                        std::move(order), true);
    }
    m_branches.push_back({m_simulation.state(), std::move(watch), std::move(order)});
    return true;
}

// Scans that leave no trace but the clocks of their own nodes' checks may come in any order.
bool OrderSearch::passQuietScans(const Branch& branch)
{
    const auto tiedScans = [](const World& world) {
        std::size_t scans = 0;
        if (world.queue.empty())
            return scans;
        for (const QueueItem& item : world.queue.items()) {
            if (item.at == world.queue.top().at && item.kind != ItemKind::Scan)
                return std::size_t{0};
            scans += item.at == world.queue.top().at ? 1U : 0U;
        }
        return scans;
    };
    std::size_t scans = tiedScans(branch.state.world);
    const SimTime at = scans > 0 ? branch.state.world.queue.top().at : SimTime{};
    if (scans < 2 || at > m_latest)
        return false;
    const auto& plan = m_simulation.events();
    const std::uint32_t next = branch.state.world.nextPlanEvent;
    if (next < plan.size() && plan[next].at <= at)
        return false;
    load(branch, branch.order);
    for (; scans > 0; --scans) {
        if (!m_simulation.step(m_latest) || !m_simulation.log().rows().empty())
            return false;
    }
    return true;
}

// The choices of one step are found by taking it: first as usual, then with another candidate at
// each choice that came up, and so on for those that came up behind it.
bool OrderSearch::stepInAllOrders(const Branch& branch)
{
    std::vector<std::vector<OrderPick>> orders = {branch.order};
    while (!orders.empty() && !isOver()) {
        const std::vector<OrderPick> order = std::move(orders.back());
        orders.pop_back();
        std::vector<OrderChoice> seen;
        load(branch, order);
        m_simulation.recordChoices(&seen);
        const bool hasStepped = m_simulation.step(m_latest);
        m_simulation.recordChoices(nullptr);
        ++m_steps;
        if (!hasStepped) {
            PropertyWatch watch = branch.watch;
            watch.passTo(m_latest);
            return finish({Rest::NotReached, m_latest, {}}, std::move(watch), order, false);
        }
        const std::size_t picked = order.size() - branch.order.size();
        const OrderPick last = picked > 0 ? order.back() : OrderPick{};
        for (const OrderChoice& choice : seen) {
            if (picked > 0 && choice.pick <= last)
                continue; // chosen already, or left as usual before what was chosen
            for (std::uint32_t other = 1; other < choice.among; ++other) {
                orders.push_back(order);
                orders.back().push_back({choice.pick.at, choice.pick.choice, other});
            }
        }
        if (!keep(branch, order))
            return false;
    }
    return true;
}

bool OrderSearch::goOn(Branch branch)
{
    load(branch, branch.order);
    if (isPlanDone(m_simulation) && isAtRest(m_simulation)) {
        PropertyWatch watch = std::move(branch.watch);
        watch.passTo(m_simulation.now());
        watch.restForEver();
        return finish({Rest::Reached, m_simulation.now(), {}}, std::move(watch),
                      std::move(branch.order), false);
    }
    if (!passQuietScans(branch))
        return stepInAllOrders(branch);
    ++m_steps;
    return keep(branch, branch.order);
}

OrderedOutcomes OrderSearch::search(const StruckState& from)
{
    // As usual first: it shows circles as such, in which a search would only find nothing new.
    Branch branch{from.state, from.watch, from.order};
    load(branch, branch.order);
    PropertyWatch usual = from.watch;
    const Settled settled = settleWatched(m_simulation, usual, m_latest);
    bool isGoingOn = true;
    if (settled.rest != Rest::Reached || usual.breach())
        isGoingOn = finish(settled, std::move(usual), from.order, false);
    m_branches.push_back(std::move(branch));
    while (isGoingOn && !m_branches.empty()) {
        if (isOver()) {
            m_found.isComplete = false;
            break;
        }
        Branch next = std::move(m_branches.front());
        m_branches.pop_front();
        isGoingOn = goOn(std::move(next));
    }
    return std::move(m_found);
}

} // namespace

OrderedOutcomes ordersFrom(Simulation& simulation, const StruckState& from, SimDuration cycle,
                           SimTime latest, bool wantsMerged)
{
    return OrderSearch(simulation, cycle, latest, wantsMerged).search(from);
}

} // namespace rgsim
