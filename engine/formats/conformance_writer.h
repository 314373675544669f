// Writes a run as the rows that conformance cases carry, and says where two sets of rows differ.
// It prints what the log holds: nothing is computed here that the run did not record.
#pragma once

#include "cluster/cluster.h"
#include "simulation/final_state.h"
#include "world/run_log.h"

#include <QByteArray>
#include <QJsonArray>

#include <string>
#include <vector>

namespace rgsim {

struct ConformanceRows {
    QJsonArray trace;
    QJsonArray final;
    QJsonArray alive; ///< only where the case has trees

    bool operator==(const ConformanceRows&) const = default;
};

/// Rows for node, record, script, reply, master and wander rows of the log, in its order; rows of
/// other kinds are left out. With @p hasTrees scripts leave `resource` rows, else `agent` rows.
QJsonArray conformanceTrace(const Cluster& cluster, bool hasTrees, const std::vector<LogRow>& rows);

/// One row per service, by name. A record that does not exist is written as stopped, 0, 0, 0.
QJsonArray conformanceFinal(const Cluster& cluster, bool hasTrees, const FinalState& state);

/// One row for each resource that runs somewhere, by name.
QJsonArray conformanceAlive(const Cluster& cluster, const FinalState& state);

ConformanceRows conformanceRows(const Cluster& cluster, bool hasTrees,
                                const std::vector<LogRow>& rows, const FinalState& state);

/// rgmanager's own log lines as rows [time, node id, syslog priority, text]; the other rows of the
/// log are left out.
QJsonArray conformanceLog(const Cluster& cluster, const std::vector<LogRow>& rows);

/// The first row of two lists that differs, in a few readable lines; @p list names them. Empty if
/// nothing differs.
std::string firstDifference(const char* list, const QJsonArray& expected, const QJsonArray& actual);

/// The first row that differs, in a few readable lines; empty if nothing differs.
std::string firstDifference(const ConformanceRows& expected, const ConformanceRows& actual);

/// One line of JSON: {"name":…,"trace":[…],"final":[…]}, with "alive" where there are trees.
QByteArray conformanceLine(const std::string& name, bool hasTrees, const ConformanceRows& rows);

} // namespace rgsim
