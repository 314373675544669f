#include "session/planning_case.h"

#include "cluster/thing_at_line.h"
#include "planning/repair_edits.h"
#include "report/run_report.h"

#include <algorithm>
#include <utility>

namespace rgsim::gui {

namespace {

const QString clusterMember = QStringLiteral("cluster");
/// The playhead goes to a moment before what there is to see.
constexpr SimDuration lead = SimDuration::seconds(5);

ScenarioDraft draftOf(Scenario scenario)
{
    return ScenarioDraft::of({std::move(scenario), {ClusterSource::Kind::Inline, {}, {}}});
}

} // namespace

// The cluster stays as the draft has it: edits of a cluster.conf are carried into its text.
ScenarioDraft caseDraft(const PlanningQuestion& question, const Scenario& shown)
{
    ScenarioDraft draft = draftOf(shown);
    draft.set(clusterMember, question.draft.value(clusterMember));
    return draft;
}

void openCase(Document& document, const PlanningQuestion& question, const Scenario& shown,
              const QString& name, SimTime at)
{
    document.fork(name, caseDraft(question, shown), SimTime());
    document.setPlayhead(at);
}

void playCase(Document& document, Playback& playback, const PlanningQuestion& question,
              const Scenario& shown, const QString& name, SimTime at, ServiceIndex service)
{
    openCase(document, question, shown, name, SimTime{std::max<std::int64_t>(0, at.ms - lead.ms)});
    if (service != noService)
        document.select(
            Selection::service(QString::fromStdString(shown.cluster.service(service).fullName)));
    playback.play();
}

void applyEdits(Document& document, const PlanningQuestion& question,
                const std::vector<FlipEdit>& edits, const QString& name)
{
    Scenario changed = *question.scenario;
    rgsim::applyEdits(changed, edits);
    const ScenarioDraft before = draftOf(*question.scenario);
    const ScenarioDraft after = draftOf(std::move(changed));
    document.setActiveBranch(BranchId::Main);
    document.edit(name, [&](ScenarioDraft& draft) {
        for (const char* member : {"cluster", "guard", "events"}) {
            const QString path = QLatin1String(member);
            if (after.value(path) != before.value(path))
                draft.set(path, after.value(path));
        }
    });
}

std::optional<Selection> thingInLine(const PlanningQuestion& question, int line)
{
    const std::optional<ConfiguredThing> thing = thingAtLine(question.scenario->cluster, line);
    if (!thing)
        return std::nullopt;
    const QString name = QString::fromStdString(thing->name);
    switch (thing->kind) {
    case ConfiguredThing::Kind::Node:
        return Selection::node(name);
    case ConfiguredThing::Kind::Service:
        return Selection::service(name);
    case ConfiguredThing::Kind::Domain:
        return Selection::domain(name);
    case ConfiguredThing::Kind::Resource:
        break;
    }
    return std::nullopt;
}

void goToLine(Document& document, const PlanningQuestion& question, int line)
{
    const std::optional<Selection> thing = thingInLine(question, line);
    if (!thing)
        return;
    document.setActiveBranch(BranchId::Main);
    document.select(*thing);
    const ScenarioDraft& draft = document.draft();
    const bool isNode = thing->kind == Selection::Kind::Node;
    const bool isService = thing->kind == Selection::Kind::Service;
    const QStringList names = isNode      ? draft.nodeNames()
                              : isService ? draft.serviceNames()
                                          : draft.domainNames();
    const QString list = isNode ? "nodes" : isService ? "services" : "domains";
    if (const qsizetype index = names.indexOf(thing->name); index >= 0)
        document.reveal(QStringLiteral("cluster.%1[%2]").arg(list).arg(index));
}

QStringList stepTexts(const Cluster& cluster, const std::vector<PlanEvent>& events)
{
    QStringList texts;
    for (const PlanEvent& event : events)
        texts << QString::fromStdString(clockText(event.at) + ' ' + eventText(cluster, event));
    return texts;
}

} // namespace rgsim::gui
