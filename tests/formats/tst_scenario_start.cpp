// The "start" of a scenario: what is read, what is wrong with it, and that it is written as it was.
#include "formats/scenario_dump.h"

#include "formats/scenario_reader.h"
#include "formats/scenario_writer.h"
#include "simulation/simulation.h"
#include "support/random_layout.h"

#include <QTest>

using namespace rgsim;
using rgsim::test::dump;

namespace {

// Nodes a, b, c and services x, y, with this start.
QByteArray withStart(const QByteArray& start)
{
    return R"({"format": 1, "cluster": {
  "nodes": [{"name": "a"}, {"name": "b"}, {"name": "c"}],
  "services": [{"name": "x"}, {"name": "y"}]},
"start": )" +
           start + "}";
}

Result<ScenarioFile> read(const QByteArray& text)
{
    ScenarioReadOptions options;
    options.fileName = "scenario.json";
    return readScenario(text, options);
}

const char* const middle = R"({"nodes": ["c", "b"], "without_rgmanager": ["b"], "services": {
    "x": {"state": "started", "owner": "c", "last_owner": "a", "restarts": 3, "frozen": true,
          "changed": -90.5},
    "service:y": {"state": "failed", "changed": "never", "runs_on": ["b", "c"]}}})";

std::string told(const Diagnostics& diagnostics)
{
    std::string text;
    for (const Diagnostic& item : diagnostics.items())
        text += toString(item) + '\n';
    return text;
}

// A state as it might be anywhere in some run, and truth that may contradict it.
StartState randomStart(const Cluster& cluster, const Simulation& simulation, RandomStream& stream)
{
    StartState start;
    start.records = simulation.state().manager.records;
    for (const NodeCondition& node : simulation.state().world.nodes)
        start.nodes.push_back(node.managerRuns ? NodeStart::Manager
                              : node.runs      ? NodeStart::Member
                                               : NodeStart::Off);
    for (ServiceIndex service = 0; service < cluster.serviceCount(); ++service) {
        if (!start.records[static_cast<std::size_t>(service)].exists || stream.below(3) != 0)
            continue;
        NodeSet places;
        for (NodeIndex node = 0; node < cluster.nodeCount(); ++node) {
            if (start.isUp(node) && stream.below(2) == 0)
                places.insert(node);
        }
        start.runsOn[service] = places;
    }
    return start;
}

} // namespace

class TestScenarioStart : public QObject {
    Q_OBJECT

private slots:
    void everyMemberIsRead();
    void theRunBeginsInTheMiddle();
    void defaultsAreThoseOfThePage();
    void problemsAreTold_data();
    void problemsAreTold();
    void whatIsWrittenReadsBackTheSame();
};

void TestScenarioStart::everyMemberIsRead()
{
    const Result<ScenarioFile> file = read(withStart(middle));
    QVERIFY2(file.ok() && file.diagnostics.empty(), told(file.diagnostics).c_str());
    QVERIFY(file->scenario.plan.events.empty()); // nobody boots
    StartState expected;
    expected.nodes = {NodeStart::Off, NodeStart::Member, NodeStart::Manager};
    expected.records.resize(2);
    ServiceRecord& x = expected.records[0];
    x.exists = x.frozen = x.hasChanged = true;
    x.state = ServiceState::Started;
    x.owner = 2;
    x.lastOwner = 0;
    x.restarts = 3;
    x.transition = SimTime{-90'500};
    expected.records[1].exists = true;
    expected.records[1].state = ServiceState::Failed;
    expected.runsOn[1].insert(1);
    expected.runsOn[1].insert(2);
    QVERIFY(*file->scenario.start == expected);
}

void TestScenarioStart::theRunBeginsInTheMiddle()
{
    const Result<ScenarioFile> file = read(withStart(middle));
    Simulation simulation(file->scenario);
    simulation.runUntil(SimTime{});
    const World& world = simulation.state().world;
    QVERIFY(!world.node(0).runs && world.node(1).runs && world.node(2).managerRuns);
    QVERIFY(!world.node(1).managerRuns);
    const Cluster& cluster = file->scenario.cluster;
    const NodeSet& x = world.processOf(cluster.resourceByName("script:x"));
    const NodeSet& y = world.processOf(cluster.resourceByName("script:y"));
    QVERIFY(x.contains(2) && x.count() == 1);
    QVERIFY(y.contains(1) && y.contains(2) && y.count() == 2);
    QCOMPARE(simulation.state().manager.record(1).state, ServiceState::Failed);
}

void TestScenarioStart::defaultsAreThoseOfThePage()
{
    const Result<ScenarioFile> file = read(withStart(
        R"({"services": {"x": {"state": "started", "owner": "a"}, "y": {"state": "stopped"}}})"));
    QVERIFY(file.ok() && file.diagnostics.empty());
    const StartState& start = *file->scenario.start;
    QCOMPARE(start.nodes, std::vector<NodeStart>(3, NodeStart::Manager));
    QVERIFY(start.records[0].hasChanged);
    QVERIFY(start.records[0].transition == SimTime{});
    QVERIFY(placesAtStart(start, 0).contains(0));
    QVERIFY(placesAtStart(start, 1).empty());
}

void TestScenarioStart::problemsAreTold_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const QByteArray& start, const char* path,
                        const char* message) {
        QTest::newRow(name) << start << QByteArray(path) << QByteArray(message);
    };
    const auto record = [&](const char* name, const char* members, const char* path,
                            const char* message) {
        const QByteArray both = QByteArray(R"({"nodes": ["a", "b"], "services": {"x": )") +
                                members + R"(, "y": {"state": "stopped"}}})";
        row(name, both, path, message);
    };
    row("no object", "[]", "start", "error: must be an object");
    row("unknown key", R"({"node": []})", "start.node", "error: unknown key in the beginning");
    row("unknown node", R"({"nodes": ["d"]})", "start.nodes[0]", "error: there is no node \"d\"");
    row("member that is off", R"({"nodes": ["a"], "without_rgmanager": ["b"]})",
        "start.without_rgmanager[0]", "error: the node is not up: it is not among the \"nodes\"");
    row("member twice", R"({"without_rgmanager": ["b", "b"]})", "start.without_rgmanager[1]",
        "error: the node stands twice in the list");
    row("unknown service", R"({"services": {"z": {"state": "stopped"}}})", "start.services.z",
        "error: there is no service \"z\"");
    row("service twice",
        R"({"services": {"x": {"state": "stopped"}, "service:x": {"state": "stopped"}}})",
        "start.services.x", "error: the service stands twice in the state");
    record("no state", "{}", "start.services.x", "error: \"state\" is missing");
    record("unknown state", R"({"state": "running"})", "start.services.x.state",
           "error: \"running\" is not one of the possible words");
    record("unknown owner", R"({"state": "started", "owner": "q"})", "start.services.x.owner",
           "error: there is no node \"q\"");
    record("too early", R"({"state": "stopped", "changed": -2e9})", "start.services.x.changed",
           "error: ");
    record("no time", R"({"state": "stopped", "changed": "soon"})", "start.services.x.changed",
           "error: \"soon\" is not one of the possible words");
    record("runs where it is off", R"({"state": "stopped", "runs_on": ["c"]})",
           "start.services.x.runs_on[0]", "error: nothing runs on a node that is off");
    record("no owner", R"({"state": "started"})", "start.services.x",
           "warning: service:x is started and has no owner");
    record("owner off", R"({"state": "started", "owner": "c"})", "start.services.x",
           "warning: service:x is started on c, which is offline: nothing of it "
           "runs");
    record("between two states", R"({"state": "starting", "owner": "a"})", "start.services.x",
           "warning: service:x is starting: nobody is at work on it when the "
           "run begins");
    row("missing", R"({"services": {"x": {"state": "stopped"}}})", "start",
        "warning: service:y is not among the services: it has no record yet");
}

void TestScenarioStart::problemsAreTold()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, message);
    const Result<ScenarioFile> file = read(withStart(start));
    QCOMPARE(file.diagnostics.items().size(), std::size_t{1});
    const std::string text = told(file.diagnostics);
    QVERIFY2(text.find(": " + message.toStdString()) != std::string::npos, text.c_str());
    QVERIFY2(text.find(" (at " + path.toStdString() + ')') != std::string::npos, text.c_str());
    QCOMPARE(file.ok(), !message.contains("error: "));
}

void TestScenarioStart::whatIsWrittenReadsBackTheSame()
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        RandomStream stream(seed, "start");
        ScenarioReadOptions options;
        ScenarioFile made;
        made.scenario = support::randomScenario(seed);
        for (PlanEvent& event : made.scenario.plan.events)
            event.target = noNode; // most requests take none
        options.types = made.scenario.cluster.types;
        ScenarioFile file = *readScenario(writeScenario(made), options); // in a file's order
        const Scenario original = file.scenario;
        Simulation simulation(original);
        simulation.runUntil(SimTime{static_cast<std::int64_t>(stream.below(600'000))});
        file.scenario.plan = FaultPlan();
        file.scenario.start = randomStart(original.cluster, simulation, stream);
        const QByteArray written = writeScenario(file);
        const Result<ScenarioFile> again = readScenario(written, options);
        const QByteArray story = "seed " + QByteArray::number(qulonglong{seed}) + '\n' + written +
                                 QByteArray::fromStdString(told(again.diagnostics));
        QVERIFY2(again.ok(), story.constData());
        QVERIFY2(*again->scenario.start == *file.scenario.start, story.constData());
        QVERIFY2(again->scenario.plan.events.empty(), story.constData());
        QCOMPARE(writeScenario(*again), written);
        Simulation played(file.scenario);
        Simulation reread(again->scenario);
        played.run();
        reread.run();
        QVERIFY2(played.fingerprint() == reread.fingerprint(), story.constData());
    }
}

QTEST_APPLESS_MAIN(TestScenarioStart)
#include "tst_scenario_start.moc"
