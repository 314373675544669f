#include "scenario_input.h"

#include "base/duration_text.h"
#include "base/limits.h"
#include "fault_options.h"
#include "formats/text_file.h"
#include "output.h"

#include <utility>

namespace rgsim {

void addScenarioArguments(CommandLine& line)
{
    line.parser().addPositionalArgument(
        QStringLiteral("FILE"), QStringLiteral("A cluster.conf, a scenario or a conformance case."),
        QStringLiteral("FILE"));
    addScenarioOptions(line.parser());
}

std::optional<LoadedInput> loadScenario(const CommandLine& line)
{
    return loadScenario(line, line.file());
}

std::optional<LoadedInput> loadScenario(const CommandLine& line, const std::string& path)
{
    Result<LoadedInput> input = loadInput(path);
    printDiagnostics(input.diagnostics);
    if (!input.ok() || input.diagnostics.hasErrors())
        return std::nullopt;
    const Diagnostics problems = applyScenarioOptions(line.parser(), input->file.scenario);
    printDiagnostics(problems);
    if (problems.hasErrors())
        return std::nullopt;
    return std::move(input.value);
}

SimTime timeWithin(CommandLine& line, const Scenario& scenario, SimTime fallback)
{
    const SimTime at = line.time("at").value_or(fallback);
    if (at > scenario.until)
        line.error("--at lies behind the end of the run at " +
                       formatDuration(scenario.until - SimTime{}),
                   "give an earlier time, or a later end with --until");
    return at;
}

std::string sourceText(const LoadedInput& input, const std::string& path)
{
    if (input.file.source.kind != ClusterSource::Kind::Inline)
        return input.file.source.confText;
    const Result<QByteArray> text = readTextFile(path);
    return text.ok() ? text.value->toStdString() : std::string();
}

bool wasCutShort(const LoadedInput& input, bool hitEventLimit)
{
    if (hitEventLimit)
        printError("the run of \"" + input.file.scenario.name + "\" was ended after " +
                       std::to_string(limits::maxRunEvents) + " events",
                   "ask for an earlier time, or give an earlier end with --until");
    return hitEventLimit;
}

} // namespace rgsim
