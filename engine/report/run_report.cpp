#include "report/run_report.h"

#include <algorithm>
#include <array>
#include <set>

namespace rgsim {

namespace {

std::string padded(std::int64_t number, std::size_t digits)
{
    std::string text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

// ".5" for 500 ms, nothing for 0.
std::string fractionText(std::int64_t milliseconds)
{
    if (milliseconds == 0)
        return {};
    std::string text = '.' + padded(milliseconds, 3);
    while (text.back() == '0')
        text.pop_back();
    return text;
}

std::string nodeList(const Cluster& cluster, const std::vector<NodeIndex>& nodes)
{
    constexpr std::size_t most = 8;
    if (nodes.size() > 1 && nodes.size() == cluster.nodes.size())
        return "all nodes";
    std::string text;
    for (std::size_t i = 0; i < nodes.size() && i < most; ++i) {
        text += text.empty() ? "" : ", ";
        text += nodeName(cluster, nodes[i]);
    }
    if (nodes.size() > most)
        text += " and " + std::to_string(nodes.size() - most) + " more";
    return text;
}

std::string adminText(const Cluster& cluster, const PlanEvent& event)
{
    std::string text = wordOf(event.request);
    text += ' ' + cluster.service(event.service).fullName;
    if (event.target != noNode)
        text += " to " + cluster.node(event.target).name;
    return text + " via " + std::string(nodeName(cluster, event.node));
}

} // namespace

const char* wordOf(GuardMode mode)
{
    constexpr std::array words = {"off", "published", "exact", "hardened"};
    return words[static_cast<std::size_t>(mode)];
}

const char* wordOf(Arbitration arbitration)
{
    constexpr std::array words = {"lowest-node-first", "highest-node-first", "shuffled"};
    return words[static_cast<std::size_t>(arbitration)];
}

std::string arbitrationWords(const Scenario& scenario)
{
    const std::string word = wordOf(scenario.arbitration);
    return scenario.order.empty() ? word
                                  : word + " but for " + countText(scenario.order.size(), "choice");
}

const char* wordOf(AdminRequest request)
{
    constexpr std::array words = {"enable",   "disable", "stop",   "restart",
                                  "relocate", "migrate", "freeze", "unfreeze"};
    return words[static_cast<std::size_t>(request)];
}

const char* wordOf(PlanKind kind)
{
    constexpr std::array words = {"boot", "crash", "power_cycle", "leave", "isolate", "heal",
                                  "die",  "admin", "wander",      "lock",  "unlock"};
    return words[static_cast<std::size_t>(kind)];
}

const char* wordOf(RecoveryPolicy policy)
{
    constexpr std::array words = {"restart", "relocate", "disable", "restart-disable"};
    return words[static_cast<std::size_t>(policy)];
}

const char* priorityName(int priority)
{
    constexpr std::array names = {"emerg",   "alert",  "crit", "err",
                                  "warning", "notice", "info", "debug"};
    return names[static_cast<std::size_t>(std::clamp(priority, 0, 7))];
}

std::string fingerprintText(std::uint64_t fingerprint)
{
    std::string text(16, '0');
    for (std::size_t i = 16; i-- > 0; fingerprint >>= 4)
        text[i] = "0123456789abcdef"[fingerprint & 15];
    return text;
}

std::string clockText(SimTime at)
{
    const std::int64_t seconds = at.ms / 1000;
    std::string text = padded(seconds / 3600, 2) + ':' + padded(seconds / 60 % 60, 2) + ':' +
                       padded(seconds % 60, 2);
    return at.ms % 1000 == 0 ? text : text + '.' + padded(at.ms % 1000, 3);
}

std::string spanText(SimDuration duration)
{
    const std::int64_t seconds = duration.ms / 1000;
    std::string text;
    if (seconds >= 86400)
        text += std::to_string(seconds / 86400) + 'd';
    if (seconds / 3600 % 24 > 0)
        text += std::to_string(seconds / 3600 % 24) + 'h';
    if (seconds / 60 % 60 > 0)
        text += std::to_string(seconds / 60 % 60) + "min";
    const std::int64_t rest = seconds % 60;
    if (text.empty() || rest > 0 || duration.ms % 1000 > 0)
        text += std::to_string(rest) + fractionText(duration.ms % 1000) + 's';
    return text;
}

std::string countText(std::size_t count, std::string_view noun)
{
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

std::vector<std::string> shortNodeNames(const Cluster& cluster)
{
    std::vector<std::string> names;
    std::set<std::string> seen;
    for (const Node& node : cluster.nodes) {
        names.push_back(node.name.substr(0, node.name.find('.')));
        seen.insert(names.back());
    }
    const bool areClear = seen.size() == names.size() && seen.count("") == 0;
    for (std::size_t i = 0; i < names.size() && !areClear; ++i)
        names[i] = cluster.nodes[i].name;
    return names;
}

std::string eventText(const Cluster& cluster, const PlanEvent& event)
{
    switch (event.kind) {
    case PlanKind::Boot:
        return "boot " + nodeList(cluster, event.nodes);
    case PlanKind::Crash:
        return "crash " + std::string(nodeName(cluster, event.node));
    case PlanKind::PowerCycle:
        return "power cycle " + std::string(nodeName(cluster, event.node));
    case PlanKind::Leave:
        return "stop rgmanager on " + std::string(nodeName(cluster, event.node));
    case PlanKind::Isolate:
        return "isolate " + nodeList(cluster, event.nodes);
    case PlanKind::Heal:
        return "heal the network";
    case PlanKind::ProcessDies:
        return event.resource == noResource ? "kill nothing"
                                            : "kill " + cluster.resource(event.resource).fullName();
    case PlanKind::Admin:
        return adminText(cluster, event);
    case PlanKind::Wander:
        return "move " + cluster.service(event.service).fullName + " by hand to " +
               std::string(nodeName(cluster, event.node));
    case PlanKind::Lock:
        return "clusvcadm -l on " + std::string(nodeName(cluster, event.node));
    case PlanKind::Unlock:
        return "clusvcadm -u on " + std::string(nodeName(cluster, event.node));
    }
    return "?";
}

std::vector<bool> servicesWithNews(const RunReport& report)
{
    std::vector<bool> news(report.timeline.services.size());
    for (const Mark& mark : report.timeline.marks) {
        if (mark.service != noService)
            news[static_cast<std::size_t>(mark.service)] = true;
    }
    for (std::size_t i = 0; i < news.size(); ++i) {
        const ServiceSummary& service = report.summary.services[i];
        if (!service.beliefAtEnd.isStarted() || !service.phantom.isZero() ||
            !service.onSeveralNodes.isZero() || !service.violation.isZero())
            news[i] = true;
    }
    return news;
}

std::string_view nodeName(const Cluster& cluster, NodeIndex node)
{
    return node == noNode ? std::string_view("none") : std::string_view(cluster.node(node).name);
}

} // namespace rgsim
