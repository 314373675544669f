// Parts of a layout on the clipboard and under the mouse: how they are carried, and what dropping
// them somewhere changes. It knows no model and no widget; where parts may go is the draft's say.
#pragma once

#include "formats/draft_parts.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

class QMimeData;

namespace rgsim::gui {

/// The type of our own that carries copied parts as JSON.
QString partsMimeType();

/// Parts with our own type, and as text for everybody else. @p moved: their paths, for a move
/// within the document that @p owner stands for.
QMimeData* mimeOfParts(const QJsonObject& parts, const QStringList& moved = {},
                       const void* owner = nullptr);
/// Empty if there are none in it, our own type or text.
QJsonObject partsIn(const QMimeData* mime);
/// What is moved within the document of @p owner; empty if it comes from elsewhere.
QStringList movedPathsIn(const QMimeData* mime, const void* owner);

/// Moves parts to before row @p row (-1: last) of the section or part at @p target; returns where
/// they are then. Empty, with nothing changed, if one of them cannot go there.
QStringList moveParts(ScenarioDraft& draft, const QStringList& paths, const QString& target,
                      int row);

} // namespace rgsim::gui
