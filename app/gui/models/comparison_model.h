// Two runs' sums as a table: a row for the total and for each service, and for each sum three
// columns: main, fork, and by how much they differ. It compares nothing itself.
#pragma once

#include "analysis/run_comparison.h"

#include <QAbstractTableModel>

namespace rgsim::gui {

class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int sums = 5; ///< relocations, downtime, phantom time, violations, together

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(RunComparison comparison);
    void clear() { setComparison({}); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// The service's full name; empty for the total.
    QString serviceOf(int row) const;

private:
    QString text(int row, int column) const;
    const ComparedSums& side(int row, bool isSecond) const;

    RunComparison m_comparison;
    bool m_hasRows = false;
};

} // namespace rgsim::gui
