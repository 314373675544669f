#include "planning/hazard_checks.h"

#include "analysis/pieces.h"
#include "planning/placement_question.h"

#include <algorithm>

namespace rgsim {

namespace {

struct Refusal {
    SimTime at;
    NodeIndex node = noNode;
};

// What one service did in the stretch that repeats for ever.
struct Circle {
    std::vector<Refusal> refusals;
    std::vector<NodeIndex> owners; ///< those it went to, in order, each once
    bool ranAtAll = false;
    bool isRestless = false; ///< restarted or moved
};

std::vector<Refusal> refusalsOf(const Trial& trial, ServiceIndex service, SimTime from)
{
    std::vector<Refusal> refusals;
    for (const LogRow& row : trial.rows) {
        if (row.kind == RowKind::Script && row.result == ScriptResult::StartRefused &&
            row.service == service && row.at >= from)
            refusals.push_back({row.at, row.node});
    }
    return refusals;
}

Circle circleOf(const Trial& trial, ServiceIndex service)
{
    const SimTime from = trial.settled.at - trial.settled.period;
    Circle circle;
    circle.refusals = refusalsOf(trial, service, from);
    forEachPiece(trial.timeline.services[static_cast<std::size_t>(service)], from,
                 trial.timeline.end, [&](const Piece& piece) {
                     circle.ranAtAll = circle.ranAtAll || !piece.truth.runsOn.empty();
                     const NodeIndex owner = piece.belief.owner;
                     if (owner != noNode && std::find(circle.owners.begin(), circle.owners.end(),
                                                      owner) == circle.owners.end())
                         circle.owners.push_back(owner);
                 });
    circle.isRestless =
        std::any_of(trial.timeline.marks.begin(), trial.timeline.marks.end(), [&](const Mark& m) {
            return m.service == service && m.at >= from &&
                   (m.kind == MarkKind::RestartedHere || m.kind == MarkKind::Relocated ||
                    m.kind == MarkKind::StartFailed);
        });
    return circle;
}

Hazard endless(HazardKind kind, const Trial& trial, ServiceIndex service,
               std::vector<NodeIndex> nodes)
{
    Hazard hazard;
    hazard.kind = kind;
    hazard.services = {service};
    hazard.nodes = std::move(nodes);
    hazard.at = trial.settled.at;
    hazard.lasts = trial.timeline.end - trial.settled.at;
    hazard.forGood = true;
    return hazard;
}

void checkCircle(const Trial& trial, const PlacementQuestion& question, ServiceIndex service,
                 std::vector<Hazard>& found)
{
    const Circle circle = circleOf(trial, service);
    if (circle.refusals.empty()) {
        if (circle.isRestless)
            found.push_back(endless(HazardKind::RestartStorm, trial, service, circle.owners));
        return;
    }
    const Refusal& last = circle.refusals.back();
    const NodeIndex good = question.goodNode(service, last.at, last.node);
    if (circle.ranAtAll || good == noNode)
        return; // it does run now and then, or there is nowhere to go
    std::vector<NodeIndex> nodes = circle.owners;
    nodes.push_back(good);
    const bool staysPut = std::all_of(circle.refusals.begin(), circle.refusals.end(),
                                      [&](const Refusal& r) { return r.node == last.node; });
    found.push_back(endless(staysPut ? HazardKind::NeverLeaves : HazardKind::PingPong, trial,
                            service, std::move(nodes)));
}

// Whether the service was given to another node, or to none, between two instants.
bool leftBetween(const Trial& trial, ServiceIndex service, SimTime from, SimTime to)
{
    return std::any_of(trial.timeline.marks.begin(), trial.timeline.marks.end(),
                       [&](const Mark& m) {
                           return m.service == service && m.kind == MarkKind::Relocated &&
                                  m.at > from && m.at <= to;
                       });
}

// Two refusals in a row on one node: the restart in between could not help.
void checkFutileRestarts(const Trial& trial, ServiceIndex service, std::vector<Hazard>& found)
{
    const std::vector<Refusal> refusals = refusalsOf(trial, service, SimTime{});
    Hazard hazard;
    hazard.kind = HazardKind::FutileRestarts;
    hazard.services = {service};
    for (std::size_t i = 1; i < refusals.size(); ++i) {
        const Refusal& before = refusals[i - 1];
        if (refusals[i].node != before.node ||
            leftBetween(trial, service, before.at, refusals[i].at)) {
            if (!hazard.nodes.empty())
                break;
            continue;
        }
        if (hazard.nodes.empty()) {
            hazard.nodes = {before.node};
            hazard.at = before.at;
        }
        hazard.lasts = refusals[i].at - hazard.at;
    }
    if (!hazard.nodes.empty())
        found.push_back(hazard);
}

} // namespace

void checkCircles(const Trial& trial, std::vector<Hazard>& found)
{
    const PlacementQuestion question(trial);
    for (ServiceIndex i = 0; i < trial.cluster().serviceCount(); ++i) {
        if (trial.settled.rest == Rest::Repeats)
            checkCircle(trial, question, i, found);
        checkFutileRestarts(trial, i, found);
    }
}

} // namespace rgsim
