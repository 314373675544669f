#include "command_line.h"
#include "fault_options.h"
#include "interrupt.h"
#include "output.h"
#include "output_file.h"
#include "report/layout_html.h"
#include "report/layout_json.h"
#include "report/layout_junit.h"
#include "report/layout_text.h"
#include "scenario_input.h"
#include "terminal.h"
#include "verb.h"

namespace rgsim {

namespace {

enum class Format { Text, Json, JUnit, Html };
const std::vector<std::string> formatWords = {"text", "json", "junit", "html"};
constexpr int mostFailures = 2;

struct Options {
    LayoutOptions layout;
    Format format = Format::Text;
    std::optional<std::string> outFile;
};

void addOptions(CommandLine& line)
{
    QCommandLineParser& parser = line.parser();
    parser.addPositionalArgument(QStringLiteral("A"),
                                 QStringLiteral("The layout as it is: a cluster.conf or scenario."),
                                 QStringLiteral("A"));
    parser.addPositionalArgument(QStringLiteral("B"),
                                 QStringLiteral("The layout that may take its place."),
                                 QStringLiteral("B"));
    parser.addOption({QStringLiteral("failures"),
                      QStringLiteral("Up to K failures in a row, 1 (the default) or 2; each "
                                     "strikes when both are at rest."),
                      QStringLiteral("K")});
    parser.addOption({QStringLiteral("tolerance"),
                      QStringLiteral("Times that differ by no more than this are the same "
                                     "(default 10s)."),
                      QStringLiteral("TIME")});
    line.addThreads();
    parser.addOption({QStringLiteral("format"),
                      QStringLiteral("text (the default), json, junit or html."),
                      QStringLiteral("FORMAT")});
    parser.addOption({QStringLiteral("out"),
                      QStringLiteral("Write to this file, whole or not at all."),
                      QStringLiteral("FILE")});
    addScenarioOptions(parser);
}

Options readOptions(CommandLine& line)
{
    Options options;
    options.format = static_cast<Format>(line.choice("format", formatWords));
    options.outFile = fileToWrite(line);
    options.layout.threads = line.threads();
    if (const auto failures = line.wholeNumber("failures", 1, mostFailures))
        options.layout.failures = static_cast<int>(*failures);
    if (const auto tolerance = line.time("tolerance"))
        options.layout.tolerance = *tolerance - SimTime{};
    return options;
}

// Ctrl+C ends it with what was compared by then.
LayoutComparison compare(const Scenario& first, const Scenario& second, LayoutOptions options)
{
    ProgressLine line;
    options.progress = showUntilInterrupted(line);
    return compareLayouts(first, second, options);
}

std::string print(const LayoutReport& report, Format format)
{
    switch (format) {
    case Format::Json:
        return layoutJson(report).toStdString();
    case Format::JUnit:
        return layoutJUnit(report).toStdString();
    case Format::Html:
        return layoutHtml(report);
    case Format::Text:
        break;
    }
    return layoutText(report);
}

} // namespace

int compareVerb(const QStringList& arguments)
{
    CommandLine line(
        "compare",
        "Lets two layouts of a cluster meet the same failures, and tells which outcomes change, "
        "and which get better or worse.\n"
        "Nodes and services of the same name are the same. The events of the files are not used. "
        "Options that change a scenario change both.\n"
        "Ends with 1 if any outcome gets worse, 2 for bad input. Ctrl+C prints what was compared "
        "by "
        "then and ends with 130.",
        {QStringLiteral("compare scenarios/guard/default_recovery.json "
                        "scenarios/guard/collision_sequence.json"),
         QStringLiteral("compare old/cluster.conf new/cluster.conf --format junit --out "
                        "layout.xml")});
    addOptions(line);
    if (const std::optional<int> end = line.read(arguments, 2, 2))
        return *end;
    const Options options = readOptions(line);
    if (const std::optional<int> end = line.problems())
        return *end;
    const std::optional<LoadedInput> first = loadScenario(line, line.file(0));
    if (!first)
        return exitBadInput;
    const std::optional<LoadedInput> second = loadScenario(line, line.file(1));
    if (!second)
        return exitBadInput;
    const Scenario& one = first->file.scenario;
    const Scenario& other = second->file.scenario;
    if (const auto problem = whatForbidsComparing(one, other, options.layout)) {
        printError(problem->what, problem->remedy);
        return exitBadInput;
    }
    const LayoutComparison comparison = compare(one, other, options.layout);
    const LayoutReport report{one.cluster,  other.cluster, comparison,
                              line.file(0), line.file(1),  options.layout.tolerance};
    if (!deliver(print(report, options.format), options.outFile))
        return exitBadInput;
    if (comparison.wasCutShort)
        return exitInterrupted;
    return comparison.count(Verdict::Worse) > 0 ? exitFound : exitFine;
}

} // namespace rgsim
