// The list of everything that is wrong with the draft. Activating a line brings what it is about
// before the eyes. Its window title counts the problems.
#pragma once

#include "session/document.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace rgsim::gui {

class ProblemsModel;

class ProblemsView : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsView(Document& document, QWidget* parent = nullptr);

    QTableView* table() const { return m_table; }
    ProblemsModel* model() const { return m_model; }

private:
    void refresh();
    void go(int row);

    Document& m_document;
    ProblemsModel* m_model;
    QTableView* m_table;
    QLabel* m_nothing;
};

} // namespace rgsim::gui
