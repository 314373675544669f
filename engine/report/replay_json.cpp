#include "report/replay_json.h"

#include "report/json_text.h"

namespace rgsim {

namespace {

class ReplayPrinter {
public:
    explicit ReplayPrinter(const ReplayReport& report) : m_report(report) {}
    std::string print();

private:
    void printLog();
    void printCompared();
    void printDifference();
    void printSide(const char* name, bool ofLog);
    void printLines();
    void printLogOnly();
    void printServices();
    void printBelief(const char* name, const std::vector<BeliefSegment>& belief);
    void linkText(const char* name, const std::string& text);

    const ReplayReport& m_report;
    JsonText m_json;
};

// An empty text stands for none.
void ReplayPrinter::linkText(const char* name, const std::string& text)
{
    if (text.empty())
        m_json.key(name).null();
    else
        m_json.member(name, std::string_view(text));
}

void ReplayPrinter::printLog()
{
    m_json.newLine();
    m_json.key("log").beginObject();
    m_json.key("files").beginArray();
    for (const std::string& file : m_report.files)
        m_json.value(std::string_view(file));
    m_json.endArray();
    m_json.member("understood", static_cast<std::int64_t>(m_report.understood));
    m_json.key("not_understood").beginArray();
    for (const LogPlace& place : m_report.notUnderstood) {
        m_json.newLine();
        m_json.beginObject();
        m_json.member("place", std::string_view(place.place));
        m_json.member("text", std::string_view(place.text));
        m_json.endObject();
    }
    m_json.endArray();
    m_json.member("other_programs", static_cast<std::int64_t>(m_report.otherPrograms));
    m_json.member("blank", static_cast<std::int64_t>(m_report.blank));
    m_json.endObject();
}

void ReplayPrinter::printCompared()
{
    m_json.newLine();
    if (m_report.run == nullptr) {
        m_json.key("compared").null();
        return;
    }
    const LogComparisonRange& range = m_report.replay.range;
    m_json.key("compared").beginObject();
    m_json.member("from", range.from.ms);
    m_json.member("to", range.to.ms);
    m_json.key("nodes").beginArray();
    for (const std::string& node : range.nodes)
        m_json.value(std::string_view(node));
    m_json.endArray();
    m_json.member("tolerance", range.tolerance.ms);
    m_json.endObject();
}

void ReplayPrinter::printSide(const char* name, bool ofLog)
{
    const LogComparison& comparison = m_report.replay.comparison;
    const LinePair& first = comparison.lines[*comparison.firstDifference];
    const bool isHere = first.inLog.has_value() == ofLog;
    if (!isHere && !comparison.insteadOfIt) {
        m_json.key(name).null();
        return;
    }
    const LinePair& pair = isHere ? first : comparison.lines[*comparison.insteadOfIt];
    const LoggedLine& line =
        ofLog ? m_report.replay.logLines[*pair.inLog] : m_report.replay.runLines[*pair.inRun];
    m_json.key(name).beginObject();
    m_json.member("t", line.at.ms);
    m_json.member("node", std::string_view(line.node));
    m_json.member("text", std::string_view(line.text));
    if (ofLog)
        m_json.member("place", std::string_view(m_report.places[line.row]));
    m_json.endObject();
}

void ReplayPrinter::printDifference()
{
    m_json.newLine();
    if (m_report.isSame()) {
        m_json.key("first_difference").null();
        return;
    }
    const LogComparison& comparison = m_report.replay.comparison;
    m_json.key("first_difference").beginObject();
    m_json.member("t", comparison.lines[*comparison.firstDifference].at.ms);
    printSide("log", true);
    printSide("simulation", false);
    m_json.endObject();
}

void ReplayPrinter::printLogOnly()
{
    for (const LoggedLine& line : m_report.replay.logLines) {
        m_json.newLine();
        m_json.beginObject();
        m_json.member("t", line.at.ms);
        m_json.member("node", std::string_view(line.node));
        linkText("service", line.service);
        m_json.member("text", std::string_view(line.text));
        m_json.member("log", std::string_view(m_report.places[line.row]));
        m_json.key("simulation").null();
        m_json.endObject();
    }
}

void ReplayPrinter::printLines()
{
    m_json.newLine();
    m_json.key("lines").beginArray();
    if (m_report.run == nullptr)
        printLogOnly();
    for (const LinePair& pair : m_report.replay.comparison.lines) {
        const LoggedLine& line = pair.inLog ? m_report.replay.logLines[*pair.inLog]
                                            : m_report.replay.runLines[*pair.inRun];
        m_json.newLine();
        m_json.beginObject();
        m_json.member("t", pair.at.ms);
        m_json.member("node", std::string_view(line.node));
        linkText("service", line.service);
        m_json.member("text", std::string_view(line.text));
        linkText("log", pair.inLog ? m_report.places[line.row] : std::string());
        if (pair.inRun)
            m_json.member("simulation", m_report.replay.runLines[*pair.inRun].at.ms);
        else
            m_json.key("simulation").null();
        m_json.endObject();
    }
    m_json.endArray();
}

void ReplayPrinter::printBelief(const char* name, const std::vector<BeliefSegment>& belief)
{
    m_json.key(name).beginArray();
    for (const BeliefSegment& segment : belief) {
        m_json.beginObject();
        m_json.member("from", segment.from.ms);
        m_json.member("to", segment.to.ms);
        linkText("state", segment.exists ? toString(segment.state) : "");
        linkText("owner", segment.owner == noNode ? "" : m_report.cluster.node(segment.owner).name);
        m_json.endObject();
    }
    m_json.endArray();
}

void ReplayPrinter::printServices()
{
    m_json.newLine();
    m_json.key("services").beginArray();
    for (ServiceIndex i = 0; i < m_report.cluster.serviceCount(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        m_json.newLine();
        m_json.beginObject();
        m_json.member("name", std::string_view(m_report.cluster.service(i).fullName));
        printBelief("log", m_report.replay.logTimeline.services[index].belief);
        if (m_report.run != nullptr)
            printBelief("simulation", m_report.replay.runTimeline.services[index].belief);
        else
            m_json.key("simulation").null();
        m_json.endObject();
    }
    m_json.endArray();
}

std::string ReplayPrinter::print()
{
    m_json.beginObject();
    m_json.member("format", 1);
    m_json.member("time_zero", m_report.zero);
    if (m_report.run != nullptr)
        m_json.member("same", m_report.isSame());
    else
        m_json.key("same").null();
    printLog();
    printCompared();
    printDifference();
    printLines();
    printServices();
    m_json.endObject();
    return m_json.take() + '\n';
}

} // namespace

std::string replayJson(const ReplayReport& report)
{
    return ReplayPrinter(report).print();
}

} // namespace rgsim
