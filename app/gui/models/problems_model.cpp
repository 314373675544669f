#include "models/problems_model.h"

#include "models/problem_text.h"

#include <algorithm>

namespace rgsim::gui {

namespace {

QString sentence(const std::string& text)
{
    QString result = QString::fromStdString(text);
    if (!result.isEmpty())
        result[0] = result[0].toUpper();
    return result;
}

} // namespace

ProblemsModel::ProblemsModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), m_document(document)
{
    connect(&document, &Document::draftChanged, this, &ProblemsModel::refresh);
    connect(&document, &Document::branchesChanged, this, &ProblemsModel::refresh);
    connect(&document, &Document::reopened, this, &ProblemsModel::refresh);
    refresh();
}

void ProblemsModel::refresh()
{
    std::vector<Diagnostic> next = m_document.active().problems.items();
    std::stable_sort(next.begin(), next.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return a.severity > b.severity;
    });
    if (next == m_problems)
        return;
    beginResetModel();
    m_problems = std::move(next);
    endResetModel();
}

int ProblemsModel::count() const
{
    return static_cast<int>(
        std::count_if(m_problems.begin(), m_problems.end(), [](const Diagnostic& problem) {
            return problem.severity != rgsim::Severity::Note;
        }));
}

QString ProblemsModel::pathOf(int row) const
{
    return rgsim::gui::pathOf(m_problems[static_cast<std::size_t>(row)]);
}

int ProblemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Diagnostic& problem = m_problems[static_cast<std::size_t>(index.row())];
    if (role == SeverityRole)
        return static_cast<int>(problem.severity);
    if (role == PathRole)
        return pathOf(index.row());
    if (role == Qt::ToolTipRole)
        return problemText(problem);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Severity:
        return severityText(problem.severity);
    case Where:
        return placeInWords(m_document.draft(), pathOf(index.row()));
    case What:
        return sentence(problem.what);
    case Remedy:
        return sentence(problem.remedy);
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    const QStringList titles{tr("How bad"), tr("Where"), tr("What is wrong"), tr("What to do")};
    return titles.value(section);
}

} // namespace rgsim::gui
