// The steps of a counterexample as a table: what happens when, and at the end which property breaks
// of it. It finds nothing.
#pragma once

#include "session/explore_answer.h"

#include <QAbstractTableModel>
#include <QVector>

namespace rgsim::gui {

class ExploreStepsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, When, What, columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Without a counterexample, or null: no rows.
    void setAnswer(const ExplorePtr& answer);
    /// Only of a row that there is.
    SimTime timeOf(int row) const { return m_rows[row].at; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString number; ///< of a step; a cross for the violation
        SimTime at;
        QString what;
    };

    QVector<Row> m_rows;
};

} // namespace rgsim::gui
