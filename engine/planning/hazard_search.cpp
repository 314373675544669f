#include "planning/hazard_search.h"

#include "planning/base_scenario.h"
#include "planning/failure_sequences.h"
#include "planning/hazard_checks.h"
#include "planning/repair_edits.h"

#include <algorithm>
#include <string>
#include <utility>

namespace rgsim {

namespace {

constexpr std::int64_t mostTrials = 200'000;

struct JudgedTrial {
    Trial trial;
    std::vector<Hazard> hazards;
    std::vector<std::vector<PlanEvent>> next;
};

// Calls @p visit for every trial, in order; stops, and returns false, when it does.
bool forEachTrial(const Scenario& base, const HazardOptions& options,
                  const std::function<bool(const JudgedTrial&)>& visit)
{
    const auto judge = [&base](const std::vector<PlanEvent>& events, bool isLast) {
        JudgedTrial judged{makeTrial(base, events), {}, {}};
        judged.hazards = hazardsOf(judged.trial);
        if (!isLast)
            judged.next = longerSequences(judged.trial);
        return judged;
    };
    return tryLevels<std::vector<PlanEvent>, JudgedTrial>(
        {}, options.failures, options.threads, judge,
        [&](JudgedTrial&& judged) { return visit(judged); });
}

bool shows(const std::vector<Hazard>& hazards, const Hazard& wanted)
{
    return std::any_of(hazards.begin(), hazards.end(),
                       [&](const Hazard& hazard) { return hazard.isSameAs(wanted); });
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
    found.fingerprint = shortest.fingerprint;
    return found;
}

struct TriedEdit {
    FlipEdit edit;
    std::vector<Hazard> hazards;
};

// An edit is tried once and looked up for further hazards.
class Remedies {
public:
    Remedies(const Scenario& base, const HazardOptions& options) : m_base(base), m_options(options)
    {
    }

    /// Returns false when @p goOn did, and it was ended early.
    bool seek(FoundHazard& found, const std::vector<FoundHazard>& known,
              const std::function<bool()>& goOn)
    {
        for (const FlipEdit& edit : smallEditsAgainst(m_base.cluster, found.hazard)) {
            const TriedEdit* tried = tryOut(edit, goOn);
            if (tried == nullptr)
                return false;
            ++found.editsTried;
            if (shows(tried->hazards, found.hazard) ||
                bringsNew(tried->hazards, found.hazard, known))
                continue;
            found.remedy = Remedy{edit, static_cast<int>(tried->hazards.size())};
            break;
        }
        return true;
    }

private:
    const TriedEdit* tryOut(const FlipEdit& edit, const std::function<bool()>& goOn)
    {
        const auto known = std::find_if(m_tried.begin(), m_tried.end(),
                                        [&](const TriedEdit& t) { return t.edit == edit; });
        if (known != m_tried.end())
            return &*known;
        Scenario changed = m_base;
        applyEdits(changed, {edit});
        std::optional<std::vector<Hazard>> hazards =
            allHazards(changed, m_options, [&](const std::vector<Hazard>&) { return goOn(); });
        if (!hazards)
            return nullptr;
        m_tried.push_back({edit, std::move(*hazards)});
        return &m_tried.back();
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
    const HazardOptions& m_options;
    std::vector<TriedEdit> m_tried;
};

} // namespace

std::optional<Diagnostic> whatForbidsHazards(const Scenario& scenario, const HazardOptions& options)
{
    Diagnostic diagnostic;
    if (scenario.cluster.processing == Processing::Central) {
        diagnostic.what = "hazards are not looked for in clusters with central processing";
        diagnostic.remedy = "set central_processing=\"0\"";
        return diagnostic;
    }
    return tooManySequences(scenario.cluster, options.failures, mostTrials,
                            "ask for fewer failures, or take a part of the cluster");
}

std::optional<std::vector<Hazard>>
allHazards(const Scenario& base, const HazardOptions& options,
           const std::function<bool(const std::vector<Hazard>&)>& goOn)
{
    std::vector<Hazard> all;
    const bool finished = forEachTrial(base, options, [&](const JudgedTrial& judged) {
        for (const Hazard& hazard : judged.hazards) {
            if (!shows(all, hazard))
                all.push_back(hazard);
        }
        return goOn(all);
    });
    if (!finished)
        return std::nullopt;
    return all;
}

HazardReport findHazards(const Scenario& scenario, const HazardOptions& options)
{
    const Scenario base = baseScenario(scenario);
    HazardReport report;
    // Trying remedies takes about as long as finding: it is the second half of the work.
    const double share = options.remedies ? 0.5 : 1.0;
    double done = 0.0;
    const auto goOn = [&] { return !options.progress || options.progress(std::min(done, 1.0)); };
    const auto expected = static_cast<double>(sequenceCount(base.cluster, options.failures));
    const bool finished = forEachTrial(base, options, [&](const JudgedTrial& judged) {
        ++report.trials;
        for (const Hazard& hazard : judged.hazards) {
            const bool isKnown = std::any_of(
                report.hazards.begin(), report.hazards.end(),
                [&](const FoundHazard& found) { return found.hazard.isSameAs(hazard); });
            if (!isKnown)
                report.hazards.push_back(foundIn(base, judged.trial, hazard));
        }
        done = share * static_cast<double>(report.trials) / expected;
        return goOn();
    });
    report.wasCutShort = !finished;
    if (!options.remedies || !finished)
        return report;
    Remedies remedies(base, options);
    for (std::size_t i = 0; i < report.hazards.size() && !report.wasCutShort; ++i) {
        done = 0.5 + 0.5 * static_cast<double>(i) / static_cast<double>(report.hazards.size());
        report.wasCutShort = !remedies.seek(report.hazards[i], report.hazards, goOn);
    }
    return report;
}

} // namespace rgsim
