#include "models/decision_sheet.h"

#include "report/why_text.h"

namespace rgsim::gui {

namespace {

// More of them nobody reads; a shorter stretch shows the rest.
constexpr std::size_t mostDecisions = 5'000;

} // namespace

DecisionSheetPtr makeDecisionSheet(const DecisionOrder& order)
{
    auto sheet = std::make_shared<DecisionSheet>();
    sheet->order = order;
    const Cluster& cluster = order.run->cluster();
    const ServiceIndex service =
        order.service.isEmpty() ? noService : cluster.serviceByName(order.service.toStdString());
    const NodeIndex node =
        order.node.isEmpty() ? noNode : cluster.nodeByName(order.node.toStdString());
    sheet->found =
        decisionsBetween(order.run->run, order.span.from, order.span.to, service, mostDecisions);
    sheet->sourceLines = linesOf(order.run->sourceText);
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        DecisionSheet::Group group{i, {}};
        for (const WhyEntry& entry : whyEntries(sheet->found.decisions, i)) {
            if (node == noNode || concerns(entry, node))
                group.entries.push_back(entry);
            else
                ++sheet->hidden;
        }
        if (!group.entries.empty())
            sheet->groups.push_back(std::move(group));
    }
    return sheet;
}

} // namespace rgsim::gui
