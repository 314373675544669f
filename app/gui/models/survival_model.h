// What failures do to services as a matrix: a row for each failure, a column for each service. It
// tries nothing.
#pragma once

#include "planning/survive.h"
#include "style/heat.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <memory>
#include <vector>

namespace rgsim::gui {

/// What a cell of planning shows besides its text.
struct HeatCell {
    Heat heat = Heat::None;
    bool isWanted = true;
    bool circles = false;
    bool breaksRule = false;
    bool isPhantom = false;
};

class SurvivalModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        HeatRole = Qt::UserRole, ///< a HeatCell
    };
    enum class Order { AsTried, WorstFirst };

    using QAbstractTableModel::QAbstractTableModel;

    /// @p scenario is what was asked about; null, both: nothing.
    void setReport(std::shared_ptr<const SurviveReport> report,
                   std::shared_ptr<const Scenario> scenario);
    void setOrder(Order order);
    /// Leaves out the failures that are survived.
    void setOnlyLost(bool onlyLost);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Requires that the row is there.
    const SurvivedFailure& failureAt(int row) const;
    /// Failures that are not survived, shown or not.
    int lost() const { return m_lost; }
    /// What the cell says in a few sentences.
    QString sentence(const QModelIndex& index) const;
    /// The longest text of a cell, for the columns' width.
    QString longestText() const;

private:
    const SurvivedService& serviceAt(const QModelIndex& index) const;
    QString cellText(const SurvivedService& service) const;
    void choose();

    std::shared_ptr<const SurviveReport> m_report;
    std::shared_ptr<const Scenario> m_scenario;
    Cluster m_short; ///< with short names of nodes
    Order m_order = Order::AsTried;
    bool m_onlyLost = false;
    int m_lost = 0;
    std::vector<std::size_t> m_rows; ///< places in the report
};

} // namespace rgsim::gui

Q_DECLARE_METATYPE(rgsim::gui::HeatCell)
