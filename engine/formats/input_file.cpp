#include "formats/input_file.h"

#include "cluster/cluster_checker.h"
#include "formats/cluster_conf_reader.h"
#include "formats/resource_types_reader.h"
#include "formats/scenario_plan_reader.h"
#include "formats/scenario_reader.h"
#include "formats/text_file.h"

#include <QDir>
#include <QFileInfo>

namespace rgsim {

namespace {

using Types = std::shared_ptr<const ResourceTypes>;

// The first character that says something about the format; 0 for a text without any.
char firstCharacter(const QByteArray& text)
{
    const QByteArray byteOrderMark = "\xef\xbb\xbf";
    qsizetype at = text.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
    while (at < text.size() && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r')))
        ++at;
    return at < text.size() ? text[at] : '\0';
}

Result<LoadedInput> fromClusterConf(const QByteArray& text, const std::string& path,
                                    const Types& types)
{
    Result<LoadedInput> result;
    Result<Cluster> cluster = readClusterConf(text, path, types);
    result.diagnostics = cluster.diagnostics;
    if (!cluster.ok())
        return result;
    result.value.emplace();
    result->kind = LoadedInput::Kind::ClusterConf;
    result->file.source = {ClusterSource::Kind::ConfText, text.toStdString(), {}};
    Scenario& scenario = result->file.scenario;
    scenario.name = QFileInfo(QString::fromStdString(path)).completeBaseName().toStdString();
    scenario.title = cluster->name;
    scenario.cluster = std::move(*cluster);
    scenario.plan = bootAllNodes(scenario.cluster);
    return result;
}

std::optional<LoadedInput> fromCase(const JsonCursor& cursor, const std::string& path,
                                    const Types& types)
{
    std::optional<ConformanceCase> read = readConformanceCase(cursor, path, types);
    if (!read)
        return std::nullopt;
    LoadedInput input;
    input.kind = LoadedInput::Kind::ConformanceCase;
    input.file.scenario = read->scenario;
    input.file.source = {ClusterSource::Kind::ConfText, read->confText, {}};
    input.conformanceCase = std::move(*read);
    return input;
}

std::optional<LoadedInput> fromScenario(const JsonCursor& cursor,
                                        const ScenarioReadOptions& options)
{
    std::optional<ScenarioFile> file = readScenario(cursor, options);
    if (!file)
        return std::nullopt;
    LoadedInput input;
    input.file = std::move(*file);
    return input;
}

// A case has its cluster.conf as plain text and knows no format number; a scenario has one.
std::optional<LoadedInput> fromValue(const JsonCursor& cursor, const ScenarioReadOptions& options)
{
    if (cursor.value().isArray()) {
        if (cursor.size() == 1)
            return fromCase(*cursor.element(0, "case"), options.fileName, options.types);
        cursor.error("this is a list of " + std::to_string(cursor.size()) + " conformance cases",
                     "give a file with one case, or check the list with \"rgsim conform\"");
        return std::nullopt;
    }
    const QJsonObject object = cursor.value().toObject();
    const bool isCase = !object.contains(QLatin1String("format")) &&
                        object.value(QLatin1String("cluster_conf")).isString();
    if (isCase)
        return fromCase(cursor, options.fileName, options.types);
    return fromScenario(cursor, options);
}

Result<LoadedInput> fromJson(const QByteArray& text, const ScenarioReadOptions& options)
{
    JsonReport report(text, options.fileName);
    Result<LoadedInput> result;
    if (const std::optional<QJsonValue> root = report.parse())
        result.value = fromValue(JsonCursor(report, *root, {}), options);
    result.diagnostics = report.diagnostics();
    if (report.hasErrors())
        result.value.reset();
    return result;
}

} // namespace

Result<LoadedInput> loadInput(const std::string& path, Types types)
{
    const Result<QByteArray> text = readTextFile(path);
    if (text.ok()) {
        const QFileInfo info(QString::fromStdString(path));
        return readInput(*text, path, info.absolutePath().toStdString(), std::move(types));
    }
    Result<LoadedInput> result;
    result.diagnostics = text.diagnostics;
    return result;
}

Result<LoadedInput> readInput(const QByteArray& text, const std::string& path,
                              const std::string& folder, Types types)
{
    if (!types)
        types = builtinResourceTypes();
    Result<LoadedInput> result;
    switch (firstCharacter(text)) {
    case '<':
        result = fromClusterConf(text, path, types);
        break;
    case '{':
    case '[':
        result = fromJson(text, {path, folder, types});
        break;
    case '\0':
        result.diagnostics.error({path, 0, 0, {}}, "the file is empty",
                                 "give a cluster.conf or a scenario");
        break;
    default:
        result.diagnostics.error({path, 1, 0, {}},
                                 "this is neither a cluster.conf (XML) nor a scenario (JSON)",
                                 "give one of the two");
    }
    if (result.ok() && result->kind != LoadedInput::Kind::ConformanceCase) {
        const Cluster& cluster = result->file.scenario.cluster;
        if (cluster.nodes.empty()) // its trees can be looked at, but nothing can happen to it
            result.diagnostics.error(
                {path, 0, 0, {}}, "the cluster has no nodes",
                "add <clusternodes>, or look at its trees with \"rgsim tree\"");
        result.diagnostics.append(checkCluster(cluster));
    }
    return result;
}

} // namespace rgsim
