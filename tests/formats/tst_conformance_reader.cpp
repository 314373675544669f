#include "formats/conformance_reader.h"
#include "formats/resource_types_reader.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace rgsim;

namespace {

// A small case that every test changes in one place.
const char* const conf = R"(<cluster name='c'><cman expected_votes='1'/><clusternodes>
<clusternode name='n1' nodeid='3'/><clusternode name='n2' nodeid='7'/></clusternodes><rm>
<service name='bark'><script name='bark' file='/b'/></service>
<service name='meow'><script name='meow' file='/m'/></service>
<service name='moo'><script name='moo' file='/o'/></service>
<vm name='guest'/></rm></cluster>)";

QJsonObject smallCase()
{
    QJsonObject object;
    object["name"] = "small";
    object["family"] = "seed";
    object["cluster_conf"] = conf;
    object["until"] = 120;
    return object;
}

QByteArray toText(const QJsonValue& value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson()
                           : QJsonDocument(value.toObject()).toJson();
}

Result<std::vector<ConformanceCase>> read(const QJsonValue& value)
{
    return readConformanceCases(toText(value), "case.json", builtinResourceTypes());
}

QJsonArray json(const char* text)
{
    return QJsonDocument::fromJson(text).array();
}

Scenario scenarioOf(const char* key, const char* value)
{
    QJsonObject object = smallCase();
    object[key] = QJsonDocument::fromJson(value).isArray()
                      ? QJsonValue(json(value))
                      : QJsonValue(QJsonDocument::fromJson(value).object());
    const Result<std::vector<ConformanceCase>> result = read(object);
    return result.ok() ? result->front().scenario : Scenario();
}

} // namespace

class ConformanceReaderTest : public QObject {
    Q_OBJECT

private slots:
    void readsEveryCaseThatTheProjectHas()
    {
        const QDir folder(RGSIM_SOURCE_DIR "/tests/conformance");
        int cases = 0;
        for (const QString& name : folder.entryList({"*.json"})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto result =
                readConformanceCases(file.readAll(), name.toStdString(), builtinResourceTypes());
            for (const Diagnostic& item : result.diagnostics.items()) {
                if (item.severity == Severity::Error)
                    qWarning("%s", toString(item).c_str());
            }
            QVERIFY(result.ok());
            for (const ConformanceCase& one : *result) {
                QCOMPARE(one.hasTrees, name.startsWith("trees"));
                QVERIFY(!one.trace.isEmpty());
                QVERIFY(!one.scenario.plan.events.empty());
                QCOMPARE(one.scenario.cluster.serviceCount(), static_cast<int>(one.final.size()));
            }
            cases += static_cast<int>(result->size());
        }
        QVERIFY(cases > 400);
    }

    void readsOneCaseOrAListOfThem()
    {
        QCOMPARE(read(smallCase())->size(), std::size_t{1});
        QCOMPARE(read(QJsonArray{smallCase(), smallCase()})->size(), std::size_t{2});
    }

    void takesDetectionFencingAndBootAsInstant()
    {
        const Scenario scenario = read(smallCase())->front().scenario;
        QVERIFY(scenario.cluster.tokenTimeout.isZero());
        QCOMPARE(scenario.until.ms, SimTime::seconds(120).ms);
        QCOMPARE(scenario.arbitration, Arbitration::LowestNodeFirst);
        for (const Node& node : scenario.cluster.nodes)
            QVERIFY(node.fencingTime.isZero() && node.bootTime.isZero());
    }

    void durationsApplyToEveryScript()
    {
        const Scenario scenario = scenarioOf("durations", R"({"start": 4, "stop": 2})");
        QCOMPARE(scenario.cluster.serviceCount(), 4);
        for (const Service& service : scenario.cluster.services) {
            const ScriptTimes& times = service.tree.nodes.back().times;
            QCOMPARE(times.start.ms, 4000);
            QCOMPARE(times.stop.ms, 2000);
        }
    }

    void theCasesPollIntervalWins()
    {
        QJsonObject object = smallCase();
        object["status_poll_interval"] = 7;
        QCOMPARE(read(object)->front().scenario.cluster.statusPollInterval.ms, 7000);
    }

    void guardsMarkServicesAndTheirScripts()
    {
        QJsonObject object = smallCase();
        object["guard_mode"] = "published";
        object["guards"] = QJsonDocument::fromJson(
                               R"({"service:bark": ["service:meow", "service:web"],
                                   "service:meow": ["service:bark"], "service:moo": []})")
                               .object();
        const Cluster cluster = read(object)->front().scenario.cluster;
        QCOMPARE(cluster.guardMode, GuardMode::Published);
        QVERIFY(cluster.service(0).isGuarded && cluster.service(1).isGuarded);
        QVERIFY(cluster.service(2).isGuarded && cluster.service(2).collisions.empty());
        QVERIFY(!cluster.service(3).isGuarded);
        QVERIFY(cluster.service(0).tree.nodes[1].isGuarded);
        QCOMPARE(cluster.service(0).collisions.size(), std::size_t{2});
        QCOMPARE(cluster.keepApart.size(), std::size_t{1});
        QVERIFY((cluster.keepApart[0].services == std::vector<ServiceIndex>{0, 1}));
    }

    void oneSidedGuardsAreNoRule()
    {
        const Scenario scenario =
            scenarioOf("guards", R"({"service:bark": ["service:meow"], "service:meow": []})");
        QVERIFY(scenario.cluster.service(0).isGuarded);
        QVERIFY(scenario.cluster.keepApart.empty());
    }

    void eventsUseIdsAndServiceNames()
    {
        const Scenario scenario = scenarioOf("events", R"([
            [0, "boot", [7, 3]], [5, "crash", 7], [6, "die", "service:meow"],
            [7, "die", "vm:guest"], [8, "die", "service:none"],
            [9, "admin", "relocate", "service:moo", 7, 3],
            [10, "admin", "relocate", "service:moo", -1, 3],
            [11, "admin", "freeze", "vm:guest", 0, 7], [12, "wander", "vm:guest", 7]])");
        const std::vector<PlanEvent>& events = scenario.plan.events;
        const Cluster& cluster = scenario.cluster;
        QCOMPARE(events.size(), std::size_t{8}); // what dies and does not exist changes nothing
        QVERIFY((events[0].nodes == std::vector<NodeIndex>{1, 0}));
        QCOMPARE(events[1].kind, PlanKind::Crash);
        QCOMPARE(events[1].node, NodeIndex{1});
        QCOMPARE(events[1].at.ms, 5000);
        QCOMPARE(cluster.resource(events[2].resource).fullName(), std::string("script:meow"));
        QCOMPARE(cluster.resource(events[3].resource).fullName(), std::string("vm:guest"));
        QCOMPARE(events[4].request, AdminRequest::Relocate);
        QCOMPARE(events[4].target, NodeIndex{1});
        QCOMPARE(events[4].node, NodeIndex{0});
        QCOMPARE(events[5].target, noNode);
        QCOMPARE(events[6].request, AdminRequest::Freeze);
        QCOMPARE(events[6].target, noNode);
        QCOMPARE(events[7].kind, PlanKind::Wander);
        QCOMPARE(events[7].service, cluster.serviceByName("vm:guest"));
    }

    void faultsNameTheScriptOfAService()
    {
        const Scenario scenario = scenarioOf("faults", R"([
            ["service:bark", "stop", 0, 10, 20], ["vm:guest", "migrate-refused", 7, 0, 5],
            ["fs:none", "start", 3, 0, 9]])");
        const std::vector<ScriptFault>& faults = scenario.plan.scriptFaults;
        QCOMPARE(faults.size(), std::size_t{2});
        QCOMPARE(faults[0].op, ScriptOp::Stop);
        QCOMPARE(faults[0].node, noNode);
        QCOMPARE(faults[0].from.ms, 10000);
        QCOMPARE(faults[0].to.ms, 20000);
        QCOMPARE(scenario.cluster.resource(faults[0].resource).fullName(),
                 std::string("script:bark"));
        QCOMPARE(faults[1].op, ScriptOp::MigrateRefused);
        QCOMPARE(faults[1].node, NodeIndex{1});
    }

    void aCaseWithoutFamilyIsJudgedByItsServices_data()
    {
        QTest::addColumn<QByteArray>("service");
        QTest::addColumn<bool>("hasTrees");
        QTest::newRow("own script") << QByteArray("<script name='a' file='/a'/>") << false;
        QTest::newRow("other name") << QByteArray("<script name='b' file='/a'/>") << true;
        QTest::newRow("nothing") << QByteArray() << true;
        QTest::newRow("other type") << QByteArray("<ip address='a'/>") << true;
        QTest::newRow("two") << QByteArray("<script name='a' file='/a'/>"
                                           "<script name='b' file='/b'/>")
                             << true;
    }
    void aCaseWithoutFamilyIsJudgedByItsServices()
    {
        QFETCH(QByteArray, service);
        QFETCH(bool, hasTrees);
        QJsonObject object;
        object["cluster_conf"] =
            QString::fromLatin1("<cluster name='c'><clusternodes><clusternode name='n' nodeid='1'/>"
                                "</clusternodes><rm><service name='a'>" +
                                service + "</service></rm></cluster>");
        const auto result = read(object);
        QVERIFY(result.ok());
        QCOMPARE(result->front().hasTrees, hasTrees);
    }

    void saysWhatIsWrongAndWhere_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value"); // inside an array, to allow any type
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QByteArray>("what");
        const auto row = [](const char* name, const char* key, const char* value, const char* place,
                            const char* what) {
            QTest::newRow(name) << QByteArray(key) << QByteArray(value) << QByteArray(place)
                                << QByteArray(what);
        };
        row("conf is no text", "cluster_conf", "[5]", "cluster_conf",
            "must be a string, not a number");
        row("guard mode", "guard_mode", R"(["exakt"])", "guard_mode",
            "\"exakt\" is not one of the possible words");
        row("until", "until", "[-1]", "until", "-1 is out of range");
        row("until in parts", "until", "[1.5]", "until", "1.5 is not a whole number in range");
        row("duration", "durations", R"([{"strat": 1}])", "durations.strat",
            "unknown key in the durations");
        row("event kind", "events", R"([[[0, "explode", 3]]])", "events[0][1]",
            "\"explode\" is not one of the possible words");
        row("event time", "events", R"([[["0", "crash", 3]]])", "events[0][0]",
            "must be a whole number, not a string");
        row("event node", "events", R"([[[0, "crash", 4]]])", "events[0][2]", "there is no node 4");
        row("short event", "events", R"([[[0, "crash"]]])", "events[0]", "ends before its node id");
        row("request", "events", R"([[[0, "admin", "start", "service:bark", 0, 3]]])",
            "events[0][2]", "\"start\" is not one of the possible words");
        row("wandering service", "events", R"([[[0, "wander", "service:bark", 3]]])", "events[0]",
            "there is no virtual machine \"service:bark\"");
        row("booted twice", "events", R"([[[0, "boot", [3, 3]]]])", "events[0][2][1]",
            "the node stands twice in one boot");
        row("fault op", "faults", R"([[["service:bark", "strat", 0, 1, 2]]])", "faults[0][1]",
            "\"strat\" is not one of the possible words");
        row("fault node", "faults", R"([[["service:bark", "stop", 4, 1, 2]]])", "faults[0][2]",
            "there is no node 4");
        row("trace", "trace", R"(["none"])", "trace", "must be an array of rows");
    }
    void saysWhatIsWrongAndWhere()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, place);
        QFETCH(QByteArray, what);
        QJsonObject object = smallCase();
        object[QString::fromLatin1(key)] = json(value.constData()).at(0);
        const auto result = read(object);
        QVERIFY(!result.ok());
        const Diagnostic& first = result.diagnostics.items().front();
        QCOMPARE(QByteArray::fromStdString(first.place.field), place);
        QCOMPARE(QByteArray::fromStdString(first.what), what);
        QCOMPARE(first.place.file, std::string("case.json"));
        QVERIFY(first.place.line > 0);
    }

    void aCaseWithAProblemIsNamedAndLeftOut()
    {
        QJsonObject object = smallCase();
        object["cluster_conf"] = "<cluster><clusternodes>\n</cluster>";
        const auto result = read(QJsonArray{smallCase(), object});
        QVERIFY(result.ok());
        QCOMPARE(result->size(), std::size_t{1});
        QVERIFY(result.diagnostics.hasErrors());
        const SourcePlace place = result.diagnostics.items().front().place;
        QCOMPARE(place.file, std::string("case.json ([1].cluster_conf)"));
        QCOMPARE(place.line, 2);
    }

    void unknownKeysAreWarnedAbout()
    {
        QJsonObject object = smallCase();
        object["fualts"] = QJsonArray();
        const auto result = read(object);
        QVERIFY(result.ok());
        bool warned = false;
        for (const Diagnostic& item : result.diagnostics.items())
            warned = warned ||
                     (item.place.field == "fualts" && item.remedy == "did you mean \"faults\"?");
        QVERIFY(warned);
    }
};

QTEST_APPLESS_MAIN(ConformanceReaderTest)
#include "tst_conformance_reader.moc"
