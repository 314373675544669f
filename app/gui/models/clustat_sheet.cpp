#include "models/clustat_sheet.h"

#include "analysis/snapshot.h"
#include "guard/clustat_text.h"
#include "simulation/clustat_view_of.h"

#include <algorithm>

namespace rgsim::gui {

namespace {

bool isPhantom(const Cluster& cluster, const SimulationState& state, ServiceIndex service)
{
    return hasProcesses(cluster.service(service)) &&
           snapshotOf(cluster, state, service).isPhantom();
}

// Each service has a line of its own, the last ones of the text but for what ends it.
std::vector<int> phantomLines(const Cluster& cluster, const SimulationState& state,
                              const std::string& text, int linesAfter)
{
    const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    const int first = lines - linesAfter - cluster.serviceCount();
    std::vector<int> found;
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        if (isPhantom(cluster, state, i))
            found.push_back(first + i);
    }
    return found;
}

} // namespace

ClustatSheet makeClustatSheet(const ClustatOrder& order)
{
    const Cluster& cluster = order.run->cluster();
    const SimulationState state = order.run->run.stateAt(order.at);
    ClustatSheet sheet;
    sheet.node = order.node.isEmpty() ? firstNodeForClustat(state.world)
                                      : cluster.nodeByName(order.node.toStdString());
    sheet.works = sheet.node == noNode || clustatWorksOn(state.world, sheet.node);
    if (!sheet.works)
        return sheet;
    const ClustatView view = clustatViewOf(cluster, state.world, state.manager, sheet.node);
    const std::string text = order.asXml ? clustatXml(view) : clustatText(view);
    if (clustatShowsServices(view))
        sheet.phantoms = phantomLines(cluster, state, text, order.asXml ? 2 : 0);
    sheet.text = QString::fromStdString(text);
    return sheet;
}

} // namespace rgsim::gui
