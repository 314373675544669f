#include "formats/scenario_writer.h"
#include "session/document.h"

#include <QFileInfo>
#include <QSaveFile>

namespace rgsim::gui {

namespace {

// Whole or not at all: an older file of that name stays until the new one is complete.
Diagnostics writeFile(const QString& path, const QByteArray& bytes)
{
    Diagnostics problems;
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) { // a device would be replaced by a file
        problems.error({path.toStdString(), 0, 0, {}}, "this is not a file",
                       "save to another place; nothing that is open is lost");
        return problems;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() ||
        !file.commit())
        problems.error({path.toStdString(), 0, 0, {}},
                       "the file could not be written: " + file.errorString().toStdString(),
                       "save to another place; nothing that is open is lost");
    return problems;
}

} // namespace

Diagnostics Document::save(const QString& path)
{
    Branch current = branch(BranchId::Main);
    Result<LoadedInput> loaded = read(current);
    // A draft that cannot be run is kept as it stands, to be mended later.
    QByteArray bytes = current.draft.text();
    if (loaded.ok())
        bytes = writeScenario(loaded->file);
    Diagnostics problems = writeFile(path, bytes);
    if (problems.hasErrors())
        return problems;
    m_path = path;
    m_wasRestored = false;
    m_undoStack.setClean();
    emit fileChanged();
    return problems;
}

} // namespace rgsim::gui
