#include "models/explore_steps_model.h"

#include "report/run_report.h"

#include <algorithm>

namespace rgsim::gui {

void ExploreStepsModel::setAnswer(const ExplorePtr& answer)
{
    beginResetModel();
    m_rows.clear();
    if (answer && answer->found()) {
        const Counterexample& found = *answer->found();
        const Cluster& cluster = answer->base.cluster;
        const PropertyBreach& breach = found.breach;
        for (const PlanEvent& event : found.events)
            m_rows << Row{QString::number(m_rows.size() + 1), event.at,
                          QString::fromStdString(eventText(cluster, event))};
        for (const OrderChoice& choice : found.choices)
            m_rows << Row{{}, choice.pick.at, QString::fromStdString(orderText(cluster, choice))};
        // What lasts too long begins before it breaks anything.
        if (breach.from + SimDuration::seconds(1) < breach.at)
            m_rows << Row{{}, breach.from, tr("here begins what violates it")};
        std::stable_sort(m_rows.begin(), m_rows.end(),
                         [](const Row& a, const Row& b) { return a.at < b.at; });
        m_rows << Row{QStringLiteral("✘"), breach.at,
                      tr("violated: %1")
                          .arg(QString::fromStdString(
                              propertyText(cluster, answer->properties[breach.property])))};
    }
    endResetModel();
}

int ExploreStepsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ExploreStepsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ExploreStepsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Row& row = m_rows[index.row()];
    switch (index.column()) {
    case Number:
        return row.number;
    case When:
        return QString::fromStdString(clockText(row.at));
    default:
        return row.what;
    }
}

QVariant ExploreStepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Step"), tr("When"), tr("What happens")}.value(section);
}

} // namespace rgsim::gui
