#include "report/run_html.h"

#include "base/joined.h"
#include "report/html_style_sheet.h"
#include "report/html_text.h"
#include "report/log_text.h"
#include "report/mark_text.h"
#include "report/plan_text.h"
#include "report/run_svg.h"
#include "report/run_text.h"
#include "report/summary_words.h"
#include "report/svg_canvas.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <utility>

namespace rgsim {

namespace {

// Of each kind, without `all`: a page must open in a blink.
constexpr std::size_t mostPlanLines = 100;
constexpr std::size_t mostFindings = 100;
constexpr std::size_t mostEvents = 1000;
constexpr std::size_t mostLogLines = 5000;

constexpr std::array numberHeadings = {"moved",    "again",   "refused", "failed",  "checks",
                                       "downtime", "longest", "phantom", "together"};

constexpr const char* tableHelp =
    "moved: to another node; again: started again on its node; refused: starts that the guard "
    "refused with success; failed: starts that failed; checks: checks that failed; downtime: ran "
    "nowhere; longest: the longest downtime without a pause; phantom: started by record, but not "
    "running there; together: on a node with a service that it must keep apart from";

class RunPage {
public:
    RunPage(const RunReport& report, const HtmlStyle& style)
        : m_report(report), m_style(style), m_cluster(report.scenario.cluster),
          m_names(shortNodeNames(m_cluster)), m_events(eventsInOrder(report.scenario.plan))
    {
    }
    std::string write();

private:
    void writeHead(const std::string& title);
    void writeVerdict();
    void writeQuestion();
    void writeTimeline();
    void writePicture(const HtmlPicture& picture);
    void writeTable();
    void writeTableHead();
    void writeServiceRow(ServiceIndex index);
    void writeTableRow(const std::array<std::string, 3>& ends, const ServiceSummary& numbers,
                       bool isPhantom);
    void writeFindings();
    void writeEvents();
    void writeLog();

    void fact(const char* name, const std::string& value);
    void facts(const char* name, const std::vector<std::string>& values, std::size_t most);
    void list(const std::vector<std::string>& values, std::size_t most);
    void numberOfMore(std::size_t count);
    std::string endText() const;
    std::size_t shown(std::size_t count, std::size_t most) const
    {
        return m_style.all ? count : std::min(count, most);
    }

    const RunReport& m_report;
    const HtmlStyle& m_style;
    const Cluster& m_cluster;
    std::vector<std::string> m_names; ///< of nodes, short
    std::vector<PlanEvent> m_events;
    HtmlText m_page;
};

void RunPage::writeHead(const std::string& title)
{
    m_page.open("head");
    m_page.markup("\n<meta charset=\"UTF-8\"/>\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                  // Whatever names or pictures may hold: nothing is run, nothing is fetched.
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                  "img-src data:; style-src 'unsafe-inline'\"/>\n");
    m_page.element("title", title);
    m_page.open("style");
    m_page.markup(htmlStyleSheet());
    m_page.close();
    m_page.close();
}

void RunPage::writeVerdict()
{
    const Summary& summary = m_report.summary;
    if (m_report.hitEventLimit)
        m_page.element("p",
                       "The run was ended at " + clockText(m_report.timeline.end) +
                           " because it had too many events: this is not all that was asked for.",
                       "class=\"verdict alarm\"");
    std::string text = "Running at the end: " + std::to_string(summary.runningAtEnd) + " of " +
                       countText(m_cluster.services.size(), "service") +
                       "; started by record: " + std::to_string(summary.startedAtEnd) + '.';
    if (!summary.totals.downtime.isZero())
        text += " Downtime over all services: " + spanText(summary.totals.downtime) +
                ", the longest stretch " + spanText(summary.totals.longestOutage) + '.';
    if (!summary.violations.empty())
        text += " Services that must be kept apart were together for " +
                spanText(summary.violationTime) + '.';
    else if (!m_cluster.keepApart.empty())
        text += " No keep-apart rule was broken.";
    m_page.element("p", text,
                   summary.violations.empty() ? "class=\"verdict\"" : "class=\"verdict alarm\"");
}

void RunPage::fact(const char* name, const std::string& value)
{
    m_page.element("dt", name);
    m_page.element("dd", value);
}

void RunPage::numberOfMore(std::size_t count)
{
    m_page.element("li", "... and " + std::to_string(count) + " more", "class=\"pale\"");
}

void RunPage::list(const std::vector<std::string>& values, std::size_t most)
{
    m_page.open("ul");
    const std::size_t count = shown(values.size(), most);
    for (std::size_t i = 0; i < count; ++i)
        m_page.element("li", values[i]);
    if (count < values.size())
        numberOfMore(values.size() - count);
    m_page.close();
}

void RunPage::facts(const char* name, const std::vector<std::string>& values, std::size_t most)
{
    if (values.empty())
        return;
    m_page.element("dt", name);
    m_page.open("dd");
    list(values, most);
    m_page.close();
}

std::string RunPage::endText() const
{
    const SimTime reached = m_report.timeline.end;
    const std::string asked = spanText(m_report.scenario.until - SimTime{});
    return reached == m_report.scenario.until
               ? asked
               : asked + ", but this is the run until " + spanText(reached - SimTime{});
}

void RunPage::writeQuestion()
{
    const Scenario& scenario = m_report.scenario;
    std::vector<std::string> nodes;
    for (const Node& node : m_cluster.nodes)
        nodes.push_back(node.name);
    std::vector<std::string> rules;
    for (const KeepApartRule& rule : m_cluster.keepApart) {
        std::vector<std::string> services;
        for (const ServiceIndex service : rule.services)
            services.push_back(m_cluster.service(service).fullName);
        rules.push_back(joined(services, ", "));
    }
    std::vector<std::string> happens;
    for (const PlanEvent& event : m_events)
        happens.push_back("at " + spanText(event.at - SimTime{}) + ": " +
                          eventText(m_cluster, event));
    std::vector<std::string> faults;
    for (const ScriptFault& fault : scenario.plan.scriptFaults)
        faults.push_back(faultText(m_cluster, fault));
    for (const FenceFault& fault : scenario.plan.fenceFaults)
        faults.push_back(faultText(m_cluster, fault));
    for (const FailureRate& rate : scenario.plan.rates)
        faults.push_back(rateText(m_cluster, rate));

    m_page.element("h2", "What was asked");
    m_page.open("dl");
    fact("Cluster",
         countText(nodes.size(), "node") + ", " + countText(m_cluster.services.size(), "service"));
    fact("Nodes", joined(nodes, ", "));
    facts("Kept apart", rules, mostPlanLines);
    fact("Guard", guardText(m_cluster));
    facts("What happens", happens, mostPlanLines);
    facts("What goes wrong", faults, mostPlanLines);
    fact("Times", "a lost node is noticed after " + spanText(m_cluster.tokenTimeout) +
                      ", and each node looks for due checks every " +
                      spanText(m_cluster.statusPollInterval));
    fact("Arbitration",
         arbitrationText(scenario.arbitration) +
             (scenario.order.empty() ? ""
                                     : "; but for " + countText(scenario.order.size(), "choice")));
    fact("Seed", std::to_string(scenario.seed));
    fact("End", endText());
    m_page.close();
}

void RunPage::writePicture(const HtmlPicture& picture)
{
    const bool isSvg = picture.format == HtmlPicture::Format::Svg;
    const QByteArray data = QByteArray::fromStdString(picture.data).toBase64();
    m_page.open("figure");
    m_page.open("div", "class=\"card\"");
    m_page.markup(std::string("<img src=\"data:image/") + (isSvg ? "svg+xml" : "png") + ";base64," +
                  data.toStdString() + "\" alt=\"" + xmlEscaped(picture.caption) + "\"/>");
    m_page.close();
    m_page.element("figcaption", picture.caption);
    m_page.close();
}

void RunPage::writeTimeline()
{
    const std::string svg = runSvg(m_report, {m_style.width, m_style.all, false});
    m_page.element("h2", "The run as a picture");
    m_page.open("figure");
    m_page.open("div", "class=\"card\"");
    m_page.markup(std::string_view(svg).substr(svg.find("<svg")));
    m_page.close();
    m_page.element("figcaption", "For each service: what its record said above, what really ran "
                                 "below, and signs for what happened. Resting the pointer on "
                                 "anything says what it is.");
    m_page.close();
    for (const HtmlPicture& picture : m_style.pictures)
        writePicture(picture);
}

void RunPage::writeTableRow(const std::array<std::string, 3>& ends, const ServiceSummary& numbers,
                            bool isPhantom)
{
    const std::array cells = {numberWords(numbers.relocations),   numberWords(numbers.restartsHere),
                              numberWords(numbers.startsRefused), numberWords(numbers.startsFailed),
                              numberWords(numbers.checksFailed),  timeWords(numbers.downtime),
                              timeWords(numbers.longestOutage),   timeWords(numbers.phantom),
                              timeWords(numbers.violation)};
    static_assert(std::tuple_size_v<decltype(cells)> == numberHeadings.size());
    m_page.open("tr");
    m_page.element("th", ends[0], "scope=\"row\"");
    m_page.element("td", ends[1]);
    m_page.element("td", ends[2], isPhantom ? "class=\"alarm-text\"" : "");
    for (const std::string& cell : cells)
        m_page.element("td", cell, "class=\"number\"");
    m_page.close();
}

void RunPage::writeTableHead()
{
    m_page.element("caption", tableHelp);
    m_page.open("thead");
    m_page.open("tr");
    for (const char* heading : {"service", "record at the end", "really runs on"})
        m_page.element("th", heading, "scope=\"col\"");
    for (const char* heading : numberHeadings)
        m_page.element("th", heading, "scope=\"col\" class=\"number\"");
    m_page.close();
    m_page.close();
}

void RunPage::writeServiceRow(ServiceIndex index)
{
    const auto position = static_cast<std::size_t>(index);
    const ServiceSummary& service = m_report.summary.services[position];
    const std::string truth = truthWords(m_names, service.truthAtEnd);
    const bool isPhantom = m_report.timeline.services[position].hasProcesses &&
                           service.beliefAtEnd.isStarted() &&
                           !service.truthAtEnd.runsOn.contains(service.beliefAtEnd.owner);
    writeTableRow({m_cluster.service(index).fullName, beliefWords(m_names, service.beliefAtEnd),
                   truth == "-" ? "nowhere" : truth},
                  service, isPhantom);
}

void RunPage::writeTable()
{
    const Summary& summary = m_report.summary;
    TextStyle shown;
    shown.all = m_style.all;
    const std::vector<ServiceIndex> services = servicesToShow(m_report, shown);
    const std::size_t all = m_cluster.services.size();
    m_page.element("h2", "What it comes to");
    m_page.open("div", "class=\"wide\"");
    m_page.open("table");
    writeTableHead();
    m_page.open("tbody");
    for (const ServiceIndex index : services)
        writeServiceRow(index);
    m_page.close();
    if (all > 1) {
        m_page.open("tfoot");
        writeTableRow({"all " + std::to_string(all),
                       std::to_string(summary.startedAtEnd) + " started",
                       std::to_string(summary.runningAtEnd) + " run"},
                      summary.totals, false);
        m_page.close();
    }
    m_page.close();
    m_page.close();
    if (services.size() < all)
        m_page.element("p",
                       "The sums also count " + countText(all - services.size(), "more service") +
                           " with nothing to tell or no room here.",
                       "class=\"pale\"");
}

void RunPage::writeFindings()
{
    const Summary& summary = m_report.summary;
    m_page.element("h2", "Broken rules and the guard's mistakes");
    if (summary.violations.empty() && summary.hazards.empty()) {
        m_page.element("p", m_cluster.keepApart.empty()
                                ? "No services have to be kept apart, and no guard was wrong."
                                : "No keep-apart rule was broken, and no guard was wrong.");
        return;
    }
    std::vector<std::string> violations;
    for (const KeepApartViolation& violation : summary.violations)
        violations.push_back(violationWords(m_cluster, violation));
    std::vector<std::string> hazards;
    for (const GuardHazardFound& hazard : summary.hazards)
        hazards.push_back(hazardWords(m_cluster, hazard));
    if (!violations.empty())
        list(violations, mostFindings);
    if (!hazards.empty())
        list(hazards, mostFindings);
}

void RunPage::writeEvents()
{
    const std::vector<Mark>& marks = m_report.timeline.marks;
    const std::size_t count = shown(marks.size(), mostEvents);
    m_page.element("h2", "What happened");
    if (marks.empty()) {
        m_page.element("p", "Nothing that is worth a line.");
        return;
    }
    m_page.open("dl", "class=\"times\"");
    for (std::size_t i = 0; i < count; ++i) {
        if (i == 0 || marks[i].at != marks[i - 1].at)
            m_page.element("dt", clockText(marks[i].at));
        m_page.element("dd", markText(m_cluster, marks[i], m_events));
    }
    m_page.close();
    if (count < marks.size())
        m_page.element("p", "... and " + std::to_string(marks.size() - count) + " more",
                       "class=\"pale\"");
}

void RunPage::writeLog()
{
    std::string lines;
    std::size_t count = 0;
    const std::size_t most = shown(m_report.rows.size(), mostLogLines);
    for (const LogRow& row : m_report.rows) {
        if (row.kind == RowKind::Syslog && ++count <= most)
            lines += logLine(m_cluster, row);
    }
    m_page.element("h2", "rgmanager's log");
    m_page.open("details");
    m_page.element("summary", countText(count, "line"));
    m_page.element("pre", lines);
    m_page.close();
    if (count > most)
        m_page.element("p", "Only the first " + std::to_string(most) + " lines are shown.",
                       "class=\"pale\"");
}

std::string RunPage::write()
{
    const Scenario& scenario = m_report.scenario;
    std::string title = scenario.title.empty() ? scenario.name : scenario.title;
    if (title.empty())
        title = "A run";
    m_page.markup("<!DOCTYPE html>\n");
    m_page.open("html", "xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"");
    writeHead(title);
    m_page.open("body");
    m_page.element("h1", title);
    if (!scenario.about.empty())
        m_page.element("p", scenario.about, "class=\"about\"");
    writeVerdict();
    writeQuestion();
    writeTimeline();
    writeTable();
    writeFindings();
    writeEvents();
    writeLog();
    m_page.element("h2", "Fingerprint");
    m_page.open("p");
    m_page.element("code", fingerprintText(m_report.fingerprint));
    m_page.text(" Equal questions have equal runs, and equal runs have equal fingerprints.");
    m_page.close();
    return m_page.take();
}

} // namespace

std::string runHtml(const RunReport& report, const HtmlStyle& style)
{
    return RunPage(report, style).write();
}

} // namespace rgsim
