#include "analysis/first_difference.h"

#include "analysis/cluster_match.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace rgsim {

namespace {

auto keyOf(const LogRow& row)
{
    return std::tie(row.kind, row.state, row.result, row.request, row.flag, row.node, row.owner,
                    row.lastOwner, row.service, row.resource, row.code, row.value);
}

// A row as the first cluster would have it, and where it stands.
struct Entry {
    LogRow row;
    std::size_t position = 0;
};

bool isBefore(const Entry& a, const Entry& b)
{
    return keyOf(a.row) < keyOf(b.row);
}

class Comparison {
public:
    Comparison(const RunRows& first, const RunRows& second)
        : m_first(first), m_second(second),
          m_match(first.scenario.cluster, second.scenario.cluster),
          m_firstEvents(eventsInOrder(first.scenario.plan)),
          m_secondEvents(eventsInOrder(second.scenario.plan)),
          m_end(std::min(first.scenario.until, second.scenario.until))
    {
    }
    std::optional<FirstDifference> find();

private:
    Entry fromFirst(std::size_t position) const;
    Entry fromSecond(std::size_t position) const;
    PlanEvent translated(PlanEvent second) const;
    std::int32_t placeOf(const PlanEvent& event, std::int32_t fallback) const;
    SimTime timeOf(const std::vector<LogRow>& rows, std::size_t i) const;

    const RunRows& m_first;
    const RunRows& m_second;
    ClusterMatch m_match;
    std::vector<PlanEvent> m_firstEvents;
    std::vector<PlanEvent> m_secondEvents;
    SimTime m_end;
};

bool doTheSame(const PlanEvent& a, const PlanEvent& b)
{
    return a.kind == b.kind && a.request == b.request && a.node == b.node && a.target == b.target &&
           a.service == b.service && a.resource == b.resource && a.nodes == b.nodes;
}

PlanEvent Comparison::translated(PlanEvent second) const
{
    second.node = m_match.node(second.node);
    second.target = m_match.node(second.target);
    second.service = m_match.service(second.service);
    second.resource = m_match.resource(second.resource);
    for (NodeIndex& node : second.nodes)
        node = m_match.node(node);
    return second;
}

// The place in the first plan of the first event of that instant that does the same.
std::int32_t Comparison::placeOf(const PlanEvent& event, std::int32_t fallback) const
{
    auto place = std::lower_bound(m_firstEvents.begin(), m_firstEvents.end(), event.at,
                                  [](const PlanEvent& e, SimTime at) { return e.at < at; });
    while (place != m_firstEvents.end() && place->at == event.at && !doTheSame(*place, event))
        ++place;
    if (place == m_firstEvents.end() || place->at != event.at)
        return fallback;
    return static_cast<std::int32_t>(place - m_firstEvents.begin());
}

Entry Comparison::fromFirst(std::size_t position) const
{
    Entry entry{m_first.rows[position], position};
    if (entry.row.kind == RowKind::Fault)
        entry.row.code =
            placeOf(m_firstEvents[static_cast<std::size_t>(entry.row.code)], entry.row.code);
    return entry;
}

Entry Comparison::fromSecond(std::size_t position) const
{
    const LogRow& row = m_second.rows[position];
    Entry entry{m_match.row(row), position};
    if (row.kind == RowKind::Fault)
        entry.row.code =
            placeOf(translated(m_secondEvents[static_cast<std::size_t>(row.code)]), -1 - row.code);
    return entry;
}

SimTime Comparison::timeOf(const std::vector<LogRow>& rows, std::size_t i) const
{
    return i < rows.size() && rows[i].at <= m_end ? rows[i].at : SimTime::never();
}

// The first of `entries` that `others` lack; a log line, which only repeats what another row says,
// only if there is nothing else.
std::optional<std::size_t> firstMissing(const std::vector<Entry>& entries,
                                        const std::vector<Entry>& others)
{
    std::vector<Entry> missing;
    std::set_difference(entries.begin(), entries.end(), others.begin(), others.end(),
                        std::back_inserter(missing), isBefore);
    const auto first =
        std::min_element(missing.begin(), missing.end(), [](const Entry& a, const Entry& b) {
            return std::pair(a.row.kind == RowKind::Syslog, a.position) <
                   std::pair(b.row.kind == RowKind::Syslog, b.position);
        });
    return first == missing.end() ? std::nullopt : std::optional(first->position);
}

std::optional<FirstDifference> Comparison::find()
{
    std::size_t i = 0;
    std::size_t j = 0;
    for (;;) {
        const SimTime at = std::min(timeOf(m_first.rows, i), timeOf(m_second.rows, j));
        if (at == SimTime::never())
            return std::nullopt;
        std::vector<Entry> first;
        std::vector<Entry> second;
        for (; timeOf(m_first.rows, i) == at; ++i)
            first.push_back(fromFirst(i));
        for (; timeOf(m_second.rows, j) == at; ++j)
            second.push_back(fromSecond(j));
        const bool isPlainlyEqual =
            std::equal(first.begin(), first.end(), second.begin(), second.end(),
                       [](const Entry& a, const Entry& b) { return a.row == b.row; });
        if (isPlainlyEqual)
            continue;
        std::sort(first.begin(), first.end(), isBefore);
        std::sort(second.begin(), second.end(), isBefore);
        const FirstDifference found{at, firstMissing(first, second), firstMissing(second, first)};
        if (found.rowInFirst || found.rowInSecond)
            return found;
    }
}

} // namespace

std::optional<FirstDifference> firstDifference(const RunRows& first, const RunRows& second)
{
    return Comparison(first, second).find();
}

} // namespace rgsim
