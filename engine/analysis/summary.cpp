#include "analysis/summary.h"

#include "analysis/pieces.h"

#include <algorithm>

namespace rgsim {

namespace {

SimTime firstNodeUp(const Timeline& timeline)
{
    for (const Mark& mark : timeline.marks) {
        if (mark.kind == MarkKind::NodeUp)
            return mark.at;
    }
    return timeline.end;
}

void count(ServiceSummary& service, MarkKind kind)
{
    switch (kind) {
    case MarkKind::Relocated:
        ++service.relocations;
        return;
    case MarkKind::RestartedHere:
        ++service.restartsHere;
        return;
    case MarkKind::StartRefused:
        ++service.startsRefused;
        return;
    case MarkKind::StartFailed:
        ++service.startsFailed;
        return;
    case MarkKind::StatusFailed:
        ++service.checksFailed;
        return;
    default:
        return;
    }
}

void measure(const ServiceTimeline& service, const Summary& summary, ServiceSummary& result)
{
    SimDuration outage;
    forEachPiece(service, summary.from, summary.to, [&](const Piece& piece) {
        const SimDuration length = piece.length();
        if (piece.isPhantom())
            result.phantom = result.phantom + length;
        if (piece.truth.runsOn.count() > 1)
            result.onSeveralNodes = result.onSeveralNodes + length;
        if (!piece.truth.runsOn.empty()) {
            outage = {};
            return;
        }
        outage = outage + length;
        result.downtime = result.downtime + length;
        result.longestOutage = std::max(result.longestOutage, outage);
        if (piece.belief.exists && piece.belief.state == ServiceState::Disabled)
            result.downtimeDisabled = result.downtimeDisabled + length;
    });
}

void addViolationTimes(Summary& summary)
{
    // A service may break several rules at once; each stretch counts once for it.
    std::vector<SimTime> counted(summary.services.size(), SimTime::longAgo());
    std::vector<const KeepApartViolation*> byTime;
    for (const KeepApartViolation& violation : summary.violations) {
        summary.violationTime = summary.violationTime + (violation.to - violation.from);
        byTime.push_back(&violation);
    }
    std::stable_sort(byTime.begin(), byTime.end(),
                     [](const auto* a, const auto* b) { return a->from < b->from; });
    for (const KeepApartViolation* violation : byTime) {
        for (const ServiceIndex service : violation->services) {
            SimTime& until = counted[static_cast<std::size_t>(service)];
            const SimTime from = std::max(violation->from, until);
            if (from >= violation->to)
                continue;
            SimDuration& sum = summary.services[static_cast<std::size_t>(service)].violation;
            sum = sum + (violation->to - from);
            until = violation->to;
        }
    }
}

void addToTotals(ServiceSummary& totals, const ServiceSummary& service)
{
    totals.relocations += service.relocations;
    totals.restartsHere += service.restartsHere;
    totals.startsRefused += service.startsRefused;
    totals.startsFailed += service.startsFailed;
    totals.checksFailed += service.checksFailed;
    totals.downtime = totals.downtime + service.downtime;
    totals.downtimeDisabled = totals.downtimeDisabled + service.downtimeDisabled;
    totals.longestOutage = std::max(totals.longestOutage, service.longestOutage);
    totals.phantom = totals.phantom + service.phantom;
    totals.onSeveralNodes = totals.onSeveralNodes + service.onSeveralNodes;
    totals.violation = totals.violation + service.violation;
}

} // namespace

Summary summarize(const Cluster& cluster, const std::vector<LogRow>& rows, const Timeline& timeline)
{
    Summary summary;
    summary.from = firstNodeUp(timeline);
    summary.to = timeline.end;
    summary.services.resize(timeline.services.size());
    summary.violations = keepApartViolations(cluster, timeline);
    summary.hazards = findGuardHazards(cluster, rows);
    for (const Mark& mark : timeline.marks) {
        if (mark.service != noService)
            count(summary.services[static_cast<std::size_t>(mark.service)], mark.kind);
    }
    addViolationTimes(summary);
    for (std::size_t i = 0; i < timeline.services.size(); ++i) {
        const ServiceTimeline& service = timeline.services[i];
        ServiceSummary& result = summary.services[i];
        result.beliefAtEnd = service.belief.back();
        result.truthAtEnd = service.truth.back();
        if (service.hasProcesses)
            measure(service, summary, result);
        addToTotals(summary.totals, result);
        summary.servicesWithDowntime += result.downtime.isZero() ? 0 : 1;
        summary.startedAtEnd += result.beliefAtEnd.isStarted() ? 1 : 0;
        summary.runningAtEnd += result.truthAtEnd.runsOn.empty() ? 0 : 1;
    }
    return summary;
}

} // namespace rgsim
