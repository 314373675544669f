#include "session/planning_case.h"
#include "session/playback.h"
#include "support/planning_export.h"
#include "views/hazards_view.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

constexpr int patience = 60'000;

// A document with a view of it, and an answer about one of the shipped scenarios.
struct Desk {
    Document document;
    Playback playback{document};
    HazardsView view{document, playback};

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
    void ask(int failures)
    {
        part<QSpinBox>("failures")->setValue(failures);
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
    QString text(int row, HazardsModel::Column column)
    {
        return view.model().index(row, column).data().toString();
    }
};

} // namespace

class TestPlanningHazards : public QObject {
    Q_OBJECT

private slots:
    void asksNothingWhileThereIsNoDraft();
    void listsWhatTheSearchFindsAndExplainsTheChosenOne();
    void aCaseIsOpenedAsASecondBranchWithTheSameRun();
    void theRemedyIsOneEditAndTheAnswerIsOldThen();
    void eventsOfTheScenarioDoNotMakeTheAnswerOld();
    void aStoppedSearchTellsWhatItHas();
    void linesLeadToWhatIsConfiguredThere();
    void theAnswerIsWrittenToFiles();
    void anotherDocumentForgetsTheAnswer();
};

void TestPlanningHazards::asksNothingWhileThereIsNoDraft()
{
    Desk desk;
    desk.view.show();
    QVERIFY(!desk.part<QPushButton>("ask")->isEnabled());
    QVERIFY(!desk.part<QPushButton>("openCase")->isEnabled());
    desk.view.ask();
    QVERIFY(!desk.view.task().isRunning());
}

void TestPlanningHazards::listsWhatTheSearchFindsAndExplainsTheChosenOne()
{
    Desk desk;
    QAbstractItemModelTester tester(&desk.view.model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(desk.open("guard/default_recovery"));
    desk.ask(0);
    QVERIFY(desk.part<QPushButton>("stop")->isVisible());
    QVERIFY(desk.wait());
    QCOMPARE(desk.view.model().rowCount(), 1);
    QCOMPARE(desk.text(0, HazardsModel::Name), QString("never-leaves"));
    QCOMPARE(desk.text(0, HazardsModel::Services), QString("service:meow"));
    const QString details = desk.view.findChild<QTextBrowser*>()->toPlainText();
    QVERIFY2(details.contains("recovery=\"relocate\" on service:meow"), qPrintable(details));
    QVERIFY(desk.view.bar().sentence().contains("tried: 1."));
    QCOMPARE(desk.view.windowTitle(), QString("Hazards (1)"));
}

void TestPlanningHazards::aCaseIsOpenedAsASecondBranchWithTheSameRun()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    desk.ask(1);
    QVERIFY(desk.wait());
    auto* table = desk.view.findChild<QTableView*>();
    QVERIFY(desk.view.model().rowCount() > 1);
    for (int row = 0; row < desk.view.model().rowCount(); ++row) {
        table->selectRow(row);
        QTest::mouseClick(desk.part<QPushButton>("openCase"), Qt::LeftButton);
        QVERIFY(desk.playback.isPlaying());
        desk.playback.pause();
        QVERIFY(desk.waitForRun());
        QCOMPARE(desk.document.activeBranch(), BranchId::Fork);

        QCOMPARE(desk.document.run()->fingerprint, desk.view.model().hazardAt(row)->fingerprint);
        QVERIFY(!desk.view.task().isOutOfDate());
    }
    const int steps = desk.document.undoStack().count();
    QCOMPARE(steps, desk.view.model().rowCount()); // one for each case
    for (int i = 0; i < steps; ++i)
        desk.document.undoStack().undo();
    QVERIFY(!desk.document.hasFork());
}

void TestPlanningHazards::theRemedyIsOneEditAndTheAnswerIsOldThen()
{
    Desk desk;
    QVERIFY(desk.open("guard/default_recovery"));
    desk.ask(0);
    QVERIFY(desk.wait());
    const ScenarioDraft before = desk.document.draft();
    QTest::mouseClick(desk.part<QPushButton>("applyRemedy"), Qt::LeftButton);
    QCOMPARE(desk.document.undoStack().count(), 1);
    QCOMPARE(desk.document.draft().value("cluster.services[1].recovery").toString(),
             QString("relocate"));
    QVERIFY(desk.view.task().isOutOfDate());
    QVERIFY(desk.part<QWidget>("outOfDate")->isVisible());
    QVERIFY(!desk.part<QPushButton>("applyRemedy")->isEnabled());
    QTest::mouseClick(desk.part<QPushButton>("ask"), Qt::LeftButton);
    QVERIFY(desk.wait());
    QVERIFY(!desk.view.task().isOutOfDate());
    for (int row = 0; row < desk.view.model().rowCount(); ++row)
        QVERIFY(desk.text(row, HazardsModel::Name) != "never-leaves");
    desk.document.undoStack().undo();
    QVERIFY(desk.document.draft() == before);
    QVERIFY(desk.view.task().isOutOfDate());
}

void TestPlanningHazards::eventsOfTheScenarioDoNotMakeTheAnswerOld()
{
    Desk desk;
    QVERIFY(desk.open("guard/default_recovery"));
    desk.ask(0);
    QVERIFY(desk.wait());
    PlanEvent crash;
    crash.at = SimTime::seconds(100);
    crash.kind = PlanKind::Crash;
    crash.node = 0;
    desk.document.act("Crash", crash);
    QVERIFY(!desk.view.task().isOutOfDate());
    desk.document.edit("Add", [](ScenarioDraft& draft) { draft.addService("purr"); });
    QVERIFY(desk.view.task().isOutOfDate());
    desk.document.undoStack().undo();
    QVERIFY(!desk.view.task().isOutOfDate());
}

void TestPlanningHazards::aStoppedSearchTellsWhatItHas()
{
    Desk desk;
    QVERIFY(desk.open("large/data_centre"));
    desk.ask(1);
    QVERIFY(desk.view.task().isRunning());
    QTest::mouseClick(desk.part<QPushButton>("stop"), Qt::LeftButton);
    QVERIFY(desk.wait());
    QVERIFY2(desk.view.bar().sentence().contains("stopped"),
             qPrintable(desk.view.bar().sentence()));
    QVERIFY(desk.part<QPushButton>("ask")->isEnabled());
}

void TestPlanningHazards::linesLeadToWhatIsConfiguredThere()
{
    Desk desk;
    QVERIFY(desk.open("guard/default_recovery"));
    desk.ask(0);
    QVERIFY(desk.wait());
    QString revealed;
    connect(&desk.document, &Document::revealRequested, &desk.document,
            [&revealed](const QString& path) { revealed = path; });
    const int line = desk.view.model().hazardAt(0)->hazard.lines.front();
    QVERIFY(desk.view.findChild<QTextBrowser*>()->toHtml().contains("line:"));
    emit desk.view.findChild<QTextBrowser*>()->anchorClicked(QUrl(QString("line:%1").arg(line)));
    QVERIFY2(revealed.startsWith("cluster.services["), qPrintable(revealed));
    QCOMPARE(desk.document.selection().kind, Selection::Kind::Service);
}

void TestPlanningHazards::theAnswerIsWrittenToFiles()
{
    Desk desk;
    QVERIFY(desk.open("guard/default_recovery"));
    desk.ask(0);
    QVERIFY(desk.wait());
    QTemporaryDir folder;
    const auto written = [&](const char* name) {
        return exportedText(desk.view.bar(), folder.filePath(name));
    };
    QVERIFY(written("a.json").contains("\"never-leaves\""));
    QVERIFY(written("a.txt").startsWith("1. never-leaves"));
    QVERIFY(desk.view.bar().exportTo(folder.filePath("no/such/a.json")).hasErrors());
}

void TestPlanningHazards::anotherDocumentForgetsTheAnswer()
{
    Desk desk;
    QVERIFY(desk.open("guard/default_recovery"));
    desk.ask(0);
    QVERIFY(desk.wait());
    QVERIFY(desk.open("guard/no_rule"));
    QCOMPARE(desk.view.model().rowCount(), 0);
    QVERIFY(!desk.view.task().answered());
    QCOMPARE(desk.view.windowTitle(), QString("Hazards"));
}

QTEST_MAIN(TestPlanningHazards)
#include "tst_planning_hazards.moc"
