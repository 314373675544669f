#include "planning/hazard_checks.h"

#include "analysis/pieces.h"
#include "planning/placement_question.h"

#include <algorithm>

namespace rgsim {

namespace {

Hazard hazardAt(HazardKind kind, const WitnessedVerdict& witnessed)
{
    Hazard hazard;
    hazard.kind = kind;
    hazard.services = {witnessed.service};
    hazard.nodes = {witnessed.node};
    hazard.at = witnessed.at;
    return hazard;
}

// The service and those it must stay apart from that were starting on the node at that instant.
void checkRace(const Trial& trial, const PlacementQuestion& question,
               const WitnessedVerdict& witnessed, std::vector<Hazard>& found)
{
    Hazard hazard = hazardAt(HazardKind::ColdStartRace, witnessed);
    for (const ServiceIndex other : question.apartFrom(witnessed.service)) {
        const auto& timeline = trial.timeline.services[static_cast<std::size_t>(other)];
        const Piece piece = pieceAt(timeline, witnessed.at);
        if (piece.belief.exists && piece.belief.state == ServiceState::Starting &&
            piece.belief.owner == witnessed.node)
            hazard.services.push_back(other);
    }
    std::sort(hazard.services.begin(), hazard.services.end());
    if (hazard.services.size() > 1)
        found.push_back(hazard);
}

void checkVerdict(const Trial& trial, const PlacementQuestion& question,
                  const WitnessedVerdict& witnessed, std::vector<Hazard>& found)
{
    const GuardVerdict& verdict = witnessed.verdict;
    if (verdict.has(GuardHazard::CollidersUnnoticed) ||
        verdict.has(GuardHazard::InstancesUnnoticed))
        found.push_back(hazardAt(HazardKind::BlindGuard, witnessed));
    if (verdict.has(GuardHazard::NamePattern))
        found.push_back(hazardAt(HazardKind::NamePattern, witnessed));
    if (verdict.has(GuardHazard::HostPattern))
        found.push_back(hazardAt(HazardKind::HostPattern, witnessed));
    if (trial.events.empty() && verdict.has(GuardHazard::StartingUnseen) && !verdict.refuses)
        checkRace(trial, question, witnessed, found);
}

// A refusal that was reported as success, and for how long nothing ran though the record said so.
void checkLie(const Trial& trial, const LogRow& row, std::vector<Hazard>& found)
{
    Hazard hazard;
    hazard.kind = HazardKind::PhantomStart;
    hazard.services = {row.service};
    hazard.nodes = {row.node};
    hazard.at = row.at;
    bool isOver = false;
    forEachPiece(trial.timeline.services[static_cast<std::size_t>(row.service)], row.at,
                 trial.timeline.end, [&](const Piece& piece) {
                     isOver = isOver || (piece.isPhantom() ? piece.belief.owner != row.node
                                                           : piece.from > row.at);
                     if (!isOver && piece.isPhantom())
                         hazard.lasts = hazard.lasts + piece.length();
                 });
    hazard.forGood = !isOver;
    if (!hazard.lasts.isZero())
        found.push_back(hazard);
}

} // namespace

void checkGuards(const Trial& trial, std::vector<Hazard>& found)
{
    const PlacementQuestion question(trial);
    for (const WitnessedVerdict& witnessed : trial.verdicts)
        checkVerdict(trial, question, witnessed, found);
    for (const LogRow& row : trial.rows) {
        if (row.kind == RowKind::Script && row.result == ScriptResult::StartRefused)
            checkLie(trial, row, found);
    }
}

} // namespace rgsim
