// Which lanes a timeline leaves out: for the sake of news, and for the sake of what is selected.
#include "plots/lane_filter.h"
#include "plots/timeline_canvas.h"
#include "plots/timeline_plot.h"
#include "session/document.h"

#include <QAction>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

const QString collision =
    QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence.json");
const QString large = QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/large/data_centre.json");

QSet<QString> namesOf(const std::vector<Lane>& lanes)
{
    QSet<QString> names;
    for (const Lane& lane : lanes) {
        if (lane.index >= 0)
            names.insert(lane.name);
    }
    return names;
}

} // namespace

class TestLaneFilter : public QObject {
    Q_OBJECT

private slots:
    void withoutWishesEverythingIsShown();
    void newsAreThoseOfTheReport();
    void aSelectionShowsItsNeighbours_data();
    void aSelectionShowsItsNeighbours();
    void whatIsSelectedButGoneHidesNothingForGood();
    void newsInOneBranchAreShownInBoth();
    void thePlotFollowsTheSelection();
    void onNodesOnlyChosenServicesAreShown();

private:
    void open(const QString& path);
    TimelineLanes lanes(const LaneFilter& filter,
                        TimelineLanes::Order order = TimelineLanes::Order::Services)
    {
        return {m_document.run(), order, filter};
    }

    Document m_document;
};

void TestLaneFilter::open(const QString& path)
{
    QVERIFY(!m_document.open(path).hasErrors());
    QVERIFY(QTest::qWaitFor([&] { return m_document.run() && !m_document.isComputing(); }, 60'000));
}

void TestLaneFilter::withoutWishesEverythingIsShown()
{
    open(collision);
    const TimelineLanes all = lanes(makeLaneFilter({m_document.run()}, false, std::nullopt));
    QCOMPARE(all.lanes().size(), std::size_t{1 + 3 + 2});
    QCOMPARE(all.hiddenCount(), 0);
}

void TestLaneFilter::newsAreThoseOfTheReport()
{
    open(large);
    const TimelineLanes shown = lanes(makeLaneFilter({m_document.run()}, true, std::nullopt));
    const std::vector<bool> news = servicesWithNews(m_document.run()->report());
    QVERIFY(std::count(news.begin(), news.end(), false) > 0);
    for (std::size_t i = 0; i < news.size(); ++i)
        QCOMPARE(shown.laneOfService(static_cast<ServiceIndex>(i)) >= 0, news[i]);
    const auto all =
        m_document.run()->cluster().nodeCount() + m_document.run()->cluster().serviceCount() + 1;
    QCOMPARE(shown.hiddenCount(), all - static_cast<int>(shown.lanes().size()));
}

void TestLaneFilter::aSelectionShowsItsNeighbours_data()
{
    QTest::addColumn<Selection>("selection");
    QTest::addColumn<QSet<QString>>("names");
    const QString first = "node1.example.com";
    const QString second = "node2.example.com";
    const QString third = "node3.example.com";
    const QSet<QString> all{first, second, third, "service:bark", "service:meow"};
    QTest::newRow("service") << Selection::service("service:bark")
                             << QSet<QString>{first, second, "service:bark"};
    QTest::newRow("service with a phantom")
        << Selection::service("service:meow") << QSet<QString>{first, third, "service:meow"};
    QTest::newRow("node") << Selection::node(second) << QSet<QString>{second, "service:bark"};
    QTest::newRow("node with a phantom")
        << Selection::node(first) << QSet<QString>{first, "service:bark", "service:meow"};
    QTest::newRow("nothing") << Selection() << all;
    QTest::newRow("event") << Selection::event(0) << all;
}

void TestLaneFilter::aSelectionShowsItsNeighbours()
{
    QFETCH(Selection, selection);
    QFETCH(QSet<QString>, names);
    open(collision);
    const TimelineLanes shown = lanes(makeLaneFilter({m_document.run()}, false, selection));
    QCOMPARE(namesOf(shown.lanes()), names);
}

void TestLaneFilter::whatIsSelectedButGoneHidesNothingForGood()
{
    open(collision);
    const Selection gone = Selection::service("service:gone");
    QCOMPARE(namesOf(lanes(makeLaneFilter({m_document.run()}, false, gone)).lanes()).size(), 5);
}

void TestLaneFilter::newsInOneBranchAreShownInBoth()
{
    open(large);
    const RunPtr main = m_document.run();
    m_document.fork(SimTime::seconds(60));
    const std::string quiet = [&] {
        const std::vector<bool> news = servicesWithNews(main->report());
        const auto found = std::find(news.begin(), news.end(), false);
        return main->cluster().services[static_cast<std::size_t>(found - news.begin())].fullName;
    }();
    const ServiceIndex service = main->cluster().serviceByName(quiet);
    PlanEvent event;
    event.kind = PlanKind::Admin;
    event.request = AdminRequest::Disable;
    event.service = service;
    event.node = 0;
    event.at = SimTime::seconds(70);
    m_document.act("Disable it", event);
    QVERIFY(QTest::qWaitFor([&] { return !m_document.isComputing(); }, 60'000));
    const LaneFilter filter = makeLaneFilter({main, m_document.run()}, true, std::nullopt);
    QVERIFY(filter.services->contains(QString::fromStdString(quiet)));
    QVERIFY(TimelineLanes(main, TimelineLanes::Order::Services, filter).laneOfService(service) > 0);
}

void TestLaneFilter::thePlotFollowsTheSelection()
{
    open(collision);
    TimelinePlot plot(m_document);
    const auto shown = [&] {
        return namesOf(plot.canvas().activeArea()->branch().lanes->lanes()).size();
    };
    auto* button = plot.findChild<QAction*>("onlySelected");
    button->trigger();
    QVERIFY(plot.showsOnlySelected());
    QCOMPARE(shown(), 5);
    m_document.select(Selection::service("service:bark"));
    QCOMPARE(shown(), 3);
    QVERIFY(button->text().contains("2"));
    m_document.select(Selection());
    QCOMPARE(shown(), 5);
    m_document.select(Selection::node("node2.example.com"));
    QCOMPARE(shown(), 2);
    button->trigger();
    QCOMPARE(shown(), 5);
}

void TestLaneFilter::onNodesOnlyChosenServicesAreShown()
{
    open(collision);
    const auto staysOnFirst = [&](const LaneFilter& filter) {
        return lanes(filter, TimelineLanes::Order::Nodes).stays(0).size();
    };
    const RunPtr run = m_document.run();
    QCOMPARE(staysOnFirst(makeLaneFilter({run}, false, std::nullopt)), std::size_t{2});
    QCOMPARE(staysOnFirst(makeLaneFilter({run}, false, Selection::service("service:bark"))),
             std::size_t{1});
}

QTEST_MAIN(TestLaneFilter)
#include "tst_lane_filter.moc"
