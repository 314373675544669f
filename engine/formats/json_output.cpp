#include "formats/json_output.h"

#include "base/ensure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

namespace rgsim {

namespace {

constexpr int columns = 100;

// What stands between the brackets of an array that holds only the value.
QByteArray scalar(const QJsonValue& value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

} // namespace

JsonNode::JsonNode(const std::string& text) : m_scalar(scalar(QString::fromStdString(text)))
{
}

JsonNode::JsonNode(bool value) : m_scalar(value ? "true" : "false")
{
}

JsonNode::JsonNode(std::int64_t value) : m_scalar(QByteArray::number(qint64{value}))
{
}

JsonNode::JsonNode(double value) : m_scalar(scalar(value))
{
}

JsonNode& JsonNode::add(const std::string& key, JsonNode value)
{
    ENSURE(m_kind == Kind::Object);
    m_keys.push_back(scalar(QString::fromStdString(key)));
    m_children.push_back(std::move(value));
    return *this;
}

JsonNode& JsonNode::add(JsonNode value)
{
    ENSURE(m_kind == Kind::Array);
    m_children.push_back(std::move(value));
    return *this;
}

QByteArray JsonNode::print() const
{
    QByteArray out;
    print(out, 0, 0);
    return out + '\n';
}

qsizetype JsonNode::compactLength(qsizetype limit) const
{
    if (m_kind == Kind::Scalar)
        return m_scalar.size();
    qsizetype length = 2;
    for (std::size_t i = 0; i < m_children.size() && length <= limit; ++i) {
        length += m_kind == Kind::Object ? m_keys[i].size() + 2 : 0;
        length += m_children[i].compactLength(limit - length) + 2;
    }
    return length;
}

void JsonNode::printCompact(QByteArray& out) const
{
    if (m_kind == Kind::Scalar) {
        out += m_scalar;
        return;
    }
    out += m_kind == Kind::Object ? '{' : '[';
    for (std::size_t i = 0; i < m_children.size(); ++i) {
        if (i > 0)
            out += ", ";
        if (m_kind == Kind::Object)
            out += m_keys[i] + ": ";
        m_children[i].printCompact(out);
    }
    out += m_kind == Kind::Object ? '}' : ']';
}

// @p used columns of the line are taken already; the outermost object is always spread out.
void JsonNode::print(QByteArray& out, int indent, int used) const
{
    const qsizetype room = columns - used;
    if (m_kind == Kind::Scalar || m_children.empty() ||
        (indent > 0 && compactLength(room) <= room)) {
        printCompact(out);
        return;
    }
    const QByteArray margin(indent + 2, ' ');
    out += m_kind == Kind::Object ? "{\n" : "[\n";
    for (std::size_t i = 0; i < m_children.size(); ++i) {
        out += margin;
        int taken = indent + 3; // the margin and the comma
        if (m_kind == Kind::Object) {
            out += m_keys[i] + ": ";
            taken += static_cast<int>(m_keys[i].size()) + 2;
        }
        m_children[i].print(out, indent + 2, taken);
        out += i + 1 < m_children.size() ? ",\n" : "\n";
    }
    out += QByteArray(indent, ' ') + (m_kind == Kind::Object ? '}' : ']');
}

} // namespace rgsim
