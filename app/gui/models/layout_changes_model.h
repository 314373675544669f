// What becomes of services in two layouts as a table: a row for each failure and service, the worse
// ones first. It compares nothing.
#pragma once

#include "session/layout_answer.h"

#include <QAbstractTableModel>

#include <vector>

namespace rgsim::gui {

class LayoutChangesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, After, Service, Here, There, Because, columns };
    enum Role {
        VerdictRole = Qt::UserRole, ///< a Verdict as int
    };
    enum class Show { Changes, Worse, Everything };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: no rows.
    void setAnswer(LayoutAnswerPtr answer);
    void setShow(Show show);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// These require that the row is there.
    const ComparedFailure& failureAt(int row) const;
    const ComparedService& outcomeAt(int row) const;
    /// In the first layout and in the second.
    std::pair<ServiceIndex, ServiceIndex> servicesAt(int row) const;

private:
    struct Row {
        std::size_t failure;
        std::size_t service;
    };
    void choose();
    void add(Verdict verdict);
    QString text(int row, int column) const;

    LayoutAnswerPtr m_answer;
    Cluster m_first; ///< with short names of nodes
    Cluster m_second;
    Show m_show = Show::Changes;
    std::vector<Row> m_rows;
};

} // namespace rgsim::gui
