// The decisions of an instant or a stretch of a run, grouped for reading. A value; may be made on
// any thread.
#pragma once

#include "analysis/decisions_at.h"
#include "report/why_entries.h"
#include "session/run_result.h"
#include "session/selection.h"

#include <QString>

#include <memory>
#include <string_view>
#include <vector>

namespace rgsim::gui {

struct DecisionOrder {
    RunPtr run;
    TimeSpan span;   ///< an instant: from and to are equal
    QString service; ///< in full; empty: all
    QString node;    ///< only decisions that concern it; empty: all
};

struct DecisionSheet {
    /// Entries about one service.
    struct Group {
        ServiceIndex service = noService;
        std::vector<WhyEntry> entries;
    };

    DecisionOrder order;
    DecisionsAt found;
    std::vector<Group> groups;                 ///< in the order of configuration; none is empty
    std::vector<std::string_view> sourceLines; ///< of the run's source text
    int hidden = 0; ///< entries that do not concern the node that was asked about

    const Cluster& cluster() const { return order.run->cluster(); }
};

using DecisionSheetPtr = std::shared_ptr<const DecisionSheet>;

DecisionSheetPtr makeDecisionSheet(const DecisionOrder& order);

} // namespace rgsim::gui
