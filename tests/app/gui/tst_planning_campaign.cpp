#include "plots/bar_plot.h"
#include "plots/campaign_charts.h"
#include "support/campaign_desk.h"
#include "support/planning_export.h"
#include "views/campaign_view.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

using Desk = CampaignDesk<CampaignView>;

} // namespace

class TestPlanningCampaign : public QObject {
    Q_OBJECT

private slots:
    void withoutRatesItSaysWhatIsMissing();
    void anUnreadableTimeIsToldBeforeAnythingRuns();
    void showsTheSameNumbersAsTheEngine();
    void barsHaveTheTablesRowsAndAddUp();
    void stoppedItShowsTheRunsThatWereDone();
    void theAnswerIsWrittenAsJsonCsvAndText();
    void withoutAnAnswerNothingIsExported();
    void aPlotWithManyBarsIsScrolled();
    void aLegendTakesRoomOnlyWhereThereIsOne();
};

void TestPlanningCampaign::withoutRatesItSaysWhatIsMissing()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.ask(10);
    QVERIFY(!desk.view.task().isRunning());
    QVERIFY(!desk.view.bar().problems().isEmpty());
}

void TestPlanningCampaign::anUnreadableTimeIsToldBeforeAnythingRuns()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.giveRates();
    desk.type("nodeMttr", "soon");
    desk.ask(10);
    QVERIFY(!desk.view.task().isRunning());
    QVERIFY2(desk.view.bar().problems().contains("Repaired in"),
             qPrintable(desk.view.bar().problems()));
    desk.type("nodeMttr", "");
    desk.ask(10);
    QVERIFY2(desk.view.bar().problems().contains("both or none"),
             qPrintable(desk.view.bar().problems()));
}

void TestPlanningCampaign::showsTheSameNumbersAsTheEngine()
{
    Desk desk;
    QAbstractItemModelTester tester(&desk.view.model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(desk.open());
    desk.giveRates();
    desk.ask(20);
    QVERIFY(desk.wait());
    QVERIFY(desk.view.answer());
    const CampaignAnswer& answer = *desk.view.answer();
    const DefaultRates rates{SimDuration::seconds(90LL * 86400), SimDuration::seconds(4 * 3600),
                             SimDuration::seconds(60LL * 86400)};
    const Scenario campaign = campaignScenario(*desk.document.active().scenario, rates);
    const CampaignResult result = runCampaign(campaign, answer.options, {});
    const CampaignSummary expected = summarizeCampaign(campaign, answer.options, result.tally);
    QCOMPARE(desk.view.model().rowCount(), 2);
    QCOMPARE(answer.available(0).value, expected.services[0].available.value);
    QCOMPARE(answer.available(1).low, expected.services[1].available.low);
    QVERIFY(desk.view.bar().sentence().contains("200"));
    QVERIFY(desk.view.findChild<QTabWidget*>()->isVisible());
}

void TestPlanningCampaign::barsHaveTheTablesRowsAndAddUp()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.giveRates();
    desk.ask(20);
    QVERIFY(desk.wait());
    const CampaignAnswer& answer = *desk.view.answer();
    const BarData nines = availabilityBars(answer);
    const BarData causes = downtimeBars(answer);
    QCOMPARE(nines.bars.size(), qsizetype(2));
    QCOMPARE(causes.bars.size(), qsizetype(2));
    for (int row = 0; row < 2; ++row) {
        const PlotBar& bar = nines.bars[row];
        QVERIFY(bar.low <= bar.parts[0] && bar.parts[0] <= bar.high);
        double downtime = 0;
        for (const double part : causes.bars[row].parts)
            downtime += part;
        const double expected =
            (1 - answer.available(static_cast<std::size_t>(row)).value) * campaignYear.toSeconds();
        QVERIFY2(std::abs(downtime - expected) < 1, qPrintable(QString::number(downtime)));
        double outages = 0;
        for (const PlotBar& length : outageBars(answer, static_cast<std::size_t>(row)).bars)
            outages += length.parts[0];
        QVERIFY(std::abs(outages - answer.outages(static_cast<std::size_t>(row)).perYear) < 0.01);
    }
}

void TestPlanningCampaign::stoppedItShowsTheRunsThatWereDone()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.giveRates();
    desk.ask(1'000'000);
    QVERIFY(QTest::qWaitFor([&] { return desk.view.task().done() > 0; }, Desk::patience));
    QTest::mouseClick(desk.view.findChild<QPushButton*>("stop"), Qt::LeftButton);
    QVERIFY(desk.wait());
    QVERIFY(desk.view.answer()->isPartial);
    QVERIFY(desk.view.answer()->summary.runs < 1'000'000);
    QVERIFY2(desk.view.bar().sentence().contains("stopped"),
             qPrintable(desk.view.bar().sentence()));
}

void TestPlanningCampaign::theAnswerIsWrittenAsJsonCsvAndText()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.giveRates();
    desk.ask(5);
    QVERIFY(desk.wait());
    QTemporaryDir folder;
    const auto written = [&](const char* name) {
        return exportedText(desk.view.bar(), folder.filePath(name));
    };
    QVERIFY(written("a.json").contains("\"cluster_years\""));
    QVERIFY(written("a.txt").startsWith("campaign "));
    const QByteArray table = written("a.csv");
    QCOMPARE(table.count('\n'), qsizetype(3));
    QVERIFY(table.startsWith("Service,Availability,"));
}

void TestPlanningCampaign::withoutAnAnswerNothingIsExported()
{
    Desk desk;
    QVERIFY(desk.open());
    auto* button = desk.view.findChild<QPushButton*>("export");
    QVERIFY(!button->isVisible());
    desk.giveRates();
    desk.ask(10);
    QVERIFY(desk.wait());
    QVERIFY(button->isVisible() && button->isEnabled());
    QVERIFY(desk.open());
    QVERIFY(!button->isVisible());
}

void TestPlanningCampaign::aPlotWithManyBarsIsScrolled()
{
    BarPlot plot;
    BarData data;
    data.series = {"a"};
    constexpr int bars = 500;
    for (int i = 0; i < bars; ++i)
        data.bars << PlotBar{QString::number(i), {double(i)}, 0, 0, QString::number(i)};
    plot.setData(data);
    plot.resize(600, 300);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    const int middle = plot.height() / 2;
    const int before = plot.barAt(middle);
    QVERIFY(before >= 0 && before < 20);
    auto* scroll = plot.findChild<QScrollBar*>();
    QVERIFY(scroll->isVisible());
    scroll->setValue(400);
    QCOMPARE(plot.barAt(middle), before + 400);
}

void TestPlanningCampaign::aLegendTakesRoomOnlyWhereThereIsOne()
{
    BarPlot plot;
    plot.resize(600, 300);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    const auto heightOfBars = [&plot](const QStringList& series) {
        BarData data;
        data.series = series;
        for (int i = 0; i < 3; ++i)
            data.bars << PlotBar{QString::number(i), {1.0, 1.0}, 0, 0, {}};
        plot.setData(data);
        QTest::qWait(50); // drawing is queued
        int height = 0;
        for (int y = 0; y < plot.height(); ++y)
            height += plot.barAt(y) >= 0 ? 1 : 0;
        return height;
    };
    const int without = heightOfBars({"a"});
    const int with = heightOfBars({"a", "b"});
    QVERIFY2(with + plot.fontMetrics().height() <= without,
             qPrintable(QString("%1 and %2").arg(with).arg(without)));
    QCOMPARE(heightOfBars({}), without);
    QCOMPARE(heightOfBars({"a", "b"}), with);
    // Not more is lost without one than the axis and its numbers need.
    QVERIFY(plot.height() - without < plot.fontMetrics().height() * 4);
}

QTEST_MAIN(TestPlanningCampaign)
#include "tst_planning_campaign.moc"
