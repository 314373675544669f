#include "formats/xml_tag_scanner.h"

#include <algorithm>

namespace rgsim {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

XmlTagScanner::XmlTagScanner(const QByteArray& bytes)
    : m_text(bytes.constData(), static_cast<std::size_t>(bytes.size()))
{
}

bool XmlTagScanner::startsWith(std::string_view text) const
{
    return m_text.substr(m_at, text.size()) == text;
}

bool XmlTagScanner::skipPast(std::string_view marker)
{
    const std::size_t found = m_text.find(marker, m_at);
    if (found == std::string_view::npos)
        return false;
    m_at = found + marker.size();
    return true;
}

void XmlTagScanner::skipSpace()
{
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
}

int XmlTagScanner::lineAt(std::size_t offset)
{
    const auto from = m_text.begin() + static_cast<std::ptrdiff_t>(m_countedTo);
    const auto to = m_text.begin() + static_cast<std::ptrdiff_t>(offset);
    m_line += static_cast<int>(std::count(from, to, '\n'));
    m_countedTo = offset;
    return m_line;
}

bool XmlTagScanner::goToTag()
{
    while (true) {
        m_at = m_text.find('<', m_at);
        if (m_at == std::string_view::npos) {
            m_at = m_text.size();
            return false;
        }
        if (startsWith("<!--")) {
            m_at += 4;
            if (!skipPast("-->"))
                return false;
        } else if (startsWith("<![CDATA[")) {
            if (!skipPast("]]>"))
                return false;
        } else if (startsWith("<?")) {
            if (!skipPast("?>"))
                return false;
        } else {
            return true;
        }
    }
}

bool XmlTagScanner::readAttribute(StartTag& tag)
{
    AttributePlace place;
    place.begin = m_at;
    while (m_at < m_text.size() && !isSpace(m_text[m_at]) && m_text[m_at] != '=')
        ++m_at;
    place.nameEnd = m_at;
    skipSpace();
    if (m_at >= m_text.size() || m_text[m_at] != '=')
        return false;
    ++m_at;
    skipSpace();
    if (m_at >= m_text.size() || (m_text[m_at] != '"' && m_text[m_at] != '\''))
        return false;
    const char quote = m_text[m_at++];
    place.valueBegin = m_at;
    place.valueEnd = m_text.find(quote, m_at);
    if (place.valueEnd == std::string_view::npos)
        return false;
    m_at = place.valueEnd + 1;
    tag.attributes.push_back(place);
    return true;
}

bool XmlTagScanner::nextStartTag(StartTag& tag)
{
    if (!goToTag() || startsWith("</"))
        return false;
    tag = {};
    tag.begin = m_at;
    tag.line = lineAt(m_at);
    const std::size_t nameBegin = ++m_at;
    while (m_at < m_text.size() && !isSpace(m_text[m_at]) && m_text[m_at] != '>' &&
           m_text[m_at] != '/')
        ++m_at;
    tag.name = m_text.substr(nameBegin, m_at - nameBegin);
    while (true) {
        skipSpace();
        if (m_at >= m_text.size())
            return false;
        if (m_text[m_at] == '>' || startsWith("/>")) {
            tag.selfClosing = m_text[m_at] == '/';
            m_at += tag.selfClosing ? 2 : 1;
            tag.end = m_at;
            return true;
        }
        if (!readAttribute(tag))
            return false;
    }
}

bool XmlTagScanner::nextEndTag(EndTag& tag)
{
    if (!goToTag() || !startsWith("</"))
        return false;
    tag.begin = m_at;
    if (!skipPast(">"))
        return false;
    tag.end = m_at;
    return true;
}

} // namespace rgsim
