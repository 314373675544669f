#include "session/playback.h"
#include "support/planning_export.h"
#include "views/explore_view.h"
#include "views/property_editor.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

constexpr int patience = 60'000;

// A document with a view of it, and an answer about one of the shipped scenarios.
struct Desk {
    Document document;
    Playback playback{document};
    ExploreView view{document, playback};

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
    PropertyListModel& list() { return view.properties().model(); }
    void click(const char* button) { QTest::mouseClick(part<QPushButton>(button), Qt::LeftButton); }
    void ask(int depth)
    {
        part<QSpinBox>("depth")->setValue(depth);
        click("ask");
    }
    bool wait()
    {
        return QTest::qWaitFor([this] { return !view.task().isRunning(); }, patience);
    }
    bool waitForRun()
    {
        return QTest::qWaitFor([this] { return !document.isComputing(); }, patience);
    }
    QString answer(int row)
    {
        return list().index(row, PropertyListModel::Answer).data().toString();
    }
    QString step(int row, ExploreStepsModel::Column column)
    {
        return view.steps().index(row, column).data().toString();
    }
};

const QString apart = "never together service:bark service:meow";

} // namespace

class TestPlanningExplore : public QObject {
    Q_OBJECT

private slots:
    void asksNothingWhileThereIsNoDraft();
    void listsWhatTheScenarioWantsAndFollowsIt();
    void aChangedListIsKeptUntilItIsGivenUp();
    void aPairIsAddedOnceAndCanBeRemoved();
    void aViolationIsToldWithItsSteps();
    void whatAColdStartViolatesNeedsNoStep();
    void aCounterexampleOpensAsASecondBranchWithTheSameRun();
    void whatHoldsIsToldWithItsFigures();
    void impossibleQuestionsAreToldBeforeTheWork();
    void aStoppedExplorationTellsWhatIsKnown();
    void theVerdictIsTheSameWithoutFolding();
    void ordersAreTriedWhenTheyAreWanted();
    void theAnswerIsWrittenToFiles();
    void anotherDocumentForgetsTheAnswer();
    void progressNeverGoesBack();
};

void TestPlanningExplore::asksNothingWhileThereIsNoDraft()
{
    Desk desk;
    desk.view.show();
    QVERIFY(!desk.part<QPushButton>("ask")->isEnabled());
    QVERIFY(!desk.part<QPushButton>("addPair")->isEnabled());
    QVERIFY(!desk.part<QPushButton>("addOther")->isEnabled());
    desk.view.ask();
    QVERIFY(!desk.view.task().isRunning());
}

void TestPlanningExplore::listsWhatTheScenarioWantsAndFollowsIt()
{
    Desk desk;
    QAbstractItemModelTester tester(&desk.list(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(desk.open("guard/collision_sequence"));
    QCOMPARE(desk.list().sentences(), QStringList{apart});
    desk.document.edit(
        "Want", [](ScenarioDraft& draft) { draft.append("properties", "meow back within 60s"); });
    const QStringList both{"service:meow back within 1min", apart};
    QCOMPARE(desk.list().sentences(), both);
    QVERIFY(!desk.part<QPushButton>("ownProperties")->isEnabled());
    desk.document.undoStack().undo();
    QCOMPARE(desk.list().sentences(), QStringList{apart});
}

void TestPlanningExplore::aChangedListIsKeptUntilItIsGivenUp()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    const QModelIndex first = desk.list().index(0, PropertyListModel::Sentence);
    QVERIFY(desk.list().setData(first, "bark back within 2min", Qt::EditRole));
    desk.document.edit(
        "Want", [](ScenarioDraft& draft) { draft.append("properties", "meow back within 60s"); });
    QCOMPARE(desk.list().sentences(), QStringList{"bark back within 2min"});
    QVERIFY(desk.list().properties().ok());
    desk.click("ownProperties");
    QCOMPARE(desk.list().sentences().size(), 2);
}

void TestPlanningExplore::aPairIsAddedOnceAndCanBeRemoved()
{
    Desk desk;
    QVERIFY(desk.open("guard/no_rule"));
    desk.list().setSentences({});
    QCOMPARE(desk.part<QComboBox>("first")->currentText(), QString("service:bark"));
    QCOMPARE(desk.part<QComboBox>("second")->currentText(), QString("service:meow"));
    desk.click("addPair");
    desk.click("addPair");
    QCOMPARE(desk.list().sentences(), QStringList{apart});
    desk.part<QComboBox>("second")->setCurrentIndex(0);
    QVERIFY(!desk.part<QPushButton>("addPair")->isEnabled());
    const QList<QAction*> others = desk.part<QPushButton>("addOther")->menu()->actions();
    for (QAction* other : others)
        other->trigger();
    QCOMPARE(desk.list().sentences().size(), 1 + others.size());
    QVERIFY(desk.list().properties().ok());
    desk.part<QTableView>("properties")->selectRow(0);
    desk.click("removeProperty");
    QVERIFY(!desk.list().sentences().contains(apart));
}

void TestPlanningExplore::aViolationIsToldWithItsSteps()
{
    Desk desk;
    QAbstractItemModelTester tester(&desk.view.steps(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(desk.open("guard/no_rule"));
    desk.list().setSentences({apart, "bark back within 5s"});
    desk.list().removeAt(0);
    desk.ask(2);
    QVERIFY(desk.part<QPushButton>("stop")->isVisible());
    QVERIFY(!desk.view.properties().isEnabled());
    QVERIFY(desk.wait());
    QVERIFY(desk.view.answer()->found());
    QCOMPARE(desk.view.answer()->found()->events.size(), std::size_t{1});
    QCOMPARE(desk.view.steps().rowCount(), 3); // it is down, and then for too long
    QCOMPARE(desk.step(0, ExploreStepsModel::Number), QString("1"));
    QCOMPARE(desk.step(2, ExploreStepsModel::What),
             QString("violated: service:bark back within 5s"));
    QVERIFY(desk.step(1, ExploreStepsModel::When) < desk.step(2, ExploreStepsModel::When));
    QCOMPARE(desk.answer(0), QString("✘ violated"));
    QVERIFY2(desk.view.bar().sentence().startsWith("Violated by a single step: service:bark"),
             qPrintable(desk.view.bar().sentence()));
    QVERIFY(desk.view.bar().sentence().contains("a second; folded: "));
    QVERIFY(desk.part<QTableView>("steps")->isVisible());
    QCOMPARE(desk.view.windowTitle(), QString("Exploration (violated)"));
}

void TestPlanningExplore::whatAColdStartViolatesNeedsNoStep()
{
    Desk desk;
    QVERIFY(desk.open("guard/no_rule"));
    desk.ask(2);
    QVERIFY(desk.wait());
    QCOMPARE(desk.view.steps().rowCount(), 1);
    QCOMPARE(desk.step(0, ExploreStepsModel::What), "violated: " + apart);
    QVERIFY2(desk.view.bar().sentence().startsWith("Violated at a cold start"),
             qPrintable(desk.view.bar().sentence()));
}

void TestPlanningExplore::aCounterexampleOpensAsASecondBranchWithTheSameRun()
{
    Desk desk;
    QVERIFY(desk.open("guard/no_rule"));
    desk.list().setSentences({"bark back within 5s"});
    desk.ask(2);
    QVERIFY(desk.wait());
    QVERIFY(desk.waitForRun());
    QVERIFY(desk.document.run());
    QVERIFY(desk.part<QPushButton>("openCase")->isEnabled());
    QTRY_VERIFY(desk.part<QPushButton>("openCase")->width() > 0); // it was hidden so far
    desk.click("openCase");
    QVERIFY(desk.playback.isPlaying());
    desk.playback.pause();
    QVERIFY(desk.waitForRun());
    QCOMPARE(desk.document.activeBranch(), BranchId::Fork);
    QCOMPARE(desk.document.run()->fingerprint, desk.view.answer()->found()->fingerprint);
    QVERIFY(!desk.view.task().isOutOfDate());
    QCOMPARE(desk.document.undoStack().count(), 1);
    desk.document.undoStack().undo();
    QVERIFY(!desk.document.hasFork());
}

void TestPlanningExplore::whatHoldsIsToldWithItsFigures()
{
    Desk desk;
    QVERIFY(desk.open("guard/no_rule"));
    const QStringList wanted{"at most 100 relocations per failure"};
    desk.list().setSentences(wanted);
    desk.ask(1);
    QVERIFY(desk.wait());
    QVERIFY(desk.view.answer()->holds());
    const QString sentence = desk.view.bar().sentence();
    QVERIFY2(sentence.startsWith("No violation within depth 1"), qPrintable(sentence));
    QVERIFY2(
        sentence.contains(QString("States: %L1,").arg(desk.view.answer()->explored.result.states)),
        qPrintable(sentence));
    QCOMPARE(desk.answer(0), QString("✔ holds within depth 1"));
    QVERIFY(!desk.part<QPushButton>("openCase")->isVisible());
    // The answer is about that sentence and no other.
    desk.list().setData(desk.list().index(0, 0), "at most 99 relocations per failure",
                        Qt::EditRole);
    QVERIFY(desk.answer(0).isEmpty());
}

void TestPlanningExplore::impossibleQuestionsAreToldBeforeTheWork()
{
    Desk desk;
    QVERIFY(desk.open("guard/no_rule"));
    const auto refused = [&] {
        desk.click("ask");
        return desk.view.task().isRunning() ? QString() : desk.view.bar().problems();
    };
    desk.list().setSentences({});
    QVERIFY2(refused().contains("nothing to look for"), qPrintable(desk.view.bar().problems()));
    desk.list().setSentences({"never together bark woof"});
    QVERIFY2(refused().contains("woof"), qPrintable(desk.view.bar().problems()));
    QVERIFY(desk.answer(0).startsWith(u'✘'));
    desk.list().setSentences({apart});
    desk.part<QSpinBox>("depth")->setValue(20);
    desk.part<QCheckBox>("phases")->setChecked(true);
    const QString tooDeep = refused();
    QVERIFY2(tooDeep.contains("choose depth ") && tooDeep.contains("allow more memory") &&
                 !tooDeep.contains("--"),
             qPrintable(tooDeep));
    // What it says to choose is possible.
    const int depth = tooDeep.section("choose depth ", 1).section(',', 0, 0).toInt();
    desk.part<QSpinBox>("depth")->setValue(depth);
    desk.click("ask");
    QVERIFY(desk.view.task().isRunning());
    QVERIFY(desk.view.bar().problems().isEmpty());
    desk.click("stop");
    QVERIFY(desk.wait());
}

void TestPlanningExplore::aStoppedExplorationTellsWhatIsKnown()
{
    Desk desk;
    QVERIFY(desk.open("large/data_centre"));
    desk.list().setSentences({"at most 1000 relocations per failure"});
    desk.part<QCheckBox>("orders")->setChecked(true);
    desk.ask(0);
    QVERIFY(!desk.view.task().isRunning());
    QVERIFY2(desk.view.bar().problems().contains("leave out the orders"),
             qPrintable(desk.view.bar().problems()));
    desk.part<QCheckBox>("orders")->setChecked(false);
    desk.part<QSpinBox>("memory")->setValue(1'000'000);
    desk.ask(3);
    QVERIFY2(desk.view.task().isRunning(), qPrintable(desk.view.bar().problems()));
    desk.click("stop");
    QVERIFY(desk.wait());
    QVERIFY2(desk.view.bar().sentence().contains("stopped"),
             qPrintable(desk.view.bar().sentence()));
    QVERIFY(!desk.answer(0).contains("depth 3"));
    QVERIFY(desk.part<QPushButton>("ask")->isEnabled());
}

void TestPlanningExplore::theVerdictIsTheSameWithoutFolding()
{
    Desk desk;
    QVERIFY(desk.open("guard/no_rule"));
    desk.list().setSentences({"bark back within 5s", "at most 9 relocations per failure"});
    desk.ask(1);
    QVERIFY(desk.wait());
    const QString folded = desk.answer(0);
    QVERIFY(!folded.isEmpty());
    desk.part<QCheckBox>("folding")->setChecked(false);
    desk.ask(1);
    QVERIFY(desk.wait());
    QVERIFY(!desk.view.answer()->options.folding);
    QCOMPARE(desk.answer(0), folded);
}

void TestPlanningExplore::ordersAreTriedWhenTheyAreWanted()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    desk.part<QCheckBox>("orders")->setChecked(true);
    desk.ask(1);
    QVERIFY(desk.wait());
    QVERIFY(desk.view.answer()->explored.result.orders > 0);
    QVERIFY2(desk.view.bar().sentence().contains("Other orders that were tried: "),
             qPrintable(desk.view.bar().sentence()));
}

void TestPlanningExplore::theAnswerIsWrittenToFiles()
{
    Desk desk;
    QVERIFY(desk.open("guard/no_rule"));
    desk.ask(2);
    QVERIFY(desk.wait());
    QTemporaryDir folder;
    const auto written = [&](const char* name) {
        return exportedText(desk.view.bar(), folder.filePath(name));
    };
    QVERIFY(written("a.json").contains("\"violated\""));
    QVERIFY(written("a.txt").startsWith("violated: never together"));
}

void TestPlanningExplore::anotherDocumentForgetsTheAnswer()
{
    Desk desk;
    QVERIFY(desk.open("guard/no_rule"));
    desk.ask(2);
    QVERIFY(desk.wait());
    QVERIFY(desk.open("guard/collision_sequence"));
    QCOMPARE(desk.view.steps().rowCount(), 0);
    QVERIFY(!desk.view.answer());
    QCOMPARE(desk.list().sentences(), QStringList{apart});
    QVERIFY(desk.answer(0).isEmpty());
    QCOMPARE(desk.view.windowTitle(), QString("Exploration"));
    desk.document.close();
    QVERIFY(desk.list().sentences().isEmpty());
}

void TestPlanningExplore::progressNeverGoesBack()
{
    ExploreWatch watch(3);
    QCOMPARE(watch.done(), 0.0);
    double before = 0;
    std::int64_t states = 0;
    std::int64_t of = 1;
    for (int level = 1; level <= 3; ++level, of *= 7) {
        for (std::int64_t done = 1; done <= of; ++done) {
            watch.note({level, done, of, ++states, states});
            QVERIFY(watch.done() >= before);
            before = watch.done();
            QCOMPARE(before < 1.0, level < 3 || done < of);
        }
    }
    QCOMPARE(watch.latest().states, states);
}

QTEST_MAIN(TestPlanningExplore)
#include "tst_planning_explore.moc"
