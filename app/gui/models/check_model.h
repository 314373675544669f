// The status checks of a service or resource that differ from its agent's: depth and interval, and
// a last row for another one.
#pragma once

#include "models/part_table_model.h"

namespace rgsim::gui {

class CheckModel : public PartTableModel {
    Q_OBJECT

public:
    enum Column { Depth, Interval };

    explicit CheckModel(Document& document, QObject* parent = nullptr);

protected:
    Rows rowsOf(const ScenarioDraft& draft) const override;
    bool change(ScenarioDraft& draft, const QModelIndex& index,
                const QVariant& value) const override;
    void clearRow(ScenarioDraft& draft, int row) const override;
    QString editName(const QString& part) const override;

private:
    QString rowPath(int row) const { return QStringLiteral("%1.checks[%2]").arg(path()).arg(row); }
};

} // namespace rgsim::gui
