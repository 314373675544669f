// The sums of a watched run must be those of its timeline, whatever happens in it.
#include "analysis/summary.h"
#include "planning/outage_watch.h"
#include "support/random_layout.h"

#include <QTest>

#include <algorithm>

using namespace rgsim;

class TestOutageWatch : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheSummaryOfTheLog();
};

namespace {

bool heals(const Scenario& scenario)
{
    return std::any_of(scenario.plan.events.begin(), scenario.plan.events.end(),
                       [](const PlanEvent& event) { return event.kind == PlanKind::Heal; });
}

} // namespace

void TestOutageWatch::agreesWithTheSummaryOfTheLog()
{
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const Scenario scenario = support::randomScenario(seed);
        Simulation plain(scenario);
        plain.run();
        const std::vector<LogRow>& rows = plain.log().rows();
        const Timeline timeline = makeTimeline(scenario.cluster, rows, plain.now());
        const Summary summary = summarize(scenario.cluster, rows, timeline);

        Simulation watched(scenario);
        OutageWatch watch(scenario.cluster, scenario.groups);
        watch.begin(watched.state());
        while (watched.step(scenario.until)) {
            watch.note(watched.state(), watched.log().rows());
            watched.log().clear();
        }
        watch.finish(plain.now());
        for (std::size_t i = 0; i < summary.services.size(); ++i) {
            const QByteArray where = QString("seed %1, service %2").arg(seed).arg(i).toUtf8();
            const ServiceOutcome& outcome = watch.services()[i];
            QVERIFY2(outcome.total() == summary.services[i].downtime, where);
            QVERIFY2(outcome.outages.longest == summary.services[i].longestOutage, where);
            if (!heals(scenario)) // may forget all records and have new ones at one instant
                QVERIFY2(outcome.relocations == summary.services[i].relocations, where);
        }
    }
}

QTEST_APPLESS_MAIN(TestOutageWatch)
#include "tst_outage_watch.moc"
