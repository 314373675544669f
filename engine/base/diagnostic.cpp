#include "base/diagnostic.h"

#include <algorithm>

namespace rgsim {

namespace {

const char* severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return "note";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        break;
    }
    return "error";
}

} // namespace

std::string toString(const Diagnostic& diagnostic)
{
    const SourcePlace& place = diagnostic.place;
    std::string text;
    if (!place.file.empty()) {
        text += place.file;
        if (place.line > 0) {
            text += ':' + std::to_string(place.line);
            if (place.column > 0)
                text += ':' + std::to_string(place.column);
        }
        text += ": ";
    } else if (place.line > 0) {
        text += "line " + std::to_string(place.line) + ": ";
    }
    text += severityName(diagnostic.severity);
    text += ": " + diagnostic.what;
    if (!place.field.empty())
        text += " (at " + place.field + ')';
    if (!diagnostic.remedy.empty())
        text += "; " + diagnostic.remedy;
    return text;
}

void Diagnostics::error(SourcePlace place, std::string what, std::string remedy)
{
    add({Severity::Error, std::move(place), std::move(what), std::move(remedy)});
}

void Diagnostics::warning(SourcePlace place, std::string what, std::string remedy)
{
    add({Severity::Warning, std::move(place), std::move(what), std::move(remedy)});
}

void Diagnostics::note(SourcePlace place, std::string what, std::string remedy)
{
    add({Severity::Note, std::move(place), std::move(what), std::move(remedy)});
}

void Diagnostics::append(const Diagnostics& others)
{
    m_items.insert(m_items.end(), others.m_items.begin(), others.m_items.end());
}

bool Diagnostics::hasErrors() const
{
    return std::any_of(m_items.begin(), m_items.end(),
                       [](const Diagnostic& item) { return item.severity == Severity::Error; });
}

} // namespace rgsim
