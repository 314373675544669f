#include "report/campaign_shard_sums.h"

#include <algorithm>
#include <limits>
#include <string>

namespace rgsim {

namespace {

constexpr std::int64_t maxItems = 100'000; ///< services or groups; far more than there can be
constexpr int maxDigits = 40;
constexpr const char* makeAgain = "make this part again with campaign --shard";

const JsonShape tallyShape{
    "campaignTally",
    "the sums of a campaign",
    {{"runs", true}, {"failures", true}, {"services", true}, {"groups", true}}};
const JsonShape serviceShape{"serviceTally",
                             "the sums of a service",
                             {{"downtime", true},
                              {"relocations", true},
                              {"runs_with_outage", true},
                              {"outages", true},
                              {"moments", true}}};
const JsonShape groupShape{"groupTally",
                           "the sums of a group",
                           {{"too_few_answer", true},
                            {"not_yet_noticed", true},
                            {"misdirected", true},
                            {"instance_down", true},
                            {"together", true},
                            {"runs_with_outage", true},
                            {"runs_with_loss", true},
                            {"outages", true},
                            {"moments", true},
                            {"lost", true}}};
const JsonShape outagesShape{
    "outageTally", "a count of outages", {{"count", true}, {"longest", true}, {"lengths", true}}};
const JsonShape momentsShape{
    "moments", "sums of products", {{"count", true}, {"sums", true}, {"products", true}}};

std::string digitsOf(WideInteger number)
{
    if (number == 0)
        return "0";
    std::string digits;
    for (WideInteger rest = number; rest != 0; rest /= 10) {
        const auto digit = static_cast<int>(rest % 10);
        digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
    }
    if (number < 0)
        digits += '-';
    std::reverse(digits.begin(), digits.end());
    return digits;
}

template <typename Numbers>
void writeAll(JsonText& json, const char* key, const Numbers& numbers)
{
    json.key(key).beginArray();
    for (const auto& number : numbers)
        json.value(digitsOf(number));
    json.endArray();
}

void write(JsonText& json, const char* key, const Outages& outages)
{
    json.key(key).beginObject();
    json.member("count", digitsOf(outages.count));
    json.member("longest", digitsOf(outages.longest.ms));
    writeAll(json, "lengths", outages.byLength);
    json.endObject();
}

void write(JsonText& json, const char* key, const MomentSums& moments)
{
    json.key(key).beginObject();
    json.member("count", digitsOf(moments.count()));
    writeAll(json, "sums", moments.rawSums());
    writeAll(json, "products", moments.rawProducts());
    json.endObject();
}

void write(JsonText& json, const ServiceTally& tally)
{
    json.beginObject();
    writeAll(json, "downtime", tally.downtime);
    json.member("relocations", digitsOf(tally.relocations));
    json.member("runs_with_outage", digitsOf(tally.runsWithOutage));
    write(json, "outages", tally.outages);
    write(json, "moments", tally.moments);
    json.endObject();
}

void write(JsonText& json, const GroupTally& tally)
{
    json.beginObject();
    json.member("too_few_answer", digitsOf(tally.tooFewAnswer));
    json.member("not_yet_noticed", digitsOf(tally.notYetNoticed));
    json.member("misdirected", digitsOf(tally.misdirected));
    json.member("instance_down", digitsOf(tally.instanceDown));
    json.member("together", digitsOf(tally.together));
    json.member("runs_with_outage", digitsOf(tally.runsWithOutage));
    json.member("runs_with_loss", digitsOf(tally.runsWithLoss));
    write(json, "outages", tally.outages);
    write(json, "moments", tally.moments);
    write(json, "lost", tally.lost);
    json.endObject();
}

// Reads into numbers, which stay 0 where something is wrong.
class SumsReader {
public:
    explicit SumsReader(std::int64_t shards) : m_shards(shards) {}

    void read(const JsonObjectCursor& object, const char* key, std::int64_t& number) const
    {
        if (const auto found = object.find(key))
            read(*found, number);
    }

    void read(const JsonObjectCursor& object, const char* key, Outages& outages) const
    {
        const auto inner = objectAt(object, key, outagesShape);
        if (!inner)
            return;
        read(*inner, "count", outages.count);
        read(*inner, "longest", outages.longest.ms);
        readAll(*inner, "lengths", outages.byLength);
    }

    void read(const JsonObjectCursor& object, const char* key, MomentSums& moments) const
    {
        const auto inner = objectAt(object, key, momentsShape);
        if (!inner)
            return;
        read(*inner, "count", moments.rawCount());
        readAll(*inner, "sums", moments.rawSums());
        readAll(*inner, "products", moments.rawProducts());
    }

    void read(const JsonCursor& cursor, ServiceTally& tally) const
    {
        const auto object = cursor.object(serviceShape);
        if (!object)
            return;
        readAll(*object, "downtime", tally.downtime);
        read(*object, "relocations", tally.relocations);
        read(*object, "runs_with_outage", tally.runsWithOutage);
        read(*object, "outages", tally.outages);
        read(*object, "moments", tally.moments);
    }

    void read(const JsonCursor& cursor, GroupTally& tally) const
    {
        const auto object = cursor.object(groupShape);
        if (!object)
            return;
        read(*object, "too_few_answer", tally.tooFewAnswer);
        read(*object, "not_yet_noticed", tally.notYetNoticed);
        read(*object, "misdirected", tally.misdirected);
        read(*object, "instance_down", tally.instanceDown);
        read(*object, "together", tally.together);
        read(*object, "runs_with_outage", tally.runsWithOutage);
        read(*object, "runs_with_loss", tally.runsWithLoss);
        read(*object, "outages", tally.outages);
        read(*object, "moments", tally.moments);
        read(*object, "lost", tally.lost);
    }

    template <typename Tally>
    void readEach(const JsonObjectCursor& object, const char* key,
                  std::vector<Tally>& tallies) const
    {
        const auto found = object.find(key);
        if (!found)
            return;
        found->forEach(maxItems, [&](const JsonCursor& item) {
            tallies.emplace_back();
            read(item, tallies.back());
        });
    }

private:
    void read(const JsonCursor& cursor, std::int64_t& number) const
    {
        number = static_cast<std::int64_t>(
            readDigits(cursor, 0, std::numeric_limits<std::int64_t>::max() / m_shards));
    }

    void read(const JsonCursor& cursor, WideInteger& number) const
    {
        constexpr WideInteger half = WideInteger{1} << 126;
        number = readDigits(cursor, -half / m_shards, half / m_shards);
    }

    std::optional<JsonObjectCursor> objectAt(const JsonObjectCursor& object, const char* key,
                                             const JsonShape& shape) const
    {
        const auto found = object.find(key);
        return found ? found->object(shape) : std::nullopt;
    }

    template <typename Numbers>
    void readAll(const JsonObjectCursor& object, const char* key, Numbers& numbers) const
    {
        const auto found = object.find(key);
        if (!found)
            return;
        std::size_t count = 0;
        found->forEach(maxItems, [&](const JsonCursor& item) {
            if (count < numbers.size())
                read(item, numbers[count]);
            ++count;
        });
        if (count != numbers.size())
            found->error("there must be " + std::to_string(numbers.size()) + " numbers here",
                         makeAgain);
    }

    std::int64_t m_shards;
};

} // namespace

void writeTally(JsonText& json, const CampaignTally& tally)
{
    json.beginObject();
    json.member("runs", digitsOf(tally.runs));
    json.member("failures", digitsOf(tally.failures));
    json.key("services").beginArray();
    for (const ServiceTally& service : tally.services) {
        json.newLine();
        write(json, service);
    }
    json.endArray();
    json.key("groups").beginArray();
    for (const GroupTally& group : tally.groups) {
        json.newLine();
        write(json, group);
    }
    json.endArray();
    json.endObject();
}

CampaignTally readTally(const JsonCursor& cursor, std::int64_t shards)
{
    CampaignTally tally;
    const auto object = cursor.object(tallyShape);
    if (!object)
        return tally;
    const SumsReader reader(shards);
    reader.read(*object, "runs", tally.runs);
    reader.read(*object, "failures", tally.failures);
    reader.readEach(*object, "services", tally.services);
    reader.readEach(*object, "groups", tally.groups);
    return tally;
}

WideInteger readDigits(const JsonCursor& cursor, WideInteger least, WideInteger most)
{
    const std::optional<std::string> text = cursor.text(maxDigits);
    if (!text)
        return 0;
    const bool isNegative = text->starts_with('-');
    const std::string digits = text->substr(isNegative ? 1 : 0);
    WideInteger number = 0;
    bool isGood = !digits.empty();
    constexpr WideInteger beyond = (WideInteger{1} << 126) / 10;
    for (const char c : digits) {
        isGood = isGood && c >= '0' && c <= '9' && number < beyond;
        if (!isGood)
            break;
        number = number * 10 + (c - '0');
    }
    number = isNegative ? -number : number;
    if (isGood && number >= least && number <= most)
        return number;
    cursor.error("this is no sum that a campaign can have", makeAgain);
    return 0;
}

} // namespace rgsim
