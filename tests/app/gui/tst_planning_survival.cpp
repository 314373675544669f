#include "session/playback.h"
#include "support/cluster_factory.h"
#include "support/planning_export.h"
#include "views/heat_delegate.h"
#include "views/survival_view.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

constexpr int patience = 60'000;

struct Desk {
    Document document;
    Playback playback{document};
    SurvivalView view{document, playback};

    bool open(const QString& scenario)
    {
        view.resize(1000, 500);
        view.show();
        return !document.openExample(":/rgsim/scenarios/" + scenario + ".json").hasErrors();
    }
    template <typename Widget>
    Widget* part(const char* name)
    {
        return view.findChild<Widget*>(QString::fromLatin1(name));
    }
    void ask(int failures = 1)
    {
        part<QComboBox>("failures")->setCurrentIndex(failures - 1);
        QTest::mouseClick(part<QPushButton>("ask"), Qt::LeftButton);
    }
    bool wait()
    {
        return QTest::qWaitFor([this] { return !view.task().isRunning(); }, patience);
    }
    bool waitForRun()
    {
        return QTest::qWaitFor([this] { return !document.isComputing(); }, patience);
    }
    void asTried() { part<QComboBox>("order")->setCurrentIndex(1); }
    HeatCell cell(int row, int column)
    {
        return view.model().index(row, column).data(SurvivalModel::HeatRole).value<HeatCell>();
    }
};

} // namespace

class TestPlanningSurvival : public QObject {
    Q_OBJECT

private slots:
    void asksNothingWhileThereIsNoDraft();
    void eachFailureIsARowAndEachServiceAColumn();
    void cellsSayWhatTheColoursSay();
    void classesOfDowntimeHaveLimits_data();
    void classesOfDowntimeHaveLimits();
    void coloursCanBeToldApartByLightnessAlone_data();
    void coloursCanBeToldApartByLightnessAlone();
    void returnOpensTheChosenFailureWithTheSameRun();
    void pairsOfFailuresAreTriedOnDemand();
    void whatIsSurvivedCanBeLeftOut();
    void theAnswerIsWrittenToFiles();
    void anotherDocumentForgetsTheAnswer();
    void aStoppedSearchTellsWhatItHas();
    void manyCellsScrollSmoothly();
};

void TestPlanningSurvival::asksNothingWhileThereIsNoDraft()
{
    Desk desk;
    desk.view.show();
    QVERIFY(!desk.part<QPushButton>("ask")->isEnabled());
    desk.view.ask();
    QVERIFY(!desk.view.task().isRunning());
    QVERIFY(!desk.view.map()->isVisible());
}

void TestPlanningSurvival::eachFailureIsARowAndEachServiceAColumn()
{
    Desk desk;
    QAbstractItemModelTester tester(&desk.view.model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(desk.open("guard/collision_sequence"));
    desk.ask();
    QVERIFY(desk.wait());
    QCOMPARE(desk.view.model().rowCount(), 9); // cold, 3 crashes, 2 deaths, 3 cut off
    QCOMPARE(desk.view.model().columnCount(), 2);
    desk.asTried();
    const auto& model = desk.view.model();
    QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(),
             QString("a cold start"));
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QString("meow"));
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString(),
             QString("service:meow"));
    QVERIFY(desk.view.bar().sentence().contains("cold start: 9"));
    QCOMPARE(desk.view.windowTitle(), QString("Survival (0)"));
}

void TestPlanningSurvival::cellsSayWhatTheColoursSay()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    desk.ask();
    QVERIFY(desk.wait());
    desk.asTried();
    const auto& model = desk.view.model();
    // At the cold start meow is a phantom for 30 s, then it runs on node3.
    const QModelIndex cold = model.index(0, 1);
    QCOMPARE(cold.data().toString(), QString("node3 30s"));
    QCOMPARE(desk.cell(0, 1).heat, Heat::To30s);
    QVERIFY(desk.cell(0, 1).isPhantom);
    QVERIFY(!desk.cell(0, 1).breaksRule);
    const QString words = cold.data(Qt::ToolTipRole).toString();
    QVERIFY2(words.contains("service:meow runs on node3.example.com, was down for 30s, "
                            "phantom for 30s"),
             qPrintable(words));
    desk.view.map()->setCurrentIndex(cold);
    QCOMPARE(desk.part<QLabel>("details")->text(), words);
    QCOMPARE(cold.data(Qt::AccessibleTextRole).toString(), words);
}

void TestPlanningSurvival::classesOfDowntimeHaveLimits_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<int>("heat");
    QTest::newRow("none") << qint64(0) << int(Heat::None);
    QTest::newRow("a little") << qint64(1) << int(Heat::To10s);
    QTest::newRow("10 s") << qint64(10'000) << int(Heat::To10s);
    QTest::newRow("over 10 s") << qint64(10'001) << int(Heat::To30s);
    QTest::newRow("30 s") << qint64(30'000) << int(Heat::To30s);
    QTest::newRow("a minute") << qint64(60'000) << int(Heat::To1min);
    QTest::newRow("two minutes") << qint64(120'000) << int(Heat::To2min);
    QTest::newRow("five minutes") << qint64(300'000) << int(Heat::To5min);
    QTest::newRow("over five") << qint64(300'001) << int(Heat::Longer);
}

void TestPlanningSurvival::classesOfDowntimeHaveLimits()
{
    QFETCH(qint64, ms);
    FailureOutcome outcome;
    outcome.downtime = SimDuration::milliseconds(ms);
    QTEST(int(heatOf(outcome)), "heat");
    for (const ServiceEnd end : {ServiceEnd::Down, ServiceEnd::Circles}) {
        outcome.end = end;
        QCOMPARE(heatOf(outcome), Heat::Gone);
    }
}

void TestPlanningSurvival::coloursCanBeToldApartByLightnessAlone_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << QPalette(Qt::black, Qt::white, Qt::white, Qt::darkGray, Qt::gray,
                                       Qt::black, Qt::white, Qt::white, Qt::white);
    QTest::newRow("dark") << QPalette(Qt::white, Qt::black, Qt::black, Qt::darkGray, Qt::gray,
                                      Qt::white, Qt::black, Qt::black, Qt::black);
}

void TestPlanningSurvival::coloursCanBeToldApartByLightnessAlone()
{
    QFETCH(QPalette, palette);
    const bool isDark = LookBook(palette).isDark();
    for (int i = 0; i + 1 < heats; ++i) {
        const int here = qGray(heatLook(static_cast<Heat>(i), palette).fill.rgb());
        const int next = qGray(heatLook(static_cast<Heat>(i + 1), palette).fill.rgb());
        const int step = isDark ? next - here : here - next;
        QVERIFY2(step >= 10, qPrintable(QString("class %1: %2, %3").arg(i).arg(here).arg(next)));
    }
}

void TestPlanningSurvival::returnOpensTheChosenFailureWithTheSameRun()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    desk.ask();
    QVERIFY(desk.wait());
    for (const int row : {0, 3, 8}) {
        desk.view.map()->setCurrentIndex(desk.view.model().index(row, 1));
        QTest::keyClick(desk.view.map(), Qt::Key_Return);
        QVERIFY(desk.playback.isPlaying());
        desk.playback.pause();
        QVERIFY(desk.waitForRun());
        QCOMPARE(desk.document.activeBranch(), BranchId::Fork);
        QCOMPARE(desk.document.run()->fingerprint, desk.view.model().failureAt(row).fingerprint);
        QCOMPARE(desk.document.selection().name, QString("service:meow"));
        QVERIFY(!desk.view.task().isOutOfDate());
    }
    QCOMPARE(desk.document.undoStack().count(), 3);
}

void TestPlanningSurvival::pairsOfFailuresAreTriedOnDemand()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    desk.ask(2);
    QVERIFY(desk.wait());
    const int rows = desk.view.model().rowCount();
    QVERIFY(rows > 9);
    desk.asTried();
    QCOMPARE(desk.view.model().failureAt(rows - 1).events.size(), std::size_t{2});
    QVERIFY(desk.view.model().lost() > 0);
    const QString name =
        desk.view.model().headerData(rows - 1, Qt::Vertical, Qt::DisplayRole).toString();
    QVERIFY2(name.contains(", then ") && !name.contains(".example"), qPrintable(name));
    QVERIFY(desk.view.model()
                .headerData(rows - 1, Qt::Vertical, Qt::ToolTipRole)
                .toString()
                .contains(".example.com"));
}

void TestPlanningSurvival::whatIsSurvivedCanBeLeftOut()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    desk.ask(2);
    QVERIFY(desk.wait());
    QVERIFY(!desk.view.model().failureAt(0).isSurvived()); // the worst first
    const int all = desk.view.model().rowCount();
    desk.part<QCheckBox>("onlyLost")->click();
    QCOMPARE(desk.view.model().rowCount(), desk.view.model().lost());
    QVERIFY(desk.view.model().rowCount() < all);
    for (int row = 0; row < desk.view.model().rowCount(); ++row)
        QVERIFY(!desk.view.model().failureAt(row).isSurvived());
    desk.part<QCheckBox>("onlyLost")->click();
    QCOMPARE(desk.view.model().rowCount(), all);
}

void TestPlanningSurvival::theAnswerIsWrittenToFiles()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    desk.ask();
    QVERIFY(desk.wait());
    QTemporaryDir folder;
    const auto written = [&](const char* name) {
        return exportedText(desk.view.bar(), folder.filePath(name));
    };
    QVERIFY(written("a.json").contains("\"a cold start\""));
    QVERIFY(written("a.txt").startsWith("worst first:"));
    const QByteArray table = written("a.csv");
    QVERIFY2(table.startsWith(",bark,meow\n"), table.constData());
    QCOMPARE(table.count('\n'), 10);
}

void TestPlanningSurvival::anotherDocumentForgetsTheAnswer()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    desk.ask();
    QVERIFY(desk.wait());
    QVERIFY(desk.view.map()->isVisible());
    QVERIFY(desk.open("guard/no_rule"));
    QCOMPARE(desk.view.model().rowCount(), 0);
    QVERIFY(!desk.view.map()->isVisible());
    QVERIFY(desk.part<QLabel>("details")->text().isEmpty());
    QCOMPARE(desk.view.windowTitle(), QString("Survival"));
}

void TestPlanningSurvival::aStoppedSearchTellsWhatItHas()
{
    Desk desk;
    QVERIFY(desk.open("large/data_centre"));
    desk.ask(2);
    QVERIFY(desk.view.task().isRunning());
    QTest::mouseClick(desk.part<QPushButton>("stop"), Qt::LeftButton);
    QVERIFY(desk.wait());
    QVERIFY2(desk.view.bar().sentence().contains("stopped"),
             qPrintable(desk.view.bar().sentence()));
}

// 300 failures of 100 services, as they would look after a search.
void TestPlanningSurvival::manyCellsScrollSmoothly()
{
    const auto scenario = std::make_shared<Scenario>(
        support::bootAll(support::makeLargeCluster(16, 100, false), SimTime::seconds(60)));
    auto report = std::make_shared<SurviveReport>();
    constexpr int rows = 300;
    for (int row = 0; row < rows; ++row) {
        SurvivedFailure failure;
        PlanEvent event;
        event.kind = PlanKind::Crash;
        event.node = static_cast<NodeIndex>(row % 16);
        failure.events = {event};
        for (int i = 0; i < 100; ++i) {
            SurvivedService service;
            service.outcome.node = static_cast<NodeIndex>((row + i) % 16);
            service.outcome.downtime = SimDuration::seconds((row * 7 + i * 13) % 400);
            service.outcome.end = (row + i) % 17 == 0 ? ServiceEnd::Down : ServiceEnd::Runs;
            failure.services.push_back(service);
        }
        report->failures.push_back(failure);
    }
    SurvivalModel model;
    model.setReport(report, scenario);
    QTableView map;
    map.setModel(&model);
    map.setItemDelegate(new HeatDelegate(&map));
    map.resize(1400, 900);
    map.show();
    QVERIFY(QTest::qWaitForWindowExposed(&map));
    QElapsedTimer timer;
    qint64 worst = 0;
    for (int i = 0; i <= 40; ++i) {
        timer.start();
        map.verticalScrollBar()->setValue(map.verticalScrollBar()->maximum() * i / 40);
        map.horizontalScrollBar()->setValue(map.horizontalScrollBar()->maximum() * i / 40);
        map.viewport()->repaint();
        worst = std::max(worst, timer.elapsed());
    }
    qInfo("the slowest of 41 whole repaints: %lld ms", worst);
    QVERIFY(map.verticalScrollBar()->value() > 0);
    // A generous limit: the machine may be busy. Measuring all cells would take seconds.
    QVERIFY2(worst < 500, qPrintable(QString("%1 ms").arg(worst)));
}

QTEST_MAIN(TestPlanningSurvival)
#include "tst_planning_survival.moc"
