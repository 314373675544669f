#include "models/log_notes_model.h"

#include "models/problem_text.h"

#include <QFileInfo>

namespace rgsim::gui {

void LogNotesModel::setResult(const RealLogResultPtr& result)
{
    if (result == m_result)
        return;
    beginResetModel();
    m_result = result && result->log ? result : nullptr;
    m_lines.clear();
    for (std::size_t i = 0; m_result && i < m_result->log->lines.size(); ++i) {
        if (m_result->log->lines[i].kind == SyslogKind::NotUnderstood)
            m_lines.push_back(i);
    }
    endResetModel();
}

int LogNotesModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_result)
        return 0;
    return static_cast<int>(m_result->problems.items().size() + m_lines.size());
}

int LogNotesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant LogNotesModel::aboutProblem(const Diagnostic& problem, int column) const
{
    switch (column) {
    case File:
        return QString::fromStdString(problem.place.file);
    case Line:
        return problem.place.line > 0 ? QVariant(problem.place.line) : QVariant();
    case Reason:
        return problemText(problem);
    default:
        return QString();
    }
}

QVariant LogNotesModel::aboutLine(const SyslogLine& line, int column) const
{
    switch (column) {
    case File:
        return QString::fromStdString(m_result->log->files[line.file]);
    case Line:
        return line.line;
    case Reason:
        return line.host.empty() ? tr("no line of syslog: it does not begin with date and host")
                                 : tr("rgsim does not know this message of rgmanager");
    default:
        return QString::fromStdString(line.text);
    }
}

QVariant LogNotesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Line)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const std::vector<Diagnostic>& problems = m_result->problems.items();
    const QVariant found =
        row < problems.size()
            ? aboutProblem(problems[row], index.column())
            : aboutLine(m_result->log->lines[m_lines[row - problems.size()]], index.column());
    if (role == Qt::DisplayRole && index.column() == File)
        return QFileInfo(found.toString()).fileName(); // where it lies is in the tool tip
    return found;
}

QVariant LogNotesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("File"), tr("Line"), tr("Reason"), tr("Text")};
    return titles.value(section);
}

} // namespace rgsim::gui
