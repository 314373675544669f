#include "formats/cluster_conf_parser.h"

#include "base/limits.h"
#include "formats/xml_tag_scanner.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <optional>
#include <string_view>

namespace rgsim {

namespace {

int lineOf(const QByteArray& bytes, std::size_t offset)
{
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(offset);
    return 1 + static_cast<int>(std::count(bytes.begin(), end, '\n'));
}

/// Bytes of the UTF-8 sequence at @p at, or 0 if it is not one that UTF-8 allows.
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(at);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return continues(at + 1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(at + 1) < 0xA0;
        const bool surrogate = first == 0xED && byte(at + 1) > 0x9F;
        return !overlong && !surrogate && continues(at + 1) && continues(at + 2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(at + 1) < 0x90;
        const bool tooLarge = first == 0xF4 && byte(at + 1) > 0x8F;
        return !overlong && !tooLarge && continues(at + 1) && continues(at + 2) && continues(at + 3)
                   ? 4
                   : 0;
    }
    return 0;
}

std::optional<std::size_t> firstInvalidUtf8(const QByteArray& bytes)
{
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequenceLength(text, at);
        if (length == 0)
            return at;
        at += length;
    }
    return std::nullopt;
}

bool isWhiteSpace(const QByteArray& bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

std::string kibibytes(std::int64_t bytes)
{
    return std::to_string(bytes / 1024) + " KiB";
}

/// What can be said about the bytes before any XML is looked at.
std::optional<Diagnostic> problemOfBytes(const QByteArray& bytes, const std::string& fileName)
{
    const auto problem = [&](int line, std::string what, std::string remedy) {
        return Diagnostic{
            Severity::Error, {fileName, line, 0, {}}, std::move(what), std::move(remedy)};
    };
    if (bytes.size() > limits::maxInputBytes)
        return problem(0,
                       "the file has " + kibibytes(bytes.size()) + ", at most " +
                           kibibytes(limits::maxInputBytes) + " are read",
                       "give a cluster.conf");
    if (bytes.isEmpty() || isWhiteSpace(bytes))
        return problem(1, "the file is empty", "a cluster.conf begins with <cluster>");
    if (bytes.startsWith("\xFE\xFF") || bytes.startsWith("\xFF\xFE"))
        return problem(1, "the file is UTF-16, not UTF-8", "save it as UTF-8");
    const qsizetype nul = bytes.indexOf('\0');
    if (nul >= 0)
        return problem(lineOf(bytes, static_cast<std::size_t>(nul)),
                       "the file is binary: it contains a zero byte", "give a cluster.conf");
    if (const std::optional<std::size_t> bad = firstInvalidUtf8(bytes))
        return problem(lineOf(bytes, *bad), "the file is not UTF-8", "save it as UTF-8");
    return std::nullopt;
}

class Parser {
public:
    Parser(const QByteArray& bytes, const std::string& fileName)
        : m_fileName(fileName), m_bytes(bytes.constData(), static_cast<std::size_t>(bytes.size())),
          m_xml(bytes), m_scanner(bytes)
    {
        m_xml.setNamespaceProcessing(false);
        const auto tags = std::count(bytes.begin(), bytes.end(), '<');
        m_elements.reserve(
            static_cast<std::size_t>(std::min<std::ptrdiff_t>(tags, limits::maxXmlElements / 10)));
    }

    Result<std::vector<ConfElement>> run();

private:
    void handle(QXmlStreamReader::TokenType token);
    void startElement();
    void endElement();
    void text();
    void fail(int line, const std::string& what, const std::string& remedy = {});
    void failAsXml();
    void checkEncoding();

    std::string m_fileName;
    std::string_view m_bytes;
    QXmlStreamReader m_xml;
    XmlTagScanner m_scanner;
    Result<std::vector<ConfElement>> m_result;
    std::vector<ConfElement> m_elements;
    std::vector<int> m_open;
};

void Parser::fail(int line, const std::string& what, const std::string& remedy)
{
    if (m_result.diagnostics.empty())
        m_result.diagnostics.error({m_fileName, line, 0, {}}, what, remedy);
}

void Parser::failAsXml()
{
    std::string reason = m_xml.errorString().toStdString();
    while (!reason.empty() && reason.back() == '.')
        reason.pop_back();
    const int line = static_cast<int>(m_xml.lineNumber());
    if (m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError) {
        fail(line, "not well-formed XML: " + reason);
    } else if (m_open.empty()) {
        fail(line, "the file ends before its root element");
    } else {
        const ConfElement& open = m_elements[static_cast<std::size_t>(m_open.back())];
        fail(line,
             "the file ends too early: <" + open.name + "> of line " + std::to_string(open.line) +
                 " is not closed",
             "the file may be truncated");
    }
}

void Parser::checkEncoding()
{
    const QString encoding = m_xml.documentEncoding().toString().toLower();
    const bool known = encoding.isEmpty() || encoding == QLatin1String("utf-8") ||
                       encoding == QLatin1String("utf8") || encoding == QLatin1String("us-ascii") ||
                       encoding == QLatin1String("ascii");
    if (!known)
        fail(1,
             "the encoding \"" + m_xml.documentEncoding().toString().toStdString() +
                 "\" is not supported",
             "save the file as UTF-8");
}

// The value as the bytes have it is the value that is meant, unless something is to be resolved.
std::string valueOf(const QXmlStreamAttribute& read, std::string_view raw)
{
    if (raw.find_first_of("&\t\r\n") == std::string_view::npos)
        return std::string(raw);
    return read.value().toUtf8().toStdString();
}

void Parser::startElement()
{
    XmlTagScanner::StartTag tag;
    const int line = static_cast<int>(m_xml.lineNumber());
    const QXmlStreamAttributes attributes = m_xml.attributes();
    if (!m_scanner.nextStartTag(tag) || tag.name != m_xml.qualifiedName().toUtf8().toStdString() ||
        static_cast<qsizetype>(tag.attributes.size()) != attributes.size())
        return fail(line, "the start tag of <" + m_xml.qualifiedName().toString().toStdString() +
                              "> cannot be located in the file");
    if (static_cast<int>(m_open.size()) >= limits::maxXmlDepth)
        return fail(tag.line, "elements are nested more than " +
                                  std::to_string(limits::maxXmlDepth) + " deep");
    if (m_elements.size() >= static_cast<std::size_t>(limits::maxXmlElements))
        return fail(tag.line, "more than " + std::to_string(limits::maxXmlElements) + " elements");
    ConfElement element;
    element.name = std::string(tag.name);
    element.line = tag.line;
    element.begin = tag.begin;
    element.startTagEnd = element.endTagBegin = element.end = tag.end;
    element.selfClosing = tag.selfClosing;
    element.attributes.reserve(tag.attributes.size());
    for (std::size_t i = 0; i < tag.attributes.size(); ++i) {
        const XmlTagScanner::AttributePlace& place = tag.attributes[i];
        const std::string_view raw =
            m_bytes.substr(place.valueBegin, place.valueEnd - place.valueBegin);
        element.attributes.push_back(
            {std::string(m_bytes.substr(place.begin, place.nameEnd - place.begin)),
             valueOf(attributes[static_cast<qsizetype>(i)], raw), place.begin, place.valueBegin,
             place.valueEnd});
    }
    const int index = static_cast<int>(m_elements.size());
    if (!m_open.empty()) {
        element.parent = m_open.back();
        m_elements[static_cast<std::size_t>(element.parent)].children.push_back(index);
    }
    m_open.push_back(index);
    m_elements.push_back(std::move(element));
}

void Parser::endElement()
{
    ConfElement& element = m_elements[static_cast<std::size_t>(m_open.back())];
    m_open.pop_back();
    if (element.selfClosing)
        return;
    XmlTagScanner::EndTag tag;
    if (!m_scanner.nextEndTag(tag))
        return fail(element.line,
                    "the end tag of <" + element.name + "> cannot be located in the file");
    element.endTagBegin = tag.begin;
    element.end = tag.end;
}

void Parser::text()
{
    if (!m_open.empty() && !m_xml.isWhitespace())
        m_elements[static_cast<std::size_t>(m_open.back())].text +=
            m_xml.text().toUtf8().toStdString();
}

void Parser::handle(QXmlStreamReader::TokenType token)
{
    const int line = static_cast<int>(m_xml.lineNumber());
    switch (token) {
    case QXmlStreamReader::StartDocument:
        return checkEncoding();
    case QXmlStreamReader::StartElement:
        return startElement();
    case QXmlStreamReader::EndElement:
        return endElement();
    case QXmlStreamReader::Characters:
        return text();
    case QXmlStreamReader::DTD:
        return fail(line, "a document type declaration (DOCTYPE) is not allowed in cluster.conf",
                    "remove it; entities are never expanded or fetched");
    case QXmlStreamReader::EntityReference:
        return fail(line,
                    "the entity &" + m_xml.name().toString().toStdString() +
                        "; is not one of XML's own five",
                    "write the text itself");
    default:
        return;
    }
}

Result<std::vector<ConfElement>> Parser::run()
{
    while (!m_xml.atEnd() && m_result.diagnostics.empty())
        handle(m_xml.readNext());
    if (m_xml.hasError())
        failAsXml();
    if (m_elements.empty())
        fail(1, "the file has no root element");
    if (m_result.diagnostics.empty())
        m_result.value = std::move(m_elements);
    return std::move(m_result);
}

} // namespace

Result<std::vector<ConfElement>> parseConfElements(const QByteArray& bytes,
                                                   const std::string& fileName)
{
    if (std::optional<Diagnostic> problem = problemOfBytes(bytes, fileName)) {
        Result<std::vector<ConfElement>> result;
        result.diagnostics.add(std::move(*problem));
        return result;
    }
    return Parser(bytes, fileName).run();
}

} // namespace rgsim
