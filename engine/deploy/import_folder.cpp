#include "deploy/import_folder.h"

#include "cluster/cluster_checker.h"
#include "deploy/folder_update.h"
#include "deploy/guard_import.h"
#include "deploy/guarded_script.h"
#include "deploy/node_files.h"
#include "formats/cluster_conf_reader.h"
#include "formats/input_file.h"
#include "formats/scenario_plan_reader.h"
#include "formats/scenario_reader.h"

#include <QDir>
#include <QFileInfo>

#include <set>
#include <utility>

namespace rgsim {

namespace {

using Types = std::shared_ptr<const ResourceTypes>;

constexpr const char* confPath = "etc/cluster/cluster.conf";

/// One node's files, or those of all nodes.
struct Place {
    std::string prefix;     ///< of its files in the folder
    ExistingFiles existing; ///< by paths that begin with "etc/"
    bool isEtc = false;     ///< the folder is the node's /etc itself

    /// As the person who looks for the file would name it.
    std::string nameOf(const QString& folder, const std::string& path) const
    {
        return folder.toStdString() + '/' + prefix +
               (isEtc ? path.substr(path.find('/') + 1) : path);
    }
};

ExistingFiles withoutEtc(const ExistingFiles& files)
{
    return [files](const std::string& path) { return files(path.substr(path.find('/') + 1)); };
}

ExistingFiles below(const ExistingFiles& files, const std::string& prefix)
{
    return [files, prefix](const std::string& path) { return files(prefix + path); };
}

// The folder itself as a node's / or its /etc, else its folders, one a node.
std::vector<Place> placesIn(const QString& folder, const ExistingFiles& files)
{
    if (files(confPath))
        return {{"", files, false}};
    const ExistingFiles inEtc = withoutEtc(files);
    if (inEtc(confPath))
        return {{"", inEtc, true}};
    std::vector<Place> places;
    for (const QString& name :
         QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const std::string prefix = name.toStdString() + '/';
        if (files(prefix + confPath))
            places.push_back({prefix, below(files, prefix), false});
    }
    return places;
}

class FolderImport {
public:
    FolderImport(const std::string& folder, Types types)
        : m_folder(QString::fromStdString(folder)), m_files(filesIn(m_folder)),
          m_types(std::move(types))
    {
    }

    Result<ScenarioFile> run()
    {
        if (!QFileInfo(m_folder).isDir()) {
            error("this is not a folder", "name an exported folder, or a node's /etc");
            return finished({});
        }
        m_places = placesIn(m_folder, m_files);
        if (m_places.empty()) {
            error("there is no etc/cluster/cluster.conf in this folder",
                  "name an exported folder, or a node's / or /etc");
            return finished({});
        }
        if (std::optional<ScenarioFile> plan = plannedFile())
            return finished(std::move(plan));
        std::optional<ScenarioFile> read = fromFiles(m_places.front());
        if (read)
            compareOthers(read->scenario.cluster);
        return finished(std::move(read));
    }

private:
    void error(std::string what, std::string remedy)
    {
        m_diagnostics.error({m_folder.toStdString(), 0, 0, {}}, std::move(what), std::move(remedy));
    }
    void addPlaced(Diagnostic problem, const Place& place)
    {
        problem.place.file = place.nameOf(m_folder, problem.place.file);
        m_diagnostics.add(std::move(problem));
    }

    std::optional<ScenarioFile> plannedFile();
    std::optional<ScenarioFile> fromFiles(const Place& place);
    void compareOthers(const Cluster& cluster);
    Result<ScenarioFile> finished(std::optional<ScenarioFile> file);

    QString m_folder;
    ExistingFiles m_files;
    Types m_types;
    std::vector<Place> m_places;
    Diagnostics m_diagnostics;
};

// The plan that was exported with the files, unless somebody changed one of them since.
std::optional<ScenarioFile> FolderImport::plannedFile()
{
    const std::optional<QByteArray> text = m_files(planPath);
    if (!text)
        return std::nullopt;
    ScenarioReadOptions reading;
    reading.fileName = planPath;
    reading.types = m_types;
    Result<ScenarioFile> plan = readScenario(*text, reading);
    const auto leaveAside = [this](const std::string& why) -> std::optional<ScenarioFile> {
        m_diagnostics.note({m_folder.toStdString() + '/' + planPath, 0, 0, {}},
                           "this plan is left aside: " + why, "the other files are read");
        return std::nullopt;
    };
    if (!plan.ok())
        return leaveAside(toString(plan.diagnostics.items().front()));
    ExportOptions options;
    options.isPerNode = !m_places.front().prefix.empty();
    options.hasOverview = false;
    options.existing = m_files;
    const Result<NodeFiles> files = nodeFiles(*plan, options);
    if (!files.ok())
        return leaveAside("it cannot be exported any more");
    for (const NodeFile& file : *files) {
        if (m_files(file.path) != file.contents)
            return leaveAside(file.path + " says something else");
    }
    return std::move(plan.value);
}

std::optional<ScenarioFile> FolderImport::fromFiles(const Place& place)
{
    const QByteArray text = *place.existing(confPath);
    const std::string confName = place.nameOf(m_folder, confPath);
    Result<Cluster> cluster = readClusterConf(text, confName, m_types);
    m_diagnostics.append(cluster.diagnostics);
    if (!cluster.ok())
        return std::nullopt;
    ScenarioFile file;
    file.source = {ClusterSource::Kind::ConfText, text.toStdString(), {}};
    Scenario& scenario = file.scenario;
    scenario.name = QDir(m_folder).dirName().toStdString();
    scenario.title = cluster->name;
    scenario.cluster = std::move(*cluster);
    const Diagnostics found = importGuards(scenario.cluster, place.existing);
    for (const Diagnostic& problem : found.items())
        addPlaced(problem, place);
    scenario.plan = bootAllNodes(scenario.cluster);
    return file;
}

void FolderImport::compareOthers(const Cluster& cluster)
{
    std::set<std::string> paths = {confPath};
    for (const Service& service : cluster.services) {
        const ServiceScript script = scriptOf(cluster, service);
        if (!script.prog.empty())
            paths.insert({script.sysconfigPath(), script.initPath()});
    }
    for (std::size_t i = 1; i < m_places.size(); ++i) {
        for (const std::string& path : paths) {
            if (m_places[i].existing(path) == m_places.front().existing(path))
                continue;
            Diagnostic problem{Severity::Warning,
                               {path, 0, 0, {}},
                               "this file is not the same as in " + m_places.front().prefix,
                               "the one in " + m_places.front().prefix + " is taken"};
            addPlaced(std::move(problem), m_places[i]);
        }
    }
}

Result<ScenarioFile> FolderImport::finished(std::optional<ScenarioFile> file)
{
    Result<ScenarioFile> result;
    if (file)
        m_diagnostics.append(checkCluster(file->scenario.cluster));
    result.diagnostics = m_diagnostics;
    result.value = std::move(file);
    return result;
}

} // namespace

Result<ScenarioFile> importFolder(const std::string& folder, Types types)
{
    return FolderImport(folder, std::move(types)).run();
}

} // namespace rgsim
