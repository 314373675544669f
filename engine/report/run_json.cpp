#include "report/run_json.h"

#include "report/json_text.h"
#include "report/trace_json.h"
#include "rgmanager/messages.h"
#include "rgmanager/request.h"

namespace rgsim {

namespace {

class RunJsonWriter {
public:
    explicit RunJsonWriter(const RunReport& report)
        : m_report(report), m_cluster(report.scenario.cluster),
          m_events(eventsInOrder(report.scenario.plan))
    {
    }
    std::string write();

private:
    void writeHead();
    void writeNodes();
    void writeServices();
    void writeBelief(const ServiceTimeline& service);
    void writeTruth(const ServiceTimeline& service);
    void writeNumbers(const ServiceSummary& service);
    void writeRunSummary();
    void writeFindings();
    void writeMarks();
    void writeMark(const Mark& mark);
    void writeLog();
    void writeTrace();
    void nodeList(const char* key, const NodeSet& nodes);

    const RunReport& m_report;
    const Cluster& m_cluster;
    std::vector<PlanEvent> m_events;
    JsonText m_json;
};

void RunJsonWriter::writeHead()
{
    const Scenario& scenario = m_report.scenario;
    m_json.member("format", 1);
    m_json.member("name", scenario.name);
    m_json.member("title", scenario.title);
    m_json.member("about", scenario.about);
    m_json.member("seed", scenario.seed);
    m_json.member("until", m_report.timeline.end.ms);
    m_json.member("fingerprint", fingerprintText(m_report.fingerprint));
    m_json.member("guard", wordOf(m_cluster.guardMode));
    m_json.member("arbitration", wordOf(scenario.arbitration));
    m_json.member("event_limit_hit", m_report.hitEventLimit);
}

void RunJsonWriter::writeNodes()
{
    m_json.newLine();
    m_json.key("nodes").beginArray();
    for (std::size_t i = 0; i < m_cluster.nodes.size(); ++i) {
        m_json.newLine();
        m_json.beginObject();
        m_json.member("name", m_cluster.nodes[i].name);
        m_json.member("id", m_cluster.nodes[i].id);
        m_json.key("segments").beginArray();
        for (const NodeSegment& segment : m_report.timeline.nodes[i]) {
            m_json.beginObject();
            m_json.member("from", segment.from.ms);
            m_json.member("to", segment.to.ms);
            m_json.member("state", toString(segment.state));
            m_json.endObject();
        }
        m_json.endArray();
        m_json.endObject();
    }
    m_json.endArray();
}

void RunJsonWriter::nodeList(const char* key, const NodeSet& nodes)
{
    m_json.key(key).beginArray();
    for (const NodeIndex node : nodes)
        m_json.value(std::string_view(m_cluster.node(node).name));
    m_json.endArray();
}

void RunJsonWriter::writeBelief(const ServiceTimeline& service)
{
    m_json.newLine();
    m_json.key("belief").beginArray();
    for (const BeliefSegment& segment : service.belief) {
        m_json.beginObject();
        m_json.member("from", segment.from.ms);
        m_json.member("to", segment.to.ms);
        if (segment.exists)
            m_json.member("state", toString(segment.state));
        else
            m_json.key("state").null();
        writeNode(m_json, "owner", m_cluster, segment.owner);
        writeNode(m_json, "last_owner", m_cluster, segment.lastOwner);
        m_json.member("restarts", segment.restarts);
        m_json.member("frozen", segment.frozen);
        m_json.endObject();
    }
    m_json.endArray();
}

void RunJsonWriter::writeTruth(const ServiceTimeline& service)
{
    m_json.newLine();
    m_json.key("truth").beginArray();
    for (const TruthSegment& segment : service.truth) {
        m_json.beginObject();
        m_json.member("from", segment.from.ms);
        m_json.member("to", segment.to.ms);
        nodeList("runs_on", segment.runsOn);
        nodeList("partly_on", segment.partlyOn);
        m_json.endObject();
    }
    m_json.endArray();
}

void RunJsonWriter::writeNumbers(const ServiceSummary& service)
{
    m_json.member("relocations", service.relocations);
    m_json.member("restarts_here", service.restartsHere);
    m_json.member("starts_refused", service.startsRefused);
    m_json.member("starts_failed", service.startsFailed);
    m_json.member("checks_failed", service.checksFailed);
    m_json.member("downtime", service.downtime.ms);
    m_json.member("downtime_disabled", service.downtimeDisabled.ms);
    m_json.member("longest_outage", service.longestOutage.ms);
    m_json.member("phantom", service.phantom.ms);
    m_json.member("on_several_nodes", service.onSeveralNodes.ms);
    m_json.member("violation", service.violation.ms);
}

void RunJsonWriter::writeServices()
{
    m_json.newLine();
    m_json.key("services").beginArray();
    for (std::size_t i = 0; i < m_cluster.services.size(); ++i) {
        m_json.newLine();
        m_json.beginObject();
        m_json.member("name", m_cluster.services[i].fullName);
        writeBelief(m_report.timeline.services[i]);
        writeTruth(m_report.timeline.services[i]);
        m_json.newLine();
        m_json.key("summary").beginObject();
        writeNumbers(m_report.summary.services[i]);
        m_json.endObject();
        m_json.endObject();
    }
    m_json.endArray();
}

void RunJsonWriter::writeRunSummary()
{
    const Summary& summary = m_report.summary;
    m_json.newLine();
    m_json.key("summary").beginObject();
    m_json.member("from", summary.from.ms);
    m_json.member("to", summary.to.ms);
    writeNumbers(summary.totals);
    m_json.member("services_with_downtime", summary.servicesWithDowntime);
    m_json.member("started_at_end", summary.startedAtEnd);
    m_json.member("running_at_end", summary.runningAtEnd);
    m_json.member("violation_time", summary.violationTime.ms);
    m_json.endObject();
}

void RunJsonWriter::writeFindings()
{
    m_json.newLine();
    m_json.key("violations").beginArray();
    for (const KeepApartViolation& violation : m_report.summary.violations) {
        m_json.newLine();
        m_json.beginObject();
        m_json.member("rule", static_cast<std::int64_t>(violation.rule));
        writeNode(m_json, "node", m_cluster, violation.node);
        m_json.member("from", violation.from.ms);
        m_json.member("to", violation.to.ms);
        m_json.key("services").beginArray();
        for (const ServiceIndex service : violation.services)
            m_json.value(std::string_view(m_cluster.service(service).fullName));
        m_json.endArray();
        m_json.endObject();
    }
    m_json.endArray();
    m_json.newLine();
    m_json.key("hazards").beginArray();
    for (const GuardHazardFound& hazard : m_report.summary.hazards) {
        m_json.newLine();
        m_json.beginObject();
        m_json.member("t", hazard.at.ms);
        m_json.member("kind", toString(hazard.kind));
        writeService(m_json, "service", m_cluster, hazard.service);
        writeNode(m_json, "node", m_cluster, hazard.node);
        writeService(m_json, "other", m_cluster, hazard.other);
        m_json.endObject();
    }
    m_json.endArray();
}

void RunJsonWriter::writeMark(const Mark& mark)
{
    m_json.newLine();
    m_json.beginObject();
    m_json.member("t", mark.at.ms);
    m_json.member("kind", toString(mark.kind));
    if (mark.node != noNode)
        writeNode(m_json, "node", m_cluster, mark.node);
    if (mark.other != noNode)
        writeNode(m_json, "other", m_cluster, mark.other);
    if (mark.service != noService)
        writeService(m_json, "service", m_cluster, mark.service);
    if (mark.resource != noResource)
        writeResource(m_json, m_cluster, mark.resource);
    if (mark.kind == MarkKind::Reply) {
        m_json.member("text", replyName(static_cast<Request>(mark.request)));
        m_json.member("code", toString(static_cast<ReturnCode>(mark.code)));
    }
    if (mark.kind == MarkKind::Fault && static_cast<std::size_t>(mark.code) < m_events.size())
        m_json.member("text", eventText(m_cluster, m_events[static_cast<std::size_t>(mark.code)]));
    m_json.member("row", static_cast<std::int64_t>(mark.row));
    m_json.endObject();
}

void RunJsonWriter::writeMarks()
{
    m_json.newLine();
    m_json.key("marks").beginArray();
    for (const Mark& mark : m_report.timeline.marks)
        writeMark(mark);
    m_json.endArray();
}

void RunJsonWriter::writeLog()
{
    m_json.newLine();
    m_json.key("log").beginArray();
    for (const LogRow& row : m_report.rows) {
        if (row.kind != RowKind::Syslog)
            continue;
        m_json.newLine();
        m_json.beginObject();
        m_json.member("t", row.at.ms);
        writeNode(m_json, "node", m_cluster, row.node);
        m_json.member("priority", priorityName(priorityOf(static_cast<Message>(row.code))));
        m_json.member("text", messageText(m_cluster, row));
        m_json.endObject();
    }
    m_json.endArray();
}

void RunJsonWriter::writeTrace()
{
    m_json.newLine();
    m_json.key("trace").beginArray();
    for (const LogRow& row : m_report.rows)
        writeTraceRow(m_json, m_cluster, row);
    m_json.endArray();
}

std::string RunJsonWriter::write()
{
    m_json.beginObject();
    writeHead();
    writeNodes();
    writeServices();
    writeRunSummary();
    writeFindings();
    writeMarks();
    writeLog();
    writeTrace();
    m_json.endObject();
    return m_json.take() + '\n';
}

} // namespace

std::string runJson(const RunReport& report)
{
    return RunJsonWriter(report).write();
}

} // namespace rgsim
