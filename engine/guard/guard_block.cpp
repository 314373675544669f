#include "guard/guard_block.h"

#include "base/shell_text.h"
#include "guard/init_script.h"
#include "guard/script_templates.h"

namespace rgsim {

namespace {

constexpr std::string_view beginMark = "# BEGIN rgsim guard: ";
constexpr std::string_view endMark = "# END rgsim guard";
constexpr std::string_view callMark = "# rgsim guard call";
constexpr std::string_view publishedWords = "published form, program ";
constexpr std::string_view hardenedWords = "hardened form, program ";
constexpr std::string_view settingsWords = ", settings ";

void note(std::optional<std::size_t>& place, std::size_t line, GuardPlaces& places)
{
    places.hasDoubles = places.hasDoubles || place;
    place = line;
}

} // namespace

std::string guardBlockText(const GuardBlock& block)
{
    const bool isHardened = block.form == GuardMode::Hardened;
    std::string text(beginMark);
    text += isHardened ? hardenedWords : publishedWords;
    text.append(block.program).append(settingsWords).append(block.sysconfigFile).append("\n");
    text += script_templates::filled(
        isHardened ? script_templates::hardenedGuard : script_templates::publishedGuard,
        {{"PROG", block.program}, {"SYSCONFIG", scriptQuoted(block.sysconfigFile)}});
    return text.append(endMark).append("\n");
}

GuardPlaces guardPlaces(const std::vector<ScriptLine>& lines)
{
    GuardPlaces places;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].isData)
            continue;
        const std::string_view text = withoutBlanks(lines[i].text);
        if (text.starts_with(beginMark)) {
            note(places.begin, i, places);
            places.isOurs = readGuardMarker(text).has_value();
        } else if (text == endMark) {
            note(places.end, i, places);
        } else if (text.ends_with(callMark) && text != callMark) {
            places.calls.push_back(i);
        }
    }
    return places;
}

std::optional<GuardBlock> readGuardMarker(std::string_view line)
{
    std::string_view text = withoutBlanks(line);
    if (!text.starts_with(beginMark))
        return std::nullopt;
    text.remove_prefix(beginMark.size());
    GuardBlock block;
    block.form = text.starts_with(hardenedWords)    ? GuardMode::Hardened
                 : text.starts_with(publishedWords) ? GuardMode::Published
                                                    : GuardMode::Off;
    const std::size_t settings = text.find(settingsWords);
    if (block.form == GuardMode::Off || settings == std::string_view::npos)
        return std::nullopt;
    text = text.substr(0, settings);
    text.remove_prefix(block.form == GuardMode::Hardened ? hardenedWords.size()
                                                         : publishedWords.size());
    block.program = text;
    block.sysconfigFile =
        withoutBlanks(line.substr(line.find(settingsWords) + settingsWords.size()));
    return isProgramName(block.program) ? std::optional(block) : std::nullopt;
}

} // namespace rgsim
