#include "formats/scenario_plan_reader.h"

#include "base/limits.h"
#include "formats/scenario_shapes.h"

#include <algorithm>

namespace rgsim {

namespace {

constexpr int maxRates = 100'000;
constexpr double smallestShape = 0.05; // below, gamma(1 + 1/k) leaves every useful range
constexpr double largestShape = 100;

class PlanReader {
public:
    explicit PlanReader(const ScenarioReferences& references) : m_references(references) {}

    void readEvent(const JsonCursor& cursor);
    void readFault(const JsonCursor& cursor);
    void readRate(const JsonCursor& cursor);
    FaultPlan take() { return std::move(m_plan); }

private:
    bool readEventDetails(const JsonObjectCursor& object, PlanEvent& event);
    bool readNodeOf(const JsonObjectCursor& object, PlanEvent& event);
    bool readNodesOf(const JsonObjectCursor& object, PlanEvent& event);
    bool readAdmin(const JsonObjectCursor& object, PlanEvent& event);
    bool readTarget(const JsonObjectCursor& object, PlanEvent& event);
    bool readWander(const JsonObjectCursor& object, PlanEvent& event);
    void readScriptFault(const JsonCursor& cursor, ScriptFaultKind kind);
    void readFenceFault(const JsonCursor& cursor);
    bool readWindow(const JsonObjectCursor& object, SimTime& from, SimTime& to) const;
    bool readOptionalNode(const JsonObjectCursor& object, NodeIndex& node) const;
    std::optional<Distribution> readDistribution(const JsonCursor& cursor) const;
    bool readShape(const JsonObjectCursor& object, Distribution& distribution) const;
    bool readRepair(const JsonObjectCursor& object, FailureRate& rate) const;

    const ScenarioReferences& m_references;
    FaultPlan m_plan;
};

// The word under @p key, looked at before the rest because it decides which keys are allowed.
std::optional<std::size_t> leadingWord(const JsonCursor& cursor, const char* key,
                                       const std::vector<std::string>& words)
{
    const std::optional<JsonObjectCursor> object = cursor.openObject();
    if (!object)
        return std::nullopt;
    const std::optional<JsonCursor> word = object->find(key);
    if (word)
        return word->choice(words);
    cursor.error(std::string("\"") + key + "\" is missing");
    return std::nullopt;
}

void PlanReader::readEvent(const JsonCursor& cursor)
{
    const std::optional<std::size_t> word = leadingWord(cursor, "do", scenario::eventWords());
    if (!word)
        return;
    PlanEvent event;
    const bool isRejoin = *word > static_cast<std::size_t>(PlanKind::Unlock);
    event.kind = isRejoin ? PlanKind::Boot : static_cast<PlanKind>(*word);
    event.line = cursor.line();
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::eventShape(event.kind));
    if (!object)
        return;
    event.at = object->time("at");
    if (readEventDetails(*object, event))
        m_plan.events.push_back(std::move(event));
}

bool PlanReader::readEventDetails(const JsonObjectCursor& object, PlanEvent& event)
{
    switch (event.kind) {
    case PlanKind::Boot:
    case PlanKind::Isolate:
        return readNodesOf(object, event);
    case PlanKind::Crash:
    case PlanKind::PowerCycle:
    case PlanKind::Leave:
    case PlanKind::Lock:
    case PlanKind::Unlock:
        return readNodeOf(object, event);
    case PlanKind::Heal:
        return true;
    case PlanKind::ProcessDies:
        event.resource = m_references.resourceOrService(object).value_or(noResource);
        return event.resource != noResource;
    case PlanKind::Admin:
        return readAdmin(object, event);
    case PlanKind::Wander:
        break;
    }
    return readWander(object, event);
}

bool PlanReader::readNodeOf(const JsonObjectCursor& object, PlanEvent& event)
{
    event.node = m_references.node(*object.find("node")).value_or(noNode);
    return event.node != noNode;
}

// A boot without a list is a boot of all nodes, in ascending id.
bool PlanReader::readNodesOf(const JsonObjectCursor& object, PlanEvent& event)
{
    if (const std::optional<JsonCursor> list = object.find("nodes")) {
        std::optional<std::vector<NodeIndex>> nodes =
            m_references.nodes(*list, event.kind == PlanKind::Boot);
        if (!nodes)
            return false;
        event.nodes = std::move(*nodes);
        return true;
    }
    event.nodes = bootAllNodes(m_references.cluster()).events.front().nodes;
    return true;
}

bool PlanReader::readAdmin(const JsonObjectCursor& object, PlanEvent& event)
{
    const std::optional<std::size_t> request =
        object.find("request")->choice(scenario::requestWords());
    const std::optional<ServiceIndex> service = m_references.service(*object.find("service"));
    event.node = m_references.cluster().nodes.empty() ? noNode : NodeIndex{0};
    if (const std::optional<JsonCursor> via = object.find("via"))
        event.node = m_references.node(*via).value_or(noNode);
    if (!request || !service || event.node == noNode)
        return false;
    event.request = static_cast<AdminRequest>(*request);
    event.service = *service;
    return readTarget(object, event);
}

bool PlanReader::readTarget(const JsonObjectCursor& object, PlanEvent& event)
{
    const std::optional<JsonCursor> target = object.find("target");
    if (!target) {
        if (event.request == AdminRequest::Migrate)
            object.self().warning("a migrate request without \"target\" is refused",
                                  "say where the machine should go");
        return true;
    }
    const bool takesTarget = event.request == AdminRequest::Relocate ||
                             event.request == AdminRequest::Enable ||
                             event.request == AdminRequest::Migrate;
    if (!takesTarget) {
        target->error("only relocate, enable and migrate take a target", "remove it");
        return false;
    }
    event.target = m_references.node(*target).value_or(noNode);
    return event.target != noNode;
}

bool PlanReader::readWander(const JsonObjectCursor& object, PlanEvent& event)
{
    const JsonCursor name = *object.find("service");
    event.service = m_references.service(name).value_or(noService);
    if (event.service == noService || !readNodeOf(object, event))
        return false;
    if (m_references.cluster().service(event.service).type == "vm")
        return true;
    name.error("only virtual machines wander", "name a vm");
    return false;
}

void PlanReader::readFault(const JsonCursor& cursor)
{
    const std::optional<std::size_t> word = leadingWord(cursor, "kind", scenario::faultWords());
    if (!word)
        return;
    if (*word > static_cast<std::size_t>(ScriptFaultKind::Slow))
        readFenceFault(cursor);
    else
        readScriptFault(cursor, static_cast<ScriptFaultKind>(*word));
}

void PlanReader::readScriptFault(const JsonCursor& cursor, ScriptFaultKind kind)
{
    const std::optional<JsonObjectCursor> object = cursor.object(
        kind == ScriptFaultKind::Slow ? scenario::slowFaultShape() : scenario::scriptFaultShape());
    if (!object)
        return;
    ScriptFault fault;
    fault.kind = kind;
    fault.line = cursor.line();
    const std::optional<std::size_t> op = object->find("op")->choice(scenario::opWords());
    const std::optional<ResourceIndex> resource = m_references.resourceOrService(*object);
    fault.extra = object->duration("by");
    fault.flapPeriod = object->duration("flap_period");
    const bool windowIsGood = readWindow(*object, fault.from, fault.to);
    if (!readOptionalNode(*object, fault.node) || !op || !resource || !windowIsGood)
        return;
    if (kind == ScriptFaultKind::Hangs && fault.to == SimTime::never() &&
        fault.flapPeriod.isZero()) {
        cursor.error("a script that hangs needs an end", "add \"to\"");
        return;
    }
    fault.op = static_cast<ScriptOp>(*op);
    fault.resource = *resource;
    m_plan.scriptFaults.push_back(fault);
}

void PlanReader::readFenceFault(const JsonCursor& cursor)
{
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::fenceFaultShape());
    if (!object)
        return;
    FenceFault fault;
    fault.line = cursor.line();
    const bool windowIsGood = readWindow(*object, fault.from, fault.to);
    if (readOptionalNode(*object, fault.node) && windowIsGood)
        m_plan.fenceFaults.push_back(fault);
}

bool PlanReader::readWindow(const JsonObjectCursor& object, SimTime& from, SimTime& to) const
{
    from = object.time("from");
    to = object.time("to", SimTime::never());
    if (from < to)
        return true;
    object.find(object.has("to") ? "to" : "from")
        ->error("the window ends before it begins", "\"from\" must be less than \"to\"");
    return false;
}

bool PlanReader::readOptionalNode(const JsonObjectCursor& object, NodeIndex& node) const
{
    const std::optional<JsonCursor> cursor = object.find("node");
    if (!cursor)
        return true;
    node = m_references.node(*cursor).value_or(noNode);
    return node != noNode;
}

void PlanReader::readRate(const JsonCursor& cursor)
{
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::rateShape());
    if (!object)
        return;
    FailureRate rate;
    rate.line = cursor.line();
    const std::optional<JsonCursor> service = object->find("service");
    if (service.has_value() == object->has("node")) {
        cursor.error("a failure rate belongs to a node or to a service",
                     "give exactly one of \"node\" and \"service\"");
        return;
    }
    if (service)
        rate.service = m_references.service(*service).value_or(noService);
    const bool nodeIsGood = readOptionalNode(*object, rate.node);
    const std::optional<Distribution> failure = readDistribution(*object->find("mtbf"));
    if (!readRepair(*object, rate) || !failure || !nodeIsGood ||
        (service && rate.service == noService))
        return;
    rate.timeToFailure = *failure;
    m_plan.rates.push_back(rate);
}

bool PlanReader::readRepair(const JsonObjectCursor& object, FailureRate& rate) const
{
    const std::optional<JsonCursor> repair = object.find("mttr");
    if (object.has("service")) {
        if (repair)
            repair->error("a service's process is repaired by rgmanager, not by time",
                          "remove \"mttr\"");
        return !repair;
    }
    if (!repair) {
        object.self().error("\"mttr\" is missing: how long a failed node takes to boot again");
        return false;
    }
    const std::optional<Distribution> read = readDistribution(*repair);
    rate.timeToRepair = read.value_or(Distribution{});
    return read.has_value();
}

// A plain duration is the mean of an exponential distribution.
std::optional<Distribution> PlanReader::readDistribution(const JsonCursor& cursor) const
{
    Distribution distribution;
    std::optional<JsonCursor> mean = cursor;
    if (cursor.value().isObject()) {
        const std::optional<JsonObjectCursor> object = cursor.object(scenario::distributionShape());
        if (!object)
            return std::nullopt;
        const std::optional<std::size_t> kind =
            object->find("distribution")->choice(scenario::distributionWords());
        if (!kind)
            return std::nullopt;
        distribution.kind = static_cast<Distribution::Kind>(*kind);
        if (!readShape(*object, distribution))
            return std::nullopt;
        mean = object->find("mean");
    }
    const std::optional<SimDuration> duration = mean->duration();
    if (duration && duration->isZero())
        mean->error("the mean must be longer than nothing");
    if (!duration || duration->isZero())
        return std::nullopt;
    distribution.mean = *duration;
    return distribution;
}

bool PlanReader::readShape(const JsonObjectCursor& object, Distribution& distribution) const
{
    const bool isWeibull = distribution.kind == Distribution::Kind::Weibull;
    const bool isLogNormal = distribution.kind == Distribution::Kind::LogNormal;
    const std::string wanted = isWeibull ? "shape" : isLogNormal ? "sigma" : "";
    for (const char* key : {"shape", "sigma"}) {
        const std::optional<JsonCursor> found = object.find(key);
        if (found && wanted != key) {
            found->error(std::string("this distribution has no \"") + key + '"',
                         "shape belongs to weibull, sigma to lognormal");
            return false;
        }
    }
    if (wanted.empty())
        return true;
    const std::optional<JsonCursor> found = object.find(wanted.c_str());
    if (!found) {
        object.self().error('"' + wanted + "\" is missing in this distribution");
        return false;
    }
    const std::optional<double> shape = found->number(smallestShape, largestShape);
    distribution.shape = shape.value_or(1.0);
    return shape.has_value();
}

} // namespace

FaultPlan bootAllNodes(const Cluster& cluster)
{
    PlanEvent boot;
    boot.kind = PlanKind::Boot;
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node)
        boot.nodes.push_back(node);
    FaultPlan plan;
    plan.events.push_back(std::move(boot));
    return plan;
}

FaultPlan readFaultPlan(const JsonObjectCursor& scenario, const ScenarioReferences& references)
{
    PlanReader reader(references);
    if (const std::optional<JsonCursor> events = scenario.find("events"))
        events->forEach(limits::maxPlanEvents, [&](const JsonCursor& e) { reader.readEvent(e); });
    if (const std::optional<JsonCursor> faults = scenario.find("faults"))
        faults->forEach(limits::maxPlanEvents, [&](const JsonCursor& f) { reader.readFault(f); });
    if (const std::optional<JsonCursor> rates = scenario.find("rates"))
        rates->forEach(maxRates, [&](const JsonCursor& r) { reader.readRate(r); });
    FaultPlan plan = reader.take();
    const bool boots = std::any_of(plan.events.begin(), plan.events.end(),
                                   [](const PlanEvent& e) { return e.kind == PlanKind::Boot; });
    if (!boots && !scenario.has("start")) {
        const FaultPlan all = bootAllNodes(references.cluster());
        plan.events.insert(plan.events.begin(), all.events.begin(), all.events.end());
    }
    return plan;
}

} // namespace rgsim
