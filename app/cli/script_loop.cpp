#include "script_loop.h"

#include "base/duration_text.h"
#include "deploy/script_difference.h"
#include "deploy/trial_scripts.h"
#include "output.h"

namespace rgsim {

bool ScriptLoop::open(const Cluster& cluster, const std::optional<std::string>& scriptFile)
{
    const Result<TrialScripts> scripts = scriptsToTry(cluster, scriptFile);
    printDiagnostics(scripts.diagnostics);
    if (!scripts.ok())
        return false;
    Result<std::unique_ptr<ScriptHarness>> harness =
        ScriptHarness::open(scripts->scripts, scripts->areOurs);
    printDiagnostics(harness.diagnostics);
    if (!harness.ok())
        return false;
    m_harness = std::move(*harness);
    m_gate = std::make_unique<ScriptGate>(*m_harness, *scripts);
    return true;
}

bool ScriptLoop::report(const Cluster& cluster) const
{
    if (!m_gate)
        return true;
    const std::size_t count = m_gate->differences().size();
    constexpr std::size_t mostShown = 10;
    std::string text = "script in the loop: " + std::to_string(m_gate->starts()) + " starts, " +
                       (count == 0 ? "no" : std::to_string(count)) + " differences\n";
    for (std::size_t i = 0; i < std::min(count, mostShown); ++i) {
        const ScriptGateDifference& difference = m_gate->differences()[i];
        text += '\n' + formatDuration(difference.view.now - SimTime{}) + ": " +
                cluster.service(difference.service).fullName + " on " +
                cluster.node(difference.node).name + ": " +
                differenceSentence(difference.verdict, difference.outcome) + '\n' +
                stateText(difference.config, difference.view, cluster.node(difference.node).name) +
                outcomeText(difference.outcome);
    }
    if (count > mostShown)
        text += "\nand " + std::to_string(count - mostShown) + " more\n";
    writeOut('\n' + text);
    return count == 0;
}

} // namespace rgsim
