// Two compared layouts as one page of HTML that needs nothing from elsewhere. Verdicts are words,
// and coloured besides. Prints what planning found.
#pragma once

#include "report/layout_words.h"

#include <string>

namespace rgsim {

std::string layoutHtml(const LayoutReport& report);

} // namespace rgsim
