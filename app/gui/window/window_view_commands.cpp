#include "style/appearance.h"
#include "window/main_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

namespace rgsim::gui {

namespace {

// The program's font, larger or smaller by steps; 0 is the desktop's own size.
constexpr int fontSteps = 8;
void applyFontStep(int step)
{
    static const qreal usual = QApplication::font().pointSizeF();
    QFont font = QApplication::font();
    font.setPointSizeF(usual * (1 + 0.125 * step));
    QApplication::setFont(font);
}

} // namespace

void MainWindow::makeViewCommands()
{
    auto* group = new QActionGroup(this);
    const QVector<std::pair<Appearance, QString>> appearances{
        {Appearance::System, tr("Colours as the desktop says")},
        {Appearance::Light, tr("Light colours")},
        {Appearance::Dark, tr("Dark colours")},
    };
    const Appearance current = appearanceOf(QSettings().value("appearance").toString());
    for (const auto& [appearance, text] : appearances) {
        const QString word = wordOf(appearance);
        QAction* action = m_commands.add("view.colours." + word, text, {}, [appearance, word] {
            apply(appearance);
            QSettings().setValue("appearance", word);
        });
        action->setCheckable(true);
        action->setChecked(appearance == current);
        group->addAction(action);
    }
    const auto changeFont = [](int change) {
        QSettings settings;
        const int step = change == 0 ? 0 : settings.value("fontStep", 0).toInt() + change;
        const int kept = std::clamp(step, -3, fontSteps);
        settings.setValue("fontStep", kept);
        applyFontStep(kept);
    };
    m_commands.add("view.fontLarger", tr("Larger text"), QKeySequence::ZoomIn,
                   [changeFont] { changeFont(1); });
    m_commands.add("view.fontSmaller", tr("Smaller text"), QKeySequence::ZoomOut,
                   [changeFont] { changeFont(-1); });
    m_commands.add("view.fontUsual", tr("Usual text size"), Qt::CTRL | Qt::Key_0,
                   [changeFont] { changeFont(0); });
    m_commands.add("view.resetLayout", tr("Put the panels back"), {}, [this] { resetPanels(); });
    if (const int step = QSettings().value("fontStep", 0).toInt(); step != 0)
        applyFontStep(step);
    if (current != Appearance::System)
        apply(current);
}

void MainWindow::makeViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget* dock : std::as_const(m_docks))
        view->addAction(dock->toggleViewAction());
    view->addAction(m_commands["view.resetLayout"]);
    view->addSeparator();
    for (const char* id : {"view.colours.system", "view.colours.light", "view.colours.dark"})
        view->addAction(m_commands[id]);
    view->addSeparator();
    for (const char* id : {"view.fontLarger", "view.fontSmaller", "view.fontUsual"})
        view->addAction(m_commands[id]);
}

void MainWindow::resetPanels()
{
    restoreState(m_firstState);
}

} // namespace rgsim::gui
