// A part of a campaign as a file: the question, so that only parts of the same one are put
// together, and the sums of its runs to the last digit. Reads and writes; runs nothing.
#pragma once

#include "base/diagnostic.h"
#include "formats/scenario_file.h"
#include "planning/campaign.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace rgsim {

/// Everything that the runs of a campaign depend on.
struct CampaignQuestion {
    std::string version;      ///< of the rgsim that made the runs
    std::string scenarioText; ///< see questionText()
    CampaignOptions options;  ///< of all parts but for `shard`; without a precision
    DefaultRates rates;
};

struct CampaignShard {
    std::string fileName; ///< for messages
    CampaignQuestion question;
    bool isComplete = true; ///< it has all its runs: it was not interrupted
    CampaignTally tally;
};

/// The scenario file as it stands in a part's file: with its cluster.conf, if it has one.
std::string questionText(const ScenarioFile& file);

/// The scenario of its question, as somebody gave it. Errors: a text that cannot be read, or sums
/// that do not fit it.
Result<Scenario> scenarioOf(const CampaignShard& shard);

/// JSON: a format number, a check sum over everything else, question and sums; sums are decimal
/// digits in strings, as they are larger than what JSON's readers keep exactly.
std::string shardText(const CampaignShard& shard);

/// Errors name the file and the key: another format, damaged, cut off, sums that cannot be.
Result<CampaignShard> readShard(const QByteArray& text, const std::string& fileName);

/// All parts of one campaign, in any order, as one. Errors name the file: parts of other questions,
/// parts that are missing or there twice, and interrupted ones. @p allowPartial: missing and
/// interrupted ones are no errors; the result is not complete then.
Result<CampaignShard> mergeShards(const std::vector<CampaignShard>& shards, bool allowPartial);

} // namespace rgsim
