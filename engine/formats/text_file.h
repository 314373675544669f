// Reads a file that a person named, with one clear message for everything that is not a readable
// text of reasonable size. It knows nothing of what the text means.
#pragma once

#include "base/diagnostic.h"

#include <QByteArray>

#include <string>

namespace rgsim {

/// The bytes of @p path. Errors: no such file, a directory or device, not readable, larger than
/// limits::maxInputBytes, binary (contains a zero byte).
Result<QByteArray> readTextFile(const std::string& path);

} // namespace rgsim
