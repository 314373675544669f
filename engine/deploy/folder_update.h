// Brings a folder in line with a list of files: compares, shows, and writes what differs. Each file
// is written whole or not at all, and nothing is ever written outside the folder.
#pragma once

#include "base/diagnostic.h"
#include "deploy/node_file.h"

#include <QString>

#include <string>
#include <vector>

namespace rgsim {

enum class FileState { Unchanged, Changed, New };

struct FileChange {
    NodeFile file;                    ///< as it shall be
    FileState state = FileState::New; ///< in comparison with the folder
    QByteArray before;                ///< what stands there; empty for a new file
    bool becomesExecutable = false;   ///< it is there, but cannot be executed
    std::string path() const { return file.path; }
};

using FileChanges = std::vector<FileChange>;

/// What has to be done so that @p files stand in @p folder, in their order; the folder need not
/// exist yet. Errors: paths that lead out of it or through something that is no folder, the same
/// path twice, files that cannot be read. Other files in the folder are left alone.
Result<FileChanges> compareWithFolder(const QString& folder, const NodeFiles& files);

/// The change as diff -u shows it, a new file as a whole; empty for an unchanged file.
std::string differenceText(const FileChange& change);

/// Writes what is not unchanged, and makes @p folder and folders in it where they are missing. All
/// new contents are on the disk before the first file is replaced (of many files: of every
/// hundred), so a full disk changes nothing. Files keep the permissions they have, apart from
/// becoming executable. The value is the paths that were written, also if problems stand beside it:
/// then every other file is as it was.
Result<std::vector<std::string>> writeChanges(const QString& folder, const FileChanges& changes);

/// Reads files below @p folder for a comparison or as what is to be kept. A path that leads out of
/// the folder, or to nothing, has no contents.
ExistingFiles filesIn(const QString& folder);

} // namespace rgsim
