#include "views/planning_table.h"

#include "views/row_table.h"

#include <QHeaderView>
#include <QTableView>

namespace rgsim::gui {

QTableView* makePlanningTable(QAbstractItemModel& model, const QString& name, QWidget* parent)
{
    auto* table = makeRowTable(model, name, parent);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // Of many rows only these are measured.
    constexpr int measured = 200;
    table->horizontalHeader()->setResizeContentsPrecision(measured);
    return table;
}

} // namespace rgsim::gui
