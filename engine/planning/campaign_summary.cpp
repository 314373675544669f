#include "planning/campaign_summary.h"

#include "analysis/snapshot.h"

#include <algorithm>
#include <cmath>

namespace rgsim {

namespace {

constexpr std::int64_t fewOutages = 10;

// The share of time that is lost, as the share that is left. @p unit: of the sums, in milliseconds.
TimeShare shareOf(const MomentSums& sums, const std::optional<ControlMeans>& controls,
                  double wholeRun)
{
    const Estimate lost = estimate(sums, controls);
    TimeShare share;
    share.value = std::clamp(1.0 - lost.mean / wholeRun, 0.0, 1.0);
    share.varianceLeft = lost.varianceLeft;
    share.half = lost.half / wholeRun;
    if (!lost.isKnown)
        return share;
    share.low = std::clamp(1.0 - lost.mean / wholeRun - share.half, 0.0, 1.0);
    share.high = std::clamp(1.0 - lost.mean / wholeRun + share.half, 0.0, 1.0);
    return share;
}

// n runs without an outage: with 95 % confidence fewer than one in 1 / (1 − 0.05^(1/n)), some n /
// 3, has any (the rule of three), and at worst such a run is down all the time.
double lowestWithoutOutage(std::int64_t runs)
{
    return std::pow(0.05, 1.0 / static_cast<double>(runs));
}

Sureness surenessOf(std::int64_t runs, std::int64_t runsWithOutage)
{
    if (runs < 2)
        return Sureness::OneRun;
    if (runsWithOutage == 0)
        return Sureness::NoOutage;
    return runsWithOutage < fewOutages ? Sureness::FewOutages : Sureness::Sure;
}

class Summarizer {
public:
    Summarizer(const Scenario& scenario, const CampaignOptions& options, const CampaignTally& tally)
        : m_scenario(scenario), m_options(options), m_tally(tally),
          m_runMs(static_cast<double>(options.runLength().ms)),
          m_years(static_cast<double>(tally.runs) * options.years)
    {
    }

    CampaignSummary make() const
    {
        CampaignSummary summary;
        summary.runs = m_tally.runs;
        summary.clusterYears = m_tally.runs * m_options.years;
        if (m_tally.runs == 0)
            return summary;
        summary.failuresPerYear = static_cast<double>(m_tally.failures) / m_years;
        for (ServiceIndex s = 0; s < m_scenario.cluster.serviceCount(); ++s) {
            if (hasProcesses(m_scenario.cluster.service(s)))
                summary.services.push_back(service(s));
        }
        for (std::size_t i = 0; i < m_tally.groups.size(); ++i)
            summary.groups.push_back(group(i));
        return summary;
    }

private:
    std::optional<ControlMeans> controls(const std::vector<ServiceIndex>& services) const
    {
        if (!m_options.varianceReduction)
            return std::nullopt;
        return controlMeans(m_scenario, services, m_options.runLength());
    }

    double shareOfAll(std::int64_t ms) const
    {
        return static_cast<double>(ms) / m_runMs / static_cast<double>(m_tally.runs);
    }

    TimeShare available(const MomentSums& sums, const std::vector<ServiceIndex>& services,
                        Sureness sureness, double unitsPerMs = 1) const
    {
        TimeShare share = shareOf(sums, controls(services), m_runMs * unitsPerMs);
        if (sureness == Sureness::NoOutage)
            share.low = lowestWithoutOutage(m_tally.runs);
        return share;
    }

    OutageNumbers outages(const Outages& outages, std::int64_t downMs) const
    {
        OutageNumbers numbers;
        numbers.outages = outages;
        numbers.perYear = static_cast<double>(outages.count) / m_years;
        if (outages.count > 0) {
            const double up =
                m_runMs * static_cast<double>(m_tally.runs) - static_cast<double>(downMs);
            numbers.meanLength = SimDuration{downMs / outages.count};
            numbers.meanBetween =
                SimDuration{std::llround(up / static_cast<double>(outages.count))};
        }
        return numbers;
    }

    ServiceNumbers service(ServiceIndex index) const
    {
        const ServiceTally& tally = m_tally.services[static_cast<std::size_t>(index)];
        ServiceNumbers numbers;
        numbers.service = index;
        numbers.sureness = surenessOf(m_tally.runs, tally.runsWithOutage);
        numbers.available = available(tally.moments, {index}, numbers.sureness);
        std::int64_t down = 0;
        for (std::size_t i = 0; i < downtimeCauses; ++i) {
            numbers.causes[i] = shareOfAll(tally.downtime[i]);
            down += tally.downtime[i];
        }
        numbers.outages = outages(tally.outages, down);
        numbers.relocationsPerYear = static_cast<double>(tally.relocations) / m_years;
        return numbers;
    }

    GroupNumbers group(std::size_t index) const
    {
        const GroupTally& tally = m_tally.groups[index];
        const std::vector<ServiceIndex>& services = m_scenario.groups[index].services;
        constexpr double microsPerMs = 1000;
        GroupNumbers numbers;
        numbers.sureness = surenessOf(m_tally.runs, tally.runsWithOutage);
        numbers.available = available(tally.moments, services, numbers.sureness);
        numbers.requestsAnswered = available(
            tally.lost, services, surenessOf(m_tally.runs, tally.runsWithLoss), microsPerMs);
        numbers.tooFewAnswer = shareOfAll(tally.tooFewAnswer);
        numbers.notYetNoticed = shareOfAll(tally.notYetNoticed);
        numbers.misdirected = shareOfAll(tally.misdirected);
        numbers.together = shareOfAll(tally.together);
        numbers.instanceAvailable =
            1.0 - shareOfAll(tally.instanceDown) / static_cast<double>(services.size());
        numbers.outages = outages(tally.outages, tally.tooFewAnswer + tally.notYetNoticed);
        return numbers;
    }

    const Scenario& m_scenario;
    const CampaignOptions& m_options;
    const CampaignTally& m_tally;
    double m_runMs;
    double m_years;
};

bool isPrecise(const TimeShare& share, Sureness sureness, double precision)
{
    return sureness == Sureness::Sure && share.half <= precision * (1.0 - share.value);
}

} // namespace

std::optional<double> ninesOf(double availability)
{
    if (availability >= 1.0)
        return std::nullopt;
    return -std::log10(1.0 - availability);
}

CampaignSummary summarizeCampaign(const Scenario& scenario, const CampaignOptions& options,
                                  const CampaignTally& tally)
{
    return Summarizer(scenario, options, tally).make();
}

bool isPrecise(const CampaignSummary& summary, double precision)
{
    return std::all_of(summary.services.begin(), summary.services.end(),
                       [precision](const ServiceNumbers& service) {
                           return isPrecise(service.available, service.sureness, precision);
                       }) &&
           std::all_of(summary.groups.begin(), summary.groups.end(),
                       [precision](const GroupNumbers& group) {
                           return isPrecise(group.available, group.sureness, precision);
                       });
}

} // namespace rgsim
