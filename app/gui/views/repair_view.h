// Which small edits leave no hazard: a list of repairs with what each costs and removes, and the
// chosen one as the lines that change. Makes a repair an edit; searches nothing itself.
#pragma once

#include "models/repairs_model.h"
#include "session/planning_task.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QSpinBox;
class QSplitter;
class QTableView;
class QTextBrowser;

namespace rgsim::gui {

class DifferenceText;
class PlanningBar;

class RepairView : public QWidget {
    Q_OBJECT

public:
    explicit RepairView(Document& document, QWidget* parent = nullptr);

    const PlanningTask& task() const { return m_task; }
    RepairsModel& model() { return m_model; }
    const PlanningBar& bar() const { return *m_bar; }
    /// Null while there is none.
    const RepairPtr& answer() const { return m_answer; }

public slots:
    void ask();

signals:
    /// The repaired scenario is to be opened instead of what is open; @p text as in its file.
    void openWanted(const QByteArray& text, const QString& name);

private:
    QSpinBox* addNumber(const QString& label, const char* name, int least, int most, int usual,
                        const QString& tip);
    QWidget* makeRepairs();
    QWidget* makeDifference();
    void take(const RepairPtr& answer);
    void update();
    void showChosen();
    QString sentence() const;
    QString detailsOf(const Repair& repair) const;
    /// -1: none.
    int chosen() const;
    void applyChosen();
    void openChosen();

    Document& m_document;
    PlanningTask m_task;
    RepairsModel m_model;
    RepairPtr m_answer;
    PlanningBar* m_bar;
    QSpinBox* m_failures;
    QSpinBox* m_edits;
    QSpinBox* m_depth;
    QCheckBox* m_onTop;
    QSplitter* m_found = nullptr;
    QTableView* m_table = nullptr;
    QTextBrowser* m_details = nullptr;
    DifferenceText* m_difference = nullptr;
    QPushButton* m_apply = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace rgsim::gui
