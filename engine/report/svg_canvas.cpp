#include "report/svg_canvas.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace rgsim {

namespace {

// Of the font's size. Wide enough for the widest of the common fonts.
double widthOf(char c)
{
    if (std::string_view("iljI.,:;|'!()[] ").find(c) != std::string_view::npos)
        return 0.4;
    if (std::string_view("mwMW@%").find(c) != std::string_view::npos)
        return 1.0;
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) // continues a character
        return 0.0;
    return static_cast<unsigned char>(c) >= 0x80U ? 1.0 : 0.66;
}

void attribute(std::string& text, const char* name, double value)
{
    text += ' ';
    text += name;
    text += "=\"";
    text += svgNumber(value);
    text += '"';
}

void attribute(std::string& text, const char* name, std::string_view value)
{
    text += ' ';
    text += name;
    text += "=\"";
    text += xmlEscaped(value);
    text += '"';
}

void addMore(std::string& text, std::string_view more)
{
    if (more.empty())
        return;
    text += ' ';
    text += more;
}

} // namespace

std::string xmlEscaped(std::string_view text)
{
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '&')
            escaped += "&amp;";
        else if (c == '<')
            escaped += "&lt;";
        else if (c == '>')
            escaped += "&gt;";
        else if (c == '"')
            escaped += "&quot;";
        else if (code < ' ' && c != '\n' && c != '\t')
            escaped += '?';
        else
            escaped += c;
    }
    return escaped;
}

double textWidth(std::string_view text, double size)
{
    double width = 0;
    for (const char c : text)
        width += widthOf(c);
    return width * size;
}

std::string fitted(std::string_view text, double size, double width)
{
    if (textWidth(text, size) <= width)
        return std::string(text);
    double used = textWidth("..", size);
    std::size_t end = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        used += widthOf(text[i]) * size;
        if (used > width)
            break;
        // Characters of several bytes are kept whole.
        if (i + 1 == text.size() || (static_cast<unsigned char>(text[i + 1]) & 0xC0U) != 0x80U)
            end = i + 1;
    }
    return std::string(text.substr(0, end)) + "..";
}

std::string svgNumber(double value)
{
    const auto hundredths = static_cast<std::int64_t>(std::llround(value * 100));
    std::string text = hundredths < 0 ? "-" : "";
    const std::int64_t size = std::abs(hundredths);
    text += std::to_string(size / 100);
    if (size % 100 != 0) {
        text += '.';
        text += static_cast<char>('0' + size / 10 % 10);
        if (size % 10 != 0)
            text += static_cast<char>('0' + size % 10);
    }
    return text;
}

void SvgCanvas::rect(double x, double y, double width, double height, std::string_view fill,
                     std::string_view more)
{
    m_body += "<rect";
    attribute(m_body, "x", x);
    attribute(m_body, "y", y);
    attribute(m_body, "width", width);
    attribute(m_body, "height", height);
    attribute(m_body, "fill", fill);
    addMore(m_body, more);
    m_body += "/>\n";
}

void SvgCanvas::line(double x1, double y1, double x2, double y2, std::string_view stroke,
                     std::string_view more)
{
    m_body += "<line";
    attribute(m_body, "x1", x1);
    attribute(m_body, "y1", y1);
    attribute(m_body, "x2", x2);
    attribute(m_body, "y2", y2);
    attribute(m_body, "stroke", stroke);
    addMore(m_body, more);
    m_body += "/>\n";
}

void SvgCanvas::path(std::string_view data, std::string_view more)
{
    m_body += "<path";
    attribute(m_body, "d", data);
    addMore(m_body, more);
    m_body += "/>\n";
}

void SvgCanvas::text(double x, double y, std::string_view text, double size, std::string_view fill,
                     TextAnchor anchor, std::string_view more)
{
    m_body += "<text";
    attribute(m_body, "x", x);
    attribute(m_body, "y", y);
    attribute(m_body, "font-size", size);
    attribute(m_body, "fill", fill);
    if (anchor != TextAnchor::Start)
        attribute(m_body, "text-anchor", anchor == TextAnchor::End ? "end" : "middle");
    addMore(m_body, more);
    m_body += '>' + xmlEscaped(text) + "</text>\n";
}

void SvgCanvas::beginTip(std::string_view tip)
{
    m_body += "<g><title>" + xmlEscaped(tip) + "</title>\n";
}

std::string SvgCanvas::document(double width, double height, std::string_view title,
                                std::string_view description, std::string_view definitions) const
{
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<svg xmlns=\"http://www.w3.org/2000/svg\"";
    attribute(text, "width", width);
    attribute(text, "height", height);
    attribute(text, "viewBox", "0 0 " + svgNumber(width) + ' ' + svgNumber(height));
    text += " role=\"img\" font-family=\"DejaVu Sans, Verdana, Helvetica, Arial, sans-serif\">\n";
    text += "<title>" + xmlEscaped(title) + "</title>\n";
    text += "<desc>" + xmlEscaped(description) + "</desc>\n";
    text += "<defs>\n" + std::string(definitions) + "</defs>\n";
    text += m_body;
    return text + "</svg>\n";
}

} // namespace rgsim
