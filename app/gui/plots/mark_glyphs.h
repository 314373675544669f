// The signs for what happened, one shape for each kind, so that they can be told apart without
// colour. Used by the timeline and its legend; it decides no place.
#pragma once

#include "analysis/timeline.h"
#include "style/look.h"

#include <QPainter>

namespace rgsim::gui {

/// Within a square of @p size around @p centre.
void drawGlyph(QPainter& painter, MarkKind kind, QPointF centre, double size,
               const LookBook& looks);

} // namespace rgsim::gui
