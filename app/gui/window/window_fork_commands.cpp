#include "report/run_report.h"
#include "style/icons.h"
#include "window/main_window.h"

#include <QComboBox>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSignalBlocker>
#include <QToolBar>

namespace rgsim::gui {

void MainWindow::makeForkCommands()
{
    m_commands.add("fork.make", tr("For&k here"), Qt::CTRL | Qt::Key_B, [this] {
        m_document.fork(m_document.playhead());
        raisePanel(QStringLiteral("comparison"));
    });
    m_commands.add(
        "fork.switch", tr("S&witch to the other branch"), Qt::CTRL | Qt::Key_Tab, [this] {
            m_document.setActiveBranch(
                m_document.activeBranch() == BranchId::Main ? BranchId::Fork : BranchId::Main);
        });
    m_commands.add("fork.drop", tr("D&rop the fork"), {}, [this] { m_document.dropFork(); });
    m_commands["fork.make"]->setToolTip(
        tr("A second branch from the playhead, with other faults or another layout"));
}

void MainWindow::addForkTools(QToolBar& bar)
{
    bar.addAction(m_commands["fork.make"]);
    m_branch = new QComboBox(&bar);
    m_branch->setAccessibleName(tr("Branch that is shown and edited"));
    m_branch->setToolTip(m_branch->accessibleName());
    m_branch->addItem(tr("Main"));
    m_branch->addItem(tr("Fork"));
    m_branchTool = bar.addWidget(m_branch);
    connect(m_branch, &QComboBox::activated, this, [this](int index) {
        m_document.setActiveBranch(index == 0 ? BranchId::Main : BranchId::Fork);
    });
    connect(&m_document, &Document::branchesChanged, this, &MainWindow::updateFork);
    connect(&m_document, &Document::reopened, this, &MainWindow::updateFork);
    updateFork();
}

void MainWindow::updateFork()
{
    const bool hasFork = m_document.hasFork();
    m_branchTool->setVisible(hasFork);
    m_branch->setCurrentIndex(static_cast<int>(m_document.activeBranch()));
    m_branch->setItemText(
        1, hasFork ? tr("Fork of %1").arg(QString::fromStdString(clockText(m_document.forkedAt())))
                   : tr("Fork"));
    updateCommands();
}

void MainWindow::raisePanel(const QString& id)
{
    for (QDockWidget* dock : std::as_const(m_docks)) {
        if (dock->objectName() == "dock." + id) {
            dock->show();
            dock->raise();
        }
    }
}

} // namespace rgsim::gui
