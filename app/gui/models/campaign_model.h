// A campaign's availabilities as a table: a row for each service and each group. It computes
// nothing.
#pragma once

#include "session/campaign_answer.h"

#include <QAbstractTableModel>

namespace rgsim::gui {

class CampaignModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Name,
        Availability,
        Nines,
        Interval,
        DownAYear,
        OutagesAYear,
        MeanOutage,
        Longest,
        MovedAYear,
        columns
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: no rows.
    void setAnswer(CampaignPtr answer);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::string text(std::size_t row, int column) const;
    QString surenessText(std::size_t row) const;

    CampaignPtr m_answer;
};

} // namespace rgsim::gui
