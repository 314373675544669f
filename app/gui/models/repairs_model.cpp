#include "models/repairs_model.h"

#include "report/flip_text.h"
#include "report/repair_words.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace rgsim::gui {

namespace {

QString proofInShort(const Repair& repair)
{
    if (!repair.proof)
        return RepairsModel::tr("not needed");
    switch (repair.proof->result.end) {
    case ExploreEnd::Holds:
        return RepairsModel::tr("holds within depth %1").arg(repair.proof->depth);
    case ExploreEnd::Violated:
        return RepairsModel::tr("does not hold");
    case ExploreEnd::Cancelled:
    case ExploreEnd::OutOfMemory:
        break;
    }
    return RepairsModel::tr("not to its end");
}

} // namespace

void RepairsModel::setAnswer(RepairPtr answer)
{
    beginResetModel();
    m_answer = std::move(answer);
    endResetModel();
}

const Repair* RepairsModel::repairAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_answer->report.repairs[static_cast<std::size_t>(row)]
                                        : nullptr;
}

int RepairsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_answer ? 0 : static_cast<int>(m_answer->report.repairs.size());
}

int RepairsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString RepairsModel::text(const Repair& repair, int column) const
{
    switch (column) {
    case Changes: {
        QStringList edits;
        for (const FlipEdit& edit : repair.edits)
            edits << QString::fromStdString(editText(m_answer->cluster(), edit));
        return edits.join(QStringLiteral("; "));
    }
    case Cost:
        return QString::number(repair.cost);
    case Removes: {
        const std::size_t all = m_answer->report.hazards.size();
        const std::size_t removed = removedBy(m_answer->report, repair).size();
        const auto added =
            std::count_if(repair.left.begin(), repair.left.end(), [this](const Hazard& left) {
                return !wasThereBefore(m_answer->report, left);
            });
        QString text =
            removed == all ? tr("all %L1").arg(all) : tr("%L1 of %L2").arg(removed).arg(all);
        if (added > 0)
            text += ' ' + tr("(%L1 new)").arg(added);
        return text;
    }
    case Explored:
        return proofInShort(repair);
    default:
        return {};
    }
}

QString RepairsModel::toolTip(const Repair& repair, int column) const
{
    const Cluster& cluster = m_answer->cluster();
    QStringList lines;
    if (column == Removes) {
        for (const Hazard* hazard : removedBy(m_answer->report, repair))
            lines << QString::fromStdString(shortHazardText(cluster, *hazard, false));
    } else if (column == Explored) {
        lines << QString::fromStdString(proofText(cluster, repair));
    } else {
        for (const FlipEdit& edit : repair.edits)
            lines << QString::fromStdString(priceText(cluster, edit));
    }
    return lines.join(u'\n');
}

QVariant RepairsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Repair& repair = *repairAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(repair, index.column());
    case Qt::ToolTipRole:
        return toolTip(repair, index.column());
    default:
        return {};
    }
}

QVariant RepairsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Cost"), tr("Hazards removed"), tr("Explored"), tr("Changes")}.value(
        section);
}

} // namespace rgsim::gui
