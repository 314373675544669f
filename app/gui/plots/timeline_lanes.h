// The lanes of one run, or of a log, as the timeline shows them: which there are, what is marked on
// each, and where records and truth disagree. Built once for a run and never changed; it holds no
// pixels.
#pragma once

#include "plots/lane_filter.h"
#include "session/run_result.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace rgsim::gui {

struct Stretch {
    SimTime from;
    SimTime to;
    bool isMuted = false; ///< nobody wanted it otherwise: downtime of a disabled service
};

/// A service on a node: really, by record, or both.
struct Stay {
    SimTime from;
    SimTime to;
    ServiceIndex service = noService;
    bool runs = false;
    bool isWhole = false;    ///< it runs there with all of its resources
    bool isRecorded = false; ///< the record says it was started there
};

struct MarkSpot {
    SimTime at;
    std::uint32_t mark = 0; ///< position in Timeline::marks
};

struct Lane {
    enum class Kind {
        Events,  ///< what the scenario did
        Node,    ///< its state only
        Service, ///< record above truth
        Host,    ///< a node's state and what is on it
    };
    Kind kind = Kind::Events;
    int index = -1; ///< of the node or service
    QString name;
    int rows = 0; ///< Host: of stays
};

/// What lanes are made of. The owner keeps the rest alive.
struct LaneSource {
    std::shared_ptr<const void> owner;
    const Cluster* cluster = nullptr;
    const Timeline* timeline = nullptr;
    const Summary* summary = nullptr;
    const FaultPlan* plan = nullptr; ///< null: none is known
    bool knowsTruth = true;          ///< false: there are only records, as in a log
};

class TimelineLanes {
public:
    enum class Order { Services, Nodes };

    TimelineLanes(const RunPtr& run, Order order, const LaneFilter& filter);
    TimelineLanes(LaneSource source, Order order, const LaneFilter& filter);

    const Timeline& timeline() const { return *m_source.timeline; }
    const Cluster& cluster() const { return *m_source.cluster; }
    bool knowsTruth() const { return m_source.knowsTruth; }
    Order order() const { return m_order; }
    const std::vector<Lane>& lanes() const { return m_lanes; }
    /// Position in lanes(), or -1.
    int laneOfNode(NodeIndex node) const;
    int laneOfService(ServiceIndex service) const;
    int laneOf(const QString& name) const;
    /// How many nodes and services the filter leaves out.
    int hiddenCount() const { return m_hidden; }
    /// Short where that is clear.
    const QString& nodeName(NodeIndex node) const
    {
        return m_nodeNames[static_cast<std::size_t>(node)];
    }
    const std::vector<PlanEvent>& events() const { return m_events; }

    /// Of one kind on one lane, in order of time.
    std::span<const MarkSpot> marks(int lane, MarkKind kind) const;

    // In order of time and apart from each other.
    const std::vector<Stretch>& phantoms(ServiceIndex service) const;
    const std::vector<Stretch>& violations(ServiceIndex service) const;
    const std::vector<Stretch>& downtime(ServiceIndex service) const;
    /// What is on a node, in rows of stays that do not overlap. Order::Nodes only.
    const std::vector<std::vector<Stay>>& stays(NodeIndex node) const;

    static constexpr std::size_t markKinds = static_cast<std::size_t>(MarkKind::Wandered) + 1;

private:
    struct OfService {
        std::vector<Stretch> phantoms;
        std::vector<Stretch> violations;
        std::vector<Stretch> downtime;
    };

    void addLanes(const LaneFilter& filter);
    void addNodes(const LaneFilter& filter);
    void addServices(const LaneFilter& filter);
    void compare();
    void collectViolations();
    void collectStays(const LaneFilter& filter);
    void packStays(NodeIndex node, std::vector<Stay> stays);
    void sortMarks();
    template <typename Visit>
    void forEachMarkOnLane(Visit visit) const;

    LaneSource m_source;
    Order m_order;
    int m_hidden = 0;
    std::vector<Lane> m_lanes;
    std::vector<int> m_laneOfNode;
    std::vector<int> m_laneOfService;
    std::vector<QString> m_nodeNames;
    std::vector<PlanEvent> m_events;
    std::vector<OfService> m_services;
    std::vector<std::vector<std::vector<Stay>>> m_stays;
    std::vector<MarkSpot> m_spots;           ///< by lane, kind and time
    std::vector<std::uint32_t> m_spotsBegin; ///< by lane and kind, and one behind the last
};

} // namespace rgsim::gui
