// The panel that holds a real log against the run: a line that says the result, both logs' lines
// side by side, and what of the log was not understood. Choosing a line moves the playhead; what is
// read and compared, and when, is RealLog's business.
#pragma once

#include "models/log_notes_model.h"
#include "models/log_pair_model.h"
#include "session/real_log.h"

#include <QKeySequence>
#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;
class QTabWidget;
class QToolButton;

namespace rgsim::gui {

class LogTimeline;
class ProblemLine;
class WhenVisible;

class RealLogView : public QWidget {
    Q_OBJECT

public:
    explicit RealLogView(Document& document, QWidget* parent = nullptr);

    RealLog& log() { return m_log; }
    const LogPairModel& pairs() const { return m_pairs; }
    const LogNotesModel& notes() const { return m_notes; }
    QString sentence() const;
    /// Syslog files, one of each node or several.
    void open(const QStringList& paths);

public slots:
    /// Asks for files.
    void choose();
    void closeLog();
    void firstDifference();
    void nextDifference();
    void previousDifference();

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeHead(QBoxLayout& layout);
    void makeBar(QBoxLayout& layout);
    QToolButton* makeStep(Qt::ArrowType arrow, const QString& name, QKeySequence::StandardKey keys,
                          void (RealLogView::*step)());
    void makeOptions(QBoxLayout& layout);
    QTableView* makeTable(QAbstractItemModel& model, const QString& name);
    void makeTabs(QBoxLayout& layout);
    void setSizes();
    void update();
    void drawTimeline();
    void updateTabs();
    QString currentSentence() const;
    void takeOptions();
    void choseRow();
    void follow();
    void goTo(int row);
    int currentRow() const;

    Document& m_document;
    RealLog m_log;
    LogPairModel m_pairs;
    LogNotesModel m_notes;
    QLabel* m_sentence = nullptr;
    QLabel* m_details = nullptr;
    QPushButton* m_close = nullptr;
    QWidget* m_bar = nullptr;
    QVector<QWidget*> m_steps; ///< there for those who look for differences
    QCheckBox* m_onlyDifferences = nullptr;
    QToolButton* m_optionsButton = nullptr;
    QWidget* m_options = nullptr;
    QSpinBox* m_year = nullptr;
    QLineEdit* m_start = nullptr;
    QLineEdit* m_tolerance = nullptr;
    ProblemLine* m_problems = nullptr;
    QTabWidget* m_tabs = nullptr;
    QTableView* m_table = nullptr;
    LogTimeline* m_timeline = nullptr;
    QTableView* m_notesTable = nullptr;
    WhenVisible* m_follow = nullptr;
    WhenVisible* m_drawTimeline = nullptr;
    bool m_isChoosing = false;
};

} // namespace rgsim::gui
