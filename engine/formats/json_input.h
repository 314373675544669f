// Reading JSON with good manners: size and depth limits, a typed cursor that knows its path, and
// every problem as a Diagnostic with path and line. It knows no particular format.
#pragma once

#include "base/diagnostic.h"
#include "base/sim_time.h"
#include "formats/json_places.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rgsim {

/// A key that an object of some format may have.
struct JsonKey {
    const char* name;
    bool required = false;
};

/// What an object of some format looks like. The readers check against these lists and the schema
/// test compares them with the published schema.
struct JsonShape {
    const char* id;    ///< name among the schema's $defs
    const char* title; ///< for messages: "a node"
    std::vector<JsonKey> keys;

    std::vector<std::string> keyNames() const;
};

/// One JSON text with everything that is wrong with it. Problems beyond the first hundred are
/// counted, not kept.
class JsonReport {
public:
    static constexpr std::size_t maxProblems = 100;

    JsonReport(QByteArray text, std::string fileName);
    JsonReport(const JsonReport&) = delete;
    JsonReport& operator=(const JsonReport&) = delete;

    /// The text as a value. Reports texts that are too large, too deep, not JSON, or have a key
    /// twice in one object.
    std::optional<QJsonValue> parse();

    void error(const std::string& path, std::string what, std::string remedy = {});
    void warning(const std::string& path, std::string what, std::string remedy = {});
    /// Problems found by somebody else, already with their place.
    void append(const Diagnostics& others);

    SourcePlace place(const std::string& path) const;
    const QByteArray& text() const { return m_text; }
    bool hasErrors() const { return m_errors > 0; }
    /// How many errors there were so far, kept or not.
    std::size_t errorCount() const { return m_errors; }
    /// Everything reported, with a last note about problems that were not kept.
    Diagnostics diagnostics() const;

private:
    void add(Severity severity, SourcePlace place, std::string what, std::string remedy);

    QByteArray m_text;
    std::string m_fileName;
    std::unique_ptr<JsonPlaces> m_places;
    Diagnostics m_diagnostics;
    std::size_t m_errors = 0;
    std::size_t m_dropped = 0;
};

class JsonObjectCursor;

/// One value and its path. Each reading function reports and returns nothing if the value is not
/// what is asked for. The report must outlive the cursor.
class JsonCursor {
public:
    JsonCursor(JsonReport& report, QJsonValue value, std::string path)
        : m_report(&report), m_value(std::move(value)), m_path(std::move(path))
    {
    }

    const QJsonValue& value() const { return m_value; }
    const std::string& path() const { return m_path; }
    int line() const { return m_report->place(m_path).line; }
    JsonReport& report() const { return *m_report; }

    void error(std::string what, std::string remedy = {}) const;
    void warning(std::string what, std::string remedy = {}) const;

    /// A string of at most @p maxLength bytes; without control characters unless @p anyText.
    std::optional<std::string> text(int maxLength, bool anyText = false) const;
    std::optional<bool> flag() const;
    std::optional<std::int64_t> integer(std::int64_t smallest, std::int64_t largest) const;
    std::optional<double> number(double smallest, double largest) const;
    /// A string such as "90s" or a number of seconds; see parseDuration().
    std::optional<SimDuration> duration() const;
    /// The position in @p choices of the word that stands here.
    std::optional<std::size_t> choice(const std::vector<std::string>& choices) const;

    /// Elements of an array; 0 if this is none.
    qsizetype size() const { return m_value.toArray().size(); }
    /// Element @p index of an array; reports if there is none, naming it @p meaning.
    std::optional<JsonCursor> element(qsizetype index, const char* meaning) const;
    /// Calls @p visit for each element of an array with at most @p largest elements; false if this
    /// is no such array.
    bool forEach(std::int64_t largest, const std::function<void(const JsonCursor&)>& visit) const;
    /// The same for the members of an object whose keys are free.
    bool forEachMember(
        std::int64_t largest,
        const std::function<void(const std::string& key, const JsonCursor&)>& visit) const;
    /// An object of this shape: missing and unknown keys are reported here.
    std::optional<JsonObjectCursor> object(const JsonShape& shape) const;
    /// An object of which not all keys are looked at (unknown ones are not reported).
    std::optional<JsonObjectCursor> openObject() const;

private:
    void wrongType(const char* wanted) const;

    JsonReport* m_report;
    QJsonValue m_value;
    std::string m_path;
};

/// An object's members by key, with a fallback where a key is absent or its value was refused.
class JsonObjectCursor {
public:
    JsonObjectCursor(JsonCursor self, QJsonObject members)
        : m_self(std::move(self)), m_members(std::move(members))
    {
    }

    const JsonCursor& self() const { return m_self; }
    bool has(const char* key) const { return m_members.contains(QLatin1String(key)); }
    std::optional<JsonCursor> find(const char* key) const;

    std::string text(const char* key, int maxLength, std::string fallback = {}) const;
    /// Text with line breaks, of any reasonable length.
    std::string longText(const char* key) const;
    bool flag(const char* key, bool fallback) const;
    std::int64_t integer(const char* key, std::int64_t smallest, std::int64_t largest,
                         std::int64_t fallback) const;
    SimDuration duration(const char* key, SimDuration fallback = {}) const;
    SimTime time(const char* key, SimTime fallback = {}) const;
    std::size_t choice(const char* key, const std::vector<std::string>& choices,
                       std::size_t fallback) const;

private:
    JsonCursor m_self;
    QJsonObject m_members;
};

} // namespace rgsim
