// States of services and nodes in the reader's language: the same words in every view. It judges
// nothing; words of clustat, which is English everywhere, are not made here.
#pragma once

#include "analysis/timeline.h"
#include "cluster/cluster.h"

#include <QString>
#include <QStringList>

namespace rgsim::gui {

/// What a record says: "starting", "failed".
QString stateWord(ServiceState state);
/// "up", "lost, unfenced", "runs, without a manager".
QString nodeStateWord(NodeState state);

/// "bark" for "service:bark"; other types keep theirs: "vm:guest".
QString shortServiceName(const Service& service);
/// The same from the full name: "bark" for "service:bark"; other types keep theirs.
QString shortServiceName(const QString& service);
/// report's shortNodeNames() as the window shows them.
QStringList shortNodeNameList(const Cluster& cluster);
/// A copy in which nodes have these names, for words in narrow tables.
Cluster withShortNodeNames(Cluster cluster);

} // namespace rgsim::gui
