// The options with which verbs change a scenario: what each one does to it, and what is said about
// those that make no sense.
#include "cli/fault_options.h"

#include "support/cluster_factory.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// Nodes n1…n3; service:web and service:db, whose scripts are script:web and script:db.
Scenario threeNodes()
{
    Cluster cluster = makeCluster(3);
    cluster.nodes[2].id = 30;
    addService(cluster, "web");
    addService(cluster, "db");
    cluster.finish();
    return bootAll(std::move(cluster), SimTime::seconds(300));
}

struct Applied {
    Scenario scenario;
    Diagnostics problems;
};

Applied apply(const QStringList& arguments)
{
    QCommandLineParser parser;
    addScenarioOptions(parser);
    Applied applied{threeNodes(), {}};
    if (!parser.parse(QStringList{"rgsim"} + arguments))
        applied.problems.error({}, parser.errorText().toStdString());
    else
        applied.problems = applyScenarioOptions(parser, applied.scenario);
    return applied;
}

QString shown(const PlanEvent& event)
{
    QStringList nodes;
    for (const NodeIndex node : event.nodes)
        nodes << QString::number(node);
    return QStringLiteral("kind %1 at %2 node %3 nodes [%4] resource %5 service %6 request %7 "
                          "target %8")
        .arg(static_cast<int>(event.kind))
        .arg(event.at.ms)
        .arg(event.node)
        .arg(nodes.join(','))
        .arg(event.resource)
        .arg(event.service)
        .arg(static_cast<int>(event.request))
        .arg(event.target);
}

PlanEvent eventOf(PlanKind kind, std::int64_t ms)
{
    PlanEvent made;
    made.kind = kind;
    made.at = {ms};
    return made;
}

PlanEvent at(PlanKind kind, std::int64_t ms, NodeIndex node)
{
    PlanEvent made = eventOf(kind, ms);
    made.node = node;
    return made;
}

PlanEvent atAll(PlanKind kind, std::int64_t ms, std::vector<NodeIndex> nodes)
{
    PlanEvent made = eventOf(kind, ms);
    made.nodes = std::move(nodes);
    return made;
}

PlanEvent kill(std::int64_t ms, ResourceIndex resource)
{
    PlanEvent made = eventOf(PlanKind::ProcessDies, ms);
    made.resource = resource;
    return made;
}

QString all(const Diagnostics& problems)
{
    QStringList lines;
    for (const Diagnostic& problem : problems.items())
        lines << QString::fromStdString(toString(problem));
    return lines.join('\n');
}

} // namespace

Q_DECLARE_METATYPE(rgsim::PlanEvent)

class TestFaultOptions : public QObject {
    Q_OBJECT

private slots:
    void withoutOptionsNothingChanges();
    void eachEventOptionAddsOneEvent_data();
    void eachEventOptionAddsOneEvent();
    void optionsMayBeRepeated();
    void scriptFaultsAreReadInAnyOrder_data();
    void scriptFaultsAreReadInAnyOrder();
    void fencingCanFail();
    void theRunItselfCanBeChanged();
    void theClusterCanBeChanged();
    void scriptTimesAreThoseOfAllScripts();
    void whatMakesNoSenseIsExplained_data();
    void whatMakesNoSenseIsExplained();
    void allProblemsAreToldAtOnce();
    void whatComesTooLateIsAWarning();
    void aGuardModeWithoutGuardsIsAWarning();
};

void TestFaultOptions::withoutOptionsNothingChanges()
{
    const Applied applied = apply({});
    QVERIFY(applied.problems.empty());
    QCOMPARE(applied.scenario.plan.events.size(), 1U);
    QCOMPARE(applied.scenario.until, SimTime::seconds(300));
    QCOMPARE(applied.scenario.seed, 1U);
}

void TestFaultOptions::eachEventOptionAddsOneEvent_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<PlanEvent>("expected");
    const auto row = [](const char* option, const char* value, const PlanEvent& expected) {
        QTest::addRow("%s %s", option, value) << option << value << expected;
    };
    row("--crash", "n1@150s", at(PlanKind::Crash, 150'000, 0));
    row("--crash", "30@1min", at(PlanKind::Crash, 60'000, 2)); // by node id
    row("--crash", " n2 @ 0.5s ", at(PlanKind::Crash, 500, 1));
    row("--power-cycle", "n2@10", at(PlanKind::PowerCycle, 10'000, 1));
    row("--leave", "n3@10s", at(PlanKind::Leave, 10'000, 2));
    row("--lock", "n3@10s", at(PlanKind::Lock, 10'000, 2));
    row("--unlock", "n1@20s", at(PlanKind::Unlock, 20'000, 0));
    row("--boot", "n3@10s", atAll(PlanKind::Boot, 10'000, {2}));
    row("--boot", "n3, n1@10s", atAll(PlanKind::Boot, 10'000, {2, 0}));
    row("--isolate", "n1,n2@60s", atAll(PlanKind::Isolate, 60'000, {0, 1}));
    row("--isolate", "n1,1,n1@60s", atAll(PlanKind::Isolate, 60'000, {0}));
    row("--heal", "90s", eventOf(PlanKind::Heal, 90'000));
    row("--heal", "@90s", eventOf(PlanKind::Heal, 90'000));
    row("--kill", "service:db@60s", kill(60'000, 1));
    row("--kill", "db@60s", kill(60'000, 1));
    row("--kill", "script:web@60s", kill(60'000, 0));
    row("--admin", "relocate service:web n3@90s", adminAt(90, AdminRequest::Relocate, 0, 0, 2));
    row("--admin", "relocate web@90s", adminAt(90, AdminRequest::Relocate, 0, 0));
    row("--admin", "relocate service:db n3 via n2@90s",
        adminAt(90, AdminRequest::Relocate, 1, 1, 2));
    row("--admin", "via n2 disable service:db@90s", adminAt(90, AdminRequest::Disable, 1, 1));
    row("--admin", "enable db n2@90s", adminAt(90, AdminRequest::Enable, 1, 0, 1));
    row("--admin", "stop db@90s", adminAt(90, AdminRequest::Stop, 1, 0));
    row("--admin", "restart db@90s", adminAt(90, AdminRequest::Restart, 1, 0));
    row("--admin", "freeze db@90s", adminAt(90, AdminRequest::Freeze, 1, 0));
    row("--admin", "unfreeze db@90s", adminAt(90, AdminRequest::Unfreeze, 1, 0));
    row("--admin", "migrate db n2@90s", adminAt(90, AdminRequest::Migrate, 1, 0, 1));
}

void TestFaultOptions::eachEventOptionAddsOneEvent()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(PlanEvent, expected);
    const Applied applied = apply({option, value});
    QVERIFY2(applied.problems.empty(), qPrintable(all(applied.problems)));
    QCOMPARE(applied.scenario.plan.events.size(), 2U);
    QCOMPARE(shown(applied.scenario.plan.events.back()), shown(expected));
}

void TestFaultOptions::optionsMayBeRepeated()
{
    const Applied applied = apply({"--crash", "n1@10s", "--crash", "n2@20s", "--kill", "db@5s"});
    QVERIFY(applied.problems.empty());
    QCOMPARE(applied.scenario.plan.events.size(), 4U);
}

void TestFaultOptions::scriptFaultsAreReadInAnyOrder_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected"); // kind op resource node from to extra
    const QString never = QString::number(SimTime::never().ms);
    const auto row = [](const QStringList& arguments, const QString& expected) {
        QTest::newRow(qPrintable(arguments.join(' '))) << arguments << expected;
    };
    row({"--fail", "start service:web on n2 from 10s to 60s"}, "0 0 0 1 10000 60000 0");
    row({"--fail", "from 10s to 60s on n2 start web"}, "0 0 0 1 10000 60000 0");
    row({"--fail", "stop script:db"}, "0 1 1 -1 0 " + never + " 0");
    row({"--fail", "status db from 1min"}, "0 2 1 -1 60000 " + never + " 0");
    row({"--fail", "recover db to 1min"}, "0 3 1 -1 0 60000 0");
    row({"--hang", "start db to 60s"}, "1 0 1 -1 0 60000 0");
    row({"--slow", "stop db by 20s on n1"}, "2 1 1 0 0 " + never + " 20000");
}

void TestFaultOptions::scriptFaultsAreReadInAnyOrder()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, expected);
    const Applied applied = apply(arguments);
    QVERIFY2(applied.problems.empty(), qPrintable(all(applied.problems)));
    QCOMPARE(applied.scenario.plan.scriptFaults.size(), 1U);
    const ScriptFault& fault = applied.scenario.plan.scriptFaults.front();
    QCOMPARE(QStringLiteral("%1 %2 %3 %4 %5 %6 %7")
                 .arg(static_cast<int>(fault.kind))
                 .arg(static_cast<int>(fault.op))
                 .arg(fault.resource)
                 .arg(fault.node)
                 .arg(fault.from.ms)
                 .arg(fault.to.ms)
                 .arg(fault.extra.ms),
             expected);
}

void TestFaultOptions::fencingCanFail()
{
    const Applied applied =
        apply({"--fail-fencing", "n2 from 10s to 20s", "--fail-fencing", "all"});
    QVERIFY2(applied.problems.empty(), qPrintable(all(applied.problems)));
    const std::vector<FenceFault>& faults = applied.scenario.plan.fenceFaults;
    QCOMPARE(faults.size(), 2U);
    QCOMPARE(faults[0].node, NodeIndex{1});
    QCOMPARE(faults[0].from, SimTime::seconds(10));
    QCOMPARE(faults[0].to, SimTime::seconds(20));
    QCOMPARE(faults[1].node, noNode);
    QCOMPARE(faults[1].to, SimTime::never());
}

void TestFaultOptions::theRunItselfCanBeChanged()
{
    const Applied applied = apply({"--until", "10min", "--seed", "18446744073709551615",
                                   "--arbitration", "highest-node-first"});
    QVERIFY(applied.problems.empty());
    QCOMPARE(applied.scenario.until, SimTime::seconds(600));
    QCOMPARE(applied.scenario.seed, UINT64_MAX);
    QCOMPARE(applied.scenario.arbitration, Arbitration::HighestNodeFirst);
}

void TestFaultOptions::theClusterCanBeChanged()
{
    const Applied applied =
        apply({"--recovery", "relocate", "--poll-interval", "20s", "--token-timeout", "3s",
               "--fencing-time", "4s", "--boot-time", "2min"});
    QVERIFY2(applied.problems.empty(), qPrintable(all(applied.problems)));
    const Cluster& cluster = applied.scenario.cluster;
    for (const Service& service : cluster.services)
        QCOMPARE(service.recovery, RecoveryPolicy::Relocate);
    QCOMPARE(cluster.statusPollInterval, SimDuration::seconds(20));
    QCOMPARE(cluster.tokenTimeout, SimDuration::seconds(3));
    for (const Node& node : cluster.nodes) {
        QCOMPARE(node.fencingTime, SimDuration::seconds(4));
        QCOMPARE(node.bootTime, SimDuration::seconds(120));
    }
}

void TestFaultOptions::scriptTimesAreThoseOfAllScripts()
{
    const Applied applied = apply({"--start-time", "5s", "--status-time", "100ms"});
    QVERIFY(applied.problems.empty());
    for (const Service& service : applied.scenario.cluster.services) {
        const ScriptTimes expected{SimDuration::seconds(5), {}, SimDuration::milliseconds(100)};
        QVERIFY(service.tree.nodes[1].times == expected);
    }
}

void TestFaultOptions::whatMakesNoSenseIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("part");
    const auto row = [](const QStringList& arguments, const char* part) {
        QTest::newRow(qPrintable(arguments.join(' '))) << arguments << part;
    };
    row({"--crash", "n1"}, "--crash: \"n1\" has no time; put it behind an @, such as n1@60s");
    row({"--crash", "@60s"}, "--crash: \"@60s\" has nothing before the @");
    row({"--crash", "n4@60s"}, "--crash: there is no node \"n4\"");
    row({"--crash", "4@60s"}, "--crash: there is no node \"4\"");
    row({"--crash", "n1@soon"}, "--crash: \"soon\": ");
    row({"--crash", "n1,n2@60s"}, "--crash: there is no node \"n1,n2\"");
    row({"--isolate", "n1,,n2@60s"}, "--isolate: there is no node \"\"");
    row({"--heal", "n1@60s"}, "--heal: takes a time only, not \"n1\"");
    row({"--kill", "wob@60s"}, "--kill: there is no service or resource \"wob\"");
    row({"--admin", "relocate@60s"}, "--admin: \"relocate\" is not a request");
    row({"--admin", "move web n2@60s"}, "--admin: there is no request \"move\"");
    row({"--admin", "relocate wbe@60s"}, "--admin: there is no service \"wbe\"");
    row({"--admin", "stop web n2@60s"}, "--admin: \"stop\" takes no target node");
    row({"--admin", "migrate web@60s"}, "--admin: migrate needs a target node");
    row({"--admin", "stop web via@60s"}, "--admin: something is missing behind \"via\"");
    row({"--admin", "stop web via n1 via n2@60s"}, "--admin: \"via\" is there twice");
    row({"--fail", "start"}, "--fail: \"start\" is not understood");
    row({"--fail", "begin web"}, "--fail: there is no operation \"begin\"");
    row({"--fail", "start web by 5s"}, "is not understood");
    row({"--fail", "start web from 60s to 10s"}, "from 60s to 10s ends before it begins");
    row({"--fail", "start web on n9"}, "--fail: there is no node \"n9\"");
    row({"--hang", "start web"}, "--hang: a script that hangs needs an end; add \"to\"");
    row({"--slow", "start web"}, "by 20s from 10s to 60s\"");
    row({"--fail-fencing", "n1 n2"}, "--fail-fencing: \"n1 n2\" is not understood");
    row({"--until", "soon"}, "--until: \"soon\"");
    row({"--until", "1s", "--until", "2s"}, "--until: is given twice");
    row({"--seed", "-1"}, "--seed: \"-1\" is not a whole number");
    row({"--seed", "18446744073709551616"}, "is not a whole number");
    row({"--guard", "exat"}, "--guard: cannot be \"exat\"; did you mean \"exact\"?");
    row({"--arbitration", "x"}, "--arbitration: cannot be \"x\"");
    row({"--recovery", "x"}, "--recovery: cannot be \"x\"");
    row({"--poll-interval", "0"}, "--poll-interval: must be longer than nothing");
}

void TestFaultOptions::whatMakesNoSenseIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, part);
    const Applied applied = apply(arguments);
    QVERIFY(applied.problems.hasErrors());
    const QString text = all(applied.problems);
    QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY2(text.startsWith("rgsim: error: --"), qPrintable(text));
    QCOMPARE(applied.scenario.plan.events.size(), 1U);
    QVERIFY(applied.scenario.plan.scriptFaults.empty());
}

void TestFaultOptions::allProblemsAreToldAtOnce()
{
    const Applied applied =
        apply({"--crash", "n4@60s", "--crash", "n5@60s", "--seed", "x", "--guard", "y"});
    QCOMPARE(applied.problems.items().size(), 4U);
}

void TestFaultOptions::whatComesTooLateIsAWarning()
{
    const Applied late = apply({"--crash", "n1@301s"});
    QVERIFY(!late.problems.hasErrors());
    QVERIFY(all(late.problems).contains("--crash: happens only after the end of the run"));
    QVERIFY(apply({"--crash", "n1@300s"}).problems.empty());
    QVERIFY(apply({"--crash", "n1@301s", "--until", "302s"}).problems.empty());
}

void TestFaultOptions::aGuardModeWithoutGuardsIsAWarning()
{
    const Applied applied = apply({"--guard", "exact"});
    QCOMPARE(applied.scenario.cluster.guardMode, GuardMode::Exact);
    QVERIFY(!applied.problems.hasErrors());
    QVERIFY(all(applied.problems).contains("--guard: no service has a guard"));
    QVERIFY(apply({"--guard", "off"}).problems.empty());
}

QTEST_APPLESS_MAIN(TestFaultOptions)
#include "tst_fault_options.moc"
