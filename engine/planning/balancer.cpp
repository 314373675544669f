#include "planning/balancer.h"

#include <algorithm>

namespace rgsim {

namespace {

// The first look at or after `at`.
SimTime nextLook(SimTime at, SimDuration interval)
{
    if (interval.isZero())
        return at;
    return SimTime{(at.ms + interval.ms - 1) / interval.ms * interval.ms};
}

struct Change {
    SimTime at;
    std::size_t instance = 0;
    bool isBelief = false; ///< of where requests go, else of where the instance runs
    bool gets = false;
    NodeSet runsOn;
};

// When the balancer begins and ends to send the instance requests. The state that a look finds
// counts, so what comes and goes between two looks is never noticed.
void addBeliefs(std::vector<Change>& changes, const BalancedGroup& group, std::size_t instance,
                const std::vector<InstancePiece>& pieces)
{
    bool gets = !pieces.front().runsOn.empty();
    for (const InstancePiece& piece : pieces) {
        const SimTime look = nextLook(piece.from, group.healthCheck);
        const bool answers = !piece.runsOn.empty();
        if (look >= piece.to || answers == gets)
            continue;
        gets = answers;
        changes.push_back({look + group.switchTime, instance, true, gets, {}});
    }
}

class Balance {
public:
    Balance(const BalancedGroup& group, const std::vector<std::vector<InstancePiece>>& instances)
        : m_group(group), m_answers(instances.size()), m_gets(instances.size())
    {
        for (std::size_t i = 0; i < instances.size(); ++i) {
            m_answers[i] = instances[i].front().runsOn;
            m_gets[i] = !m_answers[i].empty();
        }
    }

    void change(const Change& change)
    {
        if (change.isBelief)
            m_gets[change.instance] = change.gets;
        else
            m_answers[change.instance] = change.runsOn;
    }

    // Nothing changes while from <= t < to.
    void pass(SimTime from, SimTime to)
    {
        if (from == to)
            return;
        const SimDuration length = to - from;
        int answering = 0;
        int getting = 0;
        int serving = 0;
        NodeSet seen;
        bool areTogether = false;
        for (std::size_t i = 0; i < m_answers.size(); ++i) {
            const bool answers = !m_answers[i].empty();
            answering += answers ? 1 : 0;
            getting += m_gets[i] ? 1 : 0;
            serving += answers && m_gets[i] ? 1 : 0;
            areTogether = areTogether || !(seen & m_answers[i]).empty();
            seen = seen | m_answers[i];
            if (!answers)
                m_outcome.instanceDown = m_outcome.instanceDown + length;
        }
        if (areTogether)
            m_outcome.together = m_outcome.together + length;
        if (getting > serving)
            m_outcome.misdirected = m_outcome.misdirected + length;
        constexpr std::int64_t micros = 1000;
        m_outcome.lostMicros +=
            getting == 0 ? length.ms * micros : length.ms * micros * (getting - serving) / getting;
        passUpOrDown(serving, answering, from, length);
    }

    GroupOutcome finish(SimTime to)
    {
        endOutage(to);
        return m_outcome;
    }

private:
    void passUpOrDown(int serving, int answering, SimTime from, SimDuration length)
    {
        if (serving >= m_group.needs) {
            endOutage(from);
            return;
        }
        if (!m_isDown)
            m_downSince = from;
        m_isDown = true;
        SimDuration& cause =
            answering < m_group.needs ? m_outcome.tooFewAnswer : m_outcome.notYetNoticed;
        cause = cause + length;
    }

    void endOutage(SimTime at)
    {
        if (m_isDown)
            m_outcome.outages.add(at - m_downSince);
        m_isDown = false;
    }

    const BalancedGroup& m_group;
    std::vector<NodeSet> m_answers; ///< by instance: where it runs
    std::vector<bool> m_gets;       ///< by instance: the balancer sends it requests
    bool m_isDown = false;
    SimTime m_downSince;
    GroupOutcome m_outcome;
};

} // namespace

GroupOutcome balance(const BalancedGroup& group,
                     const std::vector<std::vector<InstancePiece>>& instances, SimTime from,
                     SimTime to)
{
    std::vector<Change> changes;
    for (std::size_t i = 0; i < instances.size(); ++i) {
        for (std::size_t piece = 1; piece < instances[i].size(); ++piece)
            changes.push_back(
                {instances[i][piece].from, i, false, false, instances[i][piece].runsOn});
        addBeliefs(changes, group, i, instances[i]);
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](const Change& a, const Change& b) { return a.at < b.at; });
    Balance balance(group, instances);
    SimTime at = from;
    for (const Change& change : changes) {
        if (change.at >= to)
            break;
        balance.pass(at, change.at);
        balance.change(change);
        at = change.at;
    }
    balance.pass(at, to);
    return balance.finish(to);
}

} // namespace rgsim
