// From one state of an exploration to the next: which failures and recoveries are possible there,
// where each leads, and at which instants the next one can strike. Keeps nothing between two calls.
#pragma once

#include "planning/explore.h"
#include "planning/influence.h"
#include "planning/order_search.h"
#include "planning/property_watch.h"
#include "planning/state_key.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace rgsim {

/// What is known of the cluster before anything strikes, for all threads.
struct ExploreGround {
    ExploreGround(const Scenario& base, const std::vector<Property>& properties,
                  const ExploreOptions& options, bool dropServices);

    Scenario base; ///< services that make no difference do not start
    ExploreOptions options;
    WatchedProperties watched;
    std::vector<bool> counts;      ///< by service: it may make a difference
    std::vector<NodeIndex> like;   ///< by node: see likeNodes()
    std::vector<PlanEvent> begins; ///< the base's own events
    SimDuration grain;
    SimDuration cycle;
    bool isAligned = false; ///< all strikes lie at the same phase of the cycle
};

/// An instant at which something can strike, in a state that is named by the key.
struct StrikePoint {
    StateKey key;
    SimTime at;
};

/// What has happened, and in which order if simultaneous things did not come as usual.
struct ExplorePath {
    std::vector<PlanEvent> events;
    std::vector<OrderPick> order;
};

/// Where one failure or recovery leads.
struct Successor {
    PlanEvent event;
    std::vector<OrderPick> order; ///< with that of the path to it
    Rest rest = Rest::NotReached;
    std::optional<PropertyBreach> breach;
    std::vector<StrikePoint> points; ///< unless it was the last step
};

struct Expansion {
    std::vector<Successor> successors;
    std::int64_t possible = 0; ///< the events without folding, more if they led to several states
    std::int64_t orders = 0;   ///< see ExploreResult
    std::int64_t likeOrders = 0;
    bool isComplete = true; ///< false: there were too many orders
};

class Expander {
public:
    explicit Expander(const ExploreGround& ground);

    /// Where the cold start leads; none of the successors has an event.
    Expansion begin(bool isLast);
    /// Everything that can strike at @p at after @p path has happened.
    Expansion expand(const ExplorePath& path, SimTime at, bool isLast);

private:
    std::vector<PlanEvent> eventsOf(const SimulationState& state, std::int64_t& possible) const;
    std::vector<PlanEvent> withBegin(const std::vector<PlanEvent>& path) const;
    void follow(const StruckState& struck, const PlanEvent& event, std::size_t steps, bool isLast,
                Expansion& expansion);
    void followInOrder(const StruckState& struck, const PlanEvent& event, std::size_t steps,
                       bool isLast, Expansion& expansion);
    void findPoints(const SimulationState& state, const PropertyWatch& watch, SimTime from,
                    SimTime settled, std::size_t steps, std::vector<StrikePoint>& points);
    StateKey keyAt(const PropertyWatch& watch, SimTime strike) const;

    const ExploreGround& m_ground;
    Simulation m_simulation;
    SimulationState m_cold;
};

} // namespace rgsim
