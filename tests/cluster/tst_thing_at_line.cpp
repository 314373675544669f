// From a line of a cluster.conf to what stands there.
#include "cluster/thing_at_line.h"
#include "formats/input_file.h"

#include <QtTest>

using namespace rgsim;

class TestThingAtLine : public QObject {
    Q_OBJECT

private slots:
    void findsWhatStandsThere_data();
    void findsWhatStandsThere();
};

void TestThingAtLine::findsWhatStandsThere_data()
{
    using Kind = ConfiguredThing::Kind;
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* tag, int line, Kind kind, const char* name) {
        QTest::newRow(tag) << line << static_cast<int>(kind) << QString(name);
    };
    row("node", 3, Kind::Node, "a");
    row("domain", 7, Kind::Domain, "first");
    row("domain's member", 8, Kind::Domain, "first");
    row("resource", 12, Kind::Resource, "script:web");
    row("service", 14, Kind::Service, "service:web");
    row("within a service", 15, Kind::Service, "service:web");
    row("something else", 5, Kind::Node, "");
    row("no line", 0, Kind::Node, "");
}

void TestThingAtLine::findsWhatStandsThere()
{
    QFETCH(int, line);
    QFETCH(int, kind);
    QFETCH(QString, name);
    const QByteArray conf = R"(<cluster name="c" config_version="1">
 <clusternodes>
  <clusternode name="a" nodeid="1"/>
 </clusternodes>
 <rm>
  <failoverdomains>
   <failoverdomain name="first" ordered="1">
    <failoverdomainnode name="a" priority="1"/>
   </failoverdomain>
  </failoverdomains>
  <resources>
   <script name="web" file="/etc/init.d/web"/>
  </resources>
  <service name="web" domain="first">
   <script ref="web"/>
  </service>
 </rm>
</cluster>
)";
    const Result<LoadedInput> input = readInput(conf, "cluster.conf", {});
    QVERIFY(input.ok());
    const auto thing = thingAtLine(input->file.scenario.cluster, line);
    QCOMPARE(thing.has_value(), !name.isEmpty());
    if (!thing)
        return;
    QCOMPARE(static_cast<int>(thing->kind), kind);
    QCOMPARE(QString::fromStdString(thing->name), name);
}

QTEST_APPLESS_MAIN(TestThingAtLine)
#include "tst_thing_at_line.moc"
