// Keeps whatever is written below one folder inside it, whatever the names in a scenario or the
// symbolic links on the disk say. It writes nothing itself and trusts the folder's own path.
#pragma once

#include "base/diagnostic.h"

#include <QString>

#include <string>
#include <string_view>

namespace rgsim {

/// Why @p name cannot be the name of a file or folder that is exported, as the end of a sentence
/// ("holds a blank, …"); empty if it can. Letters, digits and "._+-@" only, not first a dot or a
/// dash, at most 200 bytes: such a name needs no quoting in a shell and has room for the ending of
/// a temporary file.
std::string whyNotAFileName(std::string_view name);

/// @p text so that it can be printed: control characters and bytes that are not UTF-8 become "?",
/// what is longer than 60 characters is cut.
std::string shownName(std::string_view text);

/// The absolute path of @p relative below @p root, where it may or may not exist. Errors: a part of
/// it is empty, "." or ".."; a symbolic link in it leads out of @p root or nowhere; something that
/// is no folder stands where a folder should. @p root need not exist.
Result<QString> pathInside(const QString& root, const std::string& relative);

} // namespace rgsim
