#include "formats/xml_text.h"

namespace rgsim {

std::string escapedXml(const std::string& value, char quote)
{
    std::string result;
    result.reserve(value.size());
    for (const char c : value) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '\t':
            result += "&#9;";
            break;
        case '\n':
            result += "&#10;";
            break;
        case '\r':
            result += "&#13;";
            break;
        default:
            if (c != quote)
                result += c;
            else
                result += quote == '"' ? "&quot;" : "&apos;";
        }
    }
    return result;
}

std::string xmlAttribute(const std::string& name, const std::string& value)
{
    return ' ' + name + "=\"" + escapedXml(value, '"') + '"';
}

std::string xmlTag(const std::string& name, const XmlAttributes& attributes)
{
    std::string tag = '<' + name;
    for (const auto& [key, value] : attributes)
        tag += xmlAttribute(key, value);
    return tag;
}

} // namespace rgsim
