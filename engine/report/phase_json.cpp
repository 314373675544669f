#include "report/phase_json.h"

#include "formats/scenario_plan_writer.h"
#include "report/run_report.h"

namespace rgsim {

namespace {

JsonNode pieceNode(const PhasePiece& piece)
{
    JsonNode node = JsonNode::object();
    node.add("from", piece.from.toSeconds());
    node.add("to", piece.to.toSeconds());
    node.add("has_from", piece.hasFrom);
    node.add("has_to", piece.hasTo);
    node.add("end", toString(piece.end));
    if (piece.end == ServiceEnd::Runs) {
        node.add("at_from", piece.atFrom.toSeconds());
        node.add("at_to", piece.atTo.toSeconds());
    }
    return node;
}

JsonNode extremeNode(const PhaseExtreme& extreme)
{
    JsonNode node = JsonNode::object();
    node.add("downtime", extreme.downtime.toSeconds());
    node.add("at", extreme.at.toSeconds());
    node.add("attained", extreme.isAttained);
    return node;
}

JsonNode answerNode(const Cluster& cluster, const PhaseAnswer& answer)
{
    PlanEvent first = answer.question.failure;
    first.at = answer.origin;
    JsonNode pieces = JsonNode::array();
    for (const PhasePiece& piece : answer.pieces)
        pieces.add(pieceNode(piece));
    JsonNode node = JsonNode::object();
    node.add("service", cluster.service(answer.question.service).fullName);
    node.add("failure", writeEvent(first, cluster));
    node.add("cycle", answer.cycle.toSeconds());
    node.add("always_back", answer.isAlwaysBack());
    if (const auto least = answer.least())
        node.add("minimum", extremeNode(*least));
    if (const auto greatest = answer.greatest())
        node.add("maximum", extremeNode(*greatest));
    if (const auto mean = answer.mean())
        node.add("mean", *mean);
    node.add("pieces", std::move(pieces));
    return node;
}

} // namespace

QByteArray phaseJson(const Cluster& cluster, const std::vector<PhaseAnswer>& answers)
{
    JsonNode list = JsonNode::array();
    for (const PhaseAnswer& answer : answers)
        list.add(answerNode(cluster, answer));
    JsonNode all = JsonNode::object();
    all.add("phases", std::move(list));
    return all.print();
}

} // namespace rgsim
