// What planning found, put before the eyes: a case as a second branch of the document with the
// playhead at it, a remedy as an edit of the draft, a configuration line as something to select.
// Searches nothing.
#pragma once

#include "analysis/flip_edit.h"
#include "session/planning_task.h"
#include "session/playback.h"

#include <optional>

namespace rgsim::gui {

/// The draft that was asked about, with @p shown's events instead of its own: its run is that of
/// @p shown, to the fingerprint.
ScenarioDraft caseDraft(const PlanningQuestion& question, const Scenario& shown);

/// @p shown becomes the second branch, in place of the one there is, as one step that can be
/// undone; the playhead goes to @p at. @p name is for the Undo menu.
void openCase(Document& document, const PlanningQuestion& question, const Scenario& shown,
              const QString& name, SimTime at);

/// The same, selects @p service (unless that is noService) and plays from a moment before @p at.
void playCase(Document& document, Playback& playback, const PlanningQuestion& question,
              const Scenario& shown, const QString& name, SimTime at, ServiceIndex service);

/// Carries out @p edits in the main branch, which becomes active, as one step that can be undone.
/// The draft must be the one that was asked about.
void applyEdits(Document& document, const PlanningQuestion& question,
                const std::vector<FlipEdit>& edits, const QString& name);

/// What is configured in a line of the question's source, if it can be selected.
std::optional<Selection> thingInLine(const PlanningQuestion& question, int line);

/// Selects that in the main branch and brings its form before the eyes.
void goToLine(Document& document, const PlanningQuestion& question, int line);

/// "00:00:30 crash node1": one for each event.
QStringList stepTexts(const Cluster& cluster, const std::vector<PlanEvent>& events);

} // namespace rgsim::gui
