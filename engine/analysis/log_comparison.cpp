#include "analysis/log_comparison.h"

#include "rgmanager/messages.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace rgsim {

namespace {

using Key = std::pair<std::string, std::string>; // node and text

Key keyOf(const LoggedLine& line)
{
    return {line.node, line.text};
}

std::map<Key, std::vector<std::size_t>> placesOf(const std::vector<LoggedLine>& lines,
                                                 const std::vector<std::string>& nodes)
{
    std::map<Key, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (std::find(nodes.begin(), nodes.end(), lines[i].node) != nodes.end())
            places[keyOf(lines[i])].push_back(i);
    }
    return places;
}

class LogMatching {
public:
    LogMatching(const std::vector<LoggedLine>& log, const std::vector<LoggedLine>& run,
                const LogComparisonRange& range)
        : m_log(log), m_run(run), m_range(range)
    {
    }
    LogComparison match();

private:
    void matchPlaces(const std::vector<std::size_t>& inLog, const std::vector<std::size_t>& inRun);
    void add(std::optional<std::size_t> inLog, std::optional<std::size_t> inRun);
    bool isInRange(SimTime at) const { return at >= m_range.from && at <= m_range.to; }
    const LoggedLine& lineOf(const LinePair& pair) const
    {
        return pair.inLog ? m_log[*pair.inLog] : m_run[*pair.inRun];
    }
    void findDifference();

    const std::vector<LoggedLine>& m_log;
    const std::vector<LoggedLine>& m_run;
    const LogComparisonRange& m_range;
    LogComparison m_result;
};

void LogMatching::add(std::optional<std::size_t> inLog, std::optional<std::size_t> inRun)
{
    LinePair pair{SimTime::never(), inLog, inRun};
    bool counts = false;
    if (inLog) {
        pair.at = m_log[*inLog].at;
        counts = isInRange(pair.at);
    }
    if (inRun) {
        pair.at = std::min(pair.at, m_run[*inRun].at);
        counts = counts || isInRange(m_run[*inRun].at);
    }
    if (counts)
        m_result.lines.push_back(pair);
}

// Both lists are ordered, so the earliest two that are near enough belong together.
void LogMatching::matchPlaces(const std::vector<std::size_t>& inLog,
                              const std::vector<std::size_t>& inRun)
{
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < inLog.size() && j < inRun.size()) {
        const SimDuration gap = m_log[inLog[i]].at - m_run[inRun[j]].at;
        if (gap > m_range.tolerance)
            add({}, inRun[j++]);
        else if (gap < SimDuration{} - m_range.tolerance)
            add(inLog[i++], {});
        else
            add(inLog[i++], inRun[j++]);
    }
    while (i < inLog.size())
        add(inLog[i++], {});
    while (j < inRun.size())
        add({}, inRun[j++]);
}

void LogMatching::findDifference()
{
    const std::vector<LinePair>& lines = m_result.lines;
    const auto first = std::find_if(lines.begin(), lines.end(),
                                    [](const LinePair& pair) { return !pair.isSame(); });
    if (first == lines.end())
        return;
    m_result.firstDifference = static_cast<std::size_t>(first - lines.begin());
    const LoggedLine& line = lineOf(*first);
    const auto instead = std::find_if(first, lines.end(), [&](const LinePair& pair) {
        const LoggedLine& other = lineOf(pair);
        const bool isOtherSide =
            !pair.isSame() && pair.inLog.has_value() != first->inLog.has_value();
        return isOtherSide &&
               (line.service.empty() ? other.node == line.node : other.service == line.service);
    });
    if (instead != lines.end())
        m_result.insteadOfIt = static_cast<std::size_t>(instead - lines.begin());
}

LogComparison LogMatching::match()
{
    const auto inLog = placesOf(m_log, m_range.nodes);
    const auto inRun = placesOf(m_run, m_range.nodes);
    const std::vector<std::size_t> none;
    for (const auto& [key, places] : inLog) {
        const auto same = inRun.find(key);
        matchPlaces(places, same == inRun.end() ? none : same->second);
    }
    for (const auto& [key, places] : inRun) {
        if (!inLog.contains(key))
            matchPlaces(none, places);
    }
    std::sort(m_result.lines.begin(), m_result.lines.end(),
              [](const LinePair& a, const LinePair& b) {
                  return std::tie(a.at, a.inLog, a.inRun) < std::tie(b.at, b.inLog, b.inRun);
              });
    findDifference();
    return std::move(m_result);
}

} // namespace

std::vector<LoggedLine> loggedLines(const Cluster& cluster, const std::vector<LogRow>& rows)
{
    constexpr std::int64_t second = 1000;
    std::vector<LoggedLine> lines;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const LogRow& row = rows[i];
        if (row.kind != RowKind::Syslog || row.node == noNode)
            continue;
        LoggedLine line;
        line.at = SimTime{row.at.ms - (row.at.ms % second + second) % second};
        line.node = cluster.node(row.node).name;
        if (row.service != noService)
            line.service = cluster.service(row.service).fullName;
        line.text = messageText(cluster, row);
        line.row = i;
        lines.push_back(std::move(line));
    }
    return lines;
}

LogComparison compareLogs(const std::vector<LoggedLine>& log, const std::vector<LoggedLine>& run,
                          const LogComparisonRange& range)
{
    return LogMatching(log, run, range).match();
}

SimDuration offsetOfLog(const std::vector<LoggedLine>& log, const std::vector<LoggedLine>& run)
{
    if (log.empty() || run.empty())
        return {};
    const Key wanted = keyOf(log.front());
    const auto same = std::find_if(run.begin(), run.end(),
                                   [&](const LoggedLine& line) { return keyOf(line) == wanted; });
    return (same == run.end() ? run.front().at : same->at) - log.front().at;
}

} // namespace rgsim
