// JSON that people read: members keep the order they were added in, and what fits on a line stays
// on it. Only builds and prints; Qt's own types are for reading.
#pragma once

#include <QByteArray>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace rgsim {

class JsonNode {
public:
    static JsonNode object() { return JsonNode(Kind::Object); }
    static JsonNode array() { return JsonNode(Kind::Array); }
    JsonNode(const std::string& text); // NOLINT(google-explicit-constructor): values read better
    JsonNode(const char* text) : JsonNode(std::string(text)) {}
    JsonNode(bool value);
    JsonNode(int value) : JsonNode(std::int64_t{value}) {}
    JsonNode(std::int64_t value);
    JsonNode(double value);

    /// Appends a member to an object, an element to an array.
    JsonNode& add(const std::string& key, JsonNode value);
    JsonNode& add(JsonNode value);
    bool isEmpty() const { return m_children.empty(); }

    /// The text with a line break at its end, indented by two.
    QByteArray print() const;

private:
    enum class Kind { Scalar, Array, Object };
    explicit JsonNode(Kind kind) : m_kind(kind) {}

    void print(QByteArray& out, int indent, int used) const;
    void printCompact(QByteArray& out) const;
    /// Length of the compact form, or a little more than @p limit if it is longer.
    qsizetype compactLength(qsizetype limit) const;

    Kind m_kind = Kind::Scalar;
    QByteArray m_scalar;            ///< ready to print
    std::vector<QByteArray> m_keys; ///< ready to print; of an object
    std::vector<JsonNode> m_children;
};

} // namespace rgsim
