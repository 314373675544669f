#include "plots/plot_looks.h"

#include <qcustomplot.h>

namespace rgsim::gui {

void setPlotLooks(QCustomPlot& plot, const LookBook& look, const QFont& font)
{
    plot.setBackground(look.paper());
    const QPen line(look.quiet());
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setBasePen(line);
        axis->setTickPen(line);
        axis->setSubTickPen(line);
        axis->setTickLabelColor(look.ink());
        axis->setLabelColor(look.ink());
        axis->setTickLabelFont(font);
        axis->setLabelFont(font);
        axis->grid()->setZeroLinePen(line);
        QPen grid = line;
        grid.setStyle(Qt::DotLine);
        axis->grid()->setPen(grid);
    }
}

} // namespace rgsim::gui
