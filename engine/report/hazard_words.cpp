#include "report/hazard_words.h"

#include "base/joined.h"
#include "report/flip_text.h"
#include "report/run_report.h"

namespace rgsim {

namespace {

// The names that sentences about one hazard are made of.
class Words {
public:
    Words(const Cluster& cluster, const Hazard& hazard) : m_cluster(cluster), m_hazard(hazard) {}

    std::string services() const
    {
        return joined(serviceNames(m_cluster, m_hazard.services), " and ");
    }
    std::string service() const { return m_cluster.service(m_hazard.services.front()).fullName; }
    std::string node(std::size_t i = 0) const
    {
        return i < m_hazard.nodes.size() ? m_cluster.node(m_hazard.nodes[i]).name : "no node";
    }
    std::string lastNode() const { return node(m_hazard.nodes.size() - 1); }
    std::string nodesButLast() const
    {
        std::vector<std::string> names = nodeNames(m_cluster, m_hazard.nodes);
        if (!names.empty())
            names.pop_back();
        return joined(names, " and ");
    }
    std::string nodes() const { return joined(nodeNames(m_cluster, m_hazard.nodes), " and "); }
    std::string at() const { return clockText(m_hazard.at); }
    std::string howLong() const
    {
        if (m_hazard.forGood)
            return "for good";
        return m_hazard.lasts.isZero() ? "for an instant" : "for " + spanText(m_hazard.lasts);
    }
    std::string recovery() const
    {
        return std::string("recovery=\"") +
               wordOf(m_cluster.service(m_hazard.services.front()).recovery) + '"';
    }

private:
    const Cluster& m_cluster;
    const Hazard& m_hazard;
};

std::string guardSentence(HazardKind kind, const Words& w)
{
    switch (kind) {
    case HazardKind::ColdStartRace:
        return w.services() + " were starting on " + w.node() + " at the same time (" + w.at() +
               "): a service that is still starting does not count for the guard, so both passed.";
    case HazardKind::BlindGuard:
        return "At " + w.at() + " the guard of " + w.service() + " found two names on " + w.node() +
               ". The published test takes one word only: it failed, and the start went on.";
    case HazardKind::NamePattern:
        return "At " + w.at() + " the guard of " + w.service() + " on " + w.node() +
               " took another service's line for one of its CLUST_COLLISION, because grep takes "
               "names for patterns that match anywhere in a line.";
    case HazardKind::HostPattern:
        return "At " + w.at() + " the guard of " + w.service() +
               " took the line of another node "
               "for one of " +
               w.node() + ", because grep takes the host's name for a pattern.";
    case HazardKind::PhantomStart:
        return "At " + w.at() + " the guard of " + w.service() + " refused the start on " +
               w.node() + " and reported success: the record says started and nothing runs, " +
               w.howLong() + '.';
    case HazardKind::FutileRestarts:
        return w.service() + " is restarted on " + w.node() + ", where its guard refuses it, " +
               w.howLong() + " before it goes elsewhere (" + w.recovery() + ").";
    case HazardKind::NeverLeaves:
        return w.service() + " never leaves " + w.node() +
               ", where its guard refuses it: " + w.recovery() +
               " restarts it in place for ever, though " + w.lastNode() + " is free.";
    case HazardKind::PingPong:
        return w.service() + " moves between " + w.nodesButLast() +
               " for ever and never runs, though " + w.lastNode() + " is free.";
    default:
        return {};
    }
}

std::string placeSentence(HazardKind kind, const Words& w)
{
    switch (kind) {
    case HazardKind::RunTogether:
        return w.services() + " must stay apart and run together on " + w.nodes() + " from " +
               w.at() + " on, " + w.howLong() + '.';
    case HazardKind::BadTarget:
        return "At " + w.at() + " " + w.service() + " moves to " + w.node() +
               ", where one that it must stay apart from is, though " + w.lastNode() + " was free.";
    case HazardKind::RunsTwice:
        return w.service() + " really runs on " + w.nodes() + " at once from " + w.at() + " on, " +
               w.howLong() + '.';
    case HazardKind::AllOnOneNode:
        return w.services() + " all run on " + w.node() +
               " after a cold start while other nodes idle: no failover domain says where they "
               "belong, so the lowest id takes all.";
    case HazardKind::RestartStorm:
        return w.service() + " is restarted or moved for ever (" + w.nodes() + ").";
    case HazardKind::LeftOff:
        return w.service() + " is left off though " + w.node() + " could run it (" + w.recovery() +
               ").";
    case HazardKind::EmptyDomain:
        return "No node of the restricted failover domain of " + w.service() +
               " is left, so it runs nowhere though other nodes are up.";
    case HazardKind::ExclusiveNowhere:
        return w.service() + " runs nowhere: each node that it may use is taken by services that "
                             "exclude each other.";
    case HazardKind::DependencyDeadlock:
        return w.services() + " wait for each other for ever.";
    case HazardKind::QuorumLost:
        return "The loss of " + w.nodes() +
               " leaves the others without quorum: they stop everything.";
    default:
        return {};
    }
}

} // namespace

const char* describe(HazardKind kind)
{
    switch (kind) {
    case HazardKind::RunTogether:
        return "services that must stay apart run on one node";
    case HazardKind::ColdStartRace:
        return "both were starting when their guards looked";
    case HazardKind::BlindGuard:
        return "the published guard stumbles over two names and lets a start pass";
    case HazardKind::NamePattern:
        return "a service's name matches another's as a pattern";
    case HazardKind::HostPattern:
        return "a host's name matches another's as a pattern";
    case HazardKind::PhantomStart:
        return "a refused start is reported as success, and nothing runs";
    case HazardKind::FutileRestarts:
        return "restarted in place where the guard refuses it again";
    case HazardKind::NeverLeaves:
        return "restarted for ever where the guard refuses it";
    case HazardKind::PingPong:
        return "moves to and fro for ever past a free node";
    case HazardKind::BadTarget:
        return "moved to where it must not run while a good node was free";
    case HazardKind::RestartStorm:
        return "restarted or moved for ever";
    case HazardKind::LeftOff:
        return "left off though a node could run it";
    case HazardKind::EmptyDomain:
        return "no node of its restricted domain is left";
    case HazardKind::ExclusiveNowhere:
        return "exclusive services leave it no node";
    case HazardKind::DependencyDeadlock:
        return "services wait for each other for ever";
    case HazardKind::QuorumLost:
        return "one failure costs the others their quorum";
    case HazardKind::RunsTwice:
        return "one service runs on two nodes at once";
    case HazardKind::AllOnOneNode:
        return "a cold start puts everything on one node";
    }
    return "?";
}

std::string explanationText(const Cluster& cluster, const Hazard& hazard)
{
    const Words words(cluster, hazard);
    const std::string sentence = guardSentence(hazard.kind, words);
    return sentence.empty() ? placeSentence(hazard.kind, words) : sentence;
}

std::string remedyText(const Cluster& cluster, const FoundHazard& found)
{
    if (found.remedy) {
        const int left = found.remedy->hazardsLeft;
        const std::string rest = left == 0 ? "no hazard is left"
                                           : countText(static_cast<std::size_t>(left), "hazard") +
                                                 (left == 1 ? " is left" : " are left");
        return "With " + editText(cluster, found.remedy->edit) + " it does not happen any more; " +
               rest + '.';
    }
    if (found.editsTried == 0)
        return "No small change was tried.";
    return "None of the " + countText(static_cast<std::size_t>(found.editsTried), "small change") +
           " that were tried helps without doing other harm.";
}

std::string sequenceText(const Cluster& cluster, const std::vector<PlanEvent>& sequence)
{
    if (sequence.empty())
        return "a cold start";
    std::vector<std::string> parts;
    for (const PlanEvent& event : sequence)
        parts.push_back(eventText(cluster, event) + " at " + clockText(event.at));
    return joined(parts, ", then ");
}

std::vector<std::string> serviceNames(const Cluster& cluster,
                                      const std::vector<ServiceIndex>& services)
{
    std::vector<std::string> names;
    for (const ServiceIndex service : services)
        names.push_back(cluster.service(service).fullName);
    return names;
}

std::vector<std::string> nodeNames(const Cluster& cluster, const std::vector<NodeIndex>& nodes)
{
    std::vector<std::string> names;
    for (const NodeIndex node : nodes)
        names.push_back(cluster.node(node).name);
    return names;
}

} // namespace rgsim
