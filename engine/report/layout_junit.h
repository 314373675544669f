// Two compared layouts as JUnit XML, which CI systems show as tests: one test case for each failure
// and service, failed where the second layout is worse. Prints what planning found.
#pragma once

#include "report/layout_words.h"

#include <QByteArray>

namespace rgsim {

/// One suite for each failure. What was not compared is a skipped case; a comparison that was ended
/// early has an error. Times are not measured and 0.
QByteArray layoutJUnit(const LayoutReport& report);

} // namespace rgsim
