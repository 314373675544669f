#include "models/campaign_model.h"

#include "report/campaign_words.h"

#include <utility>

namespace rgsim::gui {

void CampaignModel::setAnswer(CampaignPtr answer)
{
    beginResetModel();
    m_answer = std::move(answer);
    endResetModel();
}

int CampaignModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_answer ? 0 : static_cast<int>(m_answer->rows());
}

int CampaignModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

std::string CampaignModel::text(std::size_t row, int column) const
{
    const TimeShare& share = m_answer->available(row);
    const OutageNumbers& outages = m_answer->outages(row);
    switch (column) {
    case Availability:
        return percentText(share, share.value);
    case Nines:
        return ninesText(share);
    case Interval:
        return intervalText(share, m_answer->sureness(row));
    case DownAYear:
        return yearText(1.0 - share.value);
    case OutagesAYear:
        return rateText(outages.perYear);
    case MeanOutage:
        return meanText(outages.meanLength);
    case Longest:
        return longestText(outages.outages.longest);
    case MovedAYear:
        return m_answer->isGroup(row) ? "-" : rateText(m_answer->service(row).relocationsPerYear);
    default:
        return {};
    }
}

QString CampaignModel::surenessText(std::size_t row) const
{
    switch (m_answer->sureness(row)) {
    case Sureness::Sure:
        break;
    case Sureness::OneRun:
        return tr("One run says nothing about how much others would differ: run more");
    case Sureness::NoOutage:
        return tr("No outage was seen; the interval is what that allows");
    case Sureness::FewOutages:
        return tr("Only a few runs had an outage, so the interval is rough: run more");
    }
    return {};
}

QVariant CampaignModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name)
            return m_answer->isGroup(row) ? tr("group %1").arg(m_answer->name(row))
                                          : m_answer->name(row);
        return QString::fromStdString(text(row, index.column()));
    case Qt::ToolTipRole:
        return surenessText(row);
    case Qt::TextAlignmentRole:
        return index.column() == Name ? QVariant()
                                      : QVariant(int(Qt::AlignRight | Qt::AlignVCenter));
    default:
        return {};
    }
}

QVariant CampaignModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Service"),       tr("Availability"), tr("Nines"),
                            tr("95 % interval"), tr("Down a year"),  tr("Outages a year"),
                            tr("Mean outage"),   tr("Longest"),      tr("Moved a year")};
    return names.value(section);
}

} // namespace rgsim::gui
