#include "deploy/folder_update.h"

#include "deploy/safe_path.h"
#include "deploy/text_difference.h"
#include "formats/text_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <memory>
#include <set>

namespace rgsim {

namespace {

using Written = Result<std::vector<std::string>>;
using SaveFile = std::unique_ptr<QSaveFile>;

constexpr std::size_t filesAtOnce = 100; ///< open files are limited, mostly to 1024
constexpr QFileDevice::Permissions readableByAll = QFileDevice::ReadOwner |
                                                   QFileDevice::WriteOwner |
                                                   QFileDevice::ReadGroup | QFileDevice::ReadOther;
constexpr QFileDevice::Permissions executableByAll =
    QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther;

void addError(Diagnostics& diagnostics, const QString& path, std::string what, std::string remedy)
{
    diagnostics.error({path.toStdString(), 0, 0, {}}, std::move(what), std::move(remedy));
}

FileChange asNew(const NodeFile& file)
{
    FileChange change;
    change.file = file;
    return change;
}

std::optional<FileChange> compared(const QString& folder, const NodeFile& file,
                                   Diagnostics& diagnostics)
{
    FileChange change = asNew(file);
    const Result<QString> place = pathInside(folder, file.path);
    diagnostics.append(place.diagnostics);
    if (!place.ok())
        return std::nullopt;
    if (!QFileInfo::exists(*place))
        return change;
    const Result<QByteArray> text = readTextFile(place->toStdString());
    diagnostics.append(text.diagnostics);
    if (!text.ok())
        return std::nullopt;
    change.before = *text;
    change.becomesExecutable =
        file.isExecutable && !QFile::permissions(*place).testFlag(QFileDevice::ExeOwner);
    const bool isSame = change.before == file.contents && !change.becomesExecutable;
    change.state = isSame ? FileState::Unchanged : FileState::Changed;
    return change;
}

QFileDevice::Permissions permissionsOf(const FileChange& change, const QString& path)
{
    const bool isThere = change.state == FileState::Changed;
    QFileDevice::Permissions permissions =
        (isThere ? QFile::permissions(path) : readableByAll) &
        (readableByAll | executableByAll | QFileDevice::WriteGroup | QFileDevice::WriteOther);
    if (change.file.isExecutable)
        permissions |= executableByAll;
    return permissions;
}

// The new contents in a file of their own beside the old one. Unbuffered: a disk that is full is
// noticed here.
SaveFile prepared(const QString& folder, const FileChange& change, Diagnostics& diagnostics)
{
    const Result<QString> place = pathInside(folder, change.file.path);
    diagnostics.append(place.diagnostics);
    if (!place.ok())
        return nullptr;
    auto file = std::make_unique<QSaveFile>(*place);
    const QByteArray& contents = change.file.contents;
    const bool isWritten = QDir().mkpath(QFileInfo(*place).absolutePath()) &&
                           file->open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
                           file->write(contents) == contents.size() &&
                           file->setPermissions(permissionsOf(change, *place));
    if (isWritten)
        return file;
    addError(diagnostics, *place, "this cannot be written: " + file->errorString().toStdString(),
             "make room, or choose a folder that can be written to");
    file->cancelWriting();
    return nullptr;
}

// False if something went wrong; whatever was not replaced by then is as it was.
bool writeSome(const QString& folder, const FileChange* first, const FileChange* last,
               Written& result)
{
    std::vector<SaveFile> files;
    for (const FileChange* change = first; change != last; ++change) {
        files.push_back(prepared(folder, *change, result.diagnostics));
        if (!files.back())
            return false; // the others are given up with their objects
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!files[i]->commit()) {
            addError(result.diagnostics, files[i]->fileName(),
                     "this cannot be replaced: " + files[i]->errorString().toStdString(),
                     "see what stands in the way, then export again");
            return false;
        }
        result->push_back(first[i].file.path);
    }
    return true;
}

} // namespace

Result<FileChanges> compareWithFolder(const QString& folder, const NodeFiles& files)
{
    Result<FileChanges> result;
    FileChanges changes;
    std::set<std::string> paths;
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        addError(result.diagnostics, folder, "this is not a folder", "name a folder");
    else if (info.isSymLink() && !info.exists())
        addError(result.diagnostics, folder, "this symbolic link leads nowhere", "name a folder");
    for (const NodeFile& file : files) {
        if (result.diagnostics.hasErrors())
            return result;
        if (!paths.insert(file.path).second)
            addError(result.diagnostics, QString::fromStdString(file.path),
                     "two files would have this path", "give what they belong to other names");
        else if (std::optional<FileChange> change = compared(folder, file, result.diagnostics))
            changes.push_back(std::move(*change));
    }
    if (!result.diagnostics.hasErrors())
        result.value = std::move(changes);
    return result;
}

std::string differenceText(const FileChange& change)
{
    const bool isNew = change.state == FileState::New;
    std::string text = textDifference(isNew ? "/dev/null" : "a/" + change.file.path,
                                      "b/" + change.file.path, change.before, change.file.contents);
    if (change.becomesExecutable)
        text = "new mode 100755: " + change.file.path + '\n' + text;
    return text;
}

Written writeChanges(const QString& folder, const FileChanges& changes)
{
    Written result;
    result.value.emplace();
    FileChanges due;
    std::copy_if(changes.begin(), changes.end(), std::back_inserter(due),
                 [](const FileChange& change) { return change.state != FileState::Unchanged; });
    if (!due.empty() && !QDir().mkpath(folder)) {
        addError(result.diagnostics, folder, "this folder cannot be made",
                 "choose a place that can be written to");
        return result;
    }
    for (std::size_t from = 0; from < due.size(); from += filesAtOnce) {
        const std::size_t to = std::min(due.size(), from + filesAtOnce);
        if (!writeSome(folder, due.data() + from, due.data() + to, result))
            break;
    }
    return result;
}

ExistingFiles filesIn(const QString& folder)
{
    return [folder](const std::string& path) -> std::optional<QByteArray> {
        const Result<QString> place = pathInside(folder, path);
        if (!place.ok() || !QFileInfo(*place).isFile())
            return std::nullopt;
        return readTextFile(place->toStdString()).value;
    };
}

} // namespace rgsim
