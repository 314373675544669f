// Writes a file whole or not at all: an older file of that name stays as it is until the new one is
// complete. Everything that the app writes goes through here.
#pragma once

#include "base/diagnostic.h"

#include <QByteArray>
#include <QString>

namespace rgsim::gui {

/// Errors: the folder is missing or closed to the user, the disk is full, @p path is not a file.
Diagnostics writeWholeFile(const QString& path, const QByteArray& bytes);

} // namespace rgsim::gui
