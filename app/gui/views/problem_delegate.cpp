#include "views/problem_delegate.h"

#include "base/diagnostic.h"

#include <QApplication>
#include <QStyle>

namespace rgsim::gui {

ProblemDelegate::ProblemDelegate(int problemRole, int severityRole, QObject* parent)
    : QStyledItemDelegate(parent), m_problemRole(problemRole), m_severityRole(severityRole)
{
}

void ProblemDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(m_problemRole).toString().isEmpty())
        return;
    const bool isError = m_severityRole != 0 && index.data(m_severityRole).toInt() ==
                                                    static_cast<int>(Severity::Error);
    const QStyle* style = option->widget ? option->widget->style() : QApplication::style();
    option->icon = style->standardIcon(isError ? QStyle::SP_MessageBoxCritical
                                               : QStyle::SP_MessageBoxWarning);
    option->features |= QStyleOptionViewItem::HasDecoration;
    const int size = option->fontMetrics.height();
    option->decorationSize = {size, size};
}

} // namespace rgsim::gui
