// The signs for what happened, one shape for each kind, so that they can be told apart without
// colour. Used by the timeline and its legend; it decides no place.
#pragma once

#include "analysis/timeline.h"
#include "style/look.h"

#include <QPainter>
#include <QPixmap>

#include <array>

namespace rgsim::gui {

/// Within a square of @p size around @p centre.
void drawGlyph(QPainter& painter, MarkKind kind, QPointF centre, double size,
               const LookBook& looks);

/// Signs drawn once and then stamped: there may be thousands on a screen.
class GlyphStamps {
public:
    /// Forgets them all if they are to look different now.
    void prepare(double size, double devicePixelRatio, const LookBook& looks);
    void stamp(QPainter& painter, MarkKind kind, QPointF centre);

private:
    static constexpr std::size_t kinds = static_cast<std::size_t>(MarkKind::Wandered) + 1;

    std::array<QPixmap, kinds> m_stamps; ///< null: not drawn yet
    double m_size = 0;
    double m_ratio = 1;
    LookBook m_looks{QPalette()};
};

} // namespace rgsim::gui
