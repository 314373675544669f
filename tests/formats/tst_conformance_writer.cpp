#include "formats/cluster_conf_reader.h"
#include "formats/conformance_writer.h"
#include "rgmanager/request.h"

#include <QJsonDocument>
#include <QTest>

using namespace rgsim;

namespace {

const char* const conf = R"(<cluster name='c'><clusternodes>
<clusternode name='n1' nodeid='3'/><clusternode name='n2' nodeid='7'/></clusternodes><rm>
<service name='meow'><script name='meow' file='/m'/></service>
<service name='bark'><script name='bark' file='/b'><ip address='10.0.0.1'/></script></service>
<vm name='guest'/></rm></cluster>)";

enum : ServiceIndex { meow, bark, guest };

Cluster cluster()
{
    return *readClusterConf(conf, "c.conf").value;
}

LogRow row(RowKind kind, NodeIndex node)
{
    LogRow made;
    made.at = SimTime::seconds(30);
    made.kind = kind;
    made.node = node;
    return made;
}

QByteArray compact(const QJsonArray& array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QByteArray traceOf(const LogRow& one, bool hasTrees = false)
{
    return compact(conformanceTrace(cluster(), hasTrees, {one}));
}

ConformanceRows rowsFrom(const char* trace, const char* final, const char* alive)
{
    const auto array = [](const char* text) { return QJsonDocument::fromJson(text).array(); };
    return {array(trace), array(final), array(alive)};
}

} // namespace

class ConformanceWriterTest : public QObject {
    Q_OBJECT

private slots:
    void membershipIsWrittenWithIds()
    {
        QCOMPARE(traceOf(row(RowKind::NodeUp, 0)), QByteArray(R"([[30,"node",3,"up"]])"));
        QCOMPARE(traceOf(row(RowKind::NodeDown, 1)), QByteArray(R"([[30,"node",7,"down"]])"));
        QCOMPARE(traceOf(row(RowKind::Master, 1)), QByteArray(R"([[30,"master",7]])"));
    }

    void recordsNameTheirOwnersOrZero()
    {
        LogRow one = row(RowKind::Record, 1);
        one.service = bark;
        one.state = ServiceState::Recovering;
        one.lastOwner = 0;
        one.code = 4;
        one.flag = true;
        QCOMPARE(traceOf(one),
                 QByteArray(R"([[30,"record","service:bark","recovering",0,3,4,1,7]])"));
        one.owner = 1;
        one.lastOwner = noNode;
        one.flag = false;
        QCOMPARE(traceOf(one),
                 QByteArray(R"([[30,"record","service:bark","recovering",7,0,4,0,7]])"));
    }

    void scriptsLeaveAgentRowsOrResourceRows()
    {
        LogRow one = row(RowKind::Script, 0);
        one.service = bark;
        one.resource = cluster().resourceByName("ip:10.0.0.1");
        one.result = ScriptResult::StatusFailed;
        one.code = 10;
        QCOMPARE(traceOf(one, false),
                 QByteArray(R"([[30,"agent","service:bark","status-failed",3]])"));
        QCOMPARE(
            traceOf(one, true),
            QByteArray(R"([[30,"resource","ip:10.0.0.1","status-failed",10,3,"service:bark"]])"));
    }

    void repliesNameTheRequest_data()
    {
        QTest::addColumn<int>("request");
        QTest::addColumn<QByteArray>("name");
        const auto add = [](Request request, const char* name) {
            QTest::newRow(name) << static_cast<int>(request) << QByteArray(name);
        };
        add(Request::Relocate, "relocate");
        add(Request::Migrate, "migrate");
        add(Request::Enable, "enable");
        add(Request::Disable, "disable");
        add(Request::StopUser, "stop");
        add(Request::Restart, "restart");
        add(Request::Freeze, "freeze");
        add(Request::Unfreeze, "unfreeze");
    }
    void repliesNameTheRequest()
    {
        QFETCH(int, request);
        QFETCH(QByteArray, name);
        LogRow one = row(RowKind::Reply, 0);
        one.service = guest;
        one.request = static_cast<std::uint8_t>(request);
        one.code = -17;
        one.owner = 1;
        QCOMPARE(traceOf(one), R"([[30,"reply","vm:guest",")" + name + R"(",-17,7]])");
        QVERIFY(leavesReply(static_cast<Request>(request)));
        QCOMPARE(requestByReplyName(name.toStdString()), static_cast<Request>(request));
    }

    void aMachineMovedByHandIsWrittenWithItsTarget()
    {
        LogRow one = row(RowKind::Wander, 1);
        one.service = guest;
        QCOMPARE(traceOf(one), QByteArray(R"([[30,"wander","vm:guest",7]])"));
    }

    void rowsOfOtherKindsAreLeftOut()
    {
        for (const RowKind kind : {RowKind::Syslog, RowKind::Process, RowKind::NodePower,
                                   RowKind::Membership, RowKind::Quorum, RowKind::Fence,
                                   RowKind::Isolation, RowKind::Emergency, RowKind::Fault})
            QCOMPARE(traceOf(row(kind, 0)), QByteArray("[]"));
    }

    void partsOfSecondsAreKept()
    {
        LogRow one = row(RowKind::NodeUp, 0);
        one.at = SimTime{1500};
        QCOMPARE(traceOf(one), QByteArray(R"([[1.5,"node",3,"up"]])"));
    }

    void finalRowsAreSortedByNameAndShowTheTruth()
    {
        const Cluster c = cluster();
        FinalState state;
        state.services.resize(3);
        state.runsOn.resize(c.resources.size());
        state.services[meow] = {true, ServiceState::Started, 1, 0, 2};
        state.services[bark] = {false, ServiceState::Failed, 1, 1, 9}; // nobody has looked yet
        const auto script = static_cast<std::size_t>(c.resourceByName("script:meow"));
        const auto ip = static_cast<std::size_t>(c.resourceByName("ip:10.0.0.1"));
        state.runsOn[script].insert(0);
        state.runsOn[script].insert(1);
        state.runsOn[ip].insert(1);
        QCOMPARE(compact(conformanceFinal(c, false, state)),
                 QByteArray(R"([["service:bark","stopped",0,0,0,[]],)"
                            R"(["service:meow","started",7,3,2,[3,7]],)"
                            R"(["vm:guest","stopped",0,0,0,[]]])"));
        QCOMPARE(compact(conformanceFinal(c, true, state)),
                 QByteArray(R"([["service:bark","stopped",0,0,0],)"
                            R"(["service:meow","started",7,3,2],["vm:guest","stopped",0,0,0]])"));
        QCOMPARE(compact(conformanceAlive(c, state)),
                 QByteArray(R"([["ip:10.0.0.1",[7]],["script:meow",[3,7]]])"));
    }

    void theFirstDifferenceIsShownWithTheRowBefore()
    {
        const ConformanceRows expected =
            rowsFrom(R"([[0,"node",1,"up"],[5,"node",1,"down"]])", "[]", "[]");
        const ConformanceRows actual =
            rowsFrom(R"([[0,"node",1,"up"],[6,"node",1,"down"]])", "[]", "[]");
        QCOMPARE(firstDifference(expected, expected), std::string());
        QCOMPARE(firstDifference(expected, actual),
                 std::string("trace differs at row 2 (2 expected, 2 found)\n"
                             "  after    [0,\"node\",1,\"up\"]\n"
                             "  expected [5,\"node\",1,\"down\"]\n"
                             "  found    [6,\"node\",1,\"down\"]\n"));
    }

    void missingRowsAndOtherListsAreDifferencesToo()
    {
        const ConformanceRows expected = rowsFrom("[[1]]", "[[2]]", "[[3]]");
        QVERIFY(firstDifference(expected, rowsFrom("[]", "[[2]]", "[[3]]"))
                    .ends_with("  expected [1]\n  found    no more rows\n"));
        QVERIFY(firstDifference(expected, rowsFrom("[[1],[1]]", "[[2]]", "[[3]]"))
                    .ends_with("  expected no more rows\n  found    [1]\n"));
        QVERIFY(firstDifference(expected, rowsFrom("[[1]]", "[[9]]", "[[3]]"))
                    .starts_with("final differs at row 1"));
        QVERIFY(firstDifference(expected, rowsFrom("[[1]]", "[[2]]", "[[9]]"))
                    .starts_with("alive differs at row 1"));
    }

    void aLineHoldsNameTraceAndFinal()
    {
        const ConformanceRows rows = rowsFrom("[[1]]", "[[2]]", "[[3]]");
        QCOMPARE(conformanceLine("a \"b\"", false, rows),
                 QByteArray("{\"name\":\"a \\\"b\\\"\",\"trace\":[[1]],\"final\":[[2]]}\n"));
        QCOMPARE(conformanceLine("x", true, rows),
                 QByteArray("{\"name\":\"x\",\"trace\":[[1]],\"final\":[[2]],\"alive\":[[3]]}\n"));
    }
};

QTEST_APPLESS_MAIN(ConformanceWriterTest)
#include "tst_conformance_writer.moc"
