#include "cluster/cluster_checker.h"

#include "base/limits.h"
#include "formats/cluster_conf_reader.h"

#include <QTest>

using namespace rgsim;

namespace {

// Three nodes in line 1; whatever is in <rm> begins in line 2.
Cluster clusterWith(const QByteArray& rm, const QByteArray& more = {})
{
    QByteArray text = "<cluster><clusternodes>";
    for (const char* name : {"n1", "n2", "n3"})
        text += "<clusternode name=\"" + QByteArray(name) + "\"/>";
    text += "</clusternodes>" + more + "<rm>\n" + rm + "</rm></cluster>";
    auto read = readClusterConf(text, "c");
    if (!read.ok())
        qFatal("%s", toString(read.diagnostics.items().front()).c_str());
    return *read;
}

Cluster clusterOf(const QByteArray& text)
{
    auto read = readClusterConf(text, "c");
    if (!read.ok())
        qFatal("%s", toString(read.diagnostics.items().front()).c_str());
    return *read;
}

QStringList findings(const Cluster& cluster)
{
    QStringList texts;
    for (const Diagnostic& item : checkCluster(cluster).items())
        texts << QString::fromStdString(toString(item));
    return texts;
}

QByteArray domain(const char* name, const char* flags, const char* members)
{
    QByteArray text = "<failoverdomain name=\"" + QByteArray(name) + "\" " + flags + ">";
    for (const QByteArray& member : QByteArray(members).split(' ')) {
        const QList<QByteArray> parts = member.split(':');
        if (parts.front().isEmpty())
            continue;
        text += "<failoverdomainnode name=\"" + parts.front() + '"';
        if (parts.size() > 1)
            text += " priority=\"" + parts.back() + '"';
        text += "/>";
    }
    return "<failoverdomains>" + text + "</failoverdomain></failoverdomains>\n";
}

QByteArray twoServices()
{
    return "<service name=\"a\" recovery=\"relocate\"><script name=\"a\" file=\"/a\"/></service>\n"
           "<service name=\"b\" recovery=\"relocate\"><script name=\"b\" file=\"/b\"/></service>\n";
}

void guard(Cluster& cluster, ServiceIndex service, const std::vector<std::string>& collisions)
{
    Service& guarded = cluster.services[static_cast<std::size_t>(service)];
    guarded.isGuarded = true;
    guarded.collisions = collisions;
}

} // namespace

class TestClusterChecker : public QObject {
    Q_OBJECT

private slots:
    void aSoundClusterHasNoFindings();
    void singleFindingsAboutDomains_data();
    void singleFindingsAboutDomains();
    void singleFindingsAboutServices_data();
    void singleFindingsAboutServices();
    void votesThatMakeNoSense_data();
    void votesThatMakeNoSense();
    void treesAloneAreNotJudgedByTheirNodes();
    void dependenciesThatNobodyReadsAreNoted();
    void soundGuardsHaveNoFindings();
    void guardsAreJudged_data();
    void guardsAreJudged();
    void aGuardNeedsAScript();
    void aGuardedServiceThatOnlyRestartsNeverLeavesItsNode();
    void aGuardedServiceWithARestartLimitDoesLeave();
    void aRuleWithEnoughNodesHasNoFindings();
    void rulesAreJudged_data();
    void rulesAreJudged();
    void servicesThatShareTooFewNodesCannotBeApart();
    void moreServicesThanNodesCannotBeApart();
    void aLongChainOfMovesStillFindsRoom();
    void dependentServicesInARuleAreNoted();
    void colocationContradictsARule();
    void limitsAndDuplicatesOfOtherSourcesAreErrors();
    void everythingIsReportedAtOnce();
};

void TestClusterChecker::aSoundClusterHasNoFindings()
{
    QCOMPARE(findings(clusterWith(domain("d", "ordered=\"1\"", "n1:1 n2:2") +
                                  R"(<service name="db" domain="d"/>
        <service name="web" depend="service:db" max_restarts="3" restart_expire_time="300"/>)")),
             QStringList{});
}

void TestClusterChecker::singleFindingsAboutDomains_data()
{
    QTest::addColumn<QByteArray>("rm");
    QTest::addColumn<QString>("finding");
    const QByteArray user = "<service name=\"a\" domain=\"d\"/>";
    QTest::newRow("unknown domain")
        << QByteArray("<service name=\"a\" domain=\"nosuch\"/>")
        << "c:2: warning: service:a is in failover domain \"nosuch\", which does not exist; it may "
           "run on every node; define the domain, or correct the name";
    QTest::newRow("restricted without nodes")
        << domain("d", "restricted=\"1\"", "") + user
        << "c:2: error: failover domain \"d\" is restricted and has no node, so its services can "
           "run nowhere; add a <failoverdomainnode>, or remove restricted";
    QTest::newRow("without nodes")
        << domain("d", "", "") + user
        << "c:2: warning: failover domain \"d\" has no node and has no effect; add a "
           "<failoverdomainnode>";
    QTest::newRow("unused") << domain("d", "ordered=\"1\"", "n1:1")
                            << "c:2: note: failover domain \"d\" is used by no service";
    QTest::newRow("unordered with priorities")
        << domain("d", "", "n1:1 n2:2") + user
        << "c:2: note: failover domain \"d\" is not ordered, so its priorities have no effect; "
           "set ordered=\"1\" if they are meant";
    QTest::newRow("priority too large")
        << domain("d", "ordered=\"1\"", "n1:1 n2:101") + user
        << "c:2: warning: node \"n2\" has the priority 101 in the ordered failover domain \"d\"; "
           "it counts as 0, which beats 1; give a priority from 1 to 100";
    QTest::newRow("priority missing")
        << domain("d", "ordered=\"1\"", "n1:100 n2") + user
        << "c:2: warning: node \"n2\" has the priority 0 in the ordered failover domain \"d\"; "
           "it counts as 0, which beats 1; give a priority from 1 to 100";
}

void TestClusterChecker::singleFindingsAboutDomains()
{
    QFETCH(QByteArray, rm);
    QFETCH(QString, finding);
    QCOMPARE(findings(clusterWith(rm)), QStringList{finding});
}

void TestClusterChecker::singleFindingsAboutServices_data()
{
    QTest::addColumn<QByteArray>("rm");
    QTest::addColumn<QString>("finding");
    QTest::newRow("unknown depend")
        << QByteArray("\n<service name=\"a\" depend=\"service:x\"/>")
        << "c:3: warning: service:a depends on \"service:x\", which does not exist; rgmanager "
           "takes that as met; name a service, such as service:db";
    QTest::newRow("depend without a type")
        << QByteArray("<service name=\"b\"/>\n<service name=\"a\" depend=\"b\"/>")
        << "c:3: warning: service:a depends on \"b\", which does not exist; rgmanager takes that "
           "as met; write service:b";
    QTest::newRow("depend on itself")
        << QByteArray("<service name=\"a\" depend=\"service:a\"/>")
        << "c:2: error: these services depend on each other in a circle, so none of them can "
           "start: service:a -> service:a; remove one depend";
    QTest::newRow("depend in a circle")
        << QByteArray("<service name=\"x\" depend=\"service:a\"/>\n"
                      "<service name=\"a\" depend=\"service:b\"/>\n"
                      "<service name=\"b\" depend=\"service:a\"/>")
        << "c:3: error: these services depend on each other in a circle, so none of them can "
           "start: service:a -> service:b -> service:a; remove one depend";
    QTest::newRow("soft") << QByteArray("<service name=\"b\"/>\n<service name=\"a\" "
                                        "depend=\"service:b\" depend_mode=\"soft\"/>")
                          << "c:3: note: depend_mode=\"soft\" of service:a has an effect only with "
                             "central_processing";
    QTest::newRow("restarts never expire")
        << QByteArray("<service name=\"a\" max_restarts=\"3\"/>")
        << "c:2: warning: service:a has max_restarts but no restart_expire_time: restarts are "
           "never forgotten, even after months; set restart_expire_time";
    QTest::newRow("negative expiry")
        << QByteArray("<service name=\"a\" max_restarts=\"3\" restart_expire_time=\"-1\"/>")
        << "c:2: warning: restart_expire_time of service:a is negative, so restarts are not "
           "counted at all; give a time in seconds";
    QTest::newRow("expiry alone")
        << QByteArray("<service name=\"a\" restart_expire_time=\"60\"/>")
        << "c:2: warning: service:a has restart_expire_time but no max_restarts, so restarts are "
           "not counted; set max_restarts";
    QTest::newRow("max_restarts without restart")
        << QByteArray("<service name=\"a\" recovery=\"relocate\" max_restarts=\"3\"/>")
        << "c:2: note: max_restarts of service:a has no effect: only recovery=\"restart\" counts "
           "restarts";
    QTest::newRow("max failures alone")
        << QByteArray("<service name=\"a\">\n<ip address=\"1.1.1.1\" __max_failures=\"2\"/>"
                      "</service>")
        << "c:3: warning: __max_failures and __failure_expire_time of a <ip> in service:a have an "
           "effect only together; set both";
    QByteArray exclusive;
    for (const char* name : {"a", "b", "c", "d"})
        exclusive += "<service name=\"" + QByteArray(name) + "\" exclusive=\"1\"/>";
    QTest::newRow("exclusive") << exclusive
                               << "c: warning: 4 services are exclusive, but there are 3 nodes: "
                                  "they can never all run; make fewer services exclusive, or add "
                                  "nodes";
}

void TestClusterChecker::singleFindingsAboutServices()
{
    QFETCH(QByteArray, rm);
    QFETCH(QString, finding);
    QCOMPARE(findings(clusterWith(rm)), QStringList{finding});
}

void TestClusterChecker::votesThatMakeNoSense_data()
{
    QTest::addColumn<QByteArray>("cman");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("sound") << QByteArray("<cman expected_votes=\"3\"/>") << QStringList{};
    QTest::newRow("never quorate") << QByteArray("<cman expected_votes=\"6\"/>")
                                   << QStringList{"c: error: the cluster is never quorate: 3 votes "
                                                  "in all, quorum needs 4 (expected_votes 6)"};
    QTest::newRow("more than there are")
        << QByteArray("<cman expected_votes=\"5\"/>")
        << QStringList{"c: warning: more votes are expected than there are: 3 votes in all, quorum "
                       "needs 3"};
    QTest::newRow("split") << QByteArray("<cman expected_votes=\"1\"/>")
                           << QStringList{"c: warning: two halves of the cluster can be quorate at "
                                          "the same time: 3 votes in all, quorum needs 1"};
    QTest::newRow("two_node with three")
        << QByteArray("<cman two_node=\"1\"/>")
        << QStringList{"c: warning: two_node is set, but there are 3 nodes",
                       "c: warning: two_node has no effect, as expected_votes is 3"};
}

void TestClusterChecker::votesThatMakeNoSense()
{
    QFETCH(QByteArray, cman);
    QFETCH(QStringList, parts);
    const QStringList all = findings(clusterWith({}, cman));
    QCOMPARE(all.size(), parts.size());
    for (qsizetype i = 0; i < all.size(); ++i)
        QVERIFY2(all[i].startsWith(parts[i]), qPrintable(all[i]));
}

void TestClusterChecker::treesAloneAreNotJudgedByTheirNodes()
{
    QCOMPARE(findings(clusterOf("<cluster><cman expected_votes=\"2\"/><rm><failoverdomains>"
                                "<failoverdomain name=\"d\" restricted=\"1\"/></failoverdomains>"
                                "<service name=\"a\" domain=\"d\" exclusive=\"1\"/></rm>"
                                "</cluster>")),
             QStringList{});
}

void TestClusterChecker::dependenciesThatNobodyReadsAreNoted()
{
    const QStringList all = findings(clusterWith(R"(<dependencies><dependency name="service:a">
        <target name="service:b"/></dependency></dependencies><service name="a"/>)"));
    QCOMPARE(all.size(), 2);
    QVERIFY(all[0].startsWith("c:2: note: rgmanager 3 reads no <dependencies>"));
    QVERIFY(all[1].startsWith("c:3: warning: <dependencies> names \"service:b\", which does not"));
}

void TestClusterChecker::soundGuardsHaveNoFindings()
{
    Cluster cluster = clusterWith(twoServices());
    guard(cluster, 0, {"service:b"});
    guard(cluster, 1, {"service:a"});
    QCOMPARE(findings(cluster), QStringList{});
}

void TestClusterChecker::guardsAreJudged_data()
{
    QTest::addColumn<QStringList>("collisions");
    QTest::addColumn<QString>("finding");
    QTest::newRow("unknown") << QStringList{"service:x"}
                             << "c:2: warning: the guard of service:a names \"service:x\", which "
                                "is no service; write the name exactly as clustat shows it";
    QTest::newRow("other case") << QStringList{"service:B"}
                                << "c:2: warning: the guard of service:a names \"service:B\"";
    QTest::newRow("without a type") << QStringList{"b"}
                                    << "c:2: warning: the guard of service:a names \"b\", which is "
                                       "no service; write service:b, as clustat shows it";
    QTest::newRow("itself") << QStringList{"service:a"}
                            << "c:2: warning: the guard of service:a names \"service:a\", which is "
                               "the service itself";
    QTest::newRow("twice") << QStringList{"service:b", "service:b"}
                           << "c:2: warning: the guard of service:a names \"service:b\" twice";
    QTest::newRow("nobody") << QStringList{}
                            << "c:2: note: the guard of service:a names no other service";
}

void TestClusterChecker::guardsAreJudged()
{
    QFETCH(QStringList, collisions);
    QFETCH(QString, finding);
    Cluster cluster = clusterWith(twoServices());
    std::vector<std::string> names;
    for (const QString& name : collisions)
        names.push_back(name.toStdString());
    guard(cluster, 0, names);
    if (names.size() == 2)
        guard(cluster, 1, {"service:a"});
    const QStringList all = findings(cluster);
    QCOMPARE(all.size(), 1);
    QVERIFY2(all.front().startsWith(finding), qPrintable(all.front()));
}

void TestClusterChecker::aGuardNeedsAScript()
{
    Cluster cluster = clusterWith("<service name=\"a\" recovery=\"relocate\"/>" +
                                  twoServices().replace("name=\"a\" rec", "name=\"c\" rec"));
    guard(cluster, 0, {"service:b"});
    guard(cluster, 2, {"service:a"});
    const QStringList all = findings(cluster);
    QCOMPARE(all.size(), 1);
    QVERIFY(all.front().startsWith("c:2: warning: service:a has a guard but no script"));
}

void TestClusterChecker::aGuardedServiceThatOnlyRestartsNeverLeavesItsNode()
{
    Cluster cluster = clusterWith(twoServices().replace(" recovery=\"relocate\"", ""));
    guard(cluster, 0, {"service:b"});
    guard(cluster, 1, {"service:a"});
    const QStringList all = findings(cluster);
    QCOMPARE(all.size(), 2);
    QVERIFY(all.front().startsWith("c:2: note: service:a is guarded and restarts without limit: "
                                   "after a collision it never leaves its node"));
}

void TestClusterChecker::aGuardedServiceWithARestartLimitDoesLeave()
{
    Cluster cluster = clusterWith(twoServices().replace(
        "recovery=\"relocate\"", "max_restarts=\"1\" restart_expire_time=\"60\""));
    guard(cluster, 0, {"service:b"});
    guard(cluster, 1, {});
    const QStringList all = findings(cluster);
    QCOMPARE(all.size(), 2);
    QVERIFY(all[0].contains("but the guard of service:b does not name service:a: service:b may "
                            "start beside it"));
    QVERIFY(all[1].contains("names no other service"));
}

void TestClusterChecker::aRuleWithEnoughNodesHasNoFindings()
{
    Cluster cluster = clusterWith(twoServices());
    cluster.keepApart.push_back({{0, 1}, 7});
    QCOMPARE(findings(cluster), QStringList{});
}

void TestClusterChecker::rulesAreJudged_data()
{
    QTest::addColumn<QList<int>>("services");
    QTest::addColumn<QStringList>("parts");
    const QString few = "c:7: warning: a keep-apart rule with fewer than two services has no "
                        "effect; name the services that must not share a node";
    QTest::newRow("none") << QList<int>{} << QStringList{few};
    QTest::newRow("one") << QList<int>{1} << QStringList{few};
    QTest::newRow("twice") << QList<int>{0, 1, 0}
                           << QStringList{"c:7: error: a keep-apart rule names service:a twice, "
                                          "which cannot be apart from itself; name it once"};
    QTest::newRow("only twice") << QList<int>{1, 1}
                                << QStringList{"c:7: error: a keep-apart rule names service:b "
                                               "twice, which cannot be apart from itself; name it "
                                               "once",
                                               few};
    QTest::newRow("unknown") << QList<int>{0, 1, 9}
                             << QStringList{"c:7: error: a keep-apart rule names an unknown "
                                            "service"};
}

void TestClusterChecker::rulesAreJudged()
{
    QFETCH(QList<int>, services);
    QFETCH(QStringList, parts);
    Cluster cluster = clusterWith(twoServices());
    cluster.keepApart.push_back({{services.begin(), services.end()}, 7});
    QCOMPARE(findings(cluster), parts);
}

void TestClusterChecker::servicesThatShareTooFewNodesCannotBeApart()
{
    const QByteArray rm = domain("d", "restricted=\"1\"", "n1") +
                          "<service name=\"a\" domain=\"d\"/><service name=\"b\"/>"
                          "<service name=\"c\" domain=\"d\"/>";
    Cluster cluster = clusterWith(rm);
    cluster.keepApart.push_back({{0, 1, 2}, 7});
    QCOMPARE(findings(cluster),
             QStringList{"c:7: error: these services cannot all be apart, as 2 of them have 1 node "
                         "to run on: service:a, service:c; widen their failover domains, or take "
                         "a service out of the rule"});
    cluster.keepApart.front().services = {0, 1};
    QCOMPARE(findings(cluster), QStringList{});
}

void TestClusterChecker::moreServicesThanNodesCannotBeApart()
{
    QByteArray services;
    for (int i = 0; i < 4; ++i)
        services += "<service name=\"s" + QByteArray::number(i) + "\"/>";
    Cluster cluster = clusterWith(services);
    cluster.keepApart.push_back({{0, 1, 2, 3}, 7});
    const QStringList all = findings(cluster);
    QCOMPARE(all.size(), 1);
    QVERIFY(all.front().contains("as 4 of them have 3 nodes to run on: service:s0, service:s1"));
}

void TestClusterChecker::aLongChainOfMovesStillFindsRoom()
{
    // Whoever is placed first takes the lowest node, so that the last one moves all the others.
    QByteArray domains = "<failoverdomains>";
    QByteArray services;
    const auto add = [&](const char* name, const QList<QByteArray>& nodes) {
        domains += "<failoverdomain name=\"" + QByteArray(name) + "\" restricted=\"1\">";
        for (const QByteArray& node : nodes)
            domains += "<failoverdomainnode name=\"" + node + "\"/>";
        domains += "</failoverdomain>";
        services += "<service name=\"" + QByteArray(name) + "\" domain=\"" + name + "\"/>";
    };
    add("a", {"n1", "n2"});
    add("b", {"n2", "n3"});
    add("c", {"n1"});
    Cluster cluster = clusterWith(domains + "</failoverdomains>" + services);
    cluster.keepApart.push_back({{0, 1, 2}, 7});
    QCOMPARE(findings(cluster), QStringList{});
}

void TestClusterChecker::dependentServicesInARuleAreNoted()
{
    Cluster cluster =
        clusterWith("<service name=\"a\"/><service name=\"b\" depend=\"service:a\"/>");
    cluster.keepApart.push_back({{0, 1}, 7});
    QCOMPARE(findings(cluster),
             QStringList{"c:7: note: service:b depends on service:a and must be apart from it, so "
                         "one node alone can never run both"});
}

void TestClusterChecker::colocationContradictsARule()
{
    Cluster cluster = clusterWith(R"(<dependencies><dependency name="service:a">
        <target name="service:b" colocate="always"/></dependency></dependencies>)" +
                                  twoServices());
    cluster.keepApart.push_back({{0, 1}, 7});
    const QStringList all = findings(cluster);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[1],
             QString("c:7: error: service:a must be apart from service:b, but "
                     "<dependencies> wants them together in line 3; remove one of the two"));
}

void TestClusterChecker::limitsAndDuplicatesOfOtherSourcesAreErrors()
{
    Cluster cluster = clusterWith(twoServices());
    cluster.services[1].fullName = cluster.services[0].fullName;
    cluster.nodes[1].id = cluster.nodes[0].id;
    cluster.nodes[2].name = cluster.nodes[0].name;
    cluster.resources.resize(static_cast<std::size_t>(limits::maxResources) + 1);
    QCOMPARE(findings(cluster), (QStringList{"c: error: there are 65537 resources, at most 65536 "
                                             "are possible",
                                             "c:1: error: two nodes have the id 1",
                                             "c:1: error: two nodes have the name \"n1\"",
                                             "c:3: error: two services have the name service:a"}));
}

void TestClusterChecker::everythingIsReportedAtOnce()
{
    const Cluster cluster = clusterWith(domain("d", "restricted=\"1\"", "") +
                                            "<service name=\"a\" domain=\"d\" "
                                            "depend=\"service:a\" max_restarts=\"1\"/>",
                                        "<cman expected_votes=\"99\"/>");
    const Diagnostics all = checkCluster(cluster);
    QCOMPARE(all.items().size(), std::size_t{4});
    QVERIFY(all.hasErrors());
}

QTEST_APPLESS_MAIN(TestClusterChecker)
#include "tst_cluster_checker.moc"
