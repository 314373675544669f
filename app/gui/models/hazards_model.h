// Hazards as a table: a row for each with its name, the services, what leads there and for how
// long. It finds nothing.
#pragma once

#include "planning/hazard_search.h"

#include <QAbstractTableModel>

#include <memory>

namespace rgsim::gui {

class HazardsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Services, After, When, Lasts, Remedied, columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// @p scenario is what was asked about; null, both: no rows.
    void setReport(std::shared_ptr<const HazardReport> report,
                   std::shared_ptr<const Scenario> scenario);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Null beyond the rows.
    const FoundHazard* hazardAt(int row) const;

private:
    QString text(const FoundHazard& found, int column) const;

    std::shared_ptr<const HazardReport> m_report;
    std::shared_ptr<const Scenario> m_scenario;
};

} // namespace rgsim::gui
