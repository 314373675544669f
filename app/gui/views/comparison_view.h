// What the fork changes: where the two branches part, in words, and their sums side by side. The
// timelines one above the other are the timeline's business.
#pragma once

#include "analysis/first_difference.h"
#include "models/comparison_model.h"
#include "session/document.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTableView;

namespace rgsim::gui {

class ComparisonView : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonView(Document& document, QWidget* parent = nullptr);

    const ComparisonModel& model() const { return m_model; }
    QString sentence() const;

private:
    void update();

    Document& m_document;
    ComparisonModel m_model;
    std::optional<FirstDifference> m_difference;
    QLabel* m_sentence;
    QPushButton* m_goThere;
    QTableView* m_table;
};

} // namespace rgsim::gui
