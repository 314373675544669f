#include "report/syslog_text.h"

#include "guard/clustat_text.h"
#include "report/run_report.h"
#include "rgmanager/messages.h"

namespace rgsim {

std::string syslogLine(const Cluster& cluster, const LogRow& row, SyslogStyle style)
{
    constexpr int firstProcess = 2000;
    // "Sun Jan  1 00:01:30 2012" without the weekday and the year.
    const std::string date = clustatDate(clustatSeconds(row.at)).substr(4, 15);
    const Node& node = cluster.node(row.node);
    std::string line = date + ' ' + node.name.substr(0, node.name.find('.'));
    line += style == SyslogStyle::Rhel5 ? " clurgmgrd[" : " rgmanager[";
    line += std::to_string(firstProcess + node.id) + "]: ";
    if (style == SyslogStyle::Rhel5) {
        line += '<';
        line += priorityName(priorityOf(static_cast<Message>(row.code)));
        line += "> ";
    }
    return line + messageText(cluster, row) + '\n';
}

} // namespace rgsim
