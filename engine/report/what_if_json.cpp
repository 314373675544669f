#include "report/csv_field.h"
#include "report/json_text.h"
#include "report/what_if_report.h"

namespace rgsim {

namespace {

void writeSaving(JsonText& json, const MomentSums& sums, int years)
{
    const YearlySaving saving = savingOf(sums, years);
    json.member("saves_per_year", saving.value);
    json.key("ci95").beginArray();
    json.value(saving.low);
    json.value(saving.high);
    json.endArray();
    json.member("sure", saving.isSure);
}

void writeNamed(JsonText& json, const std::string& name, const MomentSums& sums, int years)
{
    json.key(name).beginObject();
    writeSaving(json, sums, years);
    json.endObject();
}

void writeGain(JsonText& json, const WhatIfReport& report, const WhatIfGain& gain)
{
    const int years = report.options.years;
    json.newLine();
    json.beginObject();
    json.member("knob", keyOf(gain.change));
    json.member("change", wordsOf(gain.change));
    writeSaving(json, gain.all, years);
    json.key("services").beginObject();
    for (std::size_t i = 0; i < gain.services.size(); ++i)
        writeNamed(json, report.campaign.cluster.services[i].fullName, gain.services[i], years);
    json.endObject();
    json.key("groups").beginObject();
    for (std::size_t i = 0; i < gain.groups.size(); ++i)
        writeNamed(json, report.campaign.groups[i].name, gain.groups[i], years);
    json.endObject();
    json.endObject();
}

void writeNotApplicable(JsonText& json, WhatIfChange change, const char* why)
{
    json.newLine();
    json.beginObject();
    json.member("knob", keyOf(change));
    json.member("why", why);
    json.endObject();
}

void addLine(std::string& text, const WhatIfGain& gain, const char* what, const std::string& name,
             const YearlySaving& saving)
{
    text += std::string(keyOf(gain.change)) + ',' + what + ',';
    appendCsvField(text, name);
    text += ',' + jsonNumber(saving.value) + ',' + jsonNumber(saving.low) + ',' +
            jsonNumber(saving.high) + '\n';
}

} // namespace

std::string whatIfJson(const WhatIfReport& report)
{
    JsonText json;
    json.beginObject();
    json.member("cluster_years", report.result.unchanged.runs * report.options.years);
    json.member("years", report.options.years);
    json.member("runs", report.result.unchanged.runs);
    json.member("seed", report.options.seed);
    json.member("partial", report.result.wasCancelled);
    json.key("what_if").beginArray();
    for (const WhatIfGain* gain : bestFirst(report.result))
        writeGain(json, report, *gain);
    json.endArray();
    json.key("not_applicable").beginArray();
    for (const WhatIfChange change : report.result.notApplicable)
        writeNotApplicable(json, change, whyNotApplicable(change));
    for (const WhatIfGain& gain : report.result.gains) {
        if (gain.isEndless)
            writeNotApplicable(json, gain.change, "something repeats for ever in a run");
    }
    json.endArray();
    json.endObject();
    json.newLine();
    return json.take() + '\n';
}

std::string whatIfCsv(const WhatIfReport& report)
{
    const int years = report.options.years;
    std::string text = "change,what,name,saves_per_year_s,ci95_low_s,ci95_high_s\n";
    for (const WhatIfGain* gain : bestFirst(report.result)) {
        addLine(text, *gain, "all", {}, savingOf(gain->all, years));
        for (std::size_t i = 0; i < gain->services.size(); ++i)
            addLine(text, *gain, "service", report.campaign.cluster.services[i].fullName,
                    savingOf(gain->services[i], years));
        for (std::size_t i = 0; i < gain->groups.size(); ++i)
            addLine(text, *gain, "group", report.campaign.groups[i].name,
                    savingOf(gain->groups[i], years));
    }
    return text;
}

} // namespace rgsim
