#include "deploy/guard_trial.h"

#include <algorithm>
#include <memory>

namespace rgsim {

namespace {

class Trial {
public:
    Trial(const SandboxScript& script, const GuardTrialOptions& options)
        : m_script(script), m_options(options)
    {
    }

    Diagnostics open()
    {
        Diagnostics problems;
        const int count = std::clamp(m_options.processes, 1, 16);
        while (static_cast<int>(m_harnesses.size()) < count) {
            auto harness = ScriptHarness::open({m_script}, m_options.isOurs);
            problems.append(harness.diagnostics);
            if (!harness.ok())
                break;
            m_harnesses.push_back(std::move(*harness));
        }
        return problems;
    }

    GuardTrialReport run()
    {
        GuardStateMaker maker(m_options.seed, "guard trial");
        RandomStream chance(m_options.seed, "guard trial, settings");
        while (m_report.states < m_options.states) {
            std::vector<GuardState> states;
            const int left = m_options.states - m_report.states;
            for (int i = 0; i < std::min(left, static_cast<int>(m_harnesses.size())); ++i) {
                states.push_back(maker.make());
                states.back().config.prog = m_script.name;
                states.back().config.enabled = chance.below(20) != 0;
                states.back().failsInsteadOfLying =
                    m_options.form == GuardMode::Hardened && chance.below(2) == 0;
            }
            askAll(states);
        }
        for (GuardTrialDifference& difference : m_report.differences)
            shrink(difference);
        return std::move(m_report);
    }

private:
    /// One state for each harness, all at a time.
    void askAll(const std::vector<GuardState>& states)
    {
        for (std::size_t i = 0; i < states.size(); ++i)
            m_harnesses[i]->begin(questionOf(states[i]));
        for (std::size_t i = 0; i < states.size(); ++i) {
            const GuardVerdict verdict = verdictOf(states[i]);
            m_report.refused += verdict.refuses ? 1 : 0;
            ++m_report.states;
            judge(states[i], verdict, m_harnesses[i]->finish());
        }
        if (m_options.onAnswer)
            m_options.onAnswer(m_report.states);
    }

    ScriptQuestion questionOf(const GuardState& state) const
    {
        return {0, state.hostname, state.view,
                settingsFor(state.config, m_options.form, state.failsInsteadOfLying)};
    }

    GuardVerdict verdictOf(const GuardState& state) const
    {
        return guardVerdict(m_options.form, state.config, state.view, state.hostname,
                            state.failsInsteadOfLying);
    }

    bool agrees(const GuardVerdict& verdict, const ScriptOutcome& outcome) const
    {
        return resultOf(verdict) == resultOf(outcome) &&
               (!m_options.isOurs || saysTheSame(outcome.output, verdict));
    }

    static std::size_t sizeOf(const GuardState& state)
    {
        return 100 * (state.view.services.size() + state.view.nodes.size() +
                      collisionWords(state.config).size()) +
               static_cast<std::size_t>(
                   std::count_if(state.view.services.begin(), state.view.services.end(),
                                 [](const ClustatService& service) { return service.frozen; }));
    }

    void judge(const GuardState& state, const GuardVerdict& verdict, ScriptOutcome outcome)
    {
        if (agrees(verdict, outcome))
            return;
        const StartOutcome expected = resultOf(verdict);
        const StartOutcome actual = resultOf(outcome);
        auto known = std::find_if(m_report.differences.begin(), m_report.differences.end(),
                                  [&](const GuardTrialDifference& one) {
                                      return one.expected == expected && one.actual == actual;
                                  });
        if (known == m_report.differences.end())
            known = m_report.differences.insert(known, {expected, actual, 0, {}, {}, {}});
        if (++known->count > 1 && sizeOf(known->state) <= sizeOf(state))
            return;
        known->state = state;
        known->verdict = verdict;
        known->outcome = std::move(outcome);
    }

    /// Leaves out what the difference does not need, one thing after the other.
    void shrink(GuardTrialDifference& difference)
    {
        constexpr int mostTries = 300;
        int tries = 0;
        if (difference.actual == StartOutcome::HasNoEnd ||
            difference.actual == StartOutcome::IsLost)
            return; // every try would take as long
        for (bool isSmaller = true; isSmaller && tries < mostTries;) {
            isSmaller = false;
            for (const GuardState& candidate : smallerStates(difference.state)) {
                const GuardVerdict verdict = verdictOf(candidate);
                ScriptOutcome outcome = m_harnesses.front()->ask(questionOf(candidate));
                ++tries;
                if (agrees(verdict, outcome) || resultOf(verdict) != difference.expected ||
                    resultOf(outcome) != difference.actual)
                    continue;
                difference.state = candidate;
                difference.verdict = verdict;
                difference.outcome = std::move(outcome);
                isSmaller = true;
                break;
            }
        }
    }

    static std::vector<GuardState> smallerStates(const GuardState& state)
    {
        std::vector<GuardState> smaller;
        const auto without = [](auto list, std::size_t i) {
            list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
            return list;
        };
        for (std::size_t i = 0; i < state.view.services.size(); ++i) {
            smaller.push_back(state);
            smaller.back().view.services = without(state.view.services, i);
        }
        for (std::size_t i = 0; i < state.config.collisions.size(); ++i) {
            smaller.push_back(state);
            smaller.back().config.collisions = without(state.config.collisions, i);
        }
        for (std::size_t i = 0; i < state.view.nodes.size(); ++i) {
            if (state.view.nodes[i].local)
                continue;
            smaller.push_back(state);
            smaller.back().view.nodes = without(state.view.nodes, i);
        }
        for (std::size_t i = 0; i < state.view.services.size(); ++i) {
            if (!state.view.services[i].frozen)
                continue;
            smaller.push_back(state);
            smaller.back().view.services[i].frozen = false;
        }
        return smaller;
    }

    const SandboxScript& m_script;
    const GuardTrialOptions& m_options;
    std::vector<std::unique_ptr<ScriptHarness>> m_harnesses;
    GuardTrialReport m_report;
};

} // namespace

Result<GuardTrialReport> tryGuard(const SandboxScript& script, const GuardTrialOptions& options)
{
    Result<GuardTrialReport> result;
    Trial trial(script, options);
    result.diagnostics = trial.open();
    if (!result.diagnostics.hasErrors())
        result.value = trial.run();
    return result;
}

} // namespace rgsim
