#include "support/random_edit.h"

#include <algorithm>

namespace rgsim::support {

namespace {

class Editor {
public:
    Editor(Cluster& cluster, RandomStream& stream) : m_cluster(cluster), m_stream(stream) {}

    void edit()
    {
        switch (below(6)) {
        case 0:
            editCluster();
            break;
        case 1:
            editNodes();
            break;
        case 2:
            editDomains();
            break;
        case 3:
            editServices();
            break;
        case 4:
            if (!m_cluster.services.empty())
                editFields(some(m_cluster.services));
            break;
        default:
            if (!m_cluster.services.empty())
                editTree(some(m_cluster.services));
        }
        m_cluster.finish();
    }

private:
    int below(int bound)
    {
        return static_cast<int>(m_stream.below(static_cast<std::uint64_t>(bound)));
    }
    bool chance(int oneIn) { return below(oneIn) == 0; }
    std::string freshName() { return "x" + std::to_string(below(1'000'000'000)); }
    template <typename Item>
    std::size_t place(const std::vector<Item>& items)
    {
        return static_cast<std::size_t>(below(static_cast<int>(items.size())));
    }
    template <typename Item>
    Item& some(std::vector<Item>& items)
    {
        return items[place(items)];
    }

    void editCluster()
    {
        switch (below(5)) {
        case 0:
            m_cluster.name = chance(4) ? "" : freshName();
            break;
        case 1:
            m_cluster.tokenTimeout = SimDuration::seconds(1 + below(12));
            break;
        case 2:
            m_cluster.statusPollInterval = SimDuration::seconds(8 + below(4));
            break;
        case 3:
            m_cluster.expectedVotes = below(4);
            m_cluster.twoNode = chance(2);
            break;
        default:
            m_cluster.dependencies.resize(static_cast<std::size_t>(below(3)));
            for (Dependency& each : m_cluster.dependencies)
                each = {freshName(), {{freshName(), chance(2) ? "start" : "", "", 0}}, 0};
        }
    }

    void editNodes()
    {
        std::vector<Node>& nodes = m_cluster.nodes;
        switch (below(5)) {
        case 0:
            some(nodes).votes = below(3);
            break;
        case 1:
            some(nodes).name = freshName();
            break;
        case 2:
            some(nodes).fenceMethod = chance(3) ? "" : freshName();
            break;
        case 3:
            nodes.push_back({freshName(), nodes.back().id + 1 + below(3), 1, "", {}, {}, false, 0});
            break;
        default:
            if (nodes.size() > 1)
                removeNode(static_cast<NodeIndex>(place(nodes)));
        }
    }

    void removeNode(NodeIndex gone)
    {
        m_cluster.nodes.erase(m_cluster.nodes.begin() + gone);
        for (FailoverDomain& domain : m_cluster.domains) {
            std::erase_if(domain.members,
                          [gone](const DomainMember& member) { return member.node == gone; });
            for (DomainMember& member : domain.members)
                member.node = static_cast<NodeIndex>(member.node - (member.node > gone ? 1 : 0));
        }
    }

    void editDomains()
    {
        std::vector<FailoverDomain>& domains = m_cluster.domains;
        if (domains.empty() || chance(4)) {
            FailoverDomain added;
            added.name = freshName();
            domains.insert(domains.begin() + below(static_cast<int>(domains.size()) + 1), added);
        } else if (chance(6)) {
            domains.erase(domains.begin() + static_cast<std::ptrdiff_t>(place(domains)));
        } else if (chance(4)) {
            std::swap(some(domains), some(domains));
        } else {
            editDomain(some(domains));
        }
    }

    void editDomain(FailoverDomain& domain)
    {
        const auto node = static_cast<NodeIndex>(place(m_cluster.nodes));
        const bool isMember =
            std::any_of(domain.members.begin(), domain.members.end(),
                        [node](const DomainMember& member) { return member.node == node; });
        if (chance(4))
            domain.name = freshName();
        if (chance(4))
            domain.ordered = !domain.ordered;
        if (chance(4))
            domain.nofailback = !domain.nofailback;
        if (!isMember)
            domain.members.insert(domain.members.begin() +
                                      below(static_cast<int>(domain.members.size()) + 1),
                                  {node, below(5), 0});
        else if (chance(2))
            domain.members.erase(domain.members.begin() +
                                 static_cast<std::ptrdiff_t>(place(domain.members)));
        else
            std::swap(some(domain.members), some(domain.members));
    }

    void editServices()
    {
        std::vector<Service>& services = m_cluster.services;
        if (services.empty() || chance(3)) {
            Service added;
            added.name = freshName();
            TreeNode root;
            root.type = m_cluster.types->find("service");
            added.tree.nodes.push_back(root);
            for (int i = below(4); i > 0; --i)
                addResource(added);
            services.insert(services.begin() + below(static_cast<int>(services.size()) + 1), added);
        } else if (chance(3)) {
            services.erase(services.begin() + static_cast<std::ptrdiff_t>(place(services)));
        } else if (chance(2)) {
            std::swap(some(services), some(services));
        } else {
            some(services).name = freshName();
        }
    }

    void editFields(Service& service)
    {
        service.recovery = static_cast<RecoveryPolicy>(below(4));
        service.maxRestarts = below(3);
        service.restartExpireTime = SimDuration::seconds(below(3) - 1);
        service.exclusive = below(3);
        service.autostart = chance(2);
        service.domainName = m_cluster.domains.empty() ? "" : some(m_cluster.domains).name;
        service.dependName = chance(3) ? some(m_cluster.services).fullName : "";
        service.softDependency = chance(2);
        service.priority = below(3);
    }

    void addResource(Service& service)
    {
        static constexpr const char* types[] = {"script", "disk", "share"};
        TreeNode node;
        node.type = m_cluster.types->find(types[below(3)]);
        node.parent = static_cast<int>(place(service.tree.nodes));
        node.resource = static_cast<ResourceIndex>(m_cluster.resources.size());
        node.checks = node.type->checks;
        const bool isShared = chance(3);
        m_cluster.resources.push_back({node.type->name, freshName(), 0, !isShared, {}});
        service.tree.nodes.push_back(node);
    }

    void editTree(Service& service)
    {
        std::vector<TreeNode>& nodes = service.tree.nodes;
        if (nodes.size() == 1 || chance(4))
            return addResource(service);
        TreeNode& node = nodes[1 + place(nodes) % (nodes.size() - 1)];
        switch (below(6)) {
        case 0:
            m_cluster.resources[static_cast<std::size_t>(node.resource)].name = freshName();
            break;
        case 1:
            node.independentSubtree = !node.independentSubtree;
            node.maxFailures = below(3);
            break;
        case 2:
            if (!node.checks.empty())
                some(node.checks).interval = SimDuration::seconds(below(3) * 30);
            else
                node.checks.push_back({0, SimDuration::seconds(5)});
            break;
        case 3:
            nodes.pop_back(); // a parent stands before its children: a leaf
            break;
        case 4: // the leaf into any other service, or elsewhere in its own
            moveLeaf(service, some(m_cluster.services));
            break;
        default:
            nodes.back().parent = static_cast<int>(place(nodes) % (nodes.size() - 1));
        }
    }

    static void moveLeaf(Service& from, Service& to)
    {
        TreeNode leaf = from.tree.nodes.back();
        from.tree.nodes.pop_back();
        leaf.parent = static_cast<int>(to.tree.nodes.size()) / 2;
        to.tree.nodes.push_back(leaf);
    }

    Cluster& m_cluster;
    RandomStream& m_stream;
};

} // namespace

void editAtRandom(Cluster& cluster, RandomStream& stream)
{
    Editor(cluster, stream).edit();
}

} // namespace rgsim::support
