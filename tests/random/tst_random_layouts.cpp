// What must hold in every run, tried on many random layouts. RGSIM_SEED and RGSIM_LAYOUTS choose
// others; a failure names the seed that shows it.
#include "simulation/simulation.h"
#include "support/random_layout.h"

#include <QTest>

using namespace rgsim;

namespace {

std::uint64_t firstSeed()
{
    bool ok = false;
    const qulonglong seed = qEnvironmentVariable("RGSIM_SEED").toULongLong(&ok);
    return ok ? seed : 1;
}

int layoutCount()
{
    bool ok = false;
    const int count = qEnvironmentVariableIntValue("RGSIM_LAYOUTS", &ok);
    return ok ? count : 400;
}

QByteArray named(std::uint64_t seed, const char* what)
{
    return "seed " + QByteArray::number(static_cast<qulonglong>(seed)) + ": " + what;
}

bool hasSlowStop(const Scenario& scenario)
{
    for (const Service& service : scenario.cluster.services) {
        for (const TreeNode& node : service.tree.nodes) {
            if (!node.times.stop.isZero())
                return true;
        }
    }
    return false;
}

// What makes rgmanager run a service twice: a script that fails to stop or stops late, a cluster in
// which each half believes that it has quorum, and a stop that takes time: a node event may start
// a service whose recovery is still stopping it (docs/semantics.md, "Surprises").
bool mayRunTwice(const Scenario& scenario)
{
    const auto& events = scenario.plan.events;
    const bool canSplit = std::any_of(events.begin(), events.end(), [](const PlanEvent& event) {
        return event.kind == PlanKind::Isolate;
    });
    if ((canSplit && scenario.cluster.expectedVotes == 1) || hasSlowStop(scenario))
        return true;
    return std::any_of(scenario.plan.scriptFaults.begin(), scenario.plan.scriptFaults.end(),
                       [](const ScriptFault& fault) { return fault.op == ScriptOp::Stop; });
}

} // namespace

class TestRandomLayouts : public QObject {
    Q_OBJECT

private:
    template <typename Check>
    void onEachLayout(Check check)
    {
        const std::uint64_t first = firstSeed();
        qInfo(
            "seeds %llu to %llu", static_cast<unsigned long long>(first),
            static_cast<unsigned long long>(first + static_cast<std::uint64_t>(layoutCount()) - 1));
        for (int i = 0; i < layoutCount(); ++i) {
            const std::uint64_t seed = first + static_cast<std::uint64_t>(i);
            check(seed, support::randomScenario(seed));
            if (QTest::currentTestFailed())
                return;
        }
    }

private slots:
    void fastForwardAndRepetitionGiveTheSameRun()
    {
        onEachLayout([](std::uint64_t seed, const Scenario& scenario) {
            Simulation plain(scenario);
            plain.setFastForward(false);
            plain.run();
            Simulation fast(scenario);
            fast.run();
            QVERIFY2(plain.fingerprint() == fast.fingerprint(),
                     named(seed, "fast-forward differs"));
            Simulation again(scenario);
            again.run();
            QVERIFY2(again.fingerprint() == fast.fingerprint(),
                     named(seed, "a repetition differs"));
        });
    }

    void aRunThatIsCopiedAtAnyTimeEndsTheSame()
    {
        onEachLayout([](std::uint64_t seed, const Scenario& scenario) {
            Simulation whole(scenario);
            whole.run();
            Simulation pieces(scenario);
            for (std::int64_t t = 37; t < 600; t += 37) {
                pieces.runUntil(SimTime::seconds(t));
                const SimulationState copy = pieces.state();
                pieces.setState(copy);
            }
            pieces.run();
            QVERIFY2(whole.fingerprint() == pieces.fingerprint(), named(seed, "a copy differs"));
        });
    }

    void reasonsAndTheirAbsenceGiveTheSameRun()
    {
        onEachLayout([](std::uint64_t seed, const Scenario& scenario) {
            Simulation silent(scenario);
            silent.run();
            Simulation explained(scenario);
            DecisionSink sink(SimTime{}, SimTime::never(), noService);
            explained.setDecisionSink(&sink);
            explained.run();
            QVERIFY2(silent.fingerprint() == explained.fingerprint(),
                     named(seed, "asking for reasons changes the run"));
        });
    }

    void nothingRunsOnANodeThatIsDown()
    {
        onEachLayout([](std::uint64_t seed, const Scenario& scenario) {
            Simulation simulation(scenario);
            while (simulation.step(scenario.until)) {
                const World& world = simulation.state().world;
                for (const NodeSet& places : world.processes) {
                    for (const NodeIndex node : places)
                        QVERIFY2(world.node(node).runs, named(seed, "runs on a dead node"));
                }
            }
        });
    }

    void aServiceNeverRunsTwiceUnlessItsStopIsSlowOrFailsOrTheClusterSplit()
    {
        onEachLayout([](std::uint64_t seed, const Scenario& scenario) {
            if (mayRunTwice(scenario))
                return;
            Simulation simulation(scenario);
            while (simulation.step(scenario.until)) {
                for (const NodeSet& places : simulation.state().world.processes)
                    QVERIFY2(places.count() <= 1, named(seed, "runs on two nodes"));
            }
        });
    }

    void rowsNeverGoBackInTime()
    {
        onEachLayout([](std::uint64_t seed, const Scenario& scenario) {
            Simulation simulation(scenario);
            simulation.run();
            SimTime last;
            for (const LogRow& row : simulation.log().rows()) {
                QVERIFY2(row.at >= last && row.at <= scenario.until, named(seed, "bad time"));
                last = row.at;
            }
        });
    }
};

QTEST_GUILESS_MAIN(TestRandomLayouts)
#include "tst_random_layouts.moc"
