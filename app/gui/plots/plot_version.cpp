#include "plots/plot_version.h"

#include <qcustomplot.h>

namespace rgsim::gui {

QString plotVersion()
{
    return QStringLiteral(QCUSTOMPLOT_VERSION_STR);
}

} // namespace rgsim::gui
