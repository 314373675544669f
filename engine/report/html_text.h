// Writes a page of HTML that is well-formed XML too: every element is closed, everything is
// escaped. Knows elements, not what they are used for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

class HtmlText {
public:
    /// @p attributes are ready text, such as "class=\"note\""; what comes from users goes through
    /// xmlEscaped() first.
    void open(std::string_view element, std::string_view attributes = {});
    /// Ends the innermost open element.
    void close();
    /// An element with nothing but text in it.
    void element(std::string_view name, std::string_view text, std::string_view attributes = {});
    /// Text inside the open element.
    void text(std::string_view text);
    /// Ready markup, as it is.
    void markup(std::string_view markup);

    /// The page so far, with all that was open closed.
    std::string take();

private:
    std::string m_text;
    std::vector<std::string> m_open;
};

} // namespace rgsim
