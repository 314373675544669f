// A cluster.conf as text with a tree of elements over it. Whatever is not edited keeps its bytes:
// comments, white space, the order of attributes and elements that this program does not know. It
// judges form only (well-formed XML, UTF-8, no entities); meaning is cluster_conf_reader's.
#pragma once

#include "base/diagnostic.h"

#include <QByteArray>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rgsim {

/// Offsets are bytes in ClusterConfDocument::bytes().
struct ConfAttribute {
    std::string name;
    std::string value;          ///< with character references resolved
    std::size_t begin = 0;      ///< of the name
    std::size_t valueBegin = 0; ///< of the raw value, inside its quotes
    std::size_t valueEnd = 0;
};

struct ConfElement {
    std::string name;
    int parent = -1;
    std::vector<int> children; ///< positions in ClusterConfDocument::elements()
    std::vector<ConfAttribute> attributes;
    std::string text; ///< directly inside, children's left out; empty if there is only white space
    int line = 0;     ///< of the start tag's '<'
    std::size_t begin = 0;       ///< of the start tag
    std::size_t startTagEnd = 0; ///< behind its '>'
    std::size_t endTagBegin = 0; ///< the same as startTagEnd for an element like `<rm/>`
    std::size_t end = 0;         ///< behind everything
    bool selfClosing = false;

    /// The value, or nullptr if there is no such attribute.
    const std::string* attribute(std::string_view name) const;
};

/// What to insert.
struct NewConfElement {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
};

struct AttributeChange {
    int element = -1;
    std::string name;
    std::optional<std::string> value; ///< none: remove it
};

class ClusterConfDocument {
public:
    /// Reads a text. Errors: too large, empty, binary, not UTF-8, not well-formed, truncated, a
    /// document type declaration or an entity, nested deeper than limits::maxXmlDepth. The first
    /// one ends the reading, so there is one message with its line.
    static Result<ClusterConfDocument> parse(const QByteArray& bytes, const std::string& fileName);
    /// The same for a file.
    static Result<ClusterConfDocument> load(const std::string& path);

    /// The text as it stands: exactly what was read, apart from edits.
    const QByteArray& bytes() const { return m_bytes; }
    const std::string& fileName() const { return m_fileName; }
    /// In the order of their start tags; [0] is the root. Edits renumber.
    const std::vector<ConfElement>& elements() const { return m_elements; }
    const ConfElement& element(int index) const
    {
        return m_elements[static_cast<std::size_t>(index)];
    }
    const ConfElement& root() const { return m_elements.front(); }
    /// The first child of that name, or -1.
    int child(int parent, std::string_view name) const;

    // Edits splice the text. They return errors (and change nothing) for an index that is out of
    // range, a name that XML does not allow or a value with control characters.
    Diagnostics setAttribute(int element, const std::string& name, const std::string& value);
    /// Removing an attribute that is not there does nothing.
    Diagnostics removeAttribute(int element, const std::string& name);
    /// Many of these at once, each attribute once: all of them or, with an error, none.
    Diagnostics changeAttributes(const std::vector<AttributeChange>& changes);
    /// Inserts below @p parent so that it becomes child number @p position (0…number of children),
    /// on a line of its own and indented like its neighbours where they have lines of their own.
    /// Comments stay with the element that they stand directly above, or behind on the same line.
    Diagnostics insertElement(int parent, int position, const NewConfElement& added);
    /// Removes an element with everything in it, and its lines if nothing else is on them.
    Diagnostics removeElement(int element);
    /// Moves an element with everything in it, and with the comments directly above it, to the
    /// place in front of @p parent's present child number @p position, and indents it as is usual
    /// there.
    Diagnostics moveElement(int element, int parent, int position);

private:
    struct Span {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    /// Where something can be inserted: in place of the bytes begin…end, between before and after.
    struct Gap {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::string before;
        std::string after;
        std::string indent; ///< of its line
        bool hasOwnLine = false;
    };

    struct Replacement {
        Span span;
        std::string text;
    };

    Diagnostics setBytes(QByteArray bytes);
    Diagnostics splice(std::size_t begin, std::size_t end, const std::string& replacement);
    Diagnostics badEdit(const std::string& what) const;
    bool isElement(int index) const;
    Diagnostics checkChange(const AttributeChange& change) const;
    Replacement replacementFor(const AttributeChange& change) const;
    std::string lineIndent(std::size_t offset, bool& startsLine) const;
    std::string indentStep(const ConfElement& parent) const;
    bool isLineBreak(std::size_t offset) const;
    std::size_t lineRest(std::size_t offset) const;
    std::size_t headBegin(int element) const;
    std::vector<Span> commentsBefore(int element) const;
    Diagnostics checkPlace(int parent, int position) const;
    Gap gapInEmpty(const ConfElement& parent) const;
    Gap gapAt(const ConfElement& parent, int position, const std::string& name) const;
    Span wholeLines(Span span) const;
    std::string indentedAnew(Span span, int element, const std::string& from,
                             const std::string& to) const;

    QByteArray m_bytes;
    std::string m_fileName;
    std::vector<ConfElement> m_elements;
};

} // namespace rgsim
