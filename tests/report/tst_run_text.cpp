// The text timeline: cells and labels, which services are shown, and the whole of a small run.
#include "report/gantt_row.h"
#include "report/log_text.h"
#include "report/run_text.h"
#include "report/summary_text.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"

#include <QRegularExpression>
#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

QString lineOf(const std::string& text, const QString& beginning)
{
    for (const QString& line : QString::fromStdString(text).split('\n')) {
        if (line.startsWith(beginning))
            return line;
    }
    return {};
}

// What stands below the line that begins like this.
QString lineBelow(const std::string& text, const QString& beginning, int lines)
{
    const QStringList all = QString::fromStdString(text).split('\n');
    for (qsizetype i = 0; i + lines < all.size(); ++i) {
        if (all[i].startsWith(beginning))
            return all[i + lines];
    }
    return {};
}

TextStyle wide(int width)
{
    TextStyle style;
    style.width = width;
    return style;
}

// Services 0…count-1 on two nodes; the process of each one in @p dying ends at 10 s.
FinishedRun largeRun(int count, const std::vector<ResourceIndex>& dying)
{
    Scenario scenario = bootAll(makeLargeCluster(2, count, false), SimTime::seconds(60));
    for (const ResourceIndex resource : dying)
        scenario.plan.events.push_back(dieAt(10, resource));
    return finish(std::move(scenario));
}

} // namespace

class TestRunText : public QObject {
    Q_OBJECT

private slots:
    void aCellShowsWhatFilledMostOfIt();
    void everyCellOfAShortRunIsFilled();
    void labelsStandWhereTheyFit_data();
    void labelsStandWhereTheyFit();
    void aLabelIsNotRepeated();
    void aCellThatManyShareNamesNobody();
    void theHighestMarkOfACellIsShown();
    void anOverlayChangesOneGlyphOnly();
    void ticksAreRoundAndFew_data();
    void ticksAreRoundAndFew();
    void theCollisionIsDrawnAsItWas();
    void brokenRulesAreMarkedAndTold();
    void noLineIsWiderThanAsked_data();
    void noLineIsWiderThanAsked();
    void coloursAddNothingButColours();
    void manyServicesAreShownOnlyIfThereIsSomethingToTell();
    void thereAreNeverTooManyServices();
    void allShowsAll();
    void aRunWithoutLengthIsDrawn();
    void shortOutagesOfNodesAreMarked();
    void theHeadNamesSeedAndSituation();
    void theSummaryHasARowForEachServiceAndOneForAll();
    void logLinesLookLikeSyslog();
    void spansAreExact_data();
    void spansAreExact();
};

void TestRunText::aCellShowsWhatFilledMostOfIt()
{
    GanttRow row(4, SimTime{40}); // ten to a cell
    row.paint({0}, {14}, 'a', "", "", 0);
    row.paint({14}, {26}, 'b', "", "", 0);
    row.paint({26}, {40}, 'c', "", "", 0);
    QCOMPARE(row.text(false), std::string("abbc"));
}

// There may be more cells than milliseconds.
void TestRunText::everyCellOfAShortRunIsFilled()
{
    GanttRow row(10, SimTime{4});
    row.paint({0}, {1}, 'a', "", "", 0);
    row.paint({1}, {4}, 'b', "", "", 0);
    row.overlay({3}, {4}, 'b', 'X');
    QCOMPARE(row.text(false), std::string("aaabbbbXXX"));
}

void TestRunText::labelsStandWhereTheyFit_data()
{
    QTest::addColumn<int>("cells");
    QTest::addColumn<QString>("text");
    QTest::newRow("label and a glyph") << 6 << "node1=";
    QTest::newRow("short label") << 5 << "12===";
    QTest::newRow("short label and a glyph") << 3 << "12=";
    QTest::newRow("none") << 2 << "==";
}

void TestRunText::labelsStandWhereTheyFit()
{
    QFETCH(int, cells);
    QFETCH(QString, text);
    GanttRow row(cells, SimTime{1000});
    row.paint({0}, {1000}, '=', "node1", "12", 0);
    QCOMPARE(QString::fromStdString(row.text(false)), text);
}

void TestRunText::aLabelIsNotRepeated()
{
    GanttRow row(24, SimTime{24});
    row.paint({0}, {8}, '>', "node1", "1", 0);
    row.paint({8}, {16}, '=', "node1", "1", 0);
    row.paint({16}, {24}, '=', "node2", "2", 0);
    QCOMPARE(row.text(false), std::string("node1>>>========node2==="));
    GanttRow narrow(20, SimTime{20});
    narrow.paint({0}, {1}, '>', "node1", "1", 0); // no room for its name, so the next one has it
    narrow.paint({1}, {9}, '=', "node1", "1", 0);
    narrow.paint({9}, {10}, '=', "node2", "2", 0);
    narrow.paint({10}, {20}, '=', "node1", "1", 0);
    QCOMPARE(narrow.text(false), std::string(">node1====node1====="));
}

void TestRunText::aCellThatManyShareNamesNobody()
{
    GanttRow row(10, SimTime{300});
    for (int i = 0; i < 30; ++i)
        row.paint({i * 10}, {i * 10 + 10}, '?', i % 2 == 0 ? "node1" : "node2", "", 1);
    QCOMPARE(row.text(true), std::string("several???"));
    GanttRow once(20, SimTime{200});
    once.paint({0}, {103}, '=', "node1", "", 0);
    once.paint({103}, {106}, '~', "node1", "", 0);
    once.paint({106}, {200}, '=', "node1", "", 0);
    QCOMPARE(once.text(false), "node1" + std::string(15, '=')); // too short for a word of its own
}

void TestRunText::theHighestMarkOfACellIsShown()
{
    GanttRow row(5, SimTime{50});
    row.mark({0}, 'a', 1);
    row.mark({9}, 'b', 2);
    row.mark({5}, 'c', 1);
    row.mark({50}, 'e', 1); // the end belongs to the last cell
    QCOMPARE(row.text(false), std::string("b   e"));
}

void TestRunText::anOverlayChangesOneGlyphOnly()
{
    GanttRow row(6, SimTime{6});
    row.paint({0}, {3}, '#', "", "", 0);
    row.paint({3}, {6}, ':', "", "", 0);
    row.overlay({2}, {5}, '#', 'X');
    QCOMPARE(row.text(false), std::string("##X:::"));
}

void TestRunText::ticksAreRoundAndFew_data()
{
    QTest::addColumn<qint64>("end");
    QTest::addColumn<qint64>("step");
    QTest::newRow("half a second") << qint64{500} << qint64{100};
    QTest::newRow("five minutes") << qint64{300'000} << qint64{60'000};
    QTest::newRow("an hour") << qint64{3'600'000} << qint64{600'000};
    QTest::newRow("ninety days") << qint64{90 * 86'400'000LL} << qint64{14 * 86'400'000LL};
    QTest::newRow("nothing") << qint64{0} << qint64{0};
}

void TestRunText::ticksAreRoundAndFew()
{
    QFETCH(qint64, end);
    QFETCH(qint64, step);
    const std::vector<AxisTick> ticks = axisTicks(84, SimTime{end});
    QVERIFY(ticks.size() <= 8);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        QCOMPARE(ticks[i].at.ms, static_cast<qint64>(i) * step);
        if (end > 0)
            QCOMPARE(static_cast<qint64>(ticks[i].column), ticks[i].at.ms * 84 / end);
    }
    QCOMPARE(ticks.size(), step == 0 ? 1U : static_cast<std::size_t>(end / step) + 1);
}

// 300 s in 60 cells of 5 s each.
void TestRunText::theCollisionIsDrawnAsItWas()
{
    const FinishedRun run = finishSeedCase("seed-collision");
    const std::string text = timelineText(run.report(), wide(19 + 8 + 60));
    const QString gap(27, ' ');
    QCOMPARE(lineOf(text, "node1.example.com"),
             "node1.example.com  node    " + QString(30, '=') + "off" + QString(27, '.'));
    QCOMPARE(lineOf(text, "service:meow"),
             QString("service:meow       record  ") + "node1?" + "node3" + QString(49, '='));
    QCOMPARE(lineBelow(text, "service:meow", 1),
             QString("                   runs    ") + "      " + "node3" + QString(49, '#'));
    QCOMPARE(lineBelow(text, "service:meow", 2), QString("                   events  R     >"));
    QCOMPARE(lineOf(text, "service:bark"), QString("service:bark       record  ") + "node1" +
                                               QString(25, '=') + "node2" + QString(25, '='));
}

void TestRunText::brokenRulesAreMarkedAndTold()
{
    const FinishedRun run = finishSeedCase("seed-boot-race");
    const std::string text = timelineText(run.report(), wide(87));
    QVERIFY(lineBelow(text, "service:bark", 1).endsWith(" node1" + QString(54, 'X')));
    const std::string summary = summaryText(run.report(), {});
    QVERIFY(QString::fromStdString(summary).contains(
        "kept apart no longer: service:bark, service:meow all ran on node1.example.com from 5s to "
        "5min (4min55s)\n"));
    QVERIFY(QString::fromStdString(summary).contains(
        "guard: let service:meow start beside service:bark on node1.example.com at 5s\n"));
}

void TestRunText::noLineIsWiderThanAsked_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {60, 80, 100, 132, 200})
        QTest::addRow("%d columns", width) << width;
}

void TestRunText::noLineIsWiderThanAsked()
{
    QFETCH(int, width);
    for (const char* name : {"seed-collision", "seed-ping-pong", "seed-host-prefix"}) {
        const FinishedRun run = finishSeedCase(name);
        const QString text = QString::fromStdString(timelineText(run.report(), wide(width)));
        for (const QString& line : text.split('\n')) {
            // The last label of the axis may stand out a little; the legend needs 80 columns.
            const bool isFixed = line.contains("  ") && width < 80;
            if (!isFixed || line.startsWith("service:"))
                QVERIFY2(line.size() <= width + 6, qPrintable(line));
        }
    }
}

void TestRunText::coloursAddNothingButColours()
{
    const FinishedRun run = finishSeedCase("seed-collision");
    TextStyle style;
    const QString plain = QString::fromStdString(timelineText(run.report(), style));
    style.colour = true;
    QString coloured = QString::fromStdString(timelineText(run.report(), style));
    QVERIFY(coloured.contains("\x1b[31m"));
    QVERIFY(!plain.contains('\x1b'));
    coloured.remove(QRegularExpression("\x1b\\[[0-9]*m"));
    QCOMPARE(coloured, plain);
}

void TestRunText::manyServicesAreShownOnlyIfThereIsSomethingToTell()
{
    const FinishedRun run = largeRun(61, {7, 40});
    QCOMPARE(servicesToShow(run.report(), {}), (std::vector<ServiceIndex>{7, 40}));
    const QString text = QString::fromStdString(timelineText(run.report(), {}));
    QVERIFY(text.contains("\nservice:s7 "));
    QVERIFY(!text.contains("\nservice:s8 "));
    QVERIFY(text.contains("... and 59 more services that started once and ran on; --all shows "));
}

void TestRunText::thereAreNeverTooManyServices()
{
    std::vector<ResourceIndex> dying;
    for (ResourceIndex resource = 0; resource < 70; ++resource)
        dying.push_back(resource);
    const FinishedRun run = largeRun(200, dying);
    QCOMPARE(servicesToShow(run.report(), {}).size(), 60U);
    QVERIFY(QString::fromStdString(timelineText(run.report(), {}))
                .contains("... and 140 more services, 10 of them with events; --all shows "));
}

void TestRunText::allShowsAll()
{
    const FinishedRun run = largeRun(200, {});
    TextStyle style;
    style.all = true;
    QCOMPARE(servicesToShow(run.report(), style).size(), 200U);
    QVERIFY(!QString::fromStdString(timelineText(run.report(), style)).contains("more services"));
    QCOMPARE(servicesToShow(largeRun(60, {}).report(), {}).size(), 60U);
}

void TestRunText::aRunWithoutLengthIsDrawn()
{
    Scenario scenario = bootAll(makeLargeCluster(2, 1, false), SimTime{});
    const FinishedRun run = finish(std::move(scenario));
    const std::string text = timelineText(run.report(), wide(60));
    QVERIFY(lineOf(text, "service:s0").contains("record  n1====="));
    QVERIFY(lineBelow(text, "service:s0", 1).contains("runs    n1#####"));
}

void TestRunText::shortOutagesOfNodesAreMarked()
{
    Scenario scenario = bootAll(makeLargeCluster(2, 1, false), SimTime::seconds(6000));
    scenario.plan.events.push_back(crashAt(3000, 1));
    scenario.plan.events.push_back(bootAt(3010, {1}));
    const FinishedRun run = finish(std::move(scenario));
    const std::string text = timelineText(run.report(), wide(20 + 60)); // a cell is 100 s
    QCOMPARE(lineOf(text, "n1"), "n1          node    " + QString(60, '='));
    QCOMPARE(lineOf(text, "n2"),
             "n2          node    " + QString(30, '=') + 'v' + QString(29, '='));
}

void TestRunText::theHeadNamesSeedAndSituation()
{
    Scenario scenario = bootAll(makeLargeCluster(2, 3, false), SimTime::seconds(90));
    scenario.seed = 77;
    scenario.title = "Two nodes";
    scenario.about = "Nothing happens.";
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(headText(run.report()),
             std::string("seed 77\nTwo nodes\nNothing happens.\n"
                         "2 nodes, 3 services, 1min30s, guard off, lowest-node-first\n"));
}

void TestRunText::theSummaryHasARowForEachServiceAndOneForAll()
{
    const FinishedRun run = finishSeedCase("seed-collision");
    const QStringList lines =
        QString::fromStdString(summaryText(run.report(), {})).split('\n', Qt::SkipEmptyParts);
    QVERIFY(lines[4].startsWith("moved: "));
    QCOMPARE(lines[2].simplified(),
             QString("service:meow started node3 node3 1 - 1 - 1 30s 30s 30s -"));
    QCOMPARE(lines[3].simplified(), QString("all 2 2 started 2 run 2 - 1 - 1 30s 30s 30s -"));
    for (qsizetype i = 1; i < 4; ++i)
        QCOMPARE(lines[i].size(), lines[0].size());
}

void TestRunText::logLinesLookLikeSyslog()
{
    const FinishedRun run = finishSeedCase("seed-collision");
    const QString log = QString::fromStdString(logText(run.scenario->cluster, run.rows()));
    QVERIFY(log.startsWith(
        "00:00:00 node1.example.com rgmanager: <notice> Starting stopped service service:bark\n"));
    QVERIFY(log.contains("00:02:30 node2.example.com rgmanager: <notice> Taking over service "
                         "service:bark from down member node1.example.com\n"));
    QCOMPARE(logText(run.scenario->cluster, run.rows(), 3), std::string());
}

void TestRunText::spansAreExact_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("span");
    QTest::addColumn<QString>("clock");
    QTest::newRow("0") << qint64{0} << "0s"
                       << "00:00:00";
    QTest::newRow("1 ms") << qint64{1} << "0.001s"
                          << "00:00:00.001";
    QTest::newRow("90.5 s") << qint64{90'500} << "1min30.5s"
                            << "00:01:30.500";
    QTest::newRow("1 h") << qint64{3'600'000} << "1h"
                         << "01:00:00";
    QTest::newRow("4 d") << qint64{4 * 86'400'000 + 60'000} << "4d1min"
                         << "96:01:00";
}

void TestRunText::spansAreExact()
{
    QFETCH(qint64, ms);
    QFETCH(QString, span);
    QFETCH(QString, clock);
    QCOMPARE(QString::fromStdString(spanText({ms})), span);
    QCOMPARE(QString::fromStdString(clockText({ms})), clock);
}

QTEST_GUILESS_MAIN(TestRunText)
#include "tst_run_text.moc"
