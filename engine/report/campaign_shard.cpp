#include "report/campaign_shard.h"

#include "formats/input_file.h"
#include "formats/scenario_writer.h"
#include "report/campaign_shard_sums.h"
#include "report/json_text.h"

#include "base/fingerprint.h"
#include "base/joined.h"
#include "base/limits.h"

#include <limits>
#include <map>
#include <utility>

namespace rgsim {

namespace {

constexpr std::int64_t formatNumber = 1;
constexpr int maxVersionLength = 100;
constexpr const char* formatKey = "rgsim_campaign_shard";
constexpr const char* makeAgain = "make this part again with campaign --shard";

const JsonShape fileShape{"campaignShard",
                          "a part of a campaign",
                          {{formatKey, true},
                           {"rgsim", true},
                           {"check", true},
                           {"shard", true},
                           {"shards", true},
                           {"complete", true},
                           {"question", true},
                           {"tally", true}}};

const JsonShape questionShape{"campaignQuestion",
                              "the question of a campaign",
                              {{"years", true},
                               {"runs", true},
                               {"seed", true},
                               {"variance_reduction", true},
                               {"node_mtbf_ms", false},
                               {"node_mttr_ms", false},
                               {"service_mtbf_ms", false},
                               {"scenario", true}}};

void addTime(Fingerprint& sum, const std::optional<SimDuration>& time)
{
    sum.add(static_cast<std::uint64_t>(time.has_value()));
    sum.add(static_cast<std::uint64_t>(time.value_or(SimDuration()).ms));
}

// Over what was read, not over the text: a file may be laid out anew.
std::string checkSum(const CampaignShard& shard)
{
    const CampaignQuestion& question = shard.question;
    Fingerprint sum;
    sum.add(question.version);
    sum.add(question.scenarioText);
    for (const std::int64_t number :
         {std::int64_t{question.options.years}, question.options.runs, question.options.shard,
          question.options.shards, std::int64_t{question.options.varianceReduction},
          std::int64_t{shard.isComplete}})
        sum.add(static_cast<std::uint64_t>(number));
    sum.add(question.options.seed);
    addTime(sum, question.rates.nodeMtbf);
    addTime(sum, question.rates.nodeMttr);
    addTime(sum, question.rates.serviceMtbf);
    JsonText sums;
    writeTally(sums, shard.tally);
    sum.add(sums.take());
    return std::to_string(sum.value());
}

void writeTime(JsonText& json, const char* key, const std::optional<SimDuration>& time)
{
    if (time)
        json.member(key, time->ms);
}

std::optional<SimDuration> readTime(const JsonObjectCursor& object, const char* key)
{
    constexpr std::int64_t longest = 9'007'199'254'740'992; // what JSON's numbers keep exactly
    if (!object.has(key))
        return std::nullopt;
    return SimDuration{object.integer(key, 1, longest, 1)};
}

void readQuestion(const JsonObjectCursor& file, CampaignQuestion& question)
{
    const std::optional<JsonCursor> found = file.find("question");
    const std::optional<JsonObjectCursor> object =
        found ? found->object(questionShape) : std::nullopt;
    if (!object)
        return;
    CampaignOptions& options = question.options;
    options.years =
        static_cast<int>(object->integer("years", 1, limits::maxCampaignYears, options.years));
    options.runs = object->integer("runs", 1, limits::maxCampaignRuns, options.runs);
    options.varianceReduction = object->flag("variance_reduction", false);
    if (const auto seed = object->find("seed"))
        options.seed = static_cast<std::uint64_t>(
            readDigits(*seed, 0, std::numeric_limits<std::uint64_t>::max()));
    question.rates = {readTime(*object, "node_mtbf_ms"), readTime(*object, "node_mttr_ms"),
                      readTime(*object, "service_mtbf_ms")};
    if (const auto scenario = object->find("scenario"))
        question.scenarioText =
            scenario->text(static_cast<int>(limits::maxInputBytes), true).value_or(std::string());
}

bool isThisFormat(const JsonCursor& root)
{
    const std::optional<JsonObjectCursor> open = root.openObject();
    if (!open)
        return false;
    const std::optional<JsonCursor> number = open->find(formatKey);
    if (!number) {
        root.error("this is no part of a campaign: it has no \"" + std::string(formatKey) + "\"",
                   "give the files that campaign --shard wrote");
        return false;
    }
    if (number->value().toInteger(-1) == formatNumber)
        return true;
    number->error("another version of this format than " + std::to_string(formatNumber),
                  "merge with the rgsim that made the parts, or make them again with this one");
    return false;
}

// The runs that the part has must be those that fall into it.
void checkRuns(const JsonCursor& root, const CampaignShard& shard)
{
    const CampaignOptions& options = shard.question.options;
    const std::int64_t all = options.endRun() - options.firstRun();
    const std::int64_t has = shard.tally.runs;
    if (has > all || (shard.isComplete && has < all))
        root.error("it has sums of " + std::to_string(has) + " runs, and its part is " +
                       std::to_string(all),
                   makeAgain);
}

void readAll(const JsonCursor& root, CampaignShard& shard)
{
    const std::optional<JsonObjectCursor> file =
        isThisFormat(root) ? root.object(fileShape) : std::nullopt;
    if (!file)
        return;
    CampaignOptions& options = shard.question.options;
    shard.question.version = file->text("rgsim", maxVersionLength);
    shard.isComplete = file->flag("complete", false);
    readQuestion(*file, shard.question);
    options.shards = file->integer("shards", 1, options.runs, 1);
    options.shard = file->integer("shard", 1, options.shards, 1);
    if (const auto tally = file->find("tally"))
        shard.tally = readTally(*tally, options.shards);
    if (root.report().hasErrors())
        return;
    checkRuns(root, shard);
    const std::optional<JsonCursor> check = file->find("check");
    if (check && check->value().toString().toStdString() != checkSum(shard))
        check->error("the file was changed or damaged: its check sum is another", makeAgain);
}

// What differs between two questions: the key, or nothing.
const char* differenceOf(const CampaignQuestion& a, const CampaignQuestion& b)
{
    if (a.version != b.version)
        return "rgsim";
    if (a.scenarioText != b.scenarioText)
        return "question.scenario";
    if (a.options.years != b.options.years)
        return "question.years";
    if (a.options.runs != b.options.runs)
        return "question.runs";
    if (a.options.seed != b.options.seed)
        return "question.seed";
    if (a.options.varianceReduction != b.options.varianceReduction)
        return "question.variance_reduction";
    if (a.rates.nodeMtbf != b.rates.nodeMtbf)
        return "question.node_mtbf_ms";
    if (a.rates.nodeMttr != b.rates.nodeMttr)
        return "question.node_mttr_ms";
    if (a.rates.serviceMtbf != b.rates.serviceMtbf)
        return "question.service_mtbf_ms";
    return a.options.shards != b.options.shards ? "shards" : nullptr;
}

bool hasSumsFor(const CampaignTally& tally, const Scenario& scenario)
{
    return tally.services.size() == scenario.cluster.services.size() &&
           tally.groups.size() == scenario.groups.size();
}

std::string partName(const CampaignShard& shard)
{
    return "part " + std::to_string(shard.question.options.shard) + " of " +
           std::to_string(shard.question.options.shards);
}

void tellMissing(const std::map<std::int64_t, const CampaignShard*>& parts, std::int64_t shards,
                 Diagnostics& problems)
{
    constexpr std::size_t mostNamed = 20;
    std::vector<std::string> missing;
    for (std::int64_t i = 1; i <= shards; ++i) {
        if (parts.count(i) == 0 && missing.size() <= mostNamed)
            missing.push_back(std::to_string(i) + '/' + std::to_string(shards));
    }
    if (missing.empty())
        return;
    if (missing.size() > mostNamed)
        missing.back() = "more";
    problems.error({}, "parts are missing: " + joined(missing, ", "),
                   "make them with campaign --shard, or say --partial");
}

} // namespace

std::string questionText(const ScenarioFile& file)
{
    ScenarioFile whole = file;
    if (whole.source.kind == ClusterSource::Kind::ConfFile)
        whole.source = {ClusterSource::Kind::ConfText, file.source.confText, {}};
    return writeScenario(whole).toStdString();
}

Result<Scenario> scenarioOf(const CampaignShard& shard)
{
    Result<LoadedInput> input =
        readInput(QByteArray::fromStdString(shard.question.scenarioText), shard.fileName, {});
    Result<Scenario> scenario;
    if (input.ok() && !input.diagnostics.hasErrors()) {
        if (hasSumsFor(shard.tally, input->file.scenario))
            scenario.value = std::move(input->file.scenario);
        else
            scenario.diagnostics.error({shard.fileName, 0, 0, "tally"},
                                       "these are not the sums of this scenario's services",
                                       makeAgain);
        return scenario;
    }
    // Lines are those of the scenario inside, which nobody sees.
    for (Diagnostic problem : input.diagnostics.items()) {
        if (problem.severity != Severity::Error)
            continue;
        problem.place.line = 0;
        problem.place.column = 0;
        problem.place.field = "question.scenario";
        scenario.diagnostics.add(std::move(problem));
    }
    return scenario;
}

std::string shardText(const CampaignShard& shard)
{
    const CampaignQuestion& question = shard.question;
    JsonText json;
    json.beginObject();
    json.member(formatKey, formatNumber);
    json.member("rgsim", question.version);
    json.member("check", checkSum(shard));
    json.member("shard", question.options.shard);
    json.member("shards", question.options.shards);
    json.member("complete", shard.isComplete);
    json.newLine();
    json.key("question").beginObject();
    json.member("years", question.options.years);
    json.member("runs", question.options.runs);
    json.member("seed", std::to_string(question.options.seed));
    json.member("variance_reduction", question.options.varianceReduction);
    writeTime(json, "node_mtbf_ms", question.rates.nodeMtbf);
    writeTime(json, "node_mttr_ms", question.rates.nodeMttr);
    writeTime(json, "service_mtbf_ms", question.rates.serviceMtbf);
    json.member("scenario", question.scenarioText);
    json.endObject();
    json.newLine();
    json.key("tally");
    writeTally(json, shard.tally);
    json.endObject();
    return json.take() + '\n';
}

Result<CampaignShard> readShard(const QByteArray& text, const std::string& fileName)
{
    JsonReport report(text, fileName);
    CampaignShard shard;
    shard.fileName = fileName;
    if (const std::optional<QJsonValue> root = report.parse())
        readAll(JsonCursor(report, *root, {}), shard);
    Result<CampaignShard> result{std::nullopt, report.diagnostics()};
    if (!report.hasErrors())
        result.value = std::move(shard);
    return result;
}

Result<CampaignShard> mergeShards(const std::vector<CampaignShard>& shards, bool allowPartial)
{
    Result<CampaignShard> result;
    Diagnostics& problems = result.diagnostics;
    if (shards.empty()) {
        problems.error({}, "there is nothing to merge");
        return result;
    }
    CampaignShard merged;
    merged.fileName = shards.front().fileName;
    merged.question = shards.front().question;
    std::map<std::int64_t, const CampaignShard*> parts;
    for (const CampaignShard& shard : shards) {
        if (const char* key = differenceOf(merged.question, shard.question)) {
            problems.error({shard.fileName, 0, 0, key},
                           "it belongs to another campaign than " + shards.front().fileName,
                           "merge only parts of the same question, made by the same rgsim");
            continue;
        }
        if (shard.tally.services.size() != shards.front().tally.services.size() ||
            shard.tally.groups.size() != shards.front().tally.groups.size())
            problems.error({shard.fileName, 0, 0, "tally"},
                           "it has sums of other services than " + shards.front().fileName,
                           makeAgain);
        const auto [other, isNew] = parts.emplace(shard.question.options.shard, &shard);
        if (!isNew)
            problems.error({shard.fileName, 0, 0, "shard"},
                           partName(shard) + " is in " + other->second->fileName + " too",
                           "give each part once");
        if (!shard.isComplete && !allowPartial)
            problems.error({shard.fileName, 0, 0, "complete"}, partName(shard) + " was interrupted",
                           "make this part again with campaign --shard, or say --partial");
        merged.isComplete = merged.isComplete && shard.isComplete;
    }
    const std::int64_t all = merged.question.options.shards;
    merged.isComplete = merged.isComplete && static_cast<std::int64_t>(parts.size()) == all;
    if (!allowPartial && !problems.hasErrors())
        tellMissing(parts, all, problems);
    if (problems.hasErrors())
        return result;
    for (const auto& [number, shard] : parts)
        merged.tally.add(shard->tally);
    merged.question.options.shard = 1;
    merged.question.options.shards = 1;
    result.value = std::move(merged);
    return result;
}

} // namespace rgsim
