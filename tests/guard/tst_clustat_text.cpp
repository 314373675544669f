// clustat's text and XML against what the real tool prints, column for column.
#include "guard/clustat_text.h"

#include <QtTest>

using namespace rgsim;

namespace {

ClustatView kennel()
{
    ClustatView view;
    view.clusterName = "kennel";
    view.now = SimTime::seconds(3723);
    view.nodes = {{"node1.example.com", 1, true, true, true},
                  {"node2.example.com", 2, true, false, true},
                  {"node3.example.com", 12, false, false, false}};
    view.services = {
        {"service:bark", "node1.example.com", "node2.example.com", ServiceState::Started, false, 2,
         SimTime::seconds(60)},
        {"service:meow", "", "node2.example.com", ServiceState::Stopped, false, 0,
         SimTime::longAgo()},
    };
    return view;
}

std::string lineOf(ClustatService service, int columns = 80)
{
    std::string line;
    formatServiceLine(line, service, clustatWidths(columns));
    return line;
}

ClustatService serviceIn(ServiceState state)
{
    return {"service:bark", "n1", "n2", state, false, 0, {}};
}

} // namespace

class ClustatTextTest : public QObject {
    Q_OBJECT

private slots:
    void theWholeTextLooksLikeClustats();
    void oneServiceIsShownWithItsHeadingOnly();
    void anUnknownServiceShowsNothing();
    void withoutQuorumThereAreNoServices();
    void withoutALocalManagerThereAreNoServices();
    void theOwnerColumnFollowsTheState_data();
    void theOwnerColumnFollowsTheState();
    void namesAreCutAtTheirColumns();
    void lastOwnersAreCutInsideTheBrackets();
    void frozenServicesAreMarkedInTheStateColumn();
    void widerTerminalsGiveWiderColumns_data();
    void widerTerminalsGiveWiderColumns();
    void datesAreThoseOfCtime_data();
    void datesAreThoseOfCtime();
    void theXmlHasClustatsElementsAndAttributes();
    void theXmlOfOneServiceHasNoNodes();
};

void ClustatTextTest::theWholeTextLooksLikeClustats()
{
    const char* expected =
        "Cluster Status for kennel @ Sun Jan  1 01:02:03 2012\n"
        "Member Status: Quorate\n"
        "\n"
        " Member Name                             ID   Status\n"
        " ------ ----                             ---- ------\n"
        " node1.example.com                           1 Online, Local, rgmanager\n"
        " node2.example.com                           2 Online, rgmanager\n"
        " node3.example.com                          12 Offline\n"
        "\n"
        " Service Name                   Owner (Last)                   State         \n"
        " ------- ----                   ----- ------                   -----         \n"
        " service:bark                   node1.example.com              started       \n"
        " service:meow                   (node2.example.com)            stopped       \n";
    QCOMPARE(QString::fromStdString(clustatText(kennel())), QString(expected));
}

void ClustatTextTest::oneServiceIsShownWithItsHeadingOnly()
{
    ClustatOptions options;
    options.service = "meow"; // clustat puts "service:" before it
    const char* expected =
        " Service Name                   Owner (Last)                   State         \n"
        " ------- ----                   ----- ------                   -----         \n"
        " service:meow                   (node2.example.com)            stopped       \n";
    QCOMPARE(QString::fromStdString(clustatText(kennel(), options)), QString(expected));
    options.service = "service:meow";
    QCOMPARE(QString::fromStdString(clustatText(kennel(), options)), QString(expected));
}

void ClustatTextTest::anUnknownServiceShowsNothing()
{
    ClustatOptions options;
    options.service = "vm:meow";
    QCOMPARE(clustatText(kennel(), options), std::string());
}

void ClustatTextTest::withoutQuorumThereAreNoServices()
{
    ClustatView view = kennel();
    view.quorate = false;
    const QString text = QString::fromStdString(clustatText(view));
    QVERIFY(
        text.startsWith("Service states unavailable: Operation requires quorum\nCluster Status"));
    QVERIFY(text.contains("Member Status: Inquorate\n\n"));
    QVERIFY(!text.contains("Service Name"));
    // Who does not get an answer from the manager does not know who runs one either.
    QVERIFY(text.endsWith(" 2 Online\n node3.example.com                          12 Offline\n\n"));
}

void ClustatTextTest::withoutALocalManagerThereAreNoServices()
{
    ClustatView view = kennel();
    view.nodes[0].rgmanager = false;
    const QString text = QString::fromStdString(clustatText(view));
    QVERIFY(text.startsWith("Cluster Status for kennel"));
    QVERIFY(!text.contains("Service Name"));
    QVERIFY(!clustatShowsServices(view));
}

void ClustatTextTest::theOwnerColumnFollowsTheState_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("owner");
    const auto row = [](ServiceState state, const char* owner) {
        QTest::newRow(toString(state)) << static_cast<int>(state) << QString(owner);
    };
    row(ServiceState::Stopped, "(n2)");
    row(ServiceState::Disabled, "(n2)");
    row(ServiceState::Recoverable, "(n2)");
    row(ServiceState::Failed, "(n2)");
    row(ServiceState::Starting, "n1");
    row(ServiceState::Started, "n1");
    row(ServiceState::Stopping, "n1");
    row(ServiceState::Uninitialized, "n1");
    row(ServiceState::Checking, "n1");
    row(ServiceState::Recovering, "n1");
    row(ServiceState::Migrating, "n1");
}

void ClustatTextTest::theOwnerColumnFollowsTheState()
{
    QFETCH(int, state);
    QFETCH(QString, owner);
    ClustatService service = serviceIn(static_cast<ServiceState>(state));
    QCOMPARE(QString::fromStdString(lineOf(service)).mid(32, 30), owner.leftJustified(30));
    QCOMPARE(QString::fromStdString(lineOf(service)).mid(63),
             QString(toString(service.state)).leftJustified(14));
    service.owner.clear();
    service.lastOwner.clear();
    owner.replace("n1", "none").replace("n2", "none");
    QCOMPARE(QString::fromStdString(lineOf(service)).mid(32, 30), owner.leftJustified(30));
}

void ClustatTextTest::namesAreCutAtTheirColumns()
{
    ClustatService service = serviceIn(ServiceState::Started);
    service.name = "service:abcdefghijklmnopqrstuvwxyz";
    service.owner = "0123456789012345678901234567890123456789";
    QCOMPARE(lineOf(service), std::string(" service:abcdefghijklmnopqrstuv "
                                          "012345678901234567890123456789 started       "));
}

void ClustatTextTest::lastOwnersAreCutInsideTheBrackets()
{
    ClustatService service = serviceIn(ServiceState::Failed);
    service.lastOwner = "0123456789012345678901234567890123456789";
    QCOMPARE(QString::fromStdString(lineOf(service)).mid(32, 30),
             QString("(0123456789012345678901234567)"));
}

void ClustatTextTest::frozenServicesAreMarkedInTheStateColumn()
{
    ClustatService service = serviceIn(ServiceState::Started);
    service.frozen = true;
    QCOMPARE(QString::fromStdString(lineOf(service)).mid(63), QString("started    [Z]"));
    service.state = ServiceState::Uninitialized;
    QCOMPARE(QString::fromStdString(lineOf(service)).mid(63), QString("uninitializ[Z]"));
}

void ClustatTextTest::widerTerminalsGiveWiderColumns_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("width");
    QTest::newRow("pipe") << 80 << 30;
    QTest::newRow("odd") << 81 << 30;
    QTest::newRow("wide") << 132 << 56;
    QTest::newRow("no wider than a host name") << 400 << 64;
    QTest::newRow("absurdly narrow") << 10 << 2;
}

void ClustatTextTest::widerTerminalsGiveWiderColumns()
{
    QFETCH(int, columns);
    QFETCH(int, width);
    const ClustatWidths widths = clustatWidths(columns);
    QCOMPARE(widths.service, width);
    QCOMPARE(widths.owner, width);
    QCOMPARE(widths.state, 14);
    const std::string line = lineOf(serviceIn(ServiceState::Stopped), columns);
    QCOMPARE(static_cast<int>(line.size()), 3 + 2 * width + 14);
}

void ClustatTextTest::datesAreThoseOfCtime_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("date");
    QTest::newRow("start of every run") << qint64{clustatEpoch} << "Sun Jan  1 00:00:00 2012";
    QTest::newRow("never") << qint64{0} << "Thu Jan  1 00:00:00 1970";
    QTest::newRow("two digits") << qint64{1330519809} << "Wed Feb 29 12:50:09 2012";
    QTest::newRow("end of year") << qint64{1356998399} << "Mon Dec 31 23:59:59 2012";
}

void ClustatTextTest::datesAreThoseOfCtime()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, date);
    QCOMPARE(QString::fromStdString(clustatDate(seconds)), date);
}

void ClustatTextTest::theXmlHasClustatsElementsAndAttributes()
{
    ClustatView view = kennel();
    view.services[1].frozen = true;
    const QStringList lines = QString::fromStdString(clustatXml(view)).split('\n');
    QCOMPARE(lines.size(), 15); // the last is empty
    QCOMPARE(lines[0], QString("<?xml version=\"1.0\"?>"));
    QCOMPARE(lines[1], QString("<clustat version=\"4.1.1\">"));
    QCOMPARE(lines[2], QString("  <cluster name=\"kennel\" id=\"6670\" generation=\"0\"/>"));
    QCOMPARE(lines[3], QString("  <quorum quorate=\"1\" groupmember=\"1\"/>"));
    QCOMPARE(lines[5], QString("    <node name=\"node1.example.com\" state=\"1\" local=\"1\" "
                               "estranged=\"0\" rgmanager=\"1\" rgmanager_master=\"0\" "
                               "qdisk=\"0\" nodeid=\"0x00000001\"/>"));
    QVERIFY(lines[7].contains("state=\"0\" local=\"0\""));
    QVERIFY(lines[7].endsWith("nodeid=\"0x0000000c\"/>"));
    QCOMPARE(lines[10], QString("    <group name=\"service:bark\" state=\"112\" "
                                "state_str=\"started\" flags=\"0\" flags_str=\"\" "
                                "owner=\"node1.example.com\" last_owner=\"node2.example.com\" "
                                "restarts=\"2\" last_transition=\"1325376060\" "
                                "last_transition_str=\"Sun Jan  1 00:01:00 2012\"/>"));
    QVERIFY(lines[11].contains("flags=\"1\" flags_str=\"frozen\" owner=\"none\""));
    QVERIFY(lines[11].contains("last_transition=\"0\""));
    QCOMPARE(lines[13], QString("</clustat>"));
}

void ClustatTextTest::theXmlOfOneServiceHasNoNodes()
{
    ClustatOptions options;
    options.service = "bark";
    const QString xml = QString::fromStdString(clustatXml(kennel(), options));
    QCOMPARE(xml.count("<group "), 1);
    QVERIFY(!xml.contains("<node"));
    QVERIFY(!xml.contains("<quorum"));
}

QTEST_APPLESS_MAIN(ClustatTextTest)
#include "tst_clustat_text.moc"
