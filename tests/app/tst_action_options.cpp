// The option that is shown for an action does the same when rgsim reads it, through a shell too.
#include "base/shell_text.h"
#include "cli/fault_options.h"
#include "report/action_text.h"
#include "support/cluster_factory.h"
#include "support/random_layout.h"

#include <QProcess>
#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// Nodes and services with names that a shell or an option would take apart.
Cluster strangeNames()
{
    Cluster cluster = makeCluster(5);
    cluster.nodes[0].name = "plain";
    cluster.nodes[1].name = "with blank";
    cluster.nodes[2].name = "comma,separated";
    cluster.nodes[3].name = "to";
    cluster.nodes[4].name = "o'neill$HOME!@x";
    for (std::size_t i = 0; i < cluster.nodes.size(); ++i)
        cluster.nodes[i].id = 100 + static_cast<int>(i);
    addService(cluster, "web");
    addService(cluster, "it's$(date)`x`\"\\");
    cluster.finish();
    return cluster;
}

Scenario readBack(const Cluster& cluster, const QStringList& arguments)
{
    QCommandLineParser parser;
    addScenarioOptions(parser);
    Scenario scenario;
    scenario.cluster = cluster;
    scenario.until = SimTime::seconds(10'000);
    if (!parser.parse(QStringList{"rgsim"} + arguments))
        qWarning("%s", qPrintable(parser.errorText()));
    const Diagnostics problems = applyScenarioOptions(parser, scenario);
    for (const Diagnostic& problem : problems.items())
        qWarning("%s", toString(problem).c_str());
    return scenario;
}

Scenario readBack(const Cluster& cluster, const RgsimOption& option)
{
    return readBack(cluster,
                    {QString::fromStdString(option.name), QString::fromStdString(option.value)});
}

// What counts of an event of its kind.
QString shown(const PlanEvent& event)
{
    QString text = QString("%1 at %2:").arg(static_cast<int>(event.kind)).arg(event.at.ms);
    const bool isList = event.kind == PlanKind::Boot || event.kind == PlanKind::Isolate;
    for (const NodeIndex node : isList ? event.nodes : std::vector<NodeIndex>{event.node})
        text += event.kind == PlanKind::Heal || event.kind == PlanKind::ProcessDies
                    ? QString()
                    : QString(" node %1").arg(node);
    if (event.kind == PlanKind::ProcessDies)
        text += QString(" resource %1").arg(event.resource);
    if (event.kind == PlanKind::Admin)
        text += QString(" %1 of %2 to %3")
                    .arg(static_cast<int>(event.request))
                    .arg(event.service)
                    .arg(event.request == AdminRequest::Relocate ||
                                 event.request == AdminRequest::Enable ||
                                 event.request == AdminRequest::Migrate
                             ? event.target
                             : noNode);
    return text;
}

QString shown(const ScriptFault& fault)
{
    return QString("%1 %2 of %3 on %4 from %5 to %6 by %7")
        .arg(static_cast<int>(fault.kind))
        .arg(static_cast<int>(fault.op))
        .arg(fault.resource)
        .arg(fault.node)
        .arg(fault.from.ms)
        .arg(fault.to.ms)
        .arg(fault.kind == ScriptFaultKind::Slow ? fault.extra.ms : 0);
}

// The words that a shell makes of a text.
QStringList wordsInShell(const std::string& text)
{
    QProcess shell;
    shell.start("bash", {"-c", "printf '%s\\n' " + QString::fromStdString(text)});
    if (!shell.waitForFinished())
        return {};
    return QString::fromUtf8(shell.readAllStandardOutput()).chopped(1).split('\n');
}

PlanEvent eventOn(PlanKind kind, NodeIndex node)
{
    PlanEvent event;
    event.at = SimTime{150'500};
    event.kind = kind;
    event.node = node;
    event.nodes = {node, 0};
    return event;
}

} // namespace

class TestActionOptions : public QObject {
    Q_OBJECT

private slots:
    void optionsOfRandomPlansAreReadBack();
    void strangeNamesAreReadBackThroughAShell();
    void aShellReadsBackWhatIsQuoted_data();
    void aShellReadsBackWhatIsQuoted();
    void whatNoOptionCanSayHasNone();
};

void TestActionOptions::optionsOfRandomPlansAreReadBack()
{
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const Scenario scenario = randomScenario(seed);
        const QByteArray where = "seed " + QByteArray::number(qulonglong(seed));
        for (const PlanEvent& event : scenario.plan.events) {
            const auto option = rgsimOption(scenario.cluster, event);
            QVERIFY2(option, where);
            const Scenario read = readBack(scenario.cluster, *option);
            QVERIFY2(read.plan.events.size() == 1, where);
            QCOMPARE(shown(read.plan.events.front()), shown(event));
        }
        for (const ScriptFault& fault : scenario.plan.scriptFaults) {
            const auto option = rgsimOption(scenario.cluster, fault);
            QVERIFY2(option.has_value() == fault.flapPeriod.isZero(), where);
            if (!option)
                continue;
            const Scenario read = readBack(scenario.cluster, *option);
            QVERIFY2(read.plan.scriptFaults.size() == 1, where);
            QCOMPARE(shown(read.plan.scriptFaults.front()), shown(fault));
        }
    }
}

void TestActionOptions::strangeNamesAreReadBackThroughAShell()
{
    const Cluster cluster = strangeNames();
    std::vector<PlanEvent> events;
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node) {
        for (const PlanKind kind :
             {PlanKind::Crash, PlanKind::PowerCycle, PlanKind::Leave, PlanKind::Lock,
              PlanKind::Unlock, PlanKind::Heal, PlanKind::ProcessDies})
            events.push_back(eventOn(kind, node));
        events.back().resource = node % 2;
        for (const ServiceIndex service : {0, 1})
            events.push_back(adminAt(30, AdminRequest::Relocate, service, node, node));
        if (node != 0)
            events.push_back(eventOn(PlanKind::Isolate, node));
    }
    for (const PlanEvent& event : events) {
        const auto option = rgsimOption(cluster, event);
        QVERIFY(option);
        const QStringList words = wordsInShell(option->shellText());
        QCOMPARE(words.size(), 2);
        const Scenario read = readBack(cluster, words);
        QVERIFY2(read.plan.events.size() == 1, option->value.c_str());
        QCOMPARE(shown(read.plan.events.front()), shown(event));
    }
    for (NodeIndex node = noNode; node < cluster.nodeCount(); ++node) {
        const FenceFault fault{node, SimTime::seconds(10), SimTime::never(), 0};
        const Scenario read =
            readBack(cluster, wordsInShell(rgsimOption(cluster, fault)->shellText()));
        QCOMPARE(read.plan.fenceFaults.size(), std::size_t{1});
        QCOMPARE(read.plan.fenceFaults[0].node, node);
        QCOMPARE(read.plan.fenceFaults[0].from, fault.from);
        QCOMPARE(read.plan.fenceFaults[0].to, fault.to);
    }
}

void TestActionOptions::aShellReadsBackWhatIsQuoted_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << "node1@150s"
                           << "node1@150s";
    QTest::newRow("blanks") << "a b"
                            << "\"a b\"";
    QTest::newRow("apostrophe") << "it's"
                                << "\"it's\"";
    QTest::newRow("dollar") << "$HOME"
                            << "'$HOME'";
    QTest::newRow("all quotes") << "'\""
                                << "''\\''\"'";
    QTest::newRow("bang") << "go!"
                          << "'go!'";
    QTest::newRow("backslash") << "a\\b"
                               << "'a\\b'";
    QTest::newRow("home") << "~root"
                          << "\"~root\"";
    QTest::newRow("nothing") << ""
                             << "\"\"";
    QTest::newRow("umlaut") << QString::fromUtf8("k\u00f6ln") << QString::fromUtf8("\"k\u00f6ln\"");
}

void TestActionOptions::aShellReadsBackWhatIsQuoted()
{
    QFETCH(QString, word);
    const std::string quoted = shellQuoted(word.toStdString());
    QTEST(QString::fromStdString(quoted), "quoted");
    QCOMPARE(wordsInShell(quoted), QStringList{word});
}

void TestActionOptions::whatNoOptionCanSayHasNone()
{
    Cluster cluster = strangeNames();
    PlanEvent wander = eventOn(PlanKind::Wander, 0);
    wander.service = 0;
    QVERIFY(!rgsimOption(cluster, wander));
    QVERIFY(!rgsimOption(cluster, adminAt(30, AdminRequest::Migrate, 0, 0)));
    QVERIFY(!rgsimOption(cluster, dieAt(30, noResource)));
    ScriptFault fault;
    fault.resource = 0;
    fault.to = SimTime::never();
    QVERIFY(rgsimOption(cluster, fault));
    fault.kind = ScriptFaultKind::Hangs;
    QVERIFY(!rgsimOption(cluster, fault));
    cluster.services[0].fullName = "service:two words";
    QVERIFY(!rgsimOption(cluster, adminAt(30, AdminRequest::Stop, 0, 0)));
    cluster.resources[1].name = cluster.resources[0].name;
    QVERIFY(!rgsimOption(cluster, dieAt(30, 1))); // the name stands for the other one
}

QTEST_APPLESS_MAIN(TestActionOptions)
#include "tst_action_options.moc"
