// Repairs as a table: a row for each with its changes, what it costs, how many hazards it removes
// and whether it held when it was explored. It searches nothing.
#pragma once

#include "session/repair_answer.h"

#include <QAbstractTableModel>

namespace rgsim::gui {

class RepairsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Cost, Removes, Explored, Changes, columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: no rows.
    void setAnswer(RepairPtr answer);
    /// Null beyond the rows.
    const Repair* repairAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Repair& repair, int column) const;
    QString toolTip(const Repair& repair, int column) const;

    RepairPtr m_answer;
};

} // namespace rgsim::gui
