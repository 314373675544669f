#include "formats/clustat_xml_reader.h"

#include "formats/cluster_conf_document.h"
#include "formats/cluster_names.h"
#include "formats/conf_values.h"
#include "formats/start_state_doubts.h"
#include "formats/suggestion.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace rgsim {

namespace {

constexpr int frozenFlag = 1; // RG_FLAG_FROZEN

// Blank lines in the place of what stands above the first element, so that lines keep their
// numbers. The declaration goes, too: nothing may stand in front of it.
QByteArray withoutPreamble(const QByteArray& text)
{
    qsizetype begin = std::max<qsizetype>(0, text.indexOf('<'));
    const qsizetype declarationEnd = text.indexOf("?>", begin);
    if (text.mid(begin).startsWith("<?xml ") && declarationEnd >= 0)
        begin = declarationEnd + 2;
    return QByteArray(text.left(begin).count('\n'), '\n') + text.mid(begin);
}

class ClustatReading {
public:
    ClustatReading(const ClusterConfDocument& document, const Cluster& cluster)
        : m_document(document), m_cluster(cluster), m_names(cluster),
          m_values(document.fileName(), m_result.diagnostics), m_seenNodes(cluster.nodes.size()),
          m_seenServices(cluster.services.size())
    {
        m_state.nodes.resize(cluster.nodes.size(), NodeStart::Off);
        m_state.records.resize(cluster.services.size());
    }
    Result<StartState> read();

private:
    void readNode(const ConfElement& element);
    void readGroup(const ConfElement& element);
    void readRecord(const ConfElement& element, ServiceRecord& record);
    std::optional<ServiceState> stateOf(const ConfElement& element);
    NodeIndex ownerOf(const ConfElement& element, const char* attribute);
    bool flag(const ConfElement& element, const char* attribute);
    std::int64_t number(const ConfElement& element, const char* attribute, std::int64_t largest);
    void tellWhatIsMissing();
    template <typename Visit>
    void forEachIn(const char* holder, const char* name, Visit visit);

    const ClusterConfDocument& m_document;
    const Cluster& m_cluster;
    ClusterNames m_names;
    Result<StartState> m_result;
    ConfValues m_values;
    StartState m_state;
    std::vector<bool> m_seenNodes;
    std::vector<bool> m_seenServices;
};

template <typename Visit>
void ClustatReading::forEachIn(const char* holder, const char* name, Visit visit)
{
    const int list = m_document.child(0, holder);
    if (list < 0)
        return;
    for (const int index : m_document.element(list).children) {
        if (m_document.element(index).name == name)
            visit(m_document.element(index));
    }
}

std::int64_t ClustatReading::number(const ConfElement& element, const char* attribute,
                                    std::int64_t largest)
{
    NumberRule rule;
    rule.attribute = attribute;
    rule.max = largest;
    return m_values.number(element.attribute(attribute), element.line, rule);
}

bool ClustatReading::flag(const ConfElement& element, const char* attribute)
{
    return number(element, attribute, 1) != 0;
}

// A quorum disk stands among the nodes of RHEL 5 and 6 and is none.
void ClustatReading::readNode(const ConfElement& element)
{
    const std::string* name = element.attribute("name");
    if (name == nullptr) {
        m_values.error(element.line, "this node has no name");
        return;
    }
    const bool isUp = flag(element, "state");
    const bool isLocal = flag(element, "local"); // clustat ran there, so it is up
    const bool hasManager = flag(element, "rgmanager");
    if (flag(element, "qdisk"))
        return;
    const NodeIndex node = m_names.nodeByAnyName(*name);
    if (node == noNode) {
        m_values.error(element.line, "the cluster has no node \"" + *name + '"',
                       suggestion(*name, m_names.nodes()));
        return;
    }
    m_seenNodes[static_cast<std::size_t>(node)] = true;
    m_state.nodes[static_cast<std::size_t>(node)] = !isUp && !isLocal    ? NodeStart::Off
                                                    : isUp && hasManager ? NodeStart::Manager
                                                                         : NodeStart::Member;
}

std::optional<ServiceState> ClustatReading::stateOf(const ConfElement& element)
{
    const std::int64_t code = number(element, "state", std::numeric_limits<int>::max());
    const std::string* word = element.attribute("state_str");
    for (int i = 0; i <= static_cast<int>(ServiceState::Migrating); ++i) {
        const auto state = static_cast<ServiceState>(i);
        if (stateCode(state) == code && (word == nullptr || *word == toString(state)))
            return state;
    }
    m_values.error(element.line,
                   "there is no state " + std::to_string(code) +
                       (word != nullptr ? " \"" + *word + '"' : std::string()),
                   "use the output of clustat -x as it is");
    return std::nullopt;
}

NodeIndex ClustatReading::ownerOf(const ConfElement& element, const char* attribute)
{
    const std::string* name = element.attribute(attribute);
    if (name == nullptr || *name == "none" || *name == "unknown")
        return noNode;
    const NodeIndex node = m_names.nodeByAnyName(*name);
    if (node == noNode)
        m_values.error(element.line,
                       "the cluster has no node \"" + *name + "\" (" + attribute + ')',
                       suggestion(*name, m_names.nodes()));
    return node;
}

void ClustatReading::readRecord(const ConfElement& element, ServiceRecord& record)
{
    constexpr std::int64_t milliseconds = 1000;
    constexpr std::int64_t latest = latestChange + dateOfTimeZero;
    const std::optional<ServiceState> state = stateOf(element);
    record.exists = true;
    record.state = state.value_or(ServiceState::Stopped);
    record.frozen = (number(element, "flags", std::numeric_limits<int>::max()) & frozenFlag) != 0;
    record.owner = ownerOf(element, "owner");
    record.lastOwner = ownerOf(element, "last_owner");
    record.restarts =
        static_cast<int>(number(element, "restarts", std::numeric_limits<int>::max()));
    const std::int64_t changed = number(element, "last_transition", latest);
    record.hasChanged = changed != 0;
    if (record.hasChanged)
        record.transition = SimTime{(changed - dateOfTimeZero) * milliseconds};
}

void ClustatReading::readGroup(const ConfElement& element)
{
    const std::string* name = element.attribute("name");
    if (name == nullptr) {
        m_values.error(element.line, "this service has no name");
        return;
    }
    ServiceIndex service = m_names.service(*name);
    if (service == noService)
        service = m_names.service("service:" + *name);
    if (service == noService) {
        m_values.error(element.line, "the cluster has no service \"" + *name + '"',
                       suggestion(*name, m_names.services()));
        return;
    }
    m_seenServices[static_cast<std::size_t>(service)] = true;
    readRecord(element, m_state.records[static_cast<std::size_t>(service)]);
    if (m_result.diagnostics.hasErrors())
        return;
    for (Doubt& doubt : doubtsAbout(m_cluster, m_state, service))
        m_values.warning(element.line, std::move(doubt.what), std::move(doubt.remedy));
}

void ClustatReading::tellWhatIsMissing()
{
    for (std::size_t i = 0; i < m_seenNodes.size(); ++i) {
        if (!m_seenNodes[i])
            m_values.warning(0, m_cluster.nodes[i].name + " is not among the nodes: it is off");
    }
    // Without quorum clustat shows no services at all, and nobody has records.
    if (m_document.child(0, "groups") < 0)
        return;
    for (std::size_t i = 0; i < m_seenServices.size(); ++i) {
        if (!m_seenServices[i])
            m_values.warning(0, m_cluster.services[i].fullName +
                                    " is not among the services: it has no record yet");
    }
}

Result<StartState> ClustatReading::read()
{
    const int head = m_document.child(0, "cluster");
    const std::string* name = head < 0 ? nullptr : m_document.element(head).attribute("name");
    if (name != nullptr && *name != m_cluster.name)
        m_values.warning(m_document.element(head).line, "this is the state of the cluster \"" +
                                                            *name + "\", not of \"" +
                                                            m_cluster.name + '"');
    forEachIn("nodes", "node", [this](const ConfElement& node) { readNode(node); });
    forEachIn("groups", "group", [this](const ConfElement& group) { readGroup(group); });
    if (m_result.diagnostics.hasErrors())
        return std::move(m_result);
    tellWhatIsMissing();
    m_result.value = std::move(m_state);
    return std::move(m_result);
}

} // namespace

Result<StartState> readClustatXml(const QByteArray& text, const std::string& fileName,
                                  const Cluster& cluster)
{
    Result<StartState> result;
    if (text.indexOf('<') < 0) {
        result.diagnostics.error({fileName, 0, 0, {}}, "this is not XML",
                                 "give the output of clustat -x");
        return result;
    }
    const Result<ClusterConfDocument> document =
        ClusterConfDocument::parse(withoutPreamble(text), fileName);
    if (!document.ok()) {
        result.diagnostics = document.diagnostics;
        return result;
    }
    const int nodes = document->child(0, "nodes");
    if (document->root().name != "clustat" || nodes < 0) {
        result.diagnostics.error({fileName, document->root().line, 0, {}},
                                 "this is not the output of clustat -x with its nodes",
                                 "give the output of clustat -x, without -s and -m");
        return result;
    }
    return ClustatReading(*document, cluster).read();
}

} // namespace rgsim
