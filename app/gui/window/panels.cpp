#include "window/panels.h"

namespace rgsim::gui {

QVector<Panel> allPanels()
{
    return {};
}

} // namespace rgsim::gui
