// One sitting with the whole window, as a person has it: open, play, look, act, undo, fork,
// compare, edit, save, open again, write everything out, take a lesson.
#include "session/act_catalog.h"
#include "support/open_document.h"
#include "views/cluster_canvas.h"
#include "views/cluster_view.h"
#include "views/draft_field.h"
#include "views/layout_tree.h"
#include "views/layout_view.h"
#include "views/part_form.h"
#include "views/question_box.h"
#include "window/main_window.h"

#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace rgsim;
using namespace rgsim::gui;

class TestWalkthrough : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings().clear();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->openExample(":/rgsim/scenarios/guard/collision_sequence.json");
        QVERIFY(waitForRun(document()));
        m_first = document().run()->fingerprint;
    }
    void cleanupTestCase() { m_window.reset(); }
    void playsFasterThanTimeAndStops();
    void stepsThroughEventsAndDecisions();
    void scrubbingMovesEveryPanel();
    void aServiceIsDraggedToAnotherNode();
    void everythingDoneByCommandsIsUndoneAndRedone();
    void aForkIsComparedWithMain();
    void theLayoutIsEditedSavedAndOpenedAgain();
    void everythingIsWrittenOut();
    void aLessonIsTakenFromStartToEnd();

private:
    Document& document() { return m_window->document(); }
    QUndoStack& undo() { return document().undoStack(); }
    void command(const char* id) { m_window->commands()[id]->trigger(); }
    QString path(const char* name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::uint64_t m_first = 0;
};

void TestWalkthrough::playsFasterThanTimeAndStops()
{
    document().setPlayhead(SimTime());
    while (m_window->playback().speed() < 1000)
        command("play.faster");
    command("play.toggle");
    QVERIFY(m_window->playback().isPlaying());
    QTRY_COMPARE(document().playhead(), document().end());
    QTRY_VERIFY(!m_window->playback().isPlaying());
}

void TestWalkthrough::stepsThroughEventsAndDecisions()
{
    command("play.start");
    QCOMPARE(document().playhead(), SimTime());
    QVector<SimTime> stops;
    for (SimTime last; stops.isEmpty() || document().playhead() != last;) {
        last = document().playhead();
        stops << last;
        command("play.nextEvent");
    }
    QVERIFY(stops.contains(SimTime::seconds(30)));  // the status check that moves meow
    QVERIFY(stops.contains(SimTime::seconds(150))); // the crash
    command("play.end");
    command("play.previousDecision");
    QTRY_VERIFY(document().playhead() < document().end()); // decisions are looked up beside
    QVERIFY(document().playhead() > SimTime::seconds(150));
}

void TestWalkthrough::scrubbingMovesEveryPanel()
{
    QVector<QImage> pictures;
    for (const int second : {10, 60, 165, 200}) {
        document().setPlayhead(SimTime::seconds(second));
        QTest::qWait(50);
        pictures << m_window->grab().toImage();
        QVERIFY(!pictures.mid(0, pictures.size() - 1).contains(pictures.last()));
    }
}

void TestWalkthrough::aServiceIsDraggedToAnotherNode()
{
    document().setPlayhead(SimTime::seconds(100));
    auto* view = qobject_cast<ClusterView*>(m_window->panel("cluster"));
    QVERIFY(view);
    ClusterCanvas& canvas = view->canvas();
    const ServiceIndex meow = document().run()->cluster().serviceByName("service:meow");
    const QPoint from = canvas.rectOf({Spot::Kind::Chip, 2, meow}).center().toPoint();
    const QPoint to = canvas.rectOf({Spot::Kind::Node, 1, noService}).center().toPoint();
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(&canvas, from + QPoint(20, 0));
    QTest::mouseMove(&canvas, to);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
    QVERIFY(waitForRun(document()));
    QVERIFY(document().run()->fingerprint != m_first);
    undo().undo();
    QVERIFY(waitForRun(document()));
    QCOMPARE(document().run()->fingerprint, m_first);
}

void TestWalkthrough::everythingDoneByCommandsIsUndoneAndRedone()
{
    document().setPlayhead(SimTime::seconds(100));
    const int before = undo().index();
    const ActContext context = contextOf(document());
    Acts acts = actsOnCluster(context);
    const auto add = [&acts](Acts more) { acts.insert(acts.end(), more.begin(), more.end()); };
    for (NodeIndex node = 0; node < 3; ++node)
        add(actsOnNode(context, node));
    add(actsOnService(context, 0));
    for (const ResourceIndex resource : resourcesOf(context.cluster().services[0]))
        add(actsOnResource(context, resource));
    int done = 0;
    for (const Act& act : acts) {
        if (!act.isEnabled())
            continue;
        carryOut(document(), act);
        ++done;
        QVERIFY2(!document().active().isBroken(), qPrintable(act.title));
        QCOMPARE(undo().undoText(), act.title);
    }
    QVERIFY(done > 20);
    QVERIFY(waitForRun(document()));
    const std::uint64_t after = document().run()->fingerprint;
    QVERIFY(after != m_first);
    while (undo().index() > before)
        undo().undo();
    QVERIFY(waitForRun(document()));
    QCOMPARE(document().run()->fingerprint, m_first);
    while (undo().canRedo())
        undo().redo();
    QVERIFY(waitForRun(document()));
    QCOMPARE(document().run()->fingerprint, after);
    while (undo().index() > before)
        undo().undo();
    QVERIFY(waitForRun(document()));
}

void TestWalkthrough::aForkIsComparedWithMain()
{
    document().setPlayhead(SimTime::seconds(100));
    command("fork.make");
    for (const Act& act : actsOnNode(contextOf(document()), 2)) {
        if (act.title.startsWith("Crash"))
            carryOut(document(), act);
    }
    QVERIFY(waitForRun(document()));
    auto* comparison = m_window->panel("comparison");
    QVERIFY(comparison);
    QTRY_VERIFY(comparison->isVisible());
    const auto* goThere = comparison->findChild<QPushButton*>();
    QTRY_VERIFY(goThere && goThere->isEnabled());
    document().setPlayhead(SimTime());
    const_cast<QPushButton*>(goThere)->click();
    QCOMPARE(document().playhead(), SimTime::seconds(100));
    command("fork.switch");
    QCOMPARE(document().run()->fingerprint, m_first);
    command("fork.drop");
}

void TestWalkthrough::theLayoutIsEditedSavedAndOpenedAgain()
{
    document().reveal("cluster.services[0].name");
    auto* layout = qobject_cast<LayoutView*>(m_window->panel("layout"));
    QVERIFY(layout && layout->isVisible());
    QTRY_VERIFY(layout->form());
    auto* name = qobject_cast<QLineEdit*>(layout->form()->field("name")->editor());
    QCOMPARE(m_window->focusWidget(), name);
    name->selectAll();
    QTest::keyClicks(name, "woof");
    QVERIFY(waitForRun(document()));
    QVERIFY(document().run()->cluster().serviceByName("service:woof") != noService);
    const std::uint64_t renamed = document().run()->fingerprint;
    QVERIFY(!document().save(path("mine.json")).hasErrors());
    m_window->openExample(":/rgsim/scenarios/placement/lowest_node_first.json");
    QVERIFY(m_window->openFile(path("mine.json")));
    QVERIFY(waitForRun(document()));
    QCOMPARE(document().run()->fingerprint, renamed);
}

void TestWalkthrough::everythingIsWrittenOut()
{
    struct {
        Export what;
        const char* name;
        const char* begin;
    } const files[] = {
        {Export::TimelinePicture, "timeline.png", "\x89PNG"},
        {Export::TimelinePicture, "timeline.svg", "<?xml"},
        {Export::TimelinePicture, "timeline.pdf", "%PDF"},
        {Export::ClusterPicture, "cluster.png", "\x89PNG"},
        {Export::ClusterPicture, "cluster.svg", "<?xml"},
        {Export::ClusterPicture, "cluster.pdf", "%PDF"},
        {Export::TimelineCsv, "timeline.csv", ""},
        {Export::LogCsv, "log.csv", ""},
        {Export::HtmlReport, "report.html", "<!DOCTYPE html>"},
    };
    for (const auto& file : files) {
        QVERIFY2(m_window->exportTo(file.what, path(file.name)).empty(), file.name);
        QFile written(path(file.name));
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray content = written.readAll();
        QVERIFY2(content.size() > 500 && content.startsWith(file.begin), file.name);
        if (file.what == Export::HtmlReport) {
            QVERIFY(content.contains("<svg"));
            QVERIFY(content.contains("data:image/png;base64,")); // the cluster at the playhead
            QVERIFY(content.contains("The cluster at 00:00:00"));
        }
    }
}

void TestWalkthrough::aLessonIsTakenFromStartToEnd()
{
    m_window->openExample(":/rgsim/scenarios/lessons/guard_lies.json");
    QVERIFY(waitForRun(document()));
    QWidget* panel = m_window->panel("lesson");
    QTRY_VERIFY(panel->isVisible());
    auto* next = panel->findChild<QPushButton*>("next");
    auto* progress = panel->findChild<QProgressBar*>();
    int questions = 0;
    for (int guard = 0; guard < 100 && progress->text() != "the end"; ++guard) {
        if (!next->isEnabled()) {
            panel->findChildren<QRadioButton*>().first()->click();
            panel->findChild<QPushButton*>("answer")->click();
            ++questions;
        }
        QTest::mouseClick(next, Qt::LeftButton);
    }
    QCOMPARE(progress->text(), QString("the end"));
    QVERIFY(questions > 0);
}

QTEST_MAIN(TestWalkthrough)
#include "tst_walkthrough.moc"
