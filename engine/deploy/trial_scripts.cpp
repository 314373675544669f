#include "deploy/trial_scripts.h"

#include "deploy/guarded_script.h"
#include "deploy/script_verdict.h"
#include "formats/text_file.h"
#include "guard/guard_in_script.h"
#include "guard/init_script.h"
#include "simulation/guard_gate.h"

namespace rgsim {

namespace {

std::vector<ServiceIndex> guardedServices(const Cluster& cluster, Diagnostics& problems)
{
    std::vector<ServiceIndex> guarded;
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        if (cluster.service(i).isGuarded)
            guarded.push_back(i);
    }
    if (guarded.empty())
        problems.error({}, "no service has a guard, so there is no script to run",
                       "choose one with --guard, and name services that must be kept apart");
    return guarded;
}

void checkSettings(const Cluster& cluster, ServiceIndex service, const std::string& program,
                   Diagnostics& problems)
{
    const Sysconfig settings =
        settingsFor(guardConfigOf(cluster, service), GuardMode::Published, false);
    problems.append(sysconfigText(settings, program).diagnostics);
}

/// The name under which its script is exported; a service without a script has its own.
std::string programOf(const Cluster& cluster, ServiceIndex service)
{
    const std::string name = scriptOf(cluster, cluster.service(service)).prog;
    return name.empty() ? cluster.service(service).name : name;
}

std::string baseName(const std::string& path)
{
    return path.substr(path.find_last_of('/') + 1);
}

} // namespace

Result<TrialScripts> writtenScripts(const Cluster& cluster, GuardMode form)
{
    Result<TrialScripts> result;
    TrialScripts found;
    found.areOurs = true;
    if (form == GuardMode::Off)
        result.diagnostics.error({}, "the guard is off, so there is no script to run",
                                 "choose the published or the hardened form");
    for (const ServiceIndex service : guardedServices(cluster, result.diagnostics)) {
        const std::string program = programOf(cluster, service);
        // A name that the sandbox does not know is noted by the shell itself, which is quickest.
        const Result<std::string> text = initScriptText({program, form, {program + "-daemon"}});
        result.diagnostics.append(text.diagnostics);
        if (!text.ok())
            break;
        checkSettings(cluster, service, program, result.diagnostics);
        found.scriptOf[service] = found.scripts.size();
        found.scripts.push_back({program, *text, {program}});
    }
    if (!result.diagnostics.hasErrors())
        result.value = std::move(found);
    return result;
}

Result<TrialScripts> foreignScript(const Cluster& cluster, const std::string& path,
                                   const std::string& text)
{
    Result<TrialScripts> result;
    TrialScripts found;
    found.scripts.push_back(sandboxScript(path, text));
    for (const ServiceIndex service : guardedServices(cluster, result.diagnostics)) {
        checkSettings(cluster, service, found.scripts[0].name, result.diagnostics);
        found.scriptOf[service] = 0;
    }
    if (!result.diagnostics.hasErrors())
        result.value = std::move(found);
    return result;
}

Result<TrialScripts> scriptsToTry(const Cluster& cluster, const std::optional<std::string>& file)
{
    if (!file)
        return writtenScripts(cluster, cluster.guardMode);
    const Result<QByteArray> text = readTextFile(*file);
    if (text.ok())
        return foreignScript(cluster, *file, text->toStdString());
    return {std::nullopt, text.diagnostics};
}

SandboxScript sandboxScript(const std::string& path, const std::string& text)
{
    SandboxScript script{baseName(path), text, {}};
    if (!isProgramName(script.name))
        script.name = "script";
    script.settings.push_back(script.name);
    const std::string program = guardIn(text).program;
    if (!program.empty() && program != script.name)
        script.settings.push_back(program);
    return script;
}

} // namespace rgsim
