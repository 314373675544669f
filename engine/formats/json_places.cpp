#include "formats/json_places.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace rgsim {

namespace {

constexpr std::size_t maxPlaces = 2'000'000; // 32 MB; values beyond have no known line

bool isPlainKey(std::string_view key)
{
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    });
}

void appendMember(std::string& path, std::string_view key)
{
    if (!isPlainKey(key)) {
        path += "[\"";
        path += key;
        path += "\"]";
        return;
    }
    if (!path.empty())
        path += '.';
    path += key;
}

} // namespace

std::string memberPath(const std::string& parent, std::string_view key)
{
    std::string path = parent;
    appendMember(path, key);
    return path;
}

std::string elementPath(const std::string& parent, qsizetype index)
{
    return parent + '[' + std::to_string(index) + ']';
}

JsonPlaces::JsonPlaces(const QByteArray& text, int maxDepth) : m_text(text)
{
    m_lineStarts.push_back(0);
    scan(maxDepth);
    m_frames = {};
    m_path = {};
    std::sort(m_places.begin(), m_places.end(), [](const Place& a, const Place& b) {
        return std::tie(a.hash, a.offset) < std::tie(b.hash, b.offset);
    });
}

void JsonPlaces::scan(int maxDepth)
{
    beginValue(0);
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        switch (m_text[i]) {
        case '\n':
            m_lineStarts.push_back(i + 1);
            break;
        case ' ':
        case '\t':
        case '\r':
            break;
        case '{':
        case '[':
            if (!open(m_text[i] == '{', i, maxDepth))
                return;
            break;
        case '}':
        case ']':
            if (!m_frames.empty()) {
                m_path.resize(m_frames.back().pathLength);
                m_frames.pop_back();
            }
            break;
        case ',':
            separate();
            break;
        case ':':
            break;
        case '"':
            i = scanString(i);
            break;
        default:
            beginValue(i);
        }
    }
}

// Returns the offset of the closing quote (or the last byte, if there is none).
qsizetype JsonPlaces::scanString(qsizetype begin)
{
    qsizetype end = begin + 1;
    while (end < m_text.size() && m_text[end] != '"') {
        if (m_text[end] == '\\')
            ++end;
        else if (m_text[end] == '\n')
            m_lineStarts.push_back(end + 1);
        ++end;
    }
    end = std::min(end, m_text.size() - 1);
    if (!m_frames.empty() && m_frames.back().isObject && m_frames.back().expectsKey) {
        Frame& frame = m_frames.back();
        frame.expectsKey = false;
        m_path.resize(frame.pathLength);
        const auto length = static_cast<std::size_t>(std::max<qsizetype>(end - begin - 1, 0));
        appendMember(m_path, std::string_view(m_text.constData() + begin + 1, length));
        remember(begin);
    } else {
        beginValue(begin);
    }
    return end;
}

// An object's members are remembered at their key; elements of arrays where they begin.
void JsonPlaces::beginValue(qsizetype offset)
{
    if (m_frames.empty()) {
        if (m_places.empty())
            remember(offset);
        return;
    }
    Frame& frame = m_frames.back();
    if (frame.isObject || !frame.expectsValue)
        return;
    frame.expectsValue = false;
    m_path.resize(frame.pathLength);
    m_path += '[' + std::to_string(frame.index) + ']';
    remember(offset);
}

bool JsonPlaces::open(bool isObject, qsizetype offset, int maxDepth)
{
    beginValue(offset);
    if (static_cast<int>(m_frames.size()) >= maxDepth) {
        m_tooDeep = positionOf(offset);
        return false;
    }
    m_frames.push_back({isObject, isObject, !isObject, 0, m_path.size()});
    return true;
}

void JsonPlaces::separate()
{
    if (m_frames.empty())
        return;
    Frame& frame = m_frames.back();
    frame.expectsKey = frame.isObject;
    frame.expectsValue = !frame.isObject;
    ++frame.index;
}

void JsonPlaces::remember(qsizetype offset)
{
    if (m_places.size() < maxPlaces)
        m_places.push_back({std::hash<std::string_view>{}(m_path), offset});
}

std::optional<std::string> JsonPlaces::repeatedKey() const
{
    qsizetype first = m_text.size();
    for (std::size_t i = 1; i < m_places.size(); ++i) {
        if (m_places[i].hash == m_places[i - 1].hash)
            first = std::min(first, m_places[i].offset);
    }
    if (first >= m_text.size() || m_text[first] != '"')
        return std::nullopt;
    const qsizetype end = m_text.indexOf('"', first + 1);
    return m_text.mid(first + 1, end - first - 1).toStdString();
}

TextPosition JsonPlaces::find(std::string_view path) const
{
    const std::size_t hash = std::hash<std::string_view>{}(path);
    const auto found =
        std::lower_bound(m_places.begin(), m_places.end(), hash,
                         [](const Place& place, std::size_t value) { return place.hash < value; });
    if (found == m_places.end() || found->hash != hash)
        return {};
    return positionOf(found->offset);
}

TextPosition JsonPlaces::positionOf(qsizetype offset) const
{
    const auto after = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset);
    const auto line = after - m_lineStarts.begin();
    return {static_cast<int>(line), static_cast<int>(offset - *(after - 1)) + 1};
}

} // namespace rgsim
