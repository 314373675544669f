// The window's small icons, drawn in the colour of text so that they fit light and dark alike.
#pragma once

#include <QIcon>
#include <QPalette>

namespace rgsim::gui {

enum class Icon {
    Play,
    Pause,
    ToStart,
    ToEnd,
    Previous,
    Next,
    PreviousDecision,
    NextDecision,
    Fork
};

/// Sharp at every size and scale.
QIcon iconOf(Icon icon, const QPalette& palette);

} // namespace rgsim::gui
