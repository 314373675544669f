// The decisions around an instant: which are kept, which nodes stand among the candidates, and that
// skipping quiet stretches loses none of them.
#include "analysis/decisions_at.h"
#include "formats/input_file.h"
#include "formats/resource_types_reader.h"
#include "simulation/simulation.h"
#include "support/random_layout.h"
#include "support/rgsim_process.h"

#include <QtTest>

#include <algorithm>

using namespace rgsim;

namespace {

// Three nodes; service:bark, recovered by relocation, runs on node1 and dies at 65 s.
Scenario petsWhereBarkDies()
{
    Result<LoadedInput> input = readInput(petsConf, "pets.conf", {});
    Scenario scenario = std::move(input->file.scenario);
    PlanEvent dies;
    dies.at = SimTime::seconds(65);
    dies.kind = PlanKind::ProcessDies;
    dies.resource = scenario.cluster.resourceByName("script:bark");
    scenario.plan.events.push_back(dies);
    return scenario;
}

std::vector<Decision> decisionsOfRun(const Scenario& scenario, bool fastForward)
{
    DecisionSink sink(SimTime{}, scenario.until, noService);
    Simulation simulation(scenario);
    simulation.setFastForward(fastForward);
    simulation.setDecisionSink(&sink);
    simulation.run();
    return sink.decisions();
}

// Everything that is printed about a decision.
std::string described(const Decision& decision)
{
    std::string text = std::to_string(decision.at.ms) + ' ' + toString(decision.kind) + ": " +
                       sentence(decision.reason) + " by " + std::to_string(decision.by) + " for " +
                       std::to_string(decision.service) + ' ' + decision.detail;
    for (const Candidate& candidate : decision.candidates)
        text += ' ' + std::to_string(candidate.node) + '=' + std::to_string(candidate.score) +
                sentence(candidate.exclusion);
    return text;
}

std::string described(const DecisionsAt& found)
{
    std::string text = std::to_string(found.asked.ms) + (found.isWithinWindow ? " in" : " out") +
                       (found.hitEventLimit ? " cut" : "");
    for (const Decision& decision : found.decisions)
        text += '\n' + described(decision);
    return text;
}

const Decision* targetChoice(const DecisionsAt& found)
{
    const auto choice =
        std::find_if(found.decisions.begin(), found.decisions.end(), [](const Decision& decision) {
            return decision.kind == DecisionKind::TargetChoice;
        });
    return choice == found.decisions.end() ? nullptr : &*choice;
}

} // namespace

class TestDecisionsAt : public QObject {
    Q_OBJECT

private slots:
    void decisionsAtTheInstantAreKept();
    void theLastOnesBeforeAreKeptIfThereAreNone();
    void theWindowReachesBothWays();
    void onlyTheServiceThatIsAskedAboutCounts();
    void nothingIsKeptWhereNothingWasDecided();
    void nodesThatWereNotConsideredStandAmongTheCandidates();
    void skippingQuietStretchesLosesNoDecision();
    void aRecordedRunGivesTheSame();
    void aRecordedRunWalksBackAsFarAsItMust();
    void aSpanHoldsWhatLiesInIt();
    void aSpanIsCutWhereItHoldsTooMany();
};

void TestDecisionsAt::decisionsAtTheInstantAreKept()
{
    const Scenario scenario = petsWhereBarkDies();
    // The death is found by the first check that is due after it.
    const DecisionsAt found = decisionsAt(scenario, SimTime::seconds(90), SimDuration{}, noService);
    QVERIFY(found.isWithinWindow);
    QVERIFY(!found.decisions.empty());
    for (const Decision& decision : found.decisions)
        QVERIFY(decision.at == SimTime::seconds(90));
    QVERIFY(found.decisions.front().reason == Reason::CheckFailed);
}

void TestDecisionsAt::theLastOnesBeforeAreKeptIfThereAreNone()
{
    const Scenario scenario = petsWhereBarkDies();
    const DecisionsAt found =
        decisionsAt(scenario, SimTime::seconds(200), SimDuration{}, noService);
    QVERIFY(!found.isWithinWindow);
    QVERIFY(!found.decisions.empty());
    QVERIFY(found.decisions.front().at == SimTime::seconds(90));
    QVERIFY(found.decisions.back().at == SimTime::seconds(90));
    QVERIFY(found.decisions.front().reason == Reason::CheckFailed);
}

void TestDecisionsAt::theWindowReachesBothWays()
{
    const Scenario scenario = petsWhereBarkDies();
    const DecisionsAt found =
        decisionsAt(scenario, SimTime::seconds(45), SimDuration::seconds(45), noService);
    QVERIFY(found.isWithinWindow);
    QVERIFY(found.decisions.front().at == SimTime{});
    QVERIFY(found.decisions.back().at == SimTime::seconds(90));
}

void TestDecisionsAt::onlyTheServiceThatIsAskedAboutCounts()
{
    const Scenario scenario = petsWhereBarkDies();
    const ServiceIndex meow = scenario.cluster.serviceByName("service:meow");
    const DecisionsAt found = decisionsAt(scenario, SimTime::seconds(90), SimDuration{}, meow);
    QVERIFY(!found.isWithinWindow); // what happens to the other one at 90 s does not count
    QVERIFY(!found.decisions.empty());
    for (const Decision& decision : found.decisions)
        QCOMPARE(decision.service, meow);
}

void TestDecisionsAt::nothingIsKeptWhereNothingWasDecided()
{
    Scenario scenario = petsWhereBarkDies();
    scenario.plan.events.clear();
    const DecisionsAt found = decisionsAt(scenario, SimTime::seconds(90), SimDuration{}, noService);
    QVERIFY(found.decisions.empty());
    QVERIFY(!found.isWithinWindow);
}

void TestDecisionsAt::nodesThatWereNotConsideredStandAmongTheCandidates()
{
    Scenario scenario = petsWhereBarkDies();
    PlanEvent crash;
    crash.at = SimTime::seconds(10);
    crash.kind = PlanKind::Crash;
    crash.node = 1;
    scenario.plan.events.push_back(crash);
    const DecisionsAt found = decisionsAt(scenario, SimTime::seconds(90), SimDuration{}, noService);
    const Decision* const choice = targetChoice(found);
    QVERIFY(choice != nullptr);
    QCOMPARE(choice->candidates.size(), std::size_t{3});
    QVERIFY(choice->candidates[0].exclusion == Exclusion::IsOwner);
    QVERIFY(choice->candidates[1].exclusion == Exclusion::NotOnline);
    QVERIFY(choice->candidates[2].chosen);
    QVERIFY(choice->reason == Reason::OnlyCandidate);
}

void TestDecisionsAt::skippingQuietStretchesLosesNoDecision()
{
    const std::string path = RGSIM_SOURCE_DIR "/tests/conformance/recovery.json";
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto cases = readConformanceCases(file.readAll(), path, builtinResourceTypes());
    QVERIFY(cases.ok());
    for (const ConformanceCase& item : *cases) {
        const std::vector<Decision> stepped = decisionsOfRun(item.scenario, false);
        const std::vector<Decision> skipped = decisionsOfRun(item.scenario, true);
        QCOMPARE(skipped.size(), stepped.size());
        for (std::size_t i = 0; i < stepped.size(); ++i)
            QCOMPARE(described(skipped[i]), described(stepped[i]));
    }
}

void TestDecisionsAt::aRecordedRunGivesTheSame()
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        RecordedRun run(std::make_shared<const Scenario>(support::randomScenario(seed)));
        run.finish();
        RandomStream choices(seed, "questions");
        const Scenario& scenario = run.scenario();
        for (int i = 0; i < 12; ++i) {
            const SimTime at{static_cast<std::int64_t>(choices.below(620'000))};
            const SimDuration window{static_cast<std::int64_t>(choices.below(3)) * 7'000};
            const auto services = static_cast<std::uint64_t>(scenario.cluster.serviceCount());
            const auto service = static_cast<ServiceIndex>(choices.below(services + 1)) - 1;
            const QString where =
                QString("seed %1 at %2 service %3").arg(seed).arg(at.ms).arg(service);
            const DecisionsAt expected = decisionsAt(scenario, at, window, service);
            const DecisionsAt found = decisionsAt(run, at, window, service);
            QVERIFY2(described(found) == described(expected), qPrintable(where));
        }
    }
}

void TestDecisionsAt::aRecordedRunWalksBackAsFarAsItMust()
{
    // The other service is restarted again and again, so that many states are kept behind the last
    // decision about service:bark.
    Scenario scenario = petsWhereBarkDies();
    scenario.until = SimTime::seconds(40'000);
    for (int i = 0; i < 300; ++i) {
        PlanEvent dies;
        dies.at = SimTime::seconds(200 + i * 100);
        dies.kind = PlanKind::ProcessDies;
        dies.resource = scenario.cluster.resourceByName("script:meow");
        scenario.plan.events.push_back(dies);
    }
    const ServiceIndex bark = scenario.cluster.serviceByName("service:bark");
    RecordedRun run(std::make_shared<const Scenario>(scenario));
    run.finish();
    const SimTime at = SimTime::seconds(20'000);
    QVERIFY(run.nearestStateBefore(at).world.now > SimTime::seconds(10'000));
    const DecisionsAt expected = decisionsAt(scenario, at, SimDuration{}, bark);
    QVERIFY(!expected.decisions.empty());
    QVERIFY(expected.decisions.front().at < SimTime::seconds(1'000));
    QCOMPARE(described(decisionsAt(run, at, SimDuration{}, bark)), described(expected));
}

void TestDecisionsAt::aSpanHoldsWhatLiesInIt()
{
    RecordedRun run(std::make_shared<const Scenario>(petsWhereBarkDies()));
    run.finish();
    const DecisionsAt found =
        decisionsBetween(run, SimTime::seconds(10), SimTime::seconds(100), noService);
    QVERIFY(found.isWithinWindow);
    QVERIFY(!found.wasCut);
    QCOMPARE(found.decisions.front().at, SimTime::seconds(90));
    const DecisionsAt before =
        decisionsBetween(run, SimTime::seconds(10), SimTime::seconds(80), noService);
    QVERIFY(!before.isWithinWindow);
    QCOMPARE(before.decisions.front().at, SimTime());
}

void TestDecisionsAt::aSpanIsCutWhereItHoldsTooMany()
{
    RecordedRun run(std::make_shared<const Scenario>(petsWhereBarkDies()));
    run.finish();
    // Many were taken at 0, which does not count: they lie before the span.
    const DecisionsAt found =
        decisionsBetween(run, SimTime::seconds(10), SimTime::seconds(100), noService, 2);
    QVERIFY(found.isWithinWindow);
    QVERIFY(found.wasCut);
    QCOMPARE(found.decisions.size(), std::size_t{2});
    QVERIFY(found.decisions.front().reason == Reason::CheckFailed);
}

QTEST_APPLESS_MAIN(TestDecisionsAt)
#include "tst_decisions_at.moc"
