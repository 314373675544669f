#include "views/planning_view.h"
#include "window/main_window.h"

#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace rgsim::gui {

void MainWindow::makePlanningCommands()
{
    for (const PlanningView::Tab& tab : PlanningView::tabs()) {
        QAction* action = m_commands.add("plan." + tab.id, tab.title, {},
                                         [this, id = tab.id] { showPlanning(id); });
        action->setToolTip(tab.about);
    }
    connect(qobject_cast<PlanningView*>(panel(QStringLiteral("planning"))),
            &PlanningView::openWanted, this, &MainWindow::openScenario);
}

// As something that was never saved.
void MainWindow::openScenario(const QByteArray& text, const QString& name)
{
    leaveDocument([this, text, name] {
        showMessages(tr("%1 is open; worth a look:").arg(name), m_document.openText(text, name));
    });
}

void MainWindow::addPlanningMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Planning"));
    for (const PlanningView::Tab& tab : PlanningView::tabs())
        menu->addAction(m_commands["plan." + tab.id]);
}

void MainWindow::showPlanning(const QString& tab)
{
    raiseWithRoom(QStringLiteral("planning"));
    qobject_cast<PlanningView*>(panel(QStringLiteral("planning")))->showTab(tab);
}

// With room for tables and plots, if it is not there yet.
void MainWindow::raiseWithRoom(const QString& id)
{
    raisePanel(id);
    constexpr int lines = 24;
    auto* dock = findChild<QDockWidget*>("dock." + id);
    const int wanted = std::min(fontMetrics().height() * lines, height() / 2);
    if (dock->height() < wanted)
        resizeDocks({dock}, {wanted}, Qt::Vertical);
}

} // namespace rgsim::gui
