#include "report/hazards_json.h"

#include "formats/scenario_plan_writer.h"
#include "report/flip_text.h"
#include "report/hazard_words.h"
#include "report/run_report.h"

namespace rgsim {

namespace {

JsonNode listOf(const std::vector<std::string>& texts)
{
    JsonNode list = JsonNode::array();
    for (const std::string& text : texts)
        list.add(text);
    return list;
}

JsonNode hazardNode(const Cluster& cluster, const FoundHazard& found)
{
    const Hazard& hazard = found.hazard;
    JsonNode sequence = JsonNode::array();
    for (const PlanEvent& event : found.sequence)
        sequence.add(writeEvent(event, cluster));
    JsonNode lines = JsonNode::array();
    for (const int line : hazard.lines)
        lines.add(line);
    JsonNode node = JsonNode::object();
    node.add("name", toString(hazard.kind));
    node.add("services", listOf(serviceNames(cluster, hazard.services)));
    node.add("nodes", listOf(nodeNames(cluster, hazard.nodes)));
    node.add("explanation", explanationText(cluster, hazard));
    node.add("sequence", std::move(sequence));
    node.add("at", spanText(hazard.at - SimTime{}));
    node.add("lasts", spanText(hazard.lasts));
    node.add("for_good", hazard.forGood);
    node.add("lines", std::move(lines));
    node.add("until", spanText(found.scenario->until - SimTime{}));
    node.add("fingerprint", fingerprintText(found.fingerprint));
    if (found.remedy) {
        JsonNode remedy = JsonNode::object();
        remedy.add("change", editText(cluster, found.remedy->edit));
        remedy.add("hazards_left", found.remedy->hazardsLeft);
        node.add("remedy", std::move(remedy));
    }
    node.add("changes_tried", found.editsTried);
    return node;
}

} // namespace

QByteArray hazardsJson(const Cluster& cluster, const HazardReport& report)
{
    JsonNode hazards = JsonNode::array();
    for (const FoundHazard& found : report.hazards)
        hazards.add(hazardNode(cluster, found));
    JsonNode all = JsonNode::object();
    all.add("hazards", std::move(hazards));
    all.add("trials", report.trials);
    all.add("complete", !report.wasCutShort);
    return all.print();
}

} // namespace rgsim
