// A run as a small picture: a lane for each service, coloured by where the record says it is, with
// phantoms left empty. For the gallery; the timeline proper is in plots/.
#pragma once

#include "session/run_result.h"

#include <QImage>
#include <QPalette>
#include <QSize>

namespace rgsim::gui {

/// @p size in device-independent pixels.
QImage timelineThumbnail(const RunResult& run, QSize size, double devicePixelRatio,
                         const QPalette& palette);

} // namespace rgsim::gui
