#include "deploy/import_folder.h"
#include "dialogs/export_dialog.h"
#include "formats/scenario_writer.h"
#include "views/script_view.h"
#include "window/main_window.h"

#include <QDir>
#include <QFileDialog>

namespace rgsim::gui {

void MainWindow::makeDeployCommands()
{
    m_commands.add("file.nodeFiles", tr("Files for the no&des…"), {}, [this] {
        if (!m_nodeFiles)
            m_nodeFiles = new ExportDialog(m_document, this);
        m_nodeFiles->show();
        m_nodeFiles->raise();
        m_nodeFiles->activateWindow();
    });
    m_commands.add("file.import", tr("&Import from a node…"), {}, [this] {
        const QString folder = QFileDialog::getExistingDirectory(
            this, tr("A folder with the files of nodes, or a node's / or /etc"));
        if (!folder.isEmpty())
            importNodeFiles(folder);
    });
    // The panel has the switch; this is the same one.
    ScriptTrial& trial = qobject_cast<ScriptView*>(panel(QStringLiteral("scripts")))->trial();
    QAction* scripts = m_commands.add("simulate.scripts", tr("Scr&ipt in the loop"), {}, [this] {
        const bool isWanted = m_commands["simulate.scripts"]->isChecked();
        qobject_cast<ScriptView*>(panel(QStringLiteral("scripts")))->trial().setOn(isWanted);
        if (isWanted)
            raisePanel(QStringLiteral("scripts"));
    });
    scripts->setCheckable(true);
    connect(&trial, &ScriptTrial::changed, scripts,
            [scripts, &trial] { scripts->setChecked(trial.isOn()); });
}

void MainWindow::importNodeFiles(const QString& folder)
{
    leaveDocument([this, folder] {
        const Result<ScenarioFile> plan = importFolder(folder.toStdString());
        if (!plan.ok()) {
            showMessages(tr("%1 could not be imported:").arg(folder), plan.diagnostics);
            return;
        }
        const Diagnostics problems =
            m_document.openText(writeScenario(*plan), QDir(folder).dirName());
        // What is wrong with the plan itself is among what the importer says.
        showMessages(tr("%1 is imported; worth a look:").arg(folder),
                     plan.diagnostics.empty() ? problems : plan.diagnostics);
    });
}

} // namespace rgsim::gui
