// Answers about the phase of failures as a table: a row for each with the least, greatest and mean
// downtime. It finds nothing.
#pragma once

#include "planning/phase.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace rgsim::gui {

using PhaseAnswers = std::shared_ptr<const std::vector<PhaseAnswer>>;

class PhaseModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Failure, Of, Least, Greatest, Mean, Back, columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// @p answers are about @p cluster; null: no rows.
    void setAnswers(PhaseAnswers answers, const Cluster& cluster);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Null beyond the rows.
    const PhaseAnswer* answerAt(int row) const;

private:
    QString text(const PhaseAnswer& answer, int column) const;

    PhaseAnswers m_answers;
    Cluster m_cluster; ///< with short names of nodes
};

} // namespace rgsim::gui
