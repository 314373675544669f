#include "formats/scenario_reader.h"

#include "base/limits.h"
#include "formats/cluster_conf_reader.h"
#include "formats/resource_types_reader.h"
#include "formats/scenario_cluster_reader.h"
#include "formats/scenario_groups.h"
#include "formats/scenario_order.h"
#include "formats/scenario_plan_reader.h"
#include "formats/scenario_properties.h"
#include "formats/scenario_references.h"
#include "formats/scenario_shapes.h"
#include "formats/scenario_start_reader.h"
#include "formats/scenario_times_reader.h"
#include "formats/suggestion.h"
#include "formats/text_file.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace rgsim {

namespace {

constexpr int maxConfLength = 16 * 1024 * 1024;
constexpr int maxConfLines = 1'000'000;
constexpr int maxPathLength = 4096;
constexpr int maxLessonSteps = 10'000;
constexpr int maxChoices = 26;

class ScenarioReader {
public:
    ScenarioReader(const JsonObjectCursor& object, const ScenarioReadOptions& options)
        : m_object(object), m_options(options)
    {
    }

    std::optional<ScenarioFile> read();

private:
    Scenario& scenario() { return m_file.scenario; }
    Cluster& cluster() { return m_file.scenario.cluster; }
    JsonReport& report() const { return m_object.self().report(); }

    void readFormat();
    void readTexts();
    bool readCluster();
    bool readConf(const JsonCursor& cursor);
    bool readConfText(const JsonCursor& cursor);
    bool readConfFile(const JsonCursor& cursor);
    std::optional<std::string> pathInFolder(const std::string& written,
                                            const JsonCursor& cursor) const;
    void readKeepApart(const ScenarioReferences& references);
    void readGuard(const ScenarioReferences& references);
    void readGuardedServices(const JsonCursor& cursor, const ScenarioReferences& references);
    void readSeed();
    void readLesson(const ScenarioReferences& references);
    void readLessonStep(const JsonCursor& cursor, const ScenarioReferences& references);
    void readQuestion(const JsonObjectCursor& object, LessonStep& step) const;

    const JsonObjectCursor& m_object;
    const ScenarioReadOptions& m_options;
    ScenarioFile m_file;
};

std::optional<ScenarioFile> ScenarioReader::read()
{
    readFormat();
    readTexts();
    readSeed();
    scenario().arbitration =
        static_cast<Arbitration>(m_object.choice("arbitration", scenario::arbitrationWords(), 0));
    scenario().order = readOrder(m_object);
    scenario().until = m_object.time("until", scenario().until);
    if (!readCluster())
        return std::nullopt;
    const ScenarioReferences references(cluster());
    readKeepApart(references);
    readGuard(references);
    scenario().groups = readGroups(m_object, references);
    scenario().properties = readProperties(m_object, references.names());
    if (const std::optional<JsonCursor> times = m_object.find("times"))
        readTimes(*times, references, cluster());
    if (const std::optional<JsonCursor> start = m_object.find("start"))
        scenario().start = readStartState(*start, references);
    scenario().plan = readFaultPlan(m_object, references);
    readLesson(references);
    cluster().finish(); // the guarded scripts follow from the guarded services
    if (report().hasErrors())
        return std::nullopt;
    return std::move(m_file);
}

void ScenarioReader::readFormat()
{
    const JsonCursor format = *m_object.find("format");
    const std::optional<std::int64_t> version =
        format.integer(0, std::numeric_limits<std::int32_t>::max());
    if (version && *version != scenario::formatVersion)
        format.error("format " + std::to_string(*version) + " is not known",
                     "this program reads format " + std::to_string(scenario::formatVersion));
}

void ScenarioReader::readTexts()
{
    m_object.text("$schema", maxPathLength); // for editors; nothing here needs it
    scenario().name = m_object.longText("name");
    scenario().title = m_object.longText("title");
    scenario().about = m_object.longText("about");
    scenario().topic = m_object.longText("topic");
}

bool ScenarioReader::readCluster()
{
    const std::optional<JsonCursor> described = m_object.find("cluster");
    const std::optional<JsonCursor> conf = m_object.find("cluster_conf");
    if (described.has_value() == conf.has_value()) {
        m_object.self().error(conf ? "\"cluster\" and \"cluster_conf\" exclude each other"
                                   : "there is no cluster",
                              "give one of \"cluster\" and \"cluster_conf\"");
        return false;
    }
    if (conf)
        return readConf(*conf);
    const std::shared_ptr<const ResourceTypes> types =
        m_options.types ? m_options.types : builtinResourceTypes();
    std::optional<Cluster> read = readInlineCluster(*described, types);
    if (!read)
        return false;
    cluster() = std::move(*read);
    return true;
}

// A string is the path of a file; an object holds the text itself.
bool ScenarioReader::readConf(const JsonCursor& cursor)
{
    std::string name = m_options.fileName + " (" + cursor.path() + ')';
    if (cursor.value().isObject()) {
        if (!readConfText(cursor))
            return false;
    } else {
        if (!readConfFile(cursor))
            return false;
        name = QDir(QString::fromStdString(m_options.folder))
                   .filePath(QString::fromStdString(m_file.source.confPath))
                   .toStdString();
    }
    Result<Cluster> read =
        readClusterConf(QByteArray::fromStdString(m_file.source.confText), name, m_options.types);
    report().append(read.diagnostics);
    if (!read.ok())
        return false;
    cluster() = std::move(*read);
    return true;
}

// The text in one piece or line by line, which is easier to read in JSON.
bool ScenarioReader::readConfText(const JsonCursor& cursor)
{
    m_file.source.kind = ClusterSource::Kind::ConfText;
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::clusterConfShape());
    if (!object)
        return false;
    const JsonCursor text = *object->find("text");
    if (!text.value().isArray()) {
        const std::optional<std::string> whole = text.text(maxConfLength, true);
        m_file.source.confText = whole.value_or(std::string());
        return whole.has_value();
    }
    bool good = true;
    bool first = true;
    const bool isList = text.forEach(maxConfLines, [&](const JsonCursor& line) {
        const std::optional<std::string> read = line.text(maxConfLength, true);
        good = good && read.has_value();
        m_file.source.confText += (first ? "" : "\n") + read.value_or(std::string());
        first = false;
    });
    return isList && good;
}

bool ScenarioReader::readConfFile(const JsonCursor& cursor)
{
    m_file.source.kind = ClusterSource::Kind::ConfFile;
    const std::optional<std::string> written = cursor.text(maxPathLength);
    const std::optional<std::string> path = written ? pathInFolder(*written, cursor) : std::nullopt;
    if (!path)
        return false;
    m_file.source.confPath = *written;
    const Result<QByteArray> text = readTextFile(*path);
    if (!text.ok()) {
        const Diagnostic& problem = text.diagnostics.items().front();
        cursor.error(problem.what, problem.remedy);
        return false;
    }
    m_file.source.confText = text->toStdString();
    return true;
}

// A scenario may come from anywhere, so it must not make the program read any file it likes.
std::optional<std::string> ScenarioReader::pathInFolder(const std::string& written,
                                                        const JsonCursor& cursor) const
{
    if (m_options.folder.empty()) {
        cursor.error("a scenario that is not in a file cannot refer to one",
                     "give the cluster.conf as {\"text\": ...}");
        return std::nullopt;
    }
    const QDir folder(QString::fromStdString(m_options.folder));
    const QString path = QString::fromStdString(written);
    const QString resolved = QFileInfo(folder.filePath(path)).canonicalFilePath();
    const QString root = folder.canonicalPath();
    if (QDir::isAbsolutePath(path) || path.isEmpty()) {
        cursor.error("the path must be relative to the scenario file");
    } else if (resolved.isEmpty()) {
        cursor.error("there is no file \"" + written + '"',
                     "the path is relative to the scenario file");
    } else if (!resolved.startsWith(root.endsWith('/') ? root : root + '/')) {
        cursor.error("the path leads out of the scenario's folder",
                     "put the file beside the scenario");
    } else {
        return resolved.toStdString();
    }
    return std::nullopt;
}

void ScenarioReader::readKeepApart(const ScenarioReferences& references)
{
    const std::optional<JsonCursor> groups = m_object.find("keep_apart");
    if (!groups)
        return;
    cluster().keepApart.clear();
    groups->forEach(limits::maxServices, [&](const JsonCursor& group) {
        KeepApartRule rule;
        rule.line = group.line();
        group.forEach(limits::maxServices, [&](const JsonCursor& name) {
            const std::optional<ServiceIndex> service = references.service(name);
            if (!service)
                return;
            if (std::find(rule.services.begin(), rule.services.end(), *service) !=
                rule.services.end())
                name.error("the service stands twice in the group", "name it once");
            rule.services.push_back(*service);
        });
        if (group.value().isArray() && group.size() < 2)
            group.error("a group needs two services or more");
        cluster().keepApart.push_back(std::move(rule));
    });
}

void ScenarioReader::readGuard(const ScenarioReferences& references)
{
    const std::optional<JsonCursor> cursor = m_object.find("guard");
    if (!cursor)
        return;
    const std::optional<JsonObjectCursor> guard = cursor->object(scenario::guardShape());
    if (!guard)
        return;
    cluster().guardMode =
        static_cast<GuardMode>(guard->choice("mode", scenario::guardModeWords(), 0));
    cluster().hardenedGuardFails = guard->flag("fails", false);
    for (Service& service : cluster().services) {
        service.isGuarded = false;
        service.collisions.clear();
    }
    if (const std::optional<JsonCursor> services = guard->find("services"))
        readGuardedServices(*services, references);
    else if (cluster().guardMode != GuardMode::Off)
        cluster().guardKeepApartRules(); // without a list, the groups say it
}

void ScenarioReader::readGuardedServices(const JsonCursor& cursor,
                                         const ScenarioReferences& references)
{
    cursor.forEachMember(limits::maxServices, [&](const std::string& name, const JsonCursor& list) {
        const std::optional<ServiceIndex> index = references.service(name, list);
        if (!index)
            return;
        Service& service = cluster().services[static_cast<std::size_t>(*index)];
        service.isGuarded = true;
        list.forEach(limits::maxServices, [&](const JsonCursor& entry) {
            const std::optional<std::string> collision = entry.text(2 * limits::maxNameLength);
            if (!collision)
                return;
            if (!references.isService(*collision))
                entry.warning("there is no service \"" + *collision + "\" in clustat",
                              suggestion(*collision, references.serviceNames()));
            service.collisions.push_back(*collision);
        });
    });
}

// Numbers above 2^53 are not safe in JSON; larger seeds are written as strings.
void ScenarioReader::readSeed()
{
    const std::optional<JsonCursor> cursor = m_object.find("seed");
    if (!cursor)
        return;
    if (!cursor->value().isString()) {
        scenario().seed = static_cast<std::uint64_t>(
            cursor->integer(0, std::numeric_limits<std::int64_t>::max()).value_or(1));
        return;
    }
    bool good = false;
    const QString text = cursor->value().toString();
    scenario().seed = text.toULongLong(&good, 10);
    if (!good || QString::number(scenario().seed) != text)
        cursor->error("the seed is not a whole number from 0 to 2^64 - 1");
}

void ScenarioReader::readLesson(const ScenarioReferences& references)
{
    if (const std::optional<JsonCursor> lesson = m_object.find("lesson"))
        lesson->forEach(maxLessonSteps,
                        [&](const JsonCursor& step) { readLessonStep(step, references); });
}

void ScenarioReader::readLessonStep(const JsonCursor& cursor, const ScenarioReferences& references)
{
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::lessonStepShape());
    if (!object)
        return;
    LessonStep step;
    step.at = object->time("at");
    step.text = object->longText("text");
    if (const std::optional<JsonCursor> highlight = object->find("highlight")) {
        highlight->forEach(limits::maxServices, [&](const JsonCursor& name) {
            const std::optional<std::string> text = name.text(2 * limits::maxNameLength);
            if (text && !references.isKnown(*text))
                name.error("there is no node, service or resource \"" + *text + '"',
                           suggestion(*text, references.serviceNames()));
            step.highlight.push_back(text.value_or(std::string()));
        });
    }
    readQuestion(*object, step);
    scenario().lesson.push_back(std::move(step));
}

void ScenarioReader::readQuestion(const JsonObjectCursor& object, LessonStep& step) const
{
    step.question = object.longText("question");
    step.explanation = object.longText("explanation");
    const std::optional<JsonCursor> choices = object.find("choices");
    const std::optional<JsonCursor> answer = object.find("answer");
    if (!choices && !answer && step.question.empty())
        return;
    if (!choices || !answer || step.question.empty()) {
        object.self().error("\"question\", \"choices\" and \"answer\" belong together",
                            "give all three or none");
        return;
    }
    choices->forEach(maxChoices, [&](const JsonCursor& choice) {
        step.choices.push_back(choice.text(1000).value_or(std::string()));
    });
    if (step.choices.size() < 2) {
        choices->error("a question needs two choices or more");
        return;
    }
    const auto last = static_cast<std::int64_t>(step.choices.size()) - 1;
    step.answer = static_cast<int>(answer->integer(0, last).value_or(0));
}

} // namespace

std::optional<ScenarioFile> readScenario(const JsonCursor& root, const ScenarioReadOptions& options)
{
    const std::optional<JsonObjectCursor> object = root.object(scenario::scenarioShape());
    return object ? ScenarioReader(*object, options).read() : std::nullopt;
}

Result<ScenarioFile> readScenario(const QByteArray& text, const ScenarioReadOptions& options)
{
    JsonReport report(text, options.fileName);
    Result<ScenarioFile> result;
    if (const std::optional<QJsonValue> root = report.parse())
        result.value = readScenario(JsonCursor(report, *root, {}), options);
    result.diagnostics = report.diagnostics();
    return result;
}

} // namespace rgsim
