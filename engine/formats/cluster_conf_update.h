// Brings the text of a cluster.conf in line with an edited Cluster. Only what differs between the
// cluster before and after is changed; comments, white space, unknown elements and the order of
// attributes keep their bytes.
#pragma once

#include "base/diagnostic.h"
#include "cluster/cluster.h"

#include <QByteArray>

#include <string>

namespace rgsim {

/// @p original, changed so that it reads as @p after as far as a cluster.conf can say it; its
/// config_version, if it has one, is one higher. The same bytes if there is nothing to change.
/// @p before must be what @p original reads as. New elements stand behind those they follow;
/// removing an element leaves the comments around it. An element whose place is the same and whose
/// name is not was renamed, if there are as many of its kind as before. What a scenario does not
/// say stays as it is, whatever @p after has there: which services `<resources>` defines (used or
/// not), subtree flags of a service itself, attributes of services below services. An error if
/// small edits do not lead there; never a text that reads as something else.
Result<QByteArray> updateClusterConf(const QByteArray& original, const std::string& fileName,
                                     const Cluster& before, const Cluster& after);

} // namespace rgsim
