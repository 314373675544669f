#include "planning/hazard_search.h"

#include "planning/base_scenario.h"
#include "planning/failures.h"
#include "planning/hazard_checks.h"

#include <algorithm>
#include <string>
#include <utility>

namespace rgsim {

namespace {

constexpr std::int64_t mostTrials = 200'000;

// The sequences of failures of one length after the other, each trial handed out once.
class Sequences {
public:
    Sequences(const Scenario& base, int failures) : m_base(base), m_failures(failures) {}

    /// Calls @p visit for every trial; stops when it returns false.
    template <typename Visit>
    bool forEach(Visit visit)
    {
        std::vector<Trial> level;
        level.push_back(makeTrial(m_base, {}));
        if (!visit(level.front()))
            return false;
        for (int length = 1; length <= m_failures; ++length) {
            std::vector<Trial> next;
            for (const Trial& trial : level) {
                if (!followUp(trial, length < m_failures ? &next : nullptr, visit))
                    return false;
            }
            level = std::move(next);
        }
        return true;
    }

private:
    template <typename Visit>
    bool followUp(const Trial& trial, std::vector<Trial>* next, Visit& visit)
    {
        for (PlanEvent event : possibleFailures(m_base.cluster, trial.state)) {
            event.at = nextStrike(trial.settled);
            std::vector<PlanEvent> events = trial.events;
            events.push_back(std::move(event));
            Trial longer = makeTrial(m_base, std::move(events));
            if (!visit(longer))
                return false;
            if (next == nullptr)
                continue;
            longer.rows.clear(); // only where it settled is needed any more
            longer.timeline = Timeline{};
            longer.verdicts.clear();
            next->push_back(std::move(longer));
        }
        return true;
    }

    const Scenario& m_base;
    int m_failures;
};

bool shows(const std::vector<Hazard>& hazards, const Hazard& wanted)
{
    return std::any_of(hazards.begin(), hazards.end(),
                       [&](const Hazard& hazard) { return hazard.isSameAs(wanted); });
}

std::uint64_t fingerprintOf(const Scenario& scenario)
{
    Simulation simulation(scenario);
    simulation.run();
    return simulation.fingerprint();
}

// Leaves out every event without which the hazard shows all the same.
Trial shortened(const Scenario& base, Trial trial, Hazard& hazard)
{
    for (std::size_t i = 0; trial.events.size() > 1 && i < trial.events.size();) {
        std::vector<PlanEvent> fewer = trial.events;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        Trial shorter = makeTrial(base, std::move(fewer));
        const std::vector<Hazard> hazards = hazardsOf(shorter);
        const auto same = std::find_if(hazards.begin(), hazards.end(),
                                       [&](const Hazard& other) { return other.isSameAs(hazard); });
        if (same == hazards.end()) {
            ++i;
            continue;
        }
        hazard = *same;
        trial = std::move(shorter);
    }
    return trial;
}

FoundHazard foundIn(const Scenario& base, const Trial& trial, const Hazard& seen)
{
    FoundHazard found;
    found.hazard = seen;
    const Trial shortest = shortened(base, trial, found.hazard);
    found.scenario = shortest.scenario;
    found.sequence = shortest.events;
    found.fingerprint = fingerprintOf(*found.scenario);
    return found;
}

// Every edit that may help against any of these hazards: those of its services, or of all.
std::vector<FlipEdit> editsFor(const Cluster& cluster, const Hazard& hazard)
{
    std::vector<FlipEdit> edits;
    for (const ServiceIndex service : hazard.services) {
        for (const FlipEdit& edit :
             smallEdits(cluster, service, hazard.nodes.empty() ? noNode : hazard.nodes.front())) {
            const bool isReal = edit.kind != FlipEditKind::GuardForm ||
                                edit.value != static_cast<int>(GuardMode::Exact);
            if (isReal && std::find(edits.begin(), edits.end(), edit) == edits.end())
                edits.push_back(edit);
        }
    }
    return edits;
}

// The hazards of a changed cluster, each once.
std::vector<Hazard> hazardsWith(const Scenario& base, const FlipEdit& edit, int failures)
{
    Scenario changed = base;
    applyEdit(changed.cluster, edit);
    std::vector<Hazard> all;
    Sequences(changed, failures).forEach([&all](const Trial& trial) {
        for (const Hazard& hazard : hazardsOf(trial)) {
            if (!shows(all, hazard))
                all.push_back(hazard);
        }
        return true;
    });
    return all;
}

struct TriedEdit {
    FlipEdit edit;
    std::vector<Hazard> hazards;
};

// An edit is tried once and looked up for further hazards.
class Remedies {
public:
    Remedies(const Scenario& base, int failures) : m_base(base), m_failures(failures) {}

    void seek(FoundHazard& found, const std::vector<FoundHazard>& known)
    {
        for (const FlipEdit& edit : editsFor(m_base.cluster, found.hazard)) {
            const TriedEdit& tried = tryOut(edit);
            ++found.editsTried;
            if (shows(tried.hazards, found.hazard) || bringsNew(tried.hazards, found.hazard, known))
                continue;
            found.remedy = Remedy{edit, static_cast<int>(tried.hazards.size())};
            return;
        }
    }

private:
    const TriedEdit& tryOut(const FlipEdit& edit)
    {
        const auto known = std::find_if(m_tried.begin(), m_tried.end(),
                                        [&](const TriedEdit& t) { return t.edit == edit; });
        if (known != m_tried.end())
            return *known;
        m_tried.push_back({edit, hazardsWith(m_base, edit, m_failures)});
        return m_tried.back();
    }
    // A lasting trouble may be exchanged for a passing one, but not for another lasting one.
    static bool bringsNew(const std::vector<Hazard>& hazards, const Hazard& removed,
                          const std::vector<FoundHazard>& known)
    {
        return std::any_of(hazards.begin(), hazards.end(), [&](const Hazard& hazard) {
            const bool isNew =
                std::none_of(known.begin(), known.end(), [&](const FoundHazard& found) {
                    return found.hazard.isSameAs(hazard);
                });
            return isNew && (hazard.forGood || !removed.forGood);
        });
    }

    const Scenario& m_base;
    int m_failures;
    std::vector<TriedEdit> m_tried;
};

} // namespace

std::int64_t hazardTrials(const Scenario& scenario, int failures)
{
    const auto single = static_cast<std::int64_t>(singleFailures(scenario.cluster).size());
    std::int64_t trials = 1;
    std::int64_t level = 1;
    for (int i = 0; i < failures && trials <= mostTrials; ++i) {
        level *= single;
        trials += level;
    }
    return trials;
}

std::optional<Diagnostic> whatForbidsHazards(const Scenario& scenario, const HazardOptions& options)
{
    Diagnostic diagnostic;
    if (scenario.cluster.processing == Processing::Central) {
        diagnostic.what = "hazards are not looked for in clusters with central processing";
        diagnostic.remedy = "set central_processing=\"0\"";
        return diagnostic;
    }
    if (hazardTrials(scenario, options.failures) > mostTrials) {
        diagnostic.what = "there are more than " + std::to_string(mostTrials) +
                          " sequences of up to " + std::to_string(options.failures) + " failures";
        diagnostic.remedy = "ask for fewer failures, or take a part of the cluster";
        return diagnostic;
    }
    return std::nullopt;
}

HazardReport findHazards(const Scenario& scenario, const HazardOptions& options)
{
    const Scenario base = baseScenario(scenario);
    HazardReport report;
    const auto expected = static_cast<double>(hazardTrials(base, options.failures));
    const bool finished = Sequences(base, options.failures).forEach([&](const Trial& trial) {
        ++report.trials;
        for (const Hazard& hazard : hazardsOf(trial)) {
            const bool isKnown = std::any_of(
                report.hazards.begin(), report.hazards.end(),
                [&](const FoundHazard& found) { return found.hazard.isSameAs(hazard); });
            if (!isKnown)
                report.hazards.push_back(foundIn(base, trial, hazard));
        }
        return !options.progress || options.progress(static_cast<double>(report.trials) / expected);
    });
    report.wasCutShort = !finished;
    if (options.remedies && finished) {
        Remedies remedies(base, options.failures);
        for (FoundHazard& found : report.hazards)
            remedies.seek(found, report.hazards);
    }
    return report;
}

} // namespace rgsim
