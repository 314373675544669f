// Every sequence of up to so many failures and recoveries of a cluster, shortest first, until one
// breaks a property. The answer does not depend on the number of threads. Finds; explains nothing.
#pragma once

#include "base/diagnostic.h"
#include "planning/property_watch.h"
#include "simulation/scenario.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace rgsim {

struct ExploreOptions {
    int depth = 2;       ///< 0: the cold start alone
    bool phases = false; ///< strike at every instant that makes a difference, recoveries included
    bool orders = false; ///< also every order of what happens at the same instant
    bool folding = true; ///< leave out what cannot make a difference
    std::int64_t memory = std::int64_t{2} << 30; ///< bytes for what is remembered
};

/// How far an exploration is.
struct ExploreProgress {
    int level = 0;             ///< the length of the sequences that are tried now
    std::int64_t done = 0;     ///< states of this level that have been gone on from
    std::int64_t of = 0;       ///< how many it has
    std::int64_t states = 0;   ///< of all levels so far, see ExploreResult
    std::int64_t possible = 0; ///< likewise

    double foldedShare() const;
};

/// How an exploration is carried out; makes no difference to its result.
struct ExploreControl {
    int threads = 1;
    const std::atomic<bool>* cancel = nullptr; ///< may be set from elsewhere; null: never
    std::function<void(const ExploreProgress&)> progress; ///< null: nobody wants to know
};

enum class ExploreEnd : std::uint8_t {
    Holds,       ///< no sequence of up to `depth` steps breaks a property
    Violated,    ///< `events` is a shortest sequence that does
    Cancelled,   ///< all sequences of up to `completeDepth` steps hold
    OutOfMemory, ///< likewise
};

struct ExploreResult {
    ExploreEnd end = ExploreEnd::Holds;
    int completeDepth = -1;     ///< no sequence of up to so many steps breaks a property
    std::int64_t states = 0;    ///< runs that were made: each leads to a state
    std::int64_t possible = 0;  ///< how many there would have been without folding, as far as known
    std::int64_t unsettled = 0; ///< of them, those that neither rested nor circled within an hour
    std::int64_t droppedServices = 0; ///< those that can make no difference
    std::int64_t orders = 0;          ///< times that something came first that usually does not
    std::int64_t likeOrders = 0;      ///< of them, those that led to nothing new
    std::vector<PlanEvent> events;
    std::vector<OrderPick> order; ///< in which simultaneous things of them happen
    PropertyBreach breach;        ///< when they happen as in `events` and `order`

    /// The part of all possible steps that did not have to be taken.
    double foldedShare() const;
};

/// The groups of the cluster's keep-apart rules as properties.
std::vector<Property> keepApartProperties(const Cluster& cluster);

/// What is looked for unless somebody asks for something else: the scenario's properties, then its
/// keep-apart groups that are not among them.
std::vector<Property> ownProperties(const Scenario& scenario);

/// What keeps the question from being answered: no property, one about services without processes,
/// more states than fit into the memory. Errors say what to change. @p base: see baseScenario().
Diagnostics checkExplore(const Scenario& base, const std::vector<Property>& properties,
                         const ExploreOptions& options);

/// For a question without errors.
ExploreResult explore(const Scenario& base, const std::vector<Property>& properties,
                      const ExploreOptions& options, const ExploreControl& control);

} // namespace rgsim
