#include "formats/scenario_order.h"
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

// The one that is violated; otherwise all that the verdict is about.
std::string propertyOf(const ExploreReport& report)
{
    if (report.explored.counterexample)
        return propertyText(report.cluster,
                            report.properties[report.explored.counterexample->breach.property]);
    std::string text;
    for (const Property& property : report.properties)
        text += (text.empty() ? "" : "; ") + propertyText(report.cluster, property);
    return text;
}

// Empty if there is none, or if the cold start alone is one.
JsonNode stepsOf(const ExploreReport& report)
{
    JsonNode events = JsonNode::array();
    if (report.explored.counterexample) {
        for (const PlanEvent& event : report.explored.counterexample->events)
            events.add(writeEvent(event, report.cluster));
    }
    return events;
}

void addFound(JsonNode& all, const ExploreReport& report, const Counterexample& found)
{
    writeOrder(found.scenario.order, all);
    JsonNode words = JsonNode::array();
    for (const OrderChoice& choice : found.choices)
        words.add(orderText(report.cluster, choice));
    if (!found.choices.empty())
        all.add("order_text", std::move(words));
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
    if (report.options.orders) {
        all.add("orders", result.orders);
        all.add("orders_without_consequences", result.likeOrders);
    }
    all.add("properties", std::move(properties));
    all.add("property", propertyOf(report));
    all.add("counterexample", stepsOf(report));
    if (report.explored.counterexample)
        addFound(all, report, *report.explored.counterexample);
    return all.print();
}

} // namespace rgsim
