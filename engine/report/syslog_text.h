// rgmanager's log lines as they stand in /var/log/messages. Process ids are made up, and time 0 is
// clustat's: Sunday, 1 January 2012, 00:00:00 UTC.
#pragma once

#include "cluster/cluster.h"
#include "world/run_log.h"

#include <string>

namespace rgsim {

enum class SyslogStyle {
    Rhel5, ///< "Jan  1 00:01:30 node2 clurgmgrd[2002]: <notice> Service service:web started"
    Rhel6, ///< "Jan  1 00:01:30 node2 rgmanager[2002]: Service service:web started"
};

/// One line with its line end; @p row must be a Syslog row. The host is the node's name up to its
/// first dot, as syslog writes it, and the process id 2000 plus the node's id.
std::string syslogLine(const Cluster& cluster, const LogRow& row, SyslogStyle style);

} // namespace rgsim
