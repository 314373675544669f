#include "planning/base_scenario.h"
#include "planning/trial.h"
#include "plots/phase_plot.h"
#include "session/playback.h"
#include "support/planning_export.h"
#include "views/phase_view.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

constexpr int patience = 60'000;

struct Desk {
    Document document;
    Playback playback{document};
    PhaseView view{document, playback};

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
    bool ask()
    {
        QTest::mouseClick(part<QPushButton>("ask"), Qt::LeftButton);
        return QTest::qWaitFor([this] { return !view.task().isRunning(); }, patience);
    }
    bool waitForRun()
    {
        return QTest::qWaitFor([this] { return !document.isComputing(); }, patience);
    }
    QString text(int row, PhaseModel::Column column)
    {
        return view.model().index(row, column).data().toString();
    }
};

// A step up at 10 s of 30, with a slope down behind it and an instant that is out of line.
PhaseAnswer steps()
{
    const auto s = [](std::int64_t seconds) { return SimDuration::seconds(seconds); };
    PhaseAnswer answer;
    answer.cycle = s(30);
    answer.pieces = {
        {s(0), s(10), true, false, ServiceEnd::Runs, s(5), s(5)},
        {s(10), s(10), true, true, ServiceEnd::Runs, s(50), s(50)},
        {s(10), s(20), false, true, ServiceEnd::Runs, s(40), s(30)},
        {s(20), s(30), false, false, ServiceEnd::Down, s(0), s(0)},
    };
    return answer;
}

} // namespace

class TestPlanningPhase : public QObject {
    Q_OBJECT

private slots:
    void asksNothingWhileThereIsNoDraft();
    void eachProcessAndItsNodeAreAskedAbout();
    void oneFailureCanBeChosen();
    void whatCannotBeAskedIsTold();
    void theChosenInstantIsToldExactly();
    void anInstantOpensItsRun();
    void keysMoveTheCursorFromPieceToPiece();
    void theCursorBeginsWhereItIsWorst();
    void aClickNearTheBeginningOfAPieceMeansIt();
    void picturesShowWhereItIsNotBack();
    void theAnswerIsWrittenToFiles();
    void anotherDocumentForgetsTheAnswer();
};

void TestPlanningPhase::asksNothingWhileThereIsNoDraft()
{
    Desk desk;
    desk.view.show();
    QVERIFY(!desk.part<QPushButton>("ask")->isEnabled());
    QVERIFY(!desk.part<QPushButton>("openCase")->isEnabled());
    desk.view.ask();
    QVERIFY(!desk.view.task().isRunning());
}

void TestPlanningPhase::eachProcessAndItsNodeAreAskedAbout()
{
    Desk desk;
    QAbstractItemModelTester tester(&desk.view.model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(desk.open("guard/collision_sequence"));
    QVERIFY(desk.ask());
    QCOMPARE(desk.view.model().rowCount(), 4); // two services: process and node
    // The process of bark dies right after a check: 30 s until the next, and as many again until
    // the check on node2 finds out that the guard refused to start it.
    QCOMPARE(desk.text(0, PhaseModel::Of), QString("bark"));
    QCOMPARE(desk.text(0, PhaseModel::Greatest), QString("nearly 1min"));
    QCOMPARE(desk.text(0, PhaseModel::Back), QString("always"));
    QVERIFY(desk.view.plot()->answer().has_value());
    QVERIFY(desk.view.bar().sentence().contains("whenever it happens"));
}

void TestPlanningPhase::oneFailureCanBeChosen()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    auto* failure = desk.part<QComboBox>("failure");
    const int crash = failure->findText("crash node1.example.com");
    QVERIFY(crash > 0);
    failure->setCurrentIndex(crash);
    QVERIFY(desk.ask());
    QCOMPARE(desk.view.model().rowCount(), 2); // every service that runs
    auto* of = desk.part<QComboBox>("of");
    of->setCurrentIndex(of->findText("service:bark"));
    QVERIFY(desk.ask());
    QCOMPARE(desk.view.model().rowCount(), 1);
    QCOMPARE(desk.text(0, PhaseModel::Failure), QString("crash node1"));
    // An edit keeps what was chosen.
    desk.document.edit("Add", [](ScenarioDraft& draft) { draft.addService("purr"); });
    QCOMPARE(failure->currentText(), QString("crash node1.example.com"));
    QCOMPARE(of->currentText(), QString("service:bark"));
    QVERIFY(desk.view.task().isOutOfDate());
}

void TestPlanningPhase::whatCannotBeAskedIsTold()
{
    Desk desk;
    QVERIFY(desk.open("guard/ping_pong"));
    QVERIFY(desk.ask());
    QVERIFY2(desk.view.bar().problems().contains("never comes to rest"),
             qPrintable(desk.view.bar().problems()));
    QCOMPARE(desk.view.model().rowCount(), 0);
    QVERIFY(!desk.part<QPushButton>("export")->isVisible());
    QVERIFY(!desk.view.plot()->answer());
}

void TestPlanningPhase::theChosenInstantIsToldExactly()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    QVERIFY(desk.ask());
    const PhaseAnswer answer = *desk.view.model().answerAt(0);
    for (const qint64 ms : {0, 1, 12'345, 29'999}) {
        const auto at = SimDuration::milliseconds(ms);
        desk.view.plot()->setCursor(at);
        const auto piece = std::find_if(answer.pieces.begin(), answer.pieces.end(),
                                        [at](const PhasePiece& one) { return one.contains(at); });
        QVERIFY(piece != answer.pieces.end());
        const double downtime = piece->downtimeAt(at).toSeconds();
        const QString text = desk.part<QLabel>("details")->text();
        QVERIFY2(text.endsWith(QString("down for %1s.").arg(downtime, 0, 'g', 6)),
                 qPrintable(text));
    }
}

void TestPlanningPhase::anInstantOpensItsRun()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    QVERIFY(desk.ask());
    for (int row = 0; row < desk.view.model().rowCount(); ++row) {
        desk.view.findChild<QTableView*>()->selectRow(row);
        desk.view.plot()->setCursor(SimDuration::milliseconds(12'340));
        const PhaseAnswer answer = *desk.view.model().answerAt(row);
        desk.view.plot()->setFocus();
        QTest::keyClick(desk.view.plot(), Qt::Key_Return);
        desk.playback.pause();
        QVERIFY(desk.waitForRun());
        QCOMPARE(desk.document.activeBranch(), BranchId::Fork);
        PlanEvent failure = answer.question.failure;
        failure.at = answer.origin + SimDuration::milliseconds(12'340);
        const Trial trial =
            makeTrial(baseScenario(*desk.view.task().answered()->scenario), {failure});
        QCOMPARE(desk.document.run()->fingerprint, trial.fingerprint);
        QVERIFY(!desk.view.task().isOutOfDate());
    }
    QCOMPARE(desk.document.undoStack().count(), 4);
}

void TestPlanningPhase::keysMoveTheCursorFromPieceToPiece()
{
    PhasePlot plot;
    plot.resize(800, 400);
    plot.show();
    plot.setAnswer(steps(), "steps");
    QCOMPARE(plot.cursor(), SimDuration::seconds(10)); // the greatest downtime
    QTest::keyClick(&plot, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(plot.cursor(), SimDuration::seconds(20));
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(plot.cursor(), SimDuration::milliseconds(20'300));
    QTest::keyClick(&plot, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(plot.cursor(), SimDuration::seconds(20));
    QTest::keyClick(&plot, Qt::Key_Home);
    QCOMPARE(plot.cursor(), SimDuration());
    QTest::keyClick(&plot, Qt::Key_Left);
    QCOMPARE(plot.cursor(), SimDuration());
    QTest::keyClick(&plot, Qt::Key_End);
    QCOMPARE(plot.cursor(), SimDuration::milliseconds(29'999)); // the cycle's end is the next one's
}

void TestPlanningPhase::theCursorBeginsWhereItIsWorst()
{
    PhasePlot plot;
    PhaseAnswer answer = steps();
    answer.pieces[1].atFrom = answer.pieces[1].atTo = SimDuration::seconds(1);
    plot.setAnswer(answer, "a limit from behind");
    QCOMPARE(plot.cursor(), SimDuration::milliseconds(10'001));
    answer.pieces[0].atTo = SimDuration::seconds(60);
    plot.setAnswer(answer, "a limit from before");
    QCOMPARE(plot.cursor(), SimDuration::milliseconds(9'999));
    plot.setAnswer(steps(), "attained");
    QCOMPARE(plot.cursor(), SimDuration::seconds(10));
}

void TestPlanningPhase::aClickNearTheBeginningOfAPieceMeansIt()
{
    PhasePlot plot;
    plot.resize(800, 400);
    plot.show();
    plot.setAnswer(steps(), "steps");
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QTest::qWait(50); // until it is laid out
    QWidget* canvas = plot.childAt(400, 200);
    QVERIFY(canvas);
    QSignalSpy chosen(&plot, &PhasePlot::chosen);
    const int x = plot.xOf(SimDuration::seconds(10));
    QTest::mouseClick(canvas, Qt::LeftButton, {}, {x + 3, 200});
    QCOMPARE(plot.cursor(), SimDuration::seconds(10));
    QTest::mouseClick(canvas, Qt::LeftButton, {}, {x + 60, 200});
    QVERIFY(plot.cursor() > SimDuration::seconds(11) && plot.cursor() < SimDuration::seconds(14));
    QCOMPARE(chosen.count(), 0);
    QTest::mouseDClick(canvas, Qt::LeftButton, {}, {x, 200});
    QCOMPARE(chosen.count(), 1);
}

void TestPlanningPhase::picturesShowWhereItIsNotBack()
{
    PhasePlot plot;
    plot.setAnswer(steps(), "steps");
    const QByteArray svg = plot.svg({800, 400});
    for (const char* words : {"greatest 50s at 10s", "least 5s at 0s", "not back", "mean "})
        QVERIFY2(svg.contains(words), words);
    const QImage image = QImage::fromData(plot.png({400, 300}, 2), "PNG");
    QCOMPARE(image.size(), QSize(800, 600));
    plot.setAnswer(std::nullopt, {});
    QVERIFY(plot.svg({800, 400}).isEmpty());
}

void TestPlanningPhase::theAnswerIsWrittenToFiles()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    QVERIFY(desk.ask());
    QTemporaryDir folder;
    const auto written = [&](const char* name) {
        return exportedText(desk.view.bar(), folder.filePath(name));
    };
    QVERIFY(written("a.png").startsWith("\x89PNG"));
    QVERIFY(written("a.svg").contains("<svg"));
    QVERIFY(written("a.json").contains("\"phases\""));
    QVERIFY(written("a.txt").contains("service:bark after"));
    const QByteArray table = written("a.csv");
    QVERIFY(table.startsWith("service,failure,from_s,has_from,to_s,has_to,end,"));
    std::size_t pieces = 0;
    for (int row = 0; row < desk.view.model().rowCount(); ++row)
        pieces += desk.view.model().answerAt(row)->pieces.size();
    QCOMPARE(static_cast<std::size_t>(table.count('\n')), pieces + 1);
}

void TestPlanningPhase::anotherDocumentForgetsTheAnswer()
{
    Desk desk;
    QVERIFY(desk.open("guard/collision_sequence"));
    QVERIFY(desk.ask());
    QVERIFY(desk.open("guard/no_rule"));
    QCOMPARE(desk.view.model().rowCount(), 0);
    QVERIFY(!desk.view.plot()->answer());
    QVERIFY(desk.part<QLabel>("details")->text().isEmpty());
    QVERIFY(!desk.part<QPushButton>("export")->isVisible());
}

QTEST_MAIN(TestPlanningPhase)
#include "tst_planning_phase.moc"
