#include "views/real_log_view.h"
#include "window/main_window.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>

namespace rgsim::gui {

namespace {

QStringList localFiles(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            paths << url.toLocalFile();
    }
    return paths;
}

bool isPlan(const QString& path)
{
    return QStringList{"json", "conf", "xml"}.contains(QFileInfo(path).suffix().toLower());
}

} // namespace

void MainWindow::makeLogCommands()
{
    auto* view = qobject_cast<RealLogView*>(panel(QStringLiteral("realLog")));
    m_commands.add("file.compareLog", tr("Co&mpare with a log…"), {}, [this, view] {
        raiseWithRoom(QStringLiteral("realLog"));
        view->choose();
    });
    m_commands["file.compareLog"]->setToolTip(
        tr("Hold what rgmanager wrote on real nodes against this run"));
    QAction* close =
        m_commands.add("file.closeLog", tr("Close the lo&g"), {}, [view] { view->closeLog(); });
    connect(&view->log(), &RealLog::changed, close, [this] { updateCommands(); });
    setAcceptDrops(true);
}

void MainWindow::compareWithLogs(const QStringList& paths)
{
    raiseWithRoom(QStringLiteral("realLog"));
    qobject_cast<RealLogView*>(panel(QStringLiteral("realLog")))->open(paths);
}

// A plan is opened as any; what is something else can only be a log, which needs a run.
void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QStringList paths = localFiles(*event->mimeData());
    if (paths.isEmpty() || (!isPlan(paths.first()) && !m_document.isOpen()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList paths = localFiles(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (isPlan(paths.first()))
        openFile(paths.first());
    else if (m_document.isOpen())
        compareWithLogs(paths);
}

} // namespace rgsim::gui
