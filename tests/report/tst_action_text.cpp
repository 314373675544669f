// What an action is called, and what an administrator would type for it.
#include "report/action_text.h"

#include "support/cluster_factory.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// Nodes n1…n3; service:meow with script:meow, a disk and an address; vm:x.
Cluster pets()
{
    Cluster cluster = makeCluster(3);
    const ServiceIndex meow = addService(cluster, "meow");
    cluster.resources[0].attributes = {{"name", "meow"}, {"file", "/etc/init.d/meowd"}};
    addResource(cluster, meow, 0, "disk", "data");
    cluster.resources[1].attributes = {{"mountpoint", "/srv/my data"}};
    addResource(cluster, meow, 0, "share", "plain");
    cluster.services.push_back(cluster.services[0]);
    cluster.services[1].type = "vm";
    cluster.services[1].name = "x";
    cluster.finish();
    return cluster;
}

PlanEvent eventOn(PlanKind kind, NodeIndex node, std::vector<NodeIndex> nodes = {})
{
    PlanEvent made;
    made.at = SimTime::seconds(150);
    made.kind = kind;
    made.node = node;
    made.nodes = std::move(nodes);
    return made;
}

PlanEvent wander()
{
    PlanEvent made = eventOn(PlanKind::Wander, 1);
    made.service = 1;
    return made;
}

QString shown(const AdministratorCommand& command)
{
    QString text = QString::fromStdString(command.text);
    for (const NodeIndex node : command.typedOn)
        text += QString(" <%1>").arg(node);
    return text;
}

} // namespace

Q_DECLARE_METATYPE(rgsim::PlanEvent)

class TestActionText : public QObject {
    Q_OBJECT

private slots:
    void eachEventHasItsCommandAndName_data();
    void eachEventHasItsCommandAndName();
    void anIsolationOfAllHasNoCommand();
    void addressesHaveNoCommand();
    void faultsHaveNames_data();
    void faultsHaveNames();
    void optionsLookAsPeopleTypeThem();
};

void TestActionText::eachEventHasItsCommandAndName_data()
{
    QTest::addColumn<PlanEvent>("event");
    QTest::addColumn<QString>("command"); // with the nodes on which it is typed
    QTest::addColumn<QString>("title");
    const auto row = [](const PlanEvent& event, const char* command, const char* title) {
        QTest::newRow(title) << event << command << title;
    };
    row(eventOn(PlanKind::Boot, noNode, {0, 2}),
        "service cman start; service rgmanager start <0> <2>", "Boot n1, n3 at 00:02:30");
    row(eventOn(PlanKind::Crash, 0), "echo c > /proc/sysrq-trigger <0>", "Crash n1 at 00:02:30");
    row(eventOn(PlanKind::PowerCycle, 1), "fence_node n2", "Power cycle n2 at 00:02:30");
    row(eventOn(PlanKind::Leave, 1), "service rgmanager stop; service cman stop <1>",
        "Stop rgmanager on n2 at 00:02:30");
    row(eventOn(PlanKind::Lock, 1), "clusvcadm -l <1>", "Clusvcadm -l on n2 at 00:02:30");
    row(eventOn(PlanKind::Unlock, 0), "clusvcadm -u <0>", "Clusvcadm -u on n1 at 00:02:30");
    row(eventOn(PlanKind::Isolate, noNode, {2}),
        "for n in n1 n2; do iptables -I INPUT -s $n -j DROP; "
        "iptables -I OUTPUT -d $n -j DROP; done <2>",
        "Isolate n3 at 00:02:30");
    row(eventOn(PlanKind::Heal, noNode),
        "for n in n1 n2 n3; do iptables -D INPUT -s $n -j DROP; "
        "iptables -D OUTPUT -d $n -j DROP; done",
        "Heal the network at 00:02:30");
    row(dieAt(60, 0), "pkill -9 -f meowd", "Kill script:meow at 00:01:00");
    row(dieAt(61, 1), "umount -l \"/srv/my data\"", "Kill disk:data at 00:01:01");
    row(dieAt(62, 2), "pkill -9 -f plain", "Kill share:plain at 00:01:02");
    row(dieAt(63, noResource), "", "Kill nothing at 00:01:03");
    row(adminAt(30, AdminRequest::Relocate, 0, 0, 2), "clusvcadm -r service:meow -m n3 <0>",
        "Relocate service:meow to n3 via n1 at 00:00:30");
    row(adminAt(30, AdminRequest::Relocate, 0, 1), "clusvcadm -r service:meow <1>",
        "Relocate service:meow via n2 at 00:00:30");
    row(adminAt(30, AdminRequest::Enable, 0, 0), "clusvcadm -e service:meow <0>",
        "Enable service:meow via n1 at 00:00:30");
    row(adminAt(30, AdminRequest::Disable, 0, 0), "clusvcadm -d service:meow <0>",
        "Disable service:meow via n1 at 00:00:30");
    row(adminAt(30, AdminRequest::Stop, 0, 0), "clusvcadm -s service:meow <0>",
        "Stop service:meow via n1 at 00:00:30");
    row(adminAt(30, AdminRequest::Restart, 0, 0), "clusvcadm -R service:meow <0>",
        "Restart service:meow via n1 at 00:00:30");
    row(adminAt(30, AdminRequest::Freeze, 0, 0), "clusvcadm -Z service:meow <0>",
        "Freeze service:meow via n1 at 00:00:30");
    row(adminAt(30, AdminRequest::Unfreeze, 0, 0), "clusvcadm -U service:meow <0>",
        "Unfreeze service:meow via n1 at 00:00:30");
    row(adminAt(30, AdminRequest::Migrate, 1, 0, 1), "clusvcadm -M vm:x -m n2 <0>",
        "Migrate vm:x to n2 via n1 at 00:00:30");
    row(wander(), "virsh migrate --live x qemu+ssh://n2/system",
        "Move vm:x by hand to n2 at 00:02:30");
}

void TestActionText::eachEventHasItsCommandAndName()
{
    QFETCH(PlanEvent, event);
    const Cluster cluster = pets();
    QTEST(shown(administratorCommand(cluster, event)), "command");
    QTEST(QString::fromStdString(actionTitle(cluster, event)), "title");
}

void TestActionText::anIsolationOfAllHasNoCommand()
{
    QVERIFY(
        administratorCommand(pets(), eventOn(PlanKind::Isolate, noNode, {0, 1, 2})).text.empty());
}

void TestActionText::addressesHaveNoCommand()
{
    Cluster cluster = pets();
    cluster.resources[0].type = "ip";
    QVERIFY(administratorCommand(cluster, dieAt(60, 0)).text.empty());
    cluster.resources[0].type = "vm";
    QCOMPARE(administratorCommand(cluster, dieAt(60, 0)).text, std::string("virsh destroy meow"));
}

void TestActionText::faultsHaveNames_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to"); // -1: never
    QTest::addColumn<int>("node");
    QTest::addColumn<int>("flap");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("option");
    QTest::newRow("always") << 0 << 0 << -1 << -1 << 0
                            << "The start of script:meow fails, all the time"
                            << "--fail \"start script:meow\"";
    QTest::newRow("window") << 0 << 10 << 60 << 1 << 0
                            << "The start of script:meow fails on n2, from 10s to 1min"
                            << "--fail \"start script:meow on n2 from 10s to 1min\"";
    QTest::newRow("hang") << 1 << 0 << 60 << -1 << 0
                          << "The start of script:meow hangs, from 0s to 1min"
                          << "--hang \"start script:meow to 1min\"";
    QTest::newRow("slow") << 2 << 10 << -1 << -1 << 0
                          << "The start of script:meow takes 20s longer, from 10s on"
                          << "--slow \"start script:meow by 20s from 10s\"";
    QTest::newRow("flap")
        << 0 << 10 << -1 << -1 << 20
        << "The start of script:meow fails, from 10s on, in the first half of every 20s"
        << "";
}

void TestActionText::faultsHaveNames()
{
    QFETCH(int, kind);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(int, node);
    QFETCH(int, flap);
    ScriptFault fault;
    fault.kind = static_cast<ScriptFaultKind>(kind);
    fault.resource = 0;
    fault.from = SimTime::seconds(from);
    fault.to = to < 0 ? SimTime::never() : SimTime::seconds(to);
    fault.node = static_cast<NodeIndex>(node);
    fault.extra = SimDuration::seconds(20);
    fault.flapPeriod = SimDuration::seconds(flap);
    const auto option = rgsimOption(pets(), fault);
    QTEST(QString::fromStdString(actionTitle(pets(), fault)), "title");
    QTEST(QString::fromStdString(option ? option->shellText() : std::string()), "option");
}

void TestActionText::optionsLookAsPeopleTypeThem()
{
    const Cluster cluster = pets();
    QCOMPARE(rgsimOption(cluster, eventOn(PlanKind::Crash, 0))->shellText(),
             std::string("--crash n1@150s"));
    QCOMPARE(rgsimOption(cluster, adminAt(30, AdminRequest::Relocate, 0, 0, 2))->shellText(),
             std::string("--admin \"relocate service:meow n3@30s\""));
    QCOMPARE(rgsimOption(cluster, adminAt(30, AdminRequest::Stop, 0, 1))->shellText(),
             std::string("--admin \"stop service:meow via n2@30s\""));
    const FenceFault fault{1, SimTime::seconds(10), SimTime::seconds(20), 0};
    QCOMPARE(rgsimOption(cluster, fault)->shellText(),
             std::string("--fail-fencing \"n2 from 10s to 20s\""));
    QCOMPARE(actionTitle(cluster, fault), std::string("Fencing of n2 fails, from 10s to 20s"));
    QCOMPARE(actionTitle(cluster, FenceFault{noNode, {}, SimTime::never(), 0}),
             std::string("Fencing of any node fails, all the time"));
}

QTEST_APPLESS_MAIN(TestActionText)
#include "tst_action_text.moc"
