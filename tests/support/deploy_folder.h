// A folder of files as a node or an export has them, for tests of deploy/. It ends the test program
// if the disk does not do as it is told.
#pragma once

#include "base/diagnostic.h"
#include "deploy/node_file.h"
#include "formats/scenario_file.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <string>

namespace rgsim::support {

/// Writes a file with the folders that it needs.
void putFile(const QString& path, const QByteArray& text);
/// The text, or "(cannot be read)".
QByteArray fileText(const QString& path);
/// All files below @p folder by their relative paths, sorted.
QStringList filesBelow(const QString& folder);

/// One problem a line.
std::string messagesOf(const Diagnostics& diagnostics);

/// Compares and writes, as an export does; the problems of both.
Diagnostics writeInto(const QString& folder, const NodeFiles& files);

/// The scenario of this JSON text, which must be good.
ScenarioFile scenarioOf(const QByteArray& json);

/// bark and meow on three nodes, kept apart by guards of this mode.
ScenarioFile petsPlan(const char* mode = "published");

} // namespace rgsim::support
