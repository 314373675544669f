// Marks, faults and rates in words.
#include "report/mark_text.h"
#include "report/plan_text.h"
#include "rgmanager/request.h"
#include "support/cluster_factory.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

Cluster twoServices()
{
    Cluster cluster = makeCluster(3);
    addService(cluster, "bark");
    addService(cluster, "meow");
    cluster.finish();
    return cluster;
}

Mark markOf(MarkKind kind, NodeIndex node, NodeIndex other = noNode,
            ServiceIndex service = noService, ResourceIndex resource = noResource)
{
    Mark mark;
    mark.kind = kind;
    mark.node = node;
    mark.other = other;
    mark.service = service;
    mark.resource = resource;
    return mark;
}

ScriptFault scriptFault(ScriptFaultKind kind, ScriptOp op, NodeIndex node = noNode)
{
    ScriptFault fault;
    fault.kind = kind;
    fault.op = op;
    fault.node = node;
    fault.resource = 1;
    fault.to = SimTime::never();
    return fault;
}

} // namespace

Q_DECLARE_METATYPE(rgsim::Mark)
Q_DECLARE_METATYPE(rgsim::ScriptFault)

class TestReportWords : public QObject {
    Q_OBJECT

private slots:
    void marksAreToldInWords_data();
    void marksAreToldInWords();
    void scriptFaultsAreToldInWords_data();
    void scriptFaultsAreToldInWords();
    void fencingFaultsAreToldInWords();
    void ratesAreToldInWords();
    void theGuardSaysWhatARefusalReports();
};

void TestReportWords::marksAreToldInWords_data()
{
    QTest::addColumn<Mark>("mark");
    QTest::addColumn<QString>("text");
    const auto row = [](const Mark& mark, const char* text) {
        QTest::newRow(toString(mark.kind)) << mark << text;
    };
    row(markOf(MarkKind::Fault, noNode), "scenario: crash n2");
    row(markOf(MarkKind::NodeUp, 0), "n1 became a member");
    row(markOf(MarkKind::NodeDown, 0), "n1 was declared down");
    row(markOf(MarkKind::Fenced, 0, 1), "n1 was fenced by n2");
    row(markOf(MarkKind::FencingFailed, 0, 1), "fencing n1 by n2 failed");
    row(markOf(MarkKind::EmergencyStop, 0), "n1 lost quorum and stopped everything at once");
    row(markOf(MarkKind::StatusFailed, 0, noNode, 1, 1),
        "the check of script:meow of service:meow failed on n1");
    row(markOf(MarkKind::StartRefused, 0, noNode, 1, 1),
        "the guard of script:meow of service:meow refused the start on n1 and reported success");
    row(markOf(MarkKind::StartFailed, 0, noNode, 1, 1),
        "the start of script:meow of service:meow failed on n1");
    row(markOf(MarkKind::StopFailed, 0, noNode, 1, 1),
        "the stop of script:meow of service:meow failed on n1");
    row(markOf(MarkKind::RecoverFailed, 0, noNode, 1, 1),
        "the recovery of script:meow of service:meow failed on n1");
    row(markOf(MarkKind::MigrationFailed, 0, noNode, 1),
        "the migration of service:meow failed on n1");
    row(markOf(MarkKind::Relocated, 0, 2, 1), "service:meow went from n1 to n3");
    row(markOf(MarkKind::RestartedHere, 0, noNode, 1), "service:meow was started again on n1");
    row(markOf(MarkKind::Wandered, 2, noNode, 1), "service:meow was moved to n3 by hand");
    Mark reply = markOf(MarkKind::Reply, 0, 2, 1);
    reply.request = static_cast<std::uint8_t>(Request::Relocate);
    row(reply, "the request to relocate service:meow ended with RG_SUCCESS, its owner is n3");
}

void TestReportWords::marksAreToldInWords()
{
    QFETCH(Mark, mark);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(markText(twoServices(), mark, {crashAt(5, 1)})), text);
}

void TestReportWords::scriptFaultsAreToldInWords_data()
{
    QTest::addColumn<ScriptFault>("fault");
    QTest::addColumn<QString>("text");
    ScriptFault fault = scriptFault(ScriptFaultKind::Fails, ScriptOp::Start, 1);
    QTest::newRow("for ever") << fault << "the start of script:meow fails on n2, all the time";
    fault.from = SimTime::seconds(10);
    QTest::newRow("from") << fault << "the start of script:meow fails on n2, from 10s on";
    fault.to = SimTime::seconds(60);
    QTest::newRow("window") << fault << "the start of script:meow fails on n2, from 10s to 1min";
    fault.flapPeriod = SimDuration::seconds(20);
    QTest::newRow("flapping") << fault
                              << "the start of script:meow fails on n2, from 10s to 1min, in the "
                                 "first half of every 20s";
    QTest::newRow("hangs") << scriptFault(ScriptFaultKind::Hangs, ScriptOp::Stop)
                           << "the stop of script:meow hangs, all the time";
    ScriptFault slow = scriptFault(ScriptFaultKind::Slow, ScriptOp::Status);
    slow.extra = SimDuration::seconds(90);
    QTest::newRow("slow") << slow
                          << "the status check of script:meow takes 1min30s longer, all the time";
    QTest::newRow("refused") << scriptFault(ScriptFaultKind::Fails, ScriptOp::MigrateRefused)
                             << "the migration of script:meow is refused, all the time";
}

void TestReportWords::scriptFaultsAreToldInWords()
{
    QFETCH(ScriptFault, fault);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(faultText(twoServices(), fault)), text);
}

void TestReportWords::fencingFaultsAreToldInWords()
{
    FenceFault fault;
    fault.to = SimTime::seconds(60);
    QCOMPARE(faultText(twoServices(), fault), "fencing of any node fails, from 0s to 1min");
    fault.node = 2;
    QCOMPARE(faultText(twoServices(), fault), "fencing of n3 fails, from 0s to 1min");
}

void TestReportWords::ratesAreToldInWords()
{
    FailureRate rate;
    rate.node = 0;
    rate.timeToFailure.mean = SimDuration::seconds(90 * 86400);
    rate.timeToRepair.kind = Distribution::Kind::Fixed;
    rate.timeToRepair.mean = SimDuration::seconds(7200);
    QCOMPARE(rateText(twoServices(), rate), "n1 fails at random: after 90d on average "
                                            "(exponential), and is repaired in 2h");
    rate.node = noNode;
    rate.service = 0;
    rate.timeToFailure.kind = Distribution::Kind::Weibull;
    QCOMPARE(rateText(twoServices(), rate),
             "a process of service:bark fails at random: after 90d on average (Weibull)");
}

void TestReportWords::theGuardSaysWhatARefusalReports()
{
    Cluster cluster = twoServices();
    QVERIFY(guardText(cluster).starts_with("off: "));
    cluster.guardMode = GuardMode::Published;
    QVERIFY(guardText(cluster).ends_with("a refused start reports success"));
    cluster.guardMode = GuardMode::Hardened;
    QVERIFY(guardText(cluster).ends_with("a refused start reports success"));
    cluster.hardenedGuardFails = true;
    QVERIFY(guardText(cluster).ends_with("a refused start reports failure"));
}

QTEST_GUILESS_MAIN(TestReportWords)
#include "tst_report_words.moc"
