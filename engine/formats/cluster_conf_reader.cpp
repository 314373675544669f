#include "formats/cluster_conf_reader.h"

#include "base/limits.h"
#include "formats/conf_values.h"
#include "formats/resource_tree_reader.h"
#include "formats/resource_types_reader.h"

#include <algorithm>
#include <unordered_map>

namespace rgsim {

namespace {

constexpr std::int64_t maxVotes = 1'000'000;
constexpr std::int64_t anyInt = 1'000'000'000;

std::string textOf(const ConfElement& element, std::string_view name)
{
    const std::string* value = element.attribute(name);
    return value ? *value : std::string();
}

class Reader {
public:
    Reader(const ClusterConfDocument& document, std::shared_ptr<const ResourceTypes> types)
        : m_document(document), m_values(document.fileName(), m_result.diagnostics)
    {
        m_cluster.types = types ? std::move(types) : builtinResourceTypes();
        m_cluster.sourceFile = document.fileName();
    }

    Result<Cluster> run();

private:
    const ConfElement& element(int index) const { return m_document.element(index); }
    /// Calls @p visit(index) for each child of that name, in the order of the file.
    template <typename Visit>
    void forEach(int parent, std::string_view name, Visit visit) const
    {
        for (const int child : element(parent).children) {
            if (element(child).name == name)
                visit(child);
        }
    }

    void readVoting(const ConfElement& cman);
    void readTotem(const ConfElement& totem);
    void readNodes();
    void readNode(int index, int position);
    void checkNodes();
    std::string fenceMethodOf(int node) const;
    void readRm(const ConfElement& rm);
    void readEvent(const ConfElement& from);
    void readDomain(int index);
    void readDomainMember(const ConfElement& member, FailoverDomain& domain);
    void readDependency(int index);
    void readResources(const std::vector<int>& rms);
    void reportStrays(int rm);

    const ClusterConfDocument& m_document;
    Result<Cluster> m_result;
    ConfValues m_values;
    Cluster m_cluster;
    std::unordered_map<std::string, NodeIndex> m_nodeByName;
};

void Reader::readVoting(const ConfElement& cman)
{
    m_cluster.expectedVotes = static_cast<int>(m_values.number(
        cman.attribute("expected_votes"), cman.line, {"expected_votes", 1, maxVotes, 0}));
    m_cluster.twoNode = m_values.flag(cman.attribute("two_node"), cman.line, "two_node");
}

void Reader::readTotem(const ConfElement& totem)
{
    const std::int64_t fallback = m_cluster.tokenTimeout.ms;
    m_cluster.tokenTimeout = SimDuration::milliseconds(m_values.number(
        totem.attribute("token"), totem.line, {"token", 1, limits::maxSeconds * 1000, fallback}));
}

std::string Reader::fenceMethodOf(int node) const
{
    std::string name;
    forEach(node, "fence", [&](int fence) {
        forEach(fence, "method", [&](int method) {
            if (name.empty())
                name = textOf(element(method), "name");
        });
    });
    return name;
}

void Reader::readNode(int index, int position)
{
    const ConfElement& from = element(index);
    Node node;
    node.line = from.line;
    node.name = textOf(from, "name");
    if (node.name.empty())
        m_values.error(from.line, "a <clusternode> needs a name");
    else if (node.name.size() > static_cast<std::size_t>(limits::maxNameLength))
        m_values.error(from.line, "the name of this <clusternode> has more than " +
                                      std::to_string(limits::maxNameLength) + " bytes");
    node.id = static_cast<int>(m_values.number(from.attribute("nodeid"), from.line,
                                               {"nodeid", 1, limits::maxNodeId, position}));
    node.votes = static_cast<int>(
        m_values.number(from.attribute("votes"), from.line, {"votes", 0, maxVotes, 1}));
    node.fenceMethod = fenceMethodOf(index);
    m_cluster.nodes.push_back(std::move(node));
}

void Reader::checkNodes()
{
    std::vector<Node>& nodes = m_cluster.nodes;
    std::stable_sort(nodes.begin(), nodes.end(),
                     [](const Node& a, const Node& b) { return a.id < b.id; });
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Node& node = nodes[i];
        if (i > 0 && nodes[i - 1].id == node.id)
            m_values.error(node.line,
                           "node \"" + node.name + "\" has the id " + std::to_string(node.id) +
                               ", as node \"" + nodes[i - 1].name + "\" in line " +
                               std::to_string(nodes[i - 1].line),
                           "give each node a nodeid of its own");
        const auto [known, isNew] = m_nodeByName.emplace(node.name, static_cast<NodeIndex>(i));
        if (isNew || node.name.empty())
            continue;
        const int one = nodes[static_cast<std::size_t>(known->second)].line;
        m_values.error(std::max(one, node.line),
                       "there is a node \"" + node.name + "\" in line " +
                           std::to_string(std::min(one, node.line)) + " already",
                       "give each node a name of its own");
    }
}

void Reader::readNodes()
{
    int position = 0;
    forEach(0, "clusternodes", [&](int list) {
        forEach(list, "clusternode", [&](int node) {
            ++position;
            if (position <= limits::maxNodes)
                readNode(node, position);
            else if (position == limits::maxNodes + 1)
                m_values.error(element(node).line,
                               "more than " + std::to_string(limits::maxNodes) + " nodes");
        });
    });
    checkNodes();
}

void Reader::readRm(const ConfElement& rm)
{
    m_cluster.statusPollInterval =
        SimDuration::seconds(m_values.number(rm.attribute("status_poll_interval"), rm.line,
                                             {"status_poll_interval", 1, limits::maxSeconds,
                                              m_cluster.statusPollInterval.ms / 1000, false}));
    if (m_values.flag(rm.attribute("central_processing"), rm.line, "central_processing"))
        m_cluster.processing = Processing::Central;
}

void Reader::readEvent(const ConfElement& from)
{
    EventRule rule;
    rule.name = textOf(from, "name");
    rule.eventClass = textOf(from, "class");
    rule.file = textOf(from, "file");
    rule.priority = static_cast<int>(
        m_values.number(from.attribute("priority"), from.line, {"priority", 1, 99, 99, false}));
    rule.script = from.text;
    rule.scriptLine = from.line;
    rule.line = from.line;
    for (const char* filter : {"node", "node_id", "node_state", "node_clean", "node_local",
                               "service", "service_state", "service_owner"}) {
        if (const std::string* wanted = from.attribute(filter))
            rule.filters.emplace_back(filter, *wanted);
    }
    m_cluster.eventRules.push_back(std::move(rule));
}

void Reader::readDomainMember(const ConfElement& from, FailoverDomain& domain)
{
    const std::string name = textOf(from, "name");
    const auto known = m_nodeByName.find(name);
    if (known == m_nodeByName.end()) {
        m_values.warning(from.line,
                         "failover domain \"" + domain.name + "\" names a node \"" + name +
                             "\" that does not exist; it is left out",
                         "correct the name, or add the node to <clusternodes>");
        return;
    }
    const bool isMember =
        std::any_of(domain.members.begin(), domain.members.end(),
                    [&](const DomainMember& member) { return member.node == known->second; });
    if (isMember) {
        m_values.warning(from.line, "node \"" + name + "\" is in failover domain \"" + domain.name +
                                        "\" twice; the first one counts");
        return;
    }
    DomainMember member;
    member.node = known->second;
    member.line = from.line;
    member.priority = static_cast<int>(m_values.number(from.attribute("priority"), from.line,
                                                       {"priority", -anyInt, anyInt, 0, false}));
    domain.members.push_back(member);
}

void Reader::readDomain(int index)
{
    const ConfElement& from = element(index);
    FailoverDomain domain;
    domain.name = textOf(from, "name");
    domain.line = from.line;
    if (domain.name.empty())
        return m_values.warning(from.line, "a failover domain without a name is not loaded");
    const DomainIndex first = m_cluster.domainByName(domain.name);
    if (first != noDomain)
        return m_values.warning(from.line, "failover domain \"" + domain.name +
                                               "\" is defined in line " +
                                               std::to_string(m_cluster.domain(first).line) +
                                               " already; the first one counts");
    if (m_cluster.domains.size() >= static_cast<std::size_t>(limits::maxDomains))
        return m_values.error(from.line, "more than " + std::to_string(limits::maxDomains) +
                                             " failover domains");
    domain.ordered = m_values.flag(from.attribute("ordered"), from.line, "ordered");
    domain.restricted = m_values.flag(from.attribute("restricted"), from.line, "restricted");
    domain.nofailback = m_values.flag(from.attribute("nofailback"), from.line, "nofailback");
    forEach(index, "failoverdomainnode",
            [&](int member) { readDomainMember(element(member), domain); });
    m_cluster.domains.push_back(std::move(domain));
}

void Reader::readDependency(int index)
{
    const auto oneOf = [this](const ConfElement& from, const char* name,
                              std::initializer_list<std::string_view> allowed) {
        const std::string value = textOf(from, name);
        if (std::find(allowed.begin(), allowed.end(), value) != allowed.end())
            return value;
        m_values.warning(from.line, std::string(name) + "=\"" + value + "\" is unknown");
        return std::string();
    };
    Dependency dependency;
    dependency.service = textOf(element(index), "name");
    dependency.line = element(index).line;
    forEach(index, "target", [&](int at) {
        const ConfElement& target = element(at);
        dependency.targets.push_back(
            {textOf(target, "name"), oneOf(target, "require", {"", "start", "always", "never"}),
             oneOf(target, "colocate", {"", "always", "never"}), target.line});
    });
    m_cluster.dependencies.push_back(std::move(dependency));
}

void Reader::reportStrays(int rm)
{
    for (const int child : element(rm).children) {
        const std::string& name = element(child).name;
        const bool known = name == "failoverdomains" || name == "resources" ||
                           name == "dependencies" || name == "events" || name == "service" ||
                           name == "vm";
        if (!known)
            m_values.warning(element(child).line,
                             "<" + name +
                                 "> directly in <rm> is neither a service nor a vm; it "
                                 "is not loaded",
                             m_cluster.types->find(name)
                                 ? "move it into a service or into <resources>"
                                 : "check the spelling");
    }
}

void Reader::readResources(const std::vector<int>& rms)
{
    ResourceTreeReader trees(m_document, m_values, m_cluster);
    for (const int rm : rms)
        forEach(rm, "resources", [&](int resources) { trees.loadDefinitions(resources); });
    for (const int rm : rms) {
        for (const int child : element(rm).children) {
            if (element(child).name == "service" || element(child).name == "vm")
                trees.loadService(child);
        }
    }
    trees.finish();
}

Result<Cluster> Reader::run()
{
    const ConfElement& root = m_document.root();
    if (root.name != "cluster") {
        m_values.error(root.line, "the root element is <" + root.name + ">, not <cluster>",
                       "give a cluster.conf");
        return std::move(m_result);
    }
    m_cluster.name = textOf(root, "name");
    forEach(0, "cman", [&](int cman) { readVoting(element(cman)); });
    forEach(0, "totem", [&](int totem) { readTotem(element(totem)); });
    readNodes();
    std::vector<int> rms;
    forEach(0, "rm", [&](int rm) { rms.push_back(rm); });
    for (const int rm : rms) {
        readRm(element(rm));
        forEach(rm, "failoverdomains", [&](int domains) {
            forEach(domains, "failoverdomain", [&](int domain) { readDomain(domain); });
        });
        forEach(rm, "events", [&](int events) {
            forEach(events, "event", [&](int event) { readEvent(element(event)); });
        });
        forEach(rm, "dependencies", [&](int dependencies) {
            forEach(dependencies, "dependency", [&](int one) { readDependency(one); });
        });
        reportStrays(rm);
    }
    readResources(rms);
    if (!m_result.diagnostics.hasErrors()) {
        m_cluster.finish();
        m_result.value = std::move(m_cluster);
    }
    return std::move(m_result);
}

} // namespace

Result<Cluster> readClusterConf(const ClusterConfDocument& document,
                                std::shared_ptr<const ResourceTypes> types)
{
    return Reader(document, std::move(types)).run();
}

Result<Cluster> readClusterConf(const QByteArray& text, const std::string& fileName,
                                std::shared_ptr<const ResourceTypes> types)
{
    const Result<ClusterConfDocument> document = ClusterConfDocument::parse(text, fileName);
    if (document.ok())
        return readClusterConf(*document, std::move(types));
    Result<Cluster> result;
    result.diagnostics = document.diagnostics;
    return result;
}

Result<Cluster> readClusterConfFile(const std::string& path,
                                    std::shared_ptr<const ResourceTypes> types)
{
    const Result<ClusterConfDocument> document = ClusterConfDocument::load(path);
    if (document.ok())
        return readClusterConf(*document, std::move(types));
    Result<Cluster> result;
    result.diagnostics = document.diagnostics;
    return result;
}

} // namespace rgsim
