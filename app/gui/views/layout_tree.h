// The layout's tree on the screen: parts by path, what is wrong with them as icons, a selection of
// several of one kind. What can be done to parts is the layout view's business.
#pragma once

#include "models/layout_model.h"

#include <QTreeView>

namespace rgsim::gui {

class LayoutTree : public QTreeView {
    Q_OBJECT

public:
    explicit LayoutTree(LayoutModel& model, QWidget* parent = nullptr);

    /// In the order of the tree; sections are none.
    QStringList chosenParts() const;
    /// The part or section with the focus; empty if there is none.
    QString currentPath() const;
    void choose(const QStringList& paths);

signals:
    void chosenChanged();

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;

private:
    void openSections();

    LayoutModel& m_model;
};

} // namespace rgsim::gui
