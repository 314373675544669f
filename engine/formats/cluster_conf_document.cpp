#include "formats/cluster_conf_document.h"

#include "base/limits.h"
#include "formats/cluster_conf_parser.h"
#include "formats/xml_text.h"

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
    return setBytes(std::move(edited));
}

Diagnostics ClusterConfDocument::setBytes(QByteArray bytes)
{
    // Reading the whole text again is a few milliseconds, and keeps every offset right.
    Result<std::vector<ConfElement>> elements = parseConfElements(bytes, m_fileName);
    if (!elements.ok())
        return elements.diagnostics;
    m_bytes = std::move(bytes);
    m_elements = std::move(*elements);
    return {};
}

Diagnostics ClusterConfDocument::setAttribute(int index, const std::string& name,
                                              const std::string& value)
{
    return changeAttributes({{index, name, value}});
}

Diagnostics ClusterConfDocument::removeAttribute(int index, const std::string& name)
{
    return changeAttributes({{index, name, std::nullopt}});
}

Diagnostics ClusterConfDocument::checkChange(const AttributeChange& change) const
{
    if (!isElement(change.element))
        return badEdit("there is no element number " + std::to_string(change.element));
    if (!isXmlName(change.name))
        return badEdit("\"" + change.name + "\" is not a name that XML allows");
    if (change.value && !isXmlText(*change.value))
        return badEdit("the value of " + change.name + " contains control characters");
    return {};
}

ClusterConfDocument::Replacement
ClusterConfDocument::replacementFor(const AttributeChange& change) const
{
    const ConfElement& edited = element(change.element);
    const auto known = std::find_if(
        edited.attributes.begin(), edited.attributes.end(),
        [&change](const ConfAttribute& attribute) { return attribute.name == change.name; });
    if (known == edited.attributes.end()) {
        const std::size_t behind = edited.attributes.empty()
                                       ? edited.begin + 1 + edited.name.size()
                                       : edited.attributes.back().valueEnd + 1;
        return {{behind, behind},
                change.value ? xmlAttribute(change.name, *change.value) : std::string()};
    }
    if (change.value) {
        const char quote = m_bytes.at(static_cast<qsizetype>(known->valueEnd));
        return {{known->valueBegin, known->valueEnd}, escapedXml(*change.value, quote)};
    }
    std::size_t begin = known->begin;
    const auto isSpace = [this](std::size_t at) {
        const char c = m_bytes.at(static_cast<qsizetype>(at));
        return isSpaceOrTab(c) || c == '\n' || c == '\r';
    };
    while (isSpace(begin - 1))
        --begin;
    return {{begin, known->valueEnd + 1}, {}};
}

Diagnostics ClusterConfDocument::changeAttributes(const std::vector<AttributeChange>& changes)
{
    std::vector<Replacement> replacements;
    for (const AttributeChange& change : changes) {
        if (Diagnostics bad = checkChange(change); bad.hasErrors())
            return bad;
        replacements.push_back(replacementFor(change));
    }
    std::stable_sort(
        replacements.begin(), replacements.end(),
        [](const Replacement& a, const Replacement& b) { return a.span.begin < b.span.begin; });
    QByteArray edited;
    std::size_t at = 0;
    for (const Replacement& each : replacements) {
        edited +=
            m_bytes.mid(static_cast<qsizetype>(at), static_cast<qsizetype>(each.span.begin - at));
        edited += QByteArray::fromStdString(each.text);
        at = each.span.end;
    }
    edited += m_bytes.mid(static_cast<qsizetype>(at));
    return edited == m_bytes ? Diagnostics() : setBytes(std::move(edited));
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

// Where the line ends on which nothing but white space and comments follows @p offset, or @p offset
// if something else does.
std::size_t ClusterConfDocument::lineRest(std::size_t offset) const
{
    std::size_t at = offset;
    const auto size = static_cast<std::size_t>(m_bytes.size());
    while (at < size) {
        const char c = m_bytes.at(static_cast<qsizetype>(at));
        if (c == '\n')
            return at > offset && m_bytes.at(static_cast<qsizetype>(at - 1)) == '\r' ? at - 1 : at;
        if (isSpaceOrTab(c) || c == '\r') {
            ++at;
            continue;
        }
        const auto begin = static_cast<qsizetype>(at);
        const qsizetype end = m_bytes.indexOf("-->", begin + 4);
        if (!QByteArrayView(m_bytes).sliced(begin).startsWith("<!--") || end < 0 ||
            QByteArrayView(m_bytes).sliced(begin, end - begin).contains('\n'))
            return offset;
        at = static_cast<std::size_t>(end) + 3;
    }
    return offset;
}

// The comments between an element and what stands before it in its parent.
std::vector<ClusterConfDocument::Span> ClusterConfDocument::commentsBefore(int index) const
{
    const ConfElement& of = element(index);
    std::size_t at = 0;
    if (of.parent >= 0) {
        at = element(of.parent).startTagEnd;
        for (const int sibling : element(of.parent).children)
            at = sibling < index ? element(sibling).end : at;
    }
    const QByteArrayView before = QByteArrayView(m_bytes).first(static_cast<qsizetype>(of.begin));
    std::vector<Span> comments;
    const QByteArrayView gap = before.sliced(static_cast<qsizetype>(at));
    if (gap.contains(QByteArrayView("<![")) || gap.contains(QByteArrayView("<?")))
        return comments; // what looks like a comment may be text
    for (;;) {
        const qsizetype begin = before.indexOf(QByteArrayView("<!--"), static_cast<qsizetype>(at));
        const qsizetype end = begin < 0 ? begin : before.indexOf(QByteArrayView("-->"), begin + 4);
        if (end < 0)
            return comments;
        at = static_cast<std::size_t>(end) + 3;
        comments.push_back({static_cast<std::size_t>(begin), at});
    }
}

// Where the comments begin that stand on lines of their own directly above an element that starts a
// line: a reader takes them as its headline. The element's own begin if there are none.
std::size_t ClusterConfDocument::headBegin(int index) const
{
    std::size_t head = element(index).begin;
    const std::vector<Span> comments = commentsBefore(index);
    for (auto comment = comments.rbegin(); comment != comments.rend(); ++comment) {
        bool startsLine = false;
        const std::size_t lineBegin = head - lineIndent(head, startsLine).size();
        if (!startsLine || !isLineBreak(comment->end) ||
            m_bytes.indexOf('\n', static_cast<qsizetype>(comment->end)) + 1 !=
                static_cast<qsizetype>(lineBegin))
            break;
        lineIndent(comment->begin, startsLine);
        if (!startsLine)
            break;
        head = comment->begin;
    }
    return head;
}

ClusterConfDocument::Gap ClusterConfDocument::gapInEmpty(const ConfElement& parent) const
{
    const std::string newLine = m_bytes.contains("\r\n") ? "\r\n" : "\n";
    bool startsLine = false;
    const std::string indent = lineIndent(parent.begin, startsLine);
    const std::string inner = indent + indentStep(parent);
    if (parent.selfClosing) {
        const std::string closing = "</" + parent.name + '>';
        std::size_t slash = parent.startTagEnd - 2;
        while (isSpaceOrTab(m_bytes.at(static_cast<qsizetype>(slash) - 1)))
            --slash;
        if (startsLine)
            return {
                slash, parent.startTagEnd, '>' + newLine + inner, newLine + indent + closing, inner,
                true};
        return {slash, parent.startTagEnd, ">", closing, {}, false};
    }
    const std::size_t end = parent.endTagBegin;
    const std::string endIndent = lineIndent(end, startsLine);
    if (!startsLine)
        return {end, end, {}, {}, {}, false};
    return {end, end, indentStep(parent), newLine + endIndent, endIndent + indentStep(parent),
            true};
}

// Behind the child in front, or before the next one if only that is of the same kind.
ClusterConfDocument::Gap ClusterConfDocument::gapAt(const ConfElement& parent, int position,
                                                    const std::string& name) const
{
    const std::string newLine = m_bytes.contains("\r\n") ? "\r\n" : "\n";
    const int count = static_cast<int>(parent.children.size());
    const auto childAt = [&](int place) {
        return parent.children[static_cast<std::size_t>(place)];
    };
    if (count == 0)
        return gapInEmpty(parent);
    const bool belongsToNext = position < count && position > 0 &&
                               element(childAt(position)).name == name &&
                               element(childAt(position - 1)).name != name;
    bool startsLine = false;
    if (position > 0 && !belongsToNext) {
        const ConfElement& last = element(childAt(position - 1));
        const std::string indent = lineIndent(last.begin, startsLine);
        const std::size_t rest = lineRest(last.end);
        const bool endsLine = position == count || isLineBreak(rest);
        if (startsLine && endsLine)
            return {rest, rest, newLine + indent, {}, indent, true};
        if (position == count)
            return {last.end, last.end, {}, {}, {}, false};
    }
    const std::size_t begin = headBegin(childAt(position));
    const std::string indent = lineIndent(begin, startsLine);
    if (startsLine)
        return {begin, begin, {}, newLine + indent, indent, true};
    return {begin, begin, {}, {}, {}, false};
}

Diagnostics ClusterConfDocument::checkPlace(int parent, int position) const
{
    if (!isElement(parent))
        return badEdit("there is no element number " + std::to_string(parent));
    if (position < 0 || position > static_cast<int>(element(parent).children.size()))
        return badEdit("there is no place number " + std::to_string(position) + " in <" +
                       element(parent).name + ">");
    return {};
}

Diagnostics ClusterConfDocument::insertElement(int parent, int position,
                                               const NewConfElement& added)
{
    if (Diagnostics bad = checkPlace(parent, position); bad.hasErrors())
        return bad;
    if (!isXmlName(added.name))
        return badEdit("\"" + added.name + "\" is not a name that XML allows");
    for (const auto& [name, value] : added.attributes) {
        if (!isXmlName(name) || !isXmlText(value))
            return badEdit("the attribute \"" + name + "\" cannot be written as XML");
    }
    const Gap gap = gapAt(element(parent), position, added.name);
    return splice(gap.begin, gap.end,
                  gap.before + xmlTag(added.name, added.attributes) + "/>" + gap.after);
}

// The bytes that go when those of @p span go: its lines if nothing else is on them.
ClusterConfDocument::Span ClusterConfDocument::wholeLines(Span span) const
{
    bool startsLine = false;
    const std::string indent = lineIndent(span.begin, startsLine);
    std::size_t end = span.end;
    while (end < static_cast<std::size_t>(m_bytes.size()) &&
           isSpaceOrTab(m_bytes.at(static_cast<qsizetype>(end))))
        ++end;
    if (!startsLine || !isLineBreak(end))
        return span;
    const qsizetype lineEnd = m_bytes.indexOf('\n', static_cast<qsizetype>(end));
    return {span.begin - indent.size(), static_cast<std::size_t>(lineEnd) + 1};
}

Diagnostics ClusterConfDocument::removeElement(int index)
{
    if (!isElement(index))
        return badEdit("there is no element number " + std::to_string(index));
    if (index == 0)
        return badEdit("the root element cannot be removed");
    const Span span = wholeLines({element(index).begin, element(index).end});
    return splice(span.begin, span.end, {});
}

// The text of @p span with @p from at the beginnings of its lines replaced by @p to, except where a
// line begins inside a value: there white space means something.
std::string ClusterConfDocument::indentedAnew(Span span, int index, const std::string& from,
                                              const std::string& to) const
{
    std::vector<Span> values;
    for (std::size_t i = static_cast<std::size_t>(index);
         i < m_elements.size() && m_elements[i].begin < span.end; ++i) {
        for (const ConfAttribute& attribute : m_elements[i].attributes)
            values.push_back({attribute.valueBegin, attribute.valueEnd});
    }
    const std::string text = m_bytes.toStdString();
    std::string result;
    std::size_t at = span.begin;
    auto value = values.begin();
    while (at < span.end) {
        const std::size_t lineEnd = std::min(text.find('\n', at), span.end - 1) + 1;
        while (value != values.end() && value->end <= at)
            ++value;
        const bool isInValue = value != values.end() && value->begin <= at;
        const bool replaces = at > span.begin && !isInValue && !isLineBreak(at) &&
                              text.compare(at, from.size(), from) == 0;
        result += replaces ? to : std::string();
        const std::size_t kept = replaces ? at + from.size() : at;
        result += text.substr(kept, lineEnd - kept);
        at = lineEnd;
    }
    return result;
}

Diagnostics ClusterConfDocument::moveElement(int index, int parent, int position)
{
    if (Diagnostics bad = checkPlace(parent, position); bad.hasErrors())
        return bad;
    if (!isElement(index) || index == 0)
        return badEdit("element number " + std::to_string(index) + " cannot be moved");
    for (int above = parent; above >= 0; above = element(above).parent) {
        if (above == index)
            return badEdit("<" + element(index).name + "> cannot be moved into itself");
    }
    const std::vector<int>& places = element(parent).children;
    const auto isAt = [&](int place) {
        return place >= 0 && place < static_cast<int>(places.size()) &&
               places[static_cast<std::size_t>(place)] == index;
    };
    if (isAt(position) || isAt(position - 1))
        return {};
    const Span whole = {headBegin(index), lineRest(element(index).end)};
    const Span cut = wholeLines(whole);
    const Gap gap = gapAt(element(parent), position, element(index).name);
    bool startsLine = false;
    const std::string indent = lineIndent(whole.begin, startsLine);
    const std::string bytes = m_bytes.toStdString();
    const std::string moved = startsLine && gap.hasOwnLine
                                  ? indentedAnew(whole, index, indent, gap.indent)
                                  : bytes.substr(whole.begin, whole.end - whole.begin);
    const std::string text = gap.before + moved + gap.after;
    if (gap.begin >= cut.end)
        return splice(cut.begin, gap.end, bytes.substr(cut.end, gap.begin - cut.end) + text);
    return splice(gap.begin, cut.end, text + bytes.substr(gap.end, cut.begin - gap.end));
}

bool ClusterConfDocument::isLineBreak(std::size_t offset) const
{
    const QByteArray next = m_bytes.mid(static_cast<qsizetype>(offset), 2);
    return next.startsWith('\n') || next == "\r\n";
}

} // namespace rgsim
