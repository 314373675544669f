// Another layout against the one that is open: which outcomes get worse, better or different under
// the same failures. Opens a failure of either side as the second branch; compares nothing itself.
#pragma once

#include "models/layout_changes_model.h"
#include "session/planning_task.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace rgsim::gui {

class PlanningBar;
class Playback;

class LayoutComparisonView : public QWidget {
    Q_OBJECT

public:
    LayoutComparisonView(Document& document, Playback& playback, QWidget* parent = nullptr);

    const PlanningTask& task() const { return m_task; }
    LayoutChangesModel& model() { return m_model; }
    const PlanningBar& bar() const { return *m_bar; }

public slots:
    void ask();

private:
    void makeOptions();
    QWidget* makeFileField();
    QWidget* makeFoot();
    void setExports();
    void take(const LayoutOutcome& outcome);
    void update();
    QString sentence() const;
    QString details(int row) const;
    int chosen() const;
    void openFirst();
    void openSecond();
    void openSide(const PlanningQuestion& side, const std::vector<PlanEvent>& events,
                  ServiceIndex service);

    Document& m_document;
    Playback& m_playback;
    PlanningTask m_task;
    LayoutChangesModel m_model;
    LayoutAnswerPtr m_answer;
    PlanningBar* m_bar;
    QLineEdit* m_file = nullptr;
    QComboBox* m_failures = nullptr;
    QComboBox* m_show = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_details = nullptr;
    QPushButton* m_openFirst = nullptr;
    QPushButton* m_openSecond = nullptr;
};

} // namespace rgsim::gui
