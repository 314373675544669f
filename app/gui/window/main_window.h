// The window: start page or workspace, menus, toolbar, docks. It only puts together: what a panel
// shows is the panel's business, and what happens is the document's.
#pragma once

#include "session/autosave.h"
#include "session/document.h"
#include "session/playback.h"
#include "session/recent_files.h"
#include "window/commands.h"

#include <QMainWindow>

#include <functional>

class QComboBox;
class QDockWidget;
class QLabel;
class QMenu;
class QProgressBar;
class QSlider;
class QSplitter;
class QStackedWidget;
class QToolBar;

namespace rgsim::gui {

class CommandPalette;
class ExportDialog;
class MessageBar;
class StartPage;

/// What can be written to a file besides the scenario itself.
enum class Export { TimelinePicture, ClusterPicture, TimelineCsv, LogCsv, HtmlReport };

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
    /// Opens a shipped scenario of the gallery.
    void openExample(const QString& resourcePath);
    /// Opens the plan behind the files of nodes in @p folder as something that was never saved, and
    /// shows the importer's notes.
    void importNodeFiles(const QString& folder);
    /// Holds syslog files against the run, in the panel for that.
    void compareWithLogs(const QStringList& paths);
    /// Brings a tab of the planning panel before the eyes (see PlanningView::tabs()).
    void showPlanning(const QString& tab);
    /// Starts with the wizard's result, or whatever else is new.
    void startNew();
    /// Shows diagnostics in the bar at the top, and nothing if there are none.
    void showMessages(const QString& heading, const Diagnostics& diagnostics);
    /// Writes it whole or not at all. Pictures take their format from the name: .png, .svg, .pdf.
    Diagnostics exportTo(Export what, const QString& path);
    /// The panel with this id (see panels.h); null if there is none.
    QWidget* panel(const QString& id) const;

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeStartPage();
    void makePanels();
    void shareSpace(const QHash<int, QDockWidget*>& docks);
    void showWorkspace(bool isWanted);
    void offerKeptCopies();
    /// Calls @p next at once, or after a question if there are unsaved changes.
    void leaveDocument(const std::function<void()>& next);
    void makeCommands();
    void makeFileCommands();
    void makePlayCommands();
    void makeViewCommands();
    void makeHelpCommands();
    void makeForkCommands();
    void addForkTools(QToolBar& bar);
    void updateFork();
    void raisePanel(const QString& id);
    void makePaletteCommand();
    void makeExportCommands();
    void addExportMenu(QMenu& file);
    void makeDeployCommands();
    void makeLogCommands();
    void makePlanningCommands();
    void addPlanningMenu();
    void openScenario(const QByteArray& text, const QString& name);
    void raiseWithRoom(const QString& id);
    Diagnostics saveReport(const QString& path, const RunResult& run);
    Diagnostics saveCluster(const QString& path);
    Diagnostics saveTimeline(const QString& path);
    void askAndExport(Export what, const QString& filter);
    void makeViewMenu();
    void resetPanels();
    void makeMenus();
    void makeToolBar();
    void makeStatusBar();
    void updateIcons();
    void updateTitle();
    void updateCommands();
    void updateClock();
    bool saveAs();
    bool save();

    Document m_document;
    Playback m_playback;
    Commands m_commands;
    RecentFiles m_recent;
    Autosave m_autosave;
    StartPage* m_startPage = nullptr;
    QByteArray m_firstState;     ///< of the docks, as they stand in a new installation
    QByteArray m_workspaceState; ///< of the docks, while the start page is shown
    bool m_mayClose = false;     ///< the question about unsaved changes is answered
    QStackedWidget* m_stack = nullptr;
    QSplitter* m_centre = nullptr;
    MessageBar* m_messages = nullptr;
    QVector<QDockWidget*> m_docks;
    QHash<QString, QWidget*> m_panels;
    CommandPalette* m_palette = nullptr;
    ExportDialog* m_nodeFiles = nullptr; ///< made when it is first wanted
    QToolBar* m_toolBar = nullptr;
    QComboBox* m_branch = nullptr;
    QAction* m_branchTool = nullptr;
    QLabel* m_clock = nullptr;
    QLabel* m_seed = nullptr;
    QSlider* m_speed = nullptr;
    QProgressBar* m_progress = nullptr;
};

} // namespace rgsim::gui
