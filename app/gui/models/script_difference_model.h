// Starts that an init script and the engine judged differently, as a list: when, which service, on
// which node, and what each did. It judges nothing itself.
#pragma once

#include "session/script_trial.h"

#include <QAbstractTableModel>

#include <string>
#include <vector>

namespace rgsim::gui {

class ScriptDifferenceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Service, Node, What, columnTotal };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: nothing was tried.
    void setResult(ScriptTrialResultPtr result);
    SimTime timeOf(int row) const { return difference(row).view.now; }
    QString serviceOf(int row) const;
    /// The state that caused it as the script found it, and what the script did.
    QString details(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const ScriptGateDifference& difference(int row) const;

    ScriptTrialResultPtr m_result;
    std::vector<std::string> m_nodes; ///< their short names
};

} // namespace rgsim::gui
