#include "report/run_svg.h"

#include "analysis/pieces.h"
#include "report/gantt_row.h"
#include "report/run_text.h"
#include "report/svg_canvas.h"
#include "report/svg_palette.h"

#include <algorithm>
#include <array>

namespace rgsim {

namespace {

constexpr double margin = 20;
constexpr double nameSize = 12;
constexpr double labelSize = 10;
constexpr double widestName = 260;
constexpr double axisHeight = 14;
constexpr double nodeLane = 18;
constexpr double nodeBar = 10;
constexpr double serviceLane = 48;
constexpr double recordBar = 16;
constexpr double truthBar = 9;
constexpr std::size_t mostNodes = 16;
constexpr std::size_t mostFaultLines = 60;

constexpr const char* ink = "#1f2430";
constexpr const char* paleInk = "#5b6270";
constexpr const char* gridInk = "#e3e6eb";
constexpr const char* alarm = "#c1121f";

// Keeps a text readable on a pattern.
constexpr const char* halo =
    R"(paint-order="stroke" stroke="#ffffff" stroke-width="3" stroke-linejoin="round")";

bool fits(std::string_view label, double width)
{
    return textWidth(label, labelSize) + 6 <= width;
}

// Bars that are drawn one behind the other, in order of time.
struct BarRow {
    double y;
    double height;
    double drawnTo = -1; ///< where the last one ends
};

class RunPicture {
public:
    RunPicture(const RunReport& report, const SvgStyle& style);
    std::string draw();

private:
    double x(SimTime at) const;
    void drawHead();
    void drawAxis(double top, double bottom);
    void drawNodes();
    void drawFaults(double top, double bottom);
    void drawPointer(double top, double bottom);
    void drawService(ServiceIndex index);
    void drawRecord(const ServiceTimeline& service, double y);
    void drawTruth(ServiceIndex index, double y);
    void drawMarks(ServiceIndex index, double y);
    void drawMark(const Mark& mark, double x, double y);
    void drawLegend();
    void drawName(std::string_view name, double y);
    void drawBar(BarRow& row, SimTime from, SimTime to, const BarLook& look, std::string_view label,
                 std::string_view tip);
    void legendItem(const BarLook& look, std::string_view text);
    std::string nodesText(const NodeSet& nodes) const;

    const RunReport& m_report;
    const Cluster& m_cluster;
    std::vector<std::string> m_names;
    std::vector<ServiceIndex> m_shown;
    std::vector<std::size_t> m_shownNodes;
    std::vector<PlanEvent> m_events;
    std::vector<std::vector<std::size_t>> m_marks;                    ///< by service
    std::vector<std::vector<const KeepApartViolation*>> m_violations; ///< by service and time
    SvgCanvas m_canvas;
    double m_width;
    double m_left = 0; ///< of the plot
    double m_right = 0;
    double m_y = margin; ///< where the next thing is drawn
    double m_legendX = margin;
    bool m_hasHead;
    std::optional<SimTime> m_mark;
};

RunPicture::RunPicture(const RunReport& report, const SvgStyle& style)
    : m_report(report), m_cluster(report.scenario.cluster), m_names(shortNodeNames(m_cluster)),
      m_events(eventsInOrder(report.scenario.plan)), m_marks(m_cluster.services.size()),
      m_violations(m_cluster.services.size()), m_width(std::max(600, style.width)),
      m_hasHead(style.head), m_mark(style.mark)
{
    TextStyle shown;
    shown.all = style.all;
    m_shown = servicesToShow(report, shown);
    const bool areFew = style.all || m_cluster.nodes.size() <= mostNodes;
    double widest = 60;
    for (std::size_t i = 0; i < m_cluster.nodes.size(); ++i) {
        const std::vector<NodeSegment>& segments = report.timeline.nodes[i];
        if (!areFew && segments.size() == 1 && segments.front().state == NodeState::Up)
            continue;
        m_shownNodes.push_back(i);
        widest = std::max(widest, textWidth(m_cluster.nodes[i].name, nameSize));
    }
    for (const ServiceIndex service : m_shown)
        widest = std::max(widest, textWidth(m_cluster.service(service).fullName, nameSize));
    m_left = margin + std::min(widest, widestName) + 12;
    m_right = m_width - margin - 14;
    for (std::size_t i = 0; i < report.timeline.marks.size(); ++i) {
        const Mark& mark = report.timeline.marks[i];
        if (mark.service != noService)
            m_marks[static_cast<std::size_t>(mark.service)].push_back(i);
    }
    for (const KeepApartViolation& violation : report.summary.violations) {
        for (const ServiceIndex service : violation.services)
            m_violations[static_cast<std::size_t>(service)].push_back(&violation);
    }
    for (auto& violations : m_violations)
        std::stable_sort(violations.begin(), violations.end(),
                         [](const auto* a, const auto* b) { return a->from < b->from; });
}

double RunPicture::x(SimTime at) const
{
    const auto length = static_cast<double>(std::max<std::int64_t>(1, m_report.timeline.end.ms));
    return m_left + (m_right - m_left) * static_cast<double>(at.ms) / length;
}

std::string RunPicture::nodesText(const NodeSet& nodes) const
{
    std::string text;
    for (const NodeIndex node : nodes)
        text += (text.empty() ? "" : ", ") + m_names[static_cast<std::size_t>(node)];
    return text;
}

void RunPicture::drawHead()
{
    const Scenario& scenario = m_report.scenario;
    const double room = m_width - 2 * margin;
    const std::string& title = scenario.title.empty() ? scenario.name : scenario.title;
    m_y += 16;
    m_canvas.text(margin, m_y, fitted(title, 18, room), 18, ink, TextAnchor::Start,
                  "font-weight=\"bold\"");
    std::string line;
    std::string_view rest = scenario.about;
    while (!rest.empty()) { // word by word into lines
        const std::size_t end = std::min(rest.find_first_of(" \n"), rest.size());
        const std::string word(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line.empty() && textWidth(line + ' ' + word, nameSize) > room) {
            m_canvas.text(margin, m_y += 18, line, nameSize, paleInk);
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
    }
    if (!line.empty())
        m_canvas.text(margin, m_y += 18, fitted(line, nameSize, room), nameSize, paleInk);
    const std::string facts = "seed " + std::to_string(scenario.seed) + ", " +
                              countText(m_cluster.nodes.size(), "node") + ", " +
                              countText(m_cluster.services.size(), "service") + ", guard " +
                              wordOf(m_cluster.guardMode) + ", " + arbitrationWords(scenario) +
                              ", fingerprint " + fingerprintText(m_report.fingerprint);
    m_canvas.text(margin, m_y += 18, fitted(facts, labelSize, room), labelSize, paleInk);
    m_y += 20 + axisHeight;
}

void RunPicture::drawAxis(double top, double bottom)
{
    const auto width = static_cast<int>(m_right - m_left);
    for (const AxisTick& tick : axisTicks(width / 7, m_report.timeline.end)) {
        const double at = x(tick.at);
        m_canvas.line(at, top, at, bottom, gridInk);
        m_canvas.text(at, top - 12, spanText(tick.at - SimTime{}), labelSize, paleInk,
                      TextAnchor::Middle);
    }
}

void RunPicture::drawName(std::string_view name, double y)
{
    const std::string shown = fitted(name, nameSize, m_left - margin - 12);
    m_canvas.beginTip(name);
    m_canvas.text(m_left - 12, y, shown, nameSize, ink, TextAnchor::End);
    m_canvas.endGroup();
}

void RunPicture::drawBar(BarRow& row, SimTime from, SimTime to, const BarLook& look,
                         std::string_view label, std::string_view tip)
{
    const double left = x(from);
    const double width = std::max(1.0, x(to) - left); // what is short can still be seen
    // Where bars are denser than pixels, one of them is enough.
    if (x(to) <= row.drawnTo)
        return;
    row.drawnTo = left + width;
    m_canvas.beginTip(std::string(tip) + ", " + spanText(from - SimTime{}) + " to " +
                      spanText(to - SimTime{}));
    m_canvas.rect(left, row.y, width, row.height, look.fill, look.outline);
    if (!look.pattern.empty())
        m_canvas.rect(left, row.y, width, row.height, look.pattern);
    if (!label.empty() && fits(label, width))
        m_canvas.text(left + 4, row.y + row.height / 2 + 3.5, label, labelSize, look.ink,
                      TextAnchor::Start, look.pattern.empty() ? "" : halo);
    m_canvas.endGroup();
}

void RunPicture::drawNodes()
{
    for (const std::size_t i : m_shownNodes) {
        drawName(m_cluster.nodes[i].name, m_y + nodeLane - 6);
        BarRow row{m_y + 4, nodeBar};
        for (const NodeSegment& segment : m_report.timeline.nodes[i]) {
            if (segment.from < segment.to)
                drawBar(row, segment.from, segment.to,
                        lookOf(segment.state, static_cast<NodeIndex>(i)), "",
                        m_cluster.nodes[i].name + ' ' + toString(segment.state));
        }
        m_y += nodeLane;
    }
    const std::size_t silent = m_cluster.nodes.size() - m_shownNodes.size();
    if (silent > 0)
        m_canvas.text(m_left, m_y += 14,
                      "and " + countText(silent, "node") + " that were up all the time", labelSize,
                      paleInk);
    m_y += 12;
}

// What happened to nodes, as lines through all lanes with a sign on top.
void RunPicture::drawFaults(double top, double bottom)
{
    std::size_t drawn = 0;
    for (const Mark& mark : m_report.timeline.marks) {
        const auto index = static_cast<std::size_t>(mark.code);
        const bool isShown = mark.kind == MarkKind::Fault && mark.service == noService &&
                             mark.resource == noResource && index < m_events.size() &&
                             mark.at > SimTime{};
        if (!isShown || ++drawn > mostFaultLines)
            continue;
        const double at = x(mark.at);
        m_canvas.beginTip(spanText(mark.at - SimTime{}) + ": " +
                          eventText(m_cluster, m_events[index]));
        m_canvas.line(at, top, at, bottom, alarm,
                      "stroke-dasharray=\"4 3\" stroke-opacity=\"0.7\"");
        m_canvas.path("M" + svgNumber(at - 5) + ' ' + svgNumber(top - 8) + "h10l-5 8z",
                      std::string("fill=\"") + alarm + '"');
        m_canvas.endGroup();
    }
}

void RunPicture::drawPointer(double top, double bottom)
{
    if (!m_mark)
        return;
    const double at = x(*m_mark);
    m_canvas.beginTip("first difference: " + clockText(*m_mark));
    m_canvas.line(at, top, at, bottom, alarm, "stroke-width=\"2\"");
    m_canvas.endGroup();
}

void RunPicture::drawRecord(const ServiceTimeline& service, double y)
{
    NodeIndex labelled = noNode;
    BarRow row{y, recordBar};
    forEachPiece(service, {}, m_report.timeline.end, [&](const Piece& piece) {
        const BeliefSegment& belief = piece.belief;
        if (!belief.exists)
            return;
        const std::string owner =
            belief.owner == noNode ? "" : m_names[static_cast<std::size_t>(belief.owner)];
        std::string tip = std::string("record: ") + toString(belief.state);
        tip += owner.empty() ? "" : " on " + owner;
        tip += piece.isPhantom() ? ", but it does not run there" : "";
        const bool isNew = belief.owner != labelled || belief.owner == noNode;
        const std::string label = owner.empty() ? toString(belief.state) : isNew ? owner : "";
        if (owner.empty() || fits(label, x(piece.to) - x(piece.from)))
            labelled = belief.owner;
        drawBar(row, piece.from, piece.to, lookOf(belief.state, belief.owner, piece.isPhantom()),
                label, tip);
    });
}

void RunPicture::drawTruth(ServiceIndex index, double y)
{
    const auto position = static_cast<std::size_t>(index);
    BarRow row{y, truthBar};
    for (const TruthSegment& segment : m_report.timeline.services[position].truth) {
        const bool isWhole = !segment.runsOn.empty();
        const NodeSet& nodes = isWhole ? segment.runsOn : segment.partlyOn;
        if (!nodes.empty() && segment.from < segment.to)
            drawBar(row, segment.from, segment.to, truthLook(nodes.first(), isWhole), "",
                    (isWhole ? "runs on " : "runs partly on ") + nodesText(nodes));
    }
    BarRow over{y, truthBar};
    for (const KeepApartViolation* violation : m_violations[position])
        drawBar(over, violation->from, violation->to, violationLook(), "",
                "not kept apart on " + m_cluster.node(violation->node).name);
}

void RunPicture::drawMark(const Mark& mark, double x, double y)
{
    const std::string at = svgNumber(x) + ' ' + svgNumber(y);
    const std::string stroke = std::string("fill=\"none\" stroke-width=\"1.6\" stroke=\"");
    switch (mark.kind) {
    case MarkKind::Relocated: // an arrow to the right
        m_canvas.path("M" + svgNumber(x - 6) + ' ' + svgNumber(y) + "h11m-4 -3.5l4 3.5l-4 3.5",
                      stroke + ink + '"');
        return;
    case MarkKind::RestartedHere: // an arrow that comes back
        m_canvas.path("M" + svgNumber(x + 3) + ' ' + svgNumber(y - 3) +
                          "a4 4 0 1 0 1 4m0 -4.5v4.5h-4.5",
                      stroke + ink + '"');
        return;
    case MarkKind::StartRefused: // no entry
        m_canvas.path("M" + svgNumber(x - 4) + ' ' + svgNumber(y) +
                          "a4 4 0 1 0 8 0a4 4 0 1 0 -8 0m1.2 -2.8l5.6 5.6",
                      stroke + alarm + '"');
        return;
    case MarkKind::StatusFailed: // a triangle
        m_canvas.path("M" + svgNumber(x - 4.5) + ' ' + svgNumber(y + 4) + "h9l-4.5 -8z",
                      "fill=\"#e07a00\"");
        return;
    case MarkKind::StartFailed:
    case MarkKind::StopFailed:
    case MarkKind::RecoverFailed:
    case MarkKind::MigrationFailed: // a square
        m_canvas.rect(x - 4, y - 4, 8, 8, alarm);
        return;
    case MarkKind::Fault: // a cross
        m_canvas.path("M" + at + "m-4 -4l8 8m0 -8l-8 8", stroke + alarm + '"');
        return;
    default:
        return;
    }
}

std::string tipOf(const Cluster& cluster, const Mark& mark, const std::vector<PlanEvent>& events)
{
    std::string tip = spanText(mark.at - SimTime{}) + ": ";
    const auto index = static_cast<std::size_t>(mark.code);
    if (mark.kind == MarkKind::Fault && index < events.size())
        return tip + eventText(cluster, events[index]);
    tip += toString(mark.kind);
    if (mark.node != noNode)
        tip += ' ' + cluster.node(mark.node).name;
    if (mark.other != noNode)
        tip += " to " + cluster.node(mark.other).name;
    return tip;
}

void RunPicture::drawMarks(ServiceIndex index, double y)
{
    struct Drawn {
        MarkKind kind;
        double at;
    };
    // Where marks are denser than can be seen, one of each kind is enough.
    std::vector<Drawn> last;
    double rightmost = -100;
    for (const std::size_t i : m_marks[static_cast<std::size_t>(index)]) {
        const Mark& mark = m_report.timeline.marks[i];
        if (mark.kind == MarkKind::Reply || mark.kind == MarkKind::Wandered)
            continue;
        const double at = x(mark.at);
        const auto same = std::find_if(last.begin(), last.end(),
                                       [&](const Drawn& d) { return d.kind == mark.kind; });
        if (same != last.end() && at - same->at < 3)
            continue;
        if (same == last.end())
            last.push_back({mark.kind, at});
        else
            same->at = at;
        // Signs of the same instant stand side by side.
        const bool isCrowded = at - rightmost < 11 && at - rightmost > -40;
        const double shown = std::min(isCrowded ? rightmost + 11 : at, m_width - 8);
        rightmost = shown;
        m_canvas.beginTip(tipOf(m_cluster, mark, m_events));
        drawMark(mark, shown, y);
        m_canvas.endGroup();
    }
}

void RunPicture::drawService(ServiceIndex index)
{
    const ServiceTimeline& service = m_report.timeline.services[static_cast<std::size_t>(index)];
    m_canvas.line(margin, m_y, m_right, m_y, gridInk);
    drawName(m_cluster.service(index).fullName, m_y + 5 + recordBar - 4);
    drawRecord(service, m_y + 5);
    drawTruth(index, m_y + 5 + recordBar + 2);
    drawMarks(index, m_y + 5 + recordBar + 2 + truthBar + 8);
    m_y += serviceLane;
}

void RunPicture::legendItem(const BarLook& look, std::string_view text)
{
    constexpr double box = 26;
    const double width = box + 6 + textWidth(text, labelSize) + 14;
    if (m_legendX + width > m_width - margin && m_legendX > margin) {
        m_legendX = margin;
        m_y += 20;
    }
    m_canvas.rect(m_legendX, m_y - 9, box, 12, look.fill, look.outline);
    if (!look.pattern.empty())
        m_canvas.rect(m_legendX, m_y - 9, box, 12, look.pattern);
    m_canvas.text(m_legendX + box + 6, m_y + 1, text, labelSize, ink);
    m_legendX += width;
}

void RunPicture::drawLegend()
{
    m_y += 26;
    const NodeIndex node = m_shownNodes.empty() ? 0 : static_cast<NodeIndex>(m_shownNodes.front());
    const std::pair<ServiceState, const char*> states[] = {
        {ServiceState::Started, "record: started (colour of the node)"},
        {ServiceState::Starting, "starting"},
        {ServiceState::Stopping, "stopping"},
        {ServiceState::Recoverable, "recovering"},
        {ServiceState::Failed, "failed"},
        {ServiceState::Stopped, "stopped, disabled"},
    };
    legendItem(lookOf(ServiceState::Started, node, false), states[0].second);
    legendItem(lookOf(ServiceState::Started, node, true), "started, but it does not run there");
    for (std::size_t i = 1; i < std::size(states); ++i)
        legendItem(lookOf(states[i].first, node, false), states[i].second);
    legendItem(truthLook(node, true), "runs");
    legendItem(truthLook(node, false), "runs in part");
    BarLook violation = violationLook();
    violation.fill = truthLook(node, true).fill;
    legendItem(violation, "runs beside a service it must keep apart from");
    legendItem(lookOf(NodeState::Lost, node), "node lost, not yet known to be down");
    legendItem(lookOf(NodeState::Isolated, node), "isolated");
    legendItem(lookOf(NodeState::Idle, node), "no manager");
    m_y += 22;
    m_legendX = margin;
    const std::pair<MarkKind, const char*> marks[] = {
        {MarkKind::Relocated, "relocated"},         {MarkKind::RestartedHere, "restarted"},
        {MarkKind::StartRefused, "start refused"},  {MarkKind::StatusFailed, "check failed"},
        {MarkKind::StartFailed, "a script failed"}, {MarkKind::Fault, "fault or request"},
    };
    for (const auto& [kind, text] : marks) {
        const double width = 20 + textWidth(text, labelSize) + 14;
        if (m_legendX + width > m_width - margin) {
            m_legendX = margin;
            m_y += 20;
        }
        Mark mark;
        mark.kind = kind;
        drawMark(mark, m_legendX + 7, m_y - 3);
        m_canvas.text(m_legendX + 20, m_y + 1, text, labelSize, ink);
        m_legendX += width;
    }
    m_y += margin;
}

std::string RunPicture::draw()
{
    // The height is known only at the end, but the grid lies below everything else.
    SvgCanvas front;
    if (m_hasHead)
        drawHead();
    else
        m_y += axisHeight;
    const double top = m_y;
    std::swap(front, m_canvas);
    drawNodes();
    for (const ServiceIndex service : m_shown)
        drawService(service);
    const double bottom = m_y;
    std::swap(front, m_canvas);
    drawAxis(top, bottom);
    m_canvas.append(front);
    drawFaults(top, bottom);
    drawPointer(top, bottom);
    const std::size_t hidden = m_cluster.services.size() - m_shown.size();
    if (hidden > 0)
        m_canvas.text(m_left, m_y += 16, "and " + countText(hidden, "more service"), labelSize,
                      paleInk);
    drawLegend();
    SvgCanvas whole;
    whole.rect(0, 0, m_width, m_y, "#ffffff");
    whole.append(m_canvas);
    const std::string& name =
        m_report.scenario.title.empty() ? m_report.scenario.name : m_report.scenario.title;
    return whole.document(m_width, m_y, name.empty() ? "A run" : name, m_report.scenario.about,
                          svgPatterns());
}

} // namespace

std::string runSvg(const RunReport& report, const SvgStyle& style)
{
    return RunPicture(report, style).draw();
}

} // namespace rgsim
