// Entries of a fault plan as text for the clipboard, in the scenario format, so that they can be
// pasted into another scenario or a file. It touches no clipboard.
#pragma once

#include "models/plan_entry.h"

#include <QByteArray>
#include <QJsonArray>
#include <QMap>

namespace rgsim::gui {

using PlanEntries = QMap<PlanPart, QJsonArray>;

QByteArray planText(const PlanEntries& entries);
/// Empty if the text holds no entries of a plan.
PlanEntries planEntries(const QByteArray& text);
/// Appends them; those that name what is not there show their problem then.
void appendTo(ScenarioDraft& draft, const PlanEntries& entries);

} // namespace rgsim::gui
