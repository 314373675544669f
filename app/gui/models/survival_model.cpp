#include "models/survival_model.h"

#include "report/run_report.h"
#include "session/outcome_words.h"
#include "session/state_words.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rgsim::gui {

void SurvivalModel::setReport(std::shared_ptr<const SurviveReport> report,
                              std::shared_ptr<const Scenario> scenario)
{
    beginResetModel();
    m_report = std::move(report);
    m_scenario = std::move(scenario);
    m_short = m_scenario ? withShortNodeNames(m_scenario->cluster) : Cluster();
    m_lost = 0;
    if (m_report)
        m_lost = static_cast<int>(
            std::count_if(m_report->failures.begin(), m_report->failures.end(),
                          [](const SurvivedFailure& failure) { return !failure.isSurvived(); }));
    choose();
    endResetModel();
}

void SurvivalModel::setOrder(Order order)
{
    beginResetModel();
    m_order = order;
    choose();
    endResetModel();
}

void SurvivalModel::setOnlyLost(bool onlyLost)
{
    beginResetModel();
    m_onlyLost = onlyLost;
    choose();
    endResetModel();
}

void SurvivalModel::choose()
{
    m_rows.clear();
    if (!m_report)
        return;
    if (m_order == Order::WorstFirst) {
        m_rows = m_report->worstFirst();
    } else {
        m_rows.resize(m_report->failures.size());
        std::iota(m_rows.begin(), m_rows.end(), std::size_t{0});
    }
    if (m_onlyLost)
        std::erase_if(m_rows, [this](std::size_t i) { return m_report->failures[i].isSurvived(); });
}

int SurvivalModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SurvivalModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_scenario ? 0
                                           : static_cast<int>(m_scenario->cluster.services.size());
}

const SurvivedFailure& SurvivalModel::failureAt(int row) const
{
    return m_report->failures[m_rows[static_cast<std::size_t>(row)]];
}

const SurvivedService& SurvivalModel::serviceAt(const QModelIndex& index) const
{
    return failureAt(index.row()).services[static_cast<std::size_t>(index.column())];
}

QString SurvivalModel::cellText(const SurvivedService& service) const
{
    const FailureOutcome& outcome = service.outcome;
    if (!service.isWanted)
        return tr("off");
    if (outcome.end == ServiceEnd::Circles)
        return tr("circles");
    if (outcome.end == ServiceEnd::Down)
        return tr("gone");
    const QString node = QString::fromStdString(m_short.node(outcome.node).name);
    return outcome.downtime.isZero()
               ? node
               : node + u' ' + QString::fromStdString(spanText(outcome.downtime));
}

QString SurvivalModel::longestText() const
{
    QString longest;
    for (int row = 0; row < rowCount(); ++row) {
        for (const SurvivedService& service : failureAt(row).services) {
            if (const QString text = cellText(service); text.size() > longest.size())
                longest = text;
        }
    }
    return longest;
}

QString SurvivalModel::sentence(const QModelIndex& index) const
{
    const Cluster& cluster = m_scenario->cluster;
    return tr("After %1: %2 %3.")
        .arg(failureWords(cluster, failureAt(index.row()).events),
             QString::fromStdString(cluster.service(index.column()).fullName),
             survivalWords(cluster, serviceAt(index)));
}

QVariant SurvivalModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SurvivedService& service = serviceAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return cellText(service);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return sentence(index);
    case HeatRole:
        return QVariant::fromValue(HeatCell{
            heatOf(service.outcome), service.isWanted, service.outcome.end == ServiceEnd::Circles,
            service.breaksRule(), !service.outcome.phantom.isZero()});
    default:
        return {};
    }
}

QVariant SurvivalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const int sections = orientation == Qt::Horizontal ? columnCount() : rowCount();
    if (section < 0 || section >= sections)
        return {};
    const bool isTip = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (role != Qt::DisplayRole && !isTip)
        return {};
    if (orientation == Qt::Vertical)
        return failureWords(isTip ? m_scenario->cluster : m_short, failureAt(section).events);
    const Service& service = m_scenario->cluster.service(section);
    return isTip ? QString::fromStdString(service.fullName) : shortServiceName(service);
}

} // namespace rgsim::gui
