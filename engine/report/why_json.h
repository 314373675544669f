// Decisions with their reasons as JSON, one object with everything that why_text prints.
#pragma once

#include "report/why_text.h"

#include <QByteArray>

namespace rgsim {

/// {"asked":…,"window":…,"within_window":…,"decisions":[{"at","service","by","kind","function",
/// "reason","request","code","other","detail","configuration":{"file","line","text"},
/// "candidates":[{"node","score","chosen","ruled_out_by"}]}]}; times in seconds. Members that mean
/// nothing for a decision are left out.
QByteArray whyJson(const WhyReport& report);

} // namespace rgsim
