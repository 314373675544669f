#include "report/html_text.h"

#include "base/ensure.h"
#include "report/svg_canvas.h"

#include <utility>

namespace rgsim {

void HtmlText::open(std::string_view element, std::string_view attributes)
{
    m_text += '<';
    m_text += element;
    if (!attributes.empty()) {
        m_text += ' ';
        m_text += attributes;
    }
    m_text += '>';
    m_open.emplace_back(element);
}

void HtmlText::close()
{
    ENSURE(!m_open.empty());
    m_text += "</" + m_open.back() + ">\n";
    m_open.pop_back();
}

void HtmlText::element(std::string_view name, std::string_view text, std::string_view attributes)
{
    open(name, attributes);
    m_text += xmlEscaped(text);
    close();
}

void HtmlText::text(std::string_view text)
{
    m_text += xmlEscaped(text);
}

void HtmlText::markup(std::string_view markup)
{
    m_text += markup;
}

std::string HtmlText::take()
{
    while (!m_open.empty())
        close();
    return std::move(m_text);
}

} // namespace rgsim
