// Settings that tables whose rows are chosen share: no editing, Tab leaves, no grid. Knows no
// model.
#pragma once

#include <QString>

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace rgsim::gui {

/// @p model must outlive it; @p name is what screen readers say.
QTableView* makeRowTable(QAbstractItemModel& model, const QString& name, QWidget* parent);

} // namespace rgsim::gui
