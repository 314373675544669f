// Where nodes, chips and rules lie: nothing overlaps, nothing is lost, whatever the cluster and the
// size of its room.
#include "views/cluster_layout.h"

#include "base/random_stream.h"
#include "support/cluster_factory.h"
#include "support/random_layout.h"

#include <QApplication>
#include <QTest>

using namespace rgsim;
using namespace rgsim::gui;
using namespace rgsim::support;

namespace {

RunResult runOf(Scenario scenario)
{
    const auto shared = std::make_shared<const Scenario>(std::move(scenario));
    RecordedRun run(shared);
    run.finish();
    Timeline timeline = makeTimeline(shared->cluster, run.rows(), run.end());
    Summary summary = summarize(shared->cluster, run.rows(), timeline);
    return {std::move(run), std::move(timeline), std::move(summary), 0, {}, false};
}

RunResult largeRun(int nodes, int services)
{
    return runOf(bootAll(makeLargeCluster(nodes, services, true), SimTime::seconds(60)));
}

QByteArray problemOf(const ClusterScene& scene, const ClusterLayout& layout)
{
    if (layout.chips.size() != scene.chips.size() || layout.nodes.size() != scene.nodes.size() ||
        layout.rules.size() != scene.rules.size())
        return "something has no place";
    const QRectF all({}, layout.size);
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        const NodeBox& box = layout.nodes[i];
        if (!all.contains(box.box) || box.box.intersects(layout.tray))
            return "a node lies outside";
        for (std::size_t k = 0; k < i; ++k) {
            if (box.box.intersects(layout.nodes[k].box))
                return "nodes overlap";
        }
        for (const int chip : scene.nodes[i].chips) {
            const QRectF& place = layout.chips[static_cast<std::size_t>(chip)];
            if (!box.box.contains(place) || place.intersects(box.header) ||
                place.intersects(box.ghosts))
                return "a chip leaves its node's room";
        }
        if (!box.box.contains(box.ghosts) || box.ghosts.height() < layout.em)
            return "no room for ghosts";
    }
    for (const int chip : scene.notRunning) {
        if (!layout.tray.contains(layout.chips[static_cast<std::size_t>(chip)]))
            return "a chip leaves the tray";
    }
    for (std::size_t i = 0; i < layout.chips.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (layout.chips[i].intersects(layout.chips[k]))
                return "chips overlap";
        }
    }
    return layout.legend.top() < layout.tray.bottom() ? "the legend overlaps" : "";
}

} // namespace

class TestClusterLayout : public QObject {
    Q_OBJECT

private slots:
    void nothingOverlapsInRandomRuns_data();
    void nothingOverlapsInRandomRuns();
    void manyServicesMakeSmallChips();
    void scrubbingKeepsTheSizeOfChips();
    void everyServiceHasAChipWhereItsRecordIs();
    void aRuleOfTwoIsALineAndOfThreeARing();
};

void TestClusterLayout::nothingOverlapsInRandomRuns_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 30; ++seed)
        QTest::addRow("%llu", seed) << seed;
}

void TestClusterLayout::nothingOverlapsInRandomRuns()
{
    QFETCH(quint64, seed);
    const RunResult run = runOf(randomScenario(seed));
    RandomStream stream(seed, "rooms");
    for (int i = 0; i < 20; ++i) {
        const auto second = static_cast<std::int64_t>(stream.below(600));
        const QSizeF room(100 + static_cast<int>(stream.below(1500)),
                          50 + static_cast<int>(stream.below(900)));
        QFont font;
        font.setPointSizeF(7 + static_cast<double>(stream.below(20)));
        const ClusterScene scene = makeScene(run, SimTime::seconds(second));
        const QByteArray problem =
            problemOf(scene, layOutCluster(scene, QFontMetricsF(font), room));
        QVERIFY2(problem.isEmpty(), problem + " at " + QByteArray::number(second));
    }
}

void TestClusterLayout::manyServicesMakeSmallChips()
{
    const QFontMetricsF metrics{QFont()};
    const RunResult few = largeRun(3, 4);
    const RunResult many = largeRun(16, 100);
    const QSizeF room(metrics.height() * 60, metrics.height() * 30);
    const SimTime at = SimTime::seconds(30);
    QVERIFY(!layOutCluster(makeScene(few, at), metrics, room).isSmall);
    const ClusterScene scene = makeScene(many, at);
    const ClusterLayout layout = layOutCluster(scene, metrics, room);
    QVERIFY(layout.isSmall);
    QCOMPARE(problemOf(scene, layout), QByteArray());
}

void TestClusterLayout::scrubbingKeepsTheSizeOfChips()
{
    Scenario scenario = bootAll(makeLargeCluster(5, 20, false), SimTime::seconds(200));
    scenario.plan.events.push_back(crashAt(100, 0));
    const RunResult run = runOf(std::move(scenario));
    const QFontMetricsF metrics{QFont()};
    const QSizeF room(700, 500);
    const ClusterLayout first = layOutCluster(makeScene(run, SimTime()), metrics, room);
    for (int second = 0; second <= 200; second += 5) {
        const ClusterLayout layout =
            layOutCluster(makeScene(run, SimTime::seconds(second)), metrics, room);
        QCOMPARE(layout.chipSize, first.chipSize);
        QCOMPARE(layout.nodes.front().box.width(), first.nodes.front().box.width());
    }
}

void TestClusterLayout::everyServiceHasAChipWhereItsRecordIs()
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const RunResult run = runOf(randomScenario(seed));
        for (int second = 0; second < 600; second += 17) {
            const ClusterScene scene = makeScene(run, SimTime::seconds(second));
            std::vector<int> records(run.cluster().services.size());
            for (const SceneChip& chip : scene.chips) {
                records[static_cast<std::size_t>(chip.service)] += chip.hasRecord ? 1 : 0;
                QVERIFY(chip.hasRecord || chip.truth != ChipTruth::None);
            }
            for (const int count : records)
                QCOMPARE(count, 1);
        }
    }
}

void TestClusterLayout::aRuleOfTwoIsALineAndOfThreeARing()
{
    Cluster cluster = makeLargeCluster(3, 5, false);
    for (Service& service : cluster.services)
        service.autostart = false;
    cluster.keepApart.push_back({{0, 1}, 0});
    cluster.keepApart.push_back({{2, 3, 4}, 0});
    cluster.finish();
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(60));
    for (ServiceIndex i = 0; i < 5; ++i)
        scenario.plan.events.push_back(adminAt(30, AdminRequest::Enable, i, 0, 0));
    const RunResult run = runOf(std::move(scenario));
    const auto brokenAt = [&](int second) {
        const ClusterScene scene = makeScene(run, SimTime::seconds(second));
        const auto broken = std::count_if(scene.rules.begin(), scene.rules.end(),
                                          [](const SceneRule& rule) { return rule.isBroken; });
        return std::pair{scene.rules.size(), static_cast<int>(broken)};
    };
    QCOMPARE(brokenAt(20), (std::pair{std::size_t{1 + 3}, 0}));
    // All on one node: pair by pair in a row, and nothing that says the pair were apart.
    QCOMPARE(brokenAt(50), (std::pair{std::size_t{1 + 2}, 3}));
}

QTEST_MAIN(TestClusterLayout)
#include "tst_cluster_layout.moc"
