#include "formats/input_file.h"
#include "planning/base_scenario.h"
#include "planning/trial.h"
#include "session/playback.h"
#include "support/planning_export.h"
#include "views/layout_comparison_view.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

constexpr int patience = 60'000;

QString shipped(const QString& scenario)
{
    return QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/") + scenario + ".json";
}

struct Desk {
    Document document;
    Playback playback{document};
    LayoutComparisonView view{document, playback};

    bool open(const QString& scenario)
    {
        view.resize(1100, 500);
        view.show();
        return !document.openExample(":/rgsim/scenarios/" + scenario + ".json").hasErrors();
    }
    template <typename Widget>
    Widget* part(const char* name)
    {
        return view.findChild<Widget*>(QString::fromLatin1(name));
    }
    bool compareWith(const QString& path)
    {
        part<QLineEdit>("file")->setText(path);
        QTest::mouseClick(part<QPushButton>("ask"), Qt::LeftButton);
        return QTest::qWaitFor([this] { return !view.task().isRunning(); }, patience);
    }
    bool waitForRun()
    {
        return QTest::qWaitFor([this] { return !document.isComputing(); }, patience);
    }
    int rows() { return view.model().rowCount(); }
    Verdict verdict(int row) { return view.model().outcomeAt(row).judgement.verdict; }
};

} // namespace

class TestPlanningCompare : public QObject {
    Q_OBJECT

private slots:
    void asksNothingWithoutAFile();
    void aFileThatCannotBeReadIsTold();
    void layoutsWithNothingInCommonAreTold();
    void equalLayoutsHaveNoChanges();
    void changesAreListedTheWorseFirst();
    void bothSidesOpenWithTheRunsThatWereCompared();
    void theAnswerIsWrittenToFiles();
    void anotherDocumentForgetsTheAnswer();
};

void TestPlanningCompare::asksNothingWithoutAFile()
{
    Desk desk;
    desk.view.show();
    QVERIFY(!desk.part<QPushButton>("ask")->isEnabled());
    QVERIFY(desk.open("guard/collision_sequence"));
    QTest::mouseClick(desk.part<QPushButton>("ask"), Qt::LeftButton);
    QVERIFY(!desk.view.task().isRunning());
    QVERIFY(desk.view.bar().problems().contains("No file was chosen"));
}

void TestPlanningCompare::aFileThatCannotBeReadIsTold()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    QVERIFY(desk.compareWith("no/such/file.conf"));
    QVERIFY2(desk.view.bar().problems().contains("no/such/file.conf"),
             qPrintable(desk.view.bar().problems()));
    QCOMPARE(desk.rows(), 0);
    QVERIFY(!desk.part<QPushButton>("export")->isVisible());
}

void TestPlanningCompare::layoutsWithNothingInCommonAreTold()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    QVERIFY(desk.compareWith(shipped("resources/nfs_cluster")));
    QVERIFY2(desk.view.bar().problems().contains("of the same name"),
             qPrintable(desk.view.bar().problems()));
}

void TestPlanningCompare::equalLayoutsHaveNoChanges()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    QVERIFY(desk.compareWith(shipped("guard/collision_sequence")));
    QCOMPARE(desk.rows(), 0);
    QVERIFY2(desk.view.bar().sentence().contains("0 worse, 0 better, 0 moved, 18 the same"),
             qPrintable(desk.view.bar().sentence()));
    QCOMPARE(desk.view.windowTitle(), QString("Compare (0)"));
    desk.part<QComboBox>("show")->setCurrentIndex(2);
    QCOMPARE(desk.rows(), 18);
}

void TestPlanningCompare::changesAreListedTheWorseFirst()
{
    Desk desk;
    QAbstractItemModelTester tester(&desk.view.model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(desk.open("guard/collision_sequence"));
    QVERIFY(desk.compareWith(shipped("guard/default_recovery")));
    QVERIFY(desk.rows() > 0);
    QCOMPARE(desk.verdict(0), Verdict::Worse);
    for (int row = 1; row < desk.rows(); ++row)
        QVERIFY(desk.verdict(row) != Verdict::Same);
    const QString details = desk.part<QLabel>("details")->text();
    QVERIFY2(details.contains("worse, "), qPrintable(details));
    desk.part<QComboBox>("show")->setCurrentIndex(1);
    for (int row = 0; row < desk.rows(); ++row)
        QCOMPARE(desk.verdict(row), Verdict::Worse);
    QCOMPARE(desk.view.windowTitle(), QString("Compare (%1)").arg(desk.rows()));
    QCOMPARE(desk.view.model().index(0, LayoutChangesModel::What).data().toString(),
             QString("worse"));
}

void TestPlanningCompare::bothSidesOpenWithTheRunsThatWereCompared()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    const QString other = shipped("guard/default_recovery");
    QVERIFY(desk.compareWith(other));
    const Scenario here = *desk.view.task().answered()->scenario;
    const Scenario there = loadInput(other.toStdString())->file.scenario;
    const ComparedFailure failure = desk.view.model().failureAt(0);
    for (const bool isFirst : {true, false}) {
        desk.view.findChild<QTableView*>()->selectRow(0);
        QTest::mouseClick(desk.part<QPushButton>(isFirst ? "openFirst" : "openSecond"),
                          Qt::LeftButton);
        desk.playback.pause();
        QVERIFY(desk.waitForRun());
        QCOMPARE(desk.document.activeBranch(), BranchId::Fork);
        const Trial trial = makeTrial(baseScenario(isFirst ? here : there),
                                      isFirst ? failure.first : failure.second);
        QCOMPARE(desk.document.run()->fingerprint, trial.fingerprint);
    }
    QCOMPARE(desk.document.undoStack().count(), 2);
    QVERIFY(!desk.view.task().isOutOfDate());
}

void TestPlanningCompare::theAnswerIsWrittenToFiles()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    QVERIFY(desk.compareWith(shipped("guard/default_recovery")));
    QTemporaryDir folder;
    const auto written = [&](const char* name) {
        return exportedText(desk.view.bar(), folder.filePath(name));
    };
    QVERIFY(written("a.html").contains("Two layouts compared"));
    QVERIFY(written("a.html").contains("default_recovery.json"));
    QVERIFY(written("a.json").contains("\"worse\""));
    QVERIFY(written("a.txt").startsWith("first "));
    QCOMPARE(written("a.csv").count('\n'), desk.rows() + 1);
}

void TestPlanningCompare::anotherDocumentForgetsTheAnswer()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    QVERIFY(desk.compareWith(shipped("guard/default_recovery")));
    QVERIFY(desk.open("guard/no_rule"));
    QCOMPARE(desk.rows(), 0);
    QVERIFY(!desk.part<QPushButton>("openSecond")->isEnabled());
    QCOMPARE(desk.view.windowTitle(), QString("Compare"));
}

QTEST_MAIN(TestPlanningCompare)
#include "tst_planning_compare.moc"
