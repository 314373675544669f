// The fault plan as three tables, events, faults and random failures, with what can be done to
// their rows: add, delete, duplicate, copy, paste, move to the playhead and go to. It only wires:
// models make the edits, the document keeps them.
#pragma once

#include "models/fault_plan_model.h"
#include "session/document.h"

#include <QWidget>

#include <array>

class QAction;
class QLabel;
class QMenu;
class QTableView;
class QTabWidget;
class QToolBar;

namespace rgsim::gui {

class FaultPlanView : public QWidget {
    Q_OBJECT

public:
    explicit FaultPlanView(Document& document, QWidget* parent = nullptr);
    ~FaultPlanView() override;

    QTableView* table(PlanPart part) const { return m_tables[static_cast<std::size_t>(part)]; }
    FaultPlanModel* model(PlanPart part) const { return m_models[static_cast<std::size_t>(part)]; }
    void showPart(PlanPart part);
    /// By object name: "delete", "duplicate", "copy", "paste", "move", "go".
    QAction* action(const QString& name) const;
    QMenu* addMenu() const { return m_addMenu; }
    QString problems() const;
    QString words() const;

private:
    QTableView* makeTable(FaultPlanModel* model);
    void makeActions();
    QAction* makeAction(const QString& name, const QString& text, const QKeySequence& shortcut,
                        const QString& what, void (FaultPlanView::*run)());
    void makeAddMenu();
    PlanPart part() const;
    QVector<int> selectedRows() const;
    void selectPlaces(PlanPart part, int first);
    void add(PlanPart part, const QString& kind);
    void removeRows();
    void duplicateRows();
    void copyRows();
    void pasteRows();
    void moveRows();
    void goThere();
    void refresh();
    void tellSelection();
    void renumberSelection();
    void followSelection();

    Document& m_document;
    std::array<FaultPlanModel*, 3> m_models{};
    std::array<QTableView*, 3> m_tables{};
    QTabWidget* m_tabs = nullptr;
    QToolBar* m_toolBar = nullptr;
    QMenu* m_addMenu = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_words = nullptr;
    QLabel* m_problems = nullptr;
    bool m_isFollowing = false;
};

} // namespace rgsim::gui
