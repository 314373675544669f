#include "models/node_files_model.h"

#include <algorithm>
#include <utility>

namespace rgsim::gui {

void NodeFilesModel::setPreview(NodeFilesPreviewPtr preview)
{
    beginResetModel();
    m_preview = std::move(preview);
    endResetModel();
}

const FileChange& NodeFilesModel::change(int row) const
{
    return m_preview->changes[static_cast<std::size_t>(row)];
}

int NodeFilesModel::rowOf(const std::string& path) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (change(row).file.path == path)
            return row;
    }
    return -1;
}

int NodeFilesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_preview ? 0 : static_cast<int>(m_preview->changes.size());
}

int NodeFilesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QString NodeFilesModel::stateText(FileState state) const
{
    const bool isArchive = m_preview->layout == NodeFilesLayout::Archive;
    switch (state) {
    case FileState::New:
        return isArchive ? tr("packed") : tr("new");
    case FileState::Changed:
        return isArchive ? tr("packed") : tr("changed");
    case FileState::Unchanged:
        break;
    }
    return tr("unchanged");
}

QVariant NodeFilesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const FileChange& shown = change(index.row());
    return index.column() == State ? stateText(shown.state)
                                   : QString::fromStdString(shown.file.path);
}

QVariant NodeFilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == State ? tr("State") : tr("File");
}

} // namespace rgsim::gui
