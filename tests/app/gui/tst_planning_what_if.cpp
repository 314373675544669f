#include "plots/bar_plot.h"
#include "plots/what_if_chart.h"
#include "support/campaign_desk.h"
#include "support/planning_export.h"
#include "views/what_if_view.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

using Desk = CampaignDesk<WhatIfView>;

class TestPlanningWhatIf : public QObject {
    Q_OBJECT

private slots:
    void withoutRatesItSaysWhatIsMissing();
    void showsEveryChangeOnceTheBestFirst();
    void barsPointToTheSideOfTheirSign();
    void stoppedItShowsTheRunsThatWereDone();
    void theAnswerIsWrittenAsJsonCsvAndText();
};

void TestPlanningWhatIf::withoutRatesItSaysWhatIsMissing()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.ask(10);
    QVERIFY(!desk.view.task().isRunning());
    QVERIFY(!desk.view.bar().problems().isEmpty());
    QVERIFY(!desk.view.findChild<QTabWidget*>()->isVisible());
}

void TestPlanningWhatIf::showsEveryChangeOnceTheBestFirst()
{
    Desk desk;
    QAbstractItemModelTester tester(&desk.view.model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(desk.open());
    desk.giveRates();
    desk.ask(4);
    QVERIFY(desk.wait());
    QVERIFY(desk.view.answer());
    const WhatIfAnswer& answer = *desk.view.answer();
    WhatIfModel& model = desk.view.model();
    QCOMPARE(model.rowCount(), static_cast<int>(whatIfChanges));
    QSet<QString> changes;
    for (int row = 0; row < model.rowCount(); ++row)
        changes.insert(model.index(row, WhatIfModel::Change).data().toString());
    QCOMPARE(changes.size(), static_cast<qsizetype>(whatIfChanges));
    const auto best = bestFirst(answer.result);
    QCOMPARE(model.index(0, WhatIfModel::Change).data().toString(),
             changeWords(best.front()->change));
    QCOMPARE(model.index(0, WhatIfModel::Saves).data().toString(),
             savingWords(savingOf(best.front()->all, answer.options.years).value));
    // The last rows are those that could not be tried, each with its reason.
    const int last = model.rowCount() - 1;
    QVERIFY(model.index(last, WhatIfModel::Saves).data().toString().isEmpty());
    QVERIFY(!model.index(last, WhatIfModel::Remark).data().toString().isEmpty());
    QVERIFY(desk.view.bar().sentence().contains("40"));
}

void TestPlanningWhatIf::barsPointToTheSideOfTheirSign()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.giveRates();
    desk.ask(4);
    QVERIFY(desk.wait());
    const BarData data = savingBars(*desk.view.answer());
    QCOMPARE(data.bars.size(),
             static_cast<qsizetype>(bestFirst(desk.view.answer()->result).size()));
    QVERIFY(data.bars.first().parts.first() > 0);
    QVERIFY(data.bars.last().parts.first() < 0);
    for (const PlotBar& bar : data.bars) {
        QVERIFY(bar.low <= bar.parts.first() && bar.parts.first() <= bar.high);
        QVERIFY2(bar.tip.contains(bar.name), qPrintable(bar.tip));
    }
    QCOMPARE(desk.view.plot().data().bars.size(), data.bars.size());
    QVERIFY(data.valueText(-90).startsWith('-'));
}

void TestPlanningWhatIf::stoppedItShowsTheRunsThatWereDone()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.giveRates();
    desk.ask(100'000);
    QVERIFY(QTest::qWaitFor([&] { return desk.view.task().done() > 0; }, Desk::patience));
    QTest::mouseClick(desk.view.findChild<QPushButton*>("stop"), Qt::LeftButton);
    QVERIFY(desk.wait());
    QVERIFY(desk.view.answer() && desk.view.answer()->result.wasCancelled);
    QVERIFY(desk.view.model().rowCount() > 0);
}

void TestPlanningWhatIf::theAnswerIsWrittenAsJsonCsvAndText()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.giveRates();
    desk.ask(2);
    QVERIFY(desk.wait());
    QTemporaryDir folder;
    const WhatIfReport report = desk.view.answer()->report();
    const PlanningBar& bar = desk.view.bar();
    QCOMPARE(exportedText(bar, folder.filePath("a.json")).toStdString(), whatIfJson(report));
    QCOMPARE(exportedText(bar, folder.filePath("a.csv")).toStdString(), whatIfCsv(report));
    QCOMPARE(exportedText(bar, folder.filePath("a.txt")).toStdString(), whatIfText(report));
}

QTEST_MAIN(TestPlanningWhatIf)
#include "tst_planning_what_if.moc"
