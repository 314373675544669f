// The window: start page or workspace, menus, toolbar, docks. It only puts together: what a panel
// shows is the panel's business, and what happens is the document's.
#pragma once

#include "session/document.h"
#include "session/playback.h"
#include "window/commands.h"

#include <QMainWindow>

class QDockWidget;
class QLabel;
class QProgressBar;
class QSlider;
class QSplitter;
class QStackedWidget;

namespace rgsim::gui {

class MessageBar;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    Document& document() { return m_document; }
    Playback& playback() { return m_playback; }
    Commands& commands() { return m_commands; }

    /// Opens a file and shows what is wrong with it in the message bar. False if it is not open.
    bool openFile(const QString& path);
    /// Shows diagnostics in the bar at the top, and nothing if there are none.
    void showMessages(const QString& heading, const Diagnostics& diagnostics);
    /// The panel with this id (see panels.h); null if there is none.
    QWidget* panel(const QString& id) const;

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void makePanels();
    void makeCommands();
    void makeFileCommands();
    void makePlayCommands();
    void makeMenus();
    void makeToolBar();
    void makeStatusBar();
    void updateTitle();
    void updateCommands();
    void updateClock();
    bool saveAs();
    bool save();

    Document m_document;
    Playback m_playback;
    Commands m_commands;
    QStackedWidget* m_stack = nullptr;
    QSplitter* m_centre = nullptr;
    MessageBar* m_messages = nullptr;
    QVector<QDockWidget*> m_docks;
    QHash<QString, QWidget*> m_panels;
    QLabel* m_clock = nullptr;
    QLabel* m_seed = nullptr;
    QSlider* m_speed = nullptr;
    QProgressBar* m_progress = nullptr;
};

} // namespace rgsim::gui
