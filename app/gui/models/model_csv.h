// A table as it is shown, as comma-separated values (RFC 4180, but with plain newlines): its
// headings, then its rows.
#pragma once

#include <QByteArray>

class QAbstractItemModel;

namespace rgsim::gui {

/// @p withRowNames: the titles of the rows are the first column.
QByteArray csvOf(const QAbstractItemModel& model, bool withRowNames = false);

} // namespace rgsim::gui
