#include "dialogs/command_palette.h"
#include "views/cluster_view.h"
#include "window/main_window.h"

namespace rgsim::gui {

// Outcomes are shown in the picture of the cluster, so both look at the same stage.
void MainWindow::makePaletteCommand()
{
    auto* view = qobject_cast<ClusterView*>(panel(QStringLiteral("cluster")));
    m_palette = new CommandPalette(m_document, view->stage(), this);
    m_commands.add("view.palette", tr("&Find a command…"), Qt::CTRL | Qt::Key_K, [this] {
        QList<QAction*> all;
        for (QAction* command : m_commands.all()) {
            if (command->objectName() != QLatin1String("view.palette"))
                all << command;
        }
        all << findChild<QAction*>("edit.undo") << findChild<QAction*>("edit.redo");
        m_palette->open(all);
    });
}

} // namespace rgsim::gui
