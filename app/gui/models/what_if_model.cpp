#include "models/what_if_model.h"

namespace rgsim::gui {

WhatIfModel::Row WhatIfModel::rowOf(const WhatIfGain& gain) const
{
    const YearlySaving saving = savingOf(gain.all, m_answer->options.years);
    Row row{changeWords(gain.change), savingWords(saving.value), {}, {}};
    if (m_answer->result.unchanged.runs < 2)
        row.interval = tr("unknown");
    else if (saving.low == saving.high)
        row.interval = savingWords(saving.low);
    else
        row.interval = tr("%1 to %2").arg(savingWords(saving.low), savingWords(saving.high));
    if (saving.value == 0 && saving.isSure)
        row.remark = tr("makes no difference to any run");
    else if (!saving.isSure)
        row.remark = tr("may make no difference: run more");
    return row;
}

void WhatIfModel::setAnswer(const WhatIfPtr& answer)
{
    beginResetModel();
    m_answer = answer;
    m_rows.clear();
    if (answer) {
        for (const WhatIfGain* gain : bestFirst(answer->result))
            m_rows.push_back(rowOf(*gain));
        for (const WhatIfGain& gain : answer->result.gains) {
            if (gain.isEndless)
                m_rows.push_back(
                    {changeWords(gain.change), {}, {}, tr("something repeats for ever in a run")});
        }
        for (const WhatIfChange change : answer->result.notApplicable)
            m_rows.push_back({changeWords(change), {}, {}, whyNotWords(change)});
    }
    endResetModel();
}

int WhatIfModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WhatIfModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant WhatIfModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && (index.column() == Saves || index.column() == Interval))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Change:
        return row.change;
    case Saves:
        return row.saves;
    case Interval:
        return row.interval;
    default:
        return row.remark;
    }
}

QVariant WhatIfModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Change:
        return tr("Change");
    case Saves:
        return tr("Saves a year");
    case Interval:
        return tr("95 % interval");
    default:
        return tr("Remark");
    }
}

} // namespace rgsim::gui
