#include "report/layout_text.h"

#include "report/run_report.h"
#include "report/text_table.h"

#include <vector>

namespace rgsim {

namespace {

constexpr std::size_t columns = 6;

void addRows(const LayoutReport& report, Verdict verdict,
             std::vector<std::vector<std::string>>& rows)
{
    const LayoutComparison& comparison = report.comparison;
    for (const ComparedFailure& failure : comparison.failures) {
        for (std::size_t i = 0; i < failure.services.size(); ++i) {
            const ComparedService& service = failure.services[i];
            if (service.judgement.verdict != verdict)
                continue;
            rows.push_back({toString(verdict), failureText(report.first, failure.first),
                            report.first.service(comparison.services[i].first).fullName,
                            outcomeText(report.first, service.first),
                            outcomeText(report.second, service.second), judgementText(service)});
        }
    }
}

} // namespace

std::string layoutText(const LayoutReport& report)
{
    const LayoutComparison& comparison = report.comparison;
    std::string text = "first   " + report.firstName + "\nsecond  " + report.secondName + "\n" +
                       commonText(report) + "\n\n";
    std::vector<std::vector<std::string>> rows = {
        {"", "after", "service", "first", "second", "because"}};
    for (const Verdict verdict : {Verdict::Worse, Verdict::Better, Verdict::Moved})
        addRows(report, verdict, rows);
    if (rows.size() > 1)
        text += tableText(rows, columns) + '\n';
    for (const OneSidedFailure& failure : comparison.oneSided)
        text += "not compared  " + oneSidedText(report, failure) + '\n';
    if (!comparison.oneSided.empty())
        text += '\n';
    return text + countsText(comparison) + ", in " +
           countText(comparison.failures.size(), "failure") + " (the cold start is one)\n";
}

} // namespace rgsim
