// Parts of a campaign as files: together they are the whole, and what is not a part of the same
// campaign, to the last digit, is refused with the file and the key.
#include "formats/scenario_writer.h"
#include "report/campaign_csv.h"
#include "report/campaign_json.h"
#include "report/campaign_shard.h"
#include "report/campaign_text.h"
#include "support/campaign_cases.h"

#include <QTest>

#include <random>

using namespace rgsim;
using namespace rgsim::support;

namespace {

constexpr std::int64_t parts = 4;
constexpr std::int64_t runs = 22; // does not divide by four

// With a group, so that all kinds of sums are there.
ScenarioFile cluster()
{
    ScenarioFile file;
    file.scenario = followingService({nodeRate(0, 300, 5), nodeRate(1, 200, 10)}, 1);
    file.scenario.groups.push_back(
        {"all", {0}, 1, SimDuration::seconds(5), SimDuration::seconds(1), 0});
    return file;
}

CampaignShard partOf(const ScenarioFile& file, std::int64_t number, std::int64_t of)
{
    CampaignShard shard;
    shard.fileName = "part" + std::to_string(number) + ".json";
    shard.question.version = "1.2";
    shard.question.scenarioText = questionText(file);
    shard.question.options.years = 1;
    shard.question.options.runs = runs;
    shard.question.options.seed = 0xfedcba9876543210; // more than JSON's numbers hold
    shard.question.options.shard = number;
    shard.question.options.shards = of;
    shard.question.rates.serviceMtbf = SimDuration::seconds(7200000);
    const Scenario campaign = campaignScenario(file.scenario, shard.question.rates);
    shard.tally = runCampaign(campaign, shard.question.options, {}).tally;
    return shard;
}

CampaignShard writtenAndRead(const CampaignShard& shard)
{
    const Result<CampaignShard> read =
        readShard(QByteArray::fromStdString(shardText(shard)), shard.fileName);
    return read.ok() ? *read : CampaignShard();
}

std::vector<CampaignShard> allParts()
{
    static const std::vector<CampaignShard> made = [] {
        std::vector<CampaignShard> list;
        for (const std::int64_t number : {3, 1, 4, 2})
            list.push_back(writtenAndRead(partOf(cluster(), number, parts)));
        return list;
    }();
    return made;
}

std::string printed(const Scenario& scenario, const CampaignShard& shard)
{
    const Scenario campaign = campaignScenario(scenario, shard.question.rates);
    const CampaignSummary summary =
        summarizeCampaign(campaign, shard.question.options, shard.tally);
    const CampaignReport report{campaign, shard.question.options, summary};
    return campaignText(report) + campaignJson(report) + campaignCsv(report);
}

QByteArray errorsOf(const Diagnostics& diagnostics)
{
    QByteArray text;
    for (const Diagnostic& problem : diagnostics.items())
        text += QByteArray::fromStdString(toString(problem)) + '\n';
    return text;
}

} // namespace

class TestCampaignShard : public QObject {
    Q_OBJECT

private slots:
    void mergedPartsAreTheWhole();
    void sumsKeepAllTheirDigits();
    void otherQuestionsAreRefused_data();
    void otherQuestionsAreRefused();
    void missingAndInterruptedPartsAreNoWhole();
    void cutFilesAreRefused();
    void changedFilesAreRefusedOrMeanTheSame();
    void wrongFilesAreToldByFileAndKey_data();
    void wrongFilesAreToldByFileAndKey();
};

void TestCampaignShard::mergedPartsAreTheWhole()
{
    const CampaignShard whole = partOf(cluster(), 1, 1);
    const Result<CampaignShard> merged = mergeShards(allParts(), false);
    QVERIFY2(merged.ok(), errorsOf(merged.diagnostics));
    QVERIFY(merged->isComplete);
    QCOMPARE(merged->tally.runs, runs);
    QVERIFY(merged->tally == whole.tally);
    const Result<Scenario> scenario = scenarioOf(*merged);
    QVERIFY2(scenario.ok(), errorsOf(scenario.diagnostics));
    QCOMPARE(printed(*scenario, *merged), printed(cluster().scenario, whole));
}

void TestCampaignShard::sumsKeepAllTheirDigits()
{
    CampaignShard shard = partOf(cluster(), 1, 1);
    constexpr WideInteger large = (WideInteger{1} << 125) + 12345;
    shard.tally.services[0].moments.rawProducts() = {large, -large, 1, 0, -1};
    shard.tally.services[0].downtime[0] = std::numeric_limits<std::int64_t>::max();
    const CampaignShard read = writtenAndRead(shard);
    QVERIFY(read.tally == shard.tally);
    QCOMPARE(read.question.options.seed, shard.question.options.seed);
    QCOMPARE(shardText(read), shardText(shard));
}

void TestCampaignShard::otherQuestionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("which");
    const char* const keys[] = {"rgsim",         "question.scenario",
                                "question.seed", "question.service_mtbf_ms",
                                "shards",        "question.variance_reduction"};
    for (int i = 0; i < static_cast<int>(std::size(keys)); ++i)
        QTest::newRow(keys[i]) << QByteArray(keys[i]) << i;
}

void TestCampaignShard::otherQuestionsAreRefused()
{
    QFETCH(QByteArray, key);
    QFETCH(int, which);
    std::vector<CampaignShard> shards = allParts();
    CampaignQuestion& question = shards[2].question;
    switch (which) {
    case 0:
        question.version = "1.3";
        break;
    case 1:
        question.scenarioText += ' ';
        break;
    case 2:
        ++question.options.seed;
        break;
    case 3:
        question.rates.serviceMtbf.reset();
        break;
    case 4:
        question.options.shards = parts + 1;
        break;
    default:
        question.options.varianceReduction = true;
        break;
    }
    const QByteArray errors = errorsOf(mergeShards(shards, true).diagnostics);
    QVERIFY2(errors.contains("part4.json") && errors.contains("another campaign than part3.json") &&
                 errors.contains(key),
             errors);
}

void TestCampaignShard::missingAndInterruptedPartsAreNoWhole()
{
    std::vector<CampaignShard> shards = allParts();
    shards.pop_back();
    const Result<CampaignShard> missing = mergeShards(shards, false);
    QVERIFY(!missing.ok());
    QVERIFY2(errorsOf(missing.diagnostics).contains("parts are missing: 2/4"),
             errorsOf(missing.diagnostics));
    const Result<CampaignShard> some = mergeShards(shards, true);
    QVERIFY(some.ok() && !some->isComplete);

    shards = allParts();
    shards[1].isComplete = false;
    const Result<CampaignShard> interrupted = mergeShards(shards, false);
    QVERIFY(!interrupted.ok());
    QVERIFY2(errorsOf(interrupted.diagnostics).contains("part 1 of 4 was interrupted"),
             errorsOf(interrupted.diagnostics));
    const Result<CampaignShard> rest = mergeShards(shards, true);
    QVERIFY(rest.ok() && !rest->isComplete);

    shards = allParts();
    shards.push_back(shards.front());
    QVERIFY(!mergeShards(shards, true).ok());
}

void TestCampaignShard::cutFilesAreRefused()
{
    const QByteArray text = QByteArray::fromStdString(shardText(allParts().front()));
    for (qsizetype length = 0; length < text.size() - 2; length += 7) {
        const Result<CampaignShard> read = readShard(text.left(length), "part.json");
        QVERIFY2(!read.ok() && read.diagnostics.hasErrors(), QByteArray::number(length));
        QCOMPARE(read.diagnostics.items().front().place.file, std::string("part.json"));
    }
}

void TestCampaignShard::changedFilesAreRefusedOrMeanTheSame()
{
    const std::string original = shardText(allParts().front());
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    int refused = 0;
    constexpr int changes = 400;
    for (int i = 0; i < changes; ++i) {
        QByteArray text = QByteArray::fromStdString(original);
        text[static_cast<qsizetype>(random() % original.size())] =
            static_cast<char>(' ' + random() % 95);
        const Result<CampaignShard> read = readShard(text, "part.json");
        if (read.ok())
            QCOMPARE(shardText(*read), original);
        else
            ++refused;
    }
    QVERIFY(refused > changes / 2);
}

void TestCampaignShard::wrongFilesAreToldByFileAndKey_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char* name, const char* from, const char* to, const char* part) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(part);
    };
    row("another format", "_shard\":1", "_shard\":2", "at rgsim_campaign_shard");
    row("no part at all", "rgsim_campaign_shard", "other", "this is no part of a campaign");
    row("another part", "\"shard\":3", "\"shard\":5", "at shard");
    row("no runs", "\"runs\":22", "\"runs\":0", "at question.runs");
    row("a number of runs that is not its own", "\"runs\":22", "\"runs\":900", "its part is");
    row("no digits", "\"failures\":\"", "\"failures\":\"x", "at tally.failures");
    row("a sum below zero", "\"failures\":\"", "\"failures\":\"-", "at tally.failures");
    row("a sum beyond all bounds", "\"failures\":\"", "\"failures\":\"9999999999999999999999",
        "at tally.failures");
    row("a number too many", "\"downtime\":[", "\"downtime\":[\"0\",",
        "at tally.services[0].downtime");
    row("another seed", "\"seed\":\"18", "\"seed\":\"17", "check sum");
    row("a larger sum", "\"failures\":\"", "\"failures\":\"1", "check sum");
}

void TestCampaignShard::wrongFilesAreToldByFileAndKey()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, part);
    QByteArray text = QByteArray::fromStdString(shardText(allParts().front()));
    QVERIFY2(text.contains(from), text);
    text.replace(text.indexOf(from), from.size(), to);
    const Result<CampaignShard> read = readShard(text, "part.json");
    QVERIFY(!read.ok());
    const QByteArray errors = errorsOf(read.diagnostics);
    QVERIFY2(errors.startsWith("part.json") && errors.contains(part), errors);
}

QTEST_GUILESS_MAIN(TestCampaignShard)
#include "tst_campaign_shard.moc"
