// Writes a description that is not XML as cluster.conf text, one element per line, and remembers
// where each line came from: problems and lines of the result can be led back to the origin.
#pragma once

#include "base/diagnostic.h"
#include "cluster/cluster.h"
#include "formats/json_input.h"
#include "formats/xml_text.h"

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

class ConfTextBuilder {
public:
    using Attributes = XmlAttributes;

    /// Begins an element that stands for @p origin. Names must be valid in XML; values may be any
    /// text without control characters other than tabs and line breaks.
    void open(const std::string& name, const Attributes& attributes, const JsonCursor& origin);
    void close(std::string_view name);
    /// An element without children.
    void add(const std::string& name, const Attributes& attributes, const JsonCursor& origin);

    const QByteArray& text() const { return m_text; }
    /// The origin's path and line for a line of the text; empty for a line that is none.
    const SourcePlace& origin(int line) const;
    /// The same problems with their places, also those within messages, at the origin.
    Diagnostics atOrigin(const Diagnostics& diagnostics) const;
    /// Turns all lines in @p cluster, which was read from text(), into lines of the origin.
    void moveLinesToOrigin(Cluster& cluster) const;

private:
    void line(const JsonCursor& origin);
    void move(int& line) const { line = origin(line).line; }
    void move(Service& service) const;
    std::string movedMessage(const std::string& message) const;

    QByteArray m_text;
    std::vector<SourcePlace> m_origins; ///< by line, first line first
    std::vector<SourcePlace> m_open;    ///< origins of the open elements
};

} // namespace rgsim
