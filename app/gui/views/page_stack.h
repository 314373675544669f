// A stack of pages of which only the one that is shown asks for room, so that a scroll area around
// it scrolls no further than that one needs.
#pragma once

#include <QStackedWidget>

namespace rgsim::gui {

class PageStack : public QStackedWidget {
    Q_OBJECT

public:
    explicit PageStack(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    /// What the widest page needs at least, in pixels.
    int minimumWidthOfAll() const;
};

} // namespace rgsim::gui
