#include "formats/scenario_start_reader.h"

#include "base/limits.h"
#include "formats/scenario_shapes.h"
#include "formats/start_state_doubts.h"

#include <cmath>
#include <limits>
#include <utility>

namespace rgsim {

namespace {

class StartReader {
public:
    explicit StartReader(const ScenarioReferences& references)
        : m_references(references), m_cluster(references.cluster())
    {
        m_state.nodes.resize(m_cluster.nodes.size(), NodeStart::Manager);
        m_state.records.resize(m_cluster.services.size());
    }
    StartState read(const JsonObjectCursor& object);

private:
    void readNodes(const JsonObjectCursor& object);
    void readRecord(ServiceIndex service, const JsonCursor& cursor);
    void readChange(const JsonObjectCursor& object, ServiceRecord& record) const;
    void readPlaces(ServiceIndex service, const JsonCursor& cursor);
    NodeIndex optionalNode(const JsonObjectCursor& object, const char* key) const;
    void tellWhatIsMissing(const JsonCursor& cursor) const;
    NodeStart& node(NodeIndex index) { return m_state.nodes[static_cast<std::size_t>(index)]; }

    const ScenarioReferences& m_references;
    const Cluster& m_cluster;
    StartState m_state;
};

void StartReader::readNodes(const JsonObjectCursor& object)
{
    if (const std::optional<JsonCursor> list = object.find("nodes")) {
        m_state.nodes.assign(m_cluster.nodes.size(), NodeStart::Off);
        for (const NodeIndex up :
             m_references.nodes(*list, true).value_or(std::vector<NodeIndex>()))
            node(up) = NodeStart::Manager;
    }
    const std::optional<JsonCursor> without = object.find("without_rgmanager");
    if (!without)
        return;
    without->forEach(limits::maxNodes, [this](const JsonCursor& element) {
        const std::optional<NodeIndex> index = m_references.node(element);
        if (!index)
            return;
        if (node(*index) == NodeStart::Off)
            element.error("the node is not up: it is not among the \"nodes\"",
                          "add it there, or leave it out here");
        else if (node(*index) == NodeStart::Member)
            element.error("the node stands twice in the list", "name it once");
        node(*index) = NodeStart::Member;
    });
}

NodeIndex StartReader::optionalNode(const JsonObjectCursor& object, const char* key) const
{
    const std::optional<JsonCursor> cursor = object.find(key);
    return cursor ? m_references.node(*cursor).value_or(noNode) : noNode;
}

// Seconds from the beginning of the run, mostly negative.
void StartReader::readChange(const JsonObjectCursor& object, ServiceRecord& record) const
{
    record.hasChanged = true;
    const std::optional<JsonCursor> cursor = object.find("changed");
    if (!cursor)
        return;
    if (cursor->value().isString()) {
        record.hasChanged = !cursor->choice({"never"}).has_value();
        return;
    }
    const std::optional<double> seconds =
        cursor->number(static_cast<double>(earliestChange), static_cast<double>(latestChange));
    constexpr double milliseconds = 1000;
    record.transition = SimTime{std::llround(seconds.value_or(0) * milliseconds)};
}

void StartReader::readPlaces(ServiceIndex service, const JsonCursor& cursor)
{
    NodeSet places;
    cursor.forEach(limits::maxNodes, [&](const JsonCursor& element) {
        const std::optional<NodeIndex> index = m_references.node(element);
        if (!index)
            return;
        if (!m_state.isUp(*index))
            element.error("nothing runs on a node that is off",
                          "add it to the \"nodes\", or leave it out here");
        else if (places.contains(*index))
            element.error("the node stands twice in the list", "name it once");
        places.insert(*index);
    });
    m_state.runsOn[service] = places;
}

void StartReader::readRecord(ServiceIndex service, const JsonCursor& cursor)
{
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::startRecordShape());
    if (!object)
        return;
    ServiceRecord& record = m_state.records[static_cast<std::size_t>(service)];
    if (record.exists) {
        cursor.error("the service stands twice in the state", "name it once");
        return;
    }
    record.exists = true;
    record.state =
        static_cast<ServiceState>(object->choice("state", scenario::serviceStateWords(), 0));
    record.owner = optionalNode(*object, "owner");
    record.lastOwner = optionalNode(*object, "last_owner");
    record.restarts = static_cast<std::int32_t>(
        object->integer("restarts", 0, std::numeric_limits<std::int32_t>::max(), 0));
    record.frozen = object->flag("frozen", false);
    readChange(*object, record);
    if (const std::optional<JsonCursor> places = object->find("runs_on"))
        readPlaces(service, *places);
    if (cursor.report().hasErrors())
        return;
    for (Doubt& doubt : doubtsAbout(m_cluster, m_state, service))
        cursor.warning(std::move(doubt.what), std::move(doubt.remedy));
}

void StartReader::tellWhatIsMissing(const JsonCursor& cursor) const
{
    for (std::size_t i = 0; i < m_state.records.size(); ++i) {
        if (!m_state.records[i].exists)
            cursor.warning(m_cluster.services[i].fullName +
                               " is not among the services: it has no record yet",
                           "say in which state it is");
    }
}

StartState StartReader::read(const JsonObjectCursor& object)
{
    readNodes(object);
    if (const std::optional<JsonCursor> services = object.find("services"))
        services->forEachMember(
            limits::maxServices, [this](const std::string& name, const JsonCursor& cursor) {
                if (const std::optional<ServiceIndex> service = m_references.service(name, cursor))
                    readRecord(*service, cursor);
            });
    if (!object.self().report().hasErrors())
        tellWhatIsMissing(object.self());
    return std::move(m_state);
}

} // namespace

StartState readStartState(const JsonCursor& cursor, const ScenarioReferences& references)
{
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::startShape());
    return object ? StartReader(references).read(*object) : StartState();
}

} // namespace rgsim
