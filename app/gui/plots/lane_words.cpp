#include "plots/lane_words.h"

#include "analysis/pieces.h"
#include "report/mark_text.h"
#include "session/state_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace rgsim::gui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(LaneWords)

public:
    static QString clock(SimTime at) { return QString::fromStdString(clockText(at)); }
    static QString between(SimTime from, SimTime to)
    {
        return tr("%1 to %2").arg(clock(from), clock(to));
    }
    static QString nodes(const TimelineLanes& lanes, const NodeSet& set);
    static QString record(const TimelineLanes& lanes, const BeliefSegment& belief);
    static QString truth(const TimelineLanes& lanes, ServiceIndex service, SimTime at);
    static QStringList service(const TimelineLanes& lanes, ServiceIndex service, SimTime at);
    static QString nodeState(const TimelineLanes& lanes, NodeIndex node, SimTime at);
    static QStringList stays(const TimelineLanes& lanes, NodeIndex node, SimTime at);
    static QString events(const TimelineLanes& lanes, SimTime at);
    static QString markLine(const TimelineLanes& lanes, std::uint32_t mark);
};

bool holds(const std::vector<Stretch>& stretches, SimTime at)
{
    const auto after =
        std::upper_bound(stretches.begin(), stretches.end(), at,
                         [](SimTime time, const Stretch& stretch) { return time < stretch.from; });
    return after != stretches.begin() && (after - 1)->to > at;
}

QString Words::nodes(const TimelineLanes& lanes, const NodeSet& set)
{
    QStringList names;
    for (const NodeIndex node : set)
        names.append(lanes.nodeName(node));
    return names.join(QStringLiteral(", "));
}

QString Words::record(const TimelineLanes& lanes, const BeliefSegment& belief)
{
    if (!belief.exists)
        return tr("Record: none");
    QString state = stateWord(belief.state);
    if (belief.frozen)
        state = tr("%1, frozen").arg(state);
    const QString time = between(belief.from, belief.to);
    if (belief.owner == noNode)
        return tr("Record: %1 (%2)").arg(state, time);
    return tr("Record: %1 on %2 (%3)").arg(state, lanes.nodeName(belief.owner), time);
}

QString Words::truth(const TimelineLanes& lanes, ServiceIndex index, SimTime at)
{
    const ServiceTimeline& service = lanes.timeline().services[static_cast<std::size_t>(index)];
    if (!lanes.knowsTruth())
        return tr("Really: unknown, as a log has records only");
    if (!service.hasProcesses)
        return tr("Really: nothing in it can run");
    const TruthSegment& truth = segmentAt(service.truth, at);
    const QString time = between(truth.from, truth.to);
    if (truth.runsOn.empty() && truth.partlyOn.empty())
        return tr("Really: runs nowhere (%1)").arg(time);
    if (truth.partlyOn.empty())
        return tr("Really: runs on %1 (%2)").arg(nodes(lanes, truth.runsOn), time);
    const QString partly = nodes(lanes, truth.partlyOn);
    if (truth.runsOn.empty())
        return tr("Really: runs in part on %1 (%2)").arg(partly, time);
    return tr("Really: runs on %1, and in part on %2 (%3)")
        .arg(nodes(lanes, truth.runsOn), partly, time);
}

QStringList Words::service(const TimelineLanes& lanes, ServiceIndex index, SimTime at)
{
    const ServiceTimeline& service = lanes.timeline().services[static_cast<std::size_t>(index)];
    QStringList lines{record(lanes, segmentAt(service.belief, at)), truth(lanes, index, at)};
    if (holds(lanes.phantoms(index), at))
        lines.append(tr("Phantom: the record says started, but it does not run there"));
    if (holds(lanes.violations(index), at))
        lines.append(tr("Runs beside a service that it must be kept apart from"));
    return lines;
}

QString Words::nodeState(const TimelineLanes& lanes, NodeIndex node, SimTime at)
{
    const NodeSegment& segment =
        segmentAt(lanes.timeline().nodes[static_cast<std::size_t>(node)], at);
    const QString time = between(segment.from, segment.to);
    switch (segment.state) {
    case NodeState::Off:
        return tr("Off (%1)").arg(time);
    case NodeState::Lost:
        return tr("Dead, but not yet declared down (%1)").arg(time);
    case NodeState::Up:
        return tr("Up (%1)").arg(time);
    case NodeState::Isolated:
        return tr("Runs, but is cut off (%1)").arg(time);
    case NodeState::Idle:
        return tr("Runs without a manager (%1)").arg(time);
    }
    return {};
}

QStringList Words::stays(const TimelineLanes& lanes, NodeIndex node, SimTime at)
{
    constexpr qsizetype most = 12;
    QStringList lines;
    for (const std::vector<Stay>& row : lanes.stays(node)) {
        const auto after =
            std::upper_bound(row.begin(), row.end(), at,
                             [](SimTime time, const Stay& stay) { return time < stay.from; });
        if (after == row.begin() || (after - 1)->to <= at)
            continue;
        const Stay& stay = *(after - 1);
        const QString name = QString::fromStdString(lanes.cluster().service(stay.service).fullName);
        if (!stay.runs)
            lines.append(tr("%1: by record only, it does not run here").arg(name));
        else if (!stay.isWhole)
            lines.append(tr("%1 runs in part").arg(name));
        else if (!stay.isRecorded)
            lines.append(tr("%1 runs, but no record says started here").arg(name));
        else
            lines.append(tr("%1 runs").arg(name));
    }
    if (lines.isEmpty())
        return {tr("No services")};
    if (lines.size() > most) {
        const qsizetype more = lines.size() - most;
        lines.resize(most);
        lines.append(tr("and %n more", nullptr, static_cast<int>(more)));
    }
    return lines;
}

QString Words::markLine(const TimelineLanes& lanes, std::uint32_t index)
{
    const Mark& mark = lanes.timeline().marks[index];
    return tr("%1: %2").arg(
        clock(mark.at), QString::fromStdString(markText(lanes.cluster(), mark, lanes.events())));
}

QString Words::events(const TimelineLanes& lanes, SimTime at)
{
    const auto faults = lanes.marks(0, MarkKind::Fault);
    const auto after =
        std::upper_bound(faults.begin(), faults.end(), at,
                         [](SimTime time, const MarkSpot& spot) { return time < spot.at; });
    return after == faults.begin() ? tr("Nothing yet")
                                   : tr("Last: %1").arg(markLine(lanes, (after - 1)->mark));
}

} // namespace

QString laneText(const TimelineLanes& lanes, int lane, SimTime at)
{
    const Lane& what = lanes.lanes()[static_cast<std::size_t>(lane)];
    const auto node = static_cast<NodeIndex>(what.index);
    QStringList lines{Words::tr("%1 at %2").arg(what.name, Words::clock(at))};
    switch (what.kind) {
    case Lane::Kind::Events:
        lines += Words::events(lanes, at);
        break;
    case Lane::Kind::Node:
        lines += Words::nodeState(lanes, node, at);
        break;
    case Lane::Kind::Host:
        lines += Words::nodeState(lanes, node, at);
        lines += Words::stays(lanes, node, at);
        break;
    case Lane::Kind::Service:
        lines += Words::service(lanes, what.index, at);
        break;
    }
    return lines.join(QLatin1Char('\n'));
}

QString markSentence(const TimelineLanes& lanes, std::uint32_t mark, std::size_t count)
{
    const QString line = Words::markLine(lanes, mark);
    if (count < 2)
        return line;
    return line + QLatin1Char('\n') +
           Words::tr("and %n more of this kind; zoom in to see them", nullptr,
                     static_cast<int>(count - 1));
}

} // namespace rgsim::gui
