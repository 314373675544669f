// What of a real log needs a look: names that the layout lacks, and every line that was not
// understood, with file, line number and reason. It leaves none out and judges none.
#pragma once

#include "session/real_log.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <vector>

namespace rgsim::gui {

class LogNotesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { File, Line, Reason, Text, columnTotal };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null, or one without a log: empty.
    void setResult(const RealLogResultPtr& result);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant aboutProblem(const Diagnostic& problem, int column) const;
    QVariant aboutLine(const SyslogLine& line, int column) const;

    RealLogResultPtr m_result;
    std::vector<std::size_t> m_lines; ///< not understood: positions in the log's lines
};

} // namespace rgsim::gui
