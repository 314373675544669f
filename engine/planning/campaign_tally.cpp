#include "planning/campaign_tally.h"

namespace rgsim {

void ServiceTally::add(const ServiceOutcome& outcome, const ControlValues& controls)
{
    for (std::size_t i = 0; i < downtimeCauses; ++i)
        downtime[i] += outcome.downtime[i];
    outages.add(outcome.outages);
    relocations += outcome.relocations;
    runsWithOutage += outcome.outages.count > 0 ? 1 : 0;
    moments.add(outcome.total().ms, controls);
}

void ServiceTally::add(const ServiceTally& other)
{
    for (std::size_t i = 0; i < downtimeCauses; ++i)
        downtime[i] += other.downtime[i];
    outages.add(other.outages);
    relocations += other.relocations;
    runsWithOutage += other.runsWithOutage;
    moments.add(other.moments);
}

void GroupTally::add(const GroupOutcome& outcome, const ControlValues& controls)
{
    tooFewAnswer += outcome.tooFewAnswer.ms;
    notYetNoticed += outcome.notYetNoticed.ms;
    misdirected += outcome.misdirected.ms;
    instanceDown += outcome.instanceDown.ms;
    together += outcome.together.ms;
    outages.add(outcome.outages);
    runsWithOutage += outcome.outages.count > 0 ? 1 : 0;
    runsWithLoss += outcome.lostMicros > 0 ? 1 : 0;
    moments.add(outcome.downtime().ms, controls);
    lost.add(outcome.lostMicros, controls);
}

void GroupTally::add(const GroupTally& other)
{
    tooFewAnswer += other.tooFewAnswer;
    notYetNoticed += other.notYetNoticed;
    misdirected += other.misdirected;
    instanceDown += other.instanceDown;
    together += other.together;
    outages.add(other.outages);
    runsWithOutage += other.runsWithOutage;
    runsWithLoss += other.runsWithLoss;
    moments.add(other.moments);
    lost.add(other.lost);
}

void CampaignTally::add(const CampaignTally& other)
{
    if (services.empty() && groups.empty()) {
        services.resize(other.services.size());
        groups.resize(other.groups.size());
    }
    runs += other.runs;
    failures += other.failures;
    for (std::size_t i = 0; i < services.size(); ++i)
        services[i].add(other.services[i]);
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i].add(other.groups[i]);
}

} // namespace rgsim
