#include "models/log_model.h"

#include <QFont>

namespace rgsim::gui {

namespace {
// More rows than this are looked through on another thread.
constexpr std::size_t mostAtOnce = 300'000;

QString qText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
} // namespace

LogModel::LogModel(QObject* parent) : QAbstractTableModel(parent)
{
}

void LogModel::setRun(const RunPtr& run)
{
    m_run = run;
    rebuild();
}

void LogModel::setFilter(const LogFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void LogModel::rebuild()
{
    m_task.cancel();
    if (!m_run || m_run->rows().size() <= mostAtOnce) {
        take(m_run ? std::make_shared<const LogRows>(m_run, m_filter) : nullptr);
        return;
    }
    m_task.start([this, run = m_run, filter = m_filter](const LatestTask::GiveUp&) {
        const auto rows = std::make_shared<const LogRows>(run, filter);
        return [this, rows] { take(rows); };
    });
    emit busyChanged();
}

void LogModel::take(const LogRowsPtr& rows)
{
    beginResetModel();
    m_rows = rows;
    m_marked = rows ? static_cast<int>(rows->lastAt(m_playhead)) : -1;
    endResetModel();
    emit busyChanged();
}

void LogModel::setPlayhead(SimTime at)
{
    m_playhead = at;
    const int marked = m_rows ? static_cast<int>(m_rows->lastAt(at)) : -1;
    if (marked == m_marked)
        return;
    for (const int row : {std::exchange(m_marked, marked), marked}) {
        if (row >= 0)
            emit dataChanged(index(row, 0), index(row, columnTotal - 1));
    }
}

QString LogModel::lineOf(int row) const
{
    return QString::fromStdString(m_rows->line(static_cast<std::size_t>(row)));
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_rows ? 0 : static_cast<int>(m_rows->size());
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Text ? text(row, Text) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Marker && index.row() == m_marked ? QVariant(tr("playhead"))
                                                                   : text(row, index.column());
    case Qt::FontRole: {
        QFont font;
        if (m_rows->isTruth(row))
            font.setItalic(true);
        if (index.row() == m_marked)
            font.setBold(true);
        return font;
    }
    case IsTruthRole:
        return m_rows->isTruth(row);
    case IsAtPlayheadRole:
        return index.row() == m_marked;
    default:
        return {};
    }
}

QVariant LogModel::text(std::size_t row, int column) const
{
    switch (column) {
    case Marker:
        return static_cast<int>(row) == m_marked ? QStringLiteral("▶") : QString();
    case Time:
        return QString::fromStdString(clockText(m_rows->row(row).at));
    case Node:
        return qText(m_rows->node(row));
    case Priority:
        return m_rows->isTruth(row) ? tr("truth") : QString::fromLatin1(m_rows->priority(row));
    case Text:
        return QString::fromStdString(m_rows->text(row));
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Node:
        return tr("Node");
    case Priority:
        return tr("Priority");
    case Text:
        return tr("Text");
    default:
        return QString();
    }
}

} // namespace rgsim::gui
