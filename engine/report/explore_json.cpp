#include "formats/scenario_plan_writer.h"
#include "report/explore_report.h"
#include "report/run_report.h"

namespace rgsim {

namespace {

const char* verdictOf(const Explored& explored)
{
    if (explored.counterexample)
        return "violated";
    return explored.result.end == ExploreEnd::Holds ? "holds" : "unknown";
}

void addFound(JsonNode& all, const ExploreReport& report, const Counterexample& found)
{
    JsonNode events = JsonNode::array();
    for (const PlanEvent& event : found.events)
        events.add(writeEvent(event, report.cluster));
    all.add("property", propertyText(report.cluster, report.properties[found.breach.property]));
    all.add("counterexample", std::move(events));
    all.add("began", spanText(found.breach.from - SimTime{}));
    all.add("broken", spanText(found.breach.at - SimTime{}));
    all.add("until", spanText(found.scenario.until - SimTime{}));
    all.add("fingerprint", fingerprintText(found.fingerprint));
}

} // namespace

QByteArray exploreJson(const ExploreReport& report)
{
    const ExploreResult& result = report.explored.result;
    JsonNode properties = JsonNode::array();
    for (const Property& property : report.properties)
        properties.add(propertyText(report.cluster, property));
    JsonNode all = JsonNode::object();
    all.add("verdict", verdictOf(report.explored));
    // Of a counterexample, its length; else all sequences up to here hold.
    all.add("depth", report.explored.counterexample
                         ? static_cast<int>(report.explored.counterexample->events.size())
                         : result.completeDepth);
    all.add("states", result.states);
    all.add("seconds", report.seconds);
    all.add("states_per_second", report.speed());
    all.add("folded_share", result.foldedShare());
    all.add("dropped_services", result.droppedServices);
    all.add("unsettled_states", result.unsettled);
    all.add("properties", std::move(properties));
    if (report.explored.counterexample)
        addFound(all, report, *report.explored.counterexample);
    return all.print();
}

} // namespace rgsim
