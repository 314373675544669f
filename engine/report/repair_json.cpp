#include "report/repair_json.h"

#include "formats/scenario_plan_writer.h"
#include "report/flip_text.h"
#include "report/hazard_words.h"

namespace rgsim {

namespace {

JsonNode hazardNode(const Cluster& cluster, const Hazard& hazard)
{
    JsonNode services = JsonNode::array();
    for (const std::string& name : serviceNames(cluster, hazard.services))
        services.add(name);
    JsonNode node = JsonNode::object();
    node.add("name", toString(hazard.kind));
    node.add("services", std::move(services));
    return node;
}

const char* verdictOf(ExploreEnd end)
{
    switch (end) {
    case ExploreEnd::Holds:
        return "holds";
    case ExploreEnd::Violated:
        return "violated";
    case ExploreEnd::Cancelled:
    case ExploreEnd::OutOfMemory:
        break;
    }
    return "unknown";
}

JsonNode editsNode(const Cluster& cluster, const Repair& repair)
{
    JsonNode edits = JsonNode::array();
    for (const FlipEdit& edit : repair.edits) {
        JsonNode node = JsonNode::object();
        node.add("change", editText(cluster, edit));
        node.add("price", priceText(cluster, edit));
        node.add("cost", costOf(edit));
        edits.add(std::move(node));
    }
    return edits;
}

JsonNode repairNode(const RepairText& text, std::size_t i)
{
    const Repair& repair = text.report.repairs[i];
    JsonNode left = JsonNode::array();
    for (const Hazard& hazard : repair.left) {
        JsonNode node = hazardNode(text.cluster, hazard);
        node.add("new", !wasThereBefore(text.report, hazard));
        left.add(std::move(node));
    }
    JsonNode node = JsonNode::object();
    node.add("edits", editsNode(text.cluster, repair));
    node.add("cost", repair.cost);
    node.add("hazards_left", std::move(left));
    if (repair.proof) {
        JsonNode explored = JsonNode::object();
        explored.add("verdict", verdictOf(repair.proof->result.end));
        explored.add("depth", repair.proof->depth);
        explored.add("states", repair.proof->result.states);
        node.add("explored", std::move(explored));
    }
    node.add("diff", text.changes[i]);
    return node;
}

} // namespace

QByteArray repairJson(const RepairText& text)
{
    const RepairReport& report = text.report;
    JsonNode hazards = JsonNode::array();
    for (const FoundHazard& found : report.hazards) {
        JsonNode node = hazardNode(text.cluster, found.hazard);
        JsonNode sequence = JsonNode::array();
        for (const PlanEvent& event : found.sequence)
            sequence.add(writeEvent(event, text.cluster));
        node.add("sequence", std::move(sequence));
        hazards.add(std::move(node));
    }
    JsonNode repairs = JsonNode::array();
    for (std::size_t i = 0; i < report.repairs.size(); ++i)
        repairs.add(repairNode(text, i));
    JsonNode all = JsonNode::object();
    all.add("repaired", report.isComplete || (report.hazards.empty() && !report.wasCutShort));
    all.add("hazards", std::move(hazards));
    all.add("repairs", std::move(repairs));
    all.add("tried", report.tried);
    all.add("combinations", report.possible);
    all.add("tried_on_top", report.triedOnTop);
    all.add("refuted", report.refuted);
    all.add("all_tried", !report.leavesOut && !report.wasCutShort);
    all.add("complete", !report.wasCutShort);
    return all.print();
}

} // namespace rgsim
