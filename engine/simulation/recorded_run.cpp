#include "simulation/recorded_run.h"

#include "base/ensure.h"

#include <algorithm>
#include <utility>

namespace rgsim {

namespace {

// What kept states may take together, and an estimate for one: almost all of it is per node and
// service.
constexpr std::size_t mostBytes = 64U << 20U;
std::size_t estimatedBytes(const Cluster& cluster)
{
    const std::size_t places = cluster.nodes.size() * cluster.services.size();
    return 4096 + places * (sizeof(Worker) + sizeof(TreePlace) + 4 * sizeof(ResourceKnowledge)) +
           cluster.services.size() * sizeof(ServiceRecord) +
           cluster.resources.size() * sizeof(NodeSet);
}

} // namespace

RecordedRun::RecordedRun(std::shared_ptr<const Scenario> scenario)
    : m_scenario(std::move(scenario)), m_simulation(std::make_unique<Simulation>(*m_scenario)),
      m_mostKept(std::clamp<std::size_t>(mostBytes / estimatedBytes(m_scenario->cluster), 4, 128))
{
    keep();
}

RecordedRun::~RecordedRun() = default;
RecordedRun::RecordedRun(RecordedRun&&) noexcept = default;
RecordedRun& RecordedRun::operator=(RecordedRun&&) noexcept = default;

bool RecordedRun::advance(int items)
{
    for (int i = 0; i < items && !m_isOver; ++i) {
        if (!m_simulation->step(m_scenario->until)) {
            m_simulation->runUntil(m_scenario->until); // sets the clock to the end
            m_isOver = true;
        } else if (m_simulation->state().world.itemsHandled >= m_nextKept) {
            keep();
        }
    }
    return !m_isOver;
}

void RecordedRun::finish()
{
    while (advance(1 << 16)) {
    }
}

// When there are too many, every second one goes and the distance doubles: few states, evenly
// spread, however long the run.
void RecordedRun::keep()
{
    if (m_kept.size() >= m_mostKept) {
        std::size_t left = 0;
        for (std::size_t i = 0; i < m_kept.size(); i += 2) {
            if (left != i)
                m_kept[left] = std::move(m_kept[i]);
            ++left;
        }
        m_kept.resize(left);
        m_distance *= 2;
    }
    m_kept.push_back(m_simulation->state());
    m_nextKept = m_simulation->state().world.itemsHandled + m_distance;
}

const SimulationState& RecordedRun::nearestStateBefore(SimTime at) const
{
    // A state kept at an instant may lie between two items of that instant.
    const auto later = std::lower_bound(
        m_kept.begin(), m_kept.end(), at,
        [](const SimulationState& state, SimTime time) { return state.world.now < time; });
    return later == m_kept.begin() ? m_kept.front() : *(later - 1);
}

SimulationState RecordedRun::stateAt(SimTime at) const
{
    ENSURE(m_isOver);
    Simulation simulation(*m_scenario);
    simulation.log().setEnabled(false);
    simulation.setState(nearestStateBefore(at));
    simulation.runUntil(std::min(at, end()));
    return simulation.state();
}

SimulationState RecordedRun::stateBefore(SimTime at) const
{
    return stateAt(at - SimDuration::milliseconds(1));
}

} // namespace rgsim
