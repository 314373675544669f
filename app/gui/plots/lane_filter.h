// Which lanes a timeline leaves out, by names, so that two branches show the same. Asks analysis
// and the layout what has news and what belongs together; judges nothing itself.
#pragma once

#include "session/run_result.h"
#include "session/selection.h"

#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace rgsim::gui {

struct LaneFilter {
    std::optional<QSet<QString>> services; ///< full names; nothing: all
    std::optional<QSet<QString>> nodes;
    bool hidesQuietNodes = false; ///< those that were up all the time

    bool shows(const Service& service) const
    {
        return !services || services->contains(QString::fromStdString(service.fullName));
    }
    bool shows(const Node& node) const
    {
        return !nodes || nodes->contains(QString::fromStdString(node.name));
    }
};

/// @p onlyNews: services of which there is more to tell than that they started and ran on. @p only:
/// what has to do with this node, service or domain; other selections leave nothing out. What has
/// news or a place in one of @p runs is shown in all.
LaneFilter makeLaneFilter(const std::vector<RunPtr>& runs, bool onlyNews,
                          const std::optional<Selection>& only);

} // namespace rgsim::gui
