#include "session/node_files_preview.h"

#include "deploy/archive.h"
#include "deploy/node_files.h"
#include "session/whole_file.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace rgsim::gui {

namespace {

ExportOptions optionsOf(const NodeFilesOrder& order)
{
    ExportOptions options;
    if (order.guard == GuardChoice::Published)
        options.form = GuardMode::Published;
    else if (order.guard == GuardChoice::Hardened)
        options.form = GuardMode::Hardened;
    options.removesGuard = order.guard == GuardChoice::Removed;
    options.isPerNode = order.layout == NodeFilesLayout::FolderPerNode;
    if (!order.place.isEmpty() && order.layout != NodeFilesLayout::Archive)
        options.existing = filesIn(order.place);
    return options;
}

// An archive is compared as a whole: the same files make the same bytes.
FileState archiveState(const QString& place, const QByteArray& bytes)
{
    const QFileInfo info(place);
    if (!info.isFile())
        return FileState::New;
    QFile file(place);
    const bool isSame = info.size() == bytes.size() && file.open(QIODevice::ReadOnly) &&
                        file.read(bytes.size()) == bytes;
    return isSame ? FileState::Unchanged : FileState::Changed;
}

FileChanges inState(const NodeFiles& files, FileState state)
{
    FileChanges changes;
    for (const NodeFile& file : files) {
        FileChange change;
        change.file = file;
        change.state = state;
        changes.push_back(change);
    }
    return changes;
}

void fillArchive(NodeFilesPreview& preview, const NodeFiles& files)
{
    const Result<QByteArray> packed = packedFiles(files);
    preview.problems.append(packed.diagnostics);
    if (!packed.ok())
        return;
    preview.archive = *packed;
    preview.changes = inState(files, archiveState(preview.place, preview.archive));
}

void fillFolder(NodeFilesPreview& preview, const NodeFiles& files)
{
    Result<FileChanges> changes = compareWithFolder(preview.place, files);
    preview.problems.append(changes.diagnostics);
    if (changes.ok())
        preview.changes = std::move(*changes);
}

bool isAsBefore(const FileChange& now, const FileChange& shown)
{
    return now.state == shown.state && now.before == shown.before;
}

NodeFilesOutcome writeArchive(const NodeFilesPreview& preview)
{
    NodeFilesOutcome outcome;
    const FileState state = archiveState(preview.place, preview.archive);
    outcome.isOutdated = preview.changes.empty() || state != preview.changes.front().state;
    if (outcome.isOutdated)
        return outcome;
    outcome.problems = writeWholeFile(preview.place, preview.archive);
    outcome.written = outcome.problems.hasErrors() ? 0 : preview.changes.size();
    return outcome;
}

} // namespace

std::size_t NodeFilesPreview::count(FileState state) const
{
    return static_cast<std::size_t>(
        std::count_if(changes.begin(), changes.end(),
                      [state](const FileChange& change) { return change.state == state; }));
}

bool NodeFilesPreview::canBeWritten() const
{
    return !place.isEmpty() && !problems.hasErrors() &&
           count(FileState::Unchanged) != changes.size();
}

NodeFilesPreviewPtr previewNodeFiles(const NodeFilesOrder& order)
{
    auto preview = std::make_shared<NodeFilesPreview>();
    preview->place = order.place;
    preview->layout = order.layout;
    const Result<NodeFiles> files = nodeFiles(order.plan, optionsOf(order));
    preview->problems = files.diagnostics;
    if (!files.ok())
        return preview;
    if (order.layout == NodeFilesLayout::Archive)
        fillArchive(*preview, *files);
    else if (order.place.isEmpty())
        preview->changes = inState(*files, FileState::New);
    else
        fillFolder(*preview, *files);
    return preview;
}

NodeFilesOutcome writeNodeFiles(const NodeFilesPreview& preview)
{
    if (preview.layout == NodeFilesLayout::Archive)
        return writeArchive(preview);
    NodeFilesOutcome outcome;
    NodeFiles files;
    for (const FileChange& change : preview.changes)
        files.push_back(change.file);
    const Result<FileChanges> now = compareWithFolder(preview.place, files);
    outcome.problems = now.diagnostics;
    if (!now.ok())
        return outcome;
    outcome.isOutdated = !std::equal(now->begin(), now->end(), preview.changes.begin(),
                                     preview.changes.end(), isAsBefore);
    if (outcome.isOutdated)
        return outcome;
    const Result<std::vector<std::string>> written = writeChanges(preview.place, *now);
    outcome.problems = written.diagnostics;
    outcome.written = written.ok() ? written->size() : 0;
    return outcome;
}

} // namespace rgsim::gui
