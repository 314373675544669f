#include "report/phase_csv.h"

#include "support/cluster_factory.h"

#include <QtTest>

using namespace rgsim;
using namespace rgsim::support;

class TestPhaseCsv : public QObject {
    Q_OBJECT

private slots:
    void eachPieceIsALine();
};

void TestPhaseCsv::eachPieceIsALine()
{
    Cluster cluster = makeCluster(1);
    addService(cluster, "web, old");
    cluster.finish();
    PhaseAnswer answer;
    answer.question.failure.kind = PlanKind::Crash;
    answer.question.failure.node = 0;
    answer.question.service = 0;
    answer.pieces = {
        {SimDuration::seconds(0), SimDuration::milliseconds(1500), true, false, ServiceEnd::Runs,
         SimDuration::seconds(5), SimDuration::milliseconds(6250)},
        {SimDuration::milliseconds(1500), SimDuration::seconds(30), true, false, ServiceEnd::Down,
         SimDuration::seconds(7), SimDuration::seconds(8)},
    };
    const std::string about = "\"service:web, old\",crash " + cluster.node(0).name + ',';
    QCOMPARE(phaseCsv(cluster, {answer}),
             "service,failure,from_s,has_from,to_s,has_to,end,downtime_at_from_s,"
             "downtime_at_to_s\n" +
                 about + "0,1,1.5,0,runs,5,6.25\n" + about + "1.5,1,30,0,down,,\n");
}

QTEST_GUILESS_MAIN(TestPhaseCsv)
#include "tst_phase_csv.moc"
