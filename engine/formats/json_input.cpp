#include "formats/json_input.h"

#include "base/duration_text.h"
#include "base/limits.h"
#include "formats/suggestion.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rgsim {

namespace {

constexpr int maxLongText = 1'000'000;

const char* typeName(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return "null";
    case QJsonValue::Bool:
        return "true or false";
    case QJsonValue::Double:
        return "a number";
    case QJsonValue::String:
        return "a string";
    case QJsonValue::Array:
        return "an array";
    case QJsonValue::Object:
        return "an object";
    case QJsonValue::Undefined:
        break;
    }
    return "nothing";
}

// A number in a message: whole ones without exponent or trailing zeros.
std::string printed(double number)
{
    return QByteArray::number(number, 'g', 15).toStdString();
}

std::string range(const std::string& smallest, const std::string& largest)
{
    return "use a value from " + smallest + " to " + largest;
}

// std::isnan and friends are not needed: JSON has no such numbers. Doubles hold integers exactly up
// to 2^53; Qt keeps larger ones that were written without a point.
std::optional<std::int64_t> wholeNumber(const QJsonValue& value)
{
    constexpr qint64 unlikely = std::numeric_limits<qint64>::min();
    const qint64 whole = value.toInteger(unlikely);
    if (whole == unlikely)
        return std::nullopt;
    return whole;
}

} // namespace

std::vector<std::string> JsonShape::keyNames() const
{
    std::vector<std::string> names;
    for (const JsonKey& key : keys)
        names.emplace_back(key.name);
    return names;
}

JsonReport::JsonReport(QByteArray text, std::string fileName)
    : m_text(std::move(text)), m_fileName(std::move(fileName))
{
}

std::optional<QJsonValue> JsonReport::parse()
{
    if (m_text.size() > limits::maxInputBytes) {
        error({}, "the text is larger than " + std::to_string(limits::maxInputBytes) + " bytes",
              "split it into several files");
        return std::nullopt;
    }
    m_places = std::make_unique<JsonPlaces>(m_text, limits::maxJsonDepth);
    if (const std::optional<TextPosition> at = m_places->tooDeep()) {
        add(Severity::Error, {m_fileName, at->line, at->column, {}},
            "values are nested more than " + std::to_string(limits::maxJsonDepth) + " deep", {});
        return std::nullopt;
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(m_text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const TextPosition at =
            m_places->positionOf(std::clamp<qsizetype>(problem.offset, 0, m_text.size()));
        add(Severity::Error, {m_fileName, at.line, at.column, {}},
            "this is not JSON: " + problem.errorString().toStdString(),
            "look at the place given and just before it");
        return std::nullopt;
    }
    if (const std::optional<std::string> path = m_places->repeatedKey()) {
        error(*path, "the key stands twice in the same object", "remove one of them");
        return std::nullopt;
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

void JsonReport::error(const std::string& path, std::string what, std::string remedy)
{
    add(Severity::Error, place(path), std::move(what), std::move(remedy));
}

void JsonReport::warning(const std::string& path, std::string what, std::string remedy)
{
    add(Severity::Warning, place(path), std::move(what), std::move(remedy));
}

void JsonReport::append(const Diagnostics& others)
{
    for (const Diagnostic& item : others.items())
        add(item.severity, item.place, item.what, item.remedy);
}

SourcePlace JsonReport::place(const std::string& path) const
{
    SourcePlace place;
    place.file = m_fileName;
    place.field = path;
    if (m_places)
        place.line = m_places->find(path).line;
    return place;
}

Diagnostics JsonReport::diagnostics() const
{
    Diagnostics all = m_diagnostics;
    if (m_dropped > 0)
        all.note({m_fileName, 0, 0, {}},
                 std::to_string(m_dropped) + " more problems are not shown");
    return all;
}

void JsonReport::add(Severity severity, SourcePlace place, std::string what, std::string remedy)
{
    // The first error is kept whatever came before: somebody must see why nothing was read.
    m_errors += severity == Severity::Error ? 1 : 0;
    const bool firstError = severity == Severity::Error && m_errors == 1;
    if (m_diagnostics.items().size() >= maxProblems && !firstError) {
        ++m_dropped;
        return;
    }
    m_diagnostics.add({severity, std::move(place), std::move(what), std::move(remedy)});
}

void JsonCursor::error(std::string what, std::string remedy) const
{
    m_report->error(m_path, std::move(what), std::move(remedy));
}

void JsonCursor::warning(std::string what, std::string remedy) const
{
    m_report->warning(m_path, std::move(what), std::move(remedy));
}

void JsonCursor::wrongType(const char* wanted) const
{
    error(std::string("must be ") + wanted + ", not " + typeName(m_value));
}

std::optional<std::string> JsonCursor::text(int maxLength, bool anyText) const
{
    if (!m_value.isString()) {
        wrongType("a string");
        return std::nullopt;
    }
    std::string result = m_value.toString().toStdString();
    if (result.size() > static_cast<std::size_t>(maxLength)) {
        error("is longer than " + std::to_string(maxLength) + " characters");
        return std::nullopt;
    }
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (!anyText && std::any_of(result.begin(), result.end(), isControl)) {
        error("contains a control character", "use printable characters only");
        return std::nullopt;
    }
    return result;
}

std::optional<bool> JsonCursor::flag() const
{
    if (m_value.isBool())
        return m_value.toBool();
    wrongType("true or false");
    return std::nullopt;
}

std::optional<std::int64_t> JsonCursor::integer(std::int64_t smallest, std::int64_t largest) const
{
    if (!m_value.isDouble()) {
        wrongType("a whole number");
        return std::nullopt;
    }
    const std::optional<std::int64_t> whole = wholeNumber(m_value);
    if (whole && *whole >= smallest && *whole <= largest)
        return whole;
    const std::string found = whole ? std::to_string(*whole) : printed(m_value.toDouble());
    const std::string limits = range(std::to_string(smallest), std::to_string(largest));
    error(found + (whole ? " is out of range" : " is not a whole number in range"), limits);
    return std::nullopt;
}

std::optional<double> JsonCursor::number(double smallest, double largest) const
{
    if (!m_value.isDouble()) {
        wrongType("a number");
        return std::nullopt;
    }
    const double found = m_value.toDouble();
    if (found >= smallest && found <= largest)
        return found;
    error(printed(found) + " is out of range", range(printed(smallest), printed(largest)));
    return std::nullopt;
}

std::optional<SimDuration> JsonCursor::duration() const
{
    if (m_value.isString()) {
        const Result<SimDuration> parsed = parseDuration(m_value.toString().toStdString());
        if (!parsed.ok()) {
            const Diagnostic& problem = parsed.diagnostics.items().front();
            error(problem.what, problem.remedy);
        }
        return parsed.value;
    }
    if (!m_value.isDouble()) {
        wrongType("a duration (\"90s\", or a number of seconds)");
        return std::nullopt;
    }
    const double seconds = m_value.toDouble();
    if (!(seconds >= 0 && seconds <= static_cast<double>(limits::maxSeconds))) {
        error(printed(seconds) + " seconds are out of range",
              range("0", std::to_string(limits::maxSeconds)));
        return std::nullopt;
    }
    const double ms = seconds * 1000;
    if (std::abs(ms - std::round(ms)) > 1e-6 * std::max(1.0, ms * 1e-9)) {
        error(printed(seconds) + " seconds are not whole milliseconds");
        return std::nullopt;
    }
    return SimDuration::milliseconds(std::llround(ms));
}

std::optional<std::size_t> JsonCursor::choice(const std::vector<std::string>& choices) const
{
    const std::optional<std::string> word = text(limits::maxNameLength);
    if (!word)
        return std::nullopt;
    const auto found = std::find(choices.begin(), choices.end(), *word);
    if (found != choices.end())
        return static_cast<std::size_t>(found - choices.begin());
    error('"' + *word + "\" is not one of the possible words", suggestion(*word, choices));
    return std::nullopt;
}

std::optional<JsonCursor> JsonCursor::element(qsizetype index, const char* meaning) const
{
    if (!m_value.isArray()) {
        wrongType("an array");
        return std::nullopt;
    }
    const QJsonArray array = m_value.toArray();
    if (index < array.size())
        return JsonCursor(*m_report, array.at(index), elementPath(m_path, index));
    error(std::string("ends before its ") + meaning,
          "element " + std::to_string(index + 1) + " should be the " + meaning);
    return std::nullopt;
}

bool JsonCursor::forEach(std::int64_t largest,
                         const std::function<void(const JsonCursor&)>& visit) const
{
    if (!m_value.isArray()) {
        wrongType("an array");
        return false;
    }
    const QJsonArray array = m_value.toArray();
    if (array.size() > largest) {
        error("has more than " + std::to_string(largest) + " elements");
        return false;
    }
    for (qsizetype i = 0; i < array.size(); ++i)
        visit(JsonCursor(*m_report, array.at(i), elementPath(m_path, i)));
    return true;
}

bool JsonCursor::forEachMember(
    std::int64_t largest,
    const std::function<void(const std::string& key, const JsonCursor&)>& visit) const
{
    if (!m_value.isObject()) {
        wrongType("an object");
        return false;
    }
    const QJsonObject members = m_value.toObject();
    if (members.size() > largest) {
        error("has more than " + std::to_string(largest) + " members");
        return false;
    }
    for (auto it = members.begin(); it != members.end(); ++it) {
        const std::string key = it.key().toStdString();
        visit(key, JsonCursor(*m_report, it.value(), memberPath(m_path, key)));
    }
    return true;
}

std::optional<JsonObjectCursor> JsonCursor::object(const JsonShape& shape) const
{
    std::optional<JsonObjectCursor> opened = openObject();
    if (!opened)
        return std::nullopt;
    const QJsonObject members = m_value.toObject();
    for (auto it = members.begin(); it != members.end(); ++it) {
        const std::string key = it.key().toStdString();
        const bool known = std::any_of(shape.keys.begin(), shape.keys.end(),
                                       [&key](const JsonKey& k) { return key == k.name; });
        if (!known)
            m_report->error(memberPath(m_path, key), std::string("unknown key in ") + shape.title,
                            suggestion(key, shape.keyNames()));
    }
    bool complete = true;
    for (const JsonKey& key : shape.keys) {
        if (key.required && !opened->has(key.name)) {
            error(std::string("\"") + key.name + "\" is missing in " + shape.title);
            complete = false;
        }
    }
    return complete ? opened : std::nullopt;
}

std::optional<JsonObjectCursor> JsonCursor::openObject() const
{
    if (m_value.isObject())
        return JsonObjectCursor(*this, m_value.toObject());
    wrongType("an object");
    return std::nullopt;
}

std::optional<JsonCursor> JsonObjectCursor::find(const char* key) const
{
    const auto found = m_members.constFind(QLatin1String(key));
    if (found == m_members.constEnd())
        return std::nullopt;
    return JsonCursor(m_self.report(), found.value(), memberPath(m_self.path(), key));
}

std::string JsonObjectCursor::text(const char* key, int maxLength, std::string fallback) const
{
    const std::optional<JsonCursor> found = find(key);
    return found ? found->text(maxLength).value_or(fallback) : fallback;
}

std::string JsonObjectCursor::longText(const char* key) const
{
    const std::optional<JsonCursor> found = find(key);
    return found ? found->text(maxLongText, true).value_or(std::string()) : std::string();
}

bool JsonObjectCursor::flag(const char* key, bool fallback) const
{
    const std::optional<JsonCursor> found = find(key);
    return found ? found->flag().value_or(fallback) : fallback;
}

std::int64_t JsonObjectCursor::integer(const char* key, std::int64_t smallest, std::int64_t largest,
                                       std::int64_t fallback) const
{
    const std::optional<JsonCursor> found = find(key);
    return found ? found->integer(smallest, largest).value_or(fallback) : fallback;
}

SimDuration JsonObjectCursor::duration(const char* key, SimDuration fallback) const
{
    const std::optional<JsonCursor> found = find(key);
    return found ? found->duration().value_or(fallback) : fallback;
}

SimTime JsonObjectCursor::time(const char* key, SimTime fallback) const
{
    return SimTime{duration(key, SimDuration{fallback.ms}).ms};
}

std::size_t JsonObjectCursor::choice(const char* key, const std::vector<std::string>& choices,
                                     std::size_t fallback) const
{
    const std::optional<JsonCursor> found = find(key);
    return found ? found->choice(choices).value_or(fallback) : fallback;
}

} // namespace rgsim
