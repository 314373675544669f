// The style sheet of HTML reports: light and dark by the reader's own wish, and a layout for paper.
// Text only; it must need nothing from elsewhere.
#pragma once

#include <string>

namespace rgsim {

/// Contains neither '<' nor '&', so it may stand in a style element of HTML and of XML.
std::string htmlStyleSheet();

} // namespace rgsim
