#include "formats/scenario_dump.h"

#include "formats/cluster_conf_reader.h"
#include "formats/conformance_reader.h"
#include "formats/resource_types_reader.h"
#include "formats/scenario_reader.h"
#include "formats/scenario_writer.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace rgsim;
using rgsim::test::dump;

namespace {

// A scenario that uses everything the format has; the tests look at parts of it.
QByteArray everything()
{
    QFile file(RGSIM_SOURCE_DIR "/tests/formats/scenarios/everything.json");
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const char* const confText = "<?xml version=\"1.0\"?>\n\t<!-- a tab -->\r\n"
                             R"(
<!-- kept by hand -->
<cluster name="c" config_version="7">
    <totem token="5000"/> <clusternodes>
    <clusternode name="n1" nodeid="1"/><clusternode name="n2" nodeid="2"/>
  </clusternodes>
  <rm status_poll_interval="7"><!-- services -->
    <service name="bark" recovery="relocate"><script name="bark" file="/etc/init.d/bark"/></service>
  </rm>
</cluster>
)";

Result<ScenarioFile> read(const QByteArray& text, const QString& folder = {})
{
    ScenarioReadOptions options;
    options.fileName = "scenario.json";
    options.folder = folder.toStdString();
    return readScenario(text, options);
}

QJsonObject minimal()
{
    return QJsonDocument::fromJson(R"({"format": 1, "cluster": {
        "nodes": [{"name": "node1"}, {"name": "node2"}],
        "services": [{"name": "bark"}, {"name": "meow"}, {"type": "vm", "name": "guest"}]}})")
        .object();
}

// @p path such as "cluster.services[0].name" in @p value is set to @p wanted.
QJsonValue withValue(const QJsonValue& value, const QString& path, const QJsonValue& wanted)
{
    if (path.isEmpty())
        return wanted;
    if (path.startsWith('[')) {
        const auto end = path.indexOf(']');
        const auto index = path.mid(1, end - 1).toInt();
        QJsonArray array = value.toArray();
        while (array.size() <= index)
            array.append(QJsonValue());
        array[index] = withValue(array.at(index), path.mid(end + 1), wanted);
        return array;
    }
    const QString rest = path.startsWith('.') ? path.mid(1) : path;
    auto end = rest.indexOf(QLatin1Char('.'));
    const auto bracket = rest.indexOf(QLatin1Char('['));
    if (end < 0 || (bracket >= 0 && bracket < end))
        end = bracket;
    const QString key = rest.left(end);
    QJsonObject object = value.toObject();
    object[key] = withValue(object.value(key), end < 0 ? QString() : rest.mid(end), wanted);
    return object;
}

QByteArray printed(const Diagnostics& diagnostics)
{
    std::string text;
    for (const Diagnostic& item : diagnostics.items())
        text += toString(item) + '\n';
    return QByteArray::fromStdString(text);
}

ConformanceCase caseFrom(const QJsonObject& object)
{
    auto cases =
        readConformanceCases(QJsonDocument(object).toJson(), "case", builtinResourceTypes());
    return cases.ok() ? cases->front() : ConformanceCase();
}

// The minimal scenario with one change, and the first problem it leads to.
struct BadInput {
    const char* name;
    const char* path;  ///< what is changed
    const char* value; ///< to what, as JSON
    const char* place;
    const char* what;
    const char* remedy = "";
};

const BadInput badInputs[] = {
    {"unknown key", "evnets", "[]", "evnets", "unknown key in a scenario",
     "did you mean \"events\"?"},
    {"other format", "format", "2", "format", "format 2 is not known",
     "this program reads format 1"},
    {"title", "title", "5", "title", "must be a string, not a number"},
    {"until", "until", R"("5 minutes")", "until", "\"5 minutes\" is not a duration"},
    {"seed", "seed", "-1", "seed", "-1 is out of range"},
    {"seed text", "seed", R"("0x10")", "seed", "the seed is not a whole number from 0 to 2^64 - 1"},
    {"arbitration", "arbitration", R"("highest")", "arbitration",
     "\"highest\" is not one of the possible words"},
    {"both clusters", "cluster_conf", R"("a.conf")", "",
     "\"cluster\" and \"cluster_conf\" exclude each other"},
    {"no nodes", "cluster.nodes", "[]", "cluster.nodes", "a cluster needs at least one node"},
    {"nodes missing", "cluster", "{}", "cluster", "\"nodes\" is missing in a cluster"},
    {"node without name", "cluster.nodes[0]", "{}", "cluster.nodes[0]",
     "\"name\" is missing in a node"},
    {"node id", "cluster.nodes[0].id", "0", "cluster.nodes[0].id", "0 is out of range",
     "use a value from 1 to 1000000"},
    {"same node", "cluster.nodes[1].name", R"("node1")", "cluster.nodes[1]",
     "there is a node \"node1\" in line 4 already"},
    {"domain's node", "cluster.domains[0]", R"({"name": "d", "nodes": ["nodd2"]})",
     "cluster.domains[0].nodes[0]", "there is no node \"nodd2\"", "did you mean \"node2\"?"},
    {"domain's priority", "cluster.domains[0]",
     R"({"name": "d", "nodes": [{"node": "node1", "priority": "1"}]})",
     "cluster.domains[0].nodes[0].priority", "must be a whole number, not a string"},
    {"recovery", "cluster.services[0].recovery", R"("reloacte")", "cluster.services[0].recovery",
     "\"reloacte\" is not one of the possible words", "did you mean \"relocate\"?"},
    {"autostart", "cluster.services[0].autostart", "1", "cluster.services[0].autostart",
     "must be true or false, not a number"},
    {"same service", "cluster.services[1].name", R"("bark")", "cluster.services[1]",
     "there is a service \"bark\" in line 12 already"},
    {"field as attribute", "cluster.services[0].attributes.domain", R"("d")",
     "cluster.services[0].attributes.domain", "this attribute has a key of its own"},
    {"resource type", "cluster.services[0].resources[0]", R"({"type": "scirpt", "name": "a"})",
     "cluster.services[0].resources[0].type", "there is no resource type \"scirpt\"",
     "did you mean \"script\"?"},
    {"no name", "cluster.services[0].resources[0]", R"({"type": "script"})",
     "cluster.services[0].resources[0]", "\"name\" is missing in a resource"},
    {"check", "cluster.services[0].resources[0]",
     R"({"type": "script", "name": "a", "checks": [{"depth": 0, "interval": "1.5s"}]})",
     "cluster.services[0].resources[0].checks[0].interval", "must be whole seconds"},
    {"shared children", "cluster.resources[0]",
     R"({"type": "script", "name": "a", "resources": []})", "cluster.resources[0].resources",
     "a shared resource has no children of its own"},
    {"guard mode", "guard.mode", R"("strict")", "guard.mode",
     "\"strict\" is not one of the possible words", "known are: off, published, exact, hardened"},
    {"guard without mode", "guard.fails", "true", "guard", "\"mode\" is missing in the guard"},
    {"guarded service", "guard", R"({"mode": "exact", "services": {"brak": []}})",
     "guard.services.brak", "there is no service \"brak\""},
    {"small group", "keep_apart[0]", R"(["bark"])", "keep_apart[0]",
     "a group needs two services or more"},
    {"service twice", "keep_apart[0]", R"(["bark", "service:bark"])", "keep_apart[0][1]",
     "the service stands twice in the group"},
    {"time of nothing", "times.services", R"({"service:none": {}})",
     R"(times.services["service:none"])", "there is no service \"service:none\""},
    {"resource of another", "times.services",
     R"({"service:bark": {"resources": {"script:meow": {}}}})",
     R"(times.services["service:bark"].resources["script:meow"])",
     "\"script:meow\" is no resource of this service"},
    {"poll interval", "times.status_poll_interval", R"("500ms")", "times.status_poll_interval",
     "must be a second or longer"},
    {"event without do", "events[0].at", "5", "events[0]", "\"do\" is missing"},
    {"unknown event", "events[0].do", R"("crahs")", "events[0].do",
     "\"crahs\" is not one of the possible words", "did you mean \"crash\"?"},
    {"event's key", "events[0]", R"({"do": "crash", "node": "node1", "nodes": []})",
     "events[0].nodes", "unknown key in a crash event", "did you mean \"node\"?"},
    {"event's node", "events[0]", R"({"do": "crash", "node": "node9"})", "events[0].node",
     "there is no node \"node9\"", "did you mean \"node1\"?"},
    {"event's node id", "events[0]", R"({"do": "crash", "node": 9})", "events[0].node",
     "there is no node with the id 9", "known are: node1, node2"},
    {"negative time", "events[0]", R"({"at": -5, "do": "heal"})", "events[0].at",
     "-5 seconds are out of range"},
    {"isolating nobody", "events[0]", R"({"do": "isolate", "nodes": []})", "events[0].nodes",
     "the list is empty"},
    {"die of both", "events[0]", R"({"do": "die", "service": "bark", "resource": "x"})",
     "events[0]", "\"service\" and \"resource\" exclude each other"},
    {"die of nothing", "events[0]", R"({"do": "die"})", "events[0]",
     "\"service\" or \"resource\" is missing"},
    {"unknown resource", "events[0]", R"({"do": "die", "resource": "script:brak"})",
     "events[0].resource", "there is no resource \"script:brak\"", "did you mean \"script:bark\"?"},
    {"target of freeze", "events[0]",
     R"({"do": "admin", "request": "freeze", "service": "bark", "target": "node1"})",
     "events[0].target", "only relocate, enable and migrate take a target"},
    {"wandering service", "events[0]", R"({"do": "wander", "service": "bark", "node": "node1"})",
     "events[0].service", "only virtual machines wander"},
    {"fault kind", "faults[0].kind", R"("fail")", "faults[0].kind",
     "\"fail\" is not one of the possible words", "did you mean \"fails\"?"},
    {"fault window", "faults[0]",
     R"({"kind": "fails", "op": "stop", "service": "bark", "from": "10s", "to": "10s"})",
     "faults[0].to", "the window ends before it begins"},
    {"slow without by", "faults[0]", R"({"kind": "slow", "op": "stop", "service": "bark"})",
     "faults[0]", "\"by\" is missing in a slow script"},
    {"endless hang", "faults[0]", R"({"kind": "hangs", "op": "stop", "service": "bark"})",
     "faults[0]", "a script that hangs needs an end"},
    {"rate of nothing", "rates[0].mtbf", R"("90d")", "rates[0]",
     "a failure rate belongs to a node or to a service"},
    {"node without repair", "rates[0]", R"({"node": "node1", "mtbf": "90d"})", "rates[0]",
     "\"mttr\" is missing: how long a failed node takes to boot again"},
    {"repaired service", "rates[0]", R"({"service": "bark", "mtbf": "90d", "mttr": "1h"})",
     "rates[0].mttr", "a service's process is repaired by rgmanager, not by time"},
    {"mean of nothing", "rates[0]", R"({"service": "bark", "mtbf": 0})", "rates[0].mtbf",
     "the mean must be longer than nothing"},
    {"shape", "rates[0]",
     R"({"service": "bark", "mtbf": {"distribution": "weibull", "mean": "1d"}})", "rates[0].mtbf",
     "\"shape\" is missing in this distribution"},
    {"sigma of weibull", "rates[0]",
     R"({"service": "bark",
            "mtbf": {"distribution": "weibull", "mean": "1d", "shape": 2, "sigma": 1}})",
     "rates[0].mtbf.sigma", "this distribution has no \"sigma\""},
    {"highlight", "lesson[0]", R"({"text": "x", "highlight": ["nobody"]})",
     "lesson[0].highlight[0]", "there is no node, service or resource \"nobody\""},
    {"half a question", "lesson[0]", R"({"text": "x", "question": "why?"})", "lesson[0]",
     "\"question\", \"choices\" and \"answer\" belong together"},
    {"answer", "lesson[0]",
     R"({"text": "x", "question": "why?", "choices": ["a", "b"], "answer": 2})", "lesson[0].answer",
     "2 is out of range", "use a value from 0 to 1"},
};

} // namespace

class ScenarioReaderTest : public QObject {
    Q_OBJECT

private slots:
    void readsEverything()
    {
        const Result<ScenarioFile> file = read(everything());
        QVERIFY2(file.ok(), printed(file.diagnostics));
        const Scenario& s = file->scenario;
        const Cluster& c = s.cluster;
        QCOMPARE(c.nodeCount(), 3);
        QCOMPARE(c.nodes[0].id, 10);
        QCOMPARE(c.nodes[0].fenceMethod, std::string("ipmi"));
        QCOMPARE(c.nodes[1].bootTime.ms, 120000);
        QCOMPARE(c.nodes[2].bootTime.ms, 90000);
        QVERIFY(!c.nodes[1].rejoinsAfterFencing && c.nodes[2].rejoinsAfterFencing);
        QCOMPARE(c.domains[0].members[1].priority, 2);
        QCOMPARE(c.domains[0].members[1].node, NodeIndex{2});
        QCOMPARE(c.tokenTimeout.ms, 21000);
        QCOMPARE(c.statusPollInterval.ms, 5000);
        QCOMPARE(c.guardMode, GuardMode::Hardened);
        QVERIFY(c.hardenedGuardFails);
        QVERIFY(c.services[0].tree.nodes[1].isGuarded);
        QCOMPARE(c.services[1].collisions.size(), std::size_t{2});
        QCOMPARE(c.keepApart[0].services.size(), std::size_t{3});
        QCOMPARE(c.services[2].restartExpireTime.ms, -1000);
        QCOMPARE(c.services[3].recovery, RecoveryPolicy::RestartDisable);
        QCOMPARE(s.seed, UINT64_MAX);
        QCOMPARE(s.lesson[0].answer, 1);
        QCOMPARE(s.lesson[1].answer, -1);
    }

    void readsTreesWithTheirTimes()
    {
        const Result<ScenarioFile> file = read(everything());
        const Service& meow = file->scenario.cluster.services[1];
        const TreeNode& fs = meow.tree.nodes[1];
        QCOMPARE(fs.type->name, std::string("fs"));
        QVERIFY(fs.independentSubtree);
        QCOMPARE(fs.maxFailures, 2);
        QCOMPARE(fs.failureExpireTime.ms, 60000);
        QCOMPARE(fs.times.start.ms, 20000);
        QCOMPARE(fs.times.stop.ms, 2000);
        QCOMPARE(fs.times.status.ms, 500);
        QCOMPARE(fs.checks.back().depth, 7);
        QVERIFY(meow.tree.nodes[2].parent == 1 || meow.tree.nodes[3].parent == 1);
    }

    void readsWhatHappens()
    {
        const Result<ScenarioFile> file = read(everything());
        const FaultPlan& plan = file->scenario.plan;
        const Cluster& c = file->scenario.cluster;
        QCOMPARE(plan.events.size(), std::size_t{14});
        QVERIFY((plan.events[0].nodes == std::vector<NodeIndex>{1, 0}));
        QCOMPARE(plan.events[1].kind, PlanKind::Boot);
        QCOMPARE(plan.events[3].at.ms, 71500);
        QCOMPARE(c.resource(plan.events[7].resource).fullName(), std::string("script:app"));
        QCOMPARE(plan.events[9].target, NodeIndex{2});
        QCOMPARE(plan.events[10].node, NodeIndex{0});
        QCOMPARE(plan.events[12].kind, PlanKind::Lock);
        QCOMPARE(plan.events[13].kind, PlanKind::Unlock);
        QCOMPARE(plan.events[12].node, NodeIndex{1});
        QCOMPARE(plan.scriptFaults.size(), std::size_t{4});
        QCOMPARE(plan.scriptFaults[1].to.ms, 30000);
        QCOMPARE(plan.scriptFaults[2].extra.ms, 15000);
        QCOMPARE(plan.scriptFaults[3].to.ms, SimTime::never().ms);
        QCOMPARE(plan.fenceFaults[1].node, noNode);
        QCOMPARE(plan.rates[1].timeToFailure.kind, Distribution::Kind::Weibull);
        QCOMPARE(plan.rates[1].timeToRepair.shape, 0.75);
        QCOMPARE(plan.rates[2].service, ServiceIndex{0});
    }

    void linesAreThoseOfTheFile()
    {
        const Result<ScenarioFile> file = read(everything());
        const QList<QByteArray> lines = everything().split('\n');
        const auto lineWith = [&lines](const char* text) {
            for (int i = 0; i < lines.size(); ++i) {
                if (lines[i].contains(text))
                    return i + 1;
            }
            return 0;
        };
        const Cluster& c = file->scenario.cluster;
        QCOMPARE(c.nodes[1].line, lineWith("\"node2\", \"id\""));
        QCOMPARE(c.domains[0].line, lineWith("\"prefer1\", \"ordered\""));
        QCOMPARE(c.services[1].line, lineWith("\"name\": \"meow\""));
        QCOMPARE(c.services[1].tree.nodes[1].line, lineWith("\"ref\": \"data\""));
        QCOMPARE(file->scenario.plan.events[2].line, lineWith("\"crash\""));
        QCOMPARE(file->scenario.plan.scriptFaults[1].line, lineWith("\"hangs\""));
        QCOMPARE(c.sourceFile, std::string("scenario.json"));
    }

    void whatIsWrittenReadsBackTheSame()
    {
        const Result<ScenarioFile> first = read(everything());
        const QByteArray text = writeScenario(*first);
        const Result<ScenarioFile> second = read(text);
        QVERIFY2(second.ok(), printed(second.diagnostics));
        QCOMPARE(dump(second->scenario), dump(first->scenario));
        QCOMPARE(writeScenario(*second), text);
    }

    void aMinimalScenarioHasTheDocumentedDefaults()
    {
        const Result<ScenarioFile> file = read(QJsonDocument(minimal()).toJson());
        QVERIFY2(file.ok(), printed(file.diagnostics));
        const Scenario& s = file->scenario;
        QCOMPARE(s.seed, std::uint64_t{1});
        QCOMPARE(s.until.ms, 300000);
        QCOMPARE(s.arbitration, Arbitration::LowestNodeFirst);
        QCOMPARE(s.cluster.tokenTimeout.ms, 10000);
        QCOMPARE(s.cluster.guardMode, GuardMode::Off);
        QCOMPARE(s.plan.events.size(), std::size_t{1});
        QCOMPARE(s.plan.events[0].kind, PlanKind::Boot);
        QVERIFY((s.plan.events[0].nodes == std::vector<NodeIndex>{0, 1}));
        const ResourceTree& tree = s.cluster.services[0].tree;
        QCOMPARE(tree.nodes.size(), std::size_t{2});
        QCOMPARE(s.cluster.resource(tree.nodes[1].resource).fullName(), std::string("script:bark"));
        QCOMPARE(s.cluster.services[2].tree.nodes.size(), std::size_t{1});
    }

    void aGuardWithoutListFollowsTheKeepApartGroups()
    {
        QJsonValue value = withValue(minimal(), "keep_apart[0]", QJsonArray{"bark", "vm:guest"});
        value = withValue(value, "guard.mode", "exact");
        const Result<ScenarioFile> file = read(QJsonDocument(value.toObject()).toJson());
        QVERIFY2(file.ok(), printed(file.diagnostics));
        const std::vector<Service>& services = file->scenario.cluster.services;
        QVERIFY(services[0].collisions == std::vector<std::string>{"vm:guest"});
        QVERIFY(services[2].collisions == std::vector<std::string>{"service:bark"});
        QVERIFY(services[0].isGuarded && !services[1].isGuarded);
    }

    void inlineConfKeepsEveryByte()
    {
        QJsonObject object;
        object["format"] = 1;
        object["cluster_conf"] = QJsonObject{{"text", confText}};
        const Result<ScenarioFile> file = read(QJsonDocument(object).toJson());
        QVERIFY2(file.ok(), printed(file.diagnostics));
        QCOMPARE(file->source.confText, std::string(confText));
        QCOMPARE(file->scenario.cluster.tokenTimeout.ms, 5000);
        const Result<ScenarioFile> again = read(writeScenario(*file));
        QVERIFY2(again.ok(), printed(again.diagnostics));
        QCOMPARE(again->source.confText, std::string(confText));
        QCOMPARE(dump(again->scenario), dump(file->scenario));
        QVERIFY(!writeScenario(*file).contains("token_timeout")); // the conf says it
    }

    void referredConfIsReadBesideTheScenarioAndStaysAReference()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir("conf"));
        QFile conf(folder.filePath("conf/cluster.conf"));
        QVERIFY(conf.open(QIODevice::WriteOnly));
        conf.write(confText);
        conf.close();
        const QByteArray text = R"({"format": 1, "cluster_conf": "conf/cluster.conf",
                                    "times": {"token_timeout": "1s"}})";
        const Result<ScenarioFile> file = read(text, folder.path());
        QVERIFY2(file.ok(), printed(file.diagnostics));
        QCOMPARE(file->source.confText, std::string(confText));
        QCOMPARE(file->scenario.cluster.services[0].line, 10);
        QVERIFY(file->scenario.cluster.sourceFile.ends_with("conf/cluster.conf"));
        const QByteArray written = writeScenario(*file);
        QVERIFY(written.contains("\"cluster_conf\": \"conf/cluster.conf\""));
        QCOMPARE(dump(read(written, folder.path())->scenario), dump(file->scenario));
    }

    void aConfOutsideTheFolderIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("absolute") << "/etc/hostname"
                                  << QByteArray("the path must be relative to the scenario file");
        QTest::newRow("upwards") << "../outside.conf"
                                 << QByteArray("the path leads out of the scenario's folder");
        QTest::newRow("up and down") << "sub/../../outside.conf"
                                     << QByteArray("the path leads out of the scenario's folder");
        QTest::newRow("by a link")
            << "link.conf" << QByteArray("the path leads out of the scenario's folder");
        QTest::newRow("a folder") << "sub" << QByteArray("this is a directory, not a file");
        QTest::newRow("missing") << "none.conf" << QByteArray("there is no file \"none.conf\"");
        QTest::newRow("empty") << ""
                               << QByteArray("the path must be relative to the scenario file");
    }
    void aConfOutsideTheFolderIsRefused()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, what);
        QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath("inside/sub"));
        QFile outside(root.filePath("outside.conf"));
        QVERIFY(outside.open(QIODevice::WriteOnly));
        outside.write(confText);
        outside.close();
        QVERIFY(QFile::link(root.filePath("outside.conf"), root.filePath("inside/link.conf")));
        const QJsonObject object{{"format", 1}, {"cluster_conf", path}};
        const auto file = read(QJsonDocument(object).toJson(), root.filePath("inside"));
        QVERIFY(!file.ok());
        const Diagnostic& first = file.diagnostics.items().front();
        QCOMPARE(QByteArray::fromStdString(first.what), what);
        QCOMPARE(first.place.field, std::string("cluster_conf"));
    }

    void everyConformanceCaseSurvivesInBothForms_data()
    {
        QTest::addColumn<QString>("name");
        const QDir folder(RGSIM_SOURCE_DIR "/tests/conformance");
        for (const QString& name : folder.entryList({"*.json"}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void everyConformanceCaseSurvivesInBothForms()
    {
        QFETCH(QString, name);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array()) {
            const ConformanceCase one = caseFrom(value.toObject());
            ScenarioFile original{one.scenario, {ClusterSource::Kind::ConfText, one.confText, {}}};
            const QByteArray expected = dump(original.scenario);
            const Result<ScenarioFile> asConf = read(writeScenario(original));
            QVERIFY2(asConf.ok(), printed(asConf.diagnostics));
            QCOMPARE(dump(asConf->scenario), expected);
            original.source = {};
            const Result<ScenarioFile> asObject = read(writeScenario(original));
            QVERIFY2(asObject.ok(), printed(asObject.diagnostics));
            QCOMPARE(dump(asObject->scenario), expected);
        }
    }

    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, place);
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, remedy);
        const QJsonValue wanted = QJsonDocument::fromJson('[' + value + ']').array().at(0);
        const QJsonValue changed = withValue(minimal(), path, wanted);
        const Result<ScenarioFile> file = read(QJsonDocument(changed.toObject()).toJson());
        QVERIFY(!file.ok());
        const Diagnostic& first = file.diagnostics.items().front();
        QCOMPARE(QByteArray::fromStdString(first.place.field), place);
        QCOMPARE(QByteArray::fromStdString(first.what), what);
        if (!remedy.isEmpty())
            QCOMPARE(QByteArray::fromStdString(first.remedy), remedy);
        QCOMPARE(first.severity, Severity::Error);
        QVERIFY(first.place.line > 0);
    }

    void allProblemsAreReportedAtOnce()
    {
        QJsonValue value = withValue(minimal(), "events[0]", QJsonObject{{"do", "crahs"}});
        value = withValue(value, "faults[0]", QJsonObject{{"kind", "fail"}});
        value = withValue(value, "until", "5 minutes");
        const Result<ScenarioFile> file = read(QJsonDocument(value.toObject()).toJson());
        QCOMPARE(file.diagnostics.items().size(), std::size_t{3});
    }
};

void ScenarioReaderTest::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("remedy");
    for (const BadInput& bad : badInputs)
        QTest::newRow(bad.name) << QString::fromLatin1(bad.path) << QByteArray(bad.value)
                                << QByteArray(bad.place) << QByteArray(bad.what)
                                << QByteArray(bad.remedy);
}

QTEST_APPLESS_MAIN(ScenarioReaderTest)
#include "tst_scenario_reader.moc"
