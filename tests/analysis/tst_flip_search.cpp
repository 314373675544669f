// The smallest edit that would have changed a decision: what is found really changes it, and what
// came before is told honestly.
#include "analysis/decisions_at.h"
#include "analysis/flip_search.h"
#include "formats/input_file.h"
#include "report/flip_text.h"
#include "support/cluster_factory.h"
#include "support/random_layout.h"

#include <QTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

RecordedRun recorded(Scenario scenario)
{
    RecordedRun run(std::make_shared<const Scenario>(std::move(scenario)));
    run.finish();
    return run;
}

Scenario shipped(const char* name)
{
    const std::string path = RGSIM_SOURCE_DIR "/scenarios/" + std::string(name);
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", path.c_str());
    Result<LoadedInput> input = readInput(file.readAll(), path, {});
    if (!input.ok())
        qFatal("%s is bad", path.c_str());
    return std::move(input->file.scenario);
}

// The first decision of a kind about a service at an instant.
Decision decisionOf(const RecordedRun& run, std::int64_t seconds, DecisionKind kind,
                    const char* service)
{
    const ServiceIndex index = run.scenario().cluster.serviceByName(service);
    const DecisionsAt found = decisionsAt(run, SimTime::seconds(seconds), SimDuration{}, index);
    for (const Decision& decision : found.decisions) {
        if (decision.kind == kind && found.isWithinWindow)
            return decision;
    }
    return {};
}

QString sentenceFor(const RecordedRun& run, const FlipSearch& search)
{
    return QString::fromStdString(flipText(run.scenario().cluster, search));
}

// Nodes n1…n3 in an ordered domain, and a service in it that dies on n1 at 50 s.
Scenario ordered()
{
    Cluster cluster = makeCluster(3);
    addDomain(cluster, "pets", {0, 1, 2}, true, false);
    addService(cluster, "web");
    cluster.services[0].domainName = "pets";
    cluster.services[0].recovery = RecoveryPolicy::Relocate;
    cluster.finish();
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(300));
    scenario.plan.events.push_back(dieAt(50, 0));
    return scenario;
}

} // namespace

class TestFlipSearch : public QObject {
    Q_OBJECT

private slots:
    void recoveryByRelocationWouldHaveMovedIt();
    void noSmallEditSparesNode3();
    void anotherPriorityChoosesAnotherNode();
    void autostartWouldHaveStartedIt();
    void anotherFormOfTheGuardSaysSomethingElse();
    void anEarlierDifferenceIsTold();
    void whatCannotBeSearchedIsNotTried();
    void longRunsAreNotTried();
    void editsAreNamedAsInTheConfiguration_data();
    void editsAreNamedAsInTheConfiguration();
    void everyFlipReallyChangesTheDecision();
};

void TestFlipSearch::recoveryByRelocationWouldHaveMovedIt()
{
    const RecordedRun run = recorded(shipped("guard/default_recovery.json"));
    const Decision decision = decisionOf(run, 30, DecisionKind::Recovery, "service:meow");
    QVERIFY(decision.reason == Reason::PolicyRestart);
    const FlipSearch search = searchFlip(run, decision);
    QVERIFY(search.outcome == FlipSearch::Outcome::Found);
    QVERIFY(search.flip->edit.kind == FlipEditKind::Recovery);
    QVERIFY(search.flip->decision.reason == Reason::PolicyRelocate);
    QVERIFY(!search.flip->earlierDifference);
    QCOMPARE(sentenceFor(run, search),
             QStringLiteral("With recovery=\"relocate\" on service:meow, node3.example.com would "
                            "have been chosen."));
}

void TestFlipSearch::noSmallEditSparesNode3()
{
    // Without a failover domain the highest id among equals is chosen, whatever else is set.
    const RecordedRun run = recorded(shipped("guard/collision_sequence.json"));
    const Decision decision = decisionOf(run, 30, DecisionKind::TargetChoice, "service:meow");
    QVERIFY(decision.reason == Reason::HighestIdAmongEquals);
    const FlipSearch search = searchFlip(run, decision);
    QVERIFY(search.outcome == FlipSearch::Outcome::NothingFound);
    QCOMPARE(sentenceFor(run, search),
             QStringLiteral("None of %1 small edits changes this decision.").arg(search.tried));
}

void TestFlipSearch::anotherPriorityChoosesAnotherNode()
{
    const RecordedRun run = recorded(ordered());
    // The check that is due at 60 s finds the service dead.
    const Decision decision = decisionOf(run, 60, DecisionKind::TargetChoice, "service:web");
    QCOMPARE(decision.other, NodeIndex{1});
    const FlipSearch search = searchFlip(run, decision);
    QVERIFY(search.outcome == FlipSearch::Outcome::Found);
    const FlipEdit expected{FlipEditKind::MemberPriority, noService, 0, 2, 1};
    QVERIFY2(search.flip->edit == expected, qPrintable(sentenceFor(run, search)));
    QVERIFY(search.flip->decision.other == 2);
}

void TestFlipSearch::autostartWouldHaveStartedIt()
{
    Scenario scenario = ordered();
    scenario.cluster.services[0].autostart = false;
    scenario.cluster.finish();
    const RecordedRun run = recorded(std::move(scenario));
    const Decision decision = decisionOf(run, 0, DecisionKind::ConsiderStart, "service:web");
    QVERIFY(decision.reason == Reason::AutostartOff);
    const FlipSearch search = searchFlip(run, decision);
    QVERIFY(search.outcome == FlipSearch::Outcome::Found);
    QCOMPARE(sentenceFor(run, search),
             QStringLiteral("With autostart=\"1\" on service:web, the answer of n1 would have been "
                            "\"this node scores best: a start is queued\"."));
}

void TestFlipSearch::anotherFormOfTheGuardSaysSomethingElse()
{
    const RecordedRun run = recorded(shipped("guard/boot_race.json"));
    const Decision decision = decisionOf(run, 0, DecisionKind::Guard, "service:meow");
    QVERIFY(decision.by != noNode);
    const FlipSearch search = searchFlip(run, decision);
    QVERIFY2(search.outcome == FlipSearch::Outcome::Found, qPrintable(sentenceFor(run, search)));
    QVERIFY(search.flip->edit.kind == FlipEditKind::GuardForm);
    QVERIFY(search.flip->decision.reason == Reason::GuardCollision);
    QVERIFY2(sentenceFor(run, search)
                 .startsWith("With the hardened form of the guard, the answer "
                             "of node1.example.com, "),
             qPrintable(sentenceFor(run, search)));
}

void TestFlipSearch::anEarlierDifferenceIsTold()
{
    Scenario scenario = ordered();
    scenario.cluster.services[0].autostart = false;
    scenario.cluster.finish();
    scenario.plan.events = {scenario.plan.events.front(), crashAt(100, 2)};
    const RecordedRun run = recorded(std::move(scenario));
    const Decision decision = decisionOf(run, 100, DecisionKind::ConsiderStart, "service:web");
    QVERIFY(decision.reason == Reason::LeftAlone);
    const FlipSearch search = searchFlip(run, decision);
    QVERIFY(search.outcome == FlipSearch::Outcome::Found);
    QVERIFY(search.flip->edit.kind == FlipEditKind::Autostart);
    QVERIFY(search.flip->earlierDifference == SimTime{});
    QVERIFY(sentenceFor(run, search)
                .endsWith("The run would have gone another way before, from 00:00:00 on."));
}

void TestFlipSearch::whatCannotBeSearchedIsNotTried()
{
    const RecordedRun run = recorded(ordered());
    Decision decision = decisionOf(run, 0, DecisionKind::ConsiderStart, "service:web");
    QVERIFY(searchFlip(run, decision).outcome != FlipSearch::Outcome::NotTried);
    Decision other = decision;
    other.kind = DecisionKind::Check;
    QVERIFY(searchFlip(run, other).outcome == FlipSearch::Outcome::NotTried);
    other = decision;
    other.at = SimTime::seconds(7); // no such decision in this run
    QVERIFY(searchFlip(run, other).outcome == FlipSearch::Outcome::NotTried);
    QCOMPARE(sentenceFor(run, searchFlip(run, other)),
             QStringLiteral("No edits were tried for this decision."));
}

void TestFlipSearch::longRunsAreNotTried()
{
    const RecordedRun run = recorded(shipped("guard/default_recovery.json"));
    const Decision decision = decisionOf(run, 90, DecisionKind::Recovery, "service:meow");
    FlipLimits limits;
    limits.itemsPerRun = 1;
    QVERIFY(searchFlip(run, decision, limits).outcome == FlipSearch::Outcome::NotTried);
}

void TestFlipSearch::editsAreNamedAsInTheConfiguration_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](FlipEditKind kind, int value, const char* text) {
        QTest::newRow(text) << static_cast<int>(kind) << value << text;
    };
    row(FlipEditKind::Recovery, 0, "recovery=\"restart\" on service:web");
    row(FlipEditKind::MaxRestarts, 1, "max_restarts=\"1\" on service:web");
    row(FlipEditKind::MemberPriority, 1, "priority=\"1\" for n2 in the failover domain \"pets\"");
    row(FlipEditKind::Ordered, 0, "ordered=\"0\" on the failover domain \"pets\"");
    row(FlipEditKind::Restricted, 0, "restricted=\"0\" on the failover domain \"pets\"");
    row(FlipEditKind::Autostart, 1, "autostart=\"1\" on service:web");
    row(FlipEditKind::Exclusive, 0, "exclusive=\"0\" on service:web");
    row(FlipEditKind::GuardForm, 2, "the exact form of the guard");
}

void TestFlipSearch::editsAreNamedAsInTheConfiguration()
{
    QFETCH(int, kind);
    QFETCH(int, value);
    const bool isOfDomain = kind >= static_cast<int>(FlipEditKind::MemberPriority) &&
                            kind <= static_cast<int>(FlipEditKind::Restricted);
    const FlipEdit edit{static_cast<FlipEditKind>(kind), isOfDomain ? noService : 0,
                        isOfDomain ? 0 : noDomain, 1, value};
    QTEST(QString::fromStdString(editText(ordered().cluster, edit)), "text");
}

void TestFlipSearch::everyFlipReallyChangesTheDecision()
{
    int flips = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const RecordedRun run = recorded(randomScenario(seed));
        const DecisionsAt all =
            decisionsAt(run, SimTime::seconds(300), SimDuration::seconds(300), noService);
        for (std::size_t i = 0; i < all.decisions.size(); i += 1 + all.decisions.size() / 12) {
            const Decision& decision = all.decisions[i];
            const FlipSearch search = searchFlip(run, decision);
            QVERIFY(search.flip.has_value() == (search.outcome == FlipSearch::Outcome::Found));
            if (!search.flip)
                continue;
            ++flips;
            const QByteArray where = QString("seed %1 at %2: %3")
                                         .arg(seed)
                                         .arg(decision.at.ms)
                                         .arg(sentenceFor(run, search))
                                         .toUtf8();
            Scenario changed = run.scenario();
            applyEdit(changed.cluster, search.flip->edit);
            const DecisionsAt after =
                decisionsAt(changed, search.flip->decision.at, SimDuration{}, decision.service);
            QVERIFY2(std::any_of(after.decisions.begin(), after.decisions.end(),
                                 [&](const Decision& other) {
                                     return other.kind == decision.kind &&
                                            other.by == decision.by &&
                                            (other.reason != decision.reason ||
                                             other.other != decision.other);
                                 }),
                     where);
        }
    }
    QVERIFY(flips > 20);
}

QTEST_APPLESS_MAIN(TestFlipSearch)
#include "tst_flip_search.moc"
