#include "session/act_catalog.h"

#include "analysis/timeline_at.h"
#include "report/action_text.h"
#include "report/run_report.h"
#include "session/state_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rgsim::gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ActCatalog)
};

QString text(const std::string& string)
{
    return QString::fromStdString(string);
}

// Collects acts of one thing.
class ActMaker {
public:
    explicit ActMaker(const ActContext& context) : m_context(context) {}

    void add(QStringList path, ActWhat what, const QString& whyNot = {})
    {
        Act act;
        act.path = std::move(path);
        std::visit([&](const auto& it) { act.title = text(actionTitle(m_context.cluster(), it)); },
                   what);
        act.what = std::move(what);
        act.whyNot = m_context.whyNone.isEmpty() ? whyNot : m_context.whyNone;
        m_acts.push_back(std::move(act));
    }
    Acts take() { return std::move(m_acts); }

    PlanEvent event(PlanKind kind, NodeIndex node = noNode) const
    {
        PlanEvent event;
        event.at = m_context.at;
        event.kind = kind;
        event.node = node;
        return event;
    }
    std::optional<NodeState> stateOf(NodeIndex node) const
    {
        if (!m_context.run)
            return std::nullopt;
        return nodeStateAt(m_context.run->timeline, node, m_context.at);
    }
    bool isDown(NodeIndex node) const
    {
        return stateOf(node) == NodeState::Off || stateOf(node) == NodeState::Lost;
    }
    QString nodeName(NodeIndex node) const { return m_names[node]; }
    const ActContext& context() const { return m_context; }

    void addFenceFaults(const QString& menu, NodeIndex node);
    void addScriptFaults(ResourceIndex resource, ScriptOp op, const QStringList& path,
                         NodeIndex node);
    void addDeath(ResourceIndex resource, const QStringList& path);

private:
    const ActContext& m_context;
    QStringList m_names = shortNodeNameList(m_context.cluster());
    Acts m_acts;
};

struct Window {
    QString name;
    SimTime to;
};

std::vector<Window> windowsFrom(SimTime at)
{
    return {{Words::tr("for 30 s"), at + SimDuration::seconds(30)},
            {Words::tr("for 5 min"), at + SimDuration::seconds(300)},
            {Words::tr("for good"), SimTime::never()}};
}

void ActMaker::addFenceFaults(const QString& menu, NodeIndex node)
{
    for (const Window& window : windowsFrom(m_context.at))
        add({menu, window.name}, FenceFault{node, m_context.at, window.to, 0});
}

void ActMaker::addScriptFaults(ResourceIndex resource, ScriptOp op, const QStringList& path,
                               NodeIndex node)
{
    ScriptFault fault;
    fault.resource = resource;
    fault.op = op;
    fault.node = node;
    fault.from = m_context.at;
    const QString fails =
        op == ScriptOp::MigrateRefused ? Words::tr("is refused") : Words::tr("fails");
    for (const Window& window : windowsFrom(m_context.at)) {
        fault.kind = ScriptFaultKind::Fails;
        fault.to = window.to;
        add(path + QStringList{fails, window.name}, fault);
        if (op == ScriptOp::MigrateRefused) // a refusal takes no time
            continue;
        // A hanging script needs an end: nobody waits longer than the run lasts.
        fault.kind = ScriptFaultKind::Hangs;
        if (window.to == SimTime::never())
            fault.to = std::max(m_context.scenario->until, m_context.at) + SimDuration::seconds(1);
        add(path + QStringList{Words::tr("hangs"), window.name}, fault);
        fault.kind = ScriptFaultKind::Slow;
        fault.to = window.to;
        for (const int seconds : {20, 120}) {
            fault.extra = SimDuration::seconds(seconds);
            const QString slow = Words::tr("takes %1 longer").arg(text(spanText(fault.extra)));
            add(path + QStringList{slow, window.name}, fault);
        }
        fault.extra = {};
    }
    fault.kind = ScriptFaultKind::Fails;
    fault.to = SimTime::never();
    fault.flapPeriod = SimDuration::seconds(60);
    add(path + QStringList{fails, Words::tr("on and off, every minute")}, fault);
}

void ActMaker::addDeath(ResourceIndex resource, const QStringList& path)
{
    bool mayRun = !m_context.run;
    for (ServiceIndex i = 0; m_context.run && i < m_context.cluster().serviceCount(); ++i) {
        const std::vector<ResourceIndex> used = resourcesOf(m_context.cluster().service(i));
        if (std::find(used.begin(), used.end(), resource) == used.end())
            continue;
        const TruthSegment& truth =
            truthAt(m_context.run->timeline.services[static_cast<std::size_t>(i)], m_context.at);
        mayRun = mayRun || !truth.runsOn.empty() || !truth.partlyOn.empty();
    }
    PlanEvent dies = event(PlanKind::ProcessDies);
    dies.resource = resource;
    add(path, dies, mayRun ? QString() : Words::tr("it does not run"));
}

QString opName(ScriptOp op)
{
    switch (op) {
    case ScriptOp::Start:
        return Words::tr("Start");
    case ScriptOp::Stop:
        return Words::tr("Stop");
    case ScriptOp::Status:
        return Words::tr("Status check");
    case ScriptOp::Recover:
        return Words::tr("Recovery");
    case ScriptOp::Migrate:
    case ScriptOp::MigrateRefused: // the path goes on with "is refused"
        return Words::tr("Migration (not simulated)");
    }
    return {};
}

const ResourceType* typeOf(const Cluster& cluster, ResourceIndex resource)
{
    return cluster.types->find(cluster.resource(resource).type);
}

std::vector<ScriptOp> opsOf(const Cluster& cluster, ResourceIndex resource)
{
    const ResourceType* type = typeOf(cluster, resource);
    std::vector<ScriptOp> ops{ScriptOp::Start, ScriptOp::Stop, ScriptOp::Status};
    if (type != nullptr && type->canRecover)
        ops.push_back(ScriptOp::Recover);
    if (type != nullptr && type->canMigrate)
        ops.insert(ops.end(), {ScriptOp::Migrate, ScriptOp::MigrateRefused});
    return ops;
}

// Where clusvcadm is typed if nobody says where: at the service, else on the first node that is up.
NodeIndex viaFor(const ActContext& context, ServiceIndex service)
{
    if (context.via != noNode || !context.run)
        return std::max(context.via, NodeIndex{0});
    const auto isUp = [&](NodeIndex node) {
        return node != noNode &&
               nodeStateAt(context.run->timeline, node, context.at) == NodeState::Up;
    };
    const BeliefSegment& belief =
        beliefAt(context.run->timeline.services[static_cast<std::size_t>(service)], context.at);
    if (belief.exists && isUp(belief.owner))
        return belief.owner;
    for (NodeIndex node = 0; node < context.cluster().nodeCount(); ++node) {
        if (isUp(node))
            return node;
    }
    return 0;
}

// Why nobody can type a request now.
QString whyNoRequest(const ActContext& context, NodeIndex via)
{
    if (!context.run)
        return {};
    const NodeState state = nodeStateAt(context.run->timeline, via, context.at);
    if (state == NodeState::Up || state == NodeState::Isolated)
        return {};
    return Words::tr("rgmanager does not run on %1").arg(text(context.cluster().node(via).name));
}

PlanEvent requestEvent(const ActContext& context, AdminRequest request, ServiceIndex service,
                       NodeIndex target)
{
    PlanEvent event;
    event.at = context.at;
    event.kind = PlanKind::Admin;
    event.node = viaFor(context, service);
    event.service = service;
    event.request = request;
    event.target = target;
    return event;
}

void addTargets(ActMaker& maker, const QString& menu, AdminRequest request, ServiceIndex service,
                bool needsTarget)
{
    const ActContext& context = maker.context();
    const QString whyNot = whyNoRequest(context, viaFor(context, service));
    if (!needsTarget)
        maker.add({menu, Words::tr("wherever is best")},
                  requestEvent(context, request, service, noNode), whyNot);
    for (NodeIndex node = 0; node < context.cluster().nodeCount(); ++node)
        maker.add({menu, maker.nodeName(node)}, requestEvent(context, request, service, node),
                  whyNot);
}

void addWander(ActMaker& maker, ServiceIndex service)
{
    const ActContext& context = maker.context();
    for (NodeIndex node = 0; node < context.cluster().nodeCount(); ++node) {
        PlanEvent wander = maker.event(PlanKind::Wander, node);
        wander.service = service;
        QString whyNot;
        if (context.run) {
            const TruthSegment& truth = truthAt(
                context.run->timeline.services[static_cast<std::size_t>(service)], context.at);
            if (truth.runsOn.contains(node))
                whyNot = Words::tr("it runs there");
            else if (truth.runsOn.empty())
                whyNot = Words::tr("it does not run");
            else if (maker.isDown(node))
                whyNot = Words::tr("%1 is off").arg(maker.nodeName(node));
        }
        maker.add({Words::tr("Move by hand (not simulated) to"), maker.nodeName(node)}, wander,
                  whyNot);
    }
}

} // namespace

ActContext contextOf(const Document& document, NodeIndex via)
{
    const Branch& branch = document.active();
    ActContext context;
    context.scenario = branch.scenario;
    context.at = document.playhead();
    context.via = via;
    if (branch.run && branch.run->run.sharedScenario() == branch.scenario)
        context.run = branch.run;
    if (branch.isBroken())
        context.whyNone = Words::tr("the scenario has errors; mend them first");
    return context;
}

std::vector<ResourceIndex> resourcesOf(const Service& service)
{
    std::vector<ResourceIndex> resources;
    for (const TreeNode& node : service.tree.nodes) {
        if (node.resource != noResource &&
            std::find(resources.begin(), resources.end(), node.resource) == resources.end())
            resources.push_back(node.resource);
    }
    return resources;
}

Acts actsOnNode(const ActContext& context, NodeIndex node)
{
    ActMaker maker(context);
    const bool isDown = maker.isDown(node);
    const QString isOff = isDown ? Words::tr("it is off") : QString();
    PlanEvent boot = maker.event(PlanKind::Boot);
    boot.nodes = {node};
    maker.add({Words::tr("Boot at once")}, boot,
              !context.run || isDown ? QString() : Words::tr("it runs"));
    maker.add({Words::tr("Crash")}, maker.event(PlanKind::Crash, node), isOff);
    maker.add({Words::tr("Power cycle")}, maker.event(PlanKind::PowerCycle, node));
    const auto state = maker.stateOf(node);
    const bool hasManager = state == NodeState::Up || state == NodeState::Isolated;
    maker.add({Words::tr("Stop rgmanager and cman in order")}, maker.event(PlanKind::Leave, node),
              !state || hasManager ? QString() : Words::tr("rgmanager does not run"));
    PlanEvent isolate = maker.event(PlanKind::Isolate);
    isolate.nodes = {node};
    maker.add({Words::tr("Cut off from the network")}, isolate,
              state == NodeState::Isolated ? Words::tr("it is cut off") : QString());
    maker.addFenceFaults(Words::tr("Fencing it fails"), node);
    return maker.take();
}

Acts actsOnService(const ActContext& context, ServiceIndex service)
{
    ActMaker maker(context);
    const QString whyNot = whyNoRequest(context, viaFor(context, service));
    const auto request = [&](const QString& name, AdminRequest which) {
        maker.add({name}, requestEvent(context, which, service, noNode), whyNot);
    };
    addTargets(maker, Words::tr("Relocate to"), AdminRequest::Relocate, service, false);
    const bool isMachine = context.cluster().service(service).type == "vm";
    if (isMachine) {
        addTargets(maker, Words::tr("Migrate (not simulated) to"), AdminRequest::Migrate, service,
                   true);
        addWander(maker, service);
    }
    addTargets(maker, Words::tr("Enable on"), AdminRequest::Enable, service, false);
    request(Words::tr("Disable"), AdminRequest::Disable);
    request(Words::tr("Stop"), AdminRequest::Stop);
    request(Words::tr("Restart"), AdminRequest::Restart);
    request(Words::tr("Freeze"), AdminRequest::Freeze);
    request(Words::tr("Unfreeze"), AdminRequest::Unfreeze);
    return maker.take();
}

Acts actsOnResource(const ActContext& context, ResourceIndex resource, NodeIndex here)
{
    ActMaker maker(context);
    maker.addDeath(resource, {Words::tr("Dies")});
    for (const ScriptOp op : opsOf(context.cluster(), resource)) {
        maker.addScriptFaults(resource, op, {opName(op)}, noNode);
        if (here != noNode)
            maker.addScriptFaults(resource, op,
                                  {opName(op), Words::tr("on %1 only").arg(maker.nodeName(here))},
                                  here);
    }
    return maker.take();
}

Acts actsOnCluster(const ActContext& context)
{
    ActMaker maker(context);
    PlanEvent boot = maker.event(PlanKind::Boot);
    bool isAnyCutOff = !context.run;
    for (NodeIndex node = 0; node < context.cluster().nodeCount(); ++node) {
        if (!context.run || maker.isDown(node))
            boot.nodes.push_back(node);
        isAnyCutOff = isAnyCutOff || maker.stateOf(node) == NodeState::Isolated;
    }
    const bool allRun = boot.nodes.empty();
    for (NodeIndex node = 0; allRun && node < context.cluster().nodeCount(); ++node)
        boot.nodes.push_back(node); // still to be shown, with the reason
    maker.add({Words::tr("Boot all that are off")}, boot,
              allRun ? Words::tr("all run") : QString());
    PlanEvent split = maker.event(PlanKind::Isolate);
    for (auto node = static_cast<NodeIndex>((context.cluster().nodeCount() + 1) / 2);
         node < context.cluster().nodeCount(); ++node)
        split.nodes.push_back(node);
    if (split.nodes.size() > 1) // of one node it is the node's act
        maker.add({Words::tr("Split the network in two halves")}, split);
    maker.add({Words::tr("Heal the network")}, maker.event(PlanKind::Heal),
              isAnyCutOff ? QString() : Words::tr("no node is cut off"));
    maker.addFenceFaults(Words::tr("All fencing fails"), noNode);
    return maker.take();
}

Act moveAct(const ActContext& context, ServiceIndex service, NodeIndex target, bool isMigration)
{
    ActMaker maker(context);
    const AdminRequest request = isMigration ? AdminRequest::Migrate : AdminRequest::Relocate;
    maker.add({maker.nodeName(target)}, requestEvent(context, request, service, target),
              whyNoRequest(context, viaFor(context, service)));
    return maker.take().front();
}

QString commandOf(const ActContext& context, const Act& act)
{
    const auto* event = std::get_if<PlanEvent>(&act.what);
    if (event == nullptr)
        return {};
    const AdministratorCommand command = administratorCommand(context.cluster(), *event);
    if (command.text.empty() || command.typedOn.empty())
        return text(command.text);
    QStringList nodes;
    for (const NodeIndex node : command.typedOn)
        nodes << text(context.cluster().node(node).name);
    return Words::tr("%1   (on %2)", "a command and where it is typed")
        .arg(text(command.text), nodes.join(", "));
}

QString optionOf(const ActContext& context, const Act& act)
{
    QString option;
    const auto take = [&](const auto& what) {
        if (const auto found = rgsimOption(context.cluster(), what))
            option = text(found->shellText());
    };
    std::visit(take, act.what);
    return option;
}

Scenario withAct(const Scenario& scenario, const Act& act)
{
    Scenario result = scenario;
    struct Adder {
        FaultPlan& plan;
        void operator()(const PlanEvent& event) const { plan.events.push_back(event); }
        void operator()(const ScriptFault& fault) const { plan.scriptFaults.push_back(fault); }
        void operator()(const FenceFault& fault) const { plan.fenceFaults.push_back(fault); }
    };
    std::visit(Adder{result.plan}, act.what);
    return result;
}

void carryOut(Document& document, const Act& act)
{
    std::visit([&](const auto& what) { document.act(act.title, what); }, act.what);
}

} // namespace rgsim::gui
