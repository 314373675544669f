#include "cluster/resource_delta.h"
#include "cluster/resource_tree.h"
#include "formats/cluster_conf_reader.h"
#include "report/tree_text.h"

#include <QTest>

using namespace rgsim;

namespace {

Cluster clusterWith(const QByteArray& rm)
{
    auto read = readClusterConf("<cluster><rm>" + rm + "</rm></cluster>", "c");
    if (!read.ok())
        qFatal("%s", toString(read.diagnostics.items().front()).c_str());
    return *read;
}

QByteArray ip(const char* last, const char* inner = "")
{
    return "<ip address=\"10.0.0." + QByteArray(last) + "\">" + inner + "</ip>";
}

QByteArray script(const char* name)
{
    return "<script name=\"" + QByteArray(name) + "\" file=\"/" + name + "\"/>";
}

QByteArray fs(const char* name, const char* inner = "")
{
    return "<fs name=\"" + QByteArray(name) + "\" mountpoint=\"/" + name + "\" device=\"/dev/" +
           name + "\">" + inner + "</fs>";
}

QByteArray service(const QByteArray& inner)
{
    return "<service name=\"a\">" + inner + "</service>";
}

QStringList lines(const std::string& text)
{
    QStringList all = QString::fromStdString(text).split('\n', Qt::SkipEmptyParts);
    return all;
}

QString order(const QByteArray& rm, TreeOperation operation)
{
    QStringList names = lines(orderText(clusterWith(rm), operation));
    names.removeFirst(); // "service a"
    for (QString& name : names)
        name = name.section(' ', 1);
    return names.join(' ');
}

QString groups(const Cluster& cluster, const std::vector<ChildGroup>& all)
{
    const ResourceTree& tree = cluster.service(0).tree;
    QStringList texts;
    for (const ChildGroup& group : all) {
        QStringList names;
        for (const int child : group.children)
            names << QString::fromStdString(
                cluster.resource(tree.nodes[static_cast<std::size_t>(child)].resource).name);
        texts << (group.isLevel ? "level " : "rest ") + names.join(' ');
    }
    return texts.join(", ");
}

QString markText(ResourceMark mark)
{
    switch (mark) {
    case ResourceMark::NeedStart:
        return "start";
    case ResourceMark::NeedStop:
        return "stop";
    case ResourceMark::Reconfig:
        return "reconfig";
    case ResourceMark::None:
        break;
    }
    return "-";
}

/// "service:a=- script:s=stop" for one side of a comparison.
QString listMarks(const Cluster& cluster, const ResourceMarks& marks)
{
    QStringList texts;
    const std::vector<ListedResource> list = listResources(cluster);
    for (std::size_t i = 0; i < list.size(); ++i)
        texts << QString::fromStdString(list[i].type->name + ':' + list[i].name) + '=' +
                     markText(marks.list[i]);
    return texts.join(' ');
}

QString treeMarks(const Cluster& cluster, const ResourceMarks& marks)
{
    QStringList texts;
    for (std::size_t s = 0; s < cluster.services.size(); ++s) {
        const Service& service = cluster.services[s];
        for (std::size_t i = 0; i < service.tree.nodes.size(); ++i)
            texts << QString::fromStdString(nodeName(cluster, service, service.tree.nodes[i])) +
                         '=' + markText(marks.trees[s][i]);
    }
    return texts.join(' ');
}

} // namespace

class TestResourceTree : public QObject {
    Q_OBJECT

private slots:
    void childrenStartAndStopByTheirLevels_data();
    void childrenStartAndStopByTheirLevels();
    void conditionalOrdersGoUpTheStartLevels();
    void anAgentWithoutChildTypesKeepsTheConfiguredOrder();
    void checksAreNumberedThroughTheTree();
    void aSubtreeHasItsOwnOrder();
    void ordersShowEachServiceAndCanBeNarrowed();
    void theListHasDefinitionsByTypeAndThenInlineResources();
    void theListCountsInstances();
    void theTreeShowsValuesAndFlags();
    void valuesStayOnTheirLine();
    void configurationsAreCompared_data();
    void configurationsAreCompared();
    void aDeltaIsPrintedWithItsMarks();
};

void TestResourceTree::childrenStartAndStopByTheirLevels_data()
{
    QTest::addColumn<QByteArray>("rm");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("stop");
    QTest::newRow("service alone") << service("") << "service:a"
                                   << "service:a";
    QTest::newRow("levels") << service(script("s") + ip("1") + fs("f"))
                            << "service:a fs:f ip:10.0.0.1 script:s"
                            << "script:s ip:10.0.0.1 fs:f service:a";
    QTest::newRow("one type keeps its order, and stops in reverse")
        << service(script("t") + script("s")) << "service:a script:t script:s"
        << "script:s script:t service:a";
    QTest::newRow("unlisted types come last and stop first")
        << service("<mysql name=\"m\"/><apache name=\"h\"/>" + script("s"))
        << "service:a script:s mysql:m apache:h"
        << "apache:h mysql:m script:s service:a";
    QTest::newRow("start and stop levels differ in their order") // smb 8/3, ip 7/2, script 9/1
        << service("<smb name=\"w\"/>" + ip("1") + script("s"))
        << "service:a ip:10.0.0.1 smb:w script:s"
        << "script:s ip:10.0.0.1 smb:w service:a";
    QTest::newRow("depth first") << service(ip("1", script("s")) + fs("f", fs("g")))
                                 << "service:a fs:f fs:g ip:10.0.0.1 script:s"
                                 << "script:s ip:10.0.0.1 fs:g fs:f service:a";
    QTest::newRow("types on one level go by their place in the agent's list") // fs, then clusterfs
        << service(fs("f", "<clusterfs name=\"c\" mountpoint=\"/c\" device=\"/dev/c\"/>"
                           "<fs name=\"g\" mountpoint=\"/g\" device=\"/dev/g\"/>"))
        << "service:a fs:f fs:g clusterfs:c"
        << "fs:g clusterfs:c fs:f service:a";
    QTest::newRow("listed without a level") // nfsclient below nfsexport
        << service(fs("f", "<nfsexport name=\"e\"><nfsclient name=\"c\" target=\"*\"/>"
                           "<nfsclient name=\"d\" target=\"x\"/></nfsexport>"))
        << "service:a fs:f nfsexport:e nfsclient:c nfsclient:d"
        << "nfsclient:d nfsclient:c nfsexport:e fs:f service:a";
}

void TestResourceTree::childrenStartAndStopByTheirLevels()
{
    QFETCH(QByteArray, rm);
    QFETCH(QString, start);
    QFETCH(QString, stop);
    QCOMPARE(order(rm, TreeOperation::Start), start);
    QCOMPARE(order(rm, TreeOperation::Stop), stop);
}

void TestResourceTree::conditionalOrdersGoUpTheStartLevels()
{
    const Cluster cluster = clusterWith(service("<mysql name=\"m\"/>" + script("s") + script("t") +
                                                ip("1") + "<apache name=\"h\"/>"));
    const TreeNode& root = cluster.service(0).tree.nodes.front();
    QCOMPARE(groups(cluster, root.startGroups), QString("level 10.0.0.1, level s t, rest m h"));
    QCOMPARE(groups(cluster, root.stopGroups), QString("rest h m, level t s, level 10.0.0.1"));
    QCOMPARE(groups(cluster, root.conditionalGroups),
             QString("rest h m, level 10.0.0.1, level s t"));
}

void TestResourceTree::anAgentWithoutChildTypesKeepsTheConfiguredOrder()
{
    const Cluster cluster =
        clusterWith("<vm name=\"a\">" + script("s") + ip("1") + script("t") + "</vm>");
    const TreeNode& root = cluster.service(0).tree.nodes.front();
    QCOMPARE(groups(cluster, root.startGroups), QString("rest s 10.0.0.1 t"));
    QCOMPARE(groups(cluster, root.stopGroups), QString("rest t 10.0.0.1 s"));
    QCOMPARE(groups(cluster, root.conditionalGroups), QString("rest s 10.0.0.1 t"));
}

void TestResourceTree::checksAreNumberedThroughTheTree()
{
    const Cluster cluster = clusterWith(service(fs("f") + script("s")));
    const ResourceTree& tree = cluster.service(0).tree;
    QCOMPARE(tree.nodes[0].firstCheck, 0);
    QCOMPARE(tree.nodes[1].firstCheck, 0);
    QCOMPARE(tree.nodes[2].firstCheck, 3); // behind the three depths of fs
    QCOMPARE(tree.checkCount, 4);
}

void TestResourceTree::aSubtreeHasItsOwnOrder()
{
    const Cluster cluster = clusterWith(service(fs("f", fs("g", script("s"))) + ip("1")));
    const ResourceTree& tree = cluster.service(0).tree;
    QCOMPARE(tree.startOrderOf(1), (std::vector<int>{1, 2, 3}));
    QCOMPARE(tree.stopOrderOf(2), (std::vector<int>{3, 2}));
    QCOMPARE(tree.nodes[3].depth, 3);
}

void TestResourceTree::ordersShowEachServiceAndCanBeNarrowed()
{
    const Cluster cluster = clusterWith("<vm name=\"g\"/>" + service(script("s")));
    QCOMPARE(lines(orderText(cluster, TreeOperation::Start)),
             (QStringList{"vm g", "[start] vm:g", "service a", "[start] service:a",
                          "[start] script:s"}));
    QCOMPARE(lines(orderText(cluster, TreeOperation::Stop, "service:a")),
             (QStringList{"service a", "[stop] script:s", "[stop] service:a"}));
    QVERIFY(orderText(cluster, TreeOperation::Stop, "service:x").empty());
}

void TestResourceTree::theListHasDefinitionsByTypeAndThenInlineResources()
{
    const Cluster cluster = clusterWith(
        "<resources><service name=\"b\"/><service name=\"unused\"/>" + script("s") + ip("1") +
        "</resources>" + service(script("t") + fs("f")) + "<service ref=\"b\"/>");
    QStringList names;
    for (const ListedResource& item : listResources(cluster))
        names << QString::fromStdString(item.type->name + ':' + item.name) +
                     (item.isInline ? "*" : "");
    QCOMPARE(names, (QStringList{"ip:10.0.0.1", "script:s", "service:b", "service:unused",
                                 "service:a*", "fs:f*", "script:t*"}));
}

void TestResourceTree::theListCountsInstances()
{
    const Cluster cluster = clusterWith("<resources>" + script("s") + fs("f") + "</resources>" +
                                        service("<script ref=\"s\"/>") +
                                        "<service name=\"b\"><script ref=\"s\"/></service>");
    const std::vector<ListedResource> list = listResources(cluster);
    QCOMPARE(list[0].name, std::string("f"));
    QCOMPARE(list[0].instances, 0);
    QCOMPARE(list[1].name, std::string("s"));
    QCOMPARE(list[1].instances, 2);
    QVERIFY(treeText(cluster).find("Resource type: fs\nInstances: 0/1\n") != std::string::npos);
}

void TestResourceTree::theTreeShowsValuesAndFlags()
{
    const std::string text = treeText(
        clusterWith(service("<script name=\"s\" file=\"/s\" __independent_subtree=\"1\"/>")));
    const std::size_t tree = text.find("=== Resource Tree ===\nservice {\n  name = \"a\";\n");
    QVERIFY(tree != std::string::npos);
    QVERIFY(text.ends_with("  script [ INDEPENDENT ] {\n    name = \"s\";\n    file = \"/s\";\n"
                           "    service_name = \"a\";\n  }\n}\n"));
    QVERIFY(text.find("  service_name [ inherit(\"service%name\") ]\n") < tree);
    QVERIFY(text.find("  recovery = restart [ reconfig ]\n") < tree);
}

void TestResourceTree::valuesStayOnTheirLine()
{
    const std::string text = treeText(clusterWith("<service name=\"a&#10;}&#9;b&#127;\"/>"));
    QVERIFY(text.find("name = \"a\\n}\\tb?\";\n") != std::string::npos);
}

void TestResourceTree::configurationsAreCompared_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("lists");
    QTest::addColumn<QString>("trees");
    QTest::newRow("nothing") << service(script("s")) << service(script("s"))
                             << "service:a=- script:s=- | service:a=- script:s=-"
                             << "service:a=- script:s=- | service:a=- script:s=-";
    QTest::newRow("only moved to <resources>")
        << service(script("s"))
        << "<resources>" + script("s") + "</resources>" + service("<script ref=\"s\"/>")
        << "service:a=- script:s=- | script:s=- service:a=-"
        << "service:a=- script:s=- | service:a=- script:s=-";
    QTest::newRow("new") << service("") << service(script("s"))
                         << "service:a=- | service:a=- script:s=start"
                         << "service:a=- | service:a=- script:s=start";
    QTest::newRow("gone") << service(script("s")) << service("")
                          << "service:a=- script:s=stop | service:a=-"
                          << "service:a=- script:s=stop | service:a=-";
    QTest::newRow("changed, so that what is below goes with it")
        << service(ip("1", script("s")))
        << service("<ip address=\"10.0.0.1\" monitor_link=\"0\">" + script("s") + "</ip>")
        << "service:a=- ip:10.0.0.1=stop script:s=- | service:a=- ip:10.0.0.1=start script:s=-"
        << "service:a=- ip:10.0.0.1=stop script:s=- | service:a=- ip:10.0.0.1=start script:s=-";
    QTest::newRow("only what the agent can take over")
        << service("") << QByteArray("<service name=\"a\" recovery=\"relocate\" domain=\"d\"/>")
        << "service:a=- | service:a=reconfig"
        << "service:a=- | service:a=reconfig";
    QTest::newRow("that and something else")
        << service("")
        << QByteArray("<service name=\"a\" recovery=\"relocate\" depend=\"service:b\"/>")
        << "service:a=stop | service:a=start"
        << "service:a=stop | service:a=start";
    QTest::newRow("a default written out")
        << service("") << QByteArray("<service name=\"a\" recovery=\"restart\"/>")
        << "service:a=- | service:a=-"
        << "service:a=- | service:a=-";
    QTest::newRow("moved within the tree: the list does not show it")
        << service(ip("1") + script("s")) << service(ip("1", script("s")))
        << "service:a=- ip:10.0.0.1=- script:s=- | service:a=- ip:10.0.0.1=- script:s=-"
        << "service:a=- ip:10.0.0.1=- script:s=stop | service:a=- ip:10.0.0.1=- script:s=start";
    QTest::newRow("defined, not used")
        << service("") << "<resources>" + script("s") + "</resources>" + service("")
        << "service:a=- | script:s=start service:a=-"
        << "service:a=- | service:a=-";
    QTest::newRow("service replaced") << service(script("s")) << QByteArray("<vm name=\"g\"/>")
                                      << "service:a=stop script:s=stop | vm:g=start"
                                      << "service:a=stop script:s=- | vm:g=start";
    QTest::newRow("used twice, then once")
        << "<resources>" + script("s") + "</resources>" +
               service("<script ref=\"s\"/><script ref=\"s\"/>")
        << "<resources>" + script("s") + "</resources>" + service("<script ref=\"s\"/>")
        << "script:s=- service:a=- | script:s=- service:a=-"
        << "service:a=- script:s=- script:s=stop | service:a=- script:s=-";
}

void TestResourceTree::configurationsAreCompared()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, lists);
    QFETCH(QString, trees);
    const Cluster was = clusterWith(before);
    const Cluster is = clusterWith(after);
    const ResourceDelta delta = compareResources(was, is);
    QCOMPARE(listMarks(was, delta.before) + " | " + listMarks(is, delta.after), lists);
    QCOMPARE(treeMarks(was, delta.before) + " | " + treeMarks(is, delta.after), trees);
}

void TestResourceTree::aDeltaIsPrintedWithItsMarks()
{
    const QStringList text = lines(
        deltaText(clusterWith(service(script("s"))),
                  clusterWith("<service name=\"a\" exclusive=\"1\">" + ip("1") + "</service>")));
    QVERIFY(text.indexOf("Resource type: script [INLINE] [NEEDSTOP]") >
            text.indexOf("=== Old Resource List ==="));
    QVERIFY(text.indexOf("Resource type: ip [INLINE] [NEEDSTART]") >
            text.indexOf("=== New Resource List ==="));
    QVERIFY(text.contains("Resource type: service [INLINE] [RECONFIG]"));
    QVERIFY(text.indexOf("  script [ NEEDSTOP ] {") > text.indexOf("=== Old Resource Tree ==="));
    QVERIFY(text.indexOf("service [ RECONFIG ] {") > text.indexOf("=== New Resource Tree ==="));
    QVERIFY(text.indexOf("  ip [ NEEDSTART ] {") > text.indexOf("service [ RECONFIG ] {"));
}

QTEST_APPLESS_MAIN(TestResourceTree)
#include "tst_resource_tree.moc"
