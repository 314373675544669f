#include "plots/lane_filter.h"

#include <algorithm>

namespace rgsim::gui {

namespace {

QString nameOf(const Service& service)
{
    return QString::fromStdString(service.fullName);
}

QString nameOf(const Node& node)
{
    return QString::fromStdString(node.name);
}

// Where a service was at any time, by record or really.
NodeSet placesOf(const ServiceTimeline& service)
{
    NodeSet places;
    for (const BeliefSegment& belief : service.belief) {
        if (belief.exists && belief.owner != noNode)
            places.insert(belief.owner);
    }
    for (const TruthSegment& truth : service.truth)
        places = places | truth.runsOn | truth.partlyOn;
    return places;
}

void addNews(const RunResult& run, QSet<QString>& names)
{
    const std::vector<bool> news = servicesWithNews(run.report());
    for (std::size_t i = 0; i < news.size(); ++i) {
        if (news[i])
            names.insert(nameOf(run.cluster().services[i]));
    }
}

class Neighbours {
public:
    Neighbours(const RunResult& run, const Selection& selection)
        : m_run(run), m_cluster(run.cluster()), m_name(selection.name.toStdString())
    {
    }

    void addOfService(LaneFilter& filter) const
    {
        const ServiceIndex service = m_cluster.serviceByName(m_name);
        if (service == noService)
            return;
        filter.services->insert(nameOf(m_cluster.service(service)));
        for (const NodeIndex node : placesOf(timelineOf(service)))
            filter.nodes->insert(nameOf(m_cluster.node(node)));
    }
    void addOfNode(LaneFilter& filter) const
    {
        const NodeIndex node = m_cluster.nodeByName(m_name);
        if (node == noNode)
            return;
        filter.nodes->insert(nameOf(m_cluster.node(node)));
        for (ServiceIndex i = 0; i < m_cluster.serviceCount(); ++i) {
            if (placesOf(timelineOf(i)).contains(node))
                filter.services->insert(nameOf(m_cluster.service(i)));
        }
    }
    void addOfDomain(LaneFilter& filter) const
    {
        for (std::size_t i = 0; i < m_cluster.domains.size(); ++i) {
            if (m_cluster.domains[i].name != m_name)
                continue;
            for (const DomainMember& member : m_cluster.domains[i].members)
                filter.nodes->insert(nameOf(m_cluster.node(member.node)));
            for (const Service& service : m_cluster.services) {
                if (service.domain == static_cast<DomainIndex>(i))
                    filter.services->insert(nameOf(service));
            }
        }
    }

private:
    const ServiceTimeline& timelineOf(ServiceIndex service) const
    {
        return m_run.timeline.services[static_cast<std::size_t>(service)];
    }

    const RunResult& m_run;
    const Cluster& m_cluster;
    std::string m_name;
};

bool isFilterable(const Selection& selection)
{
    return selection.kind == Selection::Kind::Node || selection.kind == Selection::Kind::Service ||
           selection.kind == Selection::Kind::Domain;
}

void addNeighbours(const RunResult& run, const Selection& selection, LaneFilter& filter)
{
    const Neighbours neighbours(run, selection);
    if (selection.kind == Selection::Kind::Service)
        neighbours.addOfService(filter);
    else if (selection.kind == Selection::Kind::Node)
        neighbours.addOfNode(filter);
    else
        neighbours.addOfDomain(filter);
}

} // namespace

LaneFilter makeLaneFilter(const std::vector<RunPtr>& runs, bool onlyNews,
                          const std::optional<Selection>& only)
{
    LaneFilter filter;
    filter.hidesQuietNodes = onlyNews;
    if (only && isFilterable(*only)) {
        filter.services.emplace();
        filter.nodes.emplace();
        for (const RunPtr& run : runs)
            addNeighbours(*run, *only, filter);
        const bool isGone = filter.services->isEmpty() && filter.nodes->isEmpty();
        filter.hidesQuietNodes = onlyNews && isGone;
        if (isGone) {
            filter.services.reset();
            filter.nodes.reset();
        }
    }
    if (!onlyNews)
        return filter;
    QSet<QString> news;
    for (const RunPtr& run : runs)
        addNews(*run, news);
    filter.services = filter.services ? filter.services->intersect(news) : news;
    return filter;
}

} // namespace rgsim::gui
