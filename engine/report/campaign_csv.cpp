#include "report/campaign_csv.h"

#include "report/csv_field.h"
#include "report/json_text.h"

#include <string_view>

namespace rgsim {

namespace {

const double secondsOfYear = campaignYear.toSeconds();

// The lines of one service or group.
class Lines {
public:
    Lines(std::string& text, std::string_view what, std::string_view name)
        : m_text(text), m_begin(std::string(what) + ',')
    {
        appendCsvField(m_begin, name);
        m_begin += ',';
    }

    template <typename Number>
    void add(std::string_view figure, Number value)
    {
        addLine(std::string(figure) + ",,", jsonNumber(value));
    }

    void add(std::string_view figure, const std::optional<SimDuration>& time)
    {
        addLine(std::string(figure) + ",,", time ? jsonNumber(time->toSeconds()) : std::string());
    }

    void addShare(const TimeShare& share, Sureness sureness)
    {
        add("availability", share.value);
        add("ci95.low", share.low);
        add("ci95.high", share.high);
        addLine("interval,,", wordOf(sureness));
        add("downtime_per_year", (1.0 - share.value) * secondsOfYear);
    }

    void addOutages(const OutageNumbers& numbers)
    {
        add("outages", numbers.outages.count);
        add("outages_per_year", numbers.perYear);
        add("mean_outage", numbers.meanLength);
        add("mean_between_outages", numbers.meanBetween);
        add("longest_outage", numbers.outages.longest.toSeconds());
        for (std::size_t i = 0; i < outageClasses; ++i) {
            const std::int64_t from = i == 0 ? 0 : outageClassSeconds[i - 1];
            const std::string to =
                i < outageClassSeconds.size() ? std::to_string(outageClassSeconds[i]) : "";
            addLine("outage_lengths," + std::to_string(from) + ',' + to,
                    jsonNumber(numbers.outages.byLength[i]));
        }
    }

private:
    void addLine(const std::string& figure, const std::string& value)
    {
        m_text += m_begin + figure + ',' + value + '\n';
    }

    std::string& m_text;
    std::string m_begin;
};

void addService(std::string& text, const CampaignReport& report, const ServiceNumbers& service)
{
    Lines lines(text, "service", report.scenario.cluster.service(service.service).fullName);
    lines.addShare(service.available, service.sureness);
    for (std::size_t i = 0; i < downtimeCauses; ++i)
        lines.add(std::string("downtime_by_cause.") + toString(static_cast<DowntimeCause>(i)),
                  service.causes[i] * secondsOfYear);
    lines.add("relocations_per_year", service.relocationsPerYear);
    lines.addOutages(service.outages);
}

void addGroup(std::string& text, const std::string& name, const GroupNumbers& group)
{
    Lines lines(text, "group", name);
    lines.addShare(group.available, group.sureness);
    lines.add("downtime_by_cause.too_few_answer", group.tooFewAnswer * secondsOfYear);
    lines.add("downtime_by_cause.not_yet_noticed", group.notYetNoticed * secondsOfYear);
    lines.add("requests_answered", group.requestsAnswered.value);
    lines.add("misdirected_per_year", group.misdirected * secondsOfYear);
    lines.add("instance_availability", group.instanceAvailable);
    lines.add("saved_per_year", (group.available.value - group.instanceAvailable) * secondsOfYear);
    lines.add("on_one_node_per_year", group.together * secondsOfYear);
    lines.addOutages(group.outages);
}

} // namespace

std::string campaignCsv(const CampaignReport& report)
{
    const CampaignSummary& summary = report.summary;
    std::string text = "what,name,figure,from_s,to_s,value\n";
    Lines lines(text, "campaign", "");
    lines.add("cluster_years", summary.clusterYears);
    lines.add("years", report.options.years);
    lines.add("runs", summary.runs);
    lines.add("seed", report.options.seed);
    lines.add("partial", report.isPartial);
    lines.add("failures_per_year", summary.failuresPerYear);
    for (const ServiceNumbers& service : summary.services)
        addService(text, report, service);
    for (std::size_t i = 0; i < summary.groups.size(); ++i)
        addGroup(text, report.scenario.groups[i].name, summary.groups[i]);
    return text;
}

} // namespace rgsim
