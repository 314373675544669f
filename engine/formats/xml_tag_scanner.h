// Finds where tags and attribute values stand in the bytes of an XML text that another parser has
// found well-formed so far. It checks nothing and resolves nothing; out of step, it says so.
#pragma once

#include <QByteArray>

#include <cstddef>
#include <string_view>
#include <vector>

namespace rgsim {

class XmlTagScanner {
public:
    struct AttributePlace {
        std::size_t begin = 0;
        std::size_t nameEnd = 0;
        std::size_t valueBegin = 0;
        std::size_t valueEnd = 0;
    };
    struct StartTag {
        std::size_t begin = 0;
        std::size_t end = 0;
        int line = 0;
        bool selfClosing = false;
        std::string_view name;
        std::vector<AttributePlace> attributes;
    };
    struct EndTag {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// @p bytes must outlive the scanner.
    explicit XmlTagScanner(const QByteArray& bytes);

    /// Goes on to the next start tag. False if there is none or an end tag comes first.
    bool nextStartTag(StartTag& tag);
    /// Goes on to the next end tag. False if there is none or a start tag comes first.
    bool nextEndTag(EndTag& tag);

private:
    bool goToTag();
    bool skipPast(std::string_view marker);
    bool readAttribute(StartTag& tag);
    void skipSpace();
    bool startsWith(std::string_view text) const;
    int lineAt(std::size_t offset);

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_countedTo = 0;
    int m_line = 1;
};

} // namespace rgsim
