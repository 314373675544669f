// The panel with rgmanager's log lines, and on wish with what really happened between them: filter,
// search, and the line at the playhead. Choosing a line moves the playhead; texts and finds are the
// model's business.
#pragma once

#include "models/log_model.h"
#include "models/log_search.h"
#include "session/document.h"
#include "session/playback.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace rgsim::gui {

class WhenVisible;

class LogView : public QWidget {
    Q_OBJECT

public:
    explicit LogView(Document& document, QWidget* parent = nullptr);

    /// The lines that are shown, as comma-separated values.
    Diagnostics saveCsv(const QString& path) const;
    QTableView* table() const { return m_table; }
    LogModel& model() { return m_model; }
    const LogSearch& search() const { return m_search; }

public slots:
    void focusSearch();
    void findNext();
    void findPrevious();
    /// The chosen lines, to the clipboard.
    void copy();
    /// Asks for a place.
    void saveCsvAs();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeBar();
    QToolButton* makeStep(Qt::ArrowType arrow, const QString& name, void (LogView::*step)());
    void makeTable();
    void makeActions();
    void wire();
    void takeRun();
    void fillFilters();
    void applyFilter();
    void setSizes();
    void choose();
    void follow();
    void updateCount();
    void tell(const QString& text);
    void goTo(std::optional<int> row);
    int currentRow() const;

    Document& m_document;
    LogModel m_model;
    LogSearch m_search;
    QComboBox* m_node = nullptr;
    QComboBox* m_service = nullptr;
    QComboBox* m_priority = nullptr;
    QCheckBox* m_truth = nullptr;
    QLineEdit* m_text = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_message = nullptr;
    QTableView* m_table = nullptr;
    WhenVisible* m_follow = nullptr;
    bool m_isChoosing = false;
};

} // namespace rgsim::gui
