#include "planning/what_if.h"

#include "base/limits.h"
#include "planning/campaign_run.h"
#include "planning/ordered_jobs.h"
#include "planning/repair_edits.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>

namespace rgsim {

namespace {

SimDuration halfOf(SimDuration time)
{
    return SimDuration{time.ms / 2};
}

// Returns whether that made a difference.
bool halve(SimDuration& time)
{
    const SimDuration before = std::exchange(time, halfOf(time));
    return time != before;
}

bool changeRates(Scenario& scenario, bool ofNodes, const auto& change)
{
    bool isChanged = false;
    for (FailureRate& rate : scenario.plan.rates) {
        if ((rate.node != noNode) == ofNodes)
            isChanged = change(rate) || isChanged;
    }
    return isChanged;
}

bool doubleTimeToFailure(FailureRate& rate)
{
    rate.timeToFailure.mean = rate.timeToFailure.mean * 2;
    return true;
}

bool recoverBy(Scenario& scenario, RecoveryPolicy policy)
{
    bool isChanged = false;
    for (Service& service : scenario.cluster.services) {
        if (service.recovery == RecoveryPolicy::Disable)
            continue; // somebody wants it to stay down
        isChanged = isChanged || service.recovery != policy;
        service.recovery = policy;
    }
    return isChanged;
}

bool changeTreeNodes(Scenario& scenario, const auto& change)
{
    bool isChanged = false;
    for (Service& service : scenario.cluster.services) {
        for (TreeNode& node : service.tree.nodes)
            isChanged = change(node) || isChanged;
    }
    return isChanged;
}

bool halveChecks(TreeNode& node)
{
    bool isChanged = false;
    for (StatusAction& check : node.checks)
        isChanged = halve(check.interval) || isChanged;
    return isChanged;
}

bool halveFencing(Scenario& scenario)
{
    bool isChanged = false;
    for (Node& node : scenario.cluster.nodes)
        isChanged = halve(node.fencingTime) || isChanged;
    return isChanged;
}

// It fails and is repaired as often as the last one.
bool addNode(Scenario& scenario)
{
    if (scenario.start || scenario.cluster.nodeCount() >= limits::maxNodes)
        return false;
    const auto last = static_cast<NodeIndex>(scenario.cluster.nodeCount() - 1);
    applyEdits(scenario, {{FlipEditKind::MoreNodes, noService, noDomain, noNode, 0}});
    const auto rates = scenario.plan.rates;
    for (FailureRate rate : rates) {
        if (rate.node != last)
            continue;
        rate.node = static_cast<NodeIndex>(last + 1);
        scenario.plan.rates.push_back(rate);
    }
    return true;
}

bool setGuard(Scenario& scenario, GuardMode mode, bool fails)
{
    Cluster& cluster = scenario.cluster;
    const bool isThere = cluster.guardMode == mode && cluster.hardenedGuardFails == fails;
    const bool isOff = cluster.guardMode == GuardMode::Off;
    if (isThere || (isOff && cluster.keepApart.empty()))
        return false;
    if (isOff)
        applyEdits(scenario, {{FlipEditKind::GuardRules, noService, noDomain, noNode,
                               static_cast<int>(mode)}});
    cluster.guardMode = mode;
    cluster.hardenedGuardFails = fails;
    return true;
}

bool changeGroups(Scenario& scenario, SimDuration BalancedGroup::*time)
{
    bool isChanged = false;
    for (BalancedGroup& group : scenario.groups)
        isChanged = halve(group.*time) || isChanged;
    return isChanged;
}

bool applyTimes(WhatIfChange change, Scenario& scenario)
{
    switch (change) {
    case WhatIfChange::StatusTwice:
        return changeTreeNodes(scenario, halveChecks);
    case WhatIfChange::PollTwice:
        return halve(scenario.cluster.statusPollInterval);
    case WhatIfChange::StartTwice:
        return changeTreeNodes(scenario, [](TreeNode& node) { return halve(node.times.start); });
    case WhatIfChange::StopTwice:
        return changeTreeNodes(scenario, [](TreeNode& node) { return halve(node.times.stop); });
    case WhatIfChange::DetectTwice:
        return halve(scenario.cluster.tokenTimeout);
    case WhatIfChange::FenceTwice:
        return halveFencing(scenario);
    case WhatIfChange::LookTwice:
        return changeGroups(scenario, &BalancedGroup::healthCheck);
    case WhatIfChange::SwitchTwice:
        return changeGroups(scenario, &BalancedGroup::switchTime);
    default:
        return false;
    }
}

bool apply(WhatIfChange change, Scenario& scenario)
{
    switch (change) {
    case WhatIfChange::NodesFailHalf:
        return changeRates(scenario, true, doubleTimeToFailure);
    case WhatIfChange::NodesRepairTwice:
        return changeRates(scenario, true,
                           [](FailureRate& rate) { return halve(rate.timeToRepair.mean); });
    case WhatIfChange::ProcessesDieHalf:
        return changeRates(scenario, false, doubleTimeToFailure);
    case WhatIfChange::Relocate:
        return recoverBy(scenario, RecoveryPolicy::Relocate);
    case WhatIfChange::Restart:
        return recoverBy(scenario, RecoveryPolicy::Restart);
    case WhatIfChange::OneMoreNode:
        return addNode(scenario);
    case WhatIfChange::HardenedGuard:
        return setGuard(scenario, GuardMode::Hardened, false);
    case WhatIfChange::FailingGuard:
        return setGuard(scenario, GuardMode::Hardened, true);
    case WhatIfChange::ExactGuard:
        return setGuard(scenario, GuardMode::Exact, false);
    case WhatIfChange::NoGuard:
        return std::exchange(scenario.cluster.guardMode, GuardMode::Off) != GuardMode::Off;
    default:
        return applyTimes(change, scenario);
    }
}

// One run's downtimes, in milliseconds.
struct Downtimes {
    std::vector<std::int64_t> services;
    std::vector<std::int64_t> groups;
};

// What one job brings: a run of the unchanged cluster and the same one with each change.
struct RunPart {
    CampaignTally unchanged;
    bool isEndless = false;
    Downtimes before;
    std::vector<std::optional<Downtimes>> after; ///< none: too many events
};

// A cluster to be run again and again.
struct Ground {
    explicit Ground(Scenario campaign)
        : scenario(std::move(campaign)), start(campaignStart(scenario))
    {
    }
    Scenario scenario;
    SimulationState start;
    std::atomic<bool> isEndless = false; ///< a run of it was: no other one is needed
};

// A run with a change may take so many times the items of the one without it, and some more.
constexpr std::int64_t mostTimesTheItems = 20;
constexpr std::int64_t mostItemsMore = 100'000;

Downtimes downtimesOf(const CampaignRun& run)
{
    Downtimes down;
    for (const ServiceOutcome& service : run.watch().services())
        down.services.push_back(service.total().ms);
    for (const GroupOutcome& group : run.watch().groups())
        down.groups.push_back(group.downtime().ms);
    return down;
}

// The runs of one thread.
class WhatIfWorker {
public:
    WhatIfWorker(const std::vector<std::unique_ptr<Ground>>& grounds,
                 const CampaignOptions& options, const CampaignControl& control)
        : m_grounds(grounds), m_options(options), m_control(control)
    {
        for (const auto& ground : grounds)
            m_runs.push_back(std::make_unique<CampaignRun>(ground->scenario, ground->start,
                                                           options.runLength()));
    }

    std::optional<RunPart> make(std::int64_t number)
    {
        const std::uint64_t seed = campaignRunSeed(m_options.seed, number);
        RunPart part;
        CampaignRun& unchanged = *m_runs.front();
        const CampaignRun::End end = unchanged.run(seed, m_control.cancel);
        if (end == CampaignRun::End::Cancelled)
            return std::nullopt;
        part.isEndless = end == CampaignRun::End::TooManyEvents;
        if (part.isEndless)
            return part;
        unchanged.addTo(part.unchanged);
        part.before = downtimesOf(unchanged);
        const std::int64_t most = unchanged.items() * mostTimesTheItems + mostItemsMore;
        for (std::size_t i = 1; i < m_runs.size(); ++i) {
            part.after.emplace_back();
            if (m_grounds[i]->isEndless)
                continue;
            const CampaignRun::End changed = m_runs[i]->run(seed, m_control.cancel, most);
            if (changed == CampaignRun::End::Cancelled)
                return std::nullopt;
            if (changed == CampaignRun::End::Complete)
                part.after.back() = downtimesOf(*m_runs[i]);
            else
                m_grounds[i]->isEndless = true;
        }
        return part;
    }

private:
    const std::vector<std::unique_ptr<Ground>>& m_grounds;
    const CampaignOptions& m_options;
    const CampaignControl& m_control;
    std::vector<std::unique_ptr<CampaignRun>> m_runs; ///< the unchanged cluster, then the changes
};

std::int64_t addDifferences(std::vector<MomentSums>& sums, const std::vector<std::int64_t>& before,
                            const std::vector<std::int64_t>& after)
{
    sums.resize(before.size());
    std::int64_t all = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        sums[i].add(before[i] - after[i], {});
        all += before[i] - after[i];
    }
    return all;
}

void addRun(WhatIfGain& gain, const Downtimes& before, const std::optional<Downtimes>& after)
{
    gain.isEndless = gain.isEndless || !after;
    if (gain.isEndless)
        return;
    const std::int64_t services = addDifferences(gain.services, before.services, after->services);
    const std::int64_t groups = addDifferences(gain.groups, before.groups, after->groups);
    gain.all.add(before.groups.empty() ? services : groups, {});
}

} // namespace

std::optional<Scenario> changedBy(WhatIfChange change, const Scenario& campaign)
{
    Scenario changed = campaign;
    if (!apply(change, changed))
        return std::nullopt;
    changed.cluster.finish();
    return changed;
}

WhatIfResult runWhatIf(const Scenario& campaign, const CampaignOptions& options,
                       const CampaignControl& control)
{
    WhatIfResult result;
    std::vector<std::unique_ptr<Ground>> grounds;
    grounds.push_back(std::make_unique<Ground>(campaign));
    for (std::size_t i = 0; i < whatIfChanges; ++i) {
        const auto change = static_cast<WhatIfChange>(i);
        std::optional<Scenario> changed = changedBy(change, campaign);
        if (!changed) {
            result.notApplicable.push_back(change);
            continue;
        }
        grounds.push_back(std::make_unique<Ground>(std::move(*changed)));
        result.gains.push_back({change, {}, {}, {}, false});
    }
    const std::int64_t first = options.firstRun();
    const std::int64_t end = options.endRun();
    const auto makeWorker = [&]() -> std::function<std::optional<RunPart>(std::int64_t)> {
        const auto worker = std::make_shared<WhatIfWorker>(grounds, options, control);
        return [worker](std::int64_t number) { return worker->make(number); };
    };
    const auto take = [&](std::int64_t number, RunPart&& part) {
        if (part.isEndless) {
            result.endlessRun = number;
            return false;
        }
        result.unchanged.add(part.unchanged);
        for (std::size_t i = 0; i < result.gains.size(); ++i)
            addRun(result.gains[i], part.before, part.after[i]);
        if (control.progress)
            control.progress(result.unchanged.runs, end - first);
        return true;
    };
    doInOrder<RunPart>(first, end, control.threads, makeWorker, take);
    result.wasCancelled = !result.endlessRun && result.unchanged.runs < end - first;
    return result;
}

} // namespace rgsim
