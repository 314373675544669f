// A real log beside the run: the example of the user guide in the real widgets, what is not
// understood, logs of other clusters, and a comparison that follows each edit.
#include "plots/lane_words.h"
#include "plots/timeline_area.h"
#include "plots/timeline_canvas.h"
#include "report/syslog_text.h"
#include "session/real_log_words.h"
#include "support/open_document.h"
#include "views/problem_line.h"
#include "views/real_log_view.h"
#include "window/main_window.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

const QString collision = QStringLiteral(":/rgsim/scenarios/guard/collision_sequence.json");
const QString example = QStringLiteral(RGSIM_SOURCE_DIR "/docs/examples/messages.log");

} // namespace

class TestRealLogView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void saysHowToBeginWhileThereIsNoLog();
    void theGuidesExampleShowsItsFirstDifference();
    void eachSideStandsWhereItBelongs();
    void theButtonsLeadFromDifferenceToDifference();
    void aChosenLineMovesThePlayheadAndTheMarkFollowsIt();
    void onlyDifferencesHidesTheRest();
    void theComparisonFollowsAnEdit();
    void theActiveBranchIsCompared();
    void linesMayLieApartAsFarAsTheOptionSays();
    void timeZeroCanBeSaid();
    void whatIsNotUnderstoodIsListedWithItsReason();
    void filesOfSeveralNodesAreMerged();
    void badFilesAreTold_data();
    void badFilesAreTold();
    void aLogOfAnotherClusterIsSaidToBeOne();
    void aLargeRunAgreesWithItsOwnLog();
    void theLogCanBeClosed();
    void theLogStaysForTheNextFile();
    void bothTimelinesShareTheirTimeAndTheMark();
    void lanesOfALogSayNothingOfTheTruth();
    void timelinesShowOnlyWhatDiffersOnWish();
    void theWindowHasCommandsForIt();
    void filesCanBeDropped();

private:
    bool waitForResult()
    {
        return QTest::qWaitFor(
            [this] {
                return !m_view->log().isBusy() && m_view->log().result() &&
                       m_view->log().result()->run == m_document->run();
            },
            20'000);
    }
    bool show(const QStringList& paths)
    {
        m_view->open(paths);
        return waitForResult();
    }
    QString write(const char* name, const QByteArray& text)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString();
    }
    QString text(int row, int column) const
    {
        return m_view->pairs().index(row, column).data().toString();
    }
    // What nobody looks at is not drawn.
    bool showTimelines()
    {
        m_view->findChild<QTabWidget*>()->setCurrentIndex(1);
        return QTest::qWaitFor([this] { return !timeline().scene().branches.empty(); });
    }
    const TimelineCanvas& timeline() const { return *m_view->findChild<TimelineCanvas*>(); }
    QTableView* table() const { return m_view->findChild<QTableView*>("logPairs"); }
    void press(const QString& accessibleName)
    {
        for (auto* button : m_view->findChildren<QToolButton*>()) {
            if (button->accessibleName() == accessibleName)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    void type(const char* field, const QString& text)
    {
        auto* edit = m_view->findChild<QLineEdit*>(field);
        edit->setText(text);
        emit edit->editingFinished();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<RealLogView> m_view;
};

void TestRealLogView::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestRealLogView::init()
{
    QSettings().clear();
    QDir(Autosave::standardFolder()).removeRecursively();
    m_document = std::make_unique<Document>();
    m_view = std::make_unique<RealLogView>(*m_document);
    m_view->resize(1000, 400);
    m_view->show();
    QVERIFY(!m_document->openExample(collision).hasErrors());
    QVERIFY(waitForRun(*m_document));
}

void TestRealLogView::cleanup()
{
    m_view.reset();
    m_document.reset();
}

void TestRealLogView::saysHowToBeginWhileThereIsNoLog()
{
    QVERIFY2(m_view->sentence().contains("/var/log/messages"), qPrintable(m_view->sentence()));
    QVERIFY(!m_view->log().isBusy());
    QVERIFY(!table()->isVisible());
    QVERIFY(!m_view->findChild<QPushButton*>("firstDifference")->isVisible());
    m_document->close();
    QVERIFY(m_view->sentence().isEmpty());
    QVERIFY(!m_view->isEnabled());
}

void TestRealLogView::theGuidesExampleShowsItsFirstDifference()
{
    QAbstractItemModelTester tester(&const_cast<LogPairModel&>(m_view->pairs()),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(show({example}));
    QCOMPARE(m_view->sentence(),
             QString("9 of 13 lines agree; first difference at 00:03:00 on node2."));
    const int first = m_view->pairs().firstDifference();
    QCOMPARE(text(first, LogPairModel::Sign), QString("* >"));
    QCOMPARE(text(first, LogPairModel::Node), QString("node2"));
    QVERIFY(text(first, LogPairModel::RunText).startsWith("Taking over service service:bark"));
    QVERIFY(text(first, LogPairModel::LogText).isEmpty());
    QTest::mouseClick(m_view->findChild<QPushButton*>("firstDifference"), Qt::LeftButton);
    QCOMPARE(table()->currentIndex().row(), first);
    QCOMPARE(m_document->playhead(), SimTime::seconds(180));
    QCOMPARE(m_document->selection(), Selection::service("service:bark"));
}

void TestRealLogView::eachSideStandsWhereItBelongs()
{
    QVERIFY(show({example}));
    const LogPairModel& model = m_view->pairs();
    int sides[3] = {};
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto kind = model.kindOf(row);
        ++sides[static_cast<int>(kind)];
        QCOMPARE(text(row, LogPairModel::LogText).isEmpty(), kind == LogPairModel::Kind::OnlyInRun);
        QCOMPARE(text(row, LogPairModel::RunText).isEmpty(), kind == LogPairModel::Kind::OnlyInLog);
        if (kind == LogPairModel::Kind::Same)
            QCOMPARE(text(row, LogPairModel::LogText), text(row, LogPairModel::RunText));
    }
    QCOMPARE(sides[static_cast<int>(LogPairModel::Kind::Same)], 9);
    QCOMPARE(sides[static_cast<int>(LogPairModel::Kind::OnlyInLog)], 2);
    QCOMPARE(sides[static_cast<int>(LogPairModel::Kind::OnlyInRun)], 2);
    const int late = model.rowCount() - 1; // of node3, in the log only
    QVERIFY2(model.index(late, LogPairModel::LogText)
                 .data(Qt::ToolTipRole)
                 .toString()
                 .endsWith("messages.log:17"),
             "place");
    QCOMPARE(model.index(late, LogPairModel::Sign).data(Qt::AccessibleTextRole).toString(),
             QString("only in the log"));
}

void TestRealLogView::theButtonsLeadFromDifferenceToDifference()
{
    QVERIFY(show({example}));
    m_document->setPlayhead(SimTime());
    QVector<int> visited;
    for (int i = 0; i < 6; ++i) {
        press("Next difference");
        visited << table()->currentIndex().row();
    }
    QCOMPARE(visited, QVector<int>({9, 10, 11, 12, 12, 12}));
    press("Previous difference");
    QCOMPARE(table()->currentIndex().row(), 11);
    for (int i = 0; i < 5; ++i)
        press("Previous difference");
    QCOMPARE(table()->currentIndex().row(), 9);
    QTest::keyClick(table(), Qt::Key_F3);
    QCOMPARE(table()->currentIndex().row(), 10);
    QTest::keyClick(table(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(table()->currentIndex().row(), 9);
}

void TestRealLogView::aChosenLineMovesThePlayheadAndTheMarkFollowsIt()
{
    QVERIFY(show({example}));
    const LogPairModel& model = m_view->pairs();
    for (const int row : {0, 5, model.rowCount() - 1}) {
        table()->selectRow(row);
        QCOMPARE(m_document->playhead(), model.timeOf(row));
    }
    m_document->setPlayhead(SimTime::seconds(100));
    const int marked = model.markedRow();
    QCOMPARE(text(marked, LogPairModel::Marker), QString("▶"));
    QVERIFY(model.timeOf(marked) <= SimTime::seconds(100));
    QVERIFY(model.timeOf(marked + 1) > SimTime::seconds(100));
}

void TestRealLogView::onlyDifferencesHidesTheRest()
{
    QVERIFY(show({example}));
    m_view->findChild<QCheckBox*>()->setChecked(true);
    QCOMPARE(m_view->pairs().rowCount(), 4);
    QCOMPARE(m_view->pairs().firstDifference(), 0);
    m_document->setPlayhead(SimTime());
    QCOMPARE(m_view->pairs().markedRow(), -1);
    m_view->findChild<QCheckBox*>()->setChecked(false);
    QCOMPARE(m_view->pairs().rowCount(), 13);
}

// In reality node3 took over, so the guard there did not see meow.
void TestRealLogView::theComparisonFollowsAnEdit()
{
    QVERIFY(show({example}));
    const RealLogResultPtr before = m_view->log().result();
    m_document->edit("No guard", [](ScenarioDraft& draft) { draft.set("guard.mode", "off"); });
    QVERIFY(waitForResult());
    QVERIFY(m_view->log().result() != before);
    QVERIFY(m_view->log().result()->log == before->log); // it was not read again
    QVERIFY2(m_view->sentence() !=
                 QString("9 of 13 lines agree; first difference at 00:03:00 on node2."),
             qPrintable(m_view->sentence()));
    m_document->undoStack().undo();
    QVERIFY(waitForResult());
    QVERIFY(m_view->sentence().startsWith("9 of 13"));
    m_document->edit("Break it", [](ScenarioDraft& draft) { draft.set("guard.mode", "maybe"); });
    QVERIFY2(m_view->sentence().contains("The draft has errors"), qPrintable(m_view->sentence()));
}

void TestRealLogView::theActiveBranchIsCompared()
{
    QVERIFY(show({example}));
    m_document->fork(SimTime::seconds(10));
    m_document->edit("No guard", [](ScenarioDraft& draft) { draft.set("guard.mode", "off"); });
    QVERIFY(waitForResult());
    QVERIFY(m_view->log().result()->run == m_document->branch(BranchId::Fork).run);
    QVERIFY2(!m_view->sentence().startsWith("9 of 13"), qPrintable(m_view->sentence()));
    m_document->setActiveBranch(BranchId::Main);
    QVERIFY(waitForResult());
    QVERIFY2(m_view->sentence().startsWith("9 of 13"), qPrintable(m_view->sentence()));
}

void TestRealLogView::linesMayLieApartAsFarAsTheOptionSays()
{
    QVERIFY(show({example}));
    type("logTolerance", "0");
    QVERIFY(waitForResult());
    QVERIFY(m_view->pairs().rowCount() > 13);
    type("logTolerance", "soon");
    QVERIFY(m_view->findChild<ProblemLine*>()->isVisible());
    QCOMPARE(m_view->log().options().tolerance, SimDuration{}); // as it was
    type("logTolerance", "2s");
    QVERIFY(waitForResult());
    QCOMPARE(m_view->pairs().rowCount(), 13);
    QVERIFY(!m_view->findChild<ProblemLine*>()->isVisible());
}

void TestRealLogView::timeZeroCanBeSaid()
{
    QVERIFY(show({example}));
    auto* start = m_view->findChild<QLineEdit*>("logStart");
    QCOMPARE(start->placeholderText(), QString("Nov 23 03:37:04"));
    type("logStart", "Nov 23 03:37:00");
    QVERIFY(waitForResult());
    QCOMPARE(timeZeroText(*m_view->log().result()), QString("Nov 23 03:37:00"));
    QVERIFY(!m_view->sentence().startsWith("9 of 13"));
    type("logStart", "noon");
    QVERIFY2(m_view->findChild<ProblemLine*>()->text().contains("no time of a syslog line"),
             qPrintable(m_view->findChild<ProblemLine*>()->text()));
    m_view->findChild<QSpinBox*>()->setValue(2015);
    type("logStart", "");
    QVERIFY(waitForResult());
    QCOMPARE(m_view->log().result()->options.firstYear, 2015);
    QVERIFY(m_view->sentence().startsWith("9 of 13"));
}

void TestRealLogView::whatIsNotUnderstoodIsListedWithItsReason()
{
    QAbstractItemModelTester tester(&const_cast<LogNotesModel&>(m_view->notes()),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QString odd =
        write("odd.log", "Nov 23 03:37:04 node1 rgmanager[2]: Service service:bark started\n"
                         "Nov 23 03:37:05 node1 rgmanager[2]: The sky is falling\n"
                         "\n"
                         "what is this\n"
                         "Nov 23 03:37:06 node1 kernel: hello\n"
                         "Nov 23 03:37:07 node9 rgmanager[2]: Service service:bark started\n");
    QVERIFY(show({odd}));
    const LogNotesModel& notes = m_view->notes();
    const auto row = [&](int i) {
        QStringList cells;
        for (int column = 0; column < notes.columnCount(); ++column)
            cells << notes.index(i, column).data().toString();
        return cells.join(" | ");
    };
    QCOMPARE(notes.rowCount(), 3);
    QVERIFY2(row(0).startsWith("odd.log | 6 | ") && row(0).contains("node9"), qPrintable(row(0)));
    QCOMPARE(row(1), QString("odd.log | 2 | rgsim does not know this message of rgmanager | "
                             "The sky is falling"));
    QCOMPARE(row(2), QString("odd.log | 4 | no line of syslog: it does not begin with date and "
                             "host | what is this"));
    QCOMPARE(m_view->findChild<QTabWidget*>()->tabText(2), QString("Worth a look (3)"));
    const QString details = comparisonDetails(*m_view->log().result());
    QVERIFY2(details.contains("Lines of rgmanager: 4, not understood: 2; of other programs: 1; "
                              "blank: 1."),
             qPrintable(details));
    QVERIFY2(details.contains("the log has no line of them: node2, node3"), qPrintable(details));
}

void TestRealLogView::filesOfSeveralNodesAreMerged()
{
    QFile whole(example);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QByteArray parts[3];
    for (const QByteArray& line : whole.readAll().split('\n')) {
        for (int i = 0; i < 3; ++i) {
            if (line.contains(" node" + QByteArray::number(i + 1) + ' '))
                parts[i] += line + '\n';
        }
    }
    QVERIFY(show({write("n3", parts[2]), write("n1", parts[0]), write("n2", parts[1])}));
    QVERIFY2(m_view->sentence().startsWith("9 of 13 lines agree"), qPrintable(m_view->sentence()));
}

void TestRealLogView::badFilesAreTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("no lines of rgmanager") << QByteArray("Nov 23 03:37:06 node1 kernel: hello\n")
                                           << "no line of rgmanager that can be understood";
    QTest::newRow("empty") << QByteArray() << "no line of rgmanager";
    QTest::newRow("binary") << QByteArray("Nov\0", 4) << "binary file";
    QTest::newRow("no such file") << QByteArray("-") << "no such file";
}

void TestRealLogView::badFilesAreTold()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, part);
    const QString file = text == "-" ? m_folder.filePath("missing") : write("bad.log", text);
    QVERIFY(show({file}));
    QCOMPARE(m_view->sentence(), QString("The log could not be compared."));
    const QString told = m_view->findChild<ProblemLine*>()->text();
    QVERIFY2(told.contains(part), qPrintable(told));
    QVERIFY(!table()->isVisible());
    QVERIFY(show({example}));
    QVERIFY(!m_view->findChild<ProblemLine*>()->isVisible());
    QVERIFY(table()->isVisible());
}

void TestRealLogView::aLogOfAnotherClusterIsSaidToBeOne()
{
    QVERIFY(show({write("other.log", "Nov 23 03:37:04 alpha rgmanager[2]: Service service:web "
                                     "started\n")}));
    QVERIFY2(m_view->sentence().startsWith("This log is of another cluster: none of its nodes "
                                           "(alpha) is in the layout (node1, node2, node3)"),
             qPrintable(m_view->sentence()));
    QCOMPARE(m_view->notes().rowCount(), 2); // node and service
}

void TestRealLogView::aLargeRunAgreesWithItsOwnLog()
{
    QVERIFY(!m_document->openExample(":/rgsim/scenarios/large/data_centre.json").hasErrors());
    QVERIFY(waitForRun(*m_document));
    QByteArray log;
    int lines = 0;
    for (const LogRow& row : m_document->run()->rows()) {
        if (row.kind != RowKind::Syslog)
            continue;
        log += QByteArray::fromStdString(
            syslogLine(m_document->run()->cluster(), row, SyslogStyle::Rhel5));
        ++lines;
    }
    QVERIFY(lines > 200);
    QVERIFY(show({write("large.log", log)}));
    QCOMPARE(m_view->sentence(), QString("All lines agree: %1.").arg(lines));
    QCOMPARE(m_view->pairs().rowCount(), lines);
    QVERIFY(!m_view->findChild<QPushButton*>("firstDifference")->isEnabled());
    QVERIFY(showTimelines());
    QVERIFY(!timeline().scene().difference);
}

void TestRealLogView::theLogCanBeClosed()
{
    QVERIFY(show({example}));
    m_view->closeLog();
    QVERIFY(!m_view->log().isOpen());
    QVERIFY(!m_view->log().result());
    QCOMPARE(m_view->pairs().rowCount(), 0);
    QCOMPARE(m_view->notes().rowCount(), 0);
    QVERIFY(m_view->sentence().startsWith("No log is open"));
    m_view->open({example});
    m_view->closeLog(); // while it is read
    QTest::qWait(50);
    QVERIFY(!m_view->log().result());
}

void TestRealLogView::theLogStaysForTheNextFile()
{
    QVERIFY(show({example}));
    QVERIFY(!m_document->openExample(":/rgsim/scenarios/resources/nfs_cluster.json").hasErrors());
    QVERIFY(waitForResult());
    QVERIFY(!m_view->sentence().startsWith("9 of 13"));
    m_document->close();
    QVERIFY(!m_view->log().result());
}

void TestRealLogView::bothTimelinesShareTheirTimeAndTheMark()
{
    QVERIFY(timeline().scene().branches.empty());
    QVERIFY(show({example}));
    QVERIFY(timeline().scene().branches.empty());
    m_view->firstDifference(); // about bark, whose lane is brought into view
    QVERIFY(showTimelines());
    QVERIFY(timeline().chosenLane() > 0);
    const TimelineArea& area = *timeline().areas()[1];
    QVERIFY(area.topOf(timeline().chosenLane()) >= timeline().scroll());
    QVERIFY(area.topOf(timeline().chosenLane()) < timeline().scroll() + timeline().visibleHeight());
    const TimelineScene& scene = timeline().scene();
    QCOMPARE(scene.branches.size(), std::size_t(2));
    QCOMPARE(scene.branches[0].caption, QString("The log, 00:00:00 to 00:03:01"));
    QCOMPARE(scene.difference, std::optional(SimTime::seconds(180)));
    const TimelineLanes& log = *scene.branches[0].lanes;
    const TimelineLanes& run = *scene.branches[1].lanes;
    QCOMPARE(log.timeline().end, run.timeline().end);
    QCOMPARE(log.lanes().size(), run.lanes().size()); // pairwise
    const auto owner = [](const TimelineLanes& lanes) {
        const auto bark = static_cast<std::size_t>(lanes.cluster().serviceByName("service:bark"));
        return lanes.cluster().node(lanes.timeline().services[bark].belief.back().owner).name;
    };
    QCOMPARE(owner(log), std::string("node3.example.com"));
    QCOMPARE(owner(run), std::string("node2.example.com"));
    m_document->setPlayhead(SimTime::seconds(42));
    QCOMPARE(scene.playhead, SimTime::seconds(42));
    emit m_view->findChild<TimelineCanvas*>()->playheadWanted(SimTime::seconds(43));
    QCOMPARE(m_document->playhead(), SimTime::seconds(43));
    emit m_view->findChild<TimelineCanvas*>()->laneWanted(0, log.laneOf("service:meow"));
    QCOMPARE(m_document->selection(), Selection::service("service:meow"));
    QCOMPARE(scene.chosen, QString("service:meow"));
    m_view->closeLog();
    QVERIFY(scene.branches.empty());
}

void TestRealLogView::lanesOfALogSayNothingOfTheTruth()
{
    QVERIFY(show({example}) && showTimelines());
    const TimelineLanes& log = *timeline().scene().branches[0].lanes;
    const QString words = laneText(log, log.laneOf("service:meow"), SimTime::seconds(100));
    QVERIFY2(words.contains("Record: started on node3"), qPrintable(words));
    QVERIFY2(words.contains("Really: unknown"), qPrintable(words));
    QVERIFY(log.phantoms(log.cluster().serviceByName("service:meow")).empty());
}

void TestRealLogView::timelinesShowOnlyWhatDiffersOnWish()
{
    QVERIFY(show({example}) && showTimelines());
    m_view->findChild<QCheckBox*>()->setChecked(true);
    for (const SceneBranch& branch : timeline().scene().branches) {
        QVERIFY(branch.lanes->laneOf("service:bark") > 0);
        QCOMPARE(branch.lanes->laneOf("service:meow"), -1);
        QCOMPARE(branch.lanes->laneOf("node1.example.com"), -1);
        QVERIFY(branch.lanes->laneOf("node3.example.com") > 0);
    }
}

void TestRealLogView::theWindowHasCommandsForIt()
{
    MainWindow window;
    window.show();
    QVERIFY(!window.commands()["file.compareLog"]->isEnabled());
    window.openExample(collision);
    QVERIFY(window.commands()["file.compareLog"]->isEnabled());
    QAction* close = window.commands()["file.closeLog"];
    QVERIFY(!close->isEnabled());
    auto* view = qobject_cast<RealLogView*>(window.panel("realLog"));
    view->open({example});
    QVERIFY(close->isEnabled());
    QVERIFY(QTest::qWaitFor([&] { return view->log().result() && !view->log().isBusy(); }));
    close->trigger();
    QVERIFY(!close->isEnabled());
    QVERIFY(!view->log().isOpen());
}

void TestRealLogView::filesCanBeDropped()
{
    MainWindow window;
    window.show();
    const auto drop = [&](const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(&window, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent dropped({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &dropped);
        return true;
    };
    QVERIFY(!drop(example)); // there is no run to hold it against
    QVERIFY(drop(scenarioPath("guard/collision_sequence.json")));
    QVERIFY(window.document().isOpen());
    QVERIFY(!drop(m_folder.path()));
    QVERIFY(drop(example));
    auto* view = qobject_cast<RealLogView*>(window.panel("realLog"));
    QVERIFY(view->isVisible());
    QCOMPARE(view->log().paths(), QStringList(example));
    QVERIFY(QTest::qWaitFor([&] { return view->log().result() && !view->log().isBusy(); }));
    QVERIFY2(view->sentence().startsWith("9 of 13"), qPrintable(view->sentence()));
}

QTEST_MAIN(TestRealLogView)
#include "tst_real_log_view.moc"
