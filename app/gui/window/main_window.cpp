#include "window/main_window.h"

#include "views/message_bar.h"
#include "window/panels.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QProgressBar>
#include <QSettings>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rgsim::gui {

namespace {

Qt::DockWidgetArea areaOf(PanelPlace place)
{
    switch (place) {
    case PanelPlace::Left:
        return Qt::LeftDockWidgetArea;
    case PanelPlace::Right:
        return Qt::RightDockWidgetArea;
    case PanelPlace::Bottom:
    case PanelPlace::Centre:
        break;
    }
    return Qt::BottomDockWidgetArea;
}

} // namespace

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent), m_playback(m_document)
{
    setObjectName(QStringLiteral("mainWindow"));
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_messages = new MessageBar(this);
    m_stack = new QStackedWidget(this);
    m_centre = new QSplitter(Qt::Vertical, this);
    m_centre->setObjectName(QStringLiteral("centre"));
    m_stack->addWidget(m_centre);
    auto* middle = new QWidget(this);
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    setCentralWidget(middle);
    makePanels();
    makeCommands();
    makeMenus();
    makeToolBar();
    makeStatusBar();
    connect(&m_document, &Document::reopened, this, &MainWindow::updateCommands);
    connect(&m_document, &Document::computingChanged, this, &MainWindow::updateCommands);
    connect(&m_document, &Document::branchesChanged, this, &MainWindow::updateCommands);
    connect(&m_document, &Document::fileChanged, this, &MainWindow::updateTitle);
    connect(&m_document, &Document::playheadChanged, this, &MainWindow::updateClock);
    connect(&m_document, &Document::draftChanged, this, &MainWindow::updateClock);
    updateTitle();
    updateCommands();
    updateClock();
    resize(1280, 800);
    QSettings settings;
    restoreGeometry(settings.value("window/geometry").toByteArray());
    restoreState(settings.value("window/state").toByteArray());
    m_centre->restoreState(settings.value("window/centre").toByteArray());
}

MainWindow::~MainWindow() = default;

void MainWindow::makePanels()
{
    QHash<int, QDockWidget*> lastAt;
    for (const Panel& panel : allPanels()) {
        QWidget* widget = panel.make(m_document, m_playback);
        widget->setAccessibleName(panel.title);
        m_panels.insert(panel.id, widget);
        if (panel.place == PanelPlace::Centre) {
            m_centre->addWidget(widget);
            continue;
        }
        auto* dock = new QDockWidget(panel.title, this);
        dock->setObjectName("dock." + panel.id);
        dock->setWidget(widget);
        const Qt::DockWidgetArea area = areaOf(panel.place);
        addDockWidget(area, dock);
        // Panels of one side share a place; each is a tab.
        if (QDockWidget* other = lastAt.value(area))
            tabifyDockWidget(other, dock);
        else
            lastAt.insert(area, dock);
        dock->setVisible(panel.isOpenAtFirst);
        m_docks.append(dock);
    }
    for (QDockWidget* first : std::as_const(lastAt))
        first->raise();
}

QWidget* MainWindow::panel(const QString& id) const
{
    return m_panels.value(id);
}

bool MainWindow::openFile(const QString& path)
{
    const Diagnostics problems = m_document.open(path);
    showMessages(problems.hasErrors() ? tr("%1 could not be opened:").arg(path)
                                      : tr("%1 is open; worth a look:").arg(path),
                 problems);
    return !problems.hasErrors() || m_document.path() == path;
}

void MainWindow::showMessages(const QString& heading, const Diagnostics& diagnostics)
{
    m_messages->show(heading, diagnostics);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings settings;
    settings.setValue("window/geometry", saveGeometry());
    settings.setValue("window/state", saveState());
    settings.setValue("window/centre", m_centre->saveState());
    event->accept();
}

void MainWindow::updateTitle()
{
    setWindowModified(m_document.isModified());
    setWindowTitle(m_document.isOpen() ? m_document.displayName() + "[*] - rgsim"
                                       : QStringLiteral("rgsim"));
    setWindowFilePath(m_document.path());
}

} // namespace rgsim::gui
