// Puts an answer about the phase of a failure into a plot: curves, marks, axes and words. For the
// window and for paper alike; it reacts to nothing.
#pragma once

#include "planning/phase.h"

#include <QPalette>
#include <QString>

class QCustomPlot;

namespace rgsim::gui {

/// Replaces everything in @p plot.
void drawPhase(QCustomPlot& plot, const PhaseAnswer& answer, const QString& title,
               const QPalette& palette, const QFont& font);

} // namespace rgsim::gui
