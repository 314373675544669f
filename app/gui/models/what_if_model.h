// What changes would save as a table: a row for each change, the best first, and behind them those
// that could not be told, with the reason. It computes nothing.
#pragma once

#include "session/what_if_answer.h"

#include <QAbstractTableModel>

#include <vector>

namespace rgsim::gui {

class WhatIfModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Change, Saves, Interval, Remark, columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: no rows.
    void setAnswer(const WhatIfPtr& answer);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString change;
        QString saves;
        QString interval;
        QString remark;
    };
    Row rowOf(const WhatIfGain& gain) const;

    WhatIfPtr m_answer;
    std::vector<Row> m_rows;
};

} // namespace rgsim::gui
