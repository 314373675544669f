#include "window/main_window.h"

#include "dialogs/new_cluster_wizard.h"
#include "views/message_bar.h"
#include "views/start_page.h"
#include "window/panels.h"
#include "window/space_key.h"
#include "window/wanted_dock.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QProgressBar>
#include <QSettings>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <memory>

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

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent), m_playback(m_document),
      m_autosave(m_document, Autosave::standardFolder())
{
    setObjectName(QStringLiteral("mainWindow"));
    resize(1280, 800);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    new SpaceKey(this);
    m_messages = new MessageBar(this);
    m_stack = new QStackedWidget(this);
    m_centre = new QSplitter(Qt::Vertical, this);
    m_centre->setObjectName(QStringLiteral("centre"));
    makeStartPage();
    m_stack->addWidget(m_centre);
    m_stack->setCurrentWidget(m_centre);
    auto* middle = new QWidget(this);
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    setCentralWidget(middle);
    makePanels();
    makeCommands();
    makeMenus();
    makeStatusBar();
    makeToolBar();
    connect(&m_document, &Document::reopened, this, [this] {
        showWorkspace(m_document.isOpen());
        updateCommands();
    });
    connect(&m_autosave, &Autosave::failed, this, [this](const QString& why) {
        Diagnostics problems;
        problems.warning({Autosave::standardFolder().toStdString(), 0, 0, {}}, why.toStdString(),
                         tr("save often until this is mended").toStdString());
        showMessages(tr("Your edits cannot be kept against a crash:"), problems);
    });
    connect(&m_document, &Document::computingChanged, this, &MainWindow::updateCommands);
    connect(&m_document, &Document::branchesChanged, this, &MainWindow::updateCommands);
    connect(&m_document, &Document::fileChanged, this, &MainWindow::updateTitle);
    connect(&m_document, &Document::playheadChanged, this, &MainWindow::updateClock);
    connect(&m_document, &Document::draftChanged, this, &MainWindow::updateClock);
    updateTitle();
    updateCommands();
    updateClock();
    m_firstState = saveState();
    QSettings settings;
    restoreGeometry(settings.value("window/geometry").toByteArray());
    restoreState(settings.value("window/state").toByteArray());
    m_centre->restoreState(settings.value("window/centre").toByteArray());
    m_workspaceState = saveState();
    showWorkspace(false);
    offerKeptCopies();
}

// The panels go first: they look at the document to their end.
MainWindow::~MainWindow()
{
    m_document.disconnect(this);
    m_playback.disconnect(this);
    qDeleteAll(m_docks);
    delete takeCentralWidget();
}

void MainWindow::makeStartPage()
{
    m_startPage = new StartPage(m_recent, this);
    m_stack->addWidget(m_startPage);
    connect(m_startPage, &StartPage::exampleChosen, this, &MainWindow::openExample);
    connect(m_startPage, &StartPage::fileChosen, this, &MainWindow::openFile);
    connect(m_startPage, &StartPage::openWanted, this,
            [this] { m_commands["file.open"]->trigger(); });
    connect(m_startPage, &StartPage::newWanted, this, &MainWindow::startNew);
}

// The start page stands alone; the docks come back as they were.
void MainWindow::showWorkspace(bool isWanted)
{
    if (isWanted == (m_stack->currentWidget() == m_centre))
        return;
    if (isWanted) {
        m_stack->setCurrentWidget(m_centre);
        restoreState(m_workspaceState);
        return;
    }
    m_workspaceState = saveState();
    m_stack->setCurrentWidget(m_startPage);
    for (QDockWidget* dock : std::as_const(m_docks))
        dock->hide();
    m_toolBar->hide();
}

void MainWindow::leaveDocument(const std::function<void()>& next)
{
    if (!m_document.isModified()) {
        next();
        return;
    }
    m_messages->ask(tr("%1 has changes that are not saved.").arg(m_document.displayName()),
                    {{tr("&Save"),
                      [this, next] {
                          if (save())
                              next();
                      }},
                     {tr("&Discard the changes"), next},
                     {tr("&Go on editing"), {}}});
}

void MainWindow::offerKeptCopies()
{
    const std::vector<KeptCopy> copies = m_autosave.leftBehind();
    if (copies.empty())
        return;
    const KeptCopy copy = copies.front();
    m_messages->ask(
        tr("The program ended before %1 was saved. The changes were kept.").arg(copy.name),
        {{tr("&Bring them back"),
          [this, copy] {
              const Diagnostics problems = m_document.restore(copy.text, copy.originalPath);
              showMessages(tr("%1 could not be brought back:").arg(copy.name), problems);
              if (!problems.hasErrors())
                  Autosave::discard(copy);
          }},
         {tr("&Throw them away"),
          [this, copy] {
              Autosave::discard(copy);
              offerKeptCopies();
          }},
         {tr("Decide &later"), {}}});
}

void MainWindow::startNew()
{
    leaveDocument([this] {
        auto* wizard = new NewClusterWizard(this);
        wizard->setAttribute(Qt::WA_DeleteOnClose);
        connect(wizard, &QDialog::accepted, this,
                [this, wizard] { m_document.start(wizard->draft(), tr("New cluster")); });
        wizard->open();
    });
}

void MainWindow::makePanels()
{
    QHash<int, QDockWidget*> lastAt;
    for (const Panel& panel : allPanels()) {
        if (panel.shows) // before the panel hears of it: what is hidden gets no focus
            connect(&m_document, &Document::revealRequested, this,
                    [this, panel](const QString& path) {
                        if (panel.shows(path))
                            raisePanel(panel.id);
                    });
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
        connect(widget, &QWidget::windowTitleChanged, dock, &QWidget::setWindowTitle);
        const Qt::DockWidgetArea area = areaOf(panel.place);
        addDockWidget(area, dock);
        // Panels of one side share a place; each is a tab.
        if (QDockWidget* other = lastAt.value(area))
            tabifyDockWidget(other, dock);
        else
            lastAt.insert(area, dock);
        dock->setVisible(panel.isOpenAtFirst);
        if (panel.isWanted)
            new WantedDock(dock, m_document, panel.isWanted);
        m_docks.append(dock);
    }
    for (QDockWidget* first : std::as_const(lastAt))
        first->raise();
    shareSpace(lastAt);
}

// At first: room to read at the sides, most of it for the cluster and the timeline.
void MainWindow::shareSpace(const QHash<int, QDockWidget*>& docks)
{
    const int character = fontMetrics().averageCharWidth();
    const auto share = [&](Qt::DockWidgetArea area, int size, Qt::Orientation orientation) {
        if (QDockWidget* dock = docks.value(area))
            resizeDocks({dock}, {size}, orientation);
    };
    share(Qt::LeftDockWidgetArea, character * 44, Qt::Horizontal);
    share(Qt::RightDockWidgetArea, character * 40, Qt::Horizontal);
    share(Qt::BottomDockWidgetArea, fontMetrics().height() * 13, Qt::Vertical);
}

QWidget* MainWindow::panel(const QString& id) const
{
    return m_panels.value(id);
}

bool MainWindow::openFile(const QString& path)
{
    // Shared, as the answer about unsaved changes may come after this has returned.
    const auto wasOpened = std::make_shared<bool>(false);
    leaveDocument([this, path, wasOpened] {
        const Diagnostics problems = m_document.open(path);
        const bool isOpen = m_document.isOpen() && m_document.path() == path;
        *wasOpened = isOpen;
        showMessages(isOpen ? tr("%1 is open; worth a look:").arg(path)
                            : tr("%1 could not be opened:").arg(path),
                     problems);
        if (isOpen)
            m_recent.add(path);
    });
    return *wasOpened;
}

void MainWindow::openExample(const QString& resourcePath)
{
    leaveDocument([this, resourcePath] {
        const Diagnostics problems = m_document.openExample(resourcePath);
        showMessages(tr("Worth a look:"), problems);
    });
}

void MainWindow::showMessages(const QString& heading, const Diagnostics& diagnostics)
{
    m_messages->show(heading, diagnostics);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_document.isModified() && !m_mayClose) {
        event->ignore();
        leaveDocument([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    showWorkspace(true); // so that the docks are remembered as they stand there
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
