// The files for real nodes before they are written: what a plan becomes in a folder or an archive
// that somebody chose, and then the writing itself. Meant for another thread; it shows nothing.
#pragma once

#include "deploy/folder_update.h"
#include "formats/scenario_file.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <memory>

namespace rgsim::gui {

enum class NodeFilesLayout { OneFolder, FolderPerNode, Archive };
enum class GuardChoice { AsPlanned, Published, Hardened, Removed };

struct NodeFilesOrder {
    ScenarioFile plan;
    QString place; ///< a folder or, for an archive, a file; absolute, or empty: not chosen yet
    NodeFilesLayout layout = NodeFilesLayout::OneFolder;
    GuardChoice guard = GuardChoice::AsPlanned;
};

struct NodeFilesPreview {
    QString place;
    NodeFilesLayout layout = NodeFilesLayout::OneFolder;
    FileChanges changes; ///< without a place, all are new
    QByteArray archive;  ///< the bytes that shall stand at the place, for an archive
    Diagnostics problems;

    std::size_t count(FileState state) const;
    /// There is a place, and something to write there.
    bool canBeWritten() const;
};

using NodeFilesPreviewPtr = std::shared_ptr<const NodeFilesPreview>;

/// Runs the plan for the README and compares with what stands at the place. With errors there are
/// no changes.
NodeFilesPreviewPtr previewNodeFiles(const NodeFilesOrder& order);

struct NodeFilesOutcome {
    std::size_t written = 0;
    /// Something else stands at the place than when the preview was made, so nothing was written.
    bool isOutdated = false;
    Diagnostics problems;
};

/// Writes exactly what the preview shows, each file whole or not at all.
NodeFilesOutcome writeNodeFiles(const NodeFilesPreview& preview);

} // namespace rgsim::gui
