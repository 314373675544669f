#include "models/part_table_model.h"

#include "formats/draft_parts.h"
#include "formats/json_path.h"
#include "models/problem_text.h"

#include <QFont>

#include <algorithm>

namespace rgsim::gui {

PartTableModel::PartTableModel(Document& document, const QStringList& headers, QObject* parent)
    : QAbstractTableModel(parent), m_document(document), m_headers(headers)
{
    connect(&document, &Document::draftChanged, this, &PartTableModel::refresh);
    connect(&document, &Document::branchesChanged, this, &PartTableModel::refresh);
    connect(&document, &Document::reopened, this, &PartTableModel::refresh);
}

void PartTableModel::setPath(const QString& path)
{
    if (path == m_path)
        return;
    beginResetModel();
    m_path = path;
    m_rows = path.isEmpty() ? Rows() : rowsOf(m_document.draft());
    endResetModel();
}

// Rows come and go at the end; what moved within is a change of values.
void PartTableModel::refresh()
{
    const bool isThere = !m_path.isEmpty() && m_document.isOpen();
    const Rows next = isThere ? rowsOf(m_document.draft()) : Rows();
    const qsizetype before = m_rows.size();
    if (next.size() < before) {
        beginRemoveRows({}, static_cast<int>(next.size()), static_cast<int>(before) - 1);
        m_rows.resize(next.size());
        endRemoveRows();
    }
    const qsizetype kept = m_rows.size();
    m_rows = next.mid(0, kept);
    if (kept > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (next.size() > kept) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(next.size()) - 1);
        m_rows = next;
        endInsertRows();
    }
}

QModelIndex PartTableModel::indexOf(const QString& path) const
{
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const QString& at = cell(row, column).path;
            if (!at.isEmpty() && (isAtOrBelow(path, at) || isAtOrBelow(at, path)))
                return index(row, column);
        }
    }
    return {};
}

void PartTableModel::clearRows(const QVector<int>& rows)
{
    QVector<int> fromBehind = rows;
    std::sort(fromBehind.begin(), fromBehind.end(), std::greater<>());
    ScenarioDraft after = m_document.draft();
    for (const int row : fromBehind)
        clearRow(after, row);
    m_document.edit(editName(partName(m_document.draft(), m_path)), after);
}

int PartTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PartTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant PartTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TableCell& at = cell(index.row(), index.column());
    const auto problems = [&] {
        return at.path.isEmpty() ? QVector<Diagnostic>()
                                 : problemsAt(m_document.active().problems, at.path);
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return role == Qt::EditRole && at.isQuiet ? QVariant() : at.value;
    case Qt::CheckStateRole:
        return at.isChecked ? QVariant(*at.isChecked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setItalic(true);
        return at.isQuiet ? QVariant(font) : QVariant();
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        QStringList lines;
        for (const Diagnostic& problem : problems())
            lines << problemText(problem);
        return lines.join(u'\n');
    }
    case SeverityRole: {
        const QVector<Diagnostic> found = problems();
        return found.isEmpty() ? -1 : static_cast<int>(found.first().severity);
    }
    case PathRole:
        return at.path;
    case QuietRole:
        return at.isQuiet;
    default:
        return {};
    }
}

QVariant PartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return m_headers.value(section);
}

bool PartTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || (role != Qt::EditRole && role != Qt::CheckStateRole) ||
        data(index, role) == value)
        return false;
    ScenarioDraft after = m_document.draft();
    const QVariant wanted =
        role == Qt::CheckStateRole ? QVariant(value.toInt() == Qt::Checked) : value;
    if (!change(after, index, wanted))
        return false;
    m_document.edit(editName(partName(m_document.draft(), m_path)), after);
    return true;
}

Qt::ItemFlags PartTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const TableCell& at = cell(index.row(), index.column());
    if (at.isEditable)
        flags |= Qt::ItemIsEditable;
    if (at.isChecked)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace rgsim::gui
