// Tells a person about problems of a draft: what is wrong, at which member, in their words instead
// of the paths that files and diagnostics use. It judges nothing; readers and checkers do.
#pragma once

#include "base/diagnostic.h"
#include "formats/scenario_draft.h"

#include <QString>
#include <QVector>

namespace rgsim::gui {

/// "What is wrong: what to do", as a sentence.
QString problemText(const Diagnostic& diagnostic);
/// "Error", "Warning" or "Note".
QString severityText(Severity severity);
/// The place that the diagnostic names, as the draft's functions take it.
QString pathOf(const Diagnostic& diagnostic);

/// Those at @p path or, unless @p onlyThere, below it; the worst first.
QVector<Diagnostic> problemsAt(const Diagnostics& problems, const QString& path,
                               bool onlyThere = false);

/// "service meow, domain" for "cluster.services[1].domain": things by the draft's names, members by
/// the words that the forms use.
QString placeInWords(const ScenarioDraft& draft, const QString& path);

} // namespace rgsim::gui
