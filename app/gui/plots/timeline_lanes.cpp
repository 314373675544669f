#include "plots/timeline_lanes.h"

#include "analysis/pieces.h"

#include <QCoreApplication>

#include <algorithm>
#include <queue>
#include <set>

namespace rgsim::gui {

namespace {

// Continues the last stretch where it can.
void append(std::vector<Stretch>& stretches, SimTime from, SimTime to, bool isMuted = false)
{
    if (!stretches.empty() && stretches.back().to >= from && stretches.back().isMuted == isMuted)
        stretches.back().to = std::max(stretches.back().to, to);
    else
        stretches.push_back({from, to, isMuted});
}

bool wasAlwaysUp(const std::vector<NodeSegment>& segments)
{
    return segments.size() == 1 && segments.front().state == NodeState::Up;
}

} // namespace

TimelineLanes::TimelineLanes(const RunPtr& run, Order order, const LaneFilter& filter)
    : TimelineLanes(
          {run, &run->cluster(), &run->timeline, &run->summary, &run->scenario().plan, true}, order,
          filter)
{
}

TimelineLanes::TimelineLanes(LaneSource source, Order order, const LaneFilter& filter)
    : m_source(std::move(source)), m_order(order), m_laneOfNode(cluster().nodes.size(), -1),
      m_laneOfService(cluster().services.size(), -1), m_services(cluster().services.size()),
      m_stays(cluster().nodes.size())
{
    if (m_source.plan != nullptr)
        m_events = eventsInOrder(*m_source.plan);
    for (const std::string& name : shortNodeNames(cluster()))
        m_nodeNames.push_back(QString::fromStdString(name));
    compare();
    collectViolations();
    if (m_order == Order::Nodes)
        collectStays(filter);
    addLanes(filter);
    sortMarks();
}

void TimelineLanes::addLanes(const LaneFilter& filter)
{
    m_lanes.push_back(
        {Lane::Kind::Events, -1, QCoreApplication::translate("TimelineLanes", "Events"), 0});
    addNodes(filter);
    addServices(filter);
}

void TimelineLanes::addNodes(const LaneFilter& filter)
{
    const bool isHost = m_order == Order::Nodes;
    for (std::size_t i = 0; i < cluster().nodes.size(); ++i) {
        const bool isQuiet = !isHost && wasAlwaysUp(timeline().nodes[i]);
        if (!filter.shows(cluster().nodes[i]) || (filter.hidesQuietNodes && isQuiet)) {
            ++m_hidden;
            continue;
        }
        m_laneOfNode[i] = static_cast<int>(m_lanes.size());
        m_lanes.push_back({isHost ? Lane::Kind::Host : Lane::Kind::Node, static_cast<int>(i),
                           QString::fromStdString(cluster().nodes[i].name),
                           static_cast<int>(m_stays[i].size())});
    }
}

void TimelineLanes::addServices(const LaneFilter& filter)
{
    for (std::size_t i = 0; i < cluster().services.size(); ++i) {
        const Service& service = cluster().services[i];
        if (!filter.shows(service)) {
            ++m_hidden;
        } else if (m_order == Order::Services) {
            m_laneOfService[i] = static_cast<int>(m_lanes.size());
            m_lanes.push_back({Lane::Kind::Service, static_cast<int>(i),
                               QString::fromStdString(service.fullName), 0});
        }
    }
}

void TimelineLanes::compare()
{
    const SimTime begin = m_source.summary->from;
    for (std::size_t i = 0; i < m_services.size(); ++i) {
        const ServiceTimeline& service = timeline().services[i];
        if (!service.hasProcesses)
            continue;
        forEachPiece(service, {}, timeline().end, [&](const Piece& piece) {
            if (piece.isPhantom()) { // each by itself, if they are of different records
                if (piece.belief.from == piece.from)
                    m_services[i].phantoms.push_back({piece.from, piece.to});
                else
                    append(m_services[i].phantoms, piece.from, piece.to);
            }
            const bool isDisabled =
                piece.belief.exists && piece.belief.state == ServiceState::Disabled;
            if (piece.truth.runsOn.empty() && piece.to > begin)
                append(m_services[i].downtime, std::max(piece.from, begin), piece.to, isDisabled);
        });
    }
}

void TimelineLanes::collectViolations()
{
    std::vector<const KeepApartViolation*> all;
    for (const KeepApartViolation& violation : m_source.summary->violations)
        all.push_back(&violation);
    std::stable_sort(all.begin(), all.end(),
                     [](const auto* a, const auto* b) { return a->from < b->from; });
    for (const KeepApartViolation* violation : all) {
        for (const ServiceIndex service : violation->services)
            append(m_services[static_cast<std::size_t>(service)].violations, violation->from,
                   violation->to);
    }
}

void TimelineLanes::collectStays(const LaneFilter& filter)
{
    std::vector<std::vector<Stay>> byNode(m_stays.size());
    for (std::size_t i = 0; i < m_services.size(); ++i) {
        const auto service = static_cast<ServiceIndex>(i);
        if (!filter.shows(cluster().service(service)))
            continue;
        forEachPiece(timeline().services[i], {}, timeline().end, [&](const Piece& piece) {
            NodeSet nodes = piece.truth.runsOn | piece.truth.partlyOn;
            const bool isStarted = piece.belief.isStarted();
            if (isStarted)
                nodes.insert(piece.belief.owner);
            for (const NodeIndex node : nodes) {
                const bool isWhole = piece.truth.runsOn.contains(node);
                const Stay stay{piece.from, piece.to,
                                service,    isWhole || piece.truth.partlyOn.contains(node),
                                isWhole,    isStarted && piece.belief.owner == node};
                std::vector<Stay>& stays = byNode[static_cast<std::size_t>(node)];
                Stay* last = stays.empty() ? nullptr : &stays.back();
                if (last && last->service == service && last->to == stay.from &&
                    last->runs == stay.runs && last->isWhole == stay.isWhole &&
                    last->isRecorded == stay.isRecorded)
                    last->to = stay.to;
                else
                    stays.push_back(stay);
            }
        });
    }
    for (std::size_t node = 0; node < byNode.size(); ++node)
        packStays(static_cast<NodeIndex>(node), std::move(byNode[node]));
}

// Each goes into its service's row if that is free, else into the topmost free one.
void TimelineLanes::packStays(NodeIndex node, std::vector<Stay> stays)
{
    std::stable_sort(stays.begin(), stays.end(),
                     [](const Stay& a, const Stay& b) { return a.from < b.from; });
    using Busy = std::pair<SimTime, std::size_t>;
    std::priority_queue<Busy, std::vector<Busy>, std::greater<>> busy;
    std::set<std::size_t> free;
    std::vector<std::size_t> rowOf(m_services.size(), SIZE_MAX);
    std::vector<std::vector<Stay>>& rows = m_stays[static_cast<std::size_t>(node)];
    for (const Stay& stay : stays) {
        for (; !busy.empty() && busy.top().first <= stay.from; busy.pop())
            free.insert(busy.top().second);
        std::size_t& row = rowOf[static_cast<std::size_t>(stay.service)];
        if (!free.contains(row))
            row = free.empty() ? rows.size() : *free.begin();
        free.erase(row);
        if (row == rows.size())
            rows.emplace_back();
        rows[row].push_back(stay);
        busy.emplace(stay.to, row);
    }
}

template <typename Visit>
void TimelineLanes::forEachMarkOnLane(Visit visit) const
{
    const std::vector<Mark>& marks = timeline().marks;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const Mark& mark = marks[i];
        const bool isFault = mark.kind == MarkKind::Fault;
        const bool isAboutService = mark.service != noService && m_order == Order::Services;
        const int lane = isAboutService ? laneOfService(mark.service) : laneOfNode(mark.node);
        if (lane >= 0)
            visit(lane, i, mark);
        const bool isHomeless = !isAboutService && mark.node == noNode;
        if (isFault || isHomeless)
            visit(0, i, mark);
    }
}

// Counted first, then put where they belong: marks are in order of time already.
void TimelineLanes::sortMarks()
{
    m_spotsBegin.assign(m_lanes.size() * markKinds + 1, 0);
    const auto slotOf = [](int lane, const Mark& mark) {
        return static_cast<std::size_t>(lane) * markKinds + static_cast<std::size_t>(mark.kind);
    };
    forEachMarkOnLane(
        [&](int lane, std::size_t, const Mark& mark) { ++m_spotsBegin[slotOf(lane, mark) + 1]; });
    for (std::size_t i = 1; i < m_spotsBegin.size(); ++i)
        m_spotsBegin[i] += m_spotsBegin[i - 1];
    std::vector<std::uint32_t> next = m_spotsBegin;
    m_spots.resize(m_spotsBegin.back());
    forEachMarkOnLane([&](int lane, std::size_t i, const Mark& mark) {
        m_spots[next[slotOf(lane, mark)]++] = {mark.at, static_cast<std::uint32_t>(i)};
    });
}

std::span<const MarkSpot> TimelineLanes::marks(int lane, MarkKind kind) const
{
    const std::size_t slot =
        static_cast<std::size_t>(lane) * markKinds + static_cast<std::size_t>(kind);
    return std::span(m_spots).subspan(m_spotsBegin[slot],
                                      m_spotsBegin[slot + 1] - m_spotsBegin[slot]);
}

int TimelineLanes::laneOfNode(NodeIndex node) const
{
    return node == noNode ? -1 : m_laneOfNode[static_cast<std::size_t>(node)];
}

int TimelineLanes::laneOfService(ServiceIndex service) const
{
    return service == noService ? -1 : m_laneOfService[static_cast<std::size_t>(service)];
}

int TimelineLanes::laneOf(const QString& name) const
{
    const std::string text = name.toStdString();
    const int lane = laneOfService(cluster().serviceByName(text));
    return lane >= 0 ? lane : laneOfNode(cluster().nodeByName(text));
}

const std::vector<Stretch>& TimelineLanes::phantoms(ServiceIndex service) const
{
    return m_services[static_cast<std::size_t>(service)].phantoms;
}

const std::vector<Stretch>& TimelineLanes::violations(ServiceIndex service) const
{
    return m_services[static_cast<std::size_t>(service)].violations;
}

const std::vector<Stretch>& TimelineLanes::downtime(ServiceIndex service) const
{
    return m_services[static_cast<std::size_t>(service)].downtime;
}

const std::vector<std::vector<Stay>>& TimelineLanes::stays(NodeIndex node) const
{
    return m_stays[static_cast<std::size_t>(node)];
}

} // namespace rgsim::gui
