#include "models/hazards_model.h"

#include "base/joined.h"
#include "report/hazard_words.h"
#include "report/run_report.h"

#include <utility>

namespace rgsim::gui {

void HazardsModel::setReport(std::shared_ptr<const HazardReport> report,
                             std::shared_ptr<const Scenario> scenario)
{
    beginResetModel();
    m_report = std::move(report);
    m_scenario = std::move(scenario);
    endResetModel();
}

int HazardsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_report ? 0 : static_cast<int>(m_report->hazards.size());
}

int HazardsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

const FoundHazard* HazardsModel::hazardAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_report->hazards[static_cast<std::size_t>(row)]
                                        : nullptr;
}

QString HazardsModel::text(const FoundHazard& found, int column) const
{
    const Cluster& cluster = m_scenario->cluster;
    const Hazard& hazard = found.hazard;
    switch (column) {
    case Name:
        return QString::fromUtf8(toString(hazard.kind));
    case Services:
        return QString::fromStdString(joined(serviceNames(cluster, hazard.services), ", "));
    case After:
        if (found.sequence.empty())
            return tr("a cold start");
        return found.sequence.size() == 1 ? tr("one event")
                                          : tr("%L1 events").arg(found.sequence.size());
    case When:
        return QString::fromStdString(clockText(hazard.at));
    case Lasts:
        if (hazard.forGood)
            return tr("for good");
        return hazard.lasts.isZero() ? tr("an instant")
                                     : QString::fromStdString(spanText(hazard.lasts));
    case Remedied:
        return found.remedy ? tr("yes") : tr("no");
    default:
        return {};
    }
}

QVariant HazardsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FoundHazard& found = *hazardAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(found, index.column());
    case Qt::ToolTipRole:
        return index.column() == After
                   ? QString::fromStdString(sequenceText(m_scenario->cluster, found.sequence))
                   : QString::fromUtf8(describe(found.hazard.kind));
    default:
        return {};
    }
}

QVariant HazardsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Hazard"), tr("Services"), tr("After"),
                            tr("When"),   tr("Lasts"),    tr("Remedy")};
    return names.value(section);
}

} // namespace rgsim::gui
