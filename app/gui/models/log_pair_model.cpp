#include "models/log_pair_model.h"

#include <QFont>

#include <algorithm>
#include <utility>

namespace rgsim::gui {

void LogPairModel::setResult(const RealLogResultPtr& result)
{
    if (result == m_result)
        return;
    beginResetModel();
    m_result = result;
    m_nodeNames.clear();
    if (m_result && m_result->replay) {
        for (const std::string& name : shortNodeNames(m_result->replay->cluster))
            m_nodeNames << QString::fromStdString(name);
    }
    fillRows();
    endResetModel();
}

void LogPairModel::setOnlyDifferences(bool isWanted)
{
    if (isWanted == m_onlyDifferences)
        return;
    beginResetModel();
    m_onlyDifferences = isWanted;
    fillRows();
    endResetModel();
}

void LogPairModel::fillRows()
{
    m_rows.clear();
    if (m_result && m_result->replay) {
        const std::vector<LinePair>& lines = m_result->comparison().lines;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!m_onlyDifferences || !lines[i].isSame())
                m_rows.push_back(static_cast<std::uint32_t>(i));
        }
    }
    m_marked = lastAtPlayhead();
}

int LogPairModel::lastAtPlayhead() const
{
    const auto after = std::partition_point(m_rows.begin(), m_rows.end(), [&](std::uint32_t i) {
        return m_result->comparison().lines[i].at <= m_playhead;
    });
    return static_cast<int>(after - m_rows.begin()) - 1;
}

void LogPairModel::setPlayhead(SimTime at)
{
    m_playhead = at;
    const int marked = lastAtPlayhead();
    if (marked == m_marked)
        return;
    for (const int row : {std::exchange(m_marked, marked), marked}) {
        if (row >= 0)
            emit dataChanged(index(row, 0), index(row, columnTotal - 1));
    }
}

const LinePair& LogPairModel::pair(int row) const
{
    return m_result->comparison().lines[m_rows[static_cast<std::size_t>(row)]];
}

const LoggedLine* LogPairModel::lineIn(int row, bool isLog) const
{
    const LinePair& lines = pair(row);
    const std::optional<std::size_t>& position = isLog ? lines.inLog : lines.inRun;
    if (!position)
        return nullptr;
    const LogReplay& replay = m_result->replay->replay;
    return isLog ? &replay.logLines[*position] : &replay.runLines[*position];
}

bool LogPairModel::isFirst(int row) const
{
    return m_result->comparison().firstDifference == m_rows[static_cast<std::size_t>(row)];
}

LogPairModel::Kind LogPairModel::kindOf(int row) const
{
    const LinePair& lines = pair(row);
    return lines.isSame() ? Kind::Same : lines.inLog ? Kind::OnlyInLog : Kind::OnlyInRun;
}

SimTime LogPairModel::timeOf(int row) const
{
    if (const LoggedLine* inRun = lineIn(row, false))
        return m_result->run->rows()[inRun->row].at;
    return pair(row).at;
}

QString LogPairModel::serviceOf(int row) const
{
    return QString::fromStdString(m_result->lineOf(pair(row)).service);
}

int LogPairModel::firstDifference() const
{
    return nextDifference(-1);
}

int LogPairModel::nextDifference(int row) const
{
    for (int i = row + 1; i < rowCount(); ++i) {
        if (!pair(i).isSame())
            return i;
    }
    return -1;
}

int LogPairModel::previousDifference(int row) const
{
    for (int i = std::min(row, rowCount()) - 1; i >= 0; --i) {
        if (!pair(i).isSame())
            return i;
    }
    return -1;
}

int LogPairModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LogPairModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

// As "rgsim replay" has them.
QString LogPairModel::signOf(int row) const
{
    const Kind kind = kindOf(row);
    const QString sign = kind == Kind::Same ? "=" : kind == Kind::OnlyInLog ? "<" : ">";
    return isFirst(row) ? "* " + sign : sign;
}

QString LogPairModel::signInWords(int row) const
{
    const Kind kind = kindOf(row);
    const QString words = kind == Kind::Same        ? tr("in both")
                          : kind == Kind::OnlyInLog ? tr("only in the log")
                                                    : tr("only in the run");
    return isFirst(row) ? tr("the first difference: %1").arg(words) : words;
}

QString LogPairModel::text(int row, int column) const
{
    const bool isLog = column == LogTime || column == LogText;
    const LoggedLine* line = lineIn(row, isLog);
    switch (column) {
    case Marker:
        return row == m_marked ? QStringLiteral("▶") : QString();
    case Sign:
        return signOf(row);
    case Node:
        return m_nodeNames.value(
            m_result->replay->cluster.nodeByName(m_result->lineOf(pair(row)).node));
    case LogTime:
    case RunTime:
        return line ? QString::fromStdString(clockText(line->at)) : QString();
    default:
        return line ? QString::fromStdString(line->text) : QString();
    }
}

QString LogPairModel::toolTip(int row, int column) const
{
    if (column <= Sign)
        return signInWords(row);
    const bool isLog = column == LogTime || column == LogText;
    const LoggedLine* line = lineIn(row, isLog);
    if (column == Node || !line)
        return {};
    const QString text = QString::fromStdString(line->text);
    return isLog ? text + '\n' +
                       QString::fromStdString(m_result->log->placeOf(m_result->sourceOf(*line)))
                 : text;
}

QVariant LogPairModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == Marker)
            return row == m_marked ? tr("playhead") : QString();
        return index.column() == Sign ? signInWords(row) : text(row, index.column());
    case Qt::FontRole: {
        QFont font;
        font.setBold(isFirst(row) || (row == m_marked && index.column() == Marker));
        return font.bold() ? QVariant(font) : QVariant();
    }
    case KindRole:
        return static_cast<int>(kindOf(row));
    case IsFirstRole:
        return isFirst(row);
    case IsAtPlayheadRole:
        return row == m_marked;
    default:
        return {};
    }
}

QVariant LogPairModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Node:
        return tr("Node");
    case LogTime:
    case RunTime:
        return tr("Time");
    case LogText:
        return tr("In the log");
    case RunText:
        return tr("In the run");
    default:
        return QString();
    }
}

} // namespace rgsim::gui
