// What really happened, row by row, in words: each kind of row that tells of the truth.
#include "report/row_text.h"
#include "support/finished_run.h"

#include <QtTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

class TestRowText : public QObject {
    Q_OBJECT

private slots:
    void wordsForEachKind_data();
    void wordsForEachKind();
    void beliefHasNoWordsHere();
    void everyRowOfARunHasWords();

private:
    const FinishedRun m_run = finishSeedCase("seed-collision");
};

void TestRowText::wordsForEachKind_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("flag");
    QTest::addColumn<QString>("text");
    const auto row = [](RowKind kind, bool flag, const char* text) {
        QTest::newRow(text) << static_cast<int>(kind) << flag << QString(text);
    };
    row(RowKind::NodeUp, false, "became a member");
    row(RowKind::NodeDown, false, "declared down");
    row(RowKind::NodePower, true, "powered on");
    row(RowKind::NodePower, false, "dead: no power, no processes");
    row(RowKind::Membership, false, "lost: its token did not come");
    row(RowKind::Membership, true, "seen again");
    row(RowKind::Quorum, false, "its partition lost quorum");
    row(RowKind::Quorum, true, "its partition has quorum");
    row(RowKind::Fence, true, "fenced by node2");
    row(RowKind::Fence, false, "fencing failed, tried by node2");
    row(RowKind::Isolation, true, "cut off from the network");
    row(RowKind::Isolation, false, "connected to the network again");
    row(RowKind::Emergency, false, "stops everything for lack of quorum");
    row(RowKind::Process, true, "service:bark, script:bark: process runs");
    row(RowKind::Process, false, "service:bark, script:bark: process has ended");
    row(RowKind::Wander, false,
        "service:bark, script:bark: somebody moved the machine here by hand");
    row(RowKind::Script, false, "service:bark, script:bark: status check failed (depth 20)");
}

void TestRowText::wordsForEachKind()
{
    QFETCH(int, kind);
    QFETCH(bool, flag);
    QFETCH(QString, text);
    const Cluster& cluster = m_run.scenario->cluster;
    LogRow row;
    row.kind = static_cast<RowKind>(kind);
    row.flag = flag;
    row.result = ScriptResult::StatusFailed;
    row.node = 0;
    row.owner = 1;
    row.service = cluster.serviceByName("service:bark");
    row.resource = cluster.resourceByName("script:bark");
    row.code = 20;
    QVERIFY(tellsOfTruth(row.kind));
    const QString expected = text.replace("node2", QString::fromStdString(cluster.node(1).name));
    QCOMPARE(QString::fromStdString(truthText(cluster, {}, row)), expected);
}

void TestRowText::beliefHasNoWordsHere()
{
    for (const RowKind kind : {RowKind::Record, RowKind::Reply, RowKind::Syslog})
        QVERIFY(!tellsOfTruth(kind));
}

void TestRowText::everyRowOfARunHasWords()
{
    const std::vector<PlanEvent> events = eventsInOrder(m_run.scenario->plan);
    const auto& rows = m_run.rows();
    QVERIFY(std::any_of(rows.begin(), rows.end(),
                        [](const LogRow& row) { return row.kind == RowKind::Fault; }));
    for (const LogRow& row : rows) {
        if (tellsOfTruth(row.kind))
            QVERIFY(!truthText(m_run.scenario->cluster, events, row).empty());
    }
}

QTEST_APPLESS_MAIN(TestRowText)
#include "tst_row_text.moc"
