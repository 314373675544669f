#include "guard/sysconfig_text.h"

#include "base/joined.h"
#include "guard/guard.h"
#include "guard/init_script.h"
#include "guard/script_templates.h"
#include "guard/shell_assignments.h"

#include <algorithm>
#include <array>

namespace rgsim {

namespace {

namespace key {
constexpr std::string_view enabled = "CLUST_ENABLED";
constexpr std::string_view myService = "CLUST_MYSERVICE";
constexpr std::string_view collision = "CLUST_COLLISION";
constexpr std::string_view refusal = "CLUST_REFUSAL";
} // namespace key

constexpr std::string_view yes = "true";
constexpr std::string_view failure = "failure";
constexpr std::string_view comment =
    "\n# Keeps this program's service apart from other cluster services.\n";

bool isControl(char c)
{
    return (c >= 0 && c < ' ') || c == '\x7f';
}

/// In quotes that bash and the hardened guard, which knows no backslashes, take alike.
std::string quotedSetting(std::string_view name, const std::string& value, Diagnostics& problems)
{
    if (std::any_of(value.begin(), value.end(), isControl))
        problems.error({}, std::string(name) + " has a line end or control character in it",
                       "give the service a name of one line");
    else if (value.find_first_of("\"$`\\") == std::string::npos)
        return '"' + value + '"';
    else if (value.find('\'') == std::string::npos)
        return '\'' + value + '\'';
    else
        problems.error(
            {}, std::string(name) + " cannot be quoted so that every reader understands " + value,
            "give the service a name without an apostrophe, or without quotes, dollar "
            "signs, backquotes and backslashes");
    return {};
}

std::vector<std::string> wordsOf(const std::vector<std::string>& entries)
{
    std::vector<std::string> words;
    for (const std::string& entry : entries) {
        for (const std::string_view word : splitWords(entry))
            words.emplace_back(word);
    }
    return words;
}

struct Setting {
    std::string_view name;
    std::string quoted;
    bool isWritten = true;
};
using Settings = std::array<Setting, 4>;

Settings settingsOf(const Sysconfig& wanted, Diagnostics& problems)
{
    const std::string collisions = joined(wordsOf(wanted.collisions), " ");
    return {{
        {key::enabled, wanted.enabled ? "\"true\"" : "\"false\""},
        {key::myService, quotedSetting(key::myService, wanted.myService, problems)},
        {key::collision, quotedSetting(key::collision, collisions, problems)},
        {key::refusal, wanted.refusalFails.value_or(false) ? "\"failure\"" : "\"success\"",
         wanted.refusalFails.has_value()},
    }};
}

/// Whether the value is written so that the hardened guard reads it as a shell does: plain, or in
/// one pair of quotes.
bool isReadAlike(std::string_view text, const ShellAssignment& found)
{
    const std::string_view raw = text.substr(found.begin, found.end - found.begin);
    if (found.isComputed || found.isOpen)
        return false;
    if (raw == found.value)
        return text.substr(found.end).find_first_of(" \t\r\n") == 0 || found.end == text.size();
    return raw == '"' + found.value + '"' || raw == '\'' + found.value + '\'';
}

bool hasValue(const ShellAssignment& found, const Sysconfig& wanted)
{
    if (found.name == key::enabled)
        return (found.value == yes) == wanted.enabled;
    if (found.name == key::myService)
        return found.value == wanted.myService;
    if (found.name == key::refusal)
        return (found.value == failure) == wanted.refusalFails;
    return wordsOf({found.value}) == wordsOf(wanted.collisions);
}

bool isOurs(const ShellAssignment& found)
{
    return found.name == key::enabled || found.name == key::myService ||
           found.name == key::collision || found.name == key::refusal;
}

void judge(const ShellAssignment& found, Diagnostics& problems)
{
    const SourcePlace place{{}, found.line, 0, {}};
    if (found.isForOneCommand)
        problems.warning(place, found.name + " is set for one command only, and not for the guard",
                         "put it on a line of its own");
    else if (found.isOpen)
        problems.warning(place, "the value of " + found.name + " is not closed",
                         "close its quote or parenthesis");
    else if (found.isComputed)
        problems.warning(place,
                         "a shell would compute the value of " + found.name +
                             "; here it is taken as written",
                         "write the value itself");
}

} // namespace

Result<std::string> sysconfigText(const Sysconfig& settings, const std::string& program)
{
    Result<std::string> result;
    checkProgramName(program, result.diagnostics);
    const Settings wanted = settingsOf(settings, result.diagnostics);
    if (result.diagnostics.hasErrors())
        return result;
    std::string text =
        script_templates::filled(script_templates::sysconfig, {{"PROG", program},
                                                               {"ENABLED", wanted[0].quoted},
                                                               {"MYSERVICE", wanted[1].quoted},
                                                               {"COLLISION", wanted[2].quoted}});
    if (wanted[3].isWritten)
        text += '\n' + script_templates::filled(script_templates::sysconfigRefusal,
                                                {{"REFUSAL", wanted[3].quoted}});
    result.value = std::move(text);
    return result;
}

Result<std::string> withSysconfig(const std::string& existing, const Sysconfig& settings)
{
    Result<std::string> result;
    const Settings wanted = settingsOf(settings, result.diagnostics);
    if (result.diagnostics.hasErrors())
        return result;
    std::vector<ShellAssignment> found = shellAssignments(existing);
    for (const ShellAssignment& assignment : found) {
        if (assignment.isOpen)
            result.diagnostics.error(
                {{}, assignment.line, 0, {}}, "the value of " + assignment.name + " is not closed",
                "close its quote or parenthesis; nothing can be changed before that");
    }
    if (result.diagnostics.hasErrors())
        return result;
    std::string text = existing;
    std::string added;
    std::reverse(found.begin(),
                 found.end()); // from the end on, so that places before it stay right
    std::vector<std::string_view> kept;
    for (const ShellAssignment& assignment : found) {
        const auto setting = std::find_if(wanted.begin(), wanted.end(), [&](const Setting& one) {
            return one.name == assignment.name;
        });
        if (setting == wanted.end() || !setting->isWritten || assignment.isForOneCommand ||
            std::find(kept.begin(), kept.end(), setting->name) != kept.end())
            continue;
        kept.push_back(setting->name); // the last assignment is the one that counts
        if (!hasValue(assignment, settings) || !isReadAlike(existing, assignment))
            text.replace(assignment.begin, assignment.end - assignment.begin, setting->quoted);
    }
    for (const Setting& setting : wanted) {
        if (setting.isWritten && std::find(kept.begin(), kept.end(), setting.name) == kept.end())
            added += std::string(setting.name) + '=' + setting.quoted + '\n';
    }
    if (!added.empty() && !text.empty() && text.back() != '\n')
        text += '\n';
    if (!added.empty() && kept.empty())
        text += comment;
    result.value = text + added;
    return result;
}

Result<Sysconfig> sysconfigIn(std::string_view text)
{
    Result<Sysconfig> result;
    Sysconfig settings;
    settings.enabled = false;
    bool anyFound = false;
    for (const ShellAssignment& found : shellAssignments(text)) {
        if (!isOurs(found))
            continue;
        judge(found, result.diagnostics);
        if (found.isForOneCommand)
            continue;
        anyFound = true;
        if (found.name == key::enabled)
            settings.enabled = found.value == yes;
        else if (found.name == key::myService)
            settings.myService = found.value;
        else if (found.name == key::collision)
            settings.collisions = wordsOf({found.value});
        else
            settings.refusalFails = found.value == failure;
    }
    if (anyFound)
        result.value = std::move(settings);
    return result;
}

} // namespace rgsim
