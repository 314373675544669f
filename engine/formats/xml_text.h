// Values as they stand in XML text: what must be escaped, and how an attribute is written. It knows
// no element and reads nothing; cluster_conf_parser does that.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace rgsim {

using XmlAttributes = std::vector<std::pair<std::string, std::string>>;

/// @p value for an attribute in @p quote signs. White space other than blanks becomes a character
/// reference, since a reader would turn it into blanks.
std::string escapedXml(const std::string& value, char quote);

/// ` name="value"`, with the blank in front.
std::string xmlAttribute(const std::string& name, const std::string& value);

/// `<name a="b"`, still open.
std::string xmlTag(const std::string& name, const XmlAttributes& attributes);

} // namespace rgsim
