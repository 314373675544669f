// Columns of text under each other. Knows nothing of what stands in them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rgsim {

/// A line for each row, columns two blanks apart: the first @p leftColumns begin together, the
/// others end together. All rows have as many cells as the first.
std::string tableText(const std::vector<std::vector<std::string>>& rows, std::size_t leftColumns);

} // namespace rgsim
