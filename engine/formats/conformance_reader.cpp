#include "formats/conformance_reader.h"

#include "base/limits.h"
#include "formats/cluster_conf_reader.h"
#include "formats/cluster_names.h"
#include "formats/suggestion.h"

#include <algorithm>
#include <set>
#include <utility>

namespace rgsim {

namespace {

constexpr int maxConfLength = 16 * 1024 * 1024;
constexpr int maxCases = 100'000;

// One case on its way: the object's members and what has been built from them.
class CaseReader {
public:
    CaseReader(const JsonObjectCursor& object, const std::string& fileName,
               const std::shared_ptr<const ResourceTypes>& types)
        : m_object(object), m_fileName(fileName), m_types(types)
    {
    }

    std::optional<ConformanceCase> read();

private:
    Cluster& cluster() { return m_case.scenario.cluster; }

    bool readCluster();
    void readGuards();
    void readGuard(const std::string& serviceName, const JsonCursor& collisions);
    void addKeepApartPairs();
    void readDurations();
    void readEvents();
    void readEvent(const JsonCursor& row);
    bool readBoot(const JsonCursor& row, PlanEvent& event);
    bool readCrash(const JsonCursor& row, PlanEvent& event);
    bool readDie(const JsonCursor& row, PlanEvent& event);
    bool readAdmin(const JsonCursor& row, PlanEvent& event);
    bool readWander(const JsonCursor& row, PlanEvent& event);
    void readFaults();
    void readFault(const JsonCursor& row);
    bool needsTrees() const;

    std::optional<SimTime> time(const JsonCursor& row, qsizetype index, const char* meaning) const;
    std::optional<NodeIndex> node(const JsonCursor& id);
    std::optional<NodeIndex> nodeAt(const JsonCursor& row, qsizetype index, const char* meaning);
    std::optional<std::string> nameAt(const JsonCursor& row, qsizetype index,
                                      const char* meaning) const;
    ResourceIndex resourceOf(const std::string& name);
    QJsonArray rows(const char* key) const;

    JsonObjectCursor m_object;
    const std::string& m_fileName;
    std::shared_ptr<const ResourceTypes> m_types;
    ConformanceCase m_case;
    std::optional<ClusterNames> m_names; ///< once the cluster is read
};

std::optional<ConformanceCase> CaseReader::read()
{
    m_case.name = m_object.text("name", limits::maxNameLength, "unnamed");
    m_case.family = m_object.text("family", limits::maxNameLength);
    m_case.about = m_object.longText("about");
    if (!readCluster())
        return std::nullopt;
    m_case.hasTrees = needsTrees();
    readGuards();
    readDurations();
    readEvents();
    readFaults();
    Scenario& scenario = m_case.scenario;
    scenario.name = m_case.name;
    scenario.about = m_case.about;
    scenario.until = SimTime::seconds(m_object.integer("until", 0, limits::maxSeconds, 300));
    m_case.trace = rows("trace");
    m_case.final = rows("final");
    m_case.alive = rows("alive");
    m_case.log = rows("log");
    return m_case;
}

bool CaseReader::readCluster()
{
    const std::optional<JsonCursor> conf = m_object.find("cluster_conf");
    if (!conf) {
        m_object.self().error("\"cluster_conf\" is missing in a conformance case");
        return false;
    }
    const std::optional<std::string> text = conf->text(maxConfLength, true);
    if (!text)
        return false;
    m_case.confText = *text;
    Result<Cluster> read = readClusterConf(QByteArray::fromStdString(*text),
                                           m_fileName + " (" + conf->path() + ')', m_types);
    m_object.self().report().append(read.diagnostics);
    if (!read.ok())
        return false;
    cluster() = std::move(*read);
    m_names.emplace(cluster());
    const std::int64_t written = cluster().statusPollInterval.ms / 1000;
    cluster().statusPollInterval = SimDuration::seconds(
        m_object.integer("status_poll_interval", 1, limits::maxSeconds, written));
    cluster().tokenTimeout = {};
    for (Node& node : cluster().nodes) {
        node.fencingTime = {};
        node.bootTime = {};
    }
    return true;
}

void CaseReader::readGuards()
{
    static const std::vector<std::string> modes = {"off", "published", "exact", "hardened"};
    cluster().guardMode = static_cast<GuardMode>(m_object.choice("guard_mode", modes, 0));
    if (const std::optional<JsonCursor> guards = m_object.find("guards")) {
        guards->forEachMember(limits::maxServices,
                              [this](const std::string& name, const JsonCursor& collisions) {
                                  readGuard(name, collisions);
                              });
    }
    addKeepApartPairs();
    cluster().finish(); // the guarded scripts follow from the guarded services
}

void CaseReader::readGuard(const std::string& serviceName, const JsonCursor& collisions)
{
    const ServiceIndex index = m_names->service(serviceName);
    if (index == noService) {
        collisions.warning("there is no service \"" + serviceName + "\" to guard");
        return;
    }
    Service& service = cluster().services[static_cast<std::size_t>(index)];
    service.isGuarded = true;
    collisions.forEach(limits::maxServices, [&service](const JsonCursor& name) {
        if (std::optional<std::string> text = name.text(limits::maxNameLength))
            service.collisions.push_back(std::move(*text));
    });
}

// Two services that name each other are meant to be kept apart; one-sided lists are a fault that
// the case wants to show, so nothing is measured for them.
void CaseReader::addKeepApartPairs()
{
    std::set<std::pair<ServiceIndex, ServiceIndex>> named;
    for (ServiceIndex who = 0; who < cluster().serviceCount(); ++who) {
        for (const std::string& collision : cluster().service(who).collisions)
            named.emplace(who, m_names->service(collision));
    }
    for (const auto& [who, whom] : named) {
        if (who < whom && named.contains({whom, who}))
            cluster().keepApart.push_back({{who, whom}, 0});
    }
}

void CaseReader::readDurations()
{
    const std::optional<JsonCursor> durations = m_object.find("durations");
    if (!durations)
        return;
    static const JsonShape shape = {"durations", "the durations", {{"start"}, {"stop"}}};
    const std::optional<JsonObjectCursor> object = durations->object(shape);
    if (!object)
        return;
    ScriptTimes times;
    times.start = SimDuration::seconds(object->integer("start", 0, limits::maxSeconds, 0));
    times.stop = SimDuration::seconds(object->integer("stop", 0, limits::maxSeconds, 0));
    for (Service& service : cluster().services) {
        for (TreeNode& node : service.tree.nodes) {
            if (node.resource != noResource)
                node.times = times;
        }
    }
}

void CaseReader::readEvents()
{
    if (const std::optional<JsonCursor> events = m_object.find("events"))
        events->forEach(limits::maxPlanEvents, [this](const JsonCursor& row) { readEvent(row); });
}

void CaseReader::readEvent(const JsonCursor& row)
{
    using Read = bool (CaseReader::*)(const JsonCursor&, PlanEvent&);
    static const std::vector<std::pair<std::string, Read>> kinds = {
        {"boot", &CaseReader::readBoot},     {"crash", &CaseReader::readCrash},
        {"die", &CaseReader::readDie},       {"admin", &CaseReader::readAdmin},
        {"wander", &CaseReader::readWander},
    };
    std::vector<std::string> words;
    for (const auto& [word, read] : kinds)
        words.push_back(word);
    const std::optional<SimTime> at = time(row, 0, "time");
    const std::optional<JsonCursor> word = row.element(1, "kind");
    const std::optional<std::size_t> kind = word ? word->choice(words) : std::nullopt;
    if (!at || !kind)
        return;
    PlanEvent event;
    event.at = *at;
    event.line = row.line();
    if ((this->*kinds[*kind].second)(row, event))
        m_case.scenario.plan.events.push_back(std::move(event));
}

bool CaseReader::readBoot(const JsonCursor& row, PlanEvent& event)
{
    event.kind = PlanKind::Boot;
    const std::optional<JsonCursor> ids = row.element(2, "list of node ids");
    if (!ids)
        return false;
    ids->forEach(limits::maxNodes, [&](const JsonCursor& id) {
        const std::optional<NodeIndex> found = node(id);
        if (!found)
            return;
        if (std::find(event.nodes.begin(), event.nodes.end(), *found) != event.nodes.end())
            id.error("the node stands twice in one boot");
        event.nodes.push_back(*found);
    });
    return true;
}

bool CaseReader::readCrash(const JsonCursor& row, PlanEvent& event)
{
    event.kind = PlanKind::Crash;
    event.node = nodeAt(row, 2, "node id").value_or(noNode);
    return event.node != noNode;
}

bool CaseReader::readDie(const JsonCursor& row, PlanEvent& event)
{
    event.kind = PlanKind::ProcessDies;
    const std::optional<std::string> name = nameAt(row, 2, "name of what dies");
    if (!name)
        return false;
    event.resource = resourceOf(*name);
    return event.resource != noResource; // what no tree has changes nothing
}

bool CaseReader::readAdmin(const JsonCursor& row, PlanEvent& event)
{
    static const std::vector<std::string> requests = {"enable",   "disable", "stop",   "restart",
                                                      "relocate", "migrate", "freeze", "unfreeze"};
    event.kind = PlanKind::Admin;
    const std::optional<JsonCursor> word = row.element(2, "request");
    const std::optional<std::size_t> request = word ? word->choice(requests) : std::nullopt;
    const std::optional<std::string> name = nameAt(row, 3, "service");
    const std::optional<JsonCursor> target = row.element(4, "target");
    event.node = nodeAt(row, 5, "node that is asked").value_or(noNode);
    if (!request || !name || !target || event.node == noNode)
        return false;
    event.request = static_cast<AdminRequest>(*request);
    event.service = m_names->service(*name);
    if (event.service == noService) {
        row.warning("there is no service \"" + *name + "\", so nothing happens");
        return false;
    }
    // A target that is not configured is none to rgmanager either.
    const std::optional<std::int64_t> id = target->integer(-1, limits::maxNodeId);
    event.target = id && *id > 0 ? m_names->nodeWithId(*id) : noNode;
    return id.has_value();
}

bool CaseReader::readWander(const JsonCursor& row, PlanEvent& event)
{
    event.kind = PlanKind::Wander;
    const std::optional<std::string> name = nameAt(row, 2, "virtual machine");
    event.node = nodeAt(row, 3, "node id").value_or(noNode);
    if (!name || event.node == noNode)
        return false;
    event.service = m_names->service(*name);
    if (event.service != noService && cluster().service(event.service).type == "vm")
        return true;
    row.error("there is no virtual machine \"" + *name + '"');
    return false;
}

void CaseReader::readFaults()
{
    if (const std::optional<JsonCursor> faults = m_object.find("faults"))
        faults->forEach(limits::maxPlanEvents, [this](const JsonCursor& row) { readFault(row); });
}

void CaseReader::readFault(const JsonCursor& row)
{
    static const std::vector<std::string> ops = {"start",   "stop",    "status",
                                                 "recover", "migrate", "migrate-refused"};
    const std::optional<std::string> name = nameAt(row, 0, "name of what fails");
    const std::optional<JsonCursor> word = row.element(1, "operation");
    const std::optional<std::size_t> op = word ? word->choice(ops) : std::nullopt;
    const std::optional<JsonCursor> where = row.element(2, "node id");
    const std::optional<SimTime> from = time(row, 3, "first second");
    const std::optional<SimTime> to = time(row, 4, "end");
    if (!name || !op || !where || !from || !to)
        return;
    ScriptFault fault;
    fault.op = static_cast<ScriptOp>(*op);
    fault.from = *from;
    fault.to = *to;
    fault.line = row.line();
    fault.resource = resourceOf(*name);
    const bool anyNode = where->value().toInteger(-1) == 0;
    const std::optional<NodeIndex> found = anyNode ? noNode : node(*where);
    const bool acts = fault.resource != noResource && fault.from < fault.to;
    if (found && acts) {
        fault.node = *found;
        m_case.scenario.plan.scriptFaults.push_back(fault);
    }
}

// Families say what they are; a case without one is judged by its services.
bool CaseReader::needsTrees() const
{
    if (!m_case.family.empty())
        return m_case.family.starts_with("trees");
    const Cluster& cluster = m_case.scenario.cluster;
    return std::any_of(
        cluster.services.begin(), cluster.services.end(), [&cluster](const Service& service) {
            const std::vector<TreeNode>& nodes = service.tree.nodes;
            if (service.type == "vm")
                return nodes.size() != 1;
            return nodes.size() != 2 ||
                   cluster.resource(nodes[1].resource).fullName() != "script:" + service.name;
        });
}

std::optional<SimTime> CaseReader::time(const JsonCursor& row, qsizetype index,
                                        const char* meaning) const
{
    const std::optional<JsonCursor> found = row.element(index, meaning);
    const std::optional<std::int64_t> seconds =
        found ? found->integer(0, limits::maxSeconds) : std::nullopt;
    return seconds ? std::optional<SimTime>(SimTime::seconds(*seconds)) : std::nullopt;
}

std::optional<NodeIndex> CaseReader::node(const JsonCursor& id)
{
    const std::optional<std::int64_t> number = id.integer(1, limits::maxNodeId);
    if (!number)
        return std::nullopt;
    const NodeIndex found = m_names->nodeWithId(*number);
    if (found != noNode)
        return found;
    std::vector<std::string> known;
    for (const Node& node : cluster().nodes)
        known.push_back(std::to_string(node.id));
    std::string list = "configured are:";
    for (const std::string& name : known)
        list += ' ' + name;
    id.error("there is no node " + std::to_string(*number), list);
    return std::nullopt;
}

std::optional<NodeIndex> CaseReader::nodeAt(const JsonCursor& row, qsizetype index,
                                            const char* meaning)
{
    const std::optional<JsonCursor> id = row.element(index, meaning);
    return id ? node(*id) : std::nullopt;
}

std::optional<std::string> CaseReader::nameAt(const JsonCursor& row, qsizetype index,
                                              const char* meaning) const
{
    const std::optional<JsonCursor> found = row.element(index, meaning);
    return found ? found->text(limits::maxNameLength) : std::nullopt;
}

// Where services have only their own script, the service's name stands for that script.
ResourceIndex CaseReader::resourceOf(const std::string& name)
{
    constexpr std::string_view servicePrefix = "service:";
    if (name.starts_with(servicePrefix))
        return m_names->resource("script:" + name.substr(servicePrefix.size()));
    return m_names->resource(name);
}

QJsonArray CaseReader::rows(const char* key) const
{
    const std::optional<JsonCursor> found = m_object.find(key);
    if (!found)
        return {};
    if (!found->value().isArray())
        found->error("must be an array of rows");
    return found->value().toArray();
}

void warnAboutUnknownKeys(const JsonCursor& object)
{
    const std::vector<std::string> known = conformanceCaseShape().keyNames();
    object.forEachMember(limits::maxPlanEvents, [&](const std::string& key, const JsonCursor& at) {
        if (std::find(known.begin(), known.end(), key) == known.end())
            at.warning("unknown key in a conformance case", suggestion(key, known));
    });
}

} // namespace

const JsonShape& conformanceCaseShape()
{
    static const JsonShape shape = {"case",
                                    "a conformance case",
                                    {{"name"},
                                     {"family"},
                                     {"about"},
                                     {"cluster_conf", true},
                                     {"status_poll_interval"},
                                     {"durations"},
                                     {"guard_mode"},
                                     {"guards"},
                                     {"events"},
                                     {"faults"},
                                     {"until"},
                                     {"trace"},
                                     {"final"},
                                     {"alive"},
                                     {"log"}}};
    return shape;
}

std::optional<ConformanceCase>
readConformanceCase(const JsonCursor& object, const std::string& fileName,
                    const std::shared_ptr<const ResourceTypes>& types)
{
    const std::optional<JsonObjectCursor> opened = object.openObject();
    if (!opened)
        return std::nullopt;
    warnAboutUnknownKeys(object);
    return CaseReader(*opened, fileName, types).read();
}

namespace {

std::ptrdiff_t errorCount(const Diagnostics& diagnostics)
{
    const auto& items = diagnostics.items();
    return std::count_if(items.begin(), items.end(),
                         [](const Diagnostic& item) { return item.severity == Severity::Error; });
}

} // namespace

Result<std::vector<ConformanceCase>>
readConformanceCases(const QByteArray& text, const std::string& fileName,
                     const std::shared_ptr<const ResourceTypes>& types)
{
    JsonReport report(text, fileName);
    std::vector<ConformanceCase> cases;
    const auto readOne = [&](const JsonCursor& object) {
        const std::ptrdiff_t errorsBefore = errorCount(report.diagnostics());
        std::optional<ConformanceCase> read = readConformanceCase(object, fileName, types);
        if (read && errorCount(report.diagnostics()) == errorsBefore)
            cases.push_back(std::move(*read));
    };
    if (const std::optional<QJsonValue> root = report.parse()) {
        const JsonCursor cursor(report, *root, {});
        if (root->isArray())
            cursor.forEach(maxCases, readOne);
        else
            readOne(cursor);
    }
    Result<std::vector<ConformanceCase>> result;
    result.diagnostics = report.diagnostics();
    if (!report.hasErrors() || !cases.empty())
        result.value = std::move(cases);
    return result;
}

} // namespace rgsim
