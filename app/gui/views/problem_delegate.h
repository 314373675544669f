// A cell that shows by an icon that something is wrong with it. The model says so: one role for
// what is wrong in words, and, if it has one, another for how bad that is.
#pragma once

#include <QStyledItemDelegate>

namespace rgsim::gui {

class ProblemDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// @p severityRole gives a Severity as a number; 0: there is none, and all are warnings.
    ProblemDelegate(int problemRole, int severityRole, QObject* parent);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    int m_problemRole;
    int m_severityRole;
};

} // namespace rgsim::gui
