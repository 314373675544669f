// Campaigns at the command line: what they print, that threads and parts make no difference, and
// which questions are refused.
#include "support/rgsim_process.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
