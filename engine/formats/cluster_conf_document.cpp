#include "formats/cluster_conf_document.h"

#include "base/limits.h"
#include "formats/cluster_conf_parser.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace rgsim {

namespace {

bool isSpaceOrTab(char c)
{
    return c == ' ' || c == '\t';
}

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool isXmlName(const std::string& name)
{
    return !name.empty() && isNameStart(name.front()) &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
           });
}

bool isXmlText(const std::string& value)
{
    return std::all_of(value.begin(), value.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r';
    });
}

std::string escaped(const std::string& value, char quote)
{
    std::string result;
    for (const char c : value) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '\t': // white space in a value would come back as blanks
            result += "&#9;";
            break;
        case '\n':
            result += "&#10;";
            break;
        case '\r':
            result += "&#13;";
            break;
        default:
            if (c != quote)
                result += c;
            else
                result += quote == '"' ? "&quot;" : "&apos;";
        }
    }
    return result;
}

std::string attributeText(const std::string& name, const std::string& value)
{
    return ' ' + name + "=\"" + escaped(value, '"') + '"';
}

} // namespace

const std::string* ConfElement::attribute(std::string_view wanted) const
{
    const auto found =
        std::find_if(attributes.begin(), attributes.end(),
                     [wanted](const ConfAttribute& item) { return item.name == wanted; });
    return found == attributes.end() ? nullptr : &found->value;
}

Result<ClusterConfDocument> ClusterConfDocument::parse(const QByteArray& bytes,
                                                       const std::string& fileName)
{
    Result<ClusterConfDocument> result;
    Result<std::vector<ConfElement>> elements = parseConfElements(bytes, fileName);
    result.diagnostics = elements.diagnostics;
    if (!elements.ok())
        return result;
    ClusterConfDocument document;
    document.m_bytes = bytes;
    document.m_fileName = fileName;
    document.m_elements = std::move(*elements);
    result.value = std::move(document);
    return result;
}

Result<ClusterConfDocument> ClusterConfDocument::load(const std::string& path)
{
    Result<ClusterConfDocument> result;
    const QFileInfo info(QString::fromStdString(path));
    if (info.isDir()) {
        result.diagnostics.error({path, 0, 0, {}}, "this is a folder", "give a cluster.conf");
        return result;
    }
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly)) {
        result.diagnostics.error({path, 0, 0, {}},
                                 "cannot be opened: " + file.errorString().toStdString());
        return result;
    }
    // One byte more than allowed is enough to notice a file (or a device) that is too large.
    const QByteArray bytes = file.read(limits::maxInputBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        result.diagnostics.error({path, 0, 0, {}},
                                 "cannot be read: " + file.errorString().toStdString());
        return result;
    }
    return parse(bytes, path);
}

int ClusterConfDocument::child(int parent, std::string_view name) const
{
    for (const int index : element(parent).children) {
        if (element(index).name == name)
            return index;
    }
    return -1;
}

bool ClusterConfDocument::isElement(int index) const
{
    return index >= 0 && static_cast<std::size_t>(index) < m_elements.size();
}

Diagnostics ClusterConfDocument::badEdit(const std::string& what) const
{
    Diagnostics diagnostics;
    diagnostics.error({m_fileName, 0, 0, {}}, what);
    return diagnostics;
}

Diagnostics ClusterConfDocument::splice(std::size_t begin, std::size_t end,
                                        const std::string& replacement)
{
    QByteArray edited = m_bytes;
    edited.replace(static_cast<qsizetype>(begin), static_cast<qsizetype>(end - begin),
                   QByteArray::fromStdString(replacement));
    // Reading the whole text again is a few milliseconds, and keeps every offset right.
    Result<std::vector<ConfElement>> elements = parseConfElements(edited, m_fileName);
    if (!elements.ok())
        return elements.diagnostics;
    m_bytes = std::move(edited);
    m_elements = std::move(*elements);
    return {};
}

Diagnostics ClusterConfDocument::setAttribute(int index, const std::string& name,
                                              const std::string& value)
{
    if (!isElement(index))
        return badEdit("there is no element number " + std::to_string(index));
    if (!isXmlName(name))
        return badEdit("\"" + name + "\" is not a name that XML allows");
    if (!isXmlText(value))
        return badEdit("the value of " + name + " contains control characters");
    const ConfElement& edited = element(index);
    for (const ConfAttribute& attribute : edited.attributes) {
        if (attribute.name == name) {
            const char quote = m_bytes.at(static_cast<qsizetype>(attribute.valueEnd));
            return splice(attribute.valueBegin, attribute.valueEnd, escaped(value, quote));
        }
    }
    const std::size_t behind = edited.attributes.empty() ? edited.begin + 1 + edited.name.size()
                                                         : edited.attributes.back().valueEnd + 1;
    return splice(behind, behind, attributeText(name, value));
}

Diagnostics ClusterConfDocument::removeAttribute(int index, const std::string& name)
{
    if (!isElement(index))
        return badEdit("there is no element number " + std::to_string(index));
    for (const ConfAttribute& attribute : element(index).attributes) {
        if (attribute.name != name)
            continue;
        std::size_t begin = attribute.begin;
        const auto isSpace = [this](std::size_t at) {
            const char c = m_bytes.at(static_cast<qsizetype>(at));
            return isSpaceOrTab(c) || c == '\n' || c == '\r';
        };
        while (isSpace(begin - 1))
            --begin;
        return splice(begin, attribute.valueEnd + 1, {});
    }
    return {};
}

std::string ClusterConfDocument::lineIndent(std::size_t offset, bool& startsLine) const
{
    std::size_t begin = offset;
    while (begin > 0 && isSpaceOrTab(m_bytes.at(static_cast<qsizetype>(begin - 1))))
        --begin;
    startsLine = begin == 0 || m_bytes.at(static_cast<qsizetype>(begin - 1)) == '\n';
    return m_bytes.mid(static_cast<qsizetype>(begin), static_cast<qsizetype>(offset - begin))
        .toStdString();
}

// How much deeper a child is indented than its parent, judged by the parent's own place.
std::string ClusterConfDocument::indentStep(const ConfElement& parent) const
{
    if (parent.parent >= 0) {
        bool parentStarts = false;
        bool grandparentStarts = false;
        const std::string inner = lineIndent(parent.begin, parentStarts);
        const std::string outer = lineIndent(element(parent.parent).begin, grandparentStarts);
        if (parentStarts && grandparentStarts && inner.size() > outer.size() &&
            inner.compare(0, outer.size(), outer) == 0)
            return inner.substr(outer.size());
    }
    return m_bytes.contains("\n\t") ? "\t" : "  ";
}

Diagnostics ClusterConfDocument::insertElement(int parentIndex, int position,
                                               const NewConfElement& added)
{
    if (!isElement(parentIndex))
        return badEdit("there is no element number " + std::to_string(parentIndex));
    const ConfElement& parent = element(parentIndex);
    const int count = static_cast<int>(parent.children.size());
    if (position < 0 || position > count)
        return badEdit("there is no place number " + std::to_string(position) + " in <" +
                       parent.name + ">");
    if (!isXmlName(added.name))
        return badEdit("\"" + added.name + "\" is not a name that XML allows");
    std::string tag = '<' + added.name;
    for (const auto& [name, value] : added.attributes) {
        if (!isXmlName(name) || !isXmlText(value))
            return badEdit("the attribute \"" + name + "\" cannot be written as XML");
        tag += attributeText(name, value);
    }
    tag += "/>";

    const std::string newLine = m_bytes.contains("\r\n") ? "\r\n" : "\n";
    bool startsLine = false;
    if (position < count) {
        const std::size_t next = element(parent.children[static_cast<std::size_t>(position)]).begin;
        const std::string indent = lineIndent(next, startsLine);
        return splice(next, next, startsLine ? tag + newLine + indent : tag);
    }
    if (count > 0) {
        const ConfElement& last = element(parent.children.back());
        const std::string indent = lineIndent(last.begin, startsLine);
        return splice(last.end, last.end, startsLine ? newLine + indent + tag : tag);
    }
    const std::string indent = lineIndent(parent.begin, startsLine);
    const std::string inner = newLine + indent + indentStep(parent) + tag;
    if (parent.selfClosing) {
        const std::string closing = "</" + parent.name + '>';
        const std::size_t slash = parent.startTagEnd - 2;
        return splice(slash, parent.startTagEnd,
                      startsLine ? '>' + inner + newLine + indent + closing : '>' + tag + closing);
    }
    std::size_t end = parent.endTagBegin;
    const std::string endIndent = lineIndent(end, startsLine);
    if (!startsLine)
        return splice(end, end, tag);
    return splice(end, end, indentStep(parent) + tag + newLine + endIndent);
}

Diagnostics ClusterConfDocument::removeElement(int index)
{
    if (!isElement(index))
        return badEdit("there is no element number " + std::to_string(index));
    if (index == 0)
        return badEdit("the root element cannot be removed");
    const ConfElement& removed = element(index);
    bool startsLine = false;
    const std::string indent = lineIndent(removed.begin, startsLine);
    std::size_t end = removed.end;
    const auto size = static_cast<std::size_t>(m_bytes.size());
    while (end < size && isSpaceOrTab(m_bytes.at(static_cast<qsizetype>(end))))
        ++end;
    if (end < size && m_bytes.at(static_cast<qsizetype>(end)) == '\r')
        ++end;
    const bool endsLine = end < size && m_bytes.at(static_cast<qsizetype>(end)) == '\n';
    if (startsLine && endsLine)
        return splice(removed.begin - indent.size(), end + 1, {});
    return splice(removed.begin, removed.end, {});
}

} // namespace rgsim
