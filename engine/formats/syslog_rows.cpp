#include "formats/syslog_rows.h"

#include "base/limits.h"
#include "formats/cluster_names.h"
#include "formats/suggestion.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace rgsim {

namespace {

constexpr std::string_view noName = "(none)"; // messageText()'s word for no node

std::string_view shortName(std::string_view name)
{
    return name.substr(0, name.find('.'));
}

struct FirstUse {
    std::string name;
    const SyslogLine* line;
};

/// All that a log names, in the order of first use.
class LogNames {
public:
    explicit LogNames(const SyslogLog& log);

    std::vector<FirstUse> nodes; ///< full names where the log has them
    std::vector<FirstUse> services;
    std::map<std::string, int, std::less<>> ids; ///< by host: its node's id, if the log tells it
    std::map<int, const SyslogLine*> members;    ///< ids that messages name

private:
    void take(const SyslogLine& line);
    void useNode(const std::string& name, const SyslogLine& line);
    void learnIds(const SyslogLine& line);

    std::map<std::string, std::size_t, std::less<>> m_nodes; ///< by short name
    std::set<std::string, std::less<>> m_services;
    std::map<std::string, std::string, std::less<>> m_starters; ///< by service: who started it last
};

LogNames::LogNames(const SyslogLog& log)
{
    for (const SyslogLine& line : log.lines)
        take(line);
}

void LogNames::take(const SyslogLine& line)
{
    if (line.kind == SyslogKind::NotUnderstood)
        return;
    useNode(line.host, line);
    learnIds(line);
    if (line.kind == SyslogKind::NodeCame || line.kind == SyslogKind::NodeWent)
        useNode(line.node, line);
    if (line.kind != SyslogKind::Message)
        return;
    if (!line.words.nodeName.empty() && line.words.nodeName != noName)
        useNode(line.words.nodeName, line);
    if (line.words.nodeId != 0)
        members.emplace(line.words.nodeId, &line);
    if (!line.words.service.empty() && m_services.insert(line.words.service).second)
        services.push_back({line.words.service, &line});
}

// The first full name of a short one is the node's.
void LogNames::useNode(const std::string& name, const SyslogLine& line)
{
    const std::string key(shortName(name));
    const auto [place, isNew] = m_nodes.emplace(key, nodes.size());
    if (isNew) {
        nodes.push_back({name, &line});
        return;
    }
    std::string& known = nodes[place->second].name;
    if (known == key)
        known = name;
    else if (name != key && name != known && m_nodes.emplace(name, nodes.size()).second)
        nodes.push_back({name, &line});
}

void LogNames::learnIds(const SyslogLine& line)
{
    constexpr std::string_view introduction = "I am node #";
    if (line.kind == SyslogKind::Known && line.text.starts_with(introduction)) {
        const std::string number = line.text.substr(introduction.size());
        const bool isNumber = number.size() < 7 &&
                              number.find_first_not_of("0123456789") == std::string::npos &&
                              !number.empty();
        if (isNumber)
            ids.emplace(shortName(line.host), std::stoi(number));
    }
    if (line.kind != SyslogKind::Message)
        return;
    if (line.words.message == Message::Started)
        m_starters[line.words.service] = shortName(line.host);
    const auto starter = m_starters.find(line.words.service);
    if (line.words.message == Message::NowRunningOn && starter != m_starters.end())
        ids.emplace(starter->second, line.words.nodeId);
}

class ClusterMaking {
public:
    ClusterMaking(const SyslogLog& log, const Cluster* known)
        : m_log(log), m_names(log), m_known(known)
    {
    }
    Result<Cluster> make();

private:
    void addNodes();
    void addServices();
    void addNode(const std::string& name, int id);
    void addService(const std::string& fullName);
    void warn(const SyslogLine& line, std::string what, std::string remedy);
    bool tooMany(std::size_t count, int most, const char* what);

    const SyslogLog& m_log;
    LogNames m_names;
    const Cluster* m_known;
    std::set<int> m_ids;
    Result<Cluster> m_result;
    Cluster m_cluster;
};

void ClusterMaking::addNode(const std::string& name, int id)
{
    constexpr int firstMadeUp = 1;
    if (id == 0 || m_ids.contains(id)) {
        id = firstMadeUp;
        while (m_ids.contains(id) || m_names.members.contains(id))
            ++id;
    }
    m_ids.insert(id);
    Node node;
    node.name = name;
    node.id = id;
    m_cluster.nodes.push_back(std::move(node));
}

void ClusterMaking::addService(const std::string& fullName)
{
    Service service;
    const std::size_t colon = fullName.find(':');
    if (colon != std::string::npos)
        service.type = fullName.substr(0, colon);
    service.name = colon == std::string::npos ? fullName : fullName.substr(colon + 1);
    service.fullName = fullName;
    m_cluster.services.push_back(std::move(service));
}

void ClusterMaking::warn(const SyslogLine& line, std::string what, std::string remedy)
{
    m_result.diagnostics.warning({m_log.files[line.file], line.line, 0, {}}, std::move(what),
                                 std::move(remedy));
}

void ClusterMaking::addNodes()
{
    for (std::size_t i = 0; m_known != nullptr && i < m_known->nodes.size(); ++i)
        addNode(m_known->nodes[i].name, m_known->nodes[i].id);
    const ClusterNames names(m_cluster);
    for (const FirstUse& node : m_names.nodes) {
        if (names.nodeByAnyName(node.name) != noNode)
            continue;
        if (m_known != nullptr)
            warn(*node.line, "the scenario has no node \"" + node.name + '"',
                 suggestion(node.name, names.nodes()));
        const auto id = m_names.ids.find(shortName(node.name));
        addNode(node.name, id == m_names.ids.end() ? 0 : id->second);
    }
    for (const auto& [id, line] : m_names.members) {
        if (!m_ids.contains(id))
            addNode("member " + std::to_string(id), id);
    }
    std::sort(m_cluster.nodes.begin(), m_cluster.nodes.end(),
              [](const Node& a, const Node& b) { return a.id < b.id; });
}

void ClusterMaking::addServices()
{
    for (std::size_t i = 0; m_known != nullptr && i < m_known->services.size(); ++i)
        addService(m_known->services[i].fullName);
    const ClusterNames names(m_cluster);
    for (const FirstUse& service : m_names.services) {
        if (names.service(service.name) != noService)
            continue;
        if (m_known != nullptr)
            warn(*service.line, "the scenario has no service \"" + service.name + '"',
                 suggestion(service.name, names.services()));
        addService(service.name);
    }
}

bool ClusterMaking::tooMany(std::size_t count, int most, const char* what)
{
    if (count <= static_cast<std::size_t>(most))
        return false;
    m_result.diagnostics.error(
        {m_log.files.empty() ? std::string() : m_log.files.front(), 0, 0, {}},
        "the log names " + std::to_string(count) + ' ' + what,
        "rgsim takes " + std::to_string(most) + "; give the logs of one cluster only");
    return true;
}

Result<Cluster> ClusterMaking::make()
{
    // Nodes known by id only may come on top of the named ones.
    const std::size_t known = m_known != nullptr ? m_known->nodes.size() : 0;
    const std::size_t knownServices = m_known != nullptr ? m_known->services.size() : 0;
    if (tooMany(m_names.nodes.size() + m_names.members.size(), 2 * limits::maxNodes, "nodes") ||
        tooMany(m_names.services.size() + knownServices, 2 * limits::maxServices, "services"))
        return std::move(m_result);
    addNodes();
    addServices();
    if (tooMany(std::max(m_cluster.nodes.size(), known), limits::maxNodes, "nodes") ||
        tooMany(m_cluster.services.size(), limits::maxServices, "services"))
        return std::move(m_result);
    m_cluster.name = m_known != nullptr ? m_known->name : std::string();
    m_cluster.expectedVotes = 1;
    m_cluster.placement.resize(m_cluster.services.size());
    m_result.value = std::move(m_cluster);
    return std::move(m_result);
}

} // namespace

Result<Cluster> clusterOfLog(const SyslogLog& log, const Cluster* known)
{
    return ClusterMaking(log, known).make();
}

SyslogRows rowsOfLog(const SyslogLog& log, const Cluster& cluster, std::int64_t zero)
{
    const ClusterNames names(cluster);
    SyslogRows result;
    for (std::size_t i = 0; i < log.lines.size(); ++i) {
        const SyslogLine& line = log.lines[i];
        if (line.kind == SyslogKind::NotUnderstood || line.kind == SyslogKind::Known)
            continue;
        LogRow row;
        row.at = SimTime::seconds(line.seconds - zero);
        row.kind = RowKind::Syslog;
        row.node = names.nodeByAnyName(line.host);
        if (line.kind != SyslogKind::Message) {
            row.kind = line.kind == SyslogKind::NodeCame ? RowKind::NodeUp : RowKind::NodeDown;
            row.flag = line.kind == SyslogKind::NodeCame;
            row.node = names.nodeByAnyName(line.node);
        } else {
            const MessageWords& words = line.words;
            row.code = static_cast<std::int32_t>(words.message);
            row.service = names.service(words.service);
            row.owner = words.nodeId != 0 ? names.nodeWithId(words.nodeId)
                                          : names.nodeByAnyName(words.nodeName);
            row.value = words.value;
            row.request = static_cast<std::uint8_t>(words.request);
        }
        result.rows.push_back(row);
        result.lines.push_back(i);
    }
    return result;
}

} // namespace rgsim
