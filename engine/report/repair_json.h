// Repairs as JSON for scripts. Prints what planning found.
#pragma once

#include "report/repair_text.h"

#include <QByteArray>

namespace rgsim {

/// `{"hazards":[…],"repairs":[{"edits":[{"change","price","cost"}],"cost","hazards_left",
/// "explored":{"verdict","depth","states"},"diff"}],"repaired",…}`.
QByteArray repairJson(const RepairText& text);

} // namespace rgsim
