#include "plots/lane_words.h"
#include "plots/time_ticker.h"
#include "plots/timeline_canvas.h"
#include "plots/timeline_plot.h"
#include "plots/visible_segments.h"
#include "support/open_document.h"

#include <QAction>
#include <QDirIterator>
#include <QLabel>
#include <QSvgRenderer>
#include <QTest>
#include <QWheelEvent>

#include <set>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

constexpr int patience = 60'000;

const QString collision = QStringLiteral(":/rgsim/scenarios/guard/collision_sequence.json");

// A grab, reduced to the number of its colours.
std::size_t coloursOf(QWidget& widget)
{
    const QImage image = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        colours.insert(line, line + image.width());
    }
    return colours.size();
}

void turnWheel(QWidget& widget, const QPointF& at, int notches, Qt::KeyboardModifiers keys = {})
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, QPoint(0, notches * 120), Qt::NoButton, keys,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

void drag(QWidget& widget, QPoint from, QPoint to, Qt::MouseButton button,
          Qt::KeyboardModifiers keys = {})
{
    QTest::mousePress(&widget, button, keys, from);
    for (int step = 1; step <= 4; ++step) {
        const QPointF at = from + QPointF(to - from) * step / 4;
        QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, button, keys);
        QCoreApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, button, keys, to);
}

// The document with its panel, as the window has them.
struct Shown {
    explicit Shown(const QString& example = collision, QSize size = {1000, 500})
    {
        if (!example.isEmpty())
            document.openExample(example);
        plot.resize(size);
        plot.show();
        if (!example.isEmpty())
            waitForRun(document, patience);
        QTest::qWait(1);
    }
    TimelineCanvas& canvas() { return plot.canvas(); }
    const TimelineArea& area(std::size_t branch = 0) { return *canvas().areas()[branch]; }
    const TimelineLanes& lanes() { return *area().branch().lanes; }
    int x(std::int64_t seconds)
    {
        return static_cast<int>(std::lround(area().scale().x(SimTime::seconds(seconds))));
    }
    /// The middle of the upper part of a lane, where there are no signs.
    QPoint point(const QString& lane, std::int64_t seconds, std::size_t branch = 0)
    {
        const QRectF box = area(branch).boxOf(area(branch).branch().lanes->laneOf(lane));
        return {x(seconds), static_cast<int>(box.top() + box.height() / 4)};
    }
    /// What a pixel is worth.
    std::int64_t pixel() { return std::llround(1.01 / area().scale().pixelsPerMs()); }

    Document document;
    TimelinePlot plot{document};
};

std::int64_t distance(SimTime a, SimTime b)
{
    return std::abs(a.ms - b.ms);
}

// A run of which only the timeline means anything, with @p count of everything.
RunPtr longRun(std::size_t count)
{
    Document document;
    document.openExample(collision);
    if (!waitForRun(document, patience))
        return nullptr;
    RecordedRun run(document.run()->run.sharedScenario());
    run.finish();
    Timeline timeline = document.run()->timeline;
    timeline.end = SimTime::seconds(static_cast<std::int64_t>(count));
    timeline.marks.clear();
    ServiceTimeline& service = timeline.services.front();
    service.belief.clear();
    service.truth.clear();
    for (std::size_t i = 0; i < count; ++i) {
        const SimTime from = SimTime::seconds(static_cast<std::int64_t>(i));
        const SimTime to = from + SimDuration::seconds(1);
        BeliefSegment belief{from, to, true};
        belief.state = i % 2 == 0 ? ServiceState::Started : ServiceState::Recoverable;
        belief.owner = static_cast<NodeIndex>(i % 3);
        service.belief.push_back(belief);
        TruthSegment truth{from, to, {}, {}};
        if (i % 4 == 0)
            truth.runsOn.insert(belief.owner);
        service.truth.push_back(truth);
        Mark mark;
        mark.at = from;
        mark.kind = static_cast<MarkKind>(i % TimelineLanes::markKinds);
        mark.service = 0;
        mark.node = belief.owner;
        mark.other = 0;
        timeline.marks.push_back(mark);
    }
    for (std::size_t i = 1; i < timeline.services.size(); ++i) {
        timeline.services[i].belief.back().to = timeline.end;
        timeline.services[i].truth.back().to = timeline.end;
    }
    for (std::vector<NodeSegment>& node : timeline.nodes)
        node.back().to = timeline.end;
    Summary summary = document.run()->summary;
    return std::make_shared<const RunResult>(
        RunResult{std::move(run), std::move(timeline), std::move(summary), 0, {}, false});
}

} // namespace

class TestTimelinePlot : public QObject {
    Q_OBJECT

private slots:
    void stretchesThatShareAPixelAreOne();
    void onlyVisibleStretchesAreVisited();
    void axisLabelsSayWhatTheStepNeeds_data();
    void axisLabelsSayWhatTheStepNeeds();
    void aClickMovesThePlayheadToTheTimeUnderIt();
    void aClickOnALaneSelectsWhoItIsAbout();
    void zoomKeepsTheTimeUnderTheCursor();
    void draggingPans();
    void aDoubleClickShowsAllAndLeavesThePlayhead();
    void draggingTheHandleScrubs();
    void draggingMarksAnInterval_data();
    void draggingMarksAnInterval();
    void controlAndWheelChangeTheHeightOfLanes();
    void aClickOnAMarkSelects();
    void keysMoveThePlayhead();
    void keysChooseALaneAndItsMarks();
    void theDescriptionTellsBeliefAndTruth();
    void phantomsOfDifferentRecordsAreDifferent();
    void onANodeNoTwoServicesShareARow();
    void onlyNewsHidesTheRest();
    void twoBranchesStandOneAboveTheOther();
    void whatIsNotRevealedCannotBePointedAt();
    void aBrokenDraftIsTold();
    void anEmptyDocumentShowsNoLanes();
    void everyShippedScenarioShows_data();
    void everyShippedScenarioShows();
    void aMillionMarksAndStretchesArePainted();
    void picturesAreOfTheirKind();
    void everyButtonHasAName();
};

void TestTimelinePlot::stretchesThatShareAPixelAreOne()
{
    const auto at = [](std::int64_t ms) { return SimTime{ms}; };
    // One pixel for 10 ms: wide, four narrow ones, wide, one narrow.
    const std::vector<Stretch> stretches{{at(0), at(100)},   {at(100), at(102)}, {at(102), at(104)},
                                         {at(104), at(106)}, {at(106), at(110)}, {at(110), at(200)},
                                         {at(500), at(501)}};
    const TimeScale scale{0, 100, 0, 1000};
    QStringList seen;
    forEachVisible(stretches, scale, [&](double left, double right, const Stretch* stretch) {
        seen << QString("%1-%2%3").arg(left).arg(right).arg(stretch ? "" : " many");
    });
    QCOMPARE(seen, QStringList({"0-10", "10-11 many", "11-20", "50-51"}));
}

void TestTimelinePlot::onlyVisibleStretchesAreVisited()
{
    std::vector<Stretch> stretches;
    for (std::int64_t i = 0; i < 100'000; ++i)
        stretches.push_back({{i * 10}, {i * 10 + 10}});
    int visits = 0;
    const auto count = [&visits](double, double, const Stretch*) { ++visits; };
    forEachVisible(stretches, TimeScale{0, 500, 5000, 5100}, count);
    QVERIFY2(visits >= 10 && visits <= 12, qPrintable(QString::number(visits)));
    visits = 0;
    forEachVisible(stretches, TimeScale{0, 500, 0, 1'000'000}, count);
    QCOMPARE(visits, 1); // all of it is too dense
}

void TestTimelinePlot::axisLabelsSayWhatTheStepNeeds_data()
{
    QTest::addColumn<qint64>("at");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<QString>("label");
    const qint64 day = 86'400'000;
    QTest::newRow("seconds") << qint64{90'000} << qint64{30'000} << "00:01:30";
    QTest::newRow("part of a second") << qint64{90'500} << qint64{500} << "00:01:30.500";
    QTest::newRow("hours of a day") << 3 * day + 6 * 3'600'000 << qint64{3'600'000} << "3d 06:00";
    QTest::newRow("seconds of a day") << day + 1000 << qint64{1000} << "1d 00:00:01";
    QTest::newRow("days") << 400 * day << day << "400d";
}

void TestTimelinePlot::axisLabelsSayWhatTheStepNeeds()
{
    QFETCH(qint64, at);
    QFETCH(qint64, step);
    QTEST(axisLabel({at}, {step}), "label");
}

void TestTimelinePlot::aClickMovesThePlayheadToTheTimeUnderIt()
{
    Shown shown;
    shown.document.setSpan(TimeSpan{SimTime::seconds(1), SimTime::seconds(2)});
    QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, shown.point("service:meow", 120));
    const std::int64_t away = distance(shown.document.playhead(), SimTime::seconds(120));
    QVERIFY2(away <= shown.pixel(), qPrintable(QString::number(away)));
    QVERIFY(!shown.document.span());
}

void TestTimelinePlot::aClickOnALaneSelectsWhoItIsAbout()
{
    Shown shown;
    QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, shown.point("service:meow", 120));
    QCOMPARE(shown.document.selection(), Selection::service("service:meow"));
    const SimTime before = shown.document.playhead();
    QPoint name = shown.point("node2.example.com", 0);
    name.setX(10);
    QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, name);
    QCOMPARE(shown.document.selection(), Selection::node("node2.example.com"));
    QCOMPARE(shown.document.playhead(), before);
    QCOMPARE(shown.canvas().scene().chosen, QString("node2.example.com"));
}

void TestTimelinePlot::zoomKeepsTheTimeUnderTheCursor()
{
    Shown shown;
    const QPointF at(shown.x(100), 200);
    const double before = shown.area().scale().msAt(at.x());
    const double size = shown.canvas().view().size();
    turnWheel(shown.canvas(), at, 3);
    QVERIFY(shown.canvas().view().size() < size * 0.6);
    QVERIFY(std::abs(shown.area().scale().msAt(at.x()) - before) < 1);
    turnWheel(shown.canvas(), at, -1);
    QVERIFY(std::abs(shown.area().scale().msAt(at.x()) - before) < 1);
    turnWheel(shown.canvas(), at, -50);
    QVERIFY(shown.canvas().showsAll());
}

void TestTimelinePlot::draggingPans()
{
    Shown shown;
    turnWheel(shown.canvas(), QPointF(shown.x(150), 200), 5);
    const SimTime playhead = shown.document.playhead();
    const QPoint from(500, 300);
    const double grabbed = shown.area().scale().msAt(from.x());
    drag(shown.canvas(), from, from + QPoint(120, 0), Qt::LeftButton);
    QVERIFY(std::abs(shown.area().scale().msAt(from.x() + 120) - grabbed) < 1);
    QCOMPARE(shown.document.playhead(), playhead);
}

void TestTimelinePlot::aDoubleClickShowsAllAndLeavesThePlayhead()
{
    Shown shown;
    shown.document.setPlayhead(SimTime::seconds(42));
    turnWheel(shown.canvas(), QPointF(shown.x(150), 200), 5);
    QVERIFY(!shown.canvas().showsAll());
    const QPoint at(500, 300);
    QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(&shown.canvas(), Qt::LeftButton, {}, at);
    QVERIFY(shown.canvas().showsAll());
    QCOMPARE(shown.document.playhead(), SimTime::seconds(42));
}

void TestTimelinePlot::draggingTheHandleScrubs()
{
    Shown shown;
    shown.document.setPlayhead(SimTime::seconds(60));
    const QCPRange view = shown.canvas().view();
    const QPoint handle(shown.x(60), shown.area().rect()->top() - 8);
    drag(shown.canvas(), handle, {shown.x(200), 200}, Qt::LeftButton);
    QVERIFY(distance(shown.document.playhead(), SimTime::seconds(200)) <= shown.pixel());
    QCOMPARE(shown.canvas().view(), view);
    drag(shown.canvas(), {shown.x(10), 300}, {shown.x(90), 300}, Qt::LeftButton, Qt::ShiftModifier);
    QVERIFY(distance(shown.document.playhead(), SimTime::seconds(90)) <= shown.pixel());
}

void TestTimelinePlot::draggingMarksAnInterval_data()
{
    QTest::addColumn<bool>("isRight");
    QTest::newRow("right button") << true;
    QTest::newRow("control") << false;
}

void TestTimelinePlot::draggingMarksAnInterval()
{
    QFETCH(bool, isRight);
    Shown shown;
    const SimTime playhead = shown.document.playhead();
    drag(shown.canvas(), {shown.x(200), 300}, {shown.x(50), 300},
         isRight ? Qt::RightButton : Qt::LeftButton,
         isRight ? Qt::NoModifier : Qt::ControlModifier);
    QVERIFY(shown.document.span());
    QVERIFY(distance(shown.document.span()->from, SimTime::seconds(50)) <= shown.pixel());
    QVERIFY(distance(shown.document.span()->to, SimTime::seconds(200)) <= shown.pixel());
    QCOMPARE(shown.document.playhead(), playhead);
    QTest::keyClick(&shown.canvas(), Qt::Key_Escape);
    QVERIFY(!shown.document.span());
}

void TestTimelinePlot::controlAndWheelChangeTheHeightOfLanes()
{
    Shown shown;
    const double before = shown.canvas().contentHeight();
    turnWheel(shown.canvas(), {500, 200}, 4, Qt::ControlModifier);
    QVERIFY(shown.canvas().contentHeight() > before * 1.5);
    QVERIFY(shown.canvas().showsAll());
    turnWheel(shown.canvas(), {500, 200}, 6, Qt::ControlModifier);
    turnWheel(shown.canvas(), {10, 200}, -1); // over the names
    QVERIFY(shown.canvas().scroll() > 0);
}

void TestTimelinePlot::aClickOnAMarkSelects()
{
    Shown shown;
    shown.canvas().replot();
    const int lane = shown.lanes().laneOf("service:meow");
    const DrawnMark* relocation = nullptr;
    for (const DrawnMark& mark : shown.area().drawnMarks()) {
        const Mark& meaning = shown.lanes().timeline().marks[mark.mark];
        if (mark.lane == lane && meaning.kind == MarkKind::Relocated)
            relocation = &mark;
    }
    QVERIFY(relocation);
    QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, relocation->box.center().toPoint());
    QCOMPARE(shown.document.playhead(), SimTime::seconds(30));
    QVERIFY(shown.document.span() == (TimeSpan{SimTime::seconds(30), SimTime::seconds(30)}));
    QCOMPARE(shown.document.selection(), Selection::service("service:meow"));
}

void TestTimelinePlot::keysMoveThePlayhead()
{
    Shown shown;
    TimelineCanvas& canvas = shown.canvas();
    QTest::keyClick(&canvas, Qt::Key_End);
    QCOMPARE(shown.document.playhead(), SimTime::seconds(300));
    QTest::keyClick(&canvas, Qt::Key_Left);
    const SimTime left = shown.document.playhead();
    QVERIFY(left < SimTime::seconds(300) && left > SimTime::seconds(250));
    QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(shown.document.span() == (TimeSpan{left, SimTime::seconds(300)}));
    QTest::keyClick(&canvas, Qt::Key_Home);
    QCOMPARE(shown.document.playhead(), SimTime());
    QTest::keyClick(&canvas, Qt::Key_Plus);
    QVERIFY(!canvas.showsAll());
    QTest::keyClick(&canvas, Qt::Key_0);
    QVERIFY(canvas.showsAll());
    QTest::keyClick(&canvas, Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(canvas.laneZoom() > 1);
    QCOMPARE(shown.document.selection(), Selection());
}

void TestTimelinePlot::keysChooseALaneAndItsMarks()
{
    Shown shown;
    TimelineCanvas& canvas = shown.canvas();
    QTest::keyClick(&canvas, Qt::Key_Down);
    QCOMPARE(shown.document.selection(), Selection::node("node1.example.com"));
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(&canvas, Qt::Key_Down);
    QCOMPARE(shown.document.selection(), Selection::service("service:meow"));
    QTest::keyClick(&canvas, Qt::Key_Up);
    QCOMPARE(shown.document.selection(), Selection::service("service:bark"));
    QTest::keyClick(&canvas, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(shown.document.playhead(), SimTime::seconds(180)); // taken over then
    QCOMPARE(shown.document.span()->from, SimTime::seconds(180));
}

void TestTimelinePlot::theDescriptionTellsBeliefAndTruth()
{
    Shown shown;
    shown.document.select(Selection::service("service:meow"));
    shown.document.setPlayhead(SimTime::seconds(20));
    const QString text = shown.canvas().accessibleDescription();
    QVERIFY2(text.contains("service:meow at 00:00:20"), qPrintable(text));
    QVERIFY2(text.contains("Record: started on node1"), qPrintable(text));
    QVERIFY2(text.contains("Really: runs nowhere"), qPrintable(text));
    QVERIFY2(text.contains("Phantom"), qPrintable(text));
    shown.document.setPlayhead(SimTime::seconds(40));
    QVERIFY(shown.canvas().accessibleDescription().contains("Really: runs on node3"));
}

void TestTimelinePlot::phantomsOfDifferentRecordsAreDifferent()
{
    Shown shown(":/rgsim/scenarios/guard/ping_pong.json");
    const ServiceIndex a = shown.lanes().cluster().serviceByName("service:a");
    QVERIFY(shown.lanes().phantoms(a).size() > 5);
    QVERIFY(shown.lanes().downtime(a).size() < 3);
}

void TestTimelinePlot::onANodeNoTwoServicesShareARow()
{
    Shown shown(":/rgsim/scenarios/large/data_centre.json");
    shown.plot.setByNode(true);
    QCOMPARE(shown.lanes().lanes()[1].kind, Lane::Kind::Host);
    std::size_t stays = 0;
    for (int node = 0; node < shown.lanes().cluster().nodeCount(); ++node) {
        for (const std::vector<Stay>& row : shown.lanes().stays(static_cast<NodeIndex>(node))) {
            for (std::size_t i = 1; i < row.size(); ++i)
                QVERIFY(row[i - 1].to <= row[i].from);
            stays += row.size();
        }
    }
    QVERIFY(stays > shown.lanes().cluster().services.size());
    QVERIFY(coloursOf(shown.plot) > 20);
}

void TestTimelinePlot::onlyNewsHidesTheRest()
{
    Shown shown(":/rgsim/scenarios/large/data_centre.json");
    QVERIFY(shown.plot.showsOnlyNews()); // there are many
    const std::vector<bool> news = servicesWithNews(shown.document.run()->report());
    for (int i = 0; i < shown.lanes().cluster().serviceCount(); ++i)
        QCOMPARE(shown.lanes().laneOfService(i) >= 0, bool(news[static_cast<std::size_t>(i)]));
    shown.plot.setOnlyNews(false);
    QCOMPARE(static_cast<int>(shown.lanes().lanes().size()),
             1 + shown.lanes().cluster().nodeCount() + shown.lanes().cluster().serviceCount());
}

void TestTimelinePlot::twoBranchesStandOneAboveTheOther()
{
    Shown shown;
    shown.document.fork(SimTime::seconds(100));
    PlanEvent crash;
    crash.at = SimTime::seconds(120);
    crash.kind = PlanKind::Crash;
    crash.node = 2;
    shown.document.act("Crash node3", crash);
    QVERIFY(waitForRun(shown.document, patience));
    QVERIFY(QTest::qWaitFor([&] { return shown.canvas().scene().difference.has_value(); }));
    QCOMPARE(*shown.canvas().scene().difference, SimTime::seconds(120));
    QCOMPARE(shown.canvas().areas().size(), std::size_t{2});
    QVERIFY(shown.area(0).rect()->bottom() < shown.area(1).rect()->top());
    QCOMPARE(shown.area(0).scale().left, shown.area(1).scale().left);
    QVERIFY(shown.area(1).branch().isActive);
    QCOMPARE(*shown.area(1).branch().sharedUntil, SimTime::seconds(100));
    // Who points at the other branch wants to look at it.
    QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, shown.point("service:meow", 50, 0));
    QCOMPARE(shown.document.activeBranch(), BranchId::Main);
    QVERIFY(coloursOf(shown.plot) > 20);
    shown.document.dropFork();
    QCOMPARE(shown.canvas().areas().size(), std::size_t{1});
    QVERIFY(!shown.canvas().scene().difference);
}

void TestTimelinePlot::whatIsNotRevealedCannotBePointedAt()
{
    Shown shown;
    shown.document.setHorizon(SimTime::seconds(100));
    shown.canvas().replot();
    QVERIFY(!shown.area().drawnMarks().empty());
    for (const DrawnMark& mark : shown.area().drawnMarks())
        QVERIFY(shown.lanes().timeline().marks[mark.mark].at <= SimTime::seconds(100));
    QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, shown.point("service:meow", 200));
    QCOMPARE(shown.document.playhead(), SimTime::seconds(100));
}

void TestTimelinePlot::aBrokenDraftIsTold()
{
    Shown shown;
    const auto* note = shown.plot.findChild<QLabel*>("timelineNote");
    QVERIFY(note->isHidden());
    shown.document.edit("Spoil", [](ScenarioDraft& draft) { draft.set("until", "ten parsecs"); });
    QVERIFY(!note->isHidden());
    QVERIFY(note->text().contains("last layout without errors"));
    QVERIFY(shown.area().branch().lanes);
    shown.document.undoStack().undo();
    QVERIFY(note->isHidden());
}

void TestTimelinePlot::anEmptyDocumentShowsNoLanes()
{
    Shown shown{QString()};
    QVERIFY(!shown.area().branch().lanes);
    QTest::mouseClick(&shown.canvas(), Qt::LeftButton, {}, {500, 200});
    drag(shown.canvas(), {500, 200}, {600, 200}, Qt::LeftButton);
    turnWheel(shown.canvas(), {500, 200}, 1);
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Down, Qt::Key_Plus, Qt::Key_End})
        QTest::keyClick(&shown.canvas(), key);
    QVERIFY(!shown.plot.grab().isNull());
    QVERIFY(!shown.plot.svg({400, 300}, TimelinePlot::Extent::Whole).isEmpty());
    QVERIFY(!shown.canvas().accessibleDescription().isEmpty());
}

void TestTimelinePlot::everyShippedScenarioShows_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(":/rgsim/scenarios", {"*.json"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(path.section('/', -2))) << path;
    }
}

void TestTimelinePlot::everyShippedScenarioShows()
{
    QFETCH(QString, path);
    Shown shown(path);
    QVERIFY(shown.document.run());
    QVERIFY(shown.lanes().lanes().size() > 1);
    QVERIFY(coloursOf(shown.plot) > 10);
    shown.plot.setByNode(true);
    QVERIFY(coloursOf(shown.plot) > 10);
}

void TestTimelinePlot::aMillionMarksAndStretchesArePainted()
{
    constexpr std::size_t million = 1'000'000;
    const RunPtr run = longRun(million);
    QVERIFY(run);
    for (const auto order : {TimelineLanes::Order::Services, TimelineLanes::Order::Nodes}) {
        TimelineCanvas canvas;
        canvas.resize(1000, 500);
        SceneBranch branch;
        branch.lanes = std::make_shared<const TimelineLanes>(run, order, LaneFilter());
        canvas.setBranches({branch});
        canvas.show();
        canvas.replot();
        QVERIFY(coloursOf(canvas) > 5);
        // The work is bounded by pixels, not by the run.
        const std::size_t lanes = branch.lanes->lanes().size();
        QVERIFY(!canvas.areas().front()->drawnMarks().empty());
        QVERIFY(canvas.areas().front()->drawnMarks().size() <
                lanes * TimelineLanes::markKinds * 400);
        std::size_t marks = 0;
        for (const DrawnMark& mark : canvas.areas().front()->drawnMarks())
            marks += mark.count;
        QVERIFY(marks >= million); // none was forgotten
        canvas.setView({500'000'000, 500'020'000});
        canvas.replot();
        QVERIFY(coloursOf(canvas) > 5);
    }
}

void TestTimelinePlot::picturesAreOfTheirKind()
{
    Shown shown;
    shown.plot.setFont(QFont(shown.plot.font().family(), 20));
    const QSize size = shown.plot.wholeSize(900);
    QCOMPARE(size.width(), 900);
    const QImage png =
        QImage::fromData(shown.plot.png(size, 2, TimelinePlot::Extent::Whole), "PNG");
    QCOMPARE(png.size(), size * 2);
    QSvgRenderer svg(shown.plot.svg(size, TimelinePlot::Extent::View));
    QVERIFY(svg.isValid());
    QCOMPARE(svg.viewBox().size(), size);
    QVERIFY(shown.plot.pdf(size, TimelinePlot::Extent::Whole).startsWith("%PDF"));
    // What is on the screen stays as it is.
    QVERIFY(shown.canvas().showsAll());
    QCOMPARE(shown.canvas().laneZoom(), 1.0);
}

void TestTimelinePlot::everyButtonHasAName()
{
    Shown shown;
    const auto widgets = shown.plot.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(TestTimelinePlot)
#include "tst_timeline_plot.moc"
