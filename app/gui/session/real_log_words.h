// What came of comparing a real log with a run, in sentences. It compares and counts nothing that
// the comparison does not have.
#pragma once

#include "session/real_log.h"

#include <QString>

namespace rgsim::gui {

/// "8 of 10 lines agree; first difference at 00:01:12 on node2.", or why there is nothing to say.
/// The result has a comparison.
QString comparisonSentence(const RealLogResult& result);
/// What was compared: from when to when, on which nodes, where time 0 lies, and what became of each
/// line of the files.
QString comparisonDetails(const RealLogResult& result);
/// When time 0 was, as a syslog line has it: "Nov 23 03:37:04".
QString timeZeroText(const RealLogResult& result);

} // namespace rgsim::gui
