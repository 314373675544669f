#include "session/script_trial.h"

#include "deploy/script_harness.h"
#include "deploy/trial_scripts.h"
#include "simulation/simulation.h"

#include <optional>
#include <string>

namespace rgsim::gui {

namespace {

// Null if it was given up. The sandbox lives and ends on this thread.
ScriptTrialResultPtr tryScripts(const RunPtr& run, const QString& scriptFile,
                                const LatestTask::GiveUp& giveUp)
{
    auto result = std::make_shared<ScriptTrialResult>();
    result->run = run;
    std::optional<std::string> file;
    if (!scriptFile.isEmpty())
        file = scriptFile.toStdString();
    const Result<TrialScripts> scripts = scriptsToTry(run->cluster(), file);
    result->problems = scripts.diagnostics;
    if (!scripts.ok())
        return result;
    const Result<std::unique_ptr<ScriptHarness>> harness =
        ScriptHarness::open(scripts->scripts, scripts->areOurs);
    result->problems.append(harness.diagnostics);
    if (!harness.ok())
        return result;
    ScriptGate gate(**harness, *scripts);
    Simulation simulation(run->scenario());
    simulation.setStartGate(&gate);
    while (!giveUp && simulation.step(run->scenario().until)) {
    }
    if (giveUp)
        return nullptr;
    result->starts = gate.starts();
    result->differences = gate.differences();
    return result;
}

} // namespace

ScriptTrial::ScriptTrial(Document& document, QObject* parent)
    : QObject(parent), m_document(document)
{
    connect(&document, &Document::reopened, this, &ScriptTrial::forget);
    connect(&document, &Document::branchesChanged, this, &ScriptTrial::begin);
    connect(&document, &Document::draftChanged, this, &ScriptTrial::begin);
    connect(&document, &Document::runChanged, this, &ScriptTrial::begin);
}

void ScriptTrial::setOn(bool isOn)
{
    if (isOn == m_isOn || (isOn && !m_document.isOpen()))
        return;
    m_isOn = isOn;
    begin();
    emit changed();
}

void ScriptTrial::setScriptFile(const QString& path)
{
    if (path == m_scriptFile)
        return;
    m_scriptFile = path;
    m_result.reset();
    begin();
    emit changed();
}

// Neither the switch nor somebody's script is meant for the next file too.
void ScriptTrial::forget()
{
    m_isOn = false;
    m_scriptFile.clear();
    m_result.reset();
    m_task.cancel();
    emit changed();
}

// Whatever is under way is of an older run, or of the other branch.
void ScriptTrial::begin()
{
    const RunPtr run = m_document.run();
    const bool isWanted = m_isOn && run && !m_document.active().isComputing;
    if (isWanted && m_result && m_result->run == run)
        return;
    m_task.cancel();
    m_result.reset();
    if (!isWanted) {
        if (m_isOn)
            emit changed();
        return;
    }
    m_task.start([this, run, file = m_scriptFile](const LatestTask::GiveUp& giveUp) {
        const ScriptTrialResultPtr found = tryScripts(run, file, giveUp);
        return [this, found] {
            m_result = found;
            emit changed();
        };
    });
    emit changed();
}

} // namespace rgsim::gui
