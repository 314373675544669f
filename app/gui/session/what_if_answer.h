// What changes would save, with the question it belongs to: made once by a worker, never changed,
// so that table, plot and exports share it.
#pragma once

#include "report/what_if_report.h"

#include <QString>

#include <memory>
#include <optional>

namespace rgsim::gui {

struct WhatIfAnswer {
    Scenario campaign;
    CampaignOptions options;
    WhatIfResult result;

    WhatIfReport report() const { return {campaign, options, result}; }
};

using WhatIfPtr = std::shared_ptr<const WhatIfAnswer>;

/// "nodes are repaired twice as fast", in the window's language.
QString changeWords(WhatIfChange change);
/// Why it would change nothing.
QString whyNotWords(WhatIfChange change);
/// "14min10s", with a minus for what it costs; "-" for exactly nothing.
QString savingWords(double secondsAYear);

} // namespace rgsim::gui
