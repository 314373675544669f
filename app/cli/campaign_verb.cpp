#include "campaign_output.h"
#include "command_line.h"
#include "interrupt.h"
#include "output.h"
#include "output_file.h"
#include "report/campaign_shard.h"
#include "scenario_input.h"
#include "terminal.h"
#include "verb.h"

#include "base/limits.h"

#include <charconv>

namespace rgsim {

namespace {

const char* const about =
    "Runs the cluster again and again for years under random failures, and tells how available\n"
    "its services are, with a 95 % interval, and what their downtime is made of. The rates are "
    "the\n"
    "scenario's; options give them to what has none there. Only they bring failures: events of "
    "the\n"
    "scenario are left out. Ctrl+C prints what there is by then and ends with 130.\n"
    "With --shard it makes a part of the runs and writes a file for rgsim merge.";

struct Question {
    CampaignOptions options;
    DefaultRates rates;
    int threads = 1;
    bool isPart = false; ///< --shard
    bool isWhatIf = false;
    CampaignOutput output;
};

void addOptions(CommandLine& line)
{
    line.addOption("years", "N", "Years of a run, 1 to 100 (default 10). A year has 365 days.");
    line.addOption("runs", "N", "Runs (default 1000); with --precision the most.");
    line.addOption("node-mtbf", "TIME",
                   "Mean time between failures of nodes without a rate, such as 90d.");
    line.addOption("node-mttr", "TIME",
                   "Their mean time to repair: from failure to boot, such as 4h.");
    line.addOption("service-mtbf", "TIME",
                   "Mean time between deaths of the processes of services without a rate.");
    line.addOption(
        "precision", "PART",
        "End as soon as every interval's half is at most this part of the downtime, such as 0.1.");
    line.addThreads();
    line.addOption("shard", "I/N", "Make part I of N, for rgsim merge; best with --out.");
    addCampaignOutput(line);
    line.addFlag("variance-reduction", "Narrower intervals from as many runs: what failures and "
                                       "repairs alone explain is taken out.");
    line.addFlag("what-if", "Tell instead what changes would save, each alone: rates, recovery, "
                            "checks, times, one more node, guards, load balancers.");
    addScenarioArguments(line);
}

std::optional<SimDuration> meanTime(CommandLine& line, const char* option)
{
    const std::optional<SimTime> time = line.time(option);
    if (!time)
        return std::nullopt;
    if (*time == SimTime{})
        line.error(std::string("--") + option + " must be longer than nothing",
                   "say how long it takes on average, such as 90d");
    return *time - SimTime{};
}

double precisionOf(CommandLine& line)
{
    const std::optional<std::string> written = line.text("precision");
    if (!written)
        return 0;
    bool isNumber = false;
    const double precision = QString::fromStdString(*written).toDouble(&isNumber);
    if (!isNumber || !(precision > 0 && precision < 1))
        line.error("--precision \"" + *written + "\" is not a number between 0 and 1",
                   "0.1 asks for the downtime to a tenth");
    return precision;
}

// "2/4"; the number of parts is at most that of the runs, so that none is empty.
bool readPart(CommandLine& line, CampaignOptions& options)
{
    const std::optional<std::string> written = line.text("shard");
    if (!written)
        return false;
    const char* const end = written->data() + written->size();
    const auto part = std::from_chars(written->data(), end, options.shard);
    const bool hasSlash = part.ec == std::errc() && part.ptr != end && *part.ptr == '/';
    const auto parts = std::from_chars(hasSlash ? part.ptr + 1 : end, end, options.shards);
    const bool isGood = hasSlash && parts.ec == std::errc() && parts.ptr == end &&
                        options.shard >= 1 && options.shard <= options.shards;
    if (!isGood)
        line.error("--shard \"" + *written + "\" is no part",
                   "say which part of how many, such as 1/4 to 4/4");
    else if (options.shards > options.runs)
        line.error("--shard \"" + *written + "\": there are more parts than runs",
                   "make fewer parts or more runs");
    if (options.precision > 0)
        line.error("--shard and --precision do not go together: no part knows the others' runs",
                   "leave --precision out, merge the parts and look at the intervals; if they are "
                   "too wide, make the parts again with more --runs");
    if (line.isSet("format"))
        line.error("--shard and --format do not go together: a part is a file for rgsim merge",
                   "give --format to rgsim merge");
    return true;
}

Question readQuestion(CommandLine& line)
{
    Question question;
    question.options.years = static_cast<int>(
        line.wholeNumber("years", 1, limits::maxCampaignYears).value_or(question.options.years));
    question.options.runs =
        line.wholeNumber("runs", 1, limits::maxCampaignRuns).value_or(question.options.runs);
    question.options.precision = precisionOf(line);
    question.options.varianceReduction = line.isSet("variance-reduction");
    question.rates = {meanTime(line, "node-mtbf"), meanTime(line, "node-mttr"),
                      meanTime(line, "service-mtbf")};
    if (question.rates.nodeMtbf.has_value() != question.rates.nodeMttr.has_value())
        line.error("--node-mtbf and --node-mttr belong together", "give both or none");
    question.threads = line.threads();
    question.isPart = readPart(line, question.options);
    question.isWhatIf = line.isSet("what-if");
    for (const char* other : {"shard", "precision", "variance-reduction"}) {
        if (question.isWhatIf && line.isSet(other))
            line.error(std::string("--what-if and --") + other + " do not go together",
                       std::string("leave --") + other +
                           " out; more --runs make the intervals narrower");
    }
    question.output = readCampaignOutput(line);
    return question;
}

int tellEndless(std::int64_t run)
{
    printError("run " + std::to_string(run) + " was ended because it had " +
                   std::to_string(limits::maxRunEvents) + " events",
               "see with rgsim run whether something repeats for ever, or give fewer years a run");
    return exitBadInput;
}

// @p run is runCampaign() or runWhatIf().
auto runWithProgress(const Scenario& campaign, const Question& question, const auto& run)
{
    CampaignControl control;
    control.threads = question.threads;
    control.cancel = &catchInterrupts();
    ProgressLine progress;
    control.progress = [&progress](std::int64_t done, std::int64_t of) {
        progress.showLeft(done, of);
    };
    return run(campaign, question.options, control);
}

// A part's file must be read back before hours go into its runs.
bool canBeMerged(const CampaignShard& shard)
{
    CampaignShard empty = shard;
    empty.isComplete = false;
    const std::string text = shardText(empty);
    const Result<CampaignShard> read = readShard(QByteArray::fromStdString(text), "--shard");
    const Result<Scenario> scenario = read.ok() ? scenarioOf(*read) : Result<Scenario>();
    printDiagnostics(read.diagnostics);
    printDiagnostics(scenario.diagnostics);
    return scenario.ok();
}

int answerPart(const ScenarioFile& file, const Scenario& campaign, const Question& question)
{
    CampaignShard shard;
    shard.question = {RGSIM_VERSION, questionText(file), question.options, question.rates};
    shard.tally.services.resize(campaign.cluster.services.size());
    shard.tally.groups.resize(campaign.groups.size());
    if (!canBeMerged(shard))
        return exitBadInput;
    CampaignResult result = runWithProgress(campaign, question, runCampaign);
    if (result.endlessRun)
        return tellEndless(*result.endlessRun);
    shard.tally = std::move(result.tally);
    shard.isComplete = !result.wasCancelled;
    if (!deliver(shardText(shard), question.output.file))
        return exitBadInput;
    return result.wasCancelled ? exitInterrupted : exitFine;
}

int answerWhatIf(const Scenario& campaign, const Question& question)
{
    const WhatIfResult result = runWithProgress(campaign, question, runWhatIf);
    if (result.endlessRun)
        return tellEndless(*result.endlessRun);
    const int end = printWhatIf(campaign, question.options, result, question.output);
    return end == exitFine && result.wasCancelled ? exitInterrupted : end;
}

int answer(const ScenarioFile& file, Question question)
{
    const Scenario& scenario = file.scenario;
    question.options.seed = scenario.seed;
    const Scenario campaign = campaignScenario(scenario, question.rates);
    const Diagnostics problems = checkCampaign(campaign, question.options);
    printDiagnostics(problems);
    if (problems.hasErrors())
        return exitBadInput;
    if (question.isPart)
        return answerPart(file, campaign, question);
    if (question.isWhatIf)
        return answerWhatIf(campaign, question);
    const CampaignResult result = runWithProgress(campaign, question, runCampaign);
    if (result.endlessRun)
        return tellEndless(*result.endlessRun);
    const int end = printCampaign(scenario, campaign, question.options, result, question.output);
    return end == exitFine && result.wasCancelled ? exitInterrupted : end;
}

} // namespace

int campaignVerb(const QStringList& arguments)
{
    CommandLine line(
        "campaign", about,
        {QStringLiteral("campaign scenarios/guard/collision_sequence.json --node-mtbf 90d "
                        "--node-mttr 4h --service-mtbf 60d"),
         QStringLiteral("campaign cluster.conf --node-mtbf 90d --node-mttr 4h --precision 0.05 "
                        "--runs 100000"),
         QStringLiteral("campaign cluster.conf --service-mtbf 30d --years 100 --format json"),
         QStringLiteral("campaign cluster.conf --service-mtbf 30d --shard 2/4 --out part2.json")});
    addOptions(line);
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const Question question = readQuestion(line);
    if (const std::optional<int> end = line.problems())
        return *end;
    const std::optional<LoadedInput> input = loadScenario(line);
    return input ? answer(input->file, question) : exitBadInput;
}

} // namespace rgsim
