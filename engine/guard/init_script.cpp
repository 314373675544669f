#include "guard/init_script.h"

#include "base/shell_text.h"
#include "guard/guard_block.h"
#include "guard/guard_in_script.h"
#include "guard/script_templates.h"

#include <algorithm>

namespace rgsim {

namespace {

constexpr std::size_t longestProgramName = 100;

bool isPlainLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool isOneLine(std::string_view text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
}

void checkPath(const std::string& path, const char* name, Diagnostics& problems)
{
    if (!path.starts_with('/') || !isOneLine(path))
        problems.error({}, "the " + std::string(name) + " is not a path from the root on",
                       "write one such as /var/run/bark.pid, without line ends");
}

std::string pidFileOf(const InitScriptSpec& spec)
{
    return spec.pidFile.empty() ? "/var/run/" + spec.program + ".pid" : spec.pidFile;
}

/// What can be judged without a script.
Diagnostics checkSpec(const InitScriptSpec& spec)
{
    Diagnostics problems;
    checkProgramName(spec.program, problems);
    checkPath(sysconfigFileOf(spec), "file of settings", problems);
    checkPath(pidFileOf(spec), "pid file", problems);
    if (spec.form == GuardMode::Exact)
        problems.error({}, "there is no script of the exact form, which is only a measure",
                       "choose the published or the hardened form");
    if (!isOneLine(spec.description))
        problems.error({}, "the description of " + spec.program + " is not one line",
                       "leave line ends and control characters out");
    if (!std::all_of(spec.command.begin(), spec.command.end(), isOneLine))
        problems.error({}, "the command line of " + spec.program + " has control characters in it",
                       "leave line ends and control characters out");
    if (!spec.command.empty() && spec.command.front().empty())
        problems.error({}, "the command line of " + spec.program + " begins with an empty word",
                       "begin it with the path of the program");
    return problems;
}

std::string plainScript(const InitScriptSpec& spec)
{
    std::string command;
    for (const std::string& word : spec.command)
        command += (command.empty() ? "" : " ") + scriptQuoted(word);
    const std::string description =
        spec.description.empty() ? spec.program + ", started by rgmanager" : spec.description;
    return script_templates::filled(script_templates::initScript,
                                    {{"PROG", spec.program},
                                     {"DESCRIPTION", description},
                                     {"PIDFILE", scriptQuoted(pidFileOf(spec))},
                                     {"COMMAND", command},
                                     {"BACKGROUND", spec.staysInForeground ? "yes" : "no"}});
}

/// The shell that the first line names: "bash", "sh"; empty if it is no such line.
std::string_view shellOf(const std::vector<ScriptLine>& lines)
{
    if (lines.empty() || !lines[0].text.starts_with("#!"))
        return {};
    std::string_view rest = lines[0].text.substr(2); // blanks stay: a CR makes it another program
    std::string_view program;
    do {
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
        program = rest.substr(0, end);
        rest.remove_prefix(end);
        program.remove_prefix(program.find_last_of('/') + 1);
    } while (program == "env");
    return program == "bash" || program == "sh" ? program : std::string_view();
}

/// The line in front of which the guard's functions go, and in front of which its call goes.
struct Place {
    std::size_t block = 0;
    std::size_t call = 0;
    std::string indentation;
    std::string_view callText;
};

std::string indentationOf(const ScriptLine& line)
{
    return std::string(line.text.substr(0, line.text.find_first_not_of(" \t")));
}

/// The indentation of the first command from line @p i on; four blanks if there is none.
std::string indentationFrom(const std::vector<ScriptLine>& lines, std::size_t i)
{
    while (i < lines.size() && withoutBlanks(lines[i].text).empty())
        ++i;
    return i < lines.size() ? indentationOf(lines[i]) : "    ";
}

/// The first line of the comment right above line @p i.
std::size_t aboveComment(const std::vector<ScriptLine>& lines, std::size_t i)
{
    while (i > 1 && withoutBlanks(lines[i - 1].text).starts_with('#') && !lines[i - 1].isData)
        --i;
    return i;
}

/// The line behind the opening brace of the one start function, if it can take a line.
std::optional<Place> placeInStart(const std::vector<ScriptLine>& lines)
{
    std::optional<Place> place;
    int definitions = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto behind = definitionOf("start", lines[i].text);
        if (lines[i].isData || !behind)
            continue;
        ++definitions;
        std::size_t brace = i;
        if (behind->empty()) {
            do {
                ++brace;
            } while (brace < lines.size() &&
                     withoutBlanks(withoutComment(lines[brace].text)).empty());
        }
        const bool opens =
            brace < lines.size() &&
            (brace == i ? *behind : withoutBlanks(withoutComment(lines[brace].text))) == "{";
        if (opens && brace + 1 < lines.size())
            place = {aboveComment(lines, i), brace + 1, indentationFrom(lines, brace + 1),
                     guardCall};
    }
    return definitions == 1 ? place : std::nullopt;
}

std::optional<Place> placeBeforeCase(const std::vector<ScriptLine>& lines)
{
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::string_view code = withoutBlanks(withoutComment(lines[i].text));
        const bool asksFirst =
            code.find("$1") != std::string_view::npos || code.find("${1") != std::string_view::npos;
        if (!lines[i].isData && asksFirst &&
            (code.starts_with("case ") || code.starts_with("case\t")))
            return Place{aboveComment(lines, i), i, indentationOf(lines[i]), guardCallForStart};
    }
    return std::nullopt;
}

SourcePlace atLine(std::size_t index)
{
    return {{}, static_cast<int>(index) + 1, 0, {}};
}

/// Everything that keeps a guard from being put into a script that has none of ours.
std::optional<Place> findPlace(const std::string& existing, const std::vector<ScriptLine>& lines,
                               Diagnostics& problems)
{
    const std::string_view shell = shellOf(lines);
    const GuardInScript byHand = guardIn(existing);
    if (shell.empty()) {
        problems.error(atLine(0), "the first line does not name bash or sh",
                       "put #!/bin/bash there if it is a shell script");
    } else if (byHand.kind == GuardInScript::Kind::ByHand) {
        problems.error({{}, byHand.line, 0, {}}, "there is a guard already that was typed by hand",
                       "remove it and its call first");
    } else if (shell == "sh") {
        problems.warning(atLine(0), "the guard needs bash, and the first line names sh",
                         "that is bash on Red Hat; elsewhere write #!/bin/bash");
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const std::string_view name : guardFunctions) {
            if (!lines[i].isData && definitionOf(name, lines[i].text))
                problems.error(atLine(i),
                               "the script has a function of its own that is called " +
                                   std::string(name),
                               "rename it; the guard needs the name");
        }
    }
    std::optional<Place> place = placeInStart(lines);
    if (!place)
        place = placeBeforeCase(lines);
    if (!place)
        problems.error({}, "the script has no start function and no case over its first argument",
                       "write its start as a function: start() {");
    return problems.hasErrors() ? std::nullopt : place;
}

} // namespace

bool isProgramName(std::string_view name)
{
    return !name.empty() && name.size() <= longestProgramName && isPlainLetter(name.front()) &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return isPlainLetter(c) ||
                      std::string_view(".+@-").find(c) != std::string_view::npos;
           });
}

void checkProgramName(const std::string& name, Diagnostics& problems)
{
    if (!isProgramName(name))
        problems.error({}, '"' + name + "\" cannot be the name of an init script",
                       "use 1 to " + std::to_string(longestProgramName) +
                           " letters, digits and _ . + @ -, and begin with a letter or digit");
}

std::string sysconfigFileOf(const InitScriptSpec& spec)
{
    return spec.sysconfigFile.empty() ? "/etc/sysconfig/" + spec.program : spec.sysconfigFile;
}

Result<std::string> initScriptText(const InitScriptSpec& spec)
{
    Result<std::string> result;
    result.diagnostics = checkSpec(spec);
    if (result.diagnostics.hasErrors())
        return result;
    return withGuard(plainScript(spec), spec);
}

Result<std::string> withGuard(const std::string& existing, const InitScriptSpec& spec)
{
    Result<std::string> result;
    const std::vector<ScriptLine> lines = scriptLines(existing);
    const GuardPlaces places = guardPlaces(lines);
    result.diagnostics = checkSpec(spec);
    if (!places.isNone() && !places.isWhole())
        result.diagnostics.error(
            atLine(places.begin.value_or(
                places.end.value_or(places.calls.empty() ? 0 : places.calls.front()))),
            "the markers of the guard are not complete: it takes BEGIN, END and one call",
            "remove the guard by hand, or put back what is missing");
    if (result.diagnostics.hasErrors())
        return result;
    if (spec.form == GuardMode::Off) {
        result.value = withoutGuard(existing);
        return result;
    }
    const std::string block = guardBlockText({spec.form, spec.program, sysconfigFileOf(spec)});
    if (places.isWhole()) {
        result.value = existing.substr(0, lines[*places.begin].begin) + block +
                       existing.substr(lines[*places.end].end);
        return result;
    }
    const std::optional<Place> place = findPlace(existing, lines, result.diagnostics);
    if (!place)
        return result;
    const std::size_t blockAt = lines[place->block].begin;
    const std::size_t callAt = lines[place->call].begin;
    result.value = existing.substr(0, blockAt) + block + '\n' +
                   existing.substr(blockAt, callAt - blockAt) + place->indentation +
                   std::string(place->callText) + existing.substr(callAt);
    return result;
}

std::string withoutGuard(const std::string& text)
{
    const std::vector<ScriptLine> lines = scriptLines(text);
    const GuardPlaces places = guardPlaces(lines);
    if (!places.isWhole())
        return text;
    std::string kept;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool isBlock = i >= *places.begin && i <= *places.end;
        const bool isOurBlankLine = i == *places.end + 1 && lines[i].text.empty();
        if (!isBlock && !isOurBlankLine && i != places.calls.front())
            kept += text.substr(lines[i].begin, lines[i].end - lines[i].begin);
    }
    return kept;
}

} // namespace rgsim
