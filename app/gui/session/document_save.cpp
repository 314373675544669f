#include "formats/scenario_writer.h"
#include "session/document.h"
#include "session/whole_file.h"

namespace rgsim::gui {

Diagnostics Document::save(const QString& path)
{
    Branch current = branch(BranchId::Main);
    Result<LoadedInput> loaded = read(current);
    // A draft that cannot be run is kept as it stands, to be mended later.
    QByteArray bytes = current.draft.text();
    if (loaded.ok())
        bytes = writeScenario(loaded->file);
    Diagnostics problems = writeWholeFile(path, bytes);
    if (problems.hasErrors())
        return problems;
    m_path = path;
    m_wasRestored = false;
    m_undoStack.setClean();
    emit fileChanged();
    return problems;
}

} // namespace rgsim::gui
