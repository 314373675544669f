// The lines in which two texts differ, in the unified form that diff -u prints. It knows no files.
#pragma once

#include <QByteArray>

#include <string>

namespace rgsim {

/// What leads from @p before to @p after, with three lines around each change; empty if they are
/// equal. Lines that differ in their bytes only (no line end at the end, a carriage return) are
/// shown as different. @p oldName and @p newName stand in the first two lines.
std::string textDifference(const std::string& oldName, const std::string& newName,
                           const QByteArray& before, const QByteArray& after);

} // namespace rgsim
