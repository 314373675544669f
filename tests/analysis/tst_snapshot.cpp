// A state and the timeline of the same run say the same of every service and node at any instant.
#include "analysis/snapshot.h"

#include "support/random_layout.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// The state as the timeline of the rows up to now has it.
QString difference(const Scenario& scenario, const Simulation& simulation)
{
    const Cluster& cluster = scenario.cluster;
    const Timeline timeline = makeTimeline(cluster, simulation.log().rows(), simulation.now());
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node) {
        const NodeState expected = timeline.nodes[static_cast<std::size_t>(node)].back().state;
        const NodeState found = nodeStateIn(simulation.state(), node);
        if (found != expected)
            return QString("node %1: %2, not %3")
                .arg(node)
                .arg(toString(found), toString(expected));
    }
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        const ServiceTimeline& service = timeline.services[static_cast<std::size_t>(i)];
        ServiceSnapshot found = snapshotOf(cluster, simulation.state(), i);
        found.belief.from = service.belief.back().from;
        found.truth.from = service.truth.back().from;
        if (found != ServiceSnapshot{service.belief.back(), service.truth.back()})
            return QString("service %1").arg(i);
        if (hasProcesses(cluster.service(i)) != service.hasProcesses)
            return QString("service %1 has processes or not").arg(i);
    }
    return {};
}

} // namespace

class TestSnapshot : public QObject {
    Q_OBJECT

private slots:
    void saysWhatTheTimelineSays();
};

void TestSnapshot::saysWhatTheTimelineSays()
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Scenario scenario = randomScenario(seed);
        Simulation simulation(scenario);
        for (int part = 0; part <= 12; ++part) {
            simulation.runUntil(SimTime{scenario.until.ms * part / 12});
            const QString found = difference(scenario, simulation);
            QVERIFY2(
                found.isEmpty(),
                qPrintable(
                    QString("seed %1 at %2 ms: %3").arg(seed).arg(simulation.now().ms).arg(found)));
        }
    }
}

QTEST_APPLESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
