#include "command_line.h"
#include "interrupt.h"
#include "output.h"
#include "output_file.h"
#include "planning/campaign_summary.h"
#include "report/campaign_json.h"
#include "report/campaign_text.h"
#include "scenario_input.h"
#include "terminal.h"
#include "verb.h"

#include "base/limits.h"

#include <algorithm>

namespace rgsim {

namespace {

const char* const about =
    "Runs the cluster again and again for years under random failures, and tells how available\n"
    "its services are, with a 95 % interval, and what their downtime is made of. The rates are "
    "the\n"
    "scenario's; options give them to what has none there. Only they bring failures: events of "
    "the\n"
    "scenario are left out. Ctrl+C prints what there is by then and ends with 130.";

struct Question {
    CampaignOptions options;
    DefaultRates rates;
    int threads = 1;
    bool asJson = false;
    std::optional<std::string> outFile;
};

void addOptions(CommandLine& line)
{
    QCommandLineParser& parser = line.parser();
    const auto add = [&parser](const char* name, const char* value, const char* help) {
        parser.addOption(
            {QString::fromLatin1(name), QString::fromUtf8(help), QString::fromLatin1(value)});
    };
    add("years", "N", "Years of a run, 1 to 100 (default 10). A year has 365 days.");
    add("runs", "N", "Runs (default 1000); with --precision the most.");
    add("node-mtbf", "TIME", "Mean time between failures of nodes without a rate, such as 90d.");
    add("node-mttr", "TIME", "Their mean time to repair: from failure to boot, such as 4h.");
    add("service-mtbf", "TIME",
        "Mean time between deaths of the processes of services without a rate.");
    add("precision", "PART",
        "End as soon as every interval's half is at most this part of the downtime, such as 0.1.");
    line.addThreads();
    add("format", "FORMAT", "text (the default) or json.");
    add("out", "FILE", "Write to this file, whole or not at all.");
    parser.addOption({QStringLiteral("variance-reduction"),
                      QStringLiteral("Narrower intervals from as many runs: what failures and "
                                     "repairs alone explain is taken out.")});
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
    question.asJson = line.choice("format", {"text", "json"}) == 1;
    question.outFile = line.text("out");
    return question;
}

std::size_t eventsLeftOut(const Scenario& scenario, const Scenario& campaign)
{
    return scenario.plan.events.size() -
           std::min(scenario.plan.events.size(), campaign.plan.events.size());
}

int tellEndless(std::int64_t run)
{
    printError("run " + std::to_string(run) + " was ended because it had " +
                   std::to_string(limits::maxRunEvents) + " events",
               "see with rgsim run whether something repeats for ever, or give fewer years a run");
    return exitBadInput;
}

int answer(const Scenario& scenario, Question question)
{
    question.options.seed = scenario.seed;
    const Scenario campaign = campaignScenario(scenario, question.rates);
    const Diagnostics problems = checkCampaign(campaign, question.options);
    printDiagnostics(problems);
    if (problems.hasErrors())
        return exitBadInput;
    CampaignControl control;
    control.threads = question.threads;
    control.cancel = &catchInterrupts();
    CampaignResult result;
    {
        ProgressLine progress;
        control.progress = [&progress](std::int64_t done, std::int64_t of) {
            progress.showLeft(done, of);
        };
        result = runCampaign(campaign, question.options, control);
    }
    if (result.endlessRun)
        return tellEndless(*result.endlessRun);
    const CampaignSummary summary = summarizeCampaign(campaign, question.options, result.tally);
    const CampaignReport report{campaign,
                                question.options,
                                summary,
                                result.wasCancelled,
                                result.isPreciseEnough,
                                eventsLeftOut(scenario, campaign)};
    if (!deliver(question.asJson ? campaignJson(report) : campaignText(report), question.outFile))
        return exitBadInput;
    return result.wasCancelled ? exitInterrupted : exitFine;
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
         QStringLiteral("campaign cluster.conf --service-mtbf 30d --years 100 --format json")});
    addOptions(line);
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const Question question = readQuestion(line);
    if (const std::optional<int> end = line.problems())
        return *end;
    const std::optional<LoadedInput> input = loadScenario(line);
    return input ? answer(input->file.scenario, question) : exitBadInput;
}

} // namespace rgsim
