// The version of the plotting library, for About: nobody else may know which library that is.
#pragma once

#include <QString>

namespace rgsim::gui {

QString plotVersion();

} // namespace rgsim::gui
