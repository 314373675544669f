// Light, dark, or as the desktop says: the palette of the whole program. It changes colours only.
#pragma once

#include <QPalette>
#include <QString>

class QApplication;

namespace rgsim::gui {

enum class Appearance { System, Light, Dark };

/// "system", "light", "dark", as remembered in the settings.
QString wordOf(Appearance appearance);
Appearance appearanceOf(const QString& word);

QPalette paletteOf(Appearance appearance);
/// Of the running application, now and for all its windows.
void apply(Appearance appearance);

} // namespace rgsim::gui
