// Everything that a timeline shows, as one value: the branches' lanes, playhead, interval, what is
// chosen, and how it is to look. Those who paint read it; only the canvas changes it.
#pragma once

#include "plots/lane_painter.h"
#include "plots/timeline_lanes.h"
#include "session/selection.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace rgsim::gui {

struct SceneBranch {
    std::shared_ptr<const TimelineLanes> lanes; ///< null: there is no run yet
    QString caption;                            ///< empty: there is only one branch
    bool isActive = true;
    std::optional<SimTime> sharedUntil; ///< before that both branches are the same
};

struct TimelineScene {
    explicit TimelineScene(const QPalette& palette) : looks(palette) {}

    std::vector<SceneBranch> branches;
    SimTime playhead;
    std::optional<TimeSpan> span;
    std::optional<SimTime> horizon;    ///< what comes later is veiled
    std::optional<SimTime> difference; ///< the first instant at which the branches differ
    QString differenceText;
    QString chosen; ///< name of a node or service
    QStringList highlights;
    bool hasFocus = false;

    LookBook looks;
    LaneMetrics metrics;
    double namesWidth = 100;
    double scroll = 0; ///< pixels of the lanes that lie above what is visible
};

} // namespace rgsim::gui
