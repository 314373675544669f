// One field of a table of comma-separated values, as RFC 4180 quotes it. Knows no table.
#pragma once

#include <string>
#include <string_view>

namespace rgsim {

void appendCsvField(std::string& text, std::string_view field);

} // namespace rgsim
