#include "views/real_log_view.h"
#include "window/main_window.h"

namespace rgsim::gui {

void MainWindow::makeLogCommands()
{
    auto* view = qobject_cast<RealLogView*>(panel(QStringLiteral("realLog")));
    m_commands.add("file.compareLog", tr("Co&mpare with a log…"), {}, [this, view] {
        raisePanel(QStringLiteral("realLog"));
        view->choose();
    });
    m_commands["file.compareLog"]->setToolTip(
        tr("Hold what rgmanager wrote on real nodes against this run"));
    QAction* close =
        m_commands.add("file.closeLog", tr("Close the lo&g"), {}, [view] { view->closeLog(); });
    connect(&view->log(), &RealLog::changed, close, [this] { updateCommands(); });
}

} // namespace rgsim::gui
