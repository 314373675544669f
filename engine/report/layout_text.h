// Two compared layouts as text: a line for each outcome that changes, the worst first, and the
// numbers. Prints what planning found.
#pragma once

#include "report/layout_words.h"

#include <string>

namespace rgsim {

std::string layoutText(const LayoutReport& report);

} // namespace rgsim
