// What an act would lead to: the same, in every number, as a full run with the act shows.
#include "analysis/prediction.h"

#include "support/cluster_factory.h"
#include "support/finished_run.h"
#include "support/random_layout.h"

#include <QTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

RecordedRun recorded(const Scenario& scenario)
{
    RecordedRun run(std::make_shared<const Scenario>(scenario));
    run.finish();
    return run;
}

// A full run that is looked at until `end`.
Timeline timelineUntil(const Scenario& scenario, SimTime end)
{
    Simulation simulation(scenario);
    simulation.runUntil(end);
    return makeTimeline(scenario.cluster, simulation.log().rows(), end);
}

// Two services that must be kept apart, on three nodes.
Scenario apart()
{
    Cluster cluster = makeCluster(3);
    const ServiceIndex web = addService(cluster, "web");
    const ServiceIndex db = addService(cluster, "db");
    cluster.services[0].recovery = RecoveryPolicy::Relocate;
    cluster.keepApart.push_back({{web, db}, 0});
    cluster.finish();
    return bootAll(std::move(cluster), SimTime::seconds(600));
}

// Acts that take effect at or after `at`: events, faults of all kinds.
Scenario withRandomActs(Scenario scenario, SimTime at, RandomStream& stream)
{
    const Scenario other = randomScenario(stream.below(1'000'000));
    const int nodes = scenario.cluster.nodeCount();
    const auto someNode = [&] {
        return static_cast<NodeIndex>(stream.below(static_cast<std::uint64_t>(nodes)));
    };
    const auto resources = static_cast<std::uint64_t>(scenario.cluster.resources.size());
    const auto services = static_cast<std::uint64_t>(scenario.cluster.serviceCount());
    for (PlanEvent event : other.plan.events) {
        event.at = at + SimDuration{static_cast<std::int64_t>(stream.below(4) * 11'000)};
        event.node = someNode();
        event.nodes = {someNode()};
        event.resource = static_cast<ResourceIndex>(stream.below(resources));
        event.service = static_cast<ServiceIndex>(stream.below(services));
        event.target = event.target == noNode ? noNode : someNode();
        scenario.plan.events.push_back(event);
    }
    for (ScriptFault fault : other.plan.scriptFaults) {
        fault.from = at + SimDuration{static_cast<std::int64_t>(stream.below(3) * 5'000)};
        fault.to = fault.from + SimDuration::seconds(1 + static_cast<int>(stream.below(60)));
        fault.resource = static_cast<ResourceIndex>(stream.below(resources));
        fault.node = fault.node == noNode ? noNode : someNode();
        scenario.plan.scriptFaults.push_back(fault);
    }
    if (stream.below(3) == 0)
        scenario.plan.fenceFaults.push_back({noNode, at, at + SimDuration::seconds(30), 0});
    return scenario;
}

std::string shown(const BeliefSegment& belief)
{
    return std::string(belief.exists ? toString(belief.state) : "none") + ' ' +
           std::to_string(belief.owner) + ' ' + std::to_string(belief.lastOwner) + ' ' +
           std::to_string(belief.restarts) + (belief.frozen ? " frozen" : "");
}

std::string shown(const NodeSet& nodes)
{
    std::string text = "{";
    for (const NodeIndex node : nodes)
        text += std::to_string(node) + ' ';
    return text + '}';
}

std::string shown(const ServiceSnapshot& snapshot)
{
    return shown(snapshot.belief) + ' ' + shown(snapshot.truth.runsOn) +
           shown(snapshot.truth.partlyOn);
}

ServiceSnapshot at(const ServiceTimeline& service, SimTime time)
{
    ServiceSnapshot snapshot;
    for (const BeliefSegment& segment : service.belief) {
        if (segment.from <= time)
            snapshot.belief = segment;
    }
    for (const TruthSegment& segment : service.truth) {
        if (segment.from <= time)
            snapshot.truth = segment;
    }
    return snapshot;
}

// Every instant at which something about the service begins, from `first` on.
std::vector<SimTime> instantsOf(const ServiceTimeline& service, SimTime first)
{
    std::vector<SimTime> instants = {first};
    for (const BeliefSegment& segment : service.belief)
        instants.push_back(segment.from);
    for (const TruthSegment& segment : service.truth)
        instants.push_back(segment.from);
    std::erase_if(instants, [&](SimTime time) { return time < first; });
    return instants;
}

std::optional<SimTime> firstChange(const ServiceTimeline& a, const ServiceTimeline& b, SimTime from)
{
    std::vector<SimTime> instants = instantsOf(a, from);
    const std::vector<SimTime> more = instantsOf(b, from);
    instants.insert(instants.end(), more.begin(), more.end());
    std::sort(instants.begin(), instants.end());
    for (const SimTime time : instants) {
        if (shown(at(a, time)) != shown(at(b, time)))
            return time;
    }
    return std::nullopt;
}

std::optional<SimTime> lastChange(const ServiceTimeline& service, SimTime from)
{
    const SimTime last = std::max(service.belief.back().from, service.truth.back().from);
    return last < from ? std::nullopt : std::optional(last);
}

SimDuration outageOf(const ServiceTimeline& service, SimTime from)
{
    SimDuration outage;
    for (const TruthSegment& segment : service.truth) {
        if (segment.runsOn.empty() && segment.to > from)
            outage = outage + (segment.to - std::max(segment.from, from));
    }
    return service.hasProcesses ? outage : SimDuration{};
}

std::string text(std::optional<SimTime> time)
{
    return time ? std::to_string(time->ms) : "never";
}

std::string shown(const Prediction& prediction)
{
    std::string lines;
    for (const PredictedService& service : prediction.services)
        lines += "before " + shown(service.before) + " then " + shown(service.atEnd) + " or " +
                 shown(service.withoutAct) + " changes " + text(service.firstChange) + " settled " +
                 text(service.settled) + " out " + std::to_string(service.outage.ms) + " or " +
                 std::to_string(service.outageWithoutAct.ms) + '\n';
    for (const PredictedNode& node : prediction.nodes)
        lines += std::string(toString(node.before)) + ' ' + toString(node.atEnd) + ' ' +
                 toString(node.withoutAct) + '\n';
    for (const BrokenRule& rule : prediction.brokenAtEnd) {
        lines += "rule " + std::to_string(rule.rule) + " on " + std::to_string(rule.node) + ':';
        for (const ServiceIndex service : rule.services)
            lines += ' ' + std::to_string(service);
        lines += '\n';
    }
    return lines;
}

// The same from the timelines of full runs.
Prediction fromFullRuns(const Scenario& scenario, const Scenario& withAct, SimTime act, SimTime end)
{
    const Timeline before = timelineUntil(scenario, act - SimDuration::milliseconds(1));
    const Timeline without = timelineUntil(scenario, end);
    const Timeline with = timelineUntil(withAct, end);
    Prediction prediction;
    for (std::size_t i = 0; i < with.services.size(); ++i) {
        const ServiceTimeline& service = with.services[i];
        const ServiceTimeline& other = without.services[i];
        prediction.services.push_back({at(before.services[i], act), at(service, end),
                                       at(other, end), firstChange(service, other, act),
                                       lastChange(service, act), outageOf(service, act),
                                       outageOf(other, act)});
    }
    for (std::size_t i = 0; i < with.nodes.size(); ++i)
        prediction.nodes.push_back({before.nodes[i].back().state, with.nodes[i].back().state,
                                    without.nodes[i].back().state});
    const std::vector<KeepApartRule>& rules = withAct.cluster.keepApart;
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
        for (NodeIndex node = 0; node < withAct.cluster.nodeCount(); ++node) {
            std::vector<ServiceIndex> together;
            for (const ServiceIndex service : rules[rule].services) {
                if (at(with.services[static_cast<std::size_t>(service)], end)
                        .truth.runsOn.contains(node))
                    together.push_back(service);
            }
            if (together.size() > 1)
                prediction.brokenAtEnd.push_back({rule, node, together});
        }
    }
    return prediction;
}

} // namespace

class TestPrediction : public QObject {
    Q_OBJECT

private slots:
    void anActThatChangesNothingIsPredictedSo();
    void aRelocationOntoTheOtherServiceBreaksTheRule();
    void aCrashThatIsNeverNoticedLeavesAPhantom();
    void aHangReachesBackToScriptsUnderWay();
    void theHorizonEndsWithTheRun();
    void everyPredictionIsWhatAFullRunShows();
};

void TestPrediction::anActThatChangesNothingIsPredictedSo()
{
    const Scenario scenario = apart();
    const Prediction prediction = predict(recorded(scenario), scenario, SimTime::seconds(100));
    QCOMPARE(prediction.end, SimTime::seconds(220));
    for (const PredictedService& service : prediction.services) {
        QVERIFY(!service.firstChange);
        QVERIFY(!service.settled);
        QVERIFY(service.outage.isZero());
        QCOMPARE(shown(service.atEnd), shown(service.before));
        QVERIFY(!service.atEnd.isPhantom());
    }
    QVERIFY(prediction.brokenAtEnd.size() == 1); // all start on the same node, as is well known
}

void TestPrediction::aRelocationOntoTheOtherServiceBreaksTheRule()
{
    Scenario scenario = apart();
    scenario.plan.events.push_back(adminAt(50, AdminRequest::Relocate, 0, 0, 2));
    const RecordedRun run = recorded(scenario);
    const SimTime act = SimTime::seconds(100);
    QVERIFY(predict(run, scenario, act).brokenAtEnd.empty());
    scenario.plan.events.push_back(adminAt(100, AdminRequest::Relocate, 1, 0, 2));
    const Prediction prediction = predict(run, scenario, act);
    QCOMPARE(prediction.services[1].firstChange, std::optional(act));
    QCOMPARE(prediction.services[1].atEnd.belief.owner, NodeIndex{2});
    QVERIFY(!prediction.services[0].firstChange);
    QVERIFY((prediction.brokenAtEnd == std::vector<BrokenRule>{{0, 2, {0, 1}}}));
}

void TestPrediction::aCrashThatIsNeverNoticedLeavesAPhantom()
{
    Scenario scenario = apart();
    scenario.cluster.tokenTimeout = SimDuration::seconds(60);
    const RecordedRun run = recorded(scenario);
    const NodeIndex owner = run.stateAt(SimTime::seconds(99)).manager.record(0).owner;
    scenario.plan.events.push_back(crashAt(100, owner));
    const Prediction prediction =
        predict(run, scenario, SimTime::seconds(100), SimDuration::seconds(30));
    const PredictedService& service = prediction.services[0];
    QVERIFY(service.atEnd.isPhantom());
    QCOMPARE(service.outage, SimDuration::seconds(30));
    QVERIFY(service.outageWithoutAct.isZero());
    const PredictedNode& node = prediction.nodes[static_cast<std::size_t>(owner)];
    QCOMPARE(node.before, NodeState::Up);
    QCOMPARE(node.atEnd, NodeState::Lost);
    QCOMPARE(node.withoutAct, NodeState::Up);
}

void TestPrediction::aHangReachesBackToScriptsUnderWay()
{
    Scenario scenario = apart();
    scenario.cluster.services[0].tree.nodes[1].times.start = SimDuration::seconds(20);
    const RecordedRun run = recorded(scenario); // starts from 0 s to 20 s
    ScriptFault hang;
    hang.kind = ScriptFaultKind::Hangs;
    hang.resource = scenario.cluster.services[0].tree.nodes[1].resource;
    hang.from = SimTime::seconds(10);
    hang.to = SimTime::seconds(80);
    scenario.plan.scriptFaults.push_back(hang);
    const Prediction prediction =
        predict(run, scenario, SimTime::seconds(10), SimDuration::seconds(60));
    QCOMPARE(prediction.services[0].atEnd.belief.state, ServiceState::Starting);
    QCOMPARE(prediction.services[0].withoutAct.belief.state, ServiceState::Started);
    QCOMPARE(prediction.services[0].firstChange, std::optional(SimTime::seconds(20)));
    QCOMPARE(prediction.services[0].outage, SimDuration::seconds(60));
}

void TestPrediction::theHorizonEndsWithTheRun()
{
    const Scenario scenario = apart();
    const RecordedRun run = recorded(scenario);
    QCOMPARE(predict(run, scenario, SimTime::seconds(590)).end, SimTime::seconds(600));
    QCOMPARE(predict(run, scenario, SimTime::seconds(900)).end, SimTime::seconds(600));
    QCOMPARE(predict(run, scenario, SimTime{}).services[0].before.belief.exists, false);
}

void TestPrediction::everyPredictionIsWhatAFullRunShows()
{
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        Scenario scenario = randomScenario(seed);
        KeepApartRule rule;
        for (ServiceIndex i = 0; i < scenario.cluster.serviceCount(); ++i)
            rule.services.push_back(i);
        scenario.cluster.keepApart.push_back(rule);
        const RecordedRun run = recorded(scenario);
        RandomStream stream(seed, "acts");
        for (int i = 0; i < 3; ++i) {
            const SimTime act{static_cast<std::int64_t>(stream.below(590'000)) + 1};
            const Scenario withAct = withRandomActs(scenario, act, stream);
            const Prediction found = predict(run, withAct, act);
            const Prediction expected = fromFullRuns(scenario, withAct, act, found.end);
            const QString where = QString("seed %1 at %2\n").arg(seed).arg(act.ms);
            QVERIFY2(shown(found) == shown(expected),
                     qPrintable(where + QString::fromStdString(shown(found) + "expected\n" +
                                                               shown(expected))));
        }
    }
}

QTEST_APPLESS_MAIN(TestPrediction)
#include "tst_prediction.moc"
