#include "models/layout_changes_model.h"

#include "session/outcome_words.h"
#include "session/state_words.h"

#include <utility>

namespace rgsim::gui {

void LayoutChangesModel::setAnswer(LayoutAnswerPtr answer)
{
    beginResetModel();
    m_answer = std::move(answer);
    m_first = m_answer ? withShortNodeNames(m_answer->first.scenario->cluster) : Cluster();
    m_second = m_answer ? withShortNodeNames(m_answer->second.scenario->cluster) : Cluster();
    choose();
    endResetModel();
}

void LayoutChangesModel::setShow(Show show)
{
    beginResetModel();
    m_show = show;
    choose();
    endResetModel();
}

void LayoutChangesModel::add(Verdict verdict)
{
    const std::vector<ComparedFailure>& failures = m_answer->comparison.failures;
    for (std::size_t failure = 0; failure < failures.size(); ++failure) {
        const std::vector<ComparedService>& services = failures[failure].services;
        for (std::size_t service = 0; service < services.size(); ++service) {
            if (services[service].judgement.verdict == verdict)
                m_rows.push_back({failure, service});
        }
    }
}

void LayoutChangesModel::choose()
{
    m_rows.clear();
    if (!m_answer)
        return;
    add(Verdict::Worse);
    if (m_show == Show::Worse)
        return;
    add(Verdict::Better);
    add(Verdict::Moved);
    if (m_show == Show::Everything)
        add(Verdict::Same);
}

int LayoutChangesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LayoutChangesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

const ComparedFailure& LayoutChangesModel::failureAt(int row) const
{
    return m_answer->comparison.failures[m_rows[static_cast<std::size_t>(row)].failure];
}

const ComparedService& LayoutChangesModel::outcomeAt(int row) const
{
    return failureAt(row).services[m_rows[static_cast<std::size_t>(row)].service];
}

std::pair<ServiceIndex, ServiceIndex> LayoutChangesModel::servicesAt(int row) const
{
    return m_answer->comparison.services[m_rows[static_cast<std::size_t>(row)].service];
}

QString LayoutChangesModel::text(int row, int column) const
{
    const ComparedService& outcome = outcomeAt(row);
    switch (column) {
    case What:
        return verdictWord(outcome.judgement.verdict);
    case After:
        return failureWords(m_first, failureAt(row).first);
    case Service:
        return shortServiceName(m_first.service(servicesAt(row).first));
    case Here:
        return outcomeWords(m_first, outcome.first);
    case There:
        return outcomeWords(m_second, outcome.second);
    case Because:
        return judgementWords(outcome);
    default:
        return {};
    }
}

QVariant LayoutChangesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(index.row(), index.column());
    case VerdictRole:
        return static_cast<int>(outcomeAt(index.row()).judgement.verdict);
    default:
        return {};
    }
}

QVariant LayoutChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("There it is"),      tr("After"),  tr("Service"), tr("Here"),
                            tr("In the other one"), tr("Because")};
    return names.value(section);
}

} // namespace rgsim::gui
