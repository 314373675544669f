// Which line of one log is which of the other: equal ones once each, as far apart as the tolerance
// goes, at the ends of the range too; and where time 0 of a log lies.
#include "analysis/log_comparison.h"

#include "rgmanager/messages.h"
#include "support/cluster_factory.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

LoggedLine line(std::int64_t seconds, const char* node, const char* text, const char* service = "")
{
    return {SimTime::seconds(seconds), node, service, text, 0};
}

LogComparisonRange range(std::int64_t from, std::int64_t to, std::int64_t tolerance = 0)
{
    return {
        SimTime::seconds(from), SimTime::seconds(to), {"n1", "n2"}, SimDuration{tolerance * 1000}};
}

const LogComparisonRange everything = range(0, 1000);

// "=0:0 <1 >1 …": positions in the log and in the run.
QString shown(const LogComparison& comparison)
{
    QStringList parts;
    for (const LinePair& pair : comparison.lines) {
        const QString log = pair.inLog ? QString::number(*pair.inLog) : QString();
        const QString run = pair.inRun ? QString::number(*pair.inRun) : QString();
        parts << (pair.isSame() ? '=' + log + ':' + run : pair.inLog ? '<' + log : '>' + run);
    }
    return parts.join(' ');
}

} // namespace

class TestLogComparison : public QObject {
    Q_OBJECT

private slots:
    void equalLogsHaveNoDifference();
    void eachLineCountsOnce();
    void nodeAndTextMustBeTheSame();
    void equalLinesMayLieApartAsFarAsTheToleranceGoes_data();
    void equalLinesMayLieApartAsFarAsTheToleranceGoes();
    void theEarliestThatAreNearEnoughBelongTogether();
    void bothEndsOfTheRangeCount();
    void aLineAtTheEndMayHaveItsCounterpartBeyondIt();
    void linesOfOtherNodesAreLeftOut();
    void theFirstDifferenceIsTheEarliest();
    void whatIsSaidInsteadIsAboutTheSameServiceOrNode();
    void anEmptySideLeavesTheOther();
    void linesAreMadeOfSyslogRowsAtWholeSeconds();
    void theFirstLineFallsOnTheFirstEqualOne_data();
    void theFirstLineFallsOnTheFirstEqualOne();
};

void TestLogComparison::equalLogsHaveNoDifference()
{
    const std::vector<LoggedLine> lines{line(0, "n1", "a"), line(5, "n2", "b"), line(5, "n1", "c")};
    const LogComparison same = compareLogs(lines, lines, everything);
    QCOMPARE(shown(same), QString("=0:0 =1:1 =2:2"));
    QVERIFY(!same.firstDifference);
    QVERIFY(!same.insteadOfIt);
}

void TestLogComparison::eachLineCountsOnce()
{
    const std::vector<LoggedLine> twice{line(3, "n1", "a"), line(3, "n1", "a")};
    const std::vector<LoggedLine> once{line(3, "n1", "a")};
    QCOMPARE(shown(compareLogs(twice, once, everything)), QString("=0:0 <1"));
    QCOMPARE(shown(compareLogs(once, twice, everything)), QString(">1 =0:0"));
    QCOMPARE(shown(compareLogs(twice, twice, everything)), QString("=0:0 =1:1"));
}

void TestLogComparison::nodeAndTextMustBeTheSame()
{
    const std::vector<LoggedLine> log{line(3, "n1", "a")};
    QCOMPARE(shown(compareLogs(log, {line(3, "n2", "a")}, everything)), QString(">0 <0"));
    QCOMPARE(shown(compareLogs(log, {line(3, "n1", "A")}, everything)), QString(">0 <0"));
}

void TestLogComparison::equalLinesMayLieApartAsFarAsTheToleranceGoes_data()
{
    QTest::addColumn<int>("inLog");
    QTest::addColumn<int>("inRun");
    QTest::addColumn<int>("tolerance");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none, same") << 10 << 10 << 0 << "=0:0";
    QTest::newRow("none, later") << 11 << 10 << 0 << ">0 <0";
    QTest::newRow("none, earlier") << 9 << 10 << 0 << "<0 >0";
    QTest::newRow("just near enough, later") << 12 << 10 << 2 << "=0:0";
    QTest::newRow("just near enough, earlier") << 8 << 10 << 2 << "=0:0";
    QTest::newRow("just too far, later") << 13 << 10 << 2 << ">0 <0";
    QTest::newRow("just too far, earlier") << 7 << 10 << 2 << "<0 >0";
}

void TestLogComparison::equalLinesMayLieApartAsFarAsTheToleranceGoes()
{
    QFETCH(const int, inLog);
    QFETCH(const int, inRun);
    QFETCH(const int, tolerance);
    const LogComparison found =
        compareLogs({line(inLog, "n1", "a")}, {line(inRun, "n1", "a")}, range(0, 1000, tolerance));
    QTEST(shown(found), "expected");
    QCOMPARE(found.lines.front().at, SimTime::seconds(std::min(inLog, inRun)));
}

void TestLogComparison::theEarliestThatAreNearEnoughBelongTogether()
{
    const std::vector<LoggedLine> log{line(10, "n1", "a"), line(20, "n1", "a")};
    const std::vector<LoggedLine> run{line(2, "n1", "a"), line(11, "n1", "a"), line(12, "n1", "a")};
    QCOMPARE(shown(compareLogs(log, run, range(0, 1000, 5))), QString(">0 =0:1 >2 <1"));
    QCOMPARE(shown(compareLogs(log, run, range(0, 1000, 8))), QString("=0:0 >1 =1:2"));
}

void TestLogComparison::bothEndsOfTheRangeCount()
{
    const std::vector<LoggedLine> log{line(9, "n1", "a"), line(10, "n1", "b"), line(20, "n1", "c"),
                                      line(21, "n1", "d")};
    QCOMPARE(shown(compareLogs(log, {}, range(10, 20))), QString("<1 <2"));
    QCOMPARE(shown(compareLogs({}, log, range(10, 20))), QString(">1 >2"));
}

void TestLogComparison::aLineAtTheEndMayHaveItsCounterpartBeyondIt()
{
    const std::vector<LoggedLine> log{line(10, "n1", "a"), line(20, "n1", "b")};
    const std::vector<LoggedLine> run{line(8, "n1", "a"), line(22, "n1", "b")};
    QCOMPARE(shown(compareLogs(log, run, range(10, 20, 2))), QString("=0:0 =1:1"));
    QCOMPARE(shown(compareLogs(run, log, range(10, 20, 2))), QString("=0:0 =1:1"));
    QCOMPARE(shown(compareLogs(log, run, range(10, 20, 1))), QString("<0 <1"));
}

void TestLogComparison::linesOfOtherNodesAreLeftOut()
{
    const std::vector<LoggedLine> log{line(1, "n1", "a"), line(2, "n3", "a")};
    const std::vector<LoggedLine> run{line(1, "n1", "a"), line(3, "n3", "b")};
    QCOMPARE(shown(compareLogs(log, run, everything)), QString("=0:0"));
    LogComparisonRange third = everything;
    third.nodes = {"n3"};
    QCOMPARE(shown(compareLogs(log, run, third)), QString("<1 >1"));
}

void TestLogComparison::theFirstDifferenceIsTheEarliest()
{
    const std::vector<LoggedLine> log{line(1, "n1", "a"), line(5, "n1", "late"),
                                      line(9, "n2", "z")};
    const std::vector<LoggedLine> run{line(1, "n1", "a"), line(4, "n2", "early"),
                                      line(9, "n2", "z")};
    const LogComparison found = compareLogs(log, run, everything);
    QCOMPARE(shown(found), QString("=0:0 >1 <1 =2:2"));
    QCOMPARE(found.firstDifference, std::optional<std::size_t>(1));
    QVERIFY(!found.insteadOfIt); // what the log says is about nothing, and of the other node
}

void TestLogComparison::whatIsSaidInsteadIsAboutTheSameServiceOrNode()
{
    const std::vector<LoggedLine> run{line(1, "n1", "run", "web"), line(1, "n1", "dissolved")};
    const std::vector<LoggedLine> log{line(2, "n1", "other", "db"), line(3, "n2", "log", "web")};
    LogComparison found = compareLogs(log, run, everything);
    QCOMPARE(shown(found), QString(">0 >1 <0 <1"));
    QCOMPARE(found.firstDifference, std::optional<std::size_t>(0));
    QCOMPARE(found.insteadOfIt, std::optional<std::size_t>(3));
    found = compareLogs(log, {run[1]}, everything);
    QCOMPARE(found.insteadOfIt, std::optional<std::size_t>(1)); // of the same node
}

void TestLogComparison::anEmptySideLeavesTheOther()
{
    const std::vector<LoggedLine> lines{line(1, "n1", "a")};
    QCOMPARE(shown(compareLogs(lines, {}, everything)), QString("<0"));
    QCOMPARE(shown(compareLogs({}, lines, everything)), QString(">0"));
    const LogComparison nothing = compareLogs({}, {}, everything);
    QVERIFY(nothing.lines.empty());
    QVERIFY(!nothing.firstDifference);
}

void TestLogComparison::linesAreMadeOfSyslogRowsAtWholeSeconds()
{
    Cluster cluster = makeCluster(2);
    const ServiceIndex web = addService(cluster, "web");
    cluster.finish();
    LogRow started;
    started.at = SimTime{1999};
    started.kind = RowKind::Syslog;
    started.node = 1;
    started.service = web;
    started.code = static_cast<std::int32_t>(Message::Started);
    LogRow before = started;
    before.at = SimTime{-1};
    before.service = noService;
    before.code = static_cast<std::int32_t>(Message::QuorumDissolved);
    LogRow process = started;
    process.kind = RowKind::Process;
    LogRow homeless = started;
    homeless.node = noNode;
    const std::vector<LoggedLine> lines =
        loggedLines(cluster, {before, process, homeless, started});
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[0].at, SimTime::seconds(-1)); // down, also before time 0
    QCOMPARE(lines[0].service, std::string());
    QCOMPARE(lines[0].row, std::size_t(0));
    QCOMPARE(lines[1].at, SimTime::seconds(1));
    QCOMPARE(lines[1].node, std::string("n2"));
    QCOMPARE(lines[1].service, std::string("service:web"));
    QCOMPARE(lines[1].text, std::string("Service service:web started"));
    QCOMPARE(lines[1].row, std::size_t(3));
}

void TestLogComparison::theFirstLineFallsOnTheFirstEqualOne_data()
{
    QTest::addColumn<int>("first"); ///< "a" of n1, in seconds; below 0: there is none
    QTest::addColumn<int>("offset");
    QTest::newRow("the same") << 0 << 0;
    QTest::newRow("later in the run") << 100 << 100;
    QTest::newRow("not in the run: on its first line") << -1 << 7;
}

void TestLogComparison::theFirstLineFallsOnTheFirstEqualOne()
{
    QFETCH(const int, first);
    QFETCH(const int, offset);
    const std::vector<LoggedLine> log{line(20, "n1", "a"), line(30, "n1", "b")};
    std::vector<LoggedLine> run{line(27, "n2", "a"), line(31, "n1", "b")};
    if (first >= 0) {
        run.push_back(line(20 + first, "n1", "a"));
        run.push_back(line(200 + first, "n1", "a"));
    }
    QCOMPARE(offsetOfLog(log, run), SimDuration{offset * 1000});
    QCOMPARE(offsetOfLog({}, run), SimDuration{});
    QCOMPARE(offsetOfLog(log, {}), SimDuration{});
}

QTEST_APPLESS_MAIN(TestLogComparison)
#include "tst_log_comparison.moc"
