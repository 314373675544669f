#include "report/survive_json.h"

#include "formats/scenario_plan_writer.h"
#include "report/layout_words.h"
#include "report/run_report.h"

namespace rgsim {

namespace {

JsonNode serviceNode(const Cluster& cluster, const SurvivedService& service)
{
    const FailureOutcome& outcome = service.outcome;
    JsonNode node = JsonNode::object();
    if (outcome.node != noNode && outcome.end == ServiceEnd::Runs)
        node.add("node", cluster.node(outcome.node).name);
    node.add("back", service.isBack());
    node.add("wanted", service.isWanted);
    node.add("circles", outcome.end == ServiceEnd::Circles);
    node.add("downtime", spanText(outcome.downtime));
    node.add("phantom", spanText(outcome.phantom));
    node.add("phantom_for_good", outcome.phantomForGood);
    node.add("rule_broken", service.breaksRule());
    node.add("together", spanText(outcome.together));
    node.add("together_for_good", outcome.togetherForGood);
    node.add("relocations", service.relocations);
    node.add("restarts", service.restarts);
    return node;
}

JsonNode failureNode(const Cluster& cluster, const SurvivedFailure& failure, std::size_t row)
{
    JsonNode sequence = JsonNode::array();
    for (const PlanEvent& event : failure.events)
        sequence.add(writeEvent(event, cluster));
    JsonNode services = JsonNode::object();
    for (std::size_t i = 0; i < failure.services.size(); ++i)
        services.add(cluster.services[i].fullName, serviceNode(cluster, failure.services[i]));
    JsonNode node = JsonNode::object();
    node.add("row", static_cast<std::int64_t>(row));
    node.add("failure", failureText(cluster, failure.events));
    node.add("survived", failure.isSurvived());
    node.add("rests", failure.rest == Rest::Reached);
    node.add("services", std::move(services));
    node.add("sequence", std::move(sequence));
    node.add("until", spanText(failure.until - SimTime{}));
    node.add("fingerprint", fingerprintText(failure.fingerprint));
    return node;
}

} // namespace

QByteArray surviveJson(const Cluster& cluster, const SurviveReport& report)
{
    JsonNode failures = JsonNode::array();
    for (std::size_t i = 0; i < report.failures.size(); ++i)
        failures.add(failureNode(cluster, report.failures[i], i));
    JsonNode all = JsonNode::object();
    all.add("survived", report.isSurvived());
    all.add("complete", !report.wasCutShort);
    all.add("failures", std::move(failures));
    return all.print();
}

} // namespace rgsim
