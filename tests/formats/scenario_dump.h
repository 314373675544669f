// Everything in a scenario that means something, as text: for comparing scenarios in tests. Lines
// of files are left out, since they differ between equal scenarios.
#pragma once

#include "simulation/scenario.h"

#include <QByteArray>
#include <QTextStream>

namespace rgsim::test {

inline void dumpTree(QTextStream& out, const Cluster& cluster, const ResourceTree& tree)
{
    for (const TreeNode& node : tree.nodes) {
        out << "  node " << node.parent << ' ' << node.depth << ' ' << node.type->name.c_str();
        if (node.resource != noResource)
            out << ' ' << cluster.resource(node.resource).fullName().c_str();
        out << " independent " << node.independentSubtree << " failures " << node.maxFailures << '/'
            << node.failureExpireTime.ms << " times " << node.times.start.ms << ' '
            << node.times.stop.ms << ' ' << node.times.status.ms << " guarded " << node.isGuarded;
        for (const auto& [name, value] : node.attributes)
            out << ' ' << name.c_str() << '=' << value.c_str();
        for (const StatusAction& check : node.checks)
            out << " check " << check.depth << '/' << check.interval.ms;
        out << '\n';
    }
    for (const int at : tree.startOrder)
        out << " start " << at;
    for (const int at : tree.stopOrder)
        out << " stop " << at;
    out << '\n';
}

inline void dumpService(QTextStream& out, const Cluster& cluster, const Service& s)
{
    out << s.fullName.c_str() << " domain " << s.domainName.c_str() << s.domain << " recovery "
        << static_cast<int>(s.recovery) << ' ' << s.maxRestarts << ' '
        << (s.restartExpireTime.ms < 0 ? -1 : s.restartExpireTime.ms) << " exclusive "
        << s.exclusive << " autostart " << s.autostart << " depend " << s.dependName.c_str()
        << s.depend << s.softDependency << " priority " << s.priority << " guarded " << s.isGuarded;
    for (const std::string& collision : s.collisions)
        out << " not with " << collision.c_str();
    out << '\n';
    dumpTree(out, cluster, s.tree);
}

inline void dumpCluster(QTextStream& out, const Cluster& c)
{
    out << "cluster " << c.name.c_str() << " expected " << c.expectedVotes << " two " << c.twoNode
        << " poll " << c.statusPollInterval.ms << " token " << c.tokenTimeout.ms << " guard "
        << static_cast<int>(c.guardMode) << c.hardenedGuardFails << " processing "
        << static_cast<int>(c.processing) << '\n';
    for (const Node& n : c.nodes)
        out << "node " << n.name.c_str() << ' ' << n.id << ' ' << n.votes << ' '
            << n.fenceMethod.c_str() << ' ' << n.fencingTime.ms << ' ' << n.bootTime.ms << ' '
            << n.rejoinsAfterFencing << '\n';
    for (const FailoverDomain& d : c.domains) {
        out << "domain " << d.name.c_str() << ' ' << d.ordered << d.restricted << d.nofailback;
        for (const DomainMember& member : d.members)
            out << ' ' << member.node << '/' << member.priority;
        out << '\n';
    }
    for (const Service& service : c.services)
        dumpService(out, c, service);
    for (const Dependency& dependency : c.dependencies) {
        out << "dependency " << dependency.service.c_str();
        for (const DependencyTarget& target : dependency.targets)
            out << ' ' << target.service.c_str() << '/' << target.require.c_str() << '/'
                << target.colocate.c_str();
        out << '\n';
    }
    for (const KeepApartRule& rule : c.keepApart) {
        out << "apart";
        for (const ServiceIndex service : rule.services)
            out << ' ' << service;
        out << '\n';
    }
}

inline void dumpGroups(QTextStream& out, const Scenario& scenario)
{
    for (const BalancedGroup& group : scenario.groups) {
        out << "group " << group.name.c_str() << " needs " << group.needs << " check "
            << group.healthCheck.ms << " switch " << group.switchTime.ms;
        for (const ServiceIndex service : group.services)
            out << ' ' << service;
        out << '\n';
    }
}

inline void dumpProperties(QTextStream& out, const Scenario& scenario)
{
    for (const Property& property : scenario.properties)
        out << "property " << propertyText(scenario.cluster, property).c_str() << '\n';
}

inline void dumpDistribution(QTextStream& out, const Distribution& d)
{
    out << " (" << static_cast<int>(d.kind) << ' ' << d.mean.ms << ' ' << d.shape << ')';
}

inline void dumpPlan(QTextStream& out, const Cluster& cluster, const FaultPlan& plan)
{
    const auto resource = [&cluster](ResourceIndex i) {
        return i == noResource ? std::string("-") : cluster.resource(i).fullName();
    };
    for (const PlanEvent& e : plan.events) {
        out << "event " << e.at.ms << ' ' << static_cast<int>(e.kind) << ' ' << e.node << ' '
            << resource(e.resource).c_str() << ' ' << e.service << ' '
            << static_cast<int>(e.request) << ' ' << e.target;
        for (const NodeIndex node : e.nodes)
            out << " +" << node;
        out << '\n';
    }
    for (const ScriptFault& f : plan.scriptFaults)
        out << "fault " << static_cast<int>(f.kind) << ' ' << resource(f.resource).c_str() << ' '
            << static_cast<int>(f.op) << ' ' << f.node << ' ' << f.from.ms << ' ' << f.to.ms << ' '
            << f.extra.ms << ' ' << f.flapPeriod.ms << '\n';
    for (const FenceFault& f : plan.fenceFaults)
        out << "fence " << f.node << ' ' << f.from.ms << ' ' << f.to.ms << '\n';
    for (const FailureRate& r : plan.rates) {
        out << "rate " << r.node << ' ' << r.service;
        dumpDistribution(out, r.timeToFailure);
        if (r.service == noService)
            dumpDistribution(out, r.timeToRepair);
        out << '\n';
    }
}

inline void dumpStart(QTextStream& out, const StartState& start)
{
    out << "start";
    for (const NodeStart node : start.nodes)
        out << ' ' << static_cast<int>(node);
    out << '\n';
    for (const ServiceRecord& r : start.records)
        out << "record " << r.exists << ' ' << static_cast<int>(r.state) << ' ' << r.frozen << ' '
            << r.hasChanged << ' ' << r.owner << ' ' << r.lastOwner << ' ' << r.restarts << ' '
            << r.transition.ms << '\n';
    for (const auto& [service, places] : start.runsOn) {
        out << "runs " << service;
        for (const NodeIndex node : places)
            out << ' ' << node;
        out << '\n';
    }
}

inline QByteArray dump(const Scenario& scenario)
{
    QByteArray text;
    QTextStream out(&text);
    out << scenario.name.c_str() << '|' << scenario.title.c_str() << '|' << scenario.about.c_str()
        << '|' << scenario.topic.c_str() << '|' << static_cast<int>(scenario.arbitration) << '|'
        << scenario.seed << '|' << scenario.until.ms << '\n';
    for (const LessonStep& step : scenario.lesson) {
        out << "step " << step.at.ms << ' ' << step.text.c_str() << '|' << step.question.c_str()
            << '|' << step.answer << '|' << step.explanation.c_str();
        for (const std::string& name : step.highlight)
            out << " highlight " << name.c_str();
        for (const std::string& choice : step.choices)
            out << " choice " << choice.c_str();
        out << '\n';
    }
    dumpCluster(out, scenario.cluster);
    if (scenario.start)
        dumpStart(out, *scenario.start);
    dumpGroups(out, scenario);
    dumpProperties(out, scenario);
    dumpPlan(out, scenario.cluster, scenario.plan);
    out.flush();
    return text;
}

} // namespace rgsim::test
