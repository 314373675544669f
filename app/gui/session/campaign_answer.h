// What a campaign told, with the question it belongs to: made once by a worker, never changed, so
// that table, plots and exports share it.
#pragma once

#include "planning/campaign_summary.h"
#include "report/campaign_report.h"

#include <QString>

#include <memory>

namespace rgsim::gui {

struct CampaignAnswer {
    Scenario scenario; ///< the campaign's, see campaignScenario()
    CampaignOptions options;
    CampaignSummary summary;
    bool isPartial = false;
    bool isPreciseEnough = false;
    std::size_t leftOut = 0; ///< see CampaignReport

    CampaignReport report() const
    {
        return {scenario, options, summary, isPartial, isPreciseEnough, leftOut};
    }
    /// Services come first, groups after them.
    std::size_t rows() const { return summary.services.size() + summary.groups.size(); }
    bool isGroup(std::size_t row) const { return row >= summary.services.size(); }
    const ServiceNumbers& service(std::size_t row) const { return summary.services[row]; }
    const GroupNumbers& group(std::size_t row) const
    {
        return summary.groups[row - summary.services.size()];
    }
    QString name(std::size_t row) const
    {
        const std::string& name = isGroup(row)
                                      ? scenario.groups[row - summary.services.size()].name
                                      : scenario.cluster.service(service(row).service).fullName;
        return QString::fromStdString(name);
    }
    const TimeShare& available(std::size_t row) const
    {
        return isGroup(row) ? group(row).available : service(row).available;
    }
    Sureness sureness(std::size_t row) const
    {
        return isGroup(row) ? group(row).sureness : service(row).sureness;
    }
    const OutageNumbers& outages(std::size_t row) const
    {
        return isGroup(row) ? group(row).outages : service(row).outages;
    }
};

using CampaignPtr = std::shared_ptr<const CampaignAnswer>;

} // namespace rgsim::gui
