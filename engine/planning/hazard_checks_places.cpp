#include "planning/hazard_checks.h"

#include "analysis/keep_apart.h"
#include "analysis/pieces.h"
#include "planning/placement_question.h"

#include <algorithm>

namespace rgsim {

namespace {

std::vector<KeepApartRule> rulesOf(const PlacementQuestion& question, const Cluster& cluster)
{
    std::vector<KeepApartRule> rules;
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        for (const ServiceIndex other : question.apartFrom(i)) {
            if (other > i)
                rules.push_back({{i, other}, 0});
        }
    }
    return rules;
}

void checkTogether(const Trial& trial, const PlacementQuestion& question,
                   std::vector<Hazard>& found)
{
    for (const KeepApartViolation& violation :
         keepApartViolations(rulesOf(question, trial.cluster()), trial.timeline)) {
        const bool lastsToTheEnd = violation.to >= trial.timeline.end;
        const auto same = std::find_if(found.begin(), found.end(), [&](const Hazard& hazard) {
            return hazard.kind == HazardKind::RunTogether && hazard.services == violation.services;
        });
        if (same == found.end()) {
            Hazard hazard;
            hazard.kind = HazardKind::RunTogether;
            hazard.services = violation.services;
            hazard.nodes = {violation.node};
            hazard.at = violation.from;
            hazard.lasts = violation.to - violation.from;
            hazard.forGood = lastsToTheEnd;
            found.push_back(hazard);
            continue;
        }
        same->at = std::min(same->at, violation.from);
        same->lasts = same->lasts + (violation.to - violation.from);
        same->forGood = same->forGood || lastsToTheEnd;
        if (std::find(same->nodes.begin(), same->nodes.end(), violation.node) == same->nodes.end())
            same->nodes.push_back(violation.node);
    }
}

void checkTwice(const Trial& trial, std::vector<Hazard>& found)
{
    for (ServiceIndex i = 0; i < trial.cluster().serviceCount(); ++i) {
        Hazard hazard;
        hazard.kind = HazardKind::RunsTwice;
        hazard.services = {i};
        for (const TruthSegment& segment :
             trial.timeline.services[static_cast<std::size_t>(i)].truth) {
            if (segment.runsOn.count() < 2 || segment.to == segment.from)
                continue;
            if (hazard.nodes.empty()) {
                hazard.at = segment.from;
                hazard.nodes.assign(1, segment.runsOn.first());
                hazard.nodes.push_back(segment.runsOn.next(segment.runsOn.first()));
            }
            hazard.lasts = hazard.lasts + (segment.to - segment.from);
            hazard.forGood = segment.to >= trial.timeline.end;
        }
        if (!hazard.nodes.empty())
            found.push_back(hazard);
    }
}

// Moved onto a node where one that it must stay apart from runs, while another node was good.
void checkTargets(const Trial& trial, const PlacementQuestion& question, std::vector<Hazard>& found)
{
    for (const Mark& mark : trial.timeline.marks) {
        if (mark.kind != MarkKind::Relocated || mark.other == noNode ||
            !question.hasCollider(mark.service, mark.other, mark.at))
            continue;
        const NodeIndex good = question.goodNode(mark.service, mark.at, mark.other);
        if (good == noNode)
            continue;
        Hazard hazard;
        hazard.kind = HazardKind::BadTarget;
        hazard.services = {mark.service};
        hazard.nodes = {mark.other, good};
        hazard.at = mark.at;
        found.push_back(hazard);
    }
}

bool saysWhere(const Cluster& cluster, const Service& service)
{
    return service.domain != noDomain &&
           (cluster.domain(service.domain).ordered || cluster.domain(service.domain).restricted);
}

// A cold start that leaves nodes idle though nobody said where anything is to run.
void checkAllOnOne(const Trial& trial, std::vector<Hazard>& found)
{
    const Cluster& cluster = trial.cluster();
    Hazard hazard;
    hazard.kind = HazardKind::AllOnOneNode;
    NodeIndex node = noNode;
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        const auto& truth = trial.timeline.services[static_cast<std::size_t>(i)].truth.back();
        if (truth.runsOn.empty())
            continue;
        if (saysWhere(cluster, cluster.service(i)) || cluster.service(i).depend != noService ||
            (node != noNode && !truth.runsOn.contains(node)))
            return;
        node = truth.runsOn.first();
        hazard.services.push_back(i);
    }
    const auto nodesUp = std::count_if(trial.timeline.nodes.begin(), trial.timeline.nodes.end(),
                                       [](const std::vector<NodeSegment>& segments) {
                                           return segments.back().state == NodeState::Up;
                                       });
    if (hazard.services.size() < 2 || nodesUp < 2)
        return;
    hazard.nodes = {node};
    hazard.at = trial.settled.at;
    hazard.forGood = true;
    hazard.lasts = trial.timeline.end - hazard.at;
    found.push_back(hazard);
}

} // namespace

void checkPlaces(const Trial& trial, std::vector<Hazard>& found)
{
    const PlacementQuestion question(trial);
    checkTogether(trial, question, found);
    checkTwice(trial, found);
    checkTargets(trial, question, found);
    if (trial.events.empty())
        checkAllOnOne(trial, found);
}

} // namespace rgsim
