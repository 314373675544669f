// The beginning of every verb that runs something: the file, the options that change it, and a time
// within the run. Prints what is wrong; runs nothing itself.
#pragma once

#include "command_line.h"
#include "formats/input_file.h"

#include <optional>
#include <string>

namespace rgsim {

/// Adds the FILE argument and the options of addScenarioOptions().
void addScenarioArguments(CommandLine& line);

/// The file with the options applied; nothing if it cannot be run, which is printed then. What is
/// merely odd is printed too and does not keep it from running.
std::optional<LoadedInput> loadScenario(const CommandLine& line);
/// The same for a file that is not the first argument.
std::optional<LoadedInput> loadScenario(const CommandLine& line, const std::string& path);

/// The value of --at, which must lie within the run; @p fallback if it is absent. A bad one is a
/// problem of @p line.
SimTime timeWithin(CommandLine& line, const Scenario& scenario, SimTime fallback);

/// The text in which the lines of explanations count: the cluster.conf, wherever it came from, or
/// the scenario at @p path itself if the cluster stands in it. Empty if it cannot be read any more.
std::string sourceText(const LoadedInput& input, const std::string& path);

/// Reports a run that was ended before its time because it took too many events; true if it was.
bool wasCutShort(const LoadedInput& input, bool hitEventLimit);

} // namespace rgsim
