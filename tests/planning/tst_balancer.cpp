// Groups behind a load balancer, on outages that are written down: what is down, for whom, and what
// goes astray.
#include "planning/balancer.h"

#include <QTest>

using namespace rgsim;

namespace {

struct Outage {
    std::int64_t from; ///< seconds
    std::int64_t to;
};

constexpr std::int64_t end = 1000;

// Runs on `node` but for the outages.
std::vector<InstancePiece> instance(NodeIndex node, const std::vector<Outage>& outages)
{
    NodeSet there;
    there.insert(node);
    std::vector<InstancePiece> pieces;
    SimTime at;
    for (const Outage& outage : outages) {
        pieces.push_back({at, SimTime::seconds(outage.from), there});
        at = SimTime::seconds(outage.to);
        pieces.push_back({SimTime::seconds(outage.from), at, {}});
    }
    pieces.push_back({at, SimTime::seconds(end), there});
    return pieces;
}

GroupOutcome outcomeOf(int needs, SimDuration check, SimDuration change,
                       const std::vector<std::vector<InstancePiece>>& instances)
{
    const BalancedGroup group{"group", {0, 1}, needs, check, change, 0};
    return balance(group, instances, SimTime{}, SimTime::seconds(end));
}

constexpr SimDuration seconds(std::int64_t value)
{
    return SimDuration::seconds(value);
}

} // namespace

class TestBalancer : public QObject {
    Q_OBJECT

private slots:
    void oneOfTwoIsEnough();
    void bothAreNeeded();
    void bothDownAtOnce();
    void outagesBetweenTwoLooksAreNotNoticed();
    void whatIsBackWaitsForTheNextLook();
    void instancesOnOneNodeAreCounted();
};

// Instance 0 dies at 103 s; the look at 105 s finds out, and from 106 s it gets nothing.
void TestBalancer::oneOfTwoIsEnough()
{
    const GroupOutcome outcome =
        outcomeOf(1, seconds(5), seconds(1), {instance(0, {{103, 203}}), instance(1, {})});
    QCOMPARE(outcome.downtime(), SimDuration{});
    QCOMPARE(outcome.outages.count, std::int64_t{0});
    QCOMPARE(outcome.instanceDown, seconds(100));
    QCOMPARE(outcome.misdirected, seconds(3));
    QCOMPARE(outcome.lostMicros, std::int64_t{3'000'000 / 2}); // half of the requests for 3 s
    QCOMPARE(outcome.together, SimDuration{});
}

// Back at 203 s, noticed at 205 s, in use at 206 s: down for 103 s, of which 3 s unnoticed.
void TestBalancer::bothAreNeeded()
{
    const GroupOutcome outcome =
        outcomeOf(2, seconds(5), seconds(1), {instance(0, {{103, 203}}), instance(1, {})});
    QCOMPARE(outcome.tooFewAnswer, seconds(100));
    QCOMPARE(outcome.notYetNoticed, seconds(3));
    QCOMPARE(outcome.outages.count, std::int64_t{1});
    QCOMPARE(outcome.outages.longest, seconds(103));
}

void TestBalancer::bothDownAtOnce()
{
    const GroupOutcome outcome =
        outcomeOf(1, {}, {}, {instance(0, {{100, 200}}), instance(1, {{150, 300}})});
    QCOMPARE(outcome.tooFewAnswer, seconds(50));
    QCOMPARE(outcome.notYetNoticed, SimDuration{});
    QCOMPARE(outcome.instanceDown, seconds(250));
    QCOMPARE(outcome.misdirected, SimDuration{});
    QCOMPARE(outcome.lostMicros, std::int64_t{50'000'000}); // nobody gets any for 50 s
}

void TestBalancer::outagesBetweenTwoLooksAreNotNoticed()
{
    const GroupOutcome outcome =
        outcomeOf(2, seconds(10), {}, {instance(0, {{101, 109}}), instance(1, {})});
    QCOMPARE(outcome.tooFewAnswer, seconds(8));
    QCOMPARE(outcome.notYetNoticed, SimDuration{});
    QCOMPARE(outcome.misdirected, seconds(8));
}

// Down at the look at 110 s, back at 111 s: it gets nothing until 120 s.
void TestBalancer::whatIsBackWaitsForTheNextLook()
{
    const GroupOutcome outcome =
        outcomeOf(2, seconds(10), {}, {instance(0, {{109, 111}}), instance(1, {})});
    QCOMPARE(outcome.tooFewAnswer, seconds(2));
    QCOMPARE(outcome.notYetNoticed, seconds(9));
    QCOMPARE(outcome.outages.count, std::int64_t{1});
    QCOMPARE(outcome.misdirected, seconds(1));
}

void TestBalancer::instancesOnOneNodeAreCounted()
{
    const GroupOutcome outcome =
        outcomeOf(1, {}, {}, {instance(0, {{100, 200}}), instance(0, {{100, 200}})});
    QCOMPARE(outcome.together, seconds(900));
    QCOMPARE(outcome.downtime(), seconds(100));
}

QTEST_APPLESS_MAIN(TestBalancer)
#include "tst_balancer.moc"
