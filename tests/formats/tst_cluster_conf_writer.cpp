#include "formats/scenario_dump.h"

#include "formats/cluster_conf_reader.h"
#include "formats/cluster_conf_writer.h"
#include "formats/input_file.h"
#include "support/random_layout.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace rgsim;

namespace {

// What a cluster.conf can say about a cluster.
QByteArray said(Cluster cluster)
{
    for (Node& node : cluster.nodes) {
        node.fencingTime = {};
        node.bootTime = {};
        node.rejoinsAfterFencing = false;
    }
    for (Service& service : cluster.services) {
        service.isGuarded = false;
        service.collisions.clear();
        for (TreeNode& node : service.tree.nodes)
            node.times = {};
    }
    cluster.keepApart.clear();
    cluster.guardMode = GuardMode::Off;
    cluster.hardenedGuardFails = false;
    cluster.finish();
    QByteArray text;
    QTextStream out(&text);
    test::dumpCluster(out, cluster);
    for (const Resource& unused : cluster.unusedServices)
        out << "unused " << unused.fullName().c_str() << '\n';
    for (const Service& service : cluster.services)
        out << service.isInline;
    out.flush();
    return text;
}

Cluster readBack(const Cluster& cluster)
{
    Result<Cluster> read = readClusterConf(writeClusterConf(cluster), "written", cluster.types);
    if (!read.ok() || !read.diagnostics.empty())
        qWarning("%s", toString(read.diagnostics.items().front()).c_str());
    return read.ok() ? *read : Cluster();
}

QByteArray fileText(const char* path)
{
    QFile file(QString(RGSIM_SOURCE_DIR) + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Cluster clusterOf(const QByteArray& text)
{
    Result<Cluster> read = readClusterConf(text, "c");
    return read.ok() ? *read : Cluster();
}

} // namespace

class TestClusterConfWriter : public QObject {
    Q_OBJECT

private slots:
    void theTextIsOneThatPeopleCanRead();
    void everyScenarioSurvives_data();
    void everyScenarioSurvives();
    void everythingThatAClusterConfSaysSurvives();
    void valuesWithMarkupSurvive();
    void randomClustersSurvive();
};

void TestClusterConfWriter::theTextIsOneThatPeopleCanRead()
{
    const QByteArray text = writeClusterConf(clusterOf(fileText("/docs/examples/nfs.conf")));
    QCOMPARE(text, QByteArray(R"(<?xml version="1.0"?>
<cluster name="files" config_version="1">
  <clusternodes>
    <clusternode name="node1.example.com" nodeid="1">
      <fence>
        <method name="power"/>
      </fence>
    </clusternode>
    <clusternode name="node2.example.com" nodeid="2">
      <fence>
        <method name="power"/>
      </fence>
    </clusternode>
    <clusternode name="node3.example.com" nodeid="3">
      <fence>
        <method name="power"/>
      </fence>
    </clusternode>
  </clusternodes>
  <rm>
    <failoverdomains>
      <failoverdomain name="storage" ordered="1" restricted="1">
        <failoverdomainnode name="node1.example.com" priority="1"/>
        <failoverdomainnode name="node2.example.com" priority="2"/>
      </failoverdomain>
    </failoverdomains>
    <service name="files" domain="storage" recovery="relocate">
      <fs name="data" mountpoint="/data" device="/dev/vg/data" fstype="ext3">
        <nfsexport name="exports">
          <nfsclient name="everybody" target="*" options="rw"/>
        </nfsexport>
      </fs>
      <ip address="10.0.0.7"/>
    </service>
  </rm>
</cluster>
)"));
}

void TestClusterConfWriter::everyScenarioSurvives_data()
{
    QTest::addColumn<QString>("path");
    for (const char* folder : {"/scenarios", "/docs/examples", "/tests/formats"}) {
        QDirIterator files(QString(RGSIM_SOURCE_DIR) + folder, {"*.json", "*.conf"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(path.mid(int(qstrlen(RGSIM_SOURCE_DIR))))) << path;
        }
    }
}

void TestClusterConfWriter::everyScenarioSurvives()
{
    QFETCH(QString, path);
    const Result<LoadedInput> input = loadInput(path.toStdString());
    QVERIFY(input.ok());
    const Cluster& cluster = input->file.scenario.cluster;
    QCOMPARE(said(readBack(cluster)), said(cluster));
    QVERIFY(clusterConfTree(readBack(cluster)) == clusterConfTree(cluster));
}

void TestClusterConfWriter::everythingThatAClusterConfSaysSurvives()
{
    const Cluster cluster = clusterOf(fileText("/tests/formats/clusters/everything.conf"));
    QCOMPARE(cluster.serviceCount(), 5);
    QCOMPARE(said(readBack(cluster)), said(cluster));
    QVERIFY(clusterConfTree(readBack(cluster)) == clusterConfTree(cluster));
}

void TestClusterConfWriter::valuesWithMarkupSurvive()
{
    Cluster cluster = clusterOf("<cluster><clusternodes><clusternode name='a' nodeid='1'/>"
                                "</clusternodes><rm><service name='s'><script name='x' file='f'/>"
                                "</service></rm></cluster>");
    cluster.name = "<\"a' & b>\t\n;";
    cluster.services[0].dependName = "\" x='1'";
    QCOMPARE(readBack(cluster).name, cluster.name);
    QCOMPARE(readBack(cluster).services[0].dependName, cluster.services[0].dependName);
}

void TestClusterConfWriter::randomClustersSurvive()
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Cluster cluster = support::randomScenario(seed).cluster;
        const Cluster read = readBack(cluster);
        QVERIFY2(clusterConfTree(read) == clusterConfTree(cluster),
                 qPrintable(QString::number(seed)));
        QCOMPARE(said(readBack(read)), said(read));
        QCOMPARE(read.serviceCount(), cluster.serviceCount());
    }
}

QTEST_GUILESS_MAIN(TestClusterConfWriter)
#include "tst_cluster_conf_writer.moc"
