#include "campaign_output.h"
#include "command_line.h"
#include "formats/text_file.h"
#include "output.h"
#include "report/campaign_shard.h"
#include "verb.h"

namespace rgsim {

namespace {

constexpr int mostFiles = 10'000;

// Nothing if any cannot be used; all their problems are printed.
std::optional<std::vector<CampaignShard>> readParts(const CommandLine& line)
{
    std::vector<CampaignShard> shards;
    bool isGood = true;
    const auto count = static_cast<int>(line.parser().positionalArguments().size());
    for (int i = 0; i < count; ++i) {
        const Result<QByteArray> text = readTextFile(line.file(i));
        printDiagnostics(text.diagnostics);
        Result<CampaignShard> shard =
            text.ok() ? readShard(*text, line.file(i)) : Result<CampaignShard>();
        printDiagnostics(shard.diagnostics);
        isGood = isGood && shard.ok();
        if (shard.ok())
            shards.push_back(std::move(*shard));
    }
    return isGood ? std::optional(std::move(shards)) : std::nullopt;
}

int answer(const CampaignShard& whole, const CampaignOutput& output)
{
    const Result<Scenario> scenario = scenarioOf(whole);
    printDiagnostics(scenario.diagnostics);
    if (!scenario.ok())
        return exitBadInput;
    const Scenario campaign = campaignScenario(*scenario, whole.question.rates);
    CampaignResult result;
    result.tally = whole.tally;
    result.wasCancelled = !whole.isComplete;
    return printCampaign(*scenario, campaign, whole.question.options, result, output);
}

} // namespace

int mergeVerb(const QStringList& arguments)
{
    CommandLine line("merge",
                     "Puts the parts of a campaign together, which campaign --shard wrote, and "
                     "prints what one\n"
                     "campaign with all the runs would have printed, to the last digit. Parts of "
                     "other questions,\n"
                     "damaged, missing, interrupted or doubled ones are refused.",
                     {QStringLiteral("merge part1.json part2.json part3.json part4.json"),
                      QStringLiteral("merge --format json --out all.json part1.json part2.json")});
    line.parser().addPositionalArgument(QStringLiteral("FILE..."),
                                        QStringLiteral("What campaign --shard wrote."),
                                        QStringLiteral("FILE..."));
    line.parser().addOption({QStringLiteral("partial"),
                             QStringLiteral("Make do with what there is: parts may be missing or "
                                            "interrupted, and the result says so.")});
    addCampaignOutput(line);
    if (const std::optional<int> end = line.read(arguments, 1, mostFiles))
        return *end;
    const CampaignOutput output = readCampaignOutput(line);
    const bool allowPartial = line.isSet("partial");
    if (const std::optional<int> end = line.problems())
        return *end;
    const std::optional<std::vector<CampaignShard>> parts = readParts(line);
    if (!parts)
        return exitBadInput;
    const Result<CampaignShard> whole = mergeShards(*parts, allowPartial);
    printDiagnostics(whole.diagnostics);
    return whole.ok() ? answer(*whole, output) : exitBadInput;
}

} // namespace rgsim
