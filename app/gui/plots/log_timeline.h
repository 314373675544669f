// What a real log tells as a timeline above the run's, with the same range of time and the first
// difference marked in both. It reads playhead and selection from the document and gives wishes
// back; it compares nothing.
#pragma once

#include "plots/timeline_lanes.h"
#include "session/real_log.h"

#include <QWidget>

namespace rgsim::gui {

class TimelineCanvas;
struct SceneBranch;

class LogTimeline : public QWidget {
    Q_OBJECT

public:
    explicit LogTimeline(Document& document, QWidget* parent = nullptr);

    const TimelineCanvas& canvas() const { return *m_canvas; }
    /// Null, or without a comparison: nothing is shown.
    void setResult(const RealLogResultPtr& result);
    /// Only nodes and services with lines that only one side has.
    void setOnlyDifferences(bool isWanted);

private:
    void connectDocument();
    void connectCanvas();
    void read();
    LaneFilter filter() const;
    SceneBranch logBranch(const LaneFilter& filter) const;
    SceneBranch runBranch(const LaneFilter& filter) const;
    void readSelection();
    void wantLane(int branch, int lane);
    void wantMark(int branch, std::uint32_t mark);
    void describe();

    Document& m_document;
    TimelineCanvas* m_canvas;
    RealLogResultPtr m_result;
    bool m_onlyDifferences = false;
};

} // namespace rgsim::gui
