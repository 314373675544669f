#include "dialogs/about_dialog.h"
#include "style/icons.h"
#include "views/message_bar.h"
#include "views/real_log_view.h"
#include "window/main_window.h"

#include "base/duration_text.h"
#include "report/run_report.h"

#include <QDockWidget>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenuBar>
#include <QProgressBar>
#include <QSlider>
#include <QStatusBar>
#include <QStyle>
#include <QToolBar>

#include <cmath>

namespace rgsim::gui {

namespace {

// The slider's steps: from 1 to 1000 in equal ratios.
constexpr int speedSteps = 30;
double speedOf(int step)
{
    return std::round(std::pow(Playback::fastest, static_cast<double>(step) / speedSteps));
}

} // namespace

void MainWindow::makeCommands()
{
    makeFileCommands();
    makePlayCommands();
    makeViewCommands();
    makeHelpCommands();
    makeForkCommands();
    makeExportCommands();
    makeDeployCommands();
    makeLogCommands();
    makePlanningCommands();
    makePaletteCommand();
    updateIcons();
    QAction* undo = m_document.undoStack().createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setObjectName(QStringLiteral("edit.undo"));
    QAction* redo = m_document.undoStack().createRedoAction(this, tr("Redo"));
    redo->setShortcut(QKeySequence::Redo);
    redo->setObjectName(QStringLiteral("edit.redo"));
    addActions({undo, redo});
}

void MainWindow::makeFileCommands()
{
    m_commands.add("file.new", tr("&New cluster…"), QKeySequence::New, [this] { startNew(); });
    m_commands.add("file.open", tr("&Open…"), QKeySequence::Open, [this] {
        const QString path = QFileDialog::getOpenFileName(
            this, tr("Open a scenario or a cluster.conf"), {},
            tr("Scenarios and cluster.conf (*.json *.conf *.xml);;All files (*)"));
        if (!path.isEmpty())
            openFile(path);
    });
    m_commands.add("file.save", tr("&Save"), QKeySequence::Save, [this] { save(); });
    m_commands.add("file.saveAs", tr("Save &as…"), QKeySequence::SaveAs, [this] { saveAs(); });
    m_commands.add("file.close", tr("&Close"), QKeySequence::Close,
                   [this] { leaveDocument([this] { m_document.close(); }); });
    m_commands.add("file.quit", tr("&Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::makePlayCommands()
{
    m_commands.add("play.toggle", tr("&Play"), Qt::Key_Space, [this] { m_playback.toggle(); });
    m_commands.add("play.start", tr("To the &start"), Qt::ALT | Qt::Key_Home,
                   [this] { m_playback.toStart(); });
    m_commands.add("play.previousEvent", tr("Previous &event"), Qt::ALT | Qt::Key_Left,
                   [this] { m_playback.previousEvent(); });
    m_commands.add("play.nextEvent", tr("Next e&vent"), Qt::ALT | Qt::Key_Right,
                   [this] { m_playback.nextEvent(); });
    m_commands.add("play.end", tr("To the e&nd"), Qt::ALT | Qt::Key_End,
                   [this] { m_playback.toEnd(); });
    m_commands.add("play.previousDecision", tr("Previous &decision"),
                   Qt::ALT | Qt::SHIFT | Qt::Key_Left, [this] { m_playback.previousDecision(); });
    m_commands.add("play.nextDecision", tr("Next de&cision"), Qt::ALT | Qt::SHIFT | Qt::Key_Right,
                   [this] { m_playback.nextDecision(); });
    m_commands.add("play.faster", tr("&Faster"), Qt::CTRL | Qt::Key_Period,
                   [this] { m_speed->setValue(m_speed->value() + 1); });
    m_commands.add("play.slower", tr("S&lower"), Qt::CTRL | Qt::Key_Comma,
                   [this] { m_speed->setValue(m_speed->value() - 1); });
    m_commands.add("play.cancel", tr("Cancel the c&omputation"), Qt::Key_Escape,
                   [this] { m_document.cancelComputing(); });
    connect(&m_playback, &Playback::playingChanged, this, [this](bool isPlaying) {
        m_commands["play.toggle"]->setText(isPlaying ? tr("&Pause") : tr("&Play"));
        updateIcons();
    });
}

void MainWindow::updateIcons()
{
    const QVector<std::pair<const char*, Icon>> icons{
        {"play.toggle", m_playback.isPlaying() ? Icon::Pause : Icon::Play},
        {"play.start", Icon::ToStart},
        {"play.previousEvent", Icon::Previous},
        {"play.nextEvent", Icon::Next},
        {"play.end", Icon::ToEnd},
        {"play.previousDecision", Icon::PreviousDecision},
        {"play.nextDecision", Icon::NextDecision},
        {"fork.make", Icon::Fork},
    };
    for (const auto& [id, icon] : icons)
        m_commands[id]->setIcon(iconOf(icon, palette()));
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_commands.all().isEmpty())
        updateIcons();
}

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    for (const char* id : {"file.new", "file.open", "file.save", "file.saveAs", "file.close"})
        file->addAction(m_commands[id]);
    addExportMenu(*file);
    file->addSeparator();
    for (const char* id : {"file.nodeFiles", "file.import", "file.compareLog", "file.closeLog"})
        file->addAction(m_commands[id]);
    file->addSeparator();
    file->addAction(m_commands["file.quit"]);
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addAction(findChild<QAction*>("edit.undo"));
    edit->addAction(findChild<QAction*>("edit.redo"));
    edit->addSeparator();
    edit->addAction(m_commands["view.palette"]);
    QMenu* simulate = menuBar()->addMenu(tr("&Simulate"));
    for (const char* id : {"play.toggle", "play.start", "play.previousEvent", "play.nextEvent",
                           "play.end", "play.previousDecision", "play.nextDecision", "play.faster",
                           "play.slower", "play.cancel"})
        simulate->addAction(m_commands[id]);
    simulate->addSeparator();
    for (const char* id : {"fork.make", "fork.switch", "fork.drop"})
        simulate->addAction(m_commands[id]);
    simulate->addSeparator();
    simulate->addAction(m_commands["simulate.scripts"]);
    addPlanningMenu();
    makeViewMenu();
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(m_commands["help.about"]);
}

void MainWindow::makeHelpCommands()
{
    m_commands.add("help.about", tr("&About rgsim"), {}, [this] {
        auto* about = new AboutDialog(this);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->open();
    });
}

void MainWindow::makeToolBar()
{
    auto* bar = addToolBar(tr("Play"));
    bar->setObjectName(QStringLiteral("toolbar.play"));
    m_toolBar = bar;
    for (const char* id : {"play.start", "play.previousDecision", "play.previousEvent",
                           "play.toggle", "play.nextEvent", "play.nextDecision", "play.end"})
        bar->addAction(m_commands[id]);
    bar->addSeparator();
    auto* speedText = new QLabel(bar);
    m_speed = new QSlider(Qt::Horizontal, bar);
    m_speed->setRange(0, speedSteps);
    m_speed->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Simulated seconds per second, 1 to 1000"));
    connect(m_speed, &QSlider::valueChanged, this,
            [this](int step) { m_playback.setSpeed(speedOf(step)); });
    const auto showSpeed = [speedText](double speed) {
        speedText->setText(tr("%1×").arg(speed, 0, 'f', 0));
    };
    connect(&m_playback, &Playback::speedChanged, speedText, showSpeed);
    showSpeed(m_playback.speed());
    speedText->setMinimumWidth(fontMetrics().horizontalAdvance("1000×  "));
    bar->addWidget(m_speed);
    bar->addWidget(speedText);
    m_speed->setValue(speedSteps / 3);
    bar->addSeparator();
    m_clock = new QLabel(bar);
    m_clock->setAccessibleName(tr("Time of the playhead"));
    QFont digits = m_clock->font();
    digits.setStyleHint(QFont::Monospace);
    m_clock->setFont(digits);
    bar->addWidget(m_clock);
    bar->addSeparator();
    m_seed = new QLabel(bar);
    bar->addWidget(m_seed);
    bar->addSeparator();
    addForkTools(*bar);
}

void MainWindow::makeStatusBar()
{
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 1000);
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    m_progress->setAccessibleName(tr("Progress of the computation"));
    m_progress->hide();
    statusBar()->addPermanentWidget(m_progress);
    connect(&m_document, &Document::progressed, this,
            [this](BranchId, double part) { m_progress->setValue(static_cast<int>(part * 1000)); });
}

void MainWindow::updateCommands()
{
    const bool isOpen = m_document.isOpen();
    for (QAction* command : m_commands.all()) {
        const QString id = command->objectName();
        const bool needsNothing = id.startsWith("view.") || id.startsWith("help.") ||
                                  id == "file.new" || id == "file.open" || id == "file.import" ||
                                  id == "file.quit";
        command->setEnabled(isOpen || needsNothing);
    }
    m_commands["play.cancel"]->setEnabled(m_document.isComputing());
    auto* view = qobject_cast<RealLogView*>(panel(QStringLiteral("realLog")));
    m_commands["file.closeLog"]->setEnabled(isOpen && view->log().isOpen());
    m_commands["fork.make"]->setEnabled(isOpen && !m_document.hasFork());
    m_commands["fork.switch"]->setEnabled(m_document.hasFork());
    m_commands["fork.drop"]->setEnabled(m_document.hasFork());
    m_progress->setVisible(m_document.isComputing());
}

void MainWindow::updateClock()
{
    m_clock->setText(tr("t = %1 of %2")
                         .arg(QString::fromStdString(clockText(m_document.playhead())),
                              QString::fromStdString(clockText(m_document.end()))));
    const auto& scenario = m_document.active().scenario;
    m_seed->setText(scenario ? tr("seed %1").arg(scenario->seed) : QString());
}

bool MainWindow::save()
{
    if (m_document.path().isEmpty())
        return saveAs();
    const Diagnostics problems = m_document.save(m_document.path());
    showMessages(tr("Saving %1:").arg(m_document.path()), problems);
    return !problems.hasErrors();
}

bool MainWindow::saveAs()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save as"), m_document.path(), tr("Scenario (*.json);;cluster.conf (*.conf)"));
    if (path.isEmpty())
        return false;
    const Diagnostics problems = m_document.save(path);
    showMessages(tr("Saving %1:").arg(path), problems);
    return !problems.hasErrors();
}

} // namespace rgsim::gui
