#include "simulation/property.h"

#include "base/duration_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace rgsim {

namespace {

const char* const forms =
    "write \"never together A B\", \"A back within 90s\" or \"at most 2 relocations per failure\"";

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',';
}

bool needsQuotes(const std::string& name)
{
    return name.empty() || std::any_of(name.begin(), name.end(),
                                       [](char c) { return isSpace(c) || c == '"' || c == '\\'; });
}

std::string written(const std::string& name)
{
    if (!needsQuotes(name))
        return name;
    std::string text = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + '"';
}

// The words of a sentence; nothing if a quote is not closed.
std::optional<std::vector<std::string>> wordsOf(const std::string& text)
{
    std::vector<std::string> words;
    for (std::size_t i = 0; i < text.size();) {
        if (isSpace(text[i])) {
            ++i;
            continue;
        }
        words.emplace_back();
        if (text[i] != '"') {
            while (i < text.size() && !isSpace(text[i]))
                words.back() += text[i++];
            continue;
        }
        for (++i; i < text.size() && text[i] != '"'; ++i) {
            if (text[i] == '\\' && i + 1 < text.size())
                ++i;
            words.back() += text[i];
        }
        if (i == text.size())
            return std::nullopt;
        ++i;
    }
    return words;
}

class PropertyReader {
public:
    PropertyReader(const std::string& text, std::vector<std::string> words)
        : m_text(text), m_words(std::move(words))
    {
    }

    Result<PropertyWords> read()
    {
        if (stands(0, {"never", "together"}))
            neverTogether();
        else if (stands(0, {"at", "most"}))
            relocations();
        else if (m_words.size() == 4 && stands(1, {"back", "within"}))
            backWithin();
        else
            refuse("\"" + m_text + "\" is no property", forms);
        if (m_result.diagnostics.empty())
            m_result.value = m_read;
        return m_result;
    }

private:
    bool stands(std::size_t at, const std::vector<std::string>& words) const
    {
        return m_words.size() >= at + words.size() &&
               std::equal(words.begin(), words.end(),
                          m_words.begin() + static_cast<std::ptrdiff_t>(at));
    }
    void refuse(std::string what, std::string remedy)
    {
        m_result.diagnostics.error({}, std::move(what), std::move(remedy));
    }

    void neverTogether()
    {
        m_read.services.assign(m_words.begin() + 2, m_words.end());
        if (m_read.services.size() < 2)
            refuse("\"" + m_text + "\" needs two services or more", "write never together A B");
    }
    void backWithin()
    {
        m_read.kind = Property::Kind::BackWithin;
        m_read.services = {m_words[0]};
        const Result<SimDuration> limit = parseDuration(m_words[3]);
        for (const Diagnostic& problem : limit.diagnostics.items())
            refuse('"' + m_words[3] + "\": " + problem.what, problem.remedy);
        m_read.limit = limit.value.value_or(SimDuration{});
    }
    void relocations()
    {
        m_read.kind = Property::Kind::RelocationsPerFailure;
        const bool isAbout = m_words.size() == 8 && m_words[6] == "of";
        const bool isForm = (m_words.size() == 6 || isAbout) && stands(4, {"per", "failure"}) &&
                            (m_words[3] == "relocations" || m_words[3] == "relocation");
        if (!isForm) {
            refuse("\"" + m_text + "\" is no property", forms);
            return;
        }
        const std::string& number = m_words[2];
        const char* const end = number.data() + number.size();
        const auto [rest, problem] = std::from_chars(number.data(), end, m_read.count);
        constexpr int most = 1'000'000;
        if (rest != end || problem != std::errc{} || m_read.count < 0 || m_read.count > most)
            refuse('"' + number + "\" is not a whole number from 0 to " + std::to_string(most),
                   "write at most 2 relocations per failure");
        if (isAbout)
            m_read.services = {m_words[7]};
    }

    const std::string& m_text;
    std::vector<std::string> m_words;
    PropertyWords m_read;
    Result<PropertyWords> m_result;
};

} // namespace

Result<PropertyWords> readProperty(const std::string& text)
{
    std::optional<std::vector<std::string>> words = wordsOf(text);
    if (words)
        return PropertyReader(text, std::move(*words)).read();
    Result<PropertyWords> result;
    result.diagnostics.error({}, "a quote is not closed in '" + text + '\'', "add the second \"");
    return result;
}

std::string toText(const PropertyWords& words)
{
    std::string services;
    for (const std::string& service : words.services)
        services += ' ' + written(service);
    switch (words.kind) {
    case Property::Kind::NeverTogether:
        return "never together" + services;
    case Property::Kind::BackWithin:
        return services.substr(1) + " back within " + formatDuration(words.limit);
    case Property::Kind::RelocationsPerFailure:
        return "at most " + std::to_string(words.count) +
               (words.count == 1 ? " relocation" : " relocations") + " per failure" +
               (services.empty() ? "" : " of" + services);
    }
    return "?";
}

std::string propertyText(const Cluster& cluster, const Property& property)
{
    PropertyWords words{property.kind, {}, property.limit, property.count};
    for (const ServiceIndex service : property.services)
        words.services.push_back(cluster.service(service).fullName);
    return toText(words);
}

} // namespace rgsim
