// Where each value of a JSON text stands: a scan that goes before the real parser, counts nesting
// and remembers offsets. It accepts any bytes and judges nothing but depth and repeated keys.
#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// The path of member @p key below @p parent: `a.b`, or `a["service:b"]` where needed.
std::string memberPath(const std::string& parent, std::string_view key);
/// The path of an array's element: `a[3]`.
std::string elementPath(const std::string& parent, qsizetype index);

struct TextPosition {
    int line = 0;   ///< 1-based; 0: unknown
    int column = 0; ///< 1-based, in bytes
};

class JsonPlaces {
public:
    /// Scans @p text, which must outlive this. Stops at the first nesting beyond @p maxDepth.
    JsonPlaces(const QByteArray& text, int maxDepth);

    /// Where the nesting became too deep, if it did.
    std::optional<TextPosition> tooDeep() const { return m_tooDeep; }
    /// The first key that stands twice in one object: its path. Texts with very many values are
    /// only looked through as far as places are remembered.
    std::optional<std::string> repeatedKey() const;
    /// Where the key (or array element) with @p path stands; line 0 if that is not known.
    TextPosition find(std::string_view path) const;
    TextPosition positionOf(qsizetype offset) const;

private:
    struct Place {
        std::size_t hash = 0; ///< of the path
        qsizetype offset = 0;
    };
    struct Frame {
        bool isObject = false;
        bool expectsKey = false;
        bool expectsValue = false;
        qsizetype index = 0;
        std::size_t pathLength = 0;
    };

    void scan(int maxDepth);
    qsizetype scanString(qsizetype begin);
    void beginValue(qsizetype offset);
    bool open(bool isObject, qsizetype offset, int maxDepth);
    void separate();
    void remember(qsizetype offset);

    const QByteArray& m_text;
    std::vector<qsizetype> m_lineStarts;
    std::vector<Place> m_places; ///< sorted by hash, then offset
    std::vector<Frame> m_frames; ///< during the scan only
    std::string m_path;          ///< during the scan only
    std::optional<TextPosition> m_tooDeep;
};

} // namespace rgsim
