// What log lines say about records and nodes: each line's record, nodes that are up because they
// write, and nothing that the lines do not tell.
#include "analysis/log_records.h"

#include "analysis/timeline.h"
#include "rgmanager/messages.h"
#include "support/cluster_factory.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

constexpr ServiceIndex web = 0;

// Nodes n1 to n3 and service:web.
Cluster threeNodes()
{
    Cluster cluster = makeCluster(3);
    addService(cluster, "web");
    cluster.finish();
    return cluster;
}

LogRow said(std::int64_t seconds, NodeIndex node, Message message, NodeIndex other = noNode)
{
    LogRow row;
    row.at = SimTime::seconds(seconds);
    row.kind = RowKind::Syslog;
    row.node = node;
    row.service = message == Message::QuorumDissolved ? noService : web;
    row.owner = other;
    row.code = static_cast<std::int32_t>(message);
    return row;
}

LogRow membership(std::int64_t seconds, NodeIndex node, bool isUp)
{
    LogRow row;
    row.at = SimTime::seconds(seconds);
    row.kind = isUp ? RowKind::NodeUp : RowKind::NodeDown;
    row.node = node;
    row.flag = isUp;
    return row;
}

QString ownerText(NodeIndex node)
{
    return node == noNode ? QStringLiteral("-") : QString::number(node);
}

// "started 1 (last 0) restarts 2" for each record that was written.
QStringList records(const std::vector<LogRow>& rows)
{
    QStringList texts;
    for (const LogRow& row : withRecordsOfLog(threeNodes(), rows)) {
        if (row.kind == RowKind::Record)
            texts << QStringLiteral("%1 %2 (last %3) restarts %4")
                         .arg(QLatin1String(toString(row.state)), ownerText(row.owner),
                              ownerText(row.lastOwner))
                         .arg(row.code);
    }
    return texts;
}

// "1 up, 0 down": what the rows say about nodes, by kind @p kind.
QStringList changes(const std::vector<LogRow>& rows, bool powerOnly = false)
{
    QStringList texts;
    for (const LogRow& row : withRecordsOfLog(threeNodes(), rows)) {
        const bool isMember = row.kind == RowKind::NodeUp || row.kind == RowKind::NodeDown;
        if (powerOnly ? row.kind == RowKind::NodePower : isMember)
            texts << QString::number(row.node) + (row.flag ? " up" : " down");
    }
    return texts;
}

} // namespace

class TestLogRecords : public QObject {
    Q_OBJECT

private slots:
    void eachMessageLeavesItsRecord_data();
    void eachMessageLeavesItsRecord();
    void restartsAreCountedUntilAnotherKindOfStart();
    void theOwnersOwnLineSaysItBeforeAnyoneElses();
    void whatIsStoppedWithoutAStoryWasThere();
    void whatWasDisabledLeavesNoRecord();
    void whoWritesIsUp();
    void whoIsTakenOverFromIsDown();
    void stateChangesAreToldOnce();
    void withoutQuorumTheNodeStopsEverything();
    void rowsOfOtherKindsAndWithoutANodeAreLeftOut();
    void theTimelineFollows();
};

void TestLogRecords::eachMessageLeavesItsRecord_data()
{
    QTest::addColumn<int>("message");
    QTest::addColumn<QString>("record");
    const auto row = [](const char* name, Message message, const char* record) {
        QTest::newRow(name) << static_cast<int>(message) << QString(record);
    };
    row("starting", Message::StartingStopped, "starting 1 (last -) restarts 0");
    row("starting a disabled one", Message::StartingDisabled, "starting 1 (last -) restarts 0");
    row("recovering", Message::RecoveringFailed, "starting 1 (last -) restarts 1");
    row("taking over", Message::TakingOver, "starting 1 (last -) restarts 0");
    row("started", Message::Started, "started 1 (last -) restarts 0");
    row("failed to start", Message::FailedToStart, "started 1 (last -) restarts 0");
    row("running elsewhere", Message::NowRunningOn, "started 2 (last -) restarts 0");
    row("stopping", Message::Stopping, "stopping 1 (last -) restarts 0");
    row("is stopped", Message::IsStopped, "stopped - (last 1) restarts 0");
    row("is disabled", Message::IsDisabled, "disabled - (last 1) restarts 0");
    row("is recovering", Message::IsRecovering, "recovering - (last 1) restarts 0");
    row("is failed", Message::IsFailed, "failed - (last 1) restarts 0");
    row("says nothing of the record", Message::RestartingLocally, "");
}

void TestLogRecords::eachMessageLeavesItsRecord()
{
    QFETCH(const int, message);
    const QStringList found = records({said(5, 1, static_cast<Message>(message), 2)});
    QTEST(found.join(';'), "record");
}

void TestLogRecords::restartsAreCountedUntilAnotherKindOfStart()
{
    const QStringList found =
        records({said(1, 0, Message::RecoveringFailed), said(2, 0, Message::RecoveringFailed),
                 said(3, 0, Message::StartingStopped)});
    QCOMPARE(found, QStringList({"starting 0 (last -) restarts 1", "starting 0 (last -) restarts 2",
                                 "starting 0 (last -) restarts 0"}));
}

void TestLogRecords::theOwnersOwnLineSaysItBeforeAnyoneElses()
{
    const LogRow elsewhere = said(2, 0, Message::NowRunningOn, 2);
    QCOMPARE(records({said(1, 2, Message::Started), elsewhere}),
             QStringList("started 2 (last -) restarts 0"));
    QCOMPARE(records({elsewhere}), QStringList("started 2 (last -) restarts 0"));
}

void TestLogRecords::whatIsStoppedWithoutAStoryWasThere()
{
    // The first line that there is: whoever stops it has it.
    QCOMPARE(records({said(1, 2, Message::Stopping)}),
             QStringList("stopping 2 (last -) restarts 0"));
    // Later it keeps its owner, whoever stops it.
    QCOMPARE(records({said(1, 0, Message::Started), said(2, 2, Message::Stopping),
                      said(3, 2, Message::IsStopped)}),
             QStringList({"started 0 (last -) restarts 0", "stopping 0 (last -) restarts 0",
                          "stopped - (last 0) restarts 0"}));
}

void TestLogRecords::whatWasDisabledLeavesNoRecord()
{
    QCOMPARE(records({said(1, 0, Message::DisablingDisabled)}), QStringList());
    // But it is known now that nobody has it.
    QCOMPARE(records({said(1, 0, Message::DisablingDisabled), said(2, 1, Message::Stopping)}),
             QStringList("stopping - (last -) restarts 0"));
}

void TestLogRecords::whoWritesIsUp()
{
    const std::vector<LogRow> rows{said(1, 1, Message::Started), said(2, 1, Message::Stopping)};
    QCOMPARE(changes(rows), QStringList("1 up"));
    QCOMPARE(changes(rows, true), QStringList("1 up"));
    const std::vector<LogRow> found = withRecordsOfLog(threeNodes(), rows);
    QCOMPARE(found.front().kind, RowKind::NodePower); // before the line itself
    QCOMPARE(found.front().at, SimTime::seconds(1));
}

void TestLogRecords::whoIsTakenOverFromIsDown()
{
    QCOMPARE(changes({said(1, 0, Message::Started), said(9, 1, Message::TakingOver, 0)}),
             QStringList({"0 up", "1 up", "0 down"}));
    // Nobody can fall who never stood.
    QCOMPARE(changes({said(9, 1, Message::TakingOver, 0)}), QStringList("1 up"));
    QCOMPARE(changes({said(9, 1, Message::TakingOver, noNode)}), QStringList("1 up"));
}

void TestLogRecords::stateChangesAreToldOnce()
{
    // Each survivor writes it.
    QCOMPARE(changes({membership(1, 0, true), membership(1, 0, true), membership(5, 0, false),
                      membership(5, 0, false)}),
             QStringList({"0 up", "0 down"}));
}

void TestLogRecords::withoutQuorumTheNodeStopsEverything()
{
    int emergencies = 0;
    for (const LogRow& row :
         withRecordsOfLog(threeNodes(), {said(4, 2, Message::QuorumDissolved)})) {
        if (row.kind != RowKind::Emergency)
            continue;
        ++emergencies;
        QCOMPARE(row.node, NodeIndex(2));
        QCOMPARE(row.at, SimTime::seconds(4));
    }
    QCOMPARE(emergencies, 1);
}

void TestLogRecords::rowsOfOtherKindsAndWithoutANodeAreLeftOut()
{
    LogRow process = said(1, 0, Message::Started);
    process.kind = RowKind::Process;
    const LogRow homeless = said(1, noNode, Message::Started);
    QVERIFY(withRecordsOfLog(threeNodes(), {process, homeless}).empty());
}

void TestLogRecords::theTimelineFollows()
{
    const Cluster cluster = threeNodes();
    const Timeline timeline = makeTimeline(
        cluster,
        withRecordsOfLog(cluster,
                         {said(0, 0, Message::StartingStopped), said(3, 0, Message::Started),
                          said(60, 1, Message::TakingOver, 0), said(64, 1, Message::Started)}),
        SimTime::seconds(100));
    QStringList states;
    for (const BeliefSegment& segment : timeline.services[web].belief)
        states << QStringLiteral("%1 %2@%3")
                      .arg(QLatin1String(toString(segment.state)))
                      .arg(segment.owner)
                      .arg(segment.from.ms / 1000);
    QCOMPARE(states, QStringList({"starting 0@0", "started 0@3", "starting 1@60", "started 1@64"}));
    QCOMPARE(timeline.nodes[0].back().state, NodeState::Off);
    QCOMPARE(timeline.nodes[1].back().state, NodeState::Up);
    QCOMPARE(timeline.nodes[2].back().state, NodeState::Off); // never heard of
}

QTEST_APPLESS_MAIN(TestLogRecords)
#include "tst_log_records.moc"
