// The attributes of a service or resource as a table: all that its agent knows, with their
// defaults, those that are set and unknown, and a last row for a new one.
#pragma once

#include "models/part_table_model.h"

namespace rgsim::gui {

class AttributeModel : public PartTableModel {
    Q_OBJECT

public:
    enum Column { Name, Value };

    explicit AttributeModel(Document& document, QObject* parent = nullptr);

protected:
    Rows rowsOf(const ScenarioDraft& draft) const override;
    bool change(ScenarioDraft& draft, const QModelIndex& index,
                const QVariant& value) const override;
    void clearRow(ScenarioDraft& draft, int row) const override;
    QString editName(const QString& part) const override;

private:
    QString pathOf(const QString& attribute) const;
    bool isLast(int row) const { return row == rowCount() - 1; }
};

} // namespace rgsim::gui
