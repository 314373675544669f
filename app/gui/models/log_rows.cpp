#include "models/log_rows.h"

#include "report/log_text.h"
#include "report/row_text.h"
#include "report/run_csv.h"
#include "rgmanager/messages.h"

#include <algorithm>
#include <utility>

namespace rgsim::gui {

namespace {

// The filter with the run's own indices.
struct Wanted {
    bool isAnyNode = true;
    bool isAnyService = true;
    NodeIndex node = noNode;
    ServiceIndex service = noService;
    int leastUrgent = 7;
    bool withTruth = false;
    std::vector<bool> resources; ///< of the service, by index

    // A process that dies with its node dies for no service in particular.
    bool isAboutService(const LogRow& row) const
    {
        return row.service == service || (row.service == noService && row.resource != noResource &&
                                          resources[static_cast<std::size_t>(row.resource)]);
    }
    bool passes(const LogRow& row) const
    {
        if ((!isAnyNode && row.node != node) || (!isAnyService && !isAboutService(row)))
            return false;
        if (row.kind == RowKind::Syslog)
            return priorityOf(static_cast<Message>(row.code)) <= leastUrgent;
        return withTruth && tellsOfTruth(row.kind);
    }
};

std::vector<bool> resourcesOf(const Cluster& cluster, ServiceIndex service)
{
    std::vector<bool> found(cluster.resources.size());
    if (service == noService)
        return found;
    for (const TreeNode& node : cluster.service(service).tree.nodes) {
        if (node.resource != noResource)
            found[static_cast<std::size_t>(node.resource)] = true;
    }
    return found;
}

} // namespace

LogRows::LogRows(RunPtr run, const LogFilter& filter) : m_run(std::move(run))
{
    const Cluster& cluster = m_run->cluster();
    const ServiceIndex service = cluster.serviceByName(filter.service.toStdString());
    const Wanted wanted{filter.node.isEmpty(),
                        filter.service.isEmpty(),
                        cluster.nodeByName(filter.node.toStdString()),
                        service,
                        filter.leastUrgent,
                        filter.withTruth,
                        resourcesOf(cluster, service)};
    if (filter.withTruth)
        m_events = eventsInOrder(m_run->scenario().plan);
    const std::vector<LogRow>& rows = m_run->rows();
    for (std::size_t i = 0; i < rows.size() && rows[i].at <= filter.until; ++i) {
        if (wanted.passes(rows[i]))
            m_positions.push_back(static_cast<std::uint32_t>(i));
    }
}

std::string LogRows::text(std::size_t i) const
{
    const Cluster& cluster = m_run->cluster();
    return isTruth(i) ? truthText(cluster, m_events, row(i)) : messageText(cluster, row(i));
}

const char* LogRows::priority(std::size_t i) const
{
    return isTruth(i) ? "" : priorityName(priorityOf(static_cast<Message>(row(i).code)));
}

std::string_view LogRows::node(std::size_t i) const
{
    const NodeIndex node = row(i).node;
    return node == noNode ? std::string_view() : nodeName(m_run->cluster(), node);
}

std::string LogRows::line(std::size_t i) const
{
    if (!isTruth(i)) {
        std::string line = logLine(m_run->cluster(), row(i));
        line.pop_back(); // its end
        return line;
    }
    const std::string where(node(i));
    return clockText(row(i).at) + ' ' + where + (where.empty() ? "" : " ") + "truth: " + text(i);
}

std::string LogRows::csv() const
{
    std::string text = logCsvHead();
    for (std::size_t i = 0; i < size(); ++i)
        appendLogCsv(text, row(i).at, node(i), isTruth(i) ? "truth" : priority(i), this->text(i));
    return text;
}

std::ptrdiff_t LogRows::lastAt(SimTime at) const
{
    const auto after = std::upper_bound(
        m_positions.begin(), m_positions.end(), at,
        [this](SimTime time, std::uint32_t i) { return time < m_run->rows()[i].at; });
    return after - m_positions.begin() - 1;
}

} // namespace rgsim::gui
