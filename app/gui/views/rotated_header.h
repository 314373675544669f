// A horizontal header whose titles stand upright, so that many narrow columns can have names. Long
// ones are cut in the middle; the tool tip has them in full. It draws only.
#pragma once

#include <QHeaderView>

namespace rgsim::gui {

class RotatedHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit RotatedHeader(QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;

private:
    int margin() const { return fontMetrics().height() / 3; }
};

} // namespace rgsim::gui
