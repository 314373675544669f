#include "deploy/guard_import.h"

#include "deploy/guarded_script.h"
#include "deploy/safe_path.h"
#include "guard/guard_in_script.h"
#include "guard/sysconfig_text.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace rgsim {

namespace {

using Pair = std::pair<ServiceIndex, ServiceIndex>;

struct Found {
    ServiceIndex service = noService;
    Sysconfig settings;
    std::optional<GuardMode> form; ///< none: there is no init script to look at
};

class GuardImport {
public:
    GuardImport(Cluster& cluster, const ExistingFiles& existing)
        : m_cluster(cluster), m_existing(existing)
    {
    }

    Diagnostics run()
    {
        for (ServiceIndex index = 0; index < m_cluster.serviceCount(); ++index)
            look(index);
        takeOver();
        m_cluster.keepApart = rules();
        m_cluster.finish();
        return m_diagnostics;
    }

private:
    void warning(const std::string& file, int line, std::string what, std::string remedy)
    {
        m_diagnostics.warning({file, line, 0, {}}, std::move(what), std::move(remedy));
    }

    void look(ServiceIndex index);
    std::optional<Sysconfig> settingsOf(const Service& service, const ServiceScript& script);
    std::optional<GuardInScript> guardOf(const ServiceScript& script);
    void judge(const Service& service, const ServiceScript& script, const GuardInScript& guard);
    void takeOver();
    GuardMode commonForm();
    std::vector<KeepApartRule> rules() const;
    std::set<Pair> collidingPairs() const;

    Cluster& m_cluster;
    const ExistingFiles& m_existing;
    std::vector<Found> m_found;
    Diagnostics m_diagnostics;
};

std::optional<Sysconfig> GuardImport::settingsOf(const Service& service,
                                                 const ServiceScript& script)
{
    const std::string path = script.sysconfigPath();
    const std::optional<QByteArray> text = m_existing(path);
    if (!text)
        return std::nullopt;
    Result<Sysconfig> read = sysconfigIn(text->toStdString());
    for (Diagnostic problem : read.diagnostics.items()) {
        if (problem.place.file.empty())
            problem.place.file = path;
        m_diagnostics.add(std::move(problem));
    }
    if (read.ok() && read->myService != service.fullName) {
        warning(path, 0,
                "CLUST_MYSERVICE is \"" + shownName(read->myService) +
                    "\", but the script is that of " + shownName(service.fullName),
                "write CLUST_MYSERVICE exactly as clustat shows the service");
        if (m_cluster.serviceByName(read->myService) != noService)
            return std::nullopt; // the settings are the other service's
    }
    return std::move(read.value);
}

std::optional<GuardInScript> GuardImport::guardOf(const ServiceScript& script)
{
    std::optional<QByteArray> text = m_existing(script.initPath());
    if (!text)
        text = m_existing(script.otherInitPath());
    return text ? std::optional(guardIn(text->toStdString())) : std::nullopt;
}

void GuardImport::judge(const Service& service, const ServiceScript& script,
                        const GuardInScript& guard)
{
    const std::string path = script.initPath();
    const std::string name = shownName(service.fullName);
    switch (guard.kind) {
    case GuardInScript::Kind::None:
        warning(path, 0, "the script of " + name + " has no guard that reads its settings",
                "export with --form hardened puts one in");
        break;
    case GuardInScript::Kind::Broken:
        warning(path, guard.line, "the guard of " + name + " is incomplete and is taken for none",
                "remove its rest by hand, then export again");
        break;
    case GuardInScript::Kind::ByHand:
        for (const std::string& difference : guard.differences)
            warning(path, guard.line, "the guard differs from the published one: " + difference,
                    "the simulator runs the published one");
        break;
    case GuardInScript::Kind::Ours:
        if (guard.isAltered)
            warning(path, guard.line, "the guard of " + name + " was altered by hand",
                    "exporting again brings it up to date");
        break;
    }
}

void GuardImport::look(ServiceIndex index)
{
    const Service& service = m_cluster.service(index);
    const ServiceScript script = scriptOf(m_cluster, service);
    if (script.prog.empty())
        return;
    const std::optional<GuardInScript> guard = guardOf(script);
    const bool hasGuard = guard && guard->form != GuardMode::Off;
    std::optional<Sysconfig> settings = settingsOf(service, script);
    if (!settings) {
        if (hasGuard)
            warning(script.initPath(), guard->line,
                    "the guard of " + shownName(service.fullName) + " has no settings of its own",
                    "give them in /" + script.sysconfigPath());
        return;
    }
    if (settings->enabled && guard)
        judge(service, script, *guard);
    if (settings->enabled && guard && !hasGuard)
        return;
    Found found;
    found.service = index;
    found.settings = std::move(*settings);
    if (guard)
        found.form = guard->form;
    m_found.push_back(std::move(found));
}

// Of several forms the weaker one: what it misses is missed.
GuardMode GuardImport::commonForm()
{
    std::set<GuardMode> forms;
    for (const Found& found : m_found) {
        if (found.settings.enabled && found.form)
            forms.insert(*found.form);
    }
    if (forms.empty()) {
        warning("etc/sysconfig", 0, "there are settings of guards, but no init scripts with them",
                "the published form is assumed");
        return GuardMode::Published;
    }
    if (forms.size() > 1)
        warning("etc/rc.d/init.d", 0, "the guards are not all of one form",
                "the published form is assumed for all; export brings them to one form");
    return *forms.begin();
}

void GuardImport::takeOver()
{
    const bool isAnyEnabled = std::any_of(
        m_found.begin(), m_found.end(), [](const Found& found) { return found.settings.enabled; });
    if (isAnyEnabled)
        m_cluster.guardMode = commonForm();
    std::set<bool> failing;
    for (const Found& found : m_found) {
        Service& service = m_cluster.services[static_cast<std::size_t>(found.service)];
        service.isGuarded = found.settings.enabled || !isAnyEnabled;
        service.collisions = found.settings.collisions;
        if (!service.isGuarded)
            warning(scriptOf(m_cluster, service).sysconfigPath(), 0,
                    "CLUST_ENABLED is not \"true\": the guard of " + shownName(service.fullName) +
                        " is switched off",
                    "switch it on, or take the settings away");
        if (service.isGuarded && m_cluster.guardMode == GuardMode::Hardened)
            failing.insert(found.settings.refusalFails.value_or(false));
    }
    if (failing.size() > 1)
        warning("etc/sysconfig", 0, "CLUST_REFUSAL is not the same for all services",
                "a refusal is taken for a claimed success everywhere");
    m_cluster.hardenedGuardFails = failing == std::set<bool>{true};
}

std::set<Pair> GuardImport::collidingPairs() const
{
    std::set<Pair> pairs;
    for (ServiceIndex index = 0; index < m_cluster.serviceCount(); ++index) {
        for (const std::string& name : m_cluster.service(index).collisions) {
            const ServiceIndex other = m_cluster.serviceByName(name);
            if (other != noService && other != index)
                pairs.emplace(std::min(index, other), std::max(index, other));
        }
    }
    return pairs;
}

// Groups of services that are all kept apart from each other, each as large as the services before
// it allow; every pair is in one of them.
std::vector<KeepApartRule> GuardImport::rules() const
{
    const std::set<Pair> pairs = collidingPairs();
    std::set<Pair> open = pairs;
    std::vector<KeepApartRule> rules;
    while (!open.empty()) {
        KeepApartRule rule;
        rule.services = {open.begin()->first, open.begin()->second};
        for (ServiceIndex next = rule.services.back() + 1; next < m_cluster.serviceCount();
             ++next) {
            const bool fits =
                std::all_of(rule.services.begin(), rule.services.end(), [&](ServiceIndex member) {
                    return pairs.count({member, next}) != 0;
                });
            if (fits)
                rule.services.push_back(next);
        }
        for (const ServiceIndex a : rule.services) {
            for (const ServiceIndex b : rule.services)
                open.erase({a, b});
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace

Diagnostics importGuards(Cluster& cluster, const ExistingFiles& existing)
{
    return GuardImport(cluster, existing).run();
}

} // namespace rgsim
