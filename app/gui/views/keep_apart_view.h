// What must not share a node, as a matrix of services, and above it what the guards do about it:
// their mode, what a refused start reports, and whom each looks for. It only wires.
#pragma once

#include "models/guard_model.h"
#include "models/keep_apart_model.h"
#include "session/document.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace rgsim::gui {

class DraftField;

class KeepApartView : public QWidget {
    Q_OBJECT

public:
    explicit KeepApartView(Document& document, QWidget* parent = nullptr);
    ~KeepApartView() override;

    KeepApartModel* model() const { return m_model; }
    GuardModel* guards() const { return m_guards; }
    QTableView* matrix() const { return m_matrix; }
    QTableView* guardTable() const { return m_guardTable; }
    DraftField* mode() const { return m_mode; }
    DraftField* fails() const { return m_fails; }
    QPushButton* deriveButton() const { return m_derive; }
    QPushButton* apartButton() const { return m_apart; }
    QPushButton* togetherButton() const { return m_together; }
    QLineEdit* rowFilter() const { return m_rowFilter; }
    QLineEdit* columnFilter() const { return m_columnFilter; }

private:
    QWidget* makeGuardPart();
    QWidget* makeMatrixPart();
    void makeMatrix();
    void setUpColumns();
    QStringList chosenServices() const;
    void setChosenApart(bool apart);
    void filter();
    void refresh();
    void refreshButtons();

    Document& m_document;
    KeepApartModel* m_model;
    GuardModel* m_guards;
    DraftField* m_mode = nullptr;
    DraftField* m_fails = nullptr;
    QTableView* m_guardTable = nullptr;
    QLabel* m_listNote = nullptr;
    QPushButton* m_derive = nullptr;
    QTableView* m_matrix = nullptr;
    QLineEdit* m_rowFilter = nullptr;
    QLineEdit* m_columnFilter = nullptr;
    QPushButton* m_apart = nullptr;
    QPushButton* m_together = nullptr;
    QLabel* m_violations = nullptr;
    QLabel* m_problems = nullptr;
};

} // namespace rgsim::gui
