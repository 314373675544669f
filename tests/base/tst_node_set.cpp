#include "base/node_set.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace rgsim;

namespace {

NodeSet setOf(const std::vector<int>& nodes)
{
    NodeSet set;
    for (const int node : nodes)
        set.insert(static_cast<NodeIndex>(node));
    return set;
}

std::vector<int> membersOf(const NodeSet& set)
{
    std::vector<int> members;
    for (const NodeIndex node : set)
        members.push_back(node);
    return members;
}

} // namespace

class TestNodeSet : public QObject {
    Q_OBJECT

private slots:
    void aNewSetIsEmpty();
    void holdsWhatWasInserted_data();
    void holdsWhatWasInserted();
    void insertingTwiceCountsOnce();
    void erasingRemovesOneMemberOnly();
    void containsNothingNegative();
    void everyNodeFitsAlone();
    void iteratesInAscendingOrderWhateverTheInsertionOrder();
    void nextSkipsGapsAcrossWords_data();
    void nextSkipsGapsAcrossWords();
    void setOperationsWorkOnBothWords();
    void withoutLeavesTheOriginalAlone();
    void equalMembersMeanEqualSets();
    void clearRemovesEverything();
};

void TestNodeSet::aNewSetIsEmpty()
{
    const NodeSet set;
    QVERIFY(set.empty());
    QCOMPARE(set.count(), 0);
    QCOMPARE(set.first(), noNode);
    QVERIFY(membersOf(set).empty());
}

void TestNodeSet::holdsWhatWasInserted_data()
{
    QTest::addColumn<std::vector<int>>("nodes");
    QTest::newRow("lowest") << std::vector<int>{0};
    QTest::newRow("end of the first word") << std::vector<int>{63};
    QTest::newRow("start of the second word") << std::vector<int>{64};
    QTest::newRow("highest") << std::vector<int>{limits::maxNodes - 1};
    QTest::newRow("spread") << std::vector<int>{0, 1, 31, 32, 63, 64, 65, 127};
}

void TestNodeSet::holdsWhatWasInserted()
{
    QFETCH(std::vector<int>, nodes);
    const NodeSet set = setOf(nodes);
    QCOMPARE(membersOf(set), nodes);
    QCOMPARE(set.count(), static_cast<int>(nodes.size()));
    QVERIFY(!set.empty());
    QCOMPARE(int(set.first()), nodes.front());
    for (int node = 0; node < limits::maxNodes; ++node) {
        const bool expected = std::count(nodes.begin(), nodes.end(), node) > 0;
        QCOMPARE(set.contains(static_cast<NodeIndex>(node)), expected);
    }
}

void TestNodeSet::insertingTwiceCountsOnce()
{
    QCOMPARE(setOf({70, 70}).count(), 1);
}

void TestNodeSet::erasingRemovesOneMemberOnly()
{
    NodeSet set = setOf({3, 64, 100});
    set.erase(64);
    QCOMPARE(membersOf(set), (std::vector<int>{3, 100}));
    set.erase(64);
    QCOMPARE(membersOf(set), (std::vector<int>{3, 100}));
}

void TestNodeSet::containsNothingNegative()
{
    NodeSet full;
    for (int node = 0; node < limits::maxNodes; ++node)
        full.insert(static_cast<NodeIndex>(node));
    QCOMPARE(full.count(), limits::maxNodes);
    QVERIFY(!full.contains(noNode));
}

void TestNodeSet::everyNodeFitsAlone()
{
    for (int node = 0; node < limits::maxNodes; ++node) {
        const NodeSet set = setOf({node});
        QCOMPARE(membersOf(set), std::vector<int>{node});
        QCOMPARE(set.next(static_cast<NodeIndex>(node)), noNode);
    }
}

void TestNodeSet::iteratesInAscendingOrderWhateverTheInsertionOrder()
{
    QCOMPARE(membersOf(setOf({127, 5, 64, 0})), (std::vector<int>{0, 5, 64, 127}));
}

void TestNodeSet::nextSkipsGapsAcrossWords_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("expected");
    QTest::newRow("before the first") << -1 << 2;
    QTest::newRow("between") << 1 << 2;
    QTest::newRow("to the next word") << 2 << 65;
    QTest::newRow("from the word's end") << 63 << 65;
    QTest::newRow("from the word's start") << 64 << 65;
    QTest::newRow("within the second word") << 65 << 127;
    QTest::newRow("after the last") << 127 << int(noNode);
}

void TestNodeSet::nextSkipsGapsAcrossWords()
{
    QFETCH(int, from);
    QFETCH(int, expected);
    QCOMPARE(int(setOf({2, 65, 127}).next(static_cast<NodeIndex>(from))), expected);
}

void TestNodeSet::setOperationsWorkOnBothWords()
{
    const NodeSet a = setOf({1, 2, 70, 71});
    const NodeSet b = setOf({2, 3, 71, 72});
    QCOMPARE(membersOf(a & b), (std::vector<int>{2, 71}));
    QCOMPARE(membersOf(a | b), (std::vector<int>{1, 2, 3, 70, 71, 72}));
    QCOMPARE(membersOf(a.minus(b)), (std::vector<int>{1, 70}));
    QCOMPARE(membersOf(b.minus(a)), (std::vector<int>{3, 72}));
}

void TestNodeSet::withoutLeavesTheOriginalAlone()
{
    const NodeSet set = setOf({1, 99});
    QCOMPARE(membersOf(set.without(99)), std::vector<int>{1});
    QCOMPARE(membersOf(set), (std::vector<int>{1, 99}));
    QVERIFY(set.without(50) == set);
}

void TestNodeSet::equalMembersMeanEqualSets()
{
    NodeSet set = setOf({4, 80, 90});
    set.erase(90);
    QVERIFY(set == setOf({80, 4}));
    QVERIFY(set != setOf({4, 81}));
    QVERIFY(set.bits() == setOf({80, 4}).bits());
}

void TestNodeSet::clearRemovesEverything()
{
    NodeSet set = setOf({0, 127});
    set.clear();
    QVERIFY(set == NodeSet{});
}

QTEST_APPLESS_MAIN(TestNodeSet)
#include "tst_node_set.moc"
