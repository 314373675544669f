// Packs files into a .tar.gz that is the same for the same files on every machine: fixed times,
// owner root, no names of users. It writes no file itself.
#pragma once

#include "base/diagnostic.h"
#include "deploy/node_file.h"

#include <QByteArray>

namespace rgsim {

/// The bytes of a .tar.gz with @p files in their order; all times are 1 January 2012, 00:00:00 UTC.
/// An error if the library cannot pack them.
Result<QByteArray> packedFiles(const NodeFiles& files);

} // namespace rgsim
