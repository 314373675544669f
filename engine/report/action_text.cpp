#include "report/action_text.h"

#include "base/duration_text.h"
#include "base/shell_text.h"
#include "report/plan_text.h"
#include "report/run_report.h"

#include <algorithm>
#include <array>

namespace rgsim {

namespace {

std::string clusvcadmText(const Cluster& cluster, const PlanEvent& event)
{
    const char* letter = "";
    bool takesTarget = false;
    switch (event.request) {
    case AdminRequest::Enable:
        letter = "-e";
        takesTarget = true;
        break;
    case AdminRequest::Disable:
        letter = "-d";
        break;
    case AdminRequest::Stop:
        letter = "-s";
        break;
    case AdminRequest::Restart:
        letter = "-R";
        break;
    case AdminRequest::Relocate:
        letter = "-r";
        takesTarget = true;
        break;
    case AdminRequest::Migrate:
        letter = "-M";
        takesTarget = true;
        break;
    case AdminRequest::Freeze:
        letter = "-Z";
        break;
    case AdminRequest::Unfreeze:
        letter = "-U";
        break;
    }
    std::string text = std::string("clusvcadm ") + letter + ' ' +
                       shellQuoted(cluster.service(event.service).fullName);
    if (takesTarget && event.target != noNode)
        text += " -m " + shellQuoted(cluster.node(event.target).name);
    return text;
}

std::string quotedNodes(const Cluster& cluster, const std::vector<NodeIndex>& except)
{
    std::string text;
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node) {
        if (std::find(except.begin(), except.end(), node) == except.end())
            text += (text.empty() ? "" : " ") + shellQuoted(cluster.node(node).name);
    }
    return text;
}

// `change`: "-I" inserts the rules, "-D" deletes them.
std::string firewallText(const std::string& nodes, const std::string& change)
{
    if (nodes.empty())
        return {};
    return "for n in " + nodes + "; do iptables " + change + " INPUT -s $n -j DROP; iptables " +
           change + " OUTPUT -d $n -j DROP; done";
}

std::string attributeOf(const Resource& resource, const std::string& name)
{
    for (const auto& [key, value] : resource.attributes) {
        if (key == name)
            return value;
    }
    return {};
}

std::string endProcessText(const Resource& resource)
{
    if (resource.type == "ip" || resource.type == "lvm")
        return {}; // no process, and the name of the device is not known
    if (resource.type == "vm")
        return "virsh destroy " + shellQuoted(resource.name);
    const std::string mountpoint = attributeOf(resource, "mountpoint");
    if (!mountpoint.empty())
        return "umount -l " + shellQuoted(mountpoint);
    // A script's processes are rarely called like the resource, but often like its file.
    const std::string file = attributeOf(resource, "file");
    const std::string base = file.substr(file.rfind('/') + 1);
    return "pkill -9 -f " + shellQuoted(base.empty() ? resource.name : base);
}

// How an option names the node: by its id where the name would be taken apart.
std::string nodeWord(const Cluster& cluster, NodeIndex index)
{
    const Node& node = cluster.node(index);
    constexpr std::string_view keywords[] = {"via", "from", "to", "on", "by", "all"};
    const bool isSplit = node.name.find_first_of(" \t\n\v\f\r,") != std::string::npos;
    const bool isKeyword =
        std::find(std::begin(keywords), std::end(keywords), node.name) != std::end(keywords);
    return isSplit || isKeyword || node.name.empty() ? std::to_string(node.id) : node.name;
}

// False if an option would take the name apart, or find something else under it.
bool isOneWord(const std::string& name)
{
    return !name.empty() && name.find_first_of(" \t\n\v\f\r") == std::string::npos;
}

bool canBeNamed(const Cluster& cluster, ResourceIndex resource)
{
    if (resource == noResource)
        return false;
    const std::string name = cluster.resource(resource).fullName();
    return isOneWord(name) && cluster.resourceByName(name) == resource;
}

std::string timeText(SimTime at)
{
    return formatDuration(at - SimTime{});
}

std::optional<std::string> nodeListWord(const Cluster& cluster, const std::vector<NodeIndex>& nodes)
{
    std::string text;
    for (const NodeIndex node : nodes)
        text += (text.empty() ? "" : ",") + nodeWord(cluster, node);
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::string> adminSentence(const Cluster& cluster, const PlanEvent& event)
{
    const std::string& service = cluster.service(event.service).fullName;
    const bool takesTarget = event.request == AdminRequest::Relocate ||
                             event.request == AdminRequest::Enable ||
                             event.request == AdminRequest::Migrate;
    if (!isOneWord(service) || (event.request == AdminRequest::Migrate && event.target == noNode))
        return std::nullopt;
    std::string text = wordOf(event.request) + (' ' + service);
    if (takesTarget && event.target != noNode)
        text += ' ' + nodeWord(cluster, event.target);
    if (event.node > 0)
        text += " via " + nodeWord(cluster, event.node); // the first node if none is named
    return text;
}

// The word of options and scenario files.
const char* optionWord(ScriptOp op)
{
    constexpr std::array words = {"start",   "stop",    "status",
                                  "recover", "migrate", "migrate-refused"};
    return words[static_cast<std::size_t>(op)];
}

// " from 10s to 60s", as far as there are such ends.
std::string windowSentence(SimTime from, SimTime to)
{
    std::string text = from > SimTime{} ? " from " + timeText(from) : "";
    if (to != SimTime::never())
        text += " to " + timeText(to);
    return text;
}

std::string capitalised(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::optional<RgsimOption> timed(const char* name, const std::optional<std::string>& what,
                                 SimTime at)
{
    if (!what)
        return std::nullopt;
    return RgsimOption{name, *what + '@' + timeText(at)};
}

} // namespace

AdministratorCommand administratorCommand(const Cluster& cluster, const PlanEvent& event)
{
    switch (event.kind) {
    case PlanKind::Boot:
        return {"service cman start; service rgmanager start", event.nodes};
    case PlanKind::Crash:
        return {"echo c > /proc/sysrq-trigger", {event.node}};
    case PlanKind::PowerCycle:
        return {"fence_node " + shellQuoted(cluster.node(event.node).name), {}};
    case PlanKind::Leave:
        return {"service rgmanager stop; service cman stop", {event.node}};
    case PlanKind::Isolate:
        return {firewallText(quotedNodes(cluster, event.nodes), "-I"), event.nodes};
    case PlanKind::Heal:
        return {firewallText(quotedNodes(cluster, {}), "-D"), {}};
    case PlanKind::ProcessDies:
        if (event.resource == noResource)
            return {};
        return {endProcessText(cluster.resource(event.resource)), {}};
    case PlanKind::Admin:
        return {clusvcadmText(cluster, event), {event.node}};
    case PlanKind::Wander:
        return {"virsh migrate --live " + shellQuoted(cluster.service(event.service).name) + ' ' +
                    shellQuoted("qemu+ssh://" + cluster.node(event.node).name + "/system"),
                {}};
    case PlanKind::Lock:
        return {"clusvcadm -l", {event.node}};
    case PlanKind::Unlock:
        return {"clusvcadm -u", {event.node}};
    }
    return {};
}

std::string RgsimOption::shellText() const
{
    return name + ' ' + shellQuoted(value);
}

std::optional<RgsimOption> rgsimOption(const Cluster& cluster, const PlanEvent& event)
{
    switch (event.kind) {
    case PlanKind::Boot:
        return timed("--boot", nodeListWord(cluster, event.nodes), event.at);
    case PlanKind::Crash:
        return timed("--crash", nodeWord(cluster, event.node), event.at);
    case PlanKind::PowerCycle:
        return timed("--power-cycle", nodeWord(cluster, event.node), event.at);
    case PlanKind::Leave:
        return timed("--leave", nodeWord(cluster, event.node), event.at);
    case PlanKind::Isolate:
        return timed("--isolate", nodeListWord(cluster, event.nodes), event.at);
    case PlanKind::Heal:
        return RgsimOption{"--heal", timeText(event.at)};
    case PlanKind::ProcessDies:
        if (!canBeNamed(cluster, event.resource))
            return std::nullopt;
        return timed("--kill", cluster.resource(event.resource).fullName(), event.at);
    case PlanKind::Admin:
        return timed("--admin", adminSentence(cluster, event), event.at);
    case PlanKind::Lock:
        return timed("--lock", nodeWord(cluster, event.node), event.at);
    case PlanKind::Unlock:
        return timed("--unlock", nodeWord(cluster, event.node), event.at);
    case PlanKind::Wander:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<RgsimOption> rgsimOption(const Cluster& cluster, const ScriptFault& fault)
{
    const bool hangsForever = fault.kind == ScriptFaultKind::Hangs && fault.to == SimTime::never();
    if (!canBeNamed(cluster, fault.resource) || !fault.flapPeriod.isZero() || hangsForever ||
        fault.from >= fault.to)
        return std::nullopt;
    std::string sentence =
        optionWord(fault.op) + (' ' + cluster.resource(fault.resource).fullName());
    if (fault.node != noNode)
        sentence += " on " + nodeWord(cluster, fault.node);
    if (fault.kind == ScriptFaultKind::Slow)
        sentence += " by " + formatDuration(fault.extra);
    sentence += windowSentence(fault.from, fault.to);
    switch (fault.kind) {
    case ScriptFaultKind::Fails:
        return RgsimOption{"--fail", sentence};
    case ScriptFaultKind::Hangs:
        return RgsimOption{"--hang", sentence};
    case ScriptFaultKind::Slow:
        return RgsimOption{"--slow", sentence};
    }
    return std::nullopt;
}

std::optional<RgsimOption> rgsimOption(const Cluster& cluster, const FenceFault& fault)
{
    if (fault.from >= fault.to)
        return std::nullopt;
    return RgsimOption{"--fail-fencing",
                       (fault.node == noNode ? "all" : nodeWord(cluster, fault.node)) +
                           windowSentence(fault.from, fault.to)};
}

std::string actionTitle(const Cluster& cluster, const PlanEvent& event)
{
    return capitalised(eventText(cluster, event)) + " at " + clockText(event.at);
}

std::string actionTitle(const Cluster& cluster, const ScriptFault& fault)
{
    return capitalised(faultText(cluster, fault));
}

std::string actionTitle(const Cluster& cluster, const FenceFault& fault)
{
    return capitalised(faultText(cluster, fault));
}

} // namespace rgsim
