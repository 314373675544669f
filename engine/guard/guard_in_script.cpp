#include "guard/guard_in_script.h"

#include "guard/guard_block.h"
#include "guard/init_script.h"
#include "guard/shell_assignments.h"

#include <algorithm>

namespace rgsim {

namespace {

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// Commands only, continued lines in one.
std::string codeOf(const std::vector<ScriptLine>& lines)
{
    std::string code;
    for (const ScriptLine& line : lines) {
        if (line.isData)
            continue;
        const std::string_view text = withoutComment(line.text);
        const bool goesOn = text.ends_with('\\');
        code += text.substr(0, text.size() - (goesOn ? 1 : 0));
        code += goesOn ? ' ' : '\n';
    }
    return code;
}

/// The line of the loop over CLUST_COLLISION.
std::optional<std::size_t> loopLine(const std::vector<ScriptLine>& lines)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view code = withoutComment(lines[i].text);
        const std::size_t loop = code.find("for ");
        const std::size_t words = loop == std::string_view::npos ? loop : code.find(" in ", loop);
        if (!lines[i].isData && words != std::string_view::npos &&
            has(code.substr(words), "CLUST_COLLISION"))
            return i;
    }
    return std::nullopt;
}

/// The line that begins the function around line @p inner; @p inner if there is none.
std::size_t functionLine(const std::vector<ScriptLine>& lines, std::size_t inner)
{
    for (std::size_t i = inner + 1; i-- > 0;) {
        const std::string_view code = withoutBlanks(withoutComment(lines[i].text));
        const std::size_t parenthesis = code.find('(');
        const std::string_view name = withoutBlanks(code.substr(0, parenthesis));
        const bool isFunction = parenthesis != std::string_view::npos && isProgramName(name) &&
                                definitionOf(name, code).has_value();
        if (!lines[i].isData && (isFunction || code.starts_with("function ")))
            return i;
    }
    return inner;
}

/// The word that stands in @p code behind @p before and ahead of @p after, if it is a plain name.
std::string nameBetween(std::string_view code, std::string_view before, std::string_view after)
{
    for (std::size_t at = code.find(before); at != std::string_view::npos;
         at = code.find(before, at + 1)) {
        std::string_view name = code.substr(at + before.size());
        name = name.substr(0, name.find_first_of(" \t\n\"';|&])"));
        if (!after.empty() && name.ends_with(after))
            name.remove_suffix(after.size());
        else if (!after.empty())
            continue;
        if (isProgramName(name))
            return std::string(name);
    }
    return {};
}

std::string programIn(std::string_view script, std::string_view code)
{
    std::string name = nameBetween(code, "/etc/sysconfig/", {});
    if (name.empty() || name == "network")
        name = nameBetween(code, "cluster-", ".sh");
    if (!name.empty())
        return name;
    for (const ShellAssignment& found : shellAssignments(script)) {
        if (found.name == "prog" && isProgramName(found.value))
            return found.value;
    }
    return {};
}

/// How often @p code tests a variable without quotes, as in `[ $K ]`.
int bareTests(std::string_view code)
{
    int count = 0;
    for (std::size_t at = code.find("[ $"); at != std::string_view::npos;
         at = code.find("[ $", at + 1)) {
        const std::size_t end = code.find_first_of(" \t\n\"", at + 3);
        const bool isDouble = at > 0 && code[at - 1] == '[';
        count += !isDouble && end != std::string_view::npos && code.substr(end).starts_with(" ]");
    }
    return count;
}

std::vector<std::string> differencesOf(std::string_view code, std::string_view function)
{
    std::vector<std::string> found;
    const auto tell = [&found](bool differs, const char* what) {
        if (differs)
            found.emplace_back(what);
    };
    tell(!has(code, "CLUST_ENABLED"), "it does not ask for CLUST_ENABLED, and so always acts");
    tell(!has(function, "CLUST_MYSERVICE"),
         "it does not look whether the service itself runs elsewhere");
    tell(!has(function, "HOSTNAME") && !has(function, "hostname") && !has(function, "uname"),
         "it does not ask for the node, and so counts services on any");
    tell(bareTests(function) < (has(function, "CLUST_MYSERVICE") ? 2 : 1),
         "it does not test what it found without quotes, and so may notice two colliding services");
    tell(!has(function, "exit 0"), "it does not end with success when it refuses");
    tell(has(function, "exit 1"), "it ends with failure when it refuses");
    tell(has(function, "clustat -x"), "it reads clustat -x, which cuts no names");
    tell(has(function, "fgrep") || has(function, "grep -F") || has(function, "grep -w") ||
             has(function, "egrep") || has(function, "grep -E"),
         "its grep takes patterns in another way");
    tell(has(function, "starting"), "it also looks for services that are starting");
    return found;
}

/// The lines from @p begin on, to the first line that is only a closing brace at its indentation.
std::vector<ScriptLine> bodyOf(const std::vector<ScriptLine>& lines, std::size_t begin)
{
    const std::string_view first = lines[begin].text;
    const std::string_view indentation = first.substr(0, first.find_first_not_of(" \t"));
    std::vector<ScriptLine> body;
    for (std::size_t i = begin; i < lines.size(); ++i) {
        body.push_back(lines[i]);
        if (lines[i].text.starts_with(std::string(indentation) + '}'))
            break;
    }
    return body;
}

GuardInScript guardByHand(std::string_view script, const std::vector<ScriptLine>& lines)
{
    GuardInScript guard;
    const std::string code = codeOf(lines);
    const std::optional<std::size_t> loop = loopLine(lines);
    if (!loop || !has(code, "clustat") || !has(code, "grep") || !has(code, "started"))
        return guard;
    const std::size_t function = functionLine(lines, *loop);
    guard.kind = GuardInScript::Kind::ByHand;
    guard.form = GuardMode::Published;
    guard.program = programIn(script, code);
    guard.line = static_cast<int>(function) + 1;
    guard.differences = differencesOf(code, codeOf(bodyOf(lines, function)));
    return guard;
}

} // namespace

GuardInScript guardIn(std::string_view script)
{
    const std::vector<ScriptLine> lines = scriptLines(script);
    const GuardPlaces places = guardPlaces(lines);
    if (places.isNone())
        return guardByHand(script, lines);
    GuardInScript guard;
    guard.kind = GuardInScript::Kind::Broken;
    guard.line = static_cast<int>(places.begin.value_or(
                     places.end.value_or(places.calls.empty() ? 0 : places.calls.front()))) +
                 1;
    const std::optional<GuardBlock> block =
        places.isWhole() ? readGuardMarker(lines[*places.begin].text) : std::nullopt;
    if (!block)
        return guard;
    guard.kind = GuardInScript::Kind::Ours;
    guard.form = block->form;
    guard.program = block->program;
    const std::size_t begin = lines[*places.begin].begin;
    guard.isAltered =
        script.substr(begin, lines[*places.end].end - begin) != guardBlockText(*block);
    return guard;
}

} // namespace rgsim
