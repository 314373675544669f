#include "views/page_stack.h"

#include <algorithm>

namespace rgsim::gui {

PageStack::PageStack(QWidget* parent) : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
}

QSize PageStack::sizeHint() const
{
    return currentWidget() ? currentWidget()->sizeHint() : QSize();
}

QSize PageStack::minimumSizeHint() const
{
    return currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
}

bool PageStack::hasHeightForWidth() const
{
    return currentWidget() && currentWidget()->hasHeightForWidth();
}

int PageStack::heightForWidth(int width) const
{
    return hasHeightForWidth() ? currentWidget()->heightForWidth(width)
                               : minimumSizeHint().height();
}

int PageStack::minimumWidthOfAll() const
{
    int widest = 0;
    for (int page = 0; page < count(); ++page)
        widest = std::max(widest, widget(page)->minimumSizeHint().width());
    return widest;
}

} // namespace rgsim::gui
