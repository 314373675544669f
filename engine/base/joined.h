// Words as one text. Knows nothing of what the words mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// @p words in their order with @p between between them; empty words at the beginning leave no
/// trace.
std::string joined(const std::vector<std::string>& words, std::string_view between);

} // namespace rgsim
