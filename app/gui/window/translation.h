// The language of the window: the desktop's, or the one that was asked for. English needs no file
// and stands in for everything that is not translated.
#pragma once

#include <QString>

namespace rgsim::gui {

/// @p language: "de", "en_GB"; empty: the desktop's. Call once, before the first window is made.
/// False if there is no translation for it.
bool installTranslation(const QString& language);

} // namespace rgsim::gui
