// Paints the cells of a fault plan, with what is wrong as an icon, and edits them in place: words
// and names by choosing, nodes as a list, times as text that is judged while it is typed.
#pragma once

#include "views/problem_delegate.h"

namespace rgsim::gui {

class PlanDelegate : public ProblemDelegate {
    Q_OBJECT

public:
    explicit PlanDelegate(QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace rgsim::gui
