#include "session/layout_answer.h"

#include "formats/input_file.h"

#include <utility>

namespace rgsim::gui {

namespace {

constexpr std::size_t mostProblems = 5;

// The first problems of a file that is not open in the window, so each says where it is.
Diagnostics firstOf(const Diagnostics& all)
{
    Diagnostics first;
    for (Diagnostic problem : all.items()) {
        if (problem.severity < (all.hasErrors() ? Severity::Error : Severity::Warning))
            continue;
        if (first.items().size() == mostProblems)
            break;
        const SourcePlace& place = problem.place;
        if (!place.file.empty())
            problem.what = place.file + (place.line > 0 ? ':' + std::to_string(place.line) : "") +
                           ": " + problem.what;
        first.add(std::move(problem));
    }
    return first;
}

} // namespace

LayoutOutcome compareWithFile(const PlanningQuestion& first, const std::string& firstName,
                              const std::string& path, LayoutOptions options,
                              PlanningControl& control)
{
    LayoutOutcome outcome;
    Result<LoadedInput> input = loadInput(path);
    outcome.problems = firstOf(input.diagnostics);
    if (!input.ok() || outcome.problems.hasErrors())
        return outcome;
    const auto other = std::make_shared<const Scenario>(input->file.scenario);
    if (const auto problem = whatForbidsComparing(*first.scenario, *other, options)) {
        outcome.problems.add(*problem);
        return outcome;
    }
    options.progress = [&control](double done) {
        control.setDone(done);
        return !control.isStopped();
    };
    LayoutAnswer answer;
    answer.first = first;
    answer.second = {other, ScenarioDraft::of(input->file), {}, false};
    answer.comparison = compareLayouts(*first.scenario, *other, options);
    answer.firstName = firstName;
    answer.secondName = path;
    answer.tolerance = options.tolerance;
    outcome.answer = std::make_shared<const LayoutAnswer>(std::move(answer));
    return outcome;
}

} // namespace rgsim::gui
