// Downtime by the instant of the failure: against values worked out by hand, and against instants
// that are drawn and run one by one.
#include "planning/phase.h"

#include "planning/base_scenario.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

Scenario scenarioWith(Cluster cluster)
{
    cluster.finish();
    return bootAll(std::move(cluster), SimTime::seconds(300));
}

// One node, one service with a check every 30 s, a stop of 2 s and a start of 5 s.
Cluster oneService()
{
    Cluster cluster = makeCluster(1);
    const ServiceIndex web = addService(cluster, "web");
    for (TreeNode& node : cluster.services[static_cast<std::size_t>(web)].tree.nodes) {
        if (node.checks.empty())
            continue;
        node.times.start = SimDuration::seconds(5);
        node.times.stop = SimDuration::seconds(2);
    }
    return cluster;
}

PhaseAnswer answerOf(const Scenario& scenario, std::size_t question, int threads = 2)
{
    PhaseOptions options;
    options.threads = threads;
    return phasesOf(scenario, {usualQuestions(scenario).at(question)}, options).at(0);
}

} // namespace

class TestPhase : public QObject {
    Q_OBJECT

private slots:
    void aDeadProcessWaitsForTheNextCheck()
    {
        const Scenario scenario = scenarioWith(oneService());
        QVERIFY(!whatForbidsPhase(scenario, usualQuestions(scenario)));
        const PhaseAnswer answer = answerOf(scenario, 0);
        QCOMPARE(answer.cycle, SimDuration::seconds(30));
        QVERIFY(answer.isAlwaysBack());
        // Up to 30 s until the check, then stop and start: 7 s.
        constexpr SimDuration recovery = SimDuration::seconds(7);
        QCOMPARE(answer.least()->downtime, recovery);
        QCOMPARE(answer.greatest()->downtime, recovery + SimDuration::seconds(30));
        QVERIFY2(answer.least()->isAttained != answer.greatest()->isAttained,
                 "at the check itself it is either seen at once or only by the next one");
        QCOMPARE(*answer.mean(), 22.0);
        QVERIFY(answer.pieces.size() <= 3);
    }

    void randomInstantsAgreeWithThePieces()
    {
        Cluster cluster = makeCluster(3);
        cluster.tokenTimeout = SimDuration::milliseconds(10'500);
        for (const char* name : {"bark", "meow"}) {
            const ServiceIndex service = addService(cluster, name);
            cluster.services[static_cast<std::size_t>(service)].recovery = RecoveryPolicy::Relocate;
        }
        const Scenario scenario = scenarioWith(std::move(cluster));
        const Scenario base = baseScenario(scenario);
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (std::size_t question = 0; question < usualQuestions(scenario).size(); ++question) {
            const PhaseAnswer answer = answerOf(scenario, question);
            for (int i = 0; i < 60; ++i) {
                const SimDuration t{random.bounded(static_cast<int>(answer.cycle.ms))};
                const FailureOutcome real = outcomeAt(base, answer.question, answer.origin + t);
                const auto piece =
                    std::find_if(answer.pieces.begin(), answer.pieces.end(),
                                 [t](const PhasePiece& one) { return one.contains(t); });
                QVERIFY(piece != answer.pieces.end());
                QCOMPARE(piece->end, real.end);
                if (real.end == ServiceEnd::Runs)
                    QCOMPARE(piece->downtimeAt(t).ms, real.downtime.ms);
            }
        }
    }

    void whatNeverComesBackHasNoDowntime()
    {
        const PhaseAnswer answer = answerOf(scenarioWith(oneService()), 1); // its only node dies
        QVERIFY(!answer.isAlwaysBack());
        QVERIFY(!answer.least() && !answer.mean());
        QCOMPARE(answer.pieces.size(), std::size_t{1});
    }

    void oneFailureIsAskedAboutForWhoeverItHits()
    {
        Cluster cluster = makeCluster(2);
        addService(cluster, "web");
        addService(cluster, "mail");
        const Scenario scenario = scenarioWith(std::move(cluster));
        PlanEvent death;
        death.kind = PlanKind::ProcessDies;
        death.resource = failingResource(scenario.cluster.service(1));
        const auto services = [&](const PlanEvent& failure, ServiceIndex of) {
            std::vector<ServiceIndex> asked;
            for (const PhaseQuestion& question : questionsAbout(scenario, failure, of))
                asked.push_back(question.service);
            return asked;
        };
        QCOMPARE(services(death, noService), std::vector<ServiceIndex>{1});
        QCOMPARE(services(death, 0), std::vector<ServiceIndex>{0});
        PlanEvent crash;
        crash.kind = PlanKind::Crash;
        crash.node = 1;
        QCOMPARE(services(crash, noService), (std::vector<ServiceIndex>{0, 1}));
        QCOMPARE(services(crash, 1), std::vector<ServiceIndex>{1});
    }

    void theNumberOfThreadsMakesNoDifference()
    {
        const Scenario scenario = scenarioWith(oneService());
        QVERIFY(answerOf(scenario, 0, 1).pieces == answerOf(scenario, 0, 3).pieces);
    }

    void impossibleQuestionsAreAnsweredAtOnce()
    {
        Cluster cluster = oneService();
        cluster.services.front().autostart = false;
        const Scenario off = scenarioWith(std::move(cluster));
        QVERIFY(usualQuestions(off).empty());
        QVERIFY(whatForbidsPhase(off, {})->what.find("no service runs") == 0);
        PlanEvent crash;
        crash.kind = PlanKind::Crash;
        crash.node = 0;
        QVERIFY(whatForbidsPhase(off, {{crash, 0}})->what.find("does not run") !=
                std::string::npos);
        const Scenario circles = *finishSeedCase("seed-ping-pong").scenario;
        QVERIFY(whatForbidsPhase(circles, {{crash, 0}})->what.find("never comes to rest") !=
                std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestPhase)
#include "tst_phase.moc"
