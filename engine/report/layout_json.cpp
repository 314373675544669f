#include "report/layout_json.h"

#include "formats/scenario_plan_writer.h"
#include "report/hazard_words.h"
#include "report/run_report.h"

namespace rgsim {

namespace {

JsonNode sequenceOf(const std::vector<PlanEvent>& events, const Cluster& cluster)
{
    JsonNode sequence = JsonNode::array();
    for (const PlanEvent& event : events)
        sequence.add(writeEvent(event, cluster));
    return sequence;
}

JsonNode outcomeNode(const FailureOutcome& outcome, const Cluster& cluster)
{
    JsonNode node = JsonNode::object();
    node.add("end", toString(outcome.end));
    if (outcome.node != noNode && outcome.end == ServiceEnd::Runs)
        node.add("node", cluster.node(outcome.node).name);
    node.add("downtime", spanText(outcome.downtime));
    node.add("phantom", spanText(outcome.phantom));
    node.add("phantom_for_good", outcome.phantomForGood);
    node.add("together", spanText(outcome.together));
    node.add("together_for_good", outcome.togetherForGood);
    return node;
}

JsonNode changeNode(const LayoutReport& report, const ComparedFailure& failure, std::size_t i)
{
    const ComparedService& service = failure.services[i];
    JsonNode node = JsonNode::object();
    node.add("verdict", toString(service.judgement.verdict));
    node.add("service", report.first.service(report.comparison.services[i].first).fullName);
    node.add("failure", failureText(report.first, failure.first));
    node.add("because", judgementText(service));
    node.add("first", outcomeNode(service.first, report.first));
    node.add("second", outcomeNode(service.second, report.second));
    node.add("sequence", sequenceOf(failure.first, report.first));
    return node;
}

JsonNode listOf(const Cluster& cluster, const std::vector<ServiceIndex>& services)
{
    JsonNode list = JsonNode::array();
    for (const std::string& name : serviceNames(cluster, services))
        list.add(name);
    return list;
}

} // namespace

QByteArray layoutJson(const LayoutReport& report)
{
    const LayoutComparison& comparison = report.comparison;
    JsonNode outcomes = JsonNode::array();
    for (const ComparedFailure& failure : comparison.failures) {
        for (std::size_t i = 0; i < failure.services.size(); ++i)
            outcomes.add(changeNode(report, failure, i));
    }
    JsonNode oneSided = JsonNode::array();
    for (const OneSidedFailure& failure : comparison.oneSided) {
        JsonNode node = JsonNode::object();
        node.add("possible_in", failure.inFirst ? "first" : "second");
        node.add("reason", oneSidedText(report, failure));
        node.add("sequence",
                 sequenceOf(failure.events, failure.inFirst ? report.first : report.second));
        oneSided.add(std::move(node));
    }
    JsonNode all = JsonNode::object();
    all.add("first", report.firstName);
    all.add("second", report.secondName);
    all.add("tolerance", spanText(report.tolerance));
    for (const Verdict verdict : {Verdict::Worse, Verdict::Better, Verdict::Moved, Verdict::Same})
        all.add(toString(verdict), comparison.count(verdict));
    all.add("only_first", listOf(report.first, comparison.onlyFirst));
    all.add("only_second", listOf(report.second, comparison.onlySecond));
    all.add("complete", !comparison.wasCutShort);
    all.add("outcomes", std::move(outcomes));
    all.add("not_compared", std::move(oneSided));
    return all.print();
}

} // namespace rgsim
