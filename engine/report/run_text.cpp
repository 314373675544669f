#include "report/run_text.h"

#include "analysis/pieces.h"
#include "base/duration_text.h"
#include "report/gantt_row.h"
#include "rgmanager/request.h"

#include <algorithm>
#include <map>

namespace rgsim {

namespace {

constexpr int fewestColumns = 40;
constexpr std::size_t mostNodes = 16;
constexpr std::size_t longestName = 40;
constexpr std::size_t kindWidth = 8; ///< "record", "runs", "events" with a gap

struct Sign {
    char sign = ' ';
    int rank = 0; ///< of several in one cell the highest is shown
};

Sign signOf(const Mark& mark)
{
    switch (mark.kind) {
    case MarkKind::StopFailed:
        return {'S', 9};
    case MarkKind::StartRefused:
        return {'R', 8};
    case MarkKind::StartFailed:
    case MarkKind::RecoverFailed:
    case MarkKind::MigrationFailed:
        return {'F', 7};
    case MarkKind::Relocated:
        return {'>', 6};
    case MarkKind::RestartedHere:
        return {'r', 5};
    case MarkKind::StatusFailed:
        return {'c', 4};
    case MarkKind::Fault:
    case MarkKind::Wandered:
        return {'x', 3};
    case MarkKind::Reply:
        return {'a', 2};
    default:
        return {};
    }
}

char glyphOf(const Piece& piece)
{
    switch (piece.belief.state) {
    case ServiceState::Started:
        return piece.isPhantom() ? '?' : '=';
    case ServiceState::Starting:
        return '>';
    case ServiceState::Stopping:
        return '<';
    case ServiceState::Recoverable:
    case ServiceState::Recovering:
    case ServiceState::Checking:
        return '~';
    case ServiceState::Failed:
        return '!';
    case ServiceState::Migrating:
        return '%';
    case ServiceState::Stopped:
    case ServiceState::Disabled:
    case ServiceState::Uninitialized:
        break;
    }
    return '.';
}

char glyphOf(NodeState state)
{
    switch (state) {
    case NodeState::Up:
        return '=';
    case NodeState::Off:
        return '.';
    case NodeState::Lost:
        return 'x';
    case NodeState::Isolated:
        return '/';
    case NodeState::Idle:
        return '-';
    }
    return ' ';
}

int colourOf(NodeIndex node)
{
    return node == noNode ? 0 : node % 6 + 1;
}

// A node that is down for less than a cell would look as if nothing had happened.
void markShortOutages(GanttRow& row, const std::vector<NodeSegment>& segments)
{
    for (const NodeSegment& segment : segments) {
        const bool isOutage = segment.state != NodeState::Up && segment.from > SimTime{};
        if (isOutage && !row.shows(segment.from, segment.to, glyphOf(segment.state)))
            row.mark(segment.from, 'v', 1);
    }
}

class TimelinePrinter {
public:
    TimelinePrinter(const RunReport& report, const TextStyle& style);
    std::string print();

private:
    void printAxis();
    void printNodes();
    void printService(ServiceIndex index);
    void printRow(std::string_view name, std::string_view kind, const std::string& cells);
    std::string beliefRow(const ServiceTimeline& service) const;
    std::string truthRow(ServiceIndex index);
    std::string eventRow(ServiceIndex index) const;
    std::string_view placesText(const NodeSet& nodes, bool isShort);
    void indexByService();

    const RunReport& m_report;
    const Cluster& m_cluster;
    const TextStyle& m_style;
    std::vector<std::string> m_names; ///< of nodes, short
    std::vector<std::string> m_ids;
    std::vector<ServiceIndex> m_shown;
    std::vector<std::vector<std::size_t>> m_marks;      ///< by service
    std::vector<std::vector<std::size_t>> m_violations; ///< by service
    std::map<std::string, std::string> m_placeTexts;
    std::size_t m_nameWidth = 8;
    int m_columns = fewestColumns;
    std::string m_text;
};

TimelinePrinter::TimelinePrinter(const RunReport& report, const TextStyle& style)
    : m_report(report), m_cluster(report.scenario.cluster), m_style(style),
      m_names(shortNodeNames(m_cluster)), m_shown(servicesToShow(report, style))
{
    for (const Node& node : m_cluster.nodes)
        m_ids.push_back(std::to_string(node.id));
    for (const ServiceIndex service : m_shown)
        m_nameWidth = std::max(m_nameWidth, m_cluster.service(service).fullName.size());
    for (const Node& node : m_cluster.nodes)
        m_nameWidth = std::max(m_nameWidth, node.name.size());
    m_nameWidth = std::min(m_nameWidth, longestName) + 2;
    const int used = static_cast<int>(m_nameWidth + kindWidth);
    m_columns = std::max(fewestColumns - used, std::max(m_style.width, fewestColumns) - used);
    m_columns = std::max(m_columns, 20);
    indexByService();
}

void TimelinePrinter::indexByService()
{
    m_marks.resize(m_cluster.services.size());
    m_violations.resize(m_cluster.services.size());
    const std::vector<Mark>& marks = m_report.timeline.marks;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i].service != noService)
            m_marks[static_cast<std::size_t>(marks[i].service)].push_back(i);
    }
    const std::vector<KeepApartViolation>& violations = m_report.summary.violations;
    for (std::size_t i = 0; i < violations.size(); ++i) {
        for (const ServiceIndex service : violations[i].services)
            m_violations[static_cast<std::size_t>(service)].push_back(i);
    }
}

void TimelinePrinter::printRow(std::string_view name, std::string_view kind,
                               const std::string& cells)
{
    std::string shown(name);
    if (shown.size() + 2 > m_nameWidth)
        shown = shown.substr(0, m_nameWidth - 4) + "..";
    shown.resize(m_nameWidth, ' ');
    shown += kind;
    shown.resize(m_nameWidth + kindWidth, ' ');
    m_text += shown + cells;
    while (m_text.back() == ' ')
        m_text.pop_back();
    m_text += '\n';
}

void TimelinePrinter::printAxis()
{
    const auto columns = static_cast<std::size_t>(m_columns);
    std::string labels;
    std::string line(columns, '-');
    for (const AxisTick& tick : axisTicks(m_columns, m_report.timeline.end)) {
        const auto column = static_cast<std::size_t>(tick.column);
        const std::string label = spanText(tick.at - SimTime{});
        line[std::min(column, columns - 1)] = '|';
        if (labels.size() > column || column + label.size() > columns + 6)
            continue;
        labels.resize(column, ' ');
        labels += label + ' ';
    }
    printRow("", "", labels);
    printRow("", "", line);
}

void TimelinePrinter::printNodes()
{
    std::size_t silent = 0;
    const bool areFew = m_style.all || m_cluster.nodes.size() <= mostNodes;
    for (std::size_t i = 0; i < m_cluster.nodes.size(); ++i) {
        const std::vector<NodeSegment>& segments = m_report.timeline.nodes[i];
        if (!areFew && segments.size() == 1 && segments.front().state == NodeState::Up) {
            ++silent;
            continue;
        }
        GanttRow row(m_columns, m_report.timeline.end);
        for (const NodeSegment& segment : segments) {
            const bool isUp = segment.state == NodeState::Up;
            const std::string_view word = isUp ? "" : toString(segment.state);
            row.paint(segment.from, segment.to, glyphOf(segment.state), word, "",
                      isUp ? colourOf(static_cast<NodeIndex>(i)) : 0);
        }
        markShortOutages(row, segments);
        printRow(m_cluster.nodes[i].name, "node", row.text(m_style.colour));
    }
    if (silent > 0)
        m_text += "... and " + countText(silent, "node") + " that were up all the time\n";
    m_text += '\n';
}

std::string TimelinePrinter::beliefRow(const ServiceTimeline& service) const
{
    GanttRow row(m_columns, m_report.timeline.end);
    const auto paint = [&](const Piece& piece) {
        const BeliefSegment& belief = piece.belief;
        if (!belief.exists)
            return;
        std::string_view label = toString(belief.state);
        std::string_view shortLabel;
        if (belief.owner != noNode) {
            label = m_names[static_cast<std::size_t>(belief.owner)];
            shortLabel = m_ids[static_cast<std::size_t>(belief.owner)];
        }
        row.paint(piece.from, piece.to, glyphOf(piece), label, shortLabel, colourOf(belief.owner));
    };
    forEachPiece(service, {}, m_report.timeline.end, paint);
    if (m_report.timeline.end == SimTime{})
        paint({{}, {}, service.belief.back(), service.truth.back()});
    return row.text(m_style.colour);
}

// "node1+node2"; kept, because rows hold on to their labels.
std::string_view TimelinePrinter::placesText(const NodeSet& nodes, bool isShort)
{
    const std::vector<std::string>& names = isShort ? m_ids : m_names;
    if (nodes.count() == 1)
        return names[static_cast<std::size_t>(nodes.first())];
    std::string text;
    for (const NodeIndex node : nodes) {
        text += text.empty() ? "" : "+";
        text += names[static_cast<std::size_t>(node)];
    }
    return m_placeTexts.try_emplace(text, text).first->second;
}

std::string TimelinePrinter::truthRow(ServiceIndex index)
{
    const auto position = static_cast<std::size_t>(index);
    GanttRow row(m_columns, m_report.timeline.end);
    for (const TruthSegment& segment : m_report.timeline.services[position].truth) {
        const bool isWhole = !segment.runsOn.empty();
        const NodeSet& nodes = isWhole ? segment.runsOn : segment.partlyOn;
        if (!nodes.empty())
            row.paint(segment.from, segment.to, isWhole ? '#' : ':', placesText(nodes, false),
                      placesText(nodes, true), colourOf(nodes.first()));
        else
            row.paint(segment.from, segment.to, ' ', "", "", 0);
    }
    for (const std::size_t violation : m_violations[position]) {
        const KeepApartViolation& found = m_report.summary.violations[violation];
        row.overlay(found.from, found.to, '#', 'X');
    }
    return row.text(m_style.colour);
}

std::string TimelinePrinter::eventRow(ServiceIndex index) const
{
    GanttRow row(m_columns, m_report.timeline.end);
    for (const std::size_t i : m_marks[static_cast<std::size_t>(index)]) {
        const Mark& mark = m_report.timeline.marks[i];
        const Sign sign = signOf(mark);
        row.mark(mark.at, sign.sign, sign.rank);
    }
    return row.text(false);
}

void TimelinePrinter::printService(ServiceIndex index)
{
    const ServiceTimeline& service = m_report.timeline.services[static_cast<std::size_t>(index)];
    printRow(m_cluster.service(index).fullName, "record", beliefRow(service));
    if (service.hasProcesses)
        printRow("", "runs", truthRow(index));
    const std::string events = eventRow(index);
    if (!events.empty())
        printRow("", "events", events);
}

constexpr const char* legend =
    "record  = started  ? started, but it does not run there  > starting  < stopping\n"
    "        ~ recovering  ! failed  . stopped or disabled  % migrating\n"
    "runs    # runs  (blank) runs nowhere  : only part of it runs\n"
    "        X runs beside a service it must keep apart from\n"
    "events  c check failed  R start refused by the guard  F script failed  S stop failed\n"
    "        > relocated  r restarted on its node  x fault  a request ended\n"
    "nodes   = up  x lost, not yet known to be down  / isolated  - no manager  . off\n"
    "        v not up for less than can be drawn\n";

std::string TimelinePrinter::print()
{
    printAxis();
    printNodes();
    for (const ServiceIndex service : m_shown)
        printService(service);
    const std::size_t hidden = m_cluster.services.size() - m_shown.size();
    if (hidden > 0) {
        const std::vector<bool> news = servicesWithNews(m_report);
        const auto all = static_cast<std::size_t>(std::count(news.begin(), news.end(), true));
        m_text += "... and " + countText(hidden, "more service");
        m_text += all > m_shown.size()
                      ? ", " + std::to_string(all - m_shown.size()) + " of them with events"
                      : " that started once and ran on";
        m_text += "; --all shows every one\n";
    }
    m_text += '\n';
    m_text += legend;
    return std::move(m_text);
}

} // namespace

std::vector<ServiceIndex> servicesToShow(const RunReport& report, const TextStyle& style)
{
    std::vector<ServiceIndex> shown;
    const int count = report.scenario.cluster.serviceCount();
    const bool areFew = style.all || count <= style.mostServices;
    const std::vector<bool> news = areFew ? std::vector<bool>() : servicesWithNews(report);
    for (ServiceIndex service = 0; service < count; ++service) {
        if (!areFew && static_cast<int>(shown.size()) == style.mostServices)
            break;
        if (areFew || news[static_cast<std::size_t>(service)])
            shown.push_back(service);
    }
    return shown;
}

std::string headText(const RunReport& report)
{
    const Scenario& scenario = report.scenario;
    std::string text = "seed " + std::to_string(scenario.seed) + '\n';
    const std::string& title = scenario.title.empty() ? scenario.name : scenario.title;
    if (!title.empty())
        text += title + '\n';
    if (!scenario.about.empty())
        text += scenario.about + '\n';
    text += countText(scenario.cluster.nodes.size(), "node") + ", " +
            countText(scenario.cluster.services.size(), "service") + ", " +
            spanText(report.timeline.end - SimTime{}) + ", guard " +
            wordOf(scenario.cluster.guardMode) + ", " + arbitrationWords(scenario) + '\n';
    return text;
}

std::string timelineText(const RunReport& report, const TextStyle& style)
{
    return TimelinePrinter(report, style).print();
}

} // namespace rgsim
