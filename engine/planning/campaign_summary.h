// A campaign's tally in numbers for people: availability with its interval, what a year brings.
// Computes from sums; adds up no runs itself.
#pragma once

#include "planning/campaign.h"

#include <optional>
#include <vector>

namespace rgsim {

/// How much of the time something is so, as far as the runs tell.
struct TimeShare {
    double value = 0;
    double low = 0; ///< of the 95 % interval
    double high = 1;
    double half = 0;         ///< of the interval before it is cut to 0 … 1
    double varianceLeft = 1; ///< see Estimate
};

/// What there is to be said about how sure an availability is.
enum class Sureness {
    Sure,
    OneRun,     ///< a single run says nothing about others: the interval is 0 to 1
    NoOutage,   ///< none was seen; the interval is what that allows
    FewOutages, ///< fewer than ten runs had any: the interval is rough
};

struct OutageNumbers {
    double perYear = 0;
    std::optional<SimDuration> meanLength;  ///< nothing if there was none
    std::optional<SimDuration> meanBetween; ///< up time per outage
    Outages outages;
};

struct ServiceNumbers {
    ServiceIndex service = noService;
    TimeShare available;
    Sureness sureness = Sureness::Sure;
    std::array<double, downtimeCauses> causes{}; ///< share of all time, by DowntimeCause
    OutageNumbers outages;
    double relocationsPerYear = 0;
};

struct GroupNumbers {
    TimeShare available;
    Sureness sureness = Sureness::Sure;
    double tooFewAnswer = 0; ///< these are shares of all time
    double notYetNoticed = 0;
    double misdirected = 0;
    double together = 0;
    TimeShare requestsAnswered;
    double instanceAvailable = 0; ///< of an instance on average
    OutageNumbers outages;
};

struct CampaignSummary {
    std::int64_t runs = 0;
    std::int64_t clusterYears = 0;
    double failuresPerYear = 0;
    std::vector<ServiceNumbers> services; ///< those that have a script
    std::vector<GroupNumbers> groups;     ///< as in the scenario
};

/// -log10 of what is missing to 1; nothing if nothing is missing.
std::optional<double> ninesOf(double availability);

CampaignSummary summarizeCampaign(const Scenario& scenario, const CampaignOptions& options,
                                  const CampaignTally& tally);

/// Whether each interval's half is at most @p precision of the downtime. One without any outage
/// seen, or with few, is not precise.
bool isPrecise(const CampaignSummary& summary, double precision);

} // namespace rgsim
