#include "formats/scenario_writer.h"

#include "base/duration_text.h"
#include "formats/cluster_conf_reader.h"
#include "formats/json_output.h"
#include "formats/scenario_cluster_writer.h"
#include "formats/scenario_groups.h"
#include "formats/scenario_order.h"
#include "formats/scenario_plan_writer.h"
#include "formats/scenario_properties.h"
#include "formats/scenario_shapes.h"
#include "formats/scenario_start_writer.h"

#include <algorithm>
#include <optional>
#include <set>

namespace rgsim {

namespace {

// What the "times" describe of one node.
struct NodeTimes {
    SimDuration boot;
    SimDuration fencing;
    bool rejoins = false;

    bool operator==(const NodeTimes&) const = default;
};

NodeTimes timesOf(const Node& node)
{
    return {node.bootTime, node.fencingTime, node.rejoinsAfterFencing};
}

void addDuration(JsonNode& object, const char* key, SimDuration duration)
{
    if (!duration.isZero())
        object.add(key, formatDuration(duration));
}

void addNodeTimes(JsonNode& object, const NodeTimes& times)
{
    addDuration(object, "boot", times.boot);
    addDuration(object, "fencing", times.fencing);
    if (times.rejoins)
        object.add("rejoins_after_fencing", true);
}

void addScriptTimes(JsonNode& object, const ScriptTimes& times)
{
    addDuration(object, "start", times.start);
    addDuration(object, "stop", times.stop);
    addDuration(object, "status", times.status);
}

void addAllNodeTimes(JsonNode& object, const std::vector<Node>& nodes)
{
    const bool same = std::all_of(nodes.begin(), nodes.end(), [&nodes](const Node& node) {
        return timesOf(node) == timesOf(nodes.front());
    });
    if (nodes.empty())
        return;
    if (same)
        return addNodeTimes(object, timesOf(nodes.front()));
    JsonNode each = JsonNode::object();
    for (const Node& node : nodes) {
        JsonNode times = JsonNode::object();
        addNodeTimes(times, timesOf(node));
        if (!times.isEmpty())
            each.add(node.name, times);
    }
    object.add("nodes", each);
}

// The times that all scripts of the services have in common, or nothing.
std::optional<ScriptTimes> commonTimes(const std::vector<const Service*>& services)
{
    std::optional<ScriptTimes> common;
    for (const Service* service : services) {
        for (const TreeNode& node : service->tree.nodes) {
            if (node.resource == noResource)
                continue;
            if (common && *common != node.times)
                return std::nullopt;
            common = node.times;
        }
    }
    return common.value_or(ScriptTimes());
}

void addServiceTimes(JsonNode& object, const Cluster& cluster, const Service& service)
{
    if (const std::optional<ScriptTimes> common = commonTimes({&service}))
        return addScriptTimes(object, *common);
    JsonNode resources = JsonNode::object();
    std::set<ResourceIndex> written; // a shared resource may stand in a tree twice
    for (const TreeNode& node : service.tree.nodes) {
        if (node.resource == noResource || node.times == ScriptTimes() ||
            !written.insert(node.resource).second)
            continue;
        JsonNode times = JsonNode::object();
        addScriptTimes(times, node.times);
        resources.add(cluster.resource(node.resource).fullName(), times);
    }
    object.add("resources", resources);
}

void addAllScriptTimes(JsonNode& object, const Cluster& cluster)
{
    std::vector<const Service*> all;
    for (const Service& service : cluster.services)
        all.push_back(&service);
    JsonNode scripts = JsonNode::object();
    if (const std::optional<ScriptTimes> common = commonTimes(all)) {
        addScriptTimes(scripts, *common);
        if (!scripts.isEmpty())
            object.add("scripts", scripts);
        return;
    }
    JsonNode services = JsonNode::object();
    for (const Service& service : cluster.services) {
        JsonNode times = JsonNode::object();
        addServiceTimes(times, cluster, service);
        if (!times.isEmpty())
            services.add(service.fullName, times);
    }
    object.add("services", services);
}

// A cluster as the file's own description of it would be read, to see what has to be added.
Cluster describedCluster(const ScenarioFile& file)
{
    if (file.source.kind != ClusterSource::Kind::Inline) {
        Result<Cluster> read = readClusterConf(QByteArray::fromStdString(file.source.confText), {},
                                               file.scenario.cluster.types);
        if (read.ok())
            return std::move(*read);
    }
    return {};
}

void addTimes(JsonNode& scenario, const ScenarioFile& file)
{
    const Cluster& cluster = file.scenario.cluster;
    const Cluster described = describedCluster(file);
    JsonNode times = JsonNode::object();
    if (cluster.tokenTimeout != described.tokenTimeout)
        times.add("token_timeout", formatDuration(cluster.tokenTimeout));
    if (cluster.statusPollInterval != described.statusPollInterval)
        times.add("status_poll_interval", formatDuration(cluster.statusPollInterval));
    addAllNodeTimes(times, cluster.nodes);
    addAllScriptTimes(times, cluster);
    if (!times.isEmpty())
        scenario.add("times", times);
}

void addKeepApart(JsonNode& scenario, const Cluster& cluster)
{
    JsonNode groups = JsonNode::array();
    for (const KeepApartRule& rule : cluster.keepApart) {
        JsonNode group = JsonNode::array();
        for (const ServiceIndex service : rule.services)
            group.add(cluster.service(service).fullName);
        groups.add(group);
    }
    if (!groups.isEmpty())
        scenario.add("keep_apart", groups);
}

void addGuard(JsonNode& scenario, const Cluster& cluster)
{
    JsonNode services = JsonNode::object();
    for (const Service& service : cluster.services) {
        if (!service.isGuarded)
            continue;
        JsonNode collisions = JsonNode::array();
        for (const std::string& name : service.collisions)
            collisions.add(name);
        services.add(service.fullName, collisions);
    }
    if (services.isEmpty() && cluster.guardMode == GuardMode::Off)
        return;
    JsonNode guard = JsonNode::object();
    guard.add("mode", scenario::guardModeWords()[static_cast<std::size_t>(cluster.guardMode)]);
    if (cluster.hardenedGuardFails)
        guard.add("fails", true);
    guard.add("services", services);
    scenario.add("guard", guard);
}

JsonNode lines(const std::string& text)
{
    JsonNode list = JsonNode::array();
    std::size_t from = 0;
    for (;;) {
        const std::size_t end = text.find('\n', from);
        list.add(text.substr(from, end == std::string::npos ? end : end - from));
        if (end == std::string::npos)
            return list;
        from = end + 1;
    }
}

void addCluster(JsonNode& scenario, const ScenarioFile& file)
{
    switch (file.source.kind) {
    case ClusterSource::Kind::Inline:
        scenario.add("cluster", writeInlineCluster(file.scenario.cluster));
        break;
    case ClusterSource::Kind::ConfText:
        scenario.add("cluster_conf", JsonNode::object().add("text", lines(file.source.confText)));
        break;
    case ClusterSource::Kind::ConfFile:
        scenario.add("cluster_conf", file.source.confPath);
        break;
    }
}

void addText(JsonNode& object, const char* key, const std::string& text)
{
    if (!text.empty())
        object.add(key, text);
}

JsonNode textList(const std::vector<std::string>& texts)
{
    JsonNode list = JsonNode::array();
    for (const std::string& text : texts)
        list.add(text);
    return list;
}

JsonNode writeStep(const LessonStep& step)
{
    JsonNode object = JsonNode::object();
    object.add("at", formatDuration(SimDuration{step.at.ms})).add("text", step.text);
    if (!step.highlight.empty())
        object.add("highlight", textList(step.highlight));
    if (step.answer >= 0) {
        object.add("question", step.question);
        object.add("choices", textList(step.choices));
        object.add("answer", step.answer);
    }
    addText(object, "explanation", step.explanation);
    return object;
}

void addLesson(JsonNode& scenario, const std::vector<LessonStep>& lesson)
{
    JsonNode steps = JsonNode::array();
    for (const LessonStep& step : lesson)
        steps.add(writeStep(step));
    if (!steps.isEmpty())
        scenario.add("lesson", steps);
}

// Numbers above 2^53 are not safe in JSON.
JsonNode seedNode(std::uint64_t seed)
{
    constexpr std::uint64_t largestSafe = std::uint64_t{1} << 53;
    if (seed <= largestSafe)
        return static_cast<std::int64_t>(seed);
    return std::to_string(seed);
}

} // namespace

QByteArray writeScenario(const ScenarioFile& file)
{
    const Scenario& scenario = file.scenario;
    JsonNode root = JsonNode::object();
    root.add("format", scenario::formatVersion);
    addText(root, "name", scenario.name);
    addText(root, "title", scenario.title);
    addText(root, "about", scenario.about);
    addText(root, "topic", scenario.topic);
    addCluster(root, file);
    addKeepApart(root, scenario.cluster);
    writeGroups(scenario.groups, scenario.cluster, root);
    writeProperties(scenario.properties, scenario.cluster, root);
    addGuard(root, scenario.cluster);
    addTimes(root, file);
    if (scenario.start)
        root.add("start", writeStartState(*scenario.start, scenario.cluster));
    writeFaultPlan(scenario.plan, scenario.cluster, !scenario.start, root);
    root.add("seed", seedNode(scenario.seed));
    root.add("arbitration",
             scenario::arbitrationWords()[static_cast<std::size_t>(scenario.arbitration)]);
    writeOrder(scenario.order, root);
    root.add("until", formatDuration(SimDuration{scenario.until.ms}));
    addLesson(root, scenario.lesson);
    return root.print();
}

} // namespace rgsim
