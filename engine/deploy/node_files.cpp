#include "deploy/node_files.h"

#include "deploy/guard_files.h"
#include "deploy/readme_text.h"
#include "deploy/safe_path.h"
#include "formats/cluster_conf_reader.h"
#include "formats/cluster_conf_update.h"
#include "formats/cluster_conf_writer.h"
#include "formats/scenario_writer.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace rgsim {

const char* const readmePath = "README";
const char* const planPath = "scenario.json";

namespace {

constexpr const char* confPath = "etc/cluster/cluster.conf";

class Exporter {
public:
    Exporter(const ScenarioFile& plan, const ExportOptions& options)
        : m_plan(plan), m_options(options)
    {
    }

    Result<NodeFiles> make()
    {
        chooseForm();
        checkNames();
        findScripts();
        checkDaemons();
        if (!m_diagnostics.hasErrors())
            addNodes();
        Result<NodeFiles> result;
        if (!m_diagnostics.hasErrors())
            result.value = m_options.hasOverview ? withOverview() : m_files;
        result.diagnostics = m_diagnostics;
        return result;
    }

private:
    Cluster& cluster() { return m_plan.scenario.cluster; }
    void error(std::string what, std::string remedy)
    {
        m_diagnostics.error({cluster().sourceFile, 0, 0, {}}, std::move(what), std::move(remedy));
    }
    void warning(std::string what, std::string remedy)
    {
        m_diagnostics.warning({cluster().sourceFile, 0, 0, {}}, std::move(what), std::move(remedy));
    }

    void chooseForm();
    void checkNames();
    void findScripts();
    bool isUsable(const Service& service, const ServiceScript& script);
    void checkDaemons();
    void addNodes();
    void addFilesOf(const std::string& prefix);
    void addConf(const std::string& prefix, const ExistingFiles& existing);
    Result<QByteArray> confText(const std::string& path, const std::optional<QByteArray>& existing);
    NodeFiles withOverview();

    ScenarioFile m_plan;
    const ExportOptions& m_options;
    std::map<ServiceIndex, ServiceScript> m_scripts;
    NodeFiles m_files;
    Diagnostics m_diagnostics;
};

void Exporter::chooseForm()
{
    Cluster& planned = cluster();
    if (m_options.removesGuard) {
        planned.guardMode = GuardMode::Off;
        for (Service& service : planned.services)
            service.isGuarded = false;
        return;
    }
    if (m_options.form && planned.guardMode == GuardMode::Off)
        planned.guardKeepApartRules();
    if (m_options.form)
        planned.guardMode = *m_options.form;
    else if (planned.guardMode == GuardMode::Exact) {
        planned.guardMode = GuardMode::Hardened;
        m_diagnostics.note({planned.sourceFile, 0, 0, {}},
                           "no script has the exact form of the guard: hardened is written");
    } else if (planned.guardMode == GuardMode::Off && !planned.keepApart.empty()) {
        warning("nothing in the files will keep services apart: the plan has no guard",
                "choose one with --form hardened");
    }
}

// These names stand in texts and paths; a cluster.conf could hold more than other files can.
void Exporter::checkNames()
{
    const auto isControl = [](char c) {
        return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
    };
    for (const Node& node : cluster().nodes) {
        const std::string reason = m_options.isPerNode ? whyNotAFileName(node.name) : std::string();
        if (!reason.empty())
            error("node \"" + shownName(node.name) + "\" can have no folder: its name " + reason,
                  "export one folder for all nodes");
        else if (std::any_of(node.name.begin(), node.name.end(), isControl))
            error("the name of node \"" + shownName(node.name) + "\" holds a control character",
                  "rename the node");
    }
    for (const Service& service : cluster().services) {
        if (std::any_of(service.name.begin(), service.name.end(), isControl))
            error("the name of " + shownName(service.fullName) + " holds a control character",
                  "rename the service");
        for (const std::string& collision : service.collisions) {
            if (service.isGuarded && collision.find(' ') != std::string::npos)
                warning("the guard of " + shownName(service.fullName) + " cannot find " +
                            shownName(collision) + ": its list is separated by blanks",
                        "name each service by itself, and none with a blank in its name");
        }
    }
}

bool Exporter::isUsable(const Service& service, const ServiceScript& script)
{
    const std::string name = shownName(service.fullName);
    if (!script.prog.empty())
        return true;
    if (service.isGuarded && !script.isThere)
        warning(name + " has no init script, so there is nothing that could ask its guard",
                "give it a script, or take it out of the keep-apart rules");
    else if (service.isGuarded)
        error("the guard of " + name + " cannot be written: its script \"" +
                  shownName(script.file) + "\" " + script.whyNot,
              "let the cluster.conf name a script /etc/init.d/<plain name>");
    return false;
}

void Exporter::findScripts()
{
    std::map<std::string, ServiceIndex> users;
    for (ServiceIndex index = 0; index < cluster().serviceCount(); ++index) {
        const Service& service = cluster().service(index);
        const ServiceScript script = scriptOf(cluster(), service);
        if (!isUsable(service, script))
            continue;
        const auto [user, isFirst] = users.emplace(script.prog, index);
        if (isFirst) {
            m_scripts.emplace(index, script);
            continue;
        }
        const Service& other = cluster().service(user->second);
        if (!service.isGuarded && !other.isGuarded)
            continue;
        const std::string both = shownName(other.fullName) + " and " + shownName(service.fullName) +
                                 " share the script " + script.file;
        if (service.isGuarded && other.isGuarded) {
            error(both + ", whose settings can be for one of them only",
                  "give each a script of its own");
            continue;
        }
        warning(both + ": the guard of one will act for the other",
                "give each a script of its own");
        if (service.isGuarded) {
            m_scripts.erase(user->second);
            m_scripts.emplace(index, script);
            user->second = index;
        }
    }
}

void Exporter::checkDaemons()
{
    for (const auto& [prog, daemon] : m_options.daemons) {
        const bool isKnown =
            std::any_of(m_scripts.begin(), m_scripts.end(),
                        [&prog = prog](const auto& each) { return each.second.prog == prog; });
        if (!isKnown)
            error("no service has the init script /etc/init.d/" + shownName(prog),
                  "name a script of the plan");
    }
}

void Exporter::addNodes()
{
    if (!m_options.isPerNode)
        return addFilesOf({});
    for (const Node& node : cluster().nodes)
        addFilesOf(node.name + '/');
}

void Exporter::addFilesOf(const std::string& prefix)
{
    // A folder for all nodes is as good a beginning for a node's own.
    const ExistingFiles existing = [this, &prefix](const std::string& path) {
        if (!m_options.existing)
            return std::optional<QByteArray>();
        const std::optional<QByteArray> own = m_options.existing(prefix + path);
        return own || prefix.empty() ? own : m_options.existing(path);
    };
    addConf(prefix, existing);
    for (const auto& [index, script] : m_scripts) {
        const auto chosen = m_options.daemons.find(script.prog);
        Result<NodeFiles> files = guardFiles(
            cluster(), cluster().service(index), script,
            chosen != m_options.daemons.end() ? chosen->second : DaemonChoice(), existing);
        m_diagnostics.append(files.diagnostics);
        for (NodeFile& file : files.ok() ? *files : NodeFiles()) {
            file.path.insert(0, prefix);
            m_files.push_back(std::move(file));
        }
    }
}

void Exporter::addConf(const std::string& prefix, const ExistingFiles& existing)
{
    const Result<QByteArray> text = confText(prefix + confPath, existing(confPath));
    m_diagnostics.append(text.diagnostics);
    if (text.ok())
        m_files.push_back({prefix + confPath, *text, false});
}

Result<QByteArray> Exporter::confText(const std::string& path,
                                      const std::optional<QByteArray>& existing)
{
    const bool isInline = m_plan.source.kind == ClusterSource::Kind::Inline;
    const QByteArray origin = !isInline ? QByteArray::fromStdString(m_plan.source.confText)
                                        : existing.value_or(QByteArray());
    const std::shared_ptr<const ResourceTypes>& types = cluster().types;
    Result<QByteArray> text;
    if (!origin.isEmpty()) {
        Result<Cluster> before = readClusterConf(origin, path, types);
        if (before.ok())
            return updateClusterConf(origin, path, *before, cluster());
        text.diagnostics = before.diagnostics;
        return text;
    }
    const QByteArray written = writeClusterConf(cluster());
    const Result<Cluster> reread = readClusterConf(written, path, types);
    if (reread.ok() && clusterConfTree(*reread) == clusterConfTree(cluster()))
        text.value = written;
    else
        error("a cluster.conf cannot say what this cluster is", "correct the names in the plan");
    return text;
}

// The plan as it was exported, in one file: nothing beside it is needed to read it.
NodeFiles Exporter::withOverview()
{
    ReadmeFacts facts;
    facts.isPerNode = m_options.isPerNode;
    const bool hasGuard = std::any_of(m_scripts.begin(), m_scripts.end(), [this](const auto& each) {
        return cluster().service(each.first).isGuarded;
    });
    if (hasGuard)
        facts.form = cluster().guardMode;
    if (m_plan.source.kind == ClusterSource::Kind::ConfFile)
        m_plan.source.kind = ClusterSource::Kind::ConfText;
    NodeFiles files = {
        {readmePath, QByteArray::fromStdString(readmeText(m_plan.scenario, m_files, facts)), false},
        {planPath, writeScenario(m_plan), false}};
    files.insert(files.end(), std::make_move_iterator(m_files.begin()),
                 std::make_move_iterator(m_files.end()));
    return files;
}

} // namespace

Result<NodeFiles> nodeFiles(const ScenarioFile& plan, const ExportOptions& options)
{
    return Exporter(plan, options).make();
}

} // namespace rgsim
