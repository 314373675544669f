// Settings that all tables of planning share: rows are chosen, Tab leaves, sizes follow the font.
// Knows no model.
#pragma once

#include <QString>

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace rgsim::gui {

/// @p model must outlive it.
QTableView* makePlanningTable(QAbstractItemModel& model, const QString& name, QWidget* parent);

} // namespace rgsim::gui
