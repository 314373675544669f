// The nodes of a failover domain as a table: all nodes of the cluster with a check box for
// membership and a priority; members first, in their order, which can be changed by dragging.
#pragma once

#include "models/part_table_model.h"

namespace rgsim::gui {

class DomainMembersModel : public PartTableModel {
    Q_OBJECT

public:
    enum Column { Node, Priority };

    explicit DomainMembersModel(Document& document, QObject* parent = nullptr);

    int memberCount() const;
    /// False if one of the two is no member.
    bool moveMember(int from, int to);

    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

protected:
    Rows rowsOf(const ScenarioDraft& draft) const override;
    bool change(ScenarioDraft& draft, const QModelIndex& index,
                const QVariant& value) const override;
    void clearRow(ScenarioDraft& draft, int row) const override;
    QString editName(const QString& part) const override;

private:
    QString listPath() const { return path() + QStringLiteral(".nodes"); }
};

} // namespace rgsim::gui
