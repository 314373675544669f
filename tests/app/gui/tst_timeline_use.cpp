// The timeline in less usual moments: nothing to show, a run without length, another run, another
// branch, a selection made elsewhere. Real mouse and keys on a real widget.
#include "plots/timeline_canvas.h"
#include "plots/timeline_plot.h"
#include "support/cluster_factory.h"
#include "support/open_document.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QHelpEvent>
#include <QScrollBar>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

using namespace rgsim;
using namespace rgsim::gui;
using namespace rgsim::support;

namespace {

constexpr int patience = 60'000;
const QString scenarios = QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/");
const QString collision = scenarios + QStringLiteral("guard/collision_sequence.json");

void turnWheel(TimelineCanvas& canvas, QPointF at, int notches,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWheelEvent event(at, canvas.mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&canvas, &event);
}

void drag(QWidget& widget, Qt::MouseButton button, Qt::KeyboardModifiers modifiers, QPoint from,
          QPoint to)
{
    QTest::mousePress(&widget, button, modifiers, from);
    for (int i = 1; i <= 4; ++i) {
        const QPointF at = QPointF(from) + QPointF(to - from) * i / 4;
        QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, button,
                         modifiers);
        QApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, button, modifiers, to);
}

} // namespace

class TestTimelineUse : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theViewNeverLeavesTheRun();
    void shiftDraggingScrubs();
    void aClickOnANameSelectsAndLeavesThePlayhead();
    void controlWheelMakesLanesHigher();
    void tooltipsTellRecordAndTruthApart();
    void theDescriptionFollowsThePlayhead();
    void aSelectionMadeElsewhereIsScrolledIntoView();
    void aClickInTheOtherBranchMakesItActive();
    void anEmptyDocumentIsShownAndTakesAllInput();
    void aRunWithoutLengthIsShown();
    void anEditKeepsTheView();
    void onlyTheCursorIsPaintedWhenThePlayheadMoves();

private:
    TimelineCanvas& canvas() { return m_plot->canvas(); }
    const TimelineArea& area(std::size_t branch = 0) { return *canvas().areas()[branch]; }
    QPoint pointAt(SimTime at, int lane, std::size_t branch = 0)
    {
        return {qRound(area(branch).scale().x(at)),
                qRound(area(branch).boxOf(lane).top() + area(branch).boxOf(lane).height() * 0.3)};
    }
    int laneOf(const QString& name, std::size_t branch = 0)
    {
        return area(branch).branch().lanes->laneOf(name);
    }
    std::int64_t msPerPixel() { return qCeil(1 / area().scale().pixelsPerMs()); }
    QString tipAt(QPoint position);
    void open(const QString& path);
    void settle();
    void showPlot();
    void forkAndCrash();

    std::unique_ptr<Document> m_document;
    std::unique_ptr<TimelinePlot> m_plot;
};

void TestTimelineUse::init()
{
    m_document = std::make_unique<Document>();
    open(collision);
    showPlot();
}

void TestTimelineUse::cleanup()
{
    m_plot.reset();
    m_document.reset();
}

void TestTimelineUse::open(const QString& path)
{
    QVERIFY(!m_document->open(path).hasErrors());
    QVERIFY(waitForRun(*m_document, patience));
}

void TestTimelineUse::settle()
{
    QTest::qWait(20);
}

void TestTimelineUse::showPlot()
{
    m_plot = std::make_unique<TimelinePlot>(*m_document);
    m_plot->resize(1000, 500);
    m_plot->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
    settle();
}

void TestTimelineUse::forkAndCrash()
{
    m_document->fork(SimTime::seconds(100));
    m_document->act("Crash node3", crashAt(110, 2));
    QVERIFY(waitForRun(*m_document, patience));
    QVERIFY(QTest::qWaitFor([this] { return canvas().scene().difference.has_value(); }, patience));
    settle();
}

QString TestTimelineUse::tipAt(QPoint position)
{
    QToolTip::hideText();
    QHelpEvent event(QEvent::ToolTip, position, canvas().mapToGlobal(position));
    QApplication::sendEvent(&canvas(), &event);
    return QToolTip::text();
}

void TestTimelineUse::theViewNeverLeavesTheRun()
{
    turnWheel(canvas(), {400, 200}, -50);
    const QCPRange whole = canvas().view();
    QVERIFY(whole.lower <= 0 && whole.upper >= 300'000);
    QVERIFY(whole.size() < 320'000);
    turnWheel(canvas(), {400, 200}, 300);
    QVERIFY(canvas().view().size() >= 1);
    canvas().setView({-1e12, -1e12 + 60'000});
    QVERIFY(canvas().view().lower >= whole.lower);
    canvas().setView({1e12, 1e12 + 60'000});
    QVERIFY(canvas().view().upper <= whole.upper + 1);
}

void TestTimelineUse::shiftDraggingScrubs()
{
    const int lane = laneOf("service:meow");
    drag(canvas(), Qt::LeftButton, Qt::ShiftModifier, pointAt(SimTime::seconds(50), lane),
         pointAt(SimTime::seconds(180), lane));
    QVERIFY(std::abs((m_document->playhead() - SimTime::seconds(180)).ms) <= msPerPixel());
    QVERIFY(canvas().showsAll());
}

void TestTimelineUse::aClickOnANameSelectsAndLeavesThePlayhead()
{
    m_document->setPlayhead(SimTime::seconds(33));
    const QRectF box = area().boxOf(laneOf("node2.example.com"));
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, QPointF(20, box.center().y()).toPoint());
    QCOMPARE(m_document->selection(), Selection::node("node2.example.com"));
    QCOMPARE(m_document->playhead(), SimTime::seconds(33));
}

void TestTimelineUse::controlWheelMakesLanesHigher()
{
    const double before = area().boxOf(laneOf("service:bark")).height();
    turnWheel(canvas(), {500, 200}, 3, Qt::ControlModifier);
    QVERIFY(area().boxOf(laneOf("service:bark")).height() > before);
    QVERIFY(canvas().showsAll());
    turnWheel(canvas(), {500, 200}, 40, Qt::ControlModifier);
    settle();
    auto* scrollBar = m_plot->findChild<QScrollBar*>();
    QVERIFY(scrollBar->isVisible());
    scrollBar->setValue(scrollBar->maximum());
    QCOMPARE(canvas().scroll(), static_cast<double>(scrollBar->maximum()));
}

void TestTimelineUse::tooltipsTellRecordAndTruthApart()
{
    const QString tip = tipAt(pointAt(SimTime::seconds(15), laneOf("service:meow")));
    QVERIFY2(tip.contains("Record: started on node1"), qPrintable(tip));
    QVERIFY2(tip.contains("Really: runs nowhere"), qPrintable(tip));
    const QString later = tipAt(pointAt(SimTime::seconds(60), laneOf("service:meow")));
    QVERIFY2(later.contains("Really: runs on node3"), qPrintable(later));
    const QString lost = tipAt(pointAt(SimTime::seconds(160), laneOf("node1.example.com")));
    QVERIFY2(lost.contains("not yet declared down"), qPrintable(lost));
}

void TestTimelineUse::theDescriptionFollowsThePlayhead()
{
    m_document->select(Selection::service("service:bark"));
    m_document->setPlayhead(SimTime::seconds(10));
    QVERIFY(canvas().accessibleDescription().contains("runs on node1"));
    m_document->setPlayhead(SimTime::seconds(250));
    QVERIFY(canvas().accessibleDescription().contains("runs on node2"));
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&canvas());
    QVERIFY(accessible);
    QCOMPARE(accessible->text(QAccessible::Description), canvas().accessibleDescription());
}

void TestTimelineUse::aSelectionMadeElsewhereIsScrolledIntoView()
{
    open(scenarios + "large/data_centre.json");
    m_plot->setOnlyNews(false);
    settle();
    const auto& cluster = m_document->run()->cluster();
    const QString last = QString::fromStdString(cluster.services.back().fullName);
    m_document->select(Selection::service(last));
    const QRectF box = area().boxOf(laneOf(last));
    QVERIFY(box.top() >= area().rect()->top() - 1);
    QVERIFY(box.bottom() <= area().rect()->bottom() + 2);
}

void TestTimelineUse::aClickInTheOtherBranchMakesItActive()
{
    forkAndCrash();
    QCOMPARE(m_document->activeBranch(), BranchId::Fork);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {},
                      pointAt(SimTime::seconds(40), laneOf("service:bark")));
    QCOMPARE(m_document->activeBranch(), BranchId::Main);
    QVERIFY(std::abs((m_document->playhead() - SimTime::seconds(40)).ms) <= msPerPixel());
}

void TestTimelineUse::anEmptyDocumentIsShownAndTakesAllInput()
{
    m_document->close();
    settle();
    QVERIFY(!m_plot->grab().isNull());
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {500, 200});
    QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, {500, 200});
    drag(canvas(), Qt::LeftButton, {}, {500, 200}, {300, 100});
    drag(canvas(), Qt::RightButton, {}, {500, 200}, {300, 100});
    turnWheel(canvas(), {500, 200}, 3);
    canvas().setFocus();
    for (const int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Plus,
                          Qt::Key_Minus, Qt::Key_Up, Qt::Key_Down, Qt::Key_0, Qt::Key_PageDown})
        QTest::keyClick(&canvas(), static_cast<Qt::Key>(key));
    tipAt({500, 200});
    for (QAction* action : m_plot->findChildren<QAction*>())
        action->trigger();
    QCOMPARE(m_document->playhead(), SimTime());
    QVERIFY(!canvas().accessibleDescription().isEmpty());
}

void TestTimelineUse::aRunWithoutLengthIsShown()
{
    m_document->edit("End at once", [](ScenarioDraft& draft) {
        draft.set("until", "0s");
        draft.set("events", QJsonArray());
    });
    QVERIFY(waitForRun(*m_document, patience));
    QVERIFY(!m_document->active().isBroken());
    settle();
    turnWheel(canvas(), {500, 200}, 3);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {500, 200});
    QCOMPARE(m_document->playhead(), SimTime());
}

void TestTimelineUse::anEditKeepsTheView()
{
    canvas().setView({50'000, 100'000});
    const RunPtr before = m_document->run();
    m_document->edit("Another seed", [](ScenarioDraft& draft) { draft.set("seed", 77); });
    QVERIFY(QTest::qWaitFor([&] { return m_document->run() != before; }, patience));
    QCOMPARE(canvas().view().lower, 50'000.0);
    QCOMPARE(canvas().view().upper, 100'000.0);
    m_document->close();
    open(collision);
    QVERIFY(canvas().showsAll());
}

void TestTimelineUse::onlyTheCursorIsPaintedWhenThePlayheadMoves()
{
    int replots = 0;
    connect(&canvas(), &QCustomPlot::afterReplot, this, [&] { ++replots; });
    const QImage before = canvas().grab().toImage();
    for (int second = 1; second < 100; second += 7) {
        m_document->setPlayhead(SimTime::seconds(second));
        settle();
    }
    QCOMPARE(replots, 0);
    QVERIFY(canvas().grab().toImage() != before);
}

QTEST_MAIN(TestTimelineUse)
#include "tst_timeline_use.moc"
