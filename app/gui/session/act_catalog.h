// Everything that can be done to a cluster at an instant, by what it is done to: all faults and
// administrator's requests that the engine knows. It offers and names them; what they lead to is
// the engine's business, and carrying them out the document's.
#pragma once

#include "session/document.h"
#include "world/fault_plan.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <variant>
#include <vector>

namespace rgsim::gui {

using ActWhat = std::variant<PlanEvent, ScriptFault, FenceFault>;

struct Act {
    QStringList path; ///< of submenus, the item's own text last
    QString title;    ///< the whole of it: "Crash node1 at 00:02:30"
    ActWhat what;
    QString whyNot; ///< why it would do nothing now; empty: it can be done

    bool isEnabled() const { return whyNot.isEmpty(); }
};

using Acts = std::vector<Act>;

/// What acts are offered for.
struct ActContext {
    std::shared_ptr<const Scenario> scenario; ///< null: nothing can be done
    RunPtr run;                               ///< of that scenario; null while it is not there yet
    SimTime at;
    NodeIndex via = noNode; ///< where requests are typed; noNode: where the service is
    QString whyNone;        ///< why nothing can be done

    const Cluster& cluster() const { return scenario->cluster; }
};

/// At the playhead of the active branch.
ActContext contextOf(const Document& document, NodeIndex via = noNode);

Acts actsOnNode(const ActContext& context, NodeIndex node);
/// An administrator's requests.
Acts actsOnService(const ActContext& context, ServiceIndex service);
/// Death and misbehaving scripts of one resource, on any node and on @p here.
Acts actsOnResource(const ActContext& context, ResourceIndex resource, NodeIndex here = noNode);
Acts actsOnCluster(const ActContext& context);

/// Those of the service's tree that have a script, each once.
std::vector<ResourceIndex> resourcesOf(const Service& service);

/// "relocate to @p target", or "migrate", as dragging does it.
Act moveAct(const ActContext& context, ServiceIndex service, NodeIndex target, bool isMigration);

/// What an administrator would type: "on node1: clusvcadm -r …"; empty: nobody can type it.
QString commandOf(const ActContext& context, const Act& act);
/// The same as an option of rgsim; empty: there is none.
QString optionOf(const ActContext& context, const Act& act);

/// @p scenario with the act behind what is there.
Scenario withAct(const Scenario& scenario, const Act& act);
/// Adds it to the active branch's plan; undoable.
void carryOut(Document& document, const Act& act);

} // namespace rgsim::gui
