#include "base/limits.h"
#include "formats/syslog_reader.h"
#include "formats/syslog_rows.h"
#include "formats/syslog_time.h"

#include <QtTest>

using namespace rgsim;

namespace {

const std::string started = "Nov 23 03:37:14 n1 rgmanager[2345]: Service service:web started\n";

SyslogLine onlyLine(const std::string& text)
{
    const Result<SyslogLog> log = readSyslog({{"messages", text + started}});
    return log.ok() && !log->lines.empty() ? log->lines.front() : SyslogLine{};
}

std::int64_t at(int month, int day, int second, int year = 2012)
{
    return secondsSince1970({month, day, second}, year);
}

} // namespace

class TestSyslogReader : public QObject {
    Q_OBJECT

private slots:
    void linesOfBothReleasesAreUnderstood_data();
    void linesOfBothReleasesAreUnderstood();
    void timesAreRead_data();
    void timesAreRead();
    void everyLineIsAccountedFor();
    void januaryFollowsDecember();
    void filesOfSeveralNodesAreMergedByTime();
    void aRepeatedMessageCountsAsOftenAsItCame();
    void aLogWithoutRgmanagerIsAnError();
    void nodesGetTheirFullNamesAndIdsFromTheLog();
    void namesThatTheScenarioLacksAreTold();
    void tooManyNodesAreRefused();
    void hugeRepeatsDoNotFillTheMemory();
};

void TestSyslogReader::linesOfBothReleasesAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* line, SyslogKind kind, const char* text) {
        QTest::newRow(name) << QByteArray(line) << static_cast<int>(kind) << QByteArray(text);
    };
    const auto message = SyslogKind::Message;
    row("RHEL 5", "Nov 23 03:37:13 n1 clurgmgrd[2345]: <notice> Starting stopped service service:x",
        message, "Starting stopped service service:x");
    row("RHEL 6", "Nov 23 03:37:13 n1 rgmanager[2345]: Starting stopped service service:x", message,
        "Starting stopped service service:x");
    row("with a priority in front", "<29>Nov 23 03:37:13 n1 rgmanager[2345]: #1: Quorum Dissolved",
        message, "#1: Quorum Dissolved");
    row("day with a zero", "Nov 03 03:37:13 n1 rgmanager: Service vm:x is stopped", message,
        "Service vm:x is stopped");
    row("end of line of DOS", "Nov  3 03:37:13 n1 rgmanager[1]: Service vm:x is stopped\r", message,
        "Service vm:x is stopped");
    row("agent of RHEL 5",
        "Nov 23 03:37:13 n1 clurgmgrd: [2345]: <info> Executing /etc/init.d/x status",
        SyslogKind::Known, "Executing /etc/init.d/x status");
    row("agent of RHEL 6",
        "Nov 23 03:37:13 n1 rgmanager[2399]: [script] Executing /etc/init.d/x start",
        SyslogKind::Known, "[script] Executing /etc/init.d/x start");
    row("clurmtabd", "Nov 23 03:37:13 n1 clurmtabd[2]: <notice> anything", SyslogKind::Known,
        "anything");
    row("status check",
        "Nov 23 03:37:13 n1 rgmanager[2]: status on script \"x\" returned 1 "
        "(generic error)",
        SyslogKind::Known, "status on script \"x\" returned 1 (generic error)");
    row("node down", "Nov 23 03:37:13 n1 rgmanager[2]: State change: n2 DOWN", SyslogKind::NodeWent,
        "State change: n2 DOWN");
    row("local up", "Nov 23 03:37:13 n1 rgmanager[2]: State change: Local UP", SyslogKind::NodeCame,
        "State change: Local UP");
    row("unknown", "Nov 23 03:37:13 n1 rgmanager[2]: The sky is falling", SyslogKind::NotUnderstood,
        "The sky is falling");
    row("no time", "rgmanager[2]: Service vm:x is stopped", SyslogKind::NotUnderstood,
        "rgmanager[2]: Service vm:x is stopped");
    row("no host", "Nov 23 03:37:13 rgmanager Service vm:x is stopped", SyslogKind::NotUnderstood,
        "Nov 23 03:37:13 rgmanager Service vm:x is stopped");
}

void TestSyslogReader::linesOfBothReleasesAreUnderstood()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, text);
    const SyslogLine read = onlyLine(line.toStdString() + '\n');
    QTEST(static_cast<int>(read.kind), "kind");
    QCOMPARE(read.text, text.toStdString());
    if (read.kind == SyslogKind::NodeWent)
        QCOMPARE(read.node, std::string("n2"));
    if (read.kind == SyslogKind::NodeCame)
        QCOMPARE(read.node, std::string("n1"));
}

void TestSyslogReader::timesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTime");
    QTest::newRow("plain") << QByteArray("Nov 23 03:37:14") << true;
    QTest::newRow("blank") << QByteArray("Nov  3 03:37:14") << true;
    QTest::newRow("leap day") << QByteArray("Feb 29 00:00:00") << true;
    QTest::newRow("no such day") << QByteArray("Feb 30 00:00:00") << false;
    QTest::newRow("day 0") << QByteArray("Feb  0 00:00:00") << false;
    QTest::newRow("no such month") << QByteArray("Foo 20 00:00:00") << false;
    QTest::newRow("hour 24") << QByteArray("Feb 20 24:00:00") << false;
    QTest::newRow("leap second") << QByteArray("Dec 31 23:59:60") << true;
    QTest::newRow("short") << QByteArray("Feb 20 24:00") << false;
}

void TestSyslogReader::timesAreRead()
{
    QFETCH(QByteArray, text);
    QTEST(readSyslogTime(text.toStdString()).has_value(), "isTime");
}

void TestSyslogReader::everyLineIsAccountedFor()
{
    const std::string text = "Nov 23 03:37:10 n1 kernel: Service service:web started\n"
                             "\n" +
                             started +
                             "Nov 23 03:37:15 n1 rgmanager[2345]: something new\n"
                             "   \n"
                             "--- rotated ---\n"
                             "Nov 23 03:37:16 n1 last message repeated 2 times\n"
                             "Nov 23 03:37:20 n2 sshd[1]: hello";
    const Result<SyslogLog> log = readSyslog({{"messages", text}});
    QVERIFY(log.ok());
    QCOMPARE(log->blank, std::size_t(2));
    QCOMPARE(log->otherPrograms, std::size_t(2));
    QCOMPARE(log->count(SyslogKind::Message), std::size_t(1));
    QCOMPARE(log->count(SyslogKind::NotUnderstood), std::size_t(4));
    QCOMPARE(log->lines[1].line, 4);
    QCOMPARE(log->lines[2].line, 6);
    QCOMPARE(log->lines[3].line, 7);
    QCOMPARE(log->shareUnderstood(), 0.2);
    QCOMPARE(log->hosts, (std::vector<std::string>{"n1", "n2"}));
    QCOMPARE(log->last - log->first, std::int64_t(10));
}

void TestSyslogReader::januaryFollowsDecember()
{
    const Result<SyslogLog> log =
        readSyslog({{"a", "Dec 31 23:59:59 n1 rgmanager[1]: Service service:a started\n"
                          "Jan  1 00:00:01 n1 rgmanager[1]: Service service:a is stopped\n"},
                    {"b", "Dec 31 23:59:58 n2 rgmanager[1]: Service service:b started\n"}},
                   2014);
    QVERIFY(log.ok());
    QCOMPARE(log->lines[0].host, std::string("n2"));
    QCOMPARE(log->lines[0].seconds, at(12, 31, 86'398, 2014));
    QCOMPARE(log->lines[2].seconds, at(1, 1, 1, 2015));
    QCOMPARE(log->last - log->first, std::int64_t(3));
}

void TestSyslogReader::filesOfSeveralNodesAreMergedByTime()
{
    const Result<SyslogLog> log =
        readSyslog({{"a", "Jan  1 00:00:05 n1 rgmanager[1]: Service service:a started\n"
                          "Jan  1 00:00:09 n1 rgmanager[1]: Service service:a is stopped\n"},
                    {"b", "Jan  1 00:00:05 n2 rgmanager[1]: Service service:b started\n"
                          "Jan  1 00:00:07 n2 rgmanager[1]: Service service:b is stopped\n"}});
    QVERIFY(log.ok());
    std::vector<std::pair<std::size_t, int>> places;
    for (const SyslogLine& line : log->lines)
        places.emplace_back(line.file, line.line);
    QCOMPARE(places, (std::vector<std::pair<std::size_t, int>>{{0, 1}, {1, 1}, {1, 2}, {0, 2}}));
}

void TestSyslogReader::aRepeatedMessageCountsAsOftenAsItCame()
{
    const Result<SyslogLog> log =
        readSyslog({{"a", started + "Nov 23 03:37:15 n2 last message repeated 2 times\n" +
                              "Nov 23 03:37:16 n1 last message repeated 3 times\n"}});
    QVERIFY(log.ok());
    QCOMPARE(log->count(SyslogKind::Message), std::size_t(4));
    QCOMPARE(log->lines.back().seconds, at(11, 23, 3 * 3600 + 37 * 60 + 16));
    QCOMPARE(log->otherPrograms, std::size_t(1)); // n2 had said nothing of rgmanager's
}

void TestSyslogReader::aLogWithoutRgmanagerIsAnError()
{
    const Result<SyslogLog> log =
        readSyslog({{"messages", "Nov 23 03:37:10 n1 kernel: nothing\n"}});
    QVERIFY(!log.ok());
    QCOMPARE(log.diagnostics.items().size(), std::size_t(1));
    QCOMPARE(log.diagnostics.items().front().place.file, std::string("messages"));
    QVERIFY(!readSyslog({}).ok());
}

void TestSyslogReader::nodesGetTheirFullNamesAndIdsFromTheLog()
{
    const Result<SyslogLog> log = readSyslog(
        {{"a", "Jan  1 00:00:01 n1 rgmanager[1]: I am node #7\n"
               "Jan  1 00:00:02 n3 rgmanager[1]: Service service:a started\n"
               "Jan  1 00:00:02 n1 rgmanager[1]: Service service:a is now running on member 9\n"
               "Jan  1 00:00:03 n1 rgmanager[1]: Service service:b is now running on member 4\n"
               "Jan  1 00:00:09 n3 rgmanager[1]: Taking over service service:b from down member "
               "n1.example.com\n"}});
    QVERIFY(log.ok());
    const Result<Cluster> cluster = clusterOfLog(*log, nullptr);
    QVERIFY(cluster.ok());
    std::vector<std::pair<int, std::string>> nodes;
    for (const Node& node : cluster->nodes)
        nodes.emplace_back(node.id, node.name);
    QCOMPARE(nodes, (std::vector<std::pair<int, std::string>>{
                        {4, "member 4"}, {7, "n1.example.com"}, {9, "n3"}}));
    const SyslogRows rows = rowsOfLog(*log, *cluster, at(1, 1, 0));
    QCOMPARE(rows.rows.size(), std::size_t(4)); // the introduction is no event
    QCOMPARE(rows.rows[1].owner, NodeIndex(2));
    QCOMPARE(rows.rows.back().owner, NodeIndex(1));
    QCOMPARE(rows.rows.back().at, SimTime::seconds(9));
    QCOMPARE(rows.lines.back(), std::size_t(4));
}

void TestSyslogReader::namesThatTheScenarioLacksAreTold()
{
    Cluster known;
    Node node;
    node.name = "n2.example.com";
    node.id = 2;
    known.nodes.push_back(node);
    Service service;
    service.name = "webb";
    service.fullName = "service:webb";
    known.services.push_back(service);
    const Result<SyslogLog> log = readSyslog({{"messages", started}});
    const Result<Cluster> cluster = clusterOfLog(*log, &known);
    QVERIFY(cluster.ok());
    QCOMPARE(cluster->nodes.size(), std::size_t(2));
    QCOMPARE(cluster->services.size(), std::size_t(2));
    const std::vector<Diagnostic>& items = cluster.diagnostics.items();
    QCOMPARE(items.size(), std::size_t(2));
    QCOMPARE(toString(items[1]),
             std::string("messages:1: warning: the scenario has no service \"service:web\"; did "
                         "you mean \"service:webb\"?"));
}

void TestSyslogReader::tooManyNodesAreRefused()
{
    std::string text;
    for (int i = 0; i <= limits::maxNodes; ++i)
        text += "Jan  1 00:00:05 n" + std::to_string(i) + " rgmanager[1]: Shutting down\n";
    const Result<SyslogLog> log = readSyslog({{"a", text}});
    QVERIFY(log.ok());
    const Result<Cluster> cluster = clusterOfLog(*log, nullptr);
    QVERIFY(!cluster.ok() && cluster.diagnostics.hasErrors());
}

void TestSyslogReader::hugeRepeatsDoNotFillTheMemory()
{
    std::string text = started;
    for (int i = 0; i <= limits::maxLogLines / 1000; ++i)
        text += "Nov 23 03:37:16 n1 last message repeated 1000 times\n";
    const Result<SyslogLog> log = readSyslog({{"a", text}});
    QVERIFY(!log.ok() && log.diagnostics.hasErrors());
}

QTEST_APPLESS_MAIN(TestSyslogReader)
#include "tst_syslog_reader.moc"
