// Runs as JSON and CSV: the keys that other programs rely on, and the values of a run that can be
// worked out by hand.
#include "report/json_text.h"
#include "report/run_csv.h"
#include "report/run_json.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

QJsonObject parsed(const FinishedRun& run)
{
    QJsonParseError error{};
    const QByteArray text = QByteArray::fromStdString(runJson(run.report()));
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s", qPrintable(error.errorString()));
    return document.object();
}

QJsonValue literal(const char* json)
{
    return QJsonDocument::fromJson(QByteArray("[") + json + ']').array().at(0);
}

QJsonValue service(const QJsonObject& run, const char* name)
{
    for (const QJsonValue value : run["services"].toArray()) {
        if (value["name"] == QLatin1String(name))
            return value;
    }
    return {};
}

QStringList lines(const std::string& text)
{
    return QString::fromStdString(text).split('\n');
}

} // namespace

class TestRunJson : public QObject {
    Q_OBJECT

private slots:
    void keysAreThoseThatAreDocumented();
    void beliefAndTruthOfTheCollision();
    void theSummaryHasItsNumbers();
    void violationsAndHazardsAreListed();
    void marksSayWhatHappened();
    void theTraceHasEveryRow_data();
    void theTraceHasEveryRow();
    void theLogHasRgmanagersLines();
    void largeSeedsSurvive();
    void namesAreEscaped();
    void jsonTextSeparatesAsItShould();
    void segmentsAreRowsOfCsv();
    void fieldsWithCommasAreQuoted();
    void theLogIsCsvToo();
};

void TestRunJson::keysAreThoseThatAreDocumented()
{
    const QJsonObject run = parsed(finishSeedCase("seed-boot-race"));
    QCOMPARE(run.keys(),
             QStringList({"about", "arbitration", "event_limit_hit", "fingerprint", "format",
                          "guard", "hazards", "log", "marks", "name", "nodes", "seed", "services",
                          "summary", "title", "trace", "until", "violations"}));
    QCOMPARE(run["format"].toInt(), 1);
    QCOMPARE(run["services"][0].toObject().keys(),
             QStringList({"belief", "name", "summary", "truth"}));
    QCOMPARE(run["services"][0]["belief"][0].toObject().keys(),
             QStringList({"from", "frozen", "last_owner", "owner", "restarts", "state", "to"}));
    QCOMPARE(run["services"][0]["truth"][0].toObject().keys(),
             QStringList({"from", "partly_on", "runs_on", "to"}));
    const QStringList sums = {"checks_failed",  "downtime",         "downtime_disabled",
                              "longest_outage", "on_several_nodes", "phantom",
                              "relocations",    "restarts_here",    "starts_failed",
                              "starts_refused", "violation"};
    QCOMPARE(run["services"][0]["summary"].toObject().keys(), sums);
    for (const QString& key : sums)
        QVERIFY(run["summary"].toObject().contains(key));
    QCOMPARE(run["nodes"][0].toObject().keys(), QStringList({"id", "name", "segments"}));
}

void TestRunJson::beliefAndTruthOfTheCollision()
{
    const QJsonObject run = parsed(finishSeedCase("seed-collision"));
    const QJsonValue meow = service(run, "service:meow");
    QCOMPARE(meow["belief"].toArray().size(), 2);
    QCOMPARE(meow["belief"][0],
             literal(R"({"from":0,"to":30000,"state":"started","owner":"node1.example.com",
                     "last_owner":null,"restarts":0,"frozen":false})"));
    QCOMPARE(meow["truth"], literal(R"([{"from":0,"to":30000,"runs_on":[],"partly_on":[]},
                     {"from":30000,"to":300000,"runs_on":["node3.example.com"],"partly_on":[]}])"));
    QCOMPARE(run["nodes"][0], literal(R"({"name":"node1.example.com","id":1,"segments":[
                     {"from":0,"to":150000,"state":"up"},
                     {"from":150000,"to":300000,"state":"off"}]})"));
    QCOMPARE(run["until"].toInt(), 300000);
    QCOMPARE(run["guard"].toString(), QString("published"));
}

void TestRunJson::theSummaryHasItsNumbers()
{
    const FinishedRun finished = finishSeedCase("seed-ping-pong");
    const QJsonObject run = parsed(finished);
    QCOMPARE(service(run, "service:a")["summary"]["relocations"].toInt(), 10);
    QCOMPARE(service(run, "service:a")["summary"]["phantom"].toInt(), 300000);
    QCOMPARE(run["summary"]["downtime"].toInt(), 300000);
    QCOMPARE(run["summary"]["running_at_end"].toInt(), 3);
    QCOMPARE(run["fingerprint"].toString(),
             QString::number(finished.simulation->fingerprint(), 16).rightJustified(16, '0'));
}

void TestRunJson::violationsAndHazardsAreListed()
{
    const QJsonObject run = parsed(finishSeedCase("seed-boot-race"));
    QCOMPARE(run["violations"],
             literal(R"([{"rule":0,"node":"node1.example.com","from":5000,"to":300000,
                     "services":["service:bark","service:meow"]}])"));
    QCOMPARE(run["hazards"], literal(R"([{"t":5000,"kind":"started-beside","service":"service:meow",
                     "node":"node1.example.com","other":"service:bark"}])"));
}

void TestRunJson::marksSayWhatHappened()
{
    const QJsonArray marks = parsed(finishSeedCase("seed-collision"))["marks"].toArray();
    QStringList shown;
    for (const QJsonValue mark : marks)
        shown << mark["kind"].toString() + ' ' + mark["text"].toString();
    QVERIFY(shown.contains("fault boot all nodes"));
    QVERIFY(shown.contains("fault crash node1.example.com"));
    QVERIFY(shown.contains("relocated "));
}

void TestRunJson::theTraceHasEveryRow_data()
{
    QTest::addColumn<QString>("file");
    for (const char* name : {"seed", "admin", "trees", "timed"})
        QTest::newRow(name) << QString::fromLatin1(name) + ".json";
}

void TestRunJson::theTraceHasEveryRow()
{
    QFETCH(QString, file);
    for (const FinishedRun& run : finishCases(file.toStdString())) {
        const QJsonArray trace = parsed(run)["trace"].toArray();
        QCOMPARE(static_cast<std::size_t>(trace.size()), run.rows().size());
        for (qsizetype i = 0; i < trace.size(); ++i) {
            const LogRow& row = run.rows()[static_cast<std::size_t>(i)];
            QCOMPARE(trace[i]["t"].toInteger(), row.at.ms);
            if (row.kind == RowKind::Record)
                QCOMPARE(trace[i]["state"].toString(), QString(toString(row.state)));
            else if (row.kind == RowKind::Script)
                QCOMPARE(trace[i]["result"].toString(), QString(toString(row.result)));
        }
    }
}

void TestRunJson::theLogHasRgmanagersLines()
{
    const QJsonArray log = parsed(finishSeedCase("seed-collision"))["log"].toArray();
    QCOMPARE(log[0], literal(R"({"t":0,"node":"node1.example.com","priority":"notice",
                             "text":"Starting stopped service service:bark"})"));
}

void TestRunJson::largeSeedsSurvive()
{
    Scenario scenario = bootAll(makeLargeCluster(1, 1, false), SimTime::seconds(1));
    scenario.seed = UINT64_MAX;
    const std::string text = runJson(finish(std::move(scenario)).report());
    QVERIFY(text.find("\"seed\":18446744073709551615,") != std::string::npos);
}

void TestRunJson::namesAreEscaped()
{
    const std::string name = "a\"b\\c\n\t\x01ä";
    Cluster cluster = makeLargeCluster(1, 1, false);
    cluster.nodes[0].name = name;
    cluster.services[0].fullName = name;
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(1));
    scenario.about = name;
    const QJsonObject run = parsed(finish(std::move(scenario)));
    const QString expected = QString::fromStdString(name);
    QCOMPARE(run["about"].toString(), expected);
    QCOMPARE(run["nodes"][0]["name"].toString(), expected);
    QCOMPARE(run["services"][0]["name"].toString(), expected);
}

void TestRunJson::jsonTextSeparatesAsItShould()
{
    JsonText json;
    json.beginObject();
    json.key("list").beginArray();
    json.value(1);
    json.value(true);
    json.null();
    json.beginArray();
    json.endArray();
    json.newLine();
    json.beginObject();
    json.member("x", "y");
    json.endObject();
    json.endArray();
    json.member("n", -5);
    json.endObject();
    QCOMPARE(json.take(), std::string("{\"list\":[1,true,null,[],\n{\"x\":\"y\"}],\"n\":-5}"));
}

void TestRunJson::segmentsAreRowsOfCsv()
{
    const QStringList rows = lines(segmentsCsv(finishSeedCase("seed-collision").report()));
    QCOMPARE(rows[0], QString("what,name,from_ms,to_ms,state,nodes"));
    QVERIFY(rows.contains("node,node1.example.com,0,150000,up,"));
    QVERIFY(rows.contains("record,service:meow,0,30000,started,node1.example.com"));
    QVERIFY(rows.contains("runs,service:meow,0,30000,nowhere,"));
    QVERIFY(rows.contains("runs,service:meow,30000,300000,runs,node3.example.com"));
    QCOMPARE(rows.last(), QString());
}

void TestRunJson::fieldsWithCommasAreQuoted()
{
    Cluster cluster = makeLargeCluster(1, 1, false);
    cluster.services[0].fullName = "a,\"b\"";
    const FinishedRun run = finish(bootAll(std::move(cluster), SimTime::seconds(1)));
    QVERIFY(lines(segmentsCsv(run.report())).contains("record,\"a,\"\"b\"\"\",0,1000,started,n1"));
}

void TestRunJson::theLogIsCsvToo()
{
    const QStringList rows = lines(logCsv(finishSeedCase("seed-collision").report()));
    QCOMPARE(rows[0], QString("t_ms,node,priority,text"));
    QCOMPARE(rows[1], QString("0,node1.example.com,notice,Starting stopped service service:bark"));
}

QTEST_GUILESS_MAIN(TestRunJson)
#include "tst_run_json.moc"
