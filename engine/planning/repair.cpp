#include "planning/repair.h"

#include "analysis/snapshot.h"
#include "planning/base_scenario.h"
#include "planning/ordered_jobs.h"
#include "planning/placement_question.h"

#include <algorithm>
#include <set>
#include <utility>

namespace rgsim {

namespace {

using Edits = std::vector<FlipEdit>;

constexpr std::int64_t mostCombinations = 20'000;
constexpr std::int64_t fewestCombinations = 500;
constexpr std::int64_t mostTrials = 200'000; ///< of all combinations together, if that is enough
constexpr std::size_t mostOnTop = 64;        ///< edits of a repair that is put together one by one
constexpr std::size_t mostRepairs = 3;
constexpr int dearestFactor = 2;

int costOfAll(const Edits& edits)
{
    int cost = 0;
    for (const FlipEdit& edit : edits)
        cost += costOf(edit);
    return cost;
}

bool canAdd(const Edits& edits, const FlipEdit& more)
{
    return std::none_of(edits.begin(), edits.end(),
                        [&](const FlipEdit& edit) { return excludeEachOther(edit, more); });
}

bool hasAllOf(const Edits& edits, const Edits& fewer)
{
    return std::all_of(fewer.begin(), fewer.end(), [&](const FlipEdit& edit) {
        return std::find(edits.begin(), edits.end(), edit) != edits.end();
    });
}

struct Combinations {
    std::vector<Edits> all; ///< cheapest first, then fewest edits, then the order of the edits
    bool leavesOut = false;
};

// One edit more in each round, each combination in the order of its edits and so only once.
// None has more than @p longest edits; there are at most @p most of each length.
Combinations combinationsOf(const Edits& edits, int longest, std::size_t most)
{
    Combinations made;
    std::vector<std::pair<Edits, std::size_t>> round = {{{}, 0}};
    for (int size = 1; size <= longest; ++size) {
        std::vector<std::pair<Edits, std::size_t>> next;
        for (const auto& [fewer, from] : round) {
            for (std::size_t i = from; i < edits.size(); ++i) {
                if (!canAdd(fewer, edits[i]))
                    continue;
                made.leavesOut = made.leavesOut || next.size() == most;
                if (next.size() == most)
                    break;
                Edits more = fewer;
                more.push_back(edits[i]);
                next.emplace_back(std::move(more), i + 1);
            }
        }
        for (const auto& [combined, from] : next)
            made.all.push_back(combined);
        round = std::move(next);
    }
    std::stable_sort(made.all.begin(), made.all.end(),
                     [](const Edits& a, const Edits& b) { return costOfAll(a) < costOfAll(b); });
    return made;
}

constexpr SimDuration longAway = SimDuration::seconds(3600);

// What must be kept apart: the rules, or else what the guards say.
std::vector<Property> apartProperties(const Cluster& cluster)
{
    std::vector<Property> properties = keepApartProperties(cluster);
    if (!properties.empty())
        return properties;
    const std::vector<std::vector<ServiceIndex>> apart = mustStayApart(cluster);
    for (std::size_t i = 0; i < apart.size(); ++i) {
        const auto service = static_cast<ServiceIndex>(i);
        for (const ServiceIndex other : apart[i]) {
            if (service < other)
                properties.push_back({Property::Kind::NeverTogether, {service, other}, {}, 0});
        }
    }
    return properties;
}

std::vector<Property> propertiesOf(const Cluster& cluster, const std::vector<Hazard>& hazards)
{
    std::vector<Property> properties = apartProperties(cluster);
    if (!properties.empty())
        return properties;
    std::set<ServiceIndex> services;
    for (const Hazard& hazard : hazards)
        services.insert(hazard.services.begin(), hazard.services.end());
    for (const ServiceIndex service : services) {
        if (hasProcesses(cluster.service(service)))
            properties.push_back({Property::Kind::BackWithin, {service}, longAway, 0});
    }
    return properties;
}

class RepairSearch {
public:
    RepairSearch(const Scenario& scenario, const RepairOptions& options,
                 const RepairControl& control)
        : m_base(baseScenario(scenario)), m_options(options), m_control(control)
    {
        m_hazardOptions.failures = options.failures;
        m_hazardOptions.remedies = false;
    }
    RepairReport run();

private:
    bool isCancelled() const { return m_control.cancel != nullptr && *m_control.cancel; }
    Scenario repaired(const Edits& edits) const
    {
        Scenario changed = m_base;
        applyEdits(changed, edits);
        return changed;
    }
    void tellProgress(double done) const
    {
        if (m_control.progress)
            m_control.progress(done);
    }
    void findHazardsFirst();
    std::vector<Hazard> hazardsBefore() const;
    Edits editsAgainst(std::vector<Hazard> hazards) const;
    void tryAll();
    std::vector<Hazard> hazardsWith(const Edits& edits, std::size_t enough) const;
    bool take(const Edits& edits, std::vector<Hazard> left);
    void putOnTop();
    std::optional<Repair> bestOnTop(const Repair& below);
    Edits withoutNeedless(Edits edits) const;
    bool isWorthIt(const Edits& edits) const;
    std::optional<RepairProof> prove(const Edits& edits) const;

    const Scenario m_base;
    const RepairOptions& m_options;
    const RepairControl& m_control;
    HazardOptions m_hazardOptions;
    RepairReport m_report;
    std::int64_t m_trials = 0;       ///< of one search for hazards
    std::optional<Repair> m_nearest; ///< leaves the fewest hazards, or none and did not hold
};

void RepairSearch::findHazardsFirst()
{
    HazardOptions options = m_hazardOptions;
    options.threads = m_control.threads;
    options.progress = [this](double) { return !isCancelled(); };
    HazardReport found = findHazards(m_base, options);
    m_report.hazards = std::move(found.hazards);
    m_report.wasCutShort = found.wasCutShort;
    m_trials = found.trials;
}

std::vector<Hazard> RepairSearch::hazardsBefore() const
{
    std::vector<Hazard> hazards;
    for (const FoundHazard& found : m_report.hazards)
        hazards.push_back(found.hazard);
    return hazards;
}

// Cheapest first, so that too many leave out dear ones.
Edits RepairSearch::editsAgainst(std::vector<Hazard> hazards) const
{
    for (Hazard& hazard : hazards) // a node that an edit has added is none of the cluster's
        std::erase_if(hazard.nodes, [&](NodeIndex n) { return n >= m_base.cluster.nodeCount(); });
    Edits edits = repairEdits(m_base, hazards);
    std::stable_sort(edits.begin(), edits.end(),
                     [](const FlipEdit& a, const FlipEdit& b) { return costOf(a) < costOf(b); });
    return edits;
}

// As soon as there are @p enough, the rest does not matter.
std::vector<Hazard> RepairSearch::hazardsWith(const Edits& edits, std::size_t enough) const
{
    std::vector<Hazard> seen;
    allHazards(repaired(edits), m_hazardOptions, [&](const std::vector<Hazard>& found) {
        seen = found;
        return found.size() < enough && !isCancelled();
    });
    return seen;
}

std::optional<RepairProof> RepairSearch::prove(const Edits& edits) const
{
    const Scenario scenario = repaired(edits);
    const std::vector<Property> properties = propertiesOf(scenario.cluster, hazardsBefore());
    if (properties.empty())
        return std::nullopt;
    ExploreOptions options;
    options.depth = m_options.depth;
    while (options.depth > 0 && checkExplore(scenario, properties, options).hasErrors())
        --options.depth;
    if (checkExplore(scenario, properties, options).hasErrors())
        return std::nullopt;
    ExploreControl control;
    control.threads = m_control.threads;
    control.cancel = m_control.cancel;
    ExploreResult result = explore(scenario, properties, options, control);
    return RepairProof{properties, std::move(result), options.depth};
}

bool RepairSearch::isWorthIt(const Edits& edits) const
{
    return std::none_of(m_report.repairs.begin(), m_report.repairs.end(),
                        [&](const Repair& repair) { return hasAllOf(edits, repair.edits); });
}

// Returns whether to go on.
bool RepairSearch::take(const Edits& edits, std::vector<Hazard> left)
{
    const int cost = costOfAll(edits);
    if (!m_report.repairs.empty() && cost > dearestFactor * m_report.repairs.front().cost)
        return false;
    ++m_report.tried;
    const std::size_t fewest = m_nearest ? m_nearest->left.size() : m_report.hazards.size();
    if (left.size() < fewest && !left.empty()) // never once one left none and did not hold
        m_nearest = Repair{edits, cost, left, {}};
    if (!left.empty() || !isWorthIt(edits))
        return true;
    Repair repair{edits, cost, {}, prove(edits)};
    if (isCancelled())
        return false;
    if (repair.isHeld()) {
        m_report.repairs.push_back(std::move(repair));
    } else if (m_report.refuted++ == 0) {
        m_nearest = std::move(repair);
    }
    return m_report.repairs.size() < mostRepairs;
}

void RepairSearch::tryAll()
{
    const std::int64_t affordable = std::clamp(mostTrials / std::max<std::int64_t>(1, m_trials),
                                               fewestCombinations, mostCombinations);
    const Combinations combinations = combinationsOf(editsAgainst(hazardsBefore()), m_options.edits,
                                                     static_cast<std::size_t>(affordable));
    const auto count = static_cast<std::int64_t>(combinations.all.size());
    m_report.possible = count;
    m_report.leavesOut = combinations.leavesOut;
    const auto editsOf = [&](std::int64_t number) -> const Edits& {
        return combinations.all[static_cast<std::size_t>(number)];
    };
    const auto makeWorker =
        [&]() -> std::function<std::optional<std::vector<Hazard>>(std::int64_t)> {
        return [&](std::int64_t number) -> std::optional<std::vector<Hazard>> {
            std::vector<Hazard> left = hazardsWith(editsOf(number), m_report.hazards.size());
            if (isCancelled())
                return std::nullopt;
            return left;
        };
    };
    const auto take = [&](std::int64_t number, std::vector<Hazard>&& left) {
        tellProgress(static_cast<double>(number + 1) / static_cast<double>(count) / 2);
        return this->take(editsOf(number), std::move(left));
    };
    doInOrder<std::vector<Hazard>>(0, count, m_control.threads, makeWorker, take);
    m_report.wasCutShort = isCancelled();
}

// The one that leaves the fewest hazards, and of those the cheapest; nothing if none leaves fewer.
std::optional<Repair> RepairSearch::bestOnTop(const Repair& below)
{
    std::vector<Edits> all;
    for (const FlipEdit& edit : editsAgainst(below.left)) {
        if (!canAdd(below.edits, edit))
            continue;
        all.push_back(below.edits);
        all.back().push_back(edit);
    }
    std::optional<Repair> best;
    const auto take = [&](std::int64_t number, std::vector<Hazard>&& left) {
        ++m_report.triedOnTop;
        if (left.size() < (best ? best->left.size() : below.left.size())) {
            const Edits& edits = all[static_cast<std::size_t>(number)];
            best = Repair{edits, costOfAll(edits), std::move(left), {}};
        }
        return !best || !best->left.empty();
    };
    const auto makeWorker =
        [&]() -> std::function<std::optional<std::vector<Hazard>>(std::int64_t)> {
        return [&](std::int64_t number) -> std::optional<std::vector<Hazard>> {
            std::vector<Hazard> left =
                hazardsWith(all[static_cast<std::size_t>(number)], below.left.size());
            if (isCancelled())
                return std::nullopt;
            return left;
        };
    };
    doInOrder<std::vector<Hazard>>(0, static_cast<std::int64_t>(all.size()), m_control.threads,
                                   makeWorker, take);
    return best;
}

// Those that came first may have become needless by those on top of them; dear ones go first.
Edits RepairSearch::withoutNeedless(Edits edits) const
{
    Edits dearFirst = edits;
    std::stable_sort(dearFirst.begin(), dearFirst.end(),
                     [](const FlipEdit& a, const FlipEdit& b) { return costOf(a) > costOf(b); });
    for (const FlipEdit& edit : dearFirst) {
        Edits fewer = edits;
        std::erase(fewer, edit);
        if (hazardsWith(fewer, 1).empty() && !isCancelled())
            edits = std::move(fewer);
    }
    return edits;
}

// Edit by edit from what comes nearest: many hazards that have little to do with each other need
// more edits than can be tried in all combinations.
void RepairSearch::putOnTop()
{
    Repair repair = m_nearest ? *m_nearest : Repair{{}, 0, hazardsBefore(), {}};
    while (!repair.left.empty() && repair.edits.size() < mostOnTop) {
        std::optional<Repair> next = bestOnTop(repair);
        if (!next || isCancelled())
            break;
        repair = std::move(*next);
        m_nearest = repair;
        tellProgress(1.0 - static_cast<double>(repair.left.size()) /
                               static_cast<double>(m_report.hazards.size()) / 2);
    }
    m_report.wasCutShort = isCancelled();
    if (!repair.left.empty() || m_report.wasCutShort)
        return;
    repair.edits = withoutNeedless(std::move(repair.edits));
    repair.cost = costOfAll(repair.edits);
    repair.proof = prove(repair.edits);
    m_report.wasCutShort = isCancelled();
    m_nearest = repair;
    if (repair.isHeld())
        m_report.repairs.push_back(std::move(repair));
    else
        ++m_report.refuted;
}

RepairReport RepairSearch::run()
{
    findHazardsFirst();
    if (m_report.hazards.empty() || m_report.wasCutShort)
        return std::move(m_report);
    tryAll();
    const bool isHopeless = m_report.wasCutShort || m_report.refuted > 0 || !m_options.onTop;
    if (m_report.repairs.empty() && !isHopeless)
        putOnTop();
    m_report.isComplete = !m_report.repairs.empty();
    if (!m_report.isComplete && m_nearest) {
        if (!m_nearest->proof)
            m_nearest->proof = prove(m_nearest->edits);
        m_report.repairs.push_back(std::move(*m_nearest));
    }
    return std::move(m_report);
}

} // namespace

std::optional<Diagnostic> whatForbidsRepair(const Scenario& scenario, const RepairOptions& options)
{
    HazardOptions hazards;
    hazards.failures = options.failures;
    return whatForbidsHazards(scenario, hazards);
}

RepairReport findRepairs(const Scenario& scenario, const RepairOptions& options,
                         const RepairControl& control)
{
    return RepairSearch(scenario, options, control).run();
}

bool wasThereBefore(const RepairReport& report, const Hazard& hazard)
{
    return std::any_of(report.hazards.begin(), report.hazards.end(),
                       [&](const FoundHazard& found) { return found.hazard.isSameAs(hazard); });
}

} // namespace rgsim
