#include "analysis/keep_apart.h"

#include <algorithm>
#include <tuple>

namespace rgsim {

namespace {

// A service of the rule begins or ceases to run on a node.
struct Step {
    NodeIndex node = noNode;
    SimTime at;
    bool begins = false;
    ServiceIndex service = noService;

    bool operator<(const Step& other) const
    {
        return std::tie(node, at, begins, service) <
               std::tie(other.node, other.at, other.begins, other.service);
    }
};

std::vector<Step> stepsOf(const KeepApartRule& rule, const Timeline& timeline)
{
    std::vector<ServiceIndex> services = rule.services;
    std::sort(services.begin(), services.end());
    services.erase(std::unique(services.begin(), services.end()), services.end());
    std::vector<Step> steps;
    for (const ServiceIndex service : services) {
        const auto& truth = timeline.services[static_cast<std::size_t>(service)].truth;
        for (const TruthSegment& segment : truth) {
            if (segment.from == segment.to) // began at the very end: its end would come first
                continue;
            for (const NodeIndex node : segment.runsOn) {
                steps.push_back({node, segment.from, true, service});
                steps.push_back({node, segment.to, false, service});
            }
        }
    }
    std::sort(steps.begin(), steps.end());
    return steps;
}

void addViolation(std::vector<KeepApartViolation>& violations, KeepApartViolation violation)
{
    if (!violations.empty()) {
        KeepApartViolation& last = violations.back();
        if (last.rule == violation.rule && last.node == violation.node &&
            last.to == violation.from && last.services == violation.services) {
            last.to = violation.to; // it ran on; merely something else about it changed
            return;
        }
    }
    violations.push_back(std::move(violation));
}

} // namespace

std::vector<KeepApartViolation> keepApartViolations(const Cluster& cluster,
                                                    const Timeline& timeline)
{
    return keepApartViolations(cluster.keepApart, timeline);
}

std::vector<KeepApartViolation> keepApartViolations(const std::vector<KeepApartRule>& rules,
                                                    const Timeline& timeline)
{
    std::vector<KeepApartViolation> violations;
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
        std::vector<ServiceIndex> running;
        SimTime since;
        for (const Step& step : stepsOf(rules[rule], timeline)) {
            if (running.size() > 1 && step.at > since)
                addViolation(violations, {rule, step.node, since, step.at, running});
            const auto place = std::lower_bound(running.begin(), running.end(), step.service);
            if (step.begins)
                running.insert(place, step.service);
            else
                running.erase(place);
            since = step.at;
        }
    }
    return violations;
}

} // namespace rgsim
