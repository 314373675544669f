// The files for real nodes as a list: whether each is new, changed or unchanged, and its path. It
// compares and writes nothing itself.
#pragma once

#include "session/node_files_preview.h"

#include <QAbstractTableModel>

namespace rgsim::gui {

class NodeFilesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { State, Path, columnTotal };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: no files.
    void setPreview(NodeFilesPreviewPtr preview);
    const NodeFilesPreviewPtr& preview() const { return m_preview; }
    const FileChange& change(int row) const;
    /// The row of the file at @p path; -1 if there is none.
    int rowOf(const std::string& path) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString stateText(FileState state) const;

    NodeFilesPreviewPtr m_preview;
};

} // namespace rgsim::gui
