#include "formats/cluster_conf_reader.h"

#include "formats/resource_types_reader.h"

#include <QTest>

using namespace rgsim;

namespace {

// The nodes stand in line 2, whatever is in <rm> begins in line 3.
QByteArray conf(const QByteArray& rm)
{
    return "<cluster name=\"c\"><clusternodes>\n"
           "<clusternode name=\"n1\" nodeid=\"1\"/><clusternode name=\"n2\" nodeid=\"2\"/>"
           "</clusternodes><rm>\n" +
           rm + "\n</rm></cluster>";
}

Cluster read(const QByteArray& text)
{
    auto result = readClusterConf(text, "c");
    if (!result.ok())
        qFatal("%s", toString(result.diagnostics.items().front()).c_str());
    return *result;
}

QStringList messages(const Result<Cluster>& result)
{
    QStringList texts;
    for (const Diagnostic& item : result.diagnostics.items())
        texts << QString::fromStdString(toString(item));
    return texts;
}

/// "type:name" of a tree's nodes below the service, in working order of a start.
QStringList startOrder(const Cluster& cluster, ServiceIndex service = 0)
{
    QStringList names;
    const ResourceTree& tree = cluster.service(service).tree;
    for (const int node : tree.startOrder)
        names << QString::fromStdString(
            cluster.resource(tree.nodes[static_cast<std::size_t>(node)].resource).fullName());
    return names;
}

QString attribute(const TreeNode& node, const std::string& name)
{
    for (const auto& [key, value] : node.attributes) {
        if (key == name)
            return QString::fromStdString(value);
    }
    return QStringLiteral("(none)");
}

} // namespace

class TestClusterConfReader : public QObject {
    Q_OBJECT

private slots:
    void nodesAreSortedByTheirIds();
    void aNodeWithoutIdGetsItsPosition();
    void votingAndTimesAreRead();
    void defaultsAreThoseOfTheClusterSuite();
    void domainsAreRead();
    void flagsCountIfTheirNumberIsNotZero_data();
    void flagsCountIfTheirNumberIsNotZero();
    void serviceAttributesAreRead();
    void recoveryIsRead_data();
    void recoveryIsRead();
    void yesAndNoAreNumbersToo_data();
    void yesAndNoAreNumbersToo();
    void aServiceMayBeAReference();
    void anUnusedServiceIsNotedAndLeftOut();
    void aVirtualMachineIsItsOwnResource();
    void childrenAreInlineOrReferences();
    void attributesAreInherited();
    void forbiddenChildrenAreLeftOutWithEverythingBelow();
    void aResourceIsUsedAsOftenAsItsAgentAllows();
    void flagsOfATreeNodeComeFromItsPlace();
    void actionsChangeStatusChecks();
    void aMissingAttributeHidesFurtherSiblingsOfItsType();
    void dependenciesAreKept();
    void treesNeedNoNodes();
    void thousandsOfServicesReadFast();
};

void TestClusterConfReader::nodesAreSortedByTheirIds()
{
    const Cluster cluster = read(R"(<cluster name="x"><clusternodes>
        <clusternode name="b" nodeid="7" votes="2"><fence>
          <method name="power"><device name="apc"/></method><method name="second"/></fence>
        </clusternode>
        <clusternode name="a" nodeid="3"/></clusternodes></cluster>)");
    QCOMPARE(cluster.name, std::string("x"));
    QCOMPARE(cluster.nodeCount(), 2);
    QCOMPARE(cluster.node(0).name, std::string("a"));
    QCOMPARE(cluster.node(0).id, 3);
    QCOMPARE(cluster.node(0).votes, 1);
    QVERIFY(cluster.node(0).fenceMethod.empty());
    QCOMPARE(cluster.node(1).votes, 2);
    QCOMPARE(cluster.node(1).line, 2);
    QCOMPARE(cluster.node(1).fenceMethod, std::string("power"));
}

void TestClusterConfReader::aNodeWithoutIdGetsItsPosition()
{
    const Cluster cluster = read(R"(<cluster><clusternodes><clusternode name="a"/>
        <clusternode name="b"/></clusternodes></cluster>)");
    QCOMPARE(cluster.node(0).id, 1);
    QCOMPARE(cluster.node(1).id, 2);
    QCOMPARE(cluster.node(1).name, std::string("b"));
}

void TestClusterConfReader::votingAndTimesAreRead()
{
    const Cluster cluster =
        read(R"(<cluster><cman expected_votes="1" two_node="1"/><totem token="30000"/>
        <rm status_poll_interval="5" central_processing="1"/></cluster>)");
    QCOMPARE(cluster.expectedVotes, 1);
    QVERIFY(cluster.twoNode);
    QCOMPARE(cluster.tokenTimeout.ms, std::int64_t{30000});
    QCOMPARE(cluster.statusPollInterval.ms, std::int64_t{5000});
    QCOMPARE(cluster.processing, Processing::Central);
    QCOMPARE(cluster.sourceFile, std::string("c"));
}

void TestClusterConfReader::defaultsAreThoseOfTheClusterSuite()
{
    const Cluster cluster = read("<cluster/>");
    QCOMPARE(cluster.expectedVotes, 0);
    QVERIFY(!cluster.twoNode);
    QCOMPARE(cluster.tokenTimeout.ms, std::int64_t{10000});
    QCOMPARE(cluster.statusPollInterval.ms, std::int64_t{10000});
    QCOMPARE(cluster.processing, Processing::Distributed);
    QVERIFY(cluster.types != nullptr);
}

void TestClusterConfReader::domainsAreRead()
{
    const Cluster cluster = read(conf(R"(<failoverdomains>
        <failoverdomain name="d" ordered="1" restricted="1" nofailback="1">
        <failoverdomainnode name="n2" priority="5"/><failoverdomainnode name="n1"/>
        </failoverdomain></failoverdomains><service name="a" domain="d"/>)"));
    const FailoverDomain& domain = cluster.domain(cluster.service(0).domain);
    QCOMPARE(domain.name, std::string("d"));
    QVERIFY(domain.ordered && domain.restricted && domain.nofailback);
    QCOMPARE(domain.members.size(), std::size_t{2});
    QCOMPARE(domain.members[0].node, NodeIndex{1});
    QCOMPARE(domain.members[0].priority, 5);
    QCOMPARE(domain.members[1].priority, 0);
    QCOMPARE(domain.line, 4);
}

void TestClusterConfReader::flagsCountIfTheirNumberIsNotZero_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("set");
    QTest::addColumn<bool>("warned");
    QTest::newRow("1") << "1" << true << false;
    QTest::newRow("0") << "0" << false << false;
    QTest::newRow("2") << "2" << true << false;
    QTest::newRow("-1") << "-1" << true << false;
    QTest::newRow("yes") << "yes" << false << true;
    QTest::newRow("1x") << "1x" << true << true;
    QTest::newRow("empty") << "" << false << true;
    QTest::newRow("blanks") << " 1 " << true << false;
}

void TestClusterConfReader::flagsCountIfTheirNumberIsNotZero()
{
    QFETCH(QString, value);
    QFETCH(bool, set);
    QFETCH(bool, warned);
    const auto result =
        readClusterConf(conf("<failoverdomains><failoverdomain name=\"d\" ordered=\"" +
                             value.toUtf8() + "\"/></failoverdomains>"),
                        "c");
    QVERIFY(result.ok());
    QCOMPARE(result->domains.front().ordered, set);
    QCOMPARE(!result.diagnostics.empty(), warned);
}

void TestClusterConfReader::serviceAttributesAreRead()
{
    const Cluster cluster = read(conf(R"(<service name="db"/>
        <service name="web" recovery="relocate" max_restarts="3" restart_expire_time="5m"
          exclusive="2" autostart="0" depend="service:db" depend_mode="soft" priority="4"
          domain="nosuch"/>)"));
    const Service& web = cluster.service(1);
    QCOMPARE(web.fullName, std::string("service:web"));
    QCOMPARE(web.recovery, RecoveryPolicy::Relocate);
    QCOMPARE(web.maxRestarts, 3);
    QCOMPARE(web.restartExpireTime.ms, std::int64_t{300000});
    QCOMPARE(web.exclusive, 2);
    QVERIFY(!web.autostart);
    QCOMPARE(web.dependName, std::string("service:db"));
    QCOMPARE(web.depend, ServiceIndex{0});
    QVERIFY(web.softDependency);
    QCOMPARE(web.priority, 4);
    QCOMPARE(web.domainName, std::string("nosuch"));
    QCOMPARE(web.domain, noDomain);
    QCOMPARE(web.line, 4);
    QVERIFY(web.isInline);
    QCOMPARE(web.tree.nodes.front().resource, noResource);

    const Service& db = cluster.service(0);
    QCOMPARE(db.recovery, RecoveryPolicy::Restart);
    QVERIFY(db.autostart);
    QCOMPARE(db.maxRestarts, 0);
    QVERIFY(!db.softDependency);
    QVERIFY(cluster.anyExclusive);
    QVERIFY(cluster.anyDepend);
}

void TestClusterConfReader::recoveryIsRead_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("policy");
    QTest::addColumn<bool>("warned");
    QTest::newRow("restart") << "restart" << int(RecoveryPolicy::Restart) << false;
    QTest::newRow("relocate") << "relocate" << int(RecoveryPolicy::Relocate) << false;
    QTest::newRow("disable") << "disable" << int(RecoveryPolicy::Disable) << false;
    QTest::newRow("restart-disable")
        << "restart-disable" << int(RecoveryPolicy::RestartDisable) << false;
    QTest::newRow("unknown") << "migrate" << int(RecoveryPolicy::Restart) << true;
}

void TestClusterConfReader::recoveryIsRead()
{
    QFETCH(QString, value);
    QFETCH(int, policy);
    QFETCH(bool, warned);
    const auto result =
        readClusterConf(conf("<service name=\"a\" recovery=\"" + value.toUtf8() + "\"/>"), "c");
    QVERIFY(result.ok());
    QCOMPARE(int(result->service(0).recovery), policy);
    QCOMPARE(!result.diagnostics.empty(), warned);
}

void TestClusterConfReader::yesAndNoAreNumbersToo_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("autostart");
    QTest::newRow("no") << "no" << false;
    QTest::newRow("0") << "0" << false;
    QTest::newRow("No") << "No" << false;
    QTest::newRow("yes") << "yes" << true;
    QTest::newRow("1") << "1" << true;
}

void TestClusterConfReader::yesAndNoAreNumbersToo()
{
    QFETCH(QString, value);
    QFETCH(bool, autostart);
    const Cluster cluster =
        read(conf("<service name=\"a\" autostart=\"" + value.toUtf8() + "\"/>"));
    QCOMPARE(cluster.service(0).autostart, autostart);
}

void TestClusterConfReader::aServiceMayBeAReference()
{
    const Cluster cluster = read(conf(R"(<resources><script name="s" file="/s"/>
        <service name="a" recovery="relocate"/></resources>
        <service ref="a" recovery="disable"><script ref="s"/></service>)"));
    QCOMPARE(cluster.serviceCount(), 1);
    const Service& service = cluster.service(0);
    QCOMPARE(service.fullName, std::string("service:a"));
    QCOMPARE(service.recovery, RecoveryPolicy::Relocate); // the definition's attributes count
    QVERIFY(!service.isInline);
    QCOMPARE(service.line, 5);
    QCOMPARE(startOrder(cluster), QStringList{"script:s"});
}

void TestClusterConfReader::anUnusedServiceIsNotedAndLeftOut()
{
    const auto result = readClusterConf(conf(R"(<resources><service name="a"/></resources>)"), "c");
    QVERIFY(result.ok());
    QCOMPARE(result->serviceCount(), 0);
    QCOMPARE(result->unusedServices.size(), std::size_t{1});
    QCOMPARE(messages(result).size(), 1);
    QVERIFY(messages(result).front().contains("c:3: warning: service \"a\" is defined in"));
}

void TestClusterConfReader::aVirtualMachineIsItsOwnResource()
{
    const Cluster cluster = read(conf(R"(<vm name="guest" recovery="relocate"/>)"));
    const Service& vm = cluster.service(0);
    QCOMPARE(vm.type, std::string("vm"));
    QCOMPARE(vm.fullName, std::string("vm:guest"));
    const TreeNode& root = vm.tree.nodes.front();
    QCOMPARE(cluster.resource(root.resource).fullName(), std::string("vm:guest"));
    QCOMPARE(root.checks.size(), std::size_t{2});
    QCOMPARE(root.checks[1].depth, 10);
    QCOMPARE(startOrder(cluster), QStringList{"vm:guest"});
}

void TestClusterConfReader::childrenAreInlineOrReferences()
{
    const Cluster cluster = read(conf(R"(<resources><ip address="10.0.0.1"/></resources>
        <service name="a"><script name="s" file="/s"/><ip ref="10.0.0.1"/>
          <fs name="f" mountpoint="/m" device="/d"><fs name="g" mountpoint="/m/g" device="/e"/></fs>
        </service>)"));
    QCOMPARE(startOrder(cluster), (QStringList{"fs:f", "fs:g", "ip:10.0.0.1", "script:s"}));
    QCOMPARE(cluster.resources.size(), std::size_t{4});
    QVERIFY(!cluster.resource(0).isInline);
    QCOMPARE(cluster.resource(0).fullName(), std::string("ip:10.0.0.1"));
    QCOMPARE(cluster.resource(0).line, 3);
    QVERIFY(cluster.resource(1).isInline);
}

void TestClusterConfReader::attributesAreInherited()
{
    const Cluster cluster = read(conf(R"(<service name="a" nfslock="1">
        <fs name="f" mountpoint="/m" device="/d" fsid="42"><nfsexport name="e">
          <nfsclient name="c" target="*"/><nfsclient name="own" target="*" path="/other"/>
        </nfsexport></fs></service>)"));
    const std::vector<TreeNode>& nodes = cluster.service(0).tree.nodes;
    QCOMPARE(nodes.size(), std::size_t{5});
    QCOMPARE(attribute(nodes[1], "nfslock"), QString("1")); // nearest ancestor
    QCOMPARE(attribute(nodes[2], "path"), QString("/m"));   // of another name
    QCOMPARE(attribute(nodes[2], "fsid"), QString("42"));
    QCOMPARE(attribute(nodes[3], "path"), QString("/m"));     // what the parent inherited
    QCOMPARE(attribute(nodes[3], "svcname"), QString("a"));   // service%name
    QCOMPARE(attribute(nodes[3], "use_cache"), QString("0")); // a default of the service
    QCOMPARE(attribute(nodes[3], "options"), QString("(none)"));
    QCOMPARE(attribute(nodes[4], "path"), QString("/other")); // an own value wins
    QCOMPARE(cluster.resource(nodes[3].resource).attributes.size(), std::size_t{2});
}

void TestClusterConfReader::forbiddenChildrenAreLeftOutWithEverythingBelow()
{
    const auto result = readClusterConf(conf(R"(<service name="a"><ip address="1.1.1.1">
        <nfsexport name="e"><nfsclient name="c" target="*"/></nfsexport>
        <script name="s" file="/s"/></ip></service>)"),
                                        "c");
    QVERIFY(result.ok());
    QCOMPARE(startOrder(*result), (QStringList{"ip:1.1.1.1", "script:s"}));
    QCOMPARE(result->resources.size(), std::size_t{2});
    QCOMPARE(messages(result).size(), 1);
    QVERIFY(messages(result).front().startsWith(
        "c:4: warning: a nfsexport may not stand directly below a ip; it is not loaded"));
}

void TestClusterConfReader::aResourceIsUsedAsOftenAsItsAgentAllows()
{
    const auto result = readClusterConf(conf(R"(<resources><ip address="1.1.1.1"/>
        <script name="s" file="/s"/></resources>
        <service name="a"><ip ref="1.1.1.1"><script ref="s"/></ip></service>
        <service name="b"><ip ref="1.1.1.1"><script ref="s"/></ip><script ref="s"/></service>)"),
                                        "c");
    QVERIFY(result.ok());
    QCOMPARE(startOrder(*result, 0), (QStringList{"ip:1.1.1.1", "script:s"}));
    QCOMPARE(startOrder(*result, 1), QStringList{"script:s"});
    QCOMPARE(messages(result).size(), 1);
    QVERIFY(messages(result).front().startsWith(
        "c:6: warning: max references exceeded for resource 1.1.1.1 (type ip)"));
}

void TestClusterConfReader::flagsOfATreeNodeComeFromItsPlace()
{
    const Cluster cluster = read(conf(R"(<resources>
        <script name="s" file="/s" __independent_subtree="1"/></resources>
        <service name="a"><script ref="s" __max_failures="2" __failure_expire_time="1m"/>
        <script name="t" file="/t" __independent_subtree="yes"/></service>)"));
    const std::vector<TreeNode>& nodes = cluster.service(0).tree.nodes;
    QVERIFY(!nodes[1].independentSubtree);
    QCOMPARE(nodes[1].maxFailures, 2);
    QCOMPARE(nodes[1].failureExpireTime.ms, std::int64_t{60000});
    QVERIFY(nodes[2].independentSubtree);
    QCOMPARE(nodes[2].maxFailures, 0);
    QCOMPARE(nodes[2].line, 6);
}

void TestClusterConfReader::actionsChangeStatusChecks()
{
    const Cluster cluster = read(conf(R"(<resources>
        <fs name="f" mountpoint="/m" device="/d">
          <action name="status" depth="*" interval="10"/></fs>
        <fs name="g" mountpoint="/n" device="/e"/></resources>
        <service name="a"><fs ref="f"/><fs ref="g">
          <action name="status" depth="10" interval="2m" timeout="5"/>
          <action name="status" depth="30" interval="1h"/>
          <action name="monitor" depth="0" interval="1"/></fs></service>)"));
    const std::vector<TreeNode>& nodes = cluster.service(0).tree.nodes;
    const auto intervals = [](const TreeNode& node) {
        QMap<int, qint64> byDepth;
        for (const StatusAction& check : node.checks)
            byDepth[check.depth] = check.interval.ms / 1000;
        return byDepth;
    };
    QMap<int, qint64> agents;
    for (const StatusAction& check : builtinResourceTypes()->find("fs")->checks)
        agents[check.depth] = check.interval.ms / 1000;
    QCOMPARE(intervals(nodes[1]), (QMap<int, qint64>{{0, 10}, {10, 10}, {20, 10}}));
    agents[10] = 120;
    agents[30] = 3600;
    QCOMPARE(intervals(nodes[2]), agents);
}

void TestClusterConfReader::aMissingAttributeHidesFurtherSiblingsOfItsType()
{
    const auto result = readClusterConf(conf(R"(<service name="a">
        <script name="r" file="/r"/><script name="s"/><script name="t" file="/t"/>
        <ip address="1.1.1.1"/></service>)"),
                                        "c");
    QVERIFY(result.ok());
    QCOMPARE(startOrder(*result), (QStringList{"ip:1.1.1.1", "script:r"}));
}

void TestClusterConfReader::dependenciesAreKept()
{
    const Cluster cluster = read(conf(R"(<dependencies><dependency name="service:a">
        <target name="service:b" require="always" colocate="never"/></dependency></dependencies>
        <service name="a"/><service name="b"/>)"));
    QCOMPARE(cluster.dependencies.size(), std::size_t{1});
    const Dependency& dependency = cluster.dependencies.front();
    QCOMPARE(dependency.service, std::string("service:a"));
    QCOMPARE(dependency.targets.front().service, std::string("service:b"));
    QCOMPARE(dependency.targets.front().require, std::string("always"));
    QCOMPARE(dependency.targets.front().colocate, std::string("never"));
    QCOMPARE(dependency.targets.front().line, 4);
}

void TestClusterConfReader::treesNeedNoNodes()
{
    const Cluster cluster = read("<cluster><rm><service name=\"a\"/></rm></cluster>");
    QCOMPARE(cluster.nodeCount(), 0);
    QCOMPARE(cluster.serviceCount(), 1);
}

void TestClusterConfReader::thousandsOfServicesReadFast()
{
    QByteArray services;
    for (int i = 0; i < 4096; ++i) {
        const QByteArray n = QByteArray::number(i);
        services += "<service name=\"s" + n + "\" depend=\"service:s4095\"><script name=\"s" + n +
                    "\" file=\"/s" + n + "\"/></service>\n";
    }
    const QByteArray text = conf(services);
    const auto result = readClusterConf(text, "c");
    QVERIFY(result.ok());
    QCOMPARE(result->serviceCount(), 4096);
    QCOMPARE(result->service(7).depend, ServiceIndex{4095});
    QBENCHMARK_ONCE
    {
        readClusterConf(text, "c");
    }
}

QTEST_GUILESS_MAIN(TestClusterConfReader)
#include "tst_cluster_conf_reader.moc"
