#include "deploy/guard_files.h"

#include "guard/guard.h"
#include "guard/guard_in_script.h"
#include "guard/init_script.h"
#include "guard/sysconfig_text.h"

#include <string>
#include <utility>

namespace rgsim {

namespace {

Sysconfig settingsOf(const Cluster& cluster, const Service& service)
{
    Sysconfig settings;
    settings.enabled = cluster.guardMode != GuardMode::Off;
    settings.myService = service.fullName;
    for (const std::string& entry : service.collisions) {
        for (const std::string_view word : splitWords(entry))
            settings.collisions.emplace_back(word);
    }
    if (cluster.guardMode == GuardMode::Hardened)
        settings.refusalFails = cluster.hardenedGuardFails;
    return settings;
}

class GuardFiles {
public:
    GuardFiles(const Cluster& cluster, const Service& service, const ServiceScript& script,
               const DaemonChoice& daemon, const ExistingFiles& existing)
        : m_cluster(cluster), m_service(service), m_script(script), m_daemon(daemon),
          m_oldSettings(existing(script.sysconfigPath())), m_initPath(script.initPath()),
          m_oldScript(existing(m_initPath))
    {
        if (m_oldScript)
            return;
        m_oldScript = existing(script.otherInitPath()); // a copy without the usual link
        if (m_oldScript)
            m_initPath = script.otherInitPath();
    }

    Result<NodeFiles> write()
    {
        writeSettings(settingsOf(m_cluster, m_service));
        if (m_cluster.guardMode != GuardMode::Off)
            writeScript();
        return finished();
    }

    Result<NodeFiles> remove()
    {
        if (m_oldSettings) {
            Result<Sysconfig> read = sysconfigIn(m_oldSettings->toStdString());
            if (read.ok()) {
                read->enabled = false;
                writeSettings(*read);
            }
        }
        if (m_oldScript)
            add(m_initPath, withoutGuard(m_oldScript->toStdString()), true);
        return finished();
    }

private:
    void add(const std::string& path, const std::string& text, bool isExecutable)
    {
        m_files.push_back({path, QByteArray::fromStdString(text), isExecutable});
    }

    // What is wrong with a text belongs to its file, and to the service it was written for.
    std::optional<std::string> taken(const Result<std::string>& text, const std::string& path)
    {
        for (Diagnostic problem : text.diagnostics.items()) {
            if (problem.place.file.empty())
                problem.place.file = path;
            m_diagnostics.add(std::move(problem));
        }
        return text.value;
    }

    void writeSettings(const Sysconfig& settings)
    {
        const std::string path = m_script.sysconfigPath();
        const auto text =
            taken(m_oldSettings ? withSysconfig(m_oldSettings->toStdString(), settings)
                                : sysconfigText(settings, m_script.prog),
                  path);
        if (text)
            add(path, *text, false);
    }

    void writeScript()
    {
        InitScriptSpec spec;
        spec.program = m_script.prog;
        spec.form = m_cluster.guardMode;
        spec.command = m_daemon.command;
        spec.pidFile = m_daemon.pidFile;
        const std::string& path = m_initPath;
        if (!m_oldScript) {
            if (const auto text = taken(initScriptText(spec), path))
                add(path, *text, true);
            return;
        }
        const std::string old = m_oldScript->toStdString();
        const GuardInScript found = guardIn(old);
        const bool isTyped = found.kind == GuardInScript::Kind::ByHand && found.form == spec.form;
        if (isTyped)
            add(path, old, true);
        else if (const auto text = taken(withGuard(old, spec), path))
            add(path, *text, true);
    }

    Result<NodeFiles> finished()
    {
        Result<NodeFiles> result;
        result.diagnostics = m_diagnostics;
        if (!m_diagnostics.hasErrors())
            result.value = std::move(m_files);
        return result;
    }

    const Cluster& m_cluster;
    const Service& m_service;
    const ServiceScript& m_script;
    const DaemonChoice& m_daemon;
    std::optional<QByteArray> m_oldSettings;
    std::string m_initPath;
    std::optional<QByteArray> m_oldScript;
    NodeFiles m_files;
    Diagnostics m_diagnostics;
};

} // namespace

Result<NodeFiles> guardFiles(const Cluster& cluster, const Service& service,
                             const ServiceScript& script, const DaemonChoice& daemon,
                             const ExistingFiles& existing)
{
    GuardFiles files(cluster, service, script, daemon, existing);
    return service.isGuarded ? files.write() : files.remove();
}

} // namespace rgsim
