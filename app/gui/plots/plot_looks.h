// The looks that all diagrams share: paper, axes and grid in the window's colours and font.
#pragma once

#include "style/look.h"

#include <QFont>

class QCustomPlot;

namespace rgsim::gui {

/// Of @p plot's paper and of its lower and left axis.
void setPlotLooks(QCustomPlot& plot, const LookBook& look, const QFont& font);

} // namespace rgsim::gui
