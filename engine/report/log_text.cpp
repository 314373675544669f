#include "report/log_text.h"

#include "report/run_report.h"
#include "rgmanager/messages.h"

namespace rgsim {

std::string logLine(const Cluster& cluster, const LogRow& row)
{
    std::string text = clockText(row.at);
    text += ' ';
    text += nodeName(cluster, row.node);
    text += " rgmanager: <";
    text += priorityName(priorityOf(static_cast<Message>(row.code)));
    text += "> ";
    return text + messageText(cluster, row) + '\n';
}

std::string logText(const Cluster& cluster, const std::vector<LogRow>& rows, int mostPriority)
{
    std::string text;
    for (const LogRow& row : rows) {
        if (row.kind == RowKind::Syslog &&
            priorityOf(static_cast<Message>(row.code)) <= mostPriority)
            text += logLine(cluster, row);
    }
    return text;
}

} // namespace rgsim
