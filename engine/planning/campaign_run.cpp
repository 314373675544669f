#include "planning/campaign_run.h"

#include "base/fingerprint.h"
#include "planning/failure_chain.h"

namespace rgsim {

std::uint64_t campaignRunSeed(std::uint64_t seed, std::int64_t run)
{
    Fingerprint mixed;
    mixed.add(seed);
    mixed.add("campaign run");
    mixed.add(static_cast<std::uint64_t>(run));
    return mixed.value();
}

CampaignRun::CampaignRun(const Scenario& scenario, const SimulationState& start, SimDuration length)
    : m_scenario(scenario), m_start(start), m_length(length), m_simulation(scenario),
      m_watch(scenario.cluster, scenario.groups),
      m_processFailures(scenario.cluster.services.size())
{
}

CampaignRun::End CampaignRun::run(std::uint64_t seed, const std::atomic<bool>* cancel,
                                  std::int64_t mostItems)
{
    constexpr std::int64_t stepsPerLook = 1024;
    SimulationState state = m_start;
    beginRates(state.world, m_scenario.cluster, m_scenario.plan, seed);
    const SimTime end = state.world.now + m_length;
    m_simulation.setState(std::move(state));
    m_simulation.log().clear();
    m_watch.begin(m_simulation.state());
    for (std::int64_t steps = 0; m_simulation.step(end); ++steps) {
        m_watch.note(m_simulation.state(), m_simulation.log().rows());
        m_simulation.log().clear();
        if (steps % stepsPerLook != 0)
            continue;
        if (cancel != nullptr && *cancel)
            return End::Cancelled;
        if (items() > mostItems)
            return End::TooManyEvents;
    }
    if (m_simulation.hitEventLimit())
        return End::TooManyEvents;
    m_watch.finish(end);
    countControls(seed);
    return End::Complete;
}

void CampaignRun::countControls(std::uint64_t seed)
{
    m_failures = 0;
    m_nodeFailures = 0;
    m_nodesBroken = 0;
    m_processFailures.assign(m_scenario.cluster.services.size(), 0);
    for (const FailureRate& rate : m_scenario.plan.rates) {
        const RandomStream stream(seed, rateStreamName(rate, m_scenario.cluster));
        const ChainCount count = countFailures(rate, stream, m_length);
        m_failures += count.failures;
        if (!hasExpectedCount(rate))
            continue;
        m_nodesBroken += count.broken.ms;
        if (rate.node != noNode)
            m_nodeFailures += count.failures;
        else
            m_processFailures[static_cast<std::size_t>(rate.service)] += count.failures;
    }
}

ControlValues CampaignRun::controlsOf(const std::vector<ServiceIndex>& services) const
{
    ControlValues values = {m_nodeFailures, m_nodesBroken, 0};
    for (const ServiceIndex service : services)
        values[2] += m_processFailures[static_cast<std::size_t>(service)];
    return values;
}

void CampaignRun::addTo(CampaignTally& tally) const
{
    tally.services.resize(m_watch.services().size());
    tally.groups.resize(m_watch.groups().size());
    ++tally.runs;
    tally.failures += m_failures;
    for (std::size_t i = 0; i < tally.services.size(); ++i)
        tally.services[i].add(m_watch.services()[i], controlsOf({static_cast<ServiceIndex>(i)}));
    for (std::size_t i = 0; i < tally.groups.size(); ++i)
        tally.groups[i].add(m_watch.groups()[i], controlsOf(m_scenario.groups[i].services));
}

} // namespace rgsim
