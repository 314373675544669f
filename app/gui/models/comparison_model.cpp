#include "models/comparison_model.h"

#include "report/run_report.h"

#include <QFont>

#include <utility>

namespace rgsim::gui {

namespace {

enum Sum { Relocations, Downtime, Phantom, Violations, Violation };

// A difference in the unit of its sum, with its sign; empty for none.
QString signedText(std::int64_t value, bool isTime)
{
    if (value == 0)
        return {};
    const std::int64_t size = value < 0 ? -value : value;
    const QString text =
        isTime ? QString::fromStdString(spanText(SimDuration{size})) : QString::number(size);
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + text;
}

std::int64_t valueOf(const ComparedSums& sums, int sum)
{
    switch (sum) {
    case Relocations:
        return sums.relocations;
    case Downtime:
        return sums.downtime.ms;
    case Phantom:
        return sums.phantom.ms;
    case Violations:
        return sums.violations;
    default:
        return sums.violation.ms;
    }
}

bool isTime(int sum)
{
    return sum == Downtime || sum == Phantom || sum == Violation;
}

} // namespace

void ComparisonModel::setComparison(RunComparison comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_hasRows = !m_comparison.services.empty();
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_hasRows)
        return 0;
    return static_cast<int>(m_comparison.services.size()) + 1;
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1 + sums * 3;
}

QString ComparisonModel::serviceOf(int row) const
{
    if (row < 1 || row >= rowCount())
        return {};
    return QString::fromStdString(
        m_comparison.services[static_cast<std::size_t>(row) - 1].fullName);
}

const ComparedSums& ComparisonModel::side(int row, bool isSecond) const
{
    if (row == 0)
        return isSecond ? m_comparison.second : m_comparison.first;
    const ServiceComparison& service = m_comparison.services[static_cast<std::size_t>(row) - 1];
    return isSecond ? service.second : service.first;
}

QString ComparisonModel::text(int row, int column) const
{
    if (column == 0)
        return row == 0 ? tr("All services") : serviceOf(row);
    const int sum = (column - 1) / 3;
    const int part = (column - 1) % 3;
    const std::int64_t first = valueOf(side(row, false), sum);
    const std::int64_t second = valueOf(side(row, true), sum);
    if (part == 2)
        return signedText(second - first, isTime(sum));
    if (row > 0) {
        const ServiceComparison& service = m_comparison.services[static_cast<std::size_t>(row) - 1];
        if ((part == 0 ? service.inFirst : service.inSecond) == noService)
            return tr("none");
    }
    const std::int64_t value = part == 0 ? first : second;
    return isTime(sum) ? QString::fromStdString(spanText(SimDuration{value}))
                       : QString::number(value);
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isDifference = index.column() > 0 && (index.column() - 1) % 3 == 2;
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return index.column() == 0 ? QVariant() : QVariant(int(Qt::AlignRight | Qt::AlignVCenter));
    case Qt::FontRole: {
        QFont font;
        font.setBold(index.row() == 0 || isDifference);
        return font.bold() ? QVariant(font) : QVariant();
    }
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Service");
    const QStringList names{tr("Relocations"), tr("Downtime"), tr("Phantom"), tr("Violations"),
                            tr("Together")};
    const QStringList parts{tr("main"), tr("fork"), tr("difference")};
    return names.value((section - 1) / 3) + u'\n' + parts.value((section - 1) % 3);
}

} // namespace rgsim::gui
