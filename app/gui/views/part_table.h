// A small table in a form: title, cells of a PartTableModel that are edited in place, rows taken
// away with the Delete key, and what is wrong below it. It knows no particular part.
#pragma once

#include "models/part_table_model.h"

#include <QWidget>

class QTableView;

namespace rgsim::gui {

class ProblemLine;

class PartTable : public QWidget {
    Q_OBJECT

public:
    /// Takes @p model.
    PartTable(Document& document, const QString& title, PartTableModel* model, QWidget* parent);

    void setPath(const QString& path);
    /// Selects the cell for this member; false if it has none.
    bool focusCell(const QString& path);
    QTableView* view() const { return m_view; }
    QString problem() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void clearChosen();
    void moveChosen(int by);
    void fit();
    void showProblems();

    Document& m_document;
    PartTableModel* m_model;
    QTableView* m_view;
    ProblemLine* m_problems;
};

} // namespace rgsim::gui
