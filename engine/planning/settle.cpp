#include "planning/settle.h"

#include "simulation/rest.h"

namespace rgsim {

namespace {

// Most come to rest sooner; until then it is not worth while to look for circles.
constexpr SimDuration beforeCircles = SimDuration::seconds(60);
constexpr SimDuration betweenLooks = SimDuration::seconds(10);

// Finds a state that comes again with little memory: one state is remembered, and replaced after
// twice as many looks each time (Brent's method).
class CircleFinder {
public:
    explicit CircleFinder(SimTime from) : m_next(from + beforeCircles) {}

    bool isClosed(const Simulation& simulation)
    {
        if (simulation.now() < m_next)
            return false;
        m_next = simulation.now() + betweenLooks;
        const StateKey key = stateKey(simulation.scenario().cluster, simulation.state());
        if (m_looks > 0 && key == m_remembered) {
            m_period = simulation.now() - m_at;
            return true;
        }
        if (m_looks++ == m_until) {
            m_until *= 2;
            m_remembered = key;
            m_at = simulation.now();
        }
        return false;
    }
    SimDuration period() const { return m_period; }

private:
    SimTime m_next;
    StateKey m_remembered;
    SimTime m_at;
    SimDuration m_period;
    std::int64_t m_looks = 0;
    std::int64_t m_until = 1;
};

bool isPlanDone(const Simulation& simulation)
{
    return simulation.state().world.nextPlanEvent >= simulation.events().size();
}

} // namespace

Settled settle(Simulation& simulation, SimTime latest, const AfterItem& afterItem)
{
    CircleFinder circle(simulation.now());
    while (simulation.step(latest)) {
        if (afterItem)
            afterItem(simulation);
        if (!isPlanDone(simulation))
            continue;
        if (isAtRest(simulation))
            return {Rest::Reached, simulation.now(), {}};
        if (circle.isClosed(simulation))
            return {Rest::Repeats, simulation.now(), circle.period()};
    }
    return {isPlanDone(simulation) && isAtRest(simulation) ? Rest::Reached : Rest::NotReached,
            simulation.now(),
            {}};
}

} // namespace rgsim
