// Campaigns at the command line: what they print, that threads and parts make no difference, and
// which questions are refused.
#include "support/rgsim_process.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;

namespace {

const QString pair = QStringLiteral(RGSIM_SOURCE_DIR "/scenarios/guard/collision_sequence.json");
const QStringList rates = {"--node-mtbf", "90d", "--node-mttr", "4h", "--service-mtbf", "60d"};

QStringList campaign(const QStringList& more)
{
    return QStringList{"campaign", pair} + rates + QStringList{"--years", "1"} + more;
}

QJsonObject answerOf(const ProcessOutcome& outcome)
{
    return QJsonDocument::fromJson(outcome.out).object();
}

} // namespace

class TestCliCampaign : public QObject {
    Q_OBJECT

private slots:
    void jsonHasTheKeysThatScriptsRelyOn();
    void textTellsAvailabilityAndCauses();
    void threadsMakeNoDifference();
    void seedsMakeOne();
    void mergedPartsPrintWhatOneRunPrints_data();
    void mergedPartsPrintWhatOneRunPrints();
    void partsOfAnythingElseAreNotMerged();
    void badQuestionsAreRefused_data();
    void badQuestionsAreRefused();
};

void TestCliCampaign::jsonHasTheKeysThatScriptsRelyOn()
{
    const ProcessOutcome outcome = runRgsim(campaign({"--runs", "50", "--format", "json"}));
    QCOMPARE(outcome.code, 0);
    const QJsonObject answer = answerOf(outcome);
    QCOMPARE(answer["cluster_years"].toInt(), 50);
    QCOMPARE(answer["partial"], QJsonValue(false));
    QCOMPARE(answer["groups"], QJsonValue(QJsonObject()));
    const QJsonObject bark = answer["services"].toObject()["service:bark"].toObject();
    const double availability = bark["availability"].toDouble();
    const QJsonArray interval = bark["ci95"].toArray();
    QCOMPARE(interval.size(), 2);
    QVERIFY(interval[0].toDouble() < availability && availability < interval[1].toDouble());
    QVERIFY(bark["relocations_per_year"].toDouble() > 1);
    double sum = 0;
    const QJsonObject causes = bark["downtime_by_cause"].toObject();
    QCOMPARE(causes.size(), 9);
    for (const QJsonValue& cause : causes)
        sum += cause.toDouble();
    QVERIFY(causes["fencing"].toDouble() > 0);
    QVERIFY(qAbs(sum - bark["downtime_per_year"].toDouble()) < 1e-6);
    QVERIFY(qAbs(sum - (1 - availability) * 365 * 86400) < 1e-3);
}

void TestCliCampaign::textTellsAvailabilityAndCauses()
{
    const ProcessOutcome outcome = runRgsim(campaign({"--runs", "30"}));
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), outcome.shown().constData());
    for (const char* part : {"30 runs of 1 year, seed 1: 30 cluster-years", "95 % interval",
                             "service:meow", "status cycle", "outages by length"})
        QVERIFY2(outcome.out.contains(part), (part + outcome.shown()).constData());
    const ProcessOutcome one = runRgsim(campaign({"--runs", "1"}));
    QVERIFY2(one.out.contains("one run says nothing"), one.shown().constData());
}

void TestCliCampaign::threadsMakeNoDifference()
{
    const ProcessOutcome one = runRgsim(campaign({"--runs", "40", "--threads", "1"}));
    const ProcessOutcome two = runRgsim(campaign({"--runs", "40", "--threads", "2"}));
    QCOMPARE(one.code, 0);
    QCOMPARE(two.out, one.out);
}

void TestCliCampaign::seedsMakeOne()
{
    const ProcessOutcome one = runRgsim(campaign({"--runs", "20", "--seed", "1"}));
    QCOMPARE(runRgsim(campaign({"--runs", "20"})).out, one.out);
    QVERIFY(runRgsim(campaign({"--runs", "20", "--seed", "2"})).out != one.out);
}

void TestCliCampaign::mergedPartsPrintWhatOneRunPrints_data()
{
    QTest::addColumn<QStringList>("format");
    QTest::newRow("text") << QStringList();
    QTest::newRow("json") << QStringList{"--format", "json"};
    QTest::newRow("csv") << QStringList{"--format", "csv"};
}

void TestCliCampaign::mergedPartsPrintWhatOneRunPrints()
{
    QFETCH(QStringList, format);
    const QTemporaryDir folder;
    const QStringList question = {"--runs", "10", "--seed", "7", "--variance-reduction"};
    QStringList files;
    for (const char* part : {"4/4", "1/4", "3/4", "2/4"}) {
        files.append(folder.filePath(QString::number(files.size())));
        const ProcessOutcome made = runRgsim(campaign(
            question + QStringList{"--shard", part, "--threads", "1", "--out", files.last()}));
        QVERIFY2(made.code == 0 && made.out.isEmpty(), made.shown().constData());
    }
    const ProcessOutcome one = runRgsim(campaign(question + format));
    const ProcessOutcome merged = runRgsim(QStringList{"merge"} + files + format);
    QVERIFY2(merged.code == 0 && merged.err.isEmpty(), merged.shown().constData());
    QCOMPARE(merged.out, one.out);
}

void TestCliCampaign::partsOfAnythingElseAreNotMerged()
{
    const QTemporaryDir folder;
    const QString first = folder.filePath("first");
    const QString other = folder.filePath("other");
    QCOMPARE(runRgsim(campaign({"--runs", "4", "--shard", "1/2", "--out", first})).code, 0);
    QCOMPARE(
        runRgsim(campaign({"--runs", "4", "--shard", "2/2", "--seed", "2", "--out", other})).code,
        0);
    const ProcessOutcome both = runRgsim({"merge", first, other});
    QVERIFY2(both.code == 2 && both.out.isEmpty(), both.shown().constData());
    QVERIFY2(both.err.contains("question.scenario") && both.err.contains(other.toLocal8Bit()),
             both.shown().constData());
    const ProcessOutcome half = runRgsim({"merge", first});
    QVERIFY2(half.code == 2 && half.err.contains("missing: 2/2"), half.shown().constData());
    const ProcessOutcome partial = runRgsim({"merge", first, "--partial", "--format", "json"});
    QCOMPARE(partial.code, 0);
    QCOMPARE(answerOf(partial)["partial"], QJsonValue(true));
    const ProcessOutcome none = runRgsim({"merge", pair});
    QVERIFY2(none.code == 2 && none.err.contains("no part of a campaign"),
             none.shown().constData());
}

void TestCliCampaign::badQuestionsAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char* name, const QStringList& more, const char* part) {
        QTest::newRow(name) << QStringList{"campaign", pair} + more << QByteArray(part);
    };
    row("no rates", {}, "nothing ever fails");
    row("rate 0", {"--service-mtbf", "0"}, "--service-mtbf must be longer than nothing");
    row("half a rate", {"--node-mtbf", "90d"}, "--node-mtbf and --node-mttr belong together");
    row("no runs", rates + QStringList{"--runs", "0"}, "--runs \"0\" is not a whole number");
    row("too many years", rates + QStringList{"--years", "101"}, "from 1 to 100");
    row("too many failures", {"--service-mtbf", "1s"}, "more than it can handle");
    row("precision of everything", rates + QStringList{"--precision", "1"}, "between 0 and 1");
    for (const char* part : {"5/4", "0/4", "1", "1/", "/4", "a/b", "1/4/2", "-1/4"})
        row(part, rates + QStringList{"--shard", part}, "is no part");
    row("more parts than runs", rates + QStringList{"--shard", "1/4", "--runs", "3"},
        "more parts than runs");
    row("a part as text", rates + QStringList{"--shard", "1/4", "--format", "text"},
        "--shard and --format do not go together");
    row("a part of a precision", rates + QStringList{"--shard", "1/4", "--precision", "0.1"},
        "--shard and --precision do not go together");
    row("nowhere to write", rates + QStringList{"--runs", "1000000", "--out", "/no/such/folder"},
        "cannot be written");
    row("no time", {"--service-mtbf", "often"}, "--service-mtbf \"often\"");
}

void TestCliCampaign::badQuestionsAreRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, part);
    const ProcessOutcome outcome = runRgsim(arguments);
    QVERIFY2(outcome.code == 2 && outcome.out.isEmpty(), outcome.shown().constData());
    QVERIFY2(outcome.err.contains(part), outcome.shown().constData());
}

QTEST_GUILESS_MAIN(TestCliCampaign)
#include "tst_cli_campaign.moc"
