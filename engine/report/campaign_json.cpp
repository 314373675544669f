#include "report/campaign_json.h"

#include "report/json_text.h"

namespace rgsim {

namespace {

const double secondsOfYear = campaignYear.toSeconds();

void writeShare(JsonText& json, const char* name, const char* interval, const TimeShare& share)
{
    json.member(name, share.value);
    json.key(interval).beginArray();
    json.value(share.low);
    json.value(share.high);
    json.endArray();
}

void writeAvailability(JsonText& json, const TimeShare& share, Sureness sureness)
{
    writeShare(json, "availability", "ci95", share);
    json.member("interval", wordOf(sureness));
    json.key("nines");
    const std::optional<double> nines = ninesOf(share.value);
    if (nines)
        json.value(*nines);
    else
        json.null();
    json.member("variance_left", share.varianceLeft);
    json.member("downtime_per_year", (1.0 - share.value) * secondsOfYear);
}

void writeTime(JsonText& json, const char* name, const std::optional<SimDuration>& time)
{
    json.key(name);
    if (time)
        json.value(time->toSeconds());
    else
        json.null();
}

void writeOutages(JsonText& json, const OutageNumbers& numbers)
{
    json.member("outages", numbers.outages.count);
    json.member("outages_per_year", numbers.perYear);
    writeTime(json, "mean_outage", numbers.meanLength);
    writeTime(json, "mean_between_outages", numbers.meanBetween);
    json.member("longest_outage", numbers.outages.longest.toSeconds());
    json.key("outage_lengths").beginArray();
    for (std::size_t i = 0; i < outageClasses; ++i) {
        json.beginObject();
        json.member("from", i == 0 ? std::int64_t{0} : outageClassSeconds[i - 1]);
        json.key("to");
        if (i < outageClassSeconds.size())
            json.value(outageClassSeconds[i]);
        else
            json.null();
        json.member("outages", numbers.outages.byLength[i]);
        json.endObject();
    }
    json.endArray();
}

void writeService(JsonText& json, const ServiceNumbers& service)
{
    json.beginObject();
    writeAvailability(json, service.available, service.sureness);
    json.key("downtime_by_cause").beginObject();
    for (std::size_t i = 0; i < downtimeCauses; ++i)
        json.member(toString(static_cast<DowntimeCause>(i)), service.causes[i] * secondsOfYear);
    json.endObject();
    json.member("relocations_per_year", service.relocationsPerYear);
    writeOutages(json, service.outages);
    json.endObject();
}

void writeGroup(JsonText& json, const CampaignReport& report, std::size_t index)
{
    const BalancedGroup& group = report.scenario.groups[index];
    const GroupNumbers& numbers = report.summary.groups[index];
    json.beginObject();
    json.key("services").beginArray();
    for (const ServiceIndex service : group.services)
        json.value(report.scenario.cluster.service(service).fullName);
    json.endArray();
    json.member("needs", group.needs);
    writeAvailability(json, numbers.available, numbers.sureness);
    json.key("downtime_by_cause").beginObject();
    json.member("too_few_answer", numbers.tooFewAnswer * secondsOfYear);
    json.member("not_yet_noticed", numbers.notYetNoticed * secondsOfYear);
    json.endObject();
    writeShare(json, "requests_answered", "requests_answered_ci95", numbers.requestsAnswered);
    json.member("misdirected_per_year", numbers.misdirected * secondsOfYear);
    json.member("instance_availability", numbers.instanceAvailable);
    json.member("saved_per_year",
                (numbers.available.value - numbers.instanceAvailable) * secondsOfYear);
    json.member("on_one_node_per_year", numbers.together * secondsOfYear);
    writeOutages(json, numbers.outages);
    json.endObject();
}

} // namespace

std::string campaignJson(const CampaignReport& report)
{
    const CampaignSummary& summary = report.summary;
    JsonText json;
    json.beginObject();
    json.member("cluster_years", summary.clusterYears);
    json.member("years", report.options.years);
    json.member("runs", summary.runs);
    json.member("seed", report.options.seed);
    json.member("partial", report.isPartial);
    json.member("variance_reduction", report.options.varianceReduction);
    json.member("failures_per_year", summary.failuresPerYear);
    json.key("services").beginObject();
    for (const ServiceNumbers& service : summary.services) {
        json.newLine();
        json.key(report.scenario.cluster.service(service.service).fullName);
        writeService(json, service);
    }
    json.endObject();
    json.key("groups").beginObject();
    for (std::size_t i = 0; i < summary.groups.size(); ++i) {
        json.newLine();
        json.key(report.scenario.groups[i].name);
        writeGroup(json, report, i);
    }
    json.endObject();
    json.endObject();
    json.newLine();
    return json.take() + '\n';
}

} // namespace rgsim
