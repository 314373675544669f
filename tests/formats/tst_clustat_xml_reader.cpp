#include "formats/clustat_xml_reader.h"
#include "formats/input_file.h"
#include "formats/text_file.h"
#include "guard/clustat_text.h"
#include "simulation/clustat_view_of.h"
#include "simulation/simulation.h"
#include "support/cluster_factory.h"

#include <QDir>
#include <QDirIterator>
#include <QtTest>

using namespace rgsim;

namespace {

// As clustat of RHEL 6 prints it: hexadecimal ids, a quorum disk, two blanks in front of an owner.
QByteArray readReal()
{
    const std::string path = RGSIM_SOURCE_DIR "/tests/formats/clustat/rhel6.xml";
    return readTextFile(path).value.value_or(QByteArray());
}
const QByteArray real = readReal();

Cluster pair()
{
    Cluster cluster = support::makeCluster(3);
    support::addService(cluster, "a");
    support::addService(cluster, "b");
    cluster.finish();
    return cluster;
}

QByteArray changed(const char* what, const char* into)
{
    QByteArray text = real;
    return text.replace(what, into);
}

// clustat -x on the node on which "rgsim clustat" runs it, at the simulation's present time.
std::string clustatNow(const Simulation& simulation)
{
    const World& world = simulation.state().world;
    return clustatXml(clustatViewOf(simulation.scenario().cluster, world,
                                    simulation.state().manager, firstNodeForClustat(world)));
}

std::string startedAgain(const Scenario& original, const StartState& state)
{
    Scenario again = original;
    again.plan = FaultPlan();
    again.start = state;
    Simulation simulation(again);
    simulation.runUntil(SimTime{});
    return clustatNow(simulation);
}

} // namespace

class TestClustatXmlReader : public QObject {
    Q_OBJECT

private slots:
    void whatClustatPrintsIsRead();
    void problemsAreTold_data();
    void problemsAreTold();
    void linesAboveTheXmlAreSkipped();
    void aRunBeginsInTheState();
    void startedServicesRunAndAreChecked();
    void theStateAtAnyInstantReadBackGivesTheSameClustat_data();
    void theStateAtAnyInstantReadBackGivesTheSameClustat();
};

void TestClustatXmlReader::whatClustatPrintsIsRead()
{
    const Result<StartState> state = readClustatXml(real, "now.xml", pair());
    QVERIFY(state.ok());
    QVERIFY(state.diagnostics.empty());
    QCOMPARE(state->nodes,
             (std::vector<NodeStart>{NodeStart::Manager, NodeStart::Off, NodeStart::Member}));
    ServiceRecord a;
    a.exists = true;
    a.state = ServiceState::Started;
    a.frozen = true;
    a.owner = 0;
    a.lastOwner = 1;
    a.restarts = 3;
    a.hasChanged = true;
    a.transition = SimTime::seconds(90);
    QVERIFY(state->records[0] == a);
    ServiceRecord b;
    b.exists = true;
    b.state = ServiceState::Disabled;
    QVERIFY(state->records[1] == b);
}

void TestClustatXmlReader::problemsAreTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const QByteArray& text, const char* message) {
        QTest::newRow(name) << text << QByteArray(message);
    };
    row("empty", "", "now.xml: error: this is not XML; give the output of clustat -x");
    row("other XML", "<cluster/>",
        "now.xml:1: error: this is not the output of clustat -x with its nodes; give the output "
        "of clustat -x, without -s and -m");
    row("not well-formed", "<clustat", "now.xml:1: error: ");
    row("unknown node", changed("name=\"n3\"", "name=\"m3\""),
        "now.xml:8: error: the cluster has no node \"m3\"; did you mean \"n3\"?");
    row("unknown owner", changed("owner=\"n1\"", "owner=\"n9\""),
        "now.xml:12: error: the cluster has no node \"n9\" (owner)");
    row("unknown service", changed("service:b", "service:web"),
        "now.xml:13: error: the cluster has no service \"service:web\"");
    row("unknown state", changed("state=\"119\"", "state=\"199\""),
        "now.xml:13: error: there is no state 199 \"disabled\"");
    row("states that contradict", changed("state_str=\"disabled\"", "state_str=\"failed\""),
        "now.xml:13: error: there is no state 119 \"failed\"");
    row("no number", changed("restarts=\"3\"", "restarts=\"often\""), "now.xml:12: error: ");
    row("other cluster", changed("name=\"made\"", "name=\"prod\""),
        "now.xml:3: warning: this is the state of the cluster \"prod\", not of \"made\"");
    row("missing service", changed("<group name=\"service:b\"", "<other name=\"service:b\""),
        "now.xml: warning: service:b is not among the services: it has no record yet");
    row("missing node", changed("<node name=\"n2\"", "<other name=\"n2\""),
        "now.xml: warning: n2 is not among the nodes: it is off");
    row("between two states",
        changed("state=\"112\" state_str=\"started\"", "state=\"113\" state_str=\"stopping\""),
        "now.xml:12: warning: service:a is stopping: nobody is at work on it when the run begins");
    row("owner offline", changed(" owner=\"n1\"", " owner=\"n2\""),
        "now.xml:12: warning: service:a is started on n2, which is offline: nothing of it runs");
}

void TestClustatXmlReader::problemsAreTold()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    const Result<StartState> state = readClustatXml(text, "now.xml", pair());
    QCOMPARE(state.diagnostics.items().size(), std::size_t(1));
    const std::string told = toString(state.diagnostics.items().front());
    QVERIFY2(told.starts_with(message.toStdString()), told.c_str());
    QCOMPARE(state.ok(), !state.diagnostics.hasErrors());
}

void TestClustatXmlReader::linesAboveTheXmlAreSkipped()
{
    const QByteArray above = "Service states unavailable: Operation requires quorum\n";
    const Result<StartState> state =
        readClustatXml(above + changed("name=\"n3\"", "name=\"m3\""), "now.xml", pair());
    QCOMPARE(state.diagnostics.items().front().place.line, 9);
    QVERIFY(readClustatXml(above + real, "now.xml", pair()).ok());
}

void TestClustatXmlReader::aRunBeginsInTheState()
{
    Scenario scenario;
    scenario.cluster = pair();
    scenario.start = *readClustatXml(real, "now.xml", scenario.cluster);
    Simulation simulation(scenario);
    simulation.runUntil(SimTime{});
    const World& world = simulation.state().world;
    QVERIFY(world.node(0).managerRuns && !world.node(1).runs);
    QVERIFY(world.node(2).runs && world.node(2).isMember && !world.node(2).managerRuns);
    const ServiceRecord& record = simulation.state().manager.record(0);
    QCOMPARE(record.restarts, 3);
    QVERIFY(record.frozen);
    QCOMPARE(simulation.state().manager.missingRecords, 0);
    // Equal scenarios give equal runs, and a state that is put back continues.
    Simulation other(scenario);
    simulation.run();
    other.run();
    QCOMPARE(simulation.fingerprint(), other.fingerprint());
}

void TestClustatXmlReader::startedServicesRunAndAreChecked()
{
    Scenario scenario;
    scenario.cluster = pair();
    scenario.start =
        *readClustatXml(changed("flags=\"1\" flags_str=\"frozen\"", "flags=\"0\" flags_str=\"\""),
                        "now.xml", scenario.cluster);
    PlanEvent kill;
    kill.at = SimTime::seconds(5);
    kill.kind = PlanKind::ProcessDies;
    kill.resource = scenario.cluster.resourceByName("script:a");
    QVERIFY(kill.resource != noResource);
    scenario.plan.events.push_back(kill);
    scenario.until = SimTime::seconds(100);
    Simulation simulation(scenario);
    simulation.runUntil(SimTime::seconds(4));
    QVERIFY(simulation.state().world.processOf(kill.resource).contains(0));
    simulation.runUntil(SimTime::seconds(6));
    QVERIFY(simulation.state().world.processOf(kill.resource).empty());
    simulation.run(); // a check has found out, and the service was started again
    QVERIFY(simulation.state().world.processOf(kill.resource).contains(0));
    QCOMPARE(simulation.state().manager.record(0).state, ServiceState::Started);
}

void TestClustatXmlReader::theStateAtAnyInstantReadBackGivesTheSameClustat_data()
{
    QTest::addColumn<QString>("file");
    const QString folder = QStringLiteral(RGSIM_SOURCE_DIR "/scenarios");
    QDirIterator files(folder, {QStringLiteral("*.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        QTest::newRow(qPrintable(QDir(folder).relativeFilePath(file))) << file;
    }
}

void TestClustatXmlReader::theStateAtAnyInstantReadBackGivesTheSameClustat()
{
    QFETCH(QString, file);
    const Result<LoadedInput> input = loadInput(file.toStdString());
    QVERIFY(input.ok());
    const Scenario& scenario = input->file.scenario;
    const bool isLarge = scenario.cluster.nodes.size() * scenario.cluster.services.size() > 4000;
    const int most = isLarge ? 5 : 200; // of different states
    Simulation simulation(scenario);
    std::string last;
    for (int seen = 0; seen < most && simulation.step(scenario.until);) {
        const std::string now = clustatNow(simulation);
        if (now == last)
            continue;
        last = now;
        ++seen;
        const Result<StartState> state =
            readClustatXml(QByteArray::fromStdString(now), "now.xml", scenario.cluster);
        QVERIFY2(state.ok(), now.c_str());
        QCOMPARE(startedAgain(scenario, *state), now);
    }
    QVERIFY(!last.empty());
}

QTEST_APPLESS_MAIN(TestClustatXmlReader)
#include "tst_clustat_xml_reader.moc"
