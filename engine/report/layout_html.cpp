#include "report/layout_html.h"

#include "report/html_style_sheet.h"
#include "report/html_text.h"
#include "report/run_report.h"

#include <initializer_list>

namespace rgsim {

namespace {

constexpr const char* ownRules = R"(
.worse { color: var(--alarm); font-weight: bold; }
.better { color: #1a7f37; font-weight: bold; }
@media (prefers-color-scheme: dark) { .better { color: #6fdd8b; } }
@media print { .better { color: #000000; } }
)";

class LayoutPage {
public:
    explicit LayoutPage(const LayoutReport& report) : m_report(report) {}
    std::string write();

private:
    void writeHead(const std::string& title);
    void writeVerdict();
    void writeFiles();
    void writeTable(std::initializer_list<Verdict> verdicts);
    void writeRow(const ComparedFailure& failure, std::size_t number);
    void writeOneSided();

    const LayoutReport& m_report;
    HtmlText m_page;
};

void LayoutPage::writeHead(const std::string& title)
{
    m_page.open("head");
    m_page.markup("\n<meta charset=\"UTF-8\"/>\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                  // Whatever names may hold: nothing is run, nothing is fetched.
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                  "style-src 'unsafe-inline'\"/>\n");
    m_page.element("title", title);
    m_page.open("style");
    m_page.markup(htmlStyleSheet() + ownRules);
    m_page.close();
    m_page.close();
}

void LayoutPage::writeVerdict()
{
    const bool isWorse = m_report.comparison.count(Verdict::Worse) > 0;
    m_page.element("p", "Outcomes in the second layout: " + countsText(m_report.comparison) + '.',
                   isWorse ? "class=\"verdict alarm\"" : "class=\"verdict\"");
}

void LayoutPage::writeFiles()
{
    m_page.open("dl");
    const auto fact = [&](const char* name, const std::string& value) {
        m_page.element("dt", name);
        m_page.element("dd", value);
    };
    fact("First", m_report.firstName);
    fact("Second", m_report.secondName);
    fact("Compared", commonText(m_report));
    fact("Failures",
         std::to_string(m_report.comparison.failures.size()) + ", the cold start among them");
    fact("Tolerance",
         "times that differ by up to " + spanText(m_report.tolerance) + " are the same");
    m_page.close();
}

void LayoutPage::writeRow(const ComparedFailure& failure, std::size_t number)
{
    const ComparedService& service = failure.services[number];
    const std::string verdict = toString(service.judgement.verdict);
    const ServiceIndex index = m_report.comparison.services[number].first;
    m_page.open("tr");
    m_page.element("td", verdict, "class=\"" + verdict + '"');
    m_page.element("td", failureText(m_report.first, failure.first));
    m_page.element("th", m_report.first.service(index).fullName, "scope=\"row\"");
    m_page.element("td", outcomeText(m_report.first, service.first));
    m_page.element("td", outcomeText(m_report.second, service.second));
    m_page.element("td", judgementText(service));
    m_page.close();
}

void LayoutPage::writeTable(std::initializer_list<Verdict> verdicts)
{
    m_page.open("div", "class=\"wide\"");
    m_page.open("table");
    m_page.open("thead");
    m_page.open("tr");
    for (const char* heading : {"Verdict", "After", "Service", "First", "Second", "Because"})
        m_page.element("th", heading, "scope=\"col\"");
    m_page.close();
    m_page.close();
    m_page.open("tbody");
    for (const Verdict verdict : verdicts) {
        for (const ComparedFailure& failure : m_report.comparison.failures) {
            for (std::size_t i = 0; i < failure.services.size(); ++i) {
                if (failure.services[i].judgement.verdict == verdict)
                    writeRow(failure, i);
            }
        }
    }
    m_page.close();
    m_page.close();
    m_page.close();
}

void LayoutPage::writeOneSided()
{
    if (m_report.comparison.oneSided.empty())
        return;
    m_page.element("h2", "Not compared");
    m_page.open("ul");
    for (const OneSidedFailure& failure : m_report.comparison.oneSided)
        m_page.element("li", oneSidedText(m_report, failure));
    m_page.close();
}

std::string LayoutPage::write()
{
    m_page.markup("<!DOCTYPE html>\n");
    m_page.open("html", "lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"");
    writeHead("Two layouts compared");
    m_page.open("body");
    m_page.element("h1", "Two layouts compared");
    writeVerdict();
    writeFiles();
    const auto& comparison = m_report.comparison;
    m_page.element("h2", "What changes");
    if (comparison.count(Verdict::Worse) + comparison.count(Verdict::Better) +
            comparison.count(Verdict::Moved) ==
        0)
        m_page.element("p", "No outcome changes.");
    else
        writeTable({Verdict::Worse, Verdict::Better, Verdict::Moved});
    writeOneSided();
    m_page.element("h2", "What stays the same");
    m_page.open("details");
    m_page.element("summary",
                   countText(static_cast<std::size_t>(comparison.count(Verdict::Same)), "outcome"));
    writeTable({Verdict::Same});
    return m_page.take();
}

} // namespace

std::string layoutHtml(const LayoutReport& report)
{
    return LayoutPage(report).write();
}

} // namespace rgsim
