#include "formats/scenario_plan_writer.h"

#include "base/duration_text.h"
#include "formats/scenario_shapes.h"

#include <algorithm>

namespace rgsim {

namespace {

class PlanWriter {
public:
    explicit PlanWriter(const Cluster& cluster) : m_cluster(cluster) {}

    JsonNode event(const PlanEvent& event) const;
    JsonNode fault(const ScriptFault& fault) const;
    JsonNode fault(const FenceFault& fault) const;
    JsonNode rate(const FailureRate& rate) const;

private:
    const std::string& nodeName(NodeIndex node) const { return m_cluster.node(node).name; }
    void addAdmin(const PlanEvent& event, JsonNode& object) const;
    void addNodes(const PlanEvent& event, JsonNode& object) const;
    void addWindow(SimTime from, SimTime to, JsonNode& object) const;
    JsonNode distribution(const Distribution& distribution) const;

    const Cluster& m_cluster;
};

template <typename Enum>
const std::string& word(const std::vector<std::string>& words, Enum value)
{
    return words[static_cast<std::size_t>(value)];
}

std::string text(SimTime at)
{
    return formatDuration(SimDuration{at.ms});
}

JsonNode PlanWriter::event(const PlanEvent& event) const
{
    JsonNode object = JsonNode::object();
    object.add("at", text(event.at)).add("do", word(scenario::eventWords(), event.kind));
    switch (event.kind) {
    case PlanKind::Boot:
    case PlanKind::Isolate:
        addNodes(event, object);
        break;
    case PlanKind::Crash:
    case PlanKind::PowerCycle:
    case PlanKind::Leave:
    case PlanKind::Lock:
    case PlanKind::Unlock:
        object.add("node", nodeName(event.node));
        break;
    case PlanKind::Heal:
        break;
    case PlanKind::ProcessDies:
        object.add("resource", m_cluster.resource(event.resource).fullName());
        break;
    case PlanKind::Admin:
        addAdmin(event, object);
        break;
    case PlanKind::Wander:
        object.add("service", m_cluster.service(event.service).fullName);
        object.add("node", nodeName(event.node));
        break;
    }
    return object;
}

void PlanWriter::addNodes(const PlanEvent& event, JsonNode& object) const
{
    JsonNode nodes = JsonNode::array();
    for (const NodeIndex node : event.nodes)
        nodes.add(nodeName(node));
    object.add("nodes", nodes);
}

void PlanWriter::addAdmin(const PlanEvent& event, JsonNode& object) const
{
    object.add("request", word(scenario::requestWords(), event.request));
    object.add("service", m_cluster.service(event.service).fullName);
    if (event.target != noNode)
        object.add("target", nodeName(event.target));
    object.add("via", nodeName(event.node));
}

void PlanWriter::addWindow(SimTime from, SimTime to, JsonNode& object) const
{
    object.add("from", text(from));
    if (to != SimTime::never())
        object.add("to", text(to));
}

JsonNode PlanWriter::fault(const ScriptFault& fault) const
{
    JsonNode object = JsonNode::object();
    object.add("kind", word(scenario::faultWords(), fault.kind));
    object.add("op", word(scenario::opWords(), fault.op));
    object.add("resource", m_cluster.resource(fault.resource).fullName());
    if (fault.node != noNode)
        object.add("node", nodeName(fault.node));
    addWindow(fault.from, fault.to, object);
    if (fault.kind == ScriptFaultKind::Slow)
        object.add("by", formatDuration(fault.extra));
    if (!fault.flapPeriod.isZero())
        object.add("flap_period", formatDuration(fault.flapPeriod));
    return object;
}

JsonNode PlanWriter::fault(const FenceFault& fault) const
{
    JsonNode object = JsonNode::object();
    object.add("kind", scenario::faultWords().back());
    if (fault.node != noNode)
        object.add("node", nodeName(fault.node));
    addWindow(fault.from, fault.to, object);
    return object;
}

JsonNode PlanWriter::rate(const FailureRate& rate) const
{
    JsonNode object = JsonNode::object();
    if (rate.service != noService)
        object.add("service", m_cluster.service(rate.service).fullName);
    else
        object.add("node", nodeName(rate.node));
    object.add("mtbf", distribution(rate.timeToFailure));
    if (rate.service == noService)
        object.add("mttr", distribution(rate.timeToRepair));
    return object;
}

JsonNode PlanWriter::distribution(const Distribution& distribution) const
{
    const std::string mean = formatDuration(distribution.mean);
    if (distribution.kind == Distribution::Kind::Exponential)
        return mean;
    JsonNode object = JsonNode::object();
    object.add("distribution", word(scenario::distributionWords(), distribution.kind));
    object.add("mean", mean);
    if (distribution.kind == Distribution::Kind::Weibull)
        object.add("shape", distribution.shape);
    if (distribution.kind == Distribution::Kind::LogNormal)
        object.add("sigma", distribution.shape);
    return object;
}

} // namespace

JsonNode writeEvent(const PlanEvent& event, const Cluster& cluster)
{
    return PlanWriter(cluster).event(event);
}

JsonNode writeFault(const ScriptFault& fault, const Cluster& cluster)
{
    return PlanWriter(cluster).fault(fault);
}

JsonNode writeFault(const FenceFault& fault, const Cluster& cluster)
{
    return PlanWriter(cluster).fault(fault);
}

void writeFaultPlan(const FaultPlan& plan, const Cluster& cluster, bool beginsCold,
                    JsonNode& scenario)
{
    const PlanWriter writer(cluster);
    JsonNode events = JsonNode::array();
    const bool boots =
        std::any_of(plan.events.begin(), plan.events.end(),
                    [](const PlanEvent& event) { return event.kind == PlanKind::Boot; });
    if (!boots &&
        beginsCold) // a boot of nobody, because a file without any boot means a boot of all
        events.add(writer.event(PlanEvent()));
    for (const PlanEvent& event : plan.events)
        events.add(writer.event(event));
    JsonNode faults = JsonNode::array();
    for (const ScriptFault& fault : plan.scriptFaults)
        faults.add(writer.fault(fault));
    for (const FenceFault& fault : plan.fenceFaults)
        faults.add(writer.fault(fault));
    JsonNode rates = JsonNode::array();
    for (const FailureRate& rate : plan.rates)
        rates.add(writer.rate(rate));
    if (!events.isEmpty())
        scenario.add("events", events);
    if (!faults.isEmpty())
        scenario.add("faults", faults);
    if (!rates.isEmpty())
        scenario.add("rates", rates);
}

} // namespace rgsim
