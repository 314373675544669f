// The cluster at the playhead in a real window: what it shows, and what can be done in it with
// pointer and keyboard.
#include "analysis/timeline_at.h"
#include "support/open_document.h"
#include "views/act_line.h"
#include "views/act_menu.h"
#include "views/cluster_view.h"

#include <QApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

int coloursIn(const QImage& image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            colours.insert(image.pixel(x, y));
    }
    return static_cast<int>(colours.size());
}

QAction* actionOf(const QMenu& menu, const QString& text)
{
    for (QAction* action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

class TestClusterView : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsBeliefAndTruthApart();
    void followsThePlayheadAndTheSelection();
    void pressingAChipSelectsItsService();
    void arrowsMoveFromThingToThingAndEnterSelects();
    void theMenuKeyOpensTheMenuOfWhatHasTheFocus();
    void pointingAtAnActShowsItsOutcomeBeforeAnyClick();
    void triggeringAnActAddsItAndCanBeUndone();
    void draggingAChipToAnotherNodeRelocatesTheService();
    void escapeGivesUpADrag();
    void aMachineIsMigratedByDraggingWithControl();
    void requestsAreTypedWhereOneWants();
    void anOutcomeThatALessonHidesIsNotTold();
    void aBrokenScenarioCannotBeActedOn();
    void tellsItsStateInWords();
    void picturesAreSavedWholeOrNotAtAll();
    void opensWithoutARunAndWithEveryScenario_data();
    void opensWithoutARunAndWithEveryScenario();

private:
    void open(const QString& path);
    Spot chip(const char* service, NodeIndex node) const
    {
        return {Spot::Kind::Chip, node, m_document->run()->cluster().serviceByName(service)};
    }
    QPoint centreOf(const Spot& spot) const
    {
        return m_view->canvas().rectOf(spot).center().toPoint();
    }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<ClusterView> m_view;
};

void TestClusterView::init()
{
    m_document = std::make_unique<Document>();
    m_view = std::make_unique<ClusterView>(*m_document);
    m_view->resize(900, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    open(scenarioPath("guard/collision_sequence.json"));
}

void TestClusterView::cleanup()
{
    m_view.reset();
    m_document.reset();
}

void TestClusterView::open(const QString& path)
{
    QVERIFY(!m_document->open(path).hasErrors());
    QVERIFY(waitForRun(*m_document));
}

void TestClusterView::showsBeliefAndTruthApart()
{
    m_document->setPlayhead(SimTime::seconds(10));
    const ClusterScene& scene = *m_view->canvas().scene();
    const int bark = scene.chipOf(0, 0);
    const int meow = scene.chipOf(1, 0);
    QVERIFY(bark >= 0 && meow >= 0);
    QCOMPARE(scene.chips[static_cast<std::size_t>(bark)].truth, ChipTruth::Whole);
    const SceneChip& phantom = scene.chips[static_cast<std::size_t>(meow)];
    QVERIFY(phantom.isPhantom);
    QCOMPARE(phantom.truth, ChipTruth::None);
    QCOMPARE(phantom.state, QString("record only"));
    QVERIFY(coloursIn(m_view->grab().toImage()) > 5);
}

void TestClusterView::followsThePlayheadAndTheSelection()
{
    m_document->setPlayhead(SimTime::seconds(165)); // node1 is dead, and not fenced
    const ClusterScene& scene = *m_view->canvas().scene();
    QCOMPARE(scene.nodes[0].state, NodeState::Lost);
    QCOMPARE(scene.nodes[0].stateText, QString("lost, unfenced"));
    m_document->select(Selection::service("service:meow"));
    const int selected = m_view->canvas().emphasis().selectedChip;
    QVERIFY(selected >= 0);
    QCOMPARE(scene.chips[static_cast<std::size_t>(selected)].node, NodeIndex{2});
    m_document->select(Selection::node("node2.example.com"));
    QCOMPARE(m_view->canvas().emphasis().selectedNode, 1);
    QCOMPARE(m_view->canvas().emphasis().selectedChip, -1);
    m_document->setHighlights({"node3.example.com", "service:bark"});
    QCOMPARE(m_view->canvas().emphasis().highlightedNodes, std::vector<int>{2});
    QCOMPARE(m_view->canvas().emphasis().highlightedChips.size(), std::size_t{1});
}

void TestClusterView::pressingAChipSelectsItsService()
{
    m_document->setPlayhead(SimTime::seconds(10));
    QTest::mouseClick(&m_view->canvas(), Qt::LeftButton, {}, centreOf(chip("service:bark", 0)));
    QCOMPARE(m_document->selection(), Selection::service("service:bark"));
    QTest::mouseClick(&m_view->canvas(), Qt::LeftButton, {},
                      centreOf({Spot::Kind::Node, 2, noService}));
    QCOMPARE(m_document->selection(), Selection::node("node3.example.com"));
}

void TestClusterView::arrowsMoveFromThingToThingAndEnterSelects()
{
    m_document->setPlayhead(SimTime::seconds(10));
    ClusterCanvas& canvas = m_view->canvas();
    QTest::keyClick(&canvas, Qt::Key_Right); // the first thing, if none had the focus
    QCOMPARE(canvas.focusedSpot(), (Spot{Spot::Kind::Node, 0, noService}));
    QTest::keyClick(&canvas, Qt::Key_Right);
    QCOMPARE(canvas.focusedSpot(), (Spot{Spot::Kind::Node, 1, noService}));
    QTest::keyClick(&canvas, Qt::Key_Left);
    QTest::keyClick(&canvas, Qt::Key_Down);
    QCOMPARE(canvas.focusedSpot(), chip("service:bark", 0));
    QTest::keyClick(&canvas, Qt::Key_Right);
    QCOMPARE(canvas.focusedSpot(), chip("service:meow", 0));
    QTest::keyClick(&canvas, Qt::Key_Return);
    QCOMPARE(m_document->selection(), Selection::service("service:meow"));
}

void TestClusterView::theMenuKeyOpensTheMenuOfWhatHasTheFocus()
{
    m_document->setPlayhead(SimTime::seconds(100));
    ClusterCanvas& canvas = m_view->canvas();
    QTest::keyClick(&canvas, Qt::Key_Right);
    QTest::keyClick(&canvas, Qt::Key_F10, Qt::ShiftModifier);
    QVERIFY(m_view->menu() && m_view->menu()->isVisible());
    QVERIFY(actionOf(*m_view->menu(), "Crash"));
    QTest::keyClick(m_view->menu(), Qt::Key_Escape);
    QTRY_VERIFY(!m_view->menu()->isVisible());
    QTest::keyClick(&canvas, Qt::Key_Down);
    QTest::keyClick(&canvas, Qt::Key_Menu);
    QVERIFY(actionOf(*m_view->menu(), "Restart"));
    QVERIFY(!actionOf(*m_view->menu(), "Crash"));
}

void TestClusterView::pointingAtAnActShowsItsOutcomeBeforeAnyClick()
{
    m_document->setPlayhead(SimTime::seconds(100));
    m_view->openMenu({Spot::Kind::Node, 0, noService}, {});
    ActMenu& menu = *m_view->menu();
    menu.setActiveAction(actionOf(menu, "Crash"));
    QTRY_VERIFY(m_view->stage().prediction() != nullptr);
    const Emphasis& emphasis = m_view->canvas().emphasis();
    QCOMPARE(emphasis.ghosts.size(), std::size_t{1});
    QCOMPARE(emphasis.ghosts[0].node, NodeIndex{1});
    QCOMPARE(emphasis.ghosts[0].text, QString("bark in 30s"));
    QCOMPARE(emphasis.crossedNodes, std::vector<int>{0});
    QCOMPARE(emphasis.leavingChips.size(), std::size_t{1});
    QVERIFY2(m_view->line().words().contains("bark: from node1 to node2, out for 30s"),
             qPrintable(m_view->line().words()));
    QCOMPARE(m_view->line().option(), QString("--crash node1.example.com@100s"));
    QVERIFY(m_view->line().command().startsWith("echo c > /proc/sysrq-trigger"));
    QCOMPARE(m_document->undoStack().count(), 0);
    // Another act: another outcome; none: no ghosts, but words and commands can still be copied.
    menu.setActiveAction(actionOf(menu, "Power cycle"));
    QCOMPARE(m_view->line().option(), QString("--power-cycle node1.example.com@100s"));
    menu.close();
    QTRY_VERIFY(m_view->canvas().emphasis().ghosts.empty());
    QVERIFY(!m_view->line().command().isEmpty());
    m_document->setPlayhead(SimTime::seconds(101));
    QVERIFY(m_view->line().command().isEmpty());
}

void TestClusterView::triggeringAnActAddsItAndCanBeUndone()
{
    m_document->setPlayhead(SimTime::seconds(100));
    const RunPtr before = m_document->run();
    m_view->openMenu({Spot::Kind::Node, 1, noService}, {});
    actionOf(*m_view->menu(), "Crash")->trigger();
    QCOMPARE(m_document->undoStack().undoText(), QString("Crash node2.example.com at 00:01:40"));
    QVERIFY(waitForRun(*m_document));
    QVERIFY(m_document->run()->fingerprint != before->fingerprint);
    QCOMPARE(m_view->canvas().scene()->nodes[1].state, NodeState::Lost);
    m_document->undoStack().undo();
    QVERIFY(waitForRun(*m_document));
    QCOMPARE(m_document->run()->fingerprint, before->fingerprint);
}

void TestClusterView::draggingAChipToAnotherNodeRelocatesTheService()
{
    m_document->setPlayhead(SimTime::seconds(100));
    ClusterCanvas& canvas = m_view->canvas();
    const QPoint from = centreOf(chip("service:meow", 2));
    const QPoint to = centreOf({Spot::Kind::Node, 1, noService});
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(&canvas, from + QPoint(20, 0));
    QTest::mouseMove(&canvas, to);
    QCOMPARE(canvas.emphasis().dropNode, 1);
    QTRY_VERIFY(m_view->stage().prediction() != nullptr);
    // bark too will be elsewhere: node1 dies soon, and node2 is taken then.
    QCOMPARE(canvas.emphasis().ghosts.size(), std::size_t{2});
    QCOMPARE(canvas.emphasis().ghosts[0].node, NodeIndex{2});
    QCOMPARE(canvas.emphasis().ghosts[1].node, NodeIndex{1});
    QVERIFY(m_view->line().command().startsWith("clusvcadm -r service:meow -m node2"));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
    QVERIFY(waitForRun(*m_document));
    const auto& events = m_document->run()->scenario().plan.events;
    QCOMPARE(events.back().request, AdminRequest::Relocate);
    QCOMPARE(events.back().target, NodeIndex{1});
    QCOMPARE(events.back().at, SimTime::seconds(100));
    m_document->setPlayhead(SimTime::seconds(101));
    QVERIFY(canvas.scene()->chipOf(1, 1) >= 0);
}

void TestClusterView::escapeGivesUpADrag()
{
    m_document->setPlayhead(SimTime::seconds(100));
    ClusterCanvas& canvas = m_view->canvas();
    const QPoint from = centreOf(chip("service:meow", 2));
    const QPoint to = centreOf({Spot::Kind::Node, 1, noService});
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(&canvas, to);
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
    QCOMPARE(m_document->undoStack().count(), 0);
    QCOMPARE(canvas.emphasis().dragged, noService);
    QVERIFY(!m_view->stage().act());
}

void TestClusterView::aMachineIsMigratedByDraggingWithControl()
{
    ScenarioDraft draft = m_document->draft();
    draft.addService("guest", "vm");
    m_document->edit("Add a machine", draft);
    QVERIFY(waitForRun(*m_document));
    m_document->setPlayhead(SimTime::seconds(100));
    ClusterCanvas& canvas = m_view->canvas();
    const ServiceIndex guest = m_document->run()->cluster().serviceByName("vm:guest");
    const NodeIndex home =
        beliefAt(m_document->run()->timeline.services[static_cast<std::size_t>(guest)],
                 SimTime::seconds(100))
            .owner;
    const auto target = static_cast<NodeIndex>(home == 1 ? 2 : 1);
    for (const auto& [modifiers, request] :
         {std::pair{Qt::NoModifier, AdminRequest::Relocate},
          std::pair{Qt::ControlModifier, AdminRequest::Migrate}}) {
        const QPoint to = centreOf({Spot::Kind::Node, target, noService});
        QTest::mousePress(&canvas, Qt::LeftButton, modifiers, centreOf(chip("vm:guest", home)));
        QMouseEvent move(QEvent::MouseMove, to, canvas.mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, modifiers);
        QApplication::sendEvent(&canvas, &move);
        QTest::mouseRelease(&canvas, Qt::LeftButton, modifiers, to);
        QVERIFY(waitForRun(*m_document));
        QCOMPARE(m_document->run()->scenario().plan.events.back().request, request);
        m_document->undoStack().undo();
        QVERIFY(waitForRun(*m_document));
    }
}

void TestClusterView::requestsAreTypedWhereOneWants()
{
    m_document->setPlayhead(SimTime::seconds(100));
    const auto restart = [this] {
        m_view->openMenu(chip("service:meow", 2), {});
        actionOf(*m_view->menu(), "Restart")->trigger();
        m_view->menu()->close();
        [[maybe_unused]] const bool isThere = waitForRun(*m_document);
        return m_document->run()->scenario().plan.events.back().node;
    };
    QCOMPARE(restart(), NodeIndex{2}); // where the service is
    m_view->openMenu(chip("service:meow", 2), {});
    QMenu* places = actionOf(*m_view->menu(), "Type requests on")->menu();
    actionOf(*places, "node2")->trigger();
    m_view->menu()->close();
    QCOMPARE(restart(), NodeIndex{1});
}

void TestClusterView::anOutcomeThatALessonHidesIsNotTold()
{
    m_document->setPlayhead(SimTime::seconds(100));
    m_document->setHorizon(SimTime::seconds(100));
    m_view->openMenu({Spot::Kind::Node, 0, noService}, {});
    m_view->menu()->setActiveAction(actionOf(*m_view->menu(), "Crash"));
    QTest::qWait(50);
    QVERIFY(!m_view->stage().prediction());
    QVERIFY(m_view->line().words().contains("after the answer"));
}

void TestClusterView::aBrokenScenarioCannotBeActedOn()
{
    m_document->edit("Spoil the end", [](ScenarioDraft& draft) { draft.set("until", "soon"); });
    QVERIFY(m_document->active().isBroken());
    m_view->openMenu({Spot::Kind::Node, 0, noService}, {});
    QVERIFY(m_view->menu() != nullptr);
    for (const QAction* action : m_view->menu()->actions())
        QVERIFY(action->menu() != nullptr || !action->isEnabled());
}

void TestClusterView::tellsItsStateInWords()
{
    m_document->setPlayhead(SimTime::seconds(10));
    const QString before = m_view->canvas().accessibleDescription();
    QVERIFY2(before.contains("node1 is up: bark runs, meow record only"), qPrintable(before));
    m_document->setPlayhead(SimTime::seconds(165));
    const QString after = m_view->canvas().accessibleDescription();
    QVERIFY2(after.contains("node1 is lost"), qPrintable(after));
}

void TestClusterView::picturesAreSavedWholeOrNotAtAll()
{
    m_document->setPlayhead(SimTime::seconds(10));
    QTemporaryDir folder;
    QVERIFY(!m_view->savePng(folder.filePath("a.png")).hasErrors());
    QVERIFY(coloursIn(QImage(folder.filePath("a.png"))) > 5);
    QVERIFY(!m_view->saveSvg(folder.filePath("a.svg")).hasErrors());
    QFile svg(folder.filePath("a.svg"));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QVERIFY(svg.readAll().contains("bark"));
    QVERIFY(!m_view->savePdf(folder.filePath("a.pdf")).hasErrors());
    QFile pdf(folder.filePath("a.pdf"));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF"));
    for (const auto& problems :
         {m_view->savePng("/no/such/a.png"), m_view->saveSvg("/no/such/a.svg"),
          m_view->savePdf("/no/such/a.pdf")})
        QVERIFY(problems.hasErrors());
}

void TestClusterView::opensWithoutARunAndWithEveryScenario_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("nothing") << QString();
    for (const char* name : {"large/data_centre.json", "membership/two_node_split.json",
                             "resources/nfs_cluster.json", "membership/quorum_lost_by_all.json"})
        QTest::newRow(name) << scenarioPath(name);
}

void TestClusterView::opensWithoutARunAndWithEveryScenario()
{
    QFETCH(QString, path);
    m_document->close();
    QVERIFY(!m_view->canvas().scene());
    m_view->grab();
    if (path.isEmpty())
        return;
    open(path);
    for (int part = 0; part <= 10; ++part) {
        m_document->setPlayhead(SimTime{m_document->end().ms * part / 10});
        QVERIFY(coloursIn(m_view->canvas().grab().toImage()) > 5);
    }
}

QTEST_MAIN(TestClusterView)
#include "tst_cluster_view.moc"
