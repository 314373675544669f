#include "deploy/script_gate.h"

#include "simulation/clustat_view_of.h"

#include <algorithm>

namespace rgsim {

ScriptGate::ScriptGate(ScriptHarness& harness, const TrialScripts& scripts)
    : m_harness(harness), m_scripts(scripts)
{
}

SimDuration ScriptGate::lookDelay(const Cluster& cluster, ServiceIndex service)
{
    return m_engine.lookDelay(cluster, service);
}

GateVerdict ScriptGate::ask(const Cluster& cluster, const World& world, const ManagerState& state,
                            ServiceIndex service, NodeIndex node, bool wantDetail)
{
    GateVerdict answer = m_engine.ask(cluster, world, state, service, node, wantDetail);
    const auto script = m_scripts.scriptOf.find(service);
    if (script == m_scripts.scriptOf.end())
        return answer;
    GuardConfig config = guardConfigOf(cluster, service);
    config.prog = m_scripts.scripts[script->second].name;
    const ClustatView view = clustatViewOf(cluster, world, state, node);
    const std::string& hostname = cluster.node(node).name;
    const GuardVerdict verdict =
        guardVerdict(cluster.guardMode, config, view, hostname, cluster.hardenedGuardFails);
    const ScriptOutcome outcome =
        m_harness.ask({script->second, hostname, view,
                       settingsFor(config, cluster.guardMode, cluster.hardenedGuardFails)});
    ++m_starts;
    const StartOutcome did = resultOf(outcome);
    const bool isSame = did == resultOf(verdict);
    if (!isSame || (m_scripts.areOurs && !saysTheSame(outcome.output, verdict)))
        m_differences.push_back({service, node, config, view, verdict, outcome});
    if (isSame || did == StartOutcome::IsLost || did == StartOutcome::HasNoEnd)
        return answer;
    // The script is in the loop: what it does is what happens.
    answer.refuses = did != StartOutcome::Starts;
    answer.reportsFailure = did == StartOutcome::Fails;
    const SimDuration beforeTheLook = lookDelay(cluster, service);
    answer.delay = {std::max<std::int64_t>(outcome.slept.ms - beforeTheLook.ms, 0)};
    if (wantDetail)
        answer.detail += std::string(answer.detail.empty() ? "" : "; ") + "the script " +
                         describe(did) + " (exit code " + std::to_string(outcome.exitCode) + ')';
    return answer;
}

} // namespace rgsim
