// Writes SVG elements by appending to a string: shapes, texts, and the measuring of texts, which
// SVG itself leaves to whoever shows it. Escapes everything; knows nothing of runs.
#pragma once

#include <string>
#include <string_view>

namespace rgsim {

/// For the text of XML elements and attributes; characters that XML forbids become '?'.
std::string xmlEscaped(std::string_view text);

/// A safe upper estimate of how wide @p text is in a sans-serif font of @p size pixels.
double textWidth(std::string_view text, double size);
/// @p text, or as much of its front as fits into @p width with ".." behind it.
std::string fitted(std::string_view text, double size, double width);

enum class TextAnchor { Start, Middle, End };

class SvgCanvas {
public:
    /// @p fill is a colour or "url(#id)"; @p more are further attributes, already escaped.
    void rect(double x, double y, double width, double height, std::string_view fill,
              std::string_view more = {});
    void line(double x1, double y1, double x2, double y2, std::string_view stroke,
              std::string_view more = {});
    void path(std::string_view data, std::string_view more);
    void text(double x, double y, std::string_view text, double size, std::string_view fill,
              TextAnchor anchor = TextAnchor::Start, std::string_view more = {});
    /// A group with a tooltip; close it with endGroup().
    void beginTip(std::string_view tip);
    void endGroup() { m_body += "</g>\n"; }
    /// Puts everything of @p other in front of what follows.
    void append(const SvgCanvas& other) { m_body += other.m_body; }

    /// The whole document. @p title and @p description are read out by screen readers.
    std::string document(double width, double height, std::string_view title,
                         std::string_view description, std::string_view definitions) const;

private:
    std::string m_body;
};

/// With at most two decimals and no needless zeros.
std::string svgNumber(double value);

} // namespace rgsim
