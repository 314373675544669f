#include "views/heat_legend.h"

#include "views/flow_layout.h"
#include "views/heat_delegate.h"

#include <QLabel>
#include <QPainter>

namespace rgsim::gui {

namespace {

class Sample : public QWidget {
public:
    Sample(const HeatCell& cell, const QString& text, QWidget* parent)
        : QWidget(parent), m_cell(cell), m_text(text)
    {
        setAccessibleName(text);
    }
    QSize sizeHint() const override
    {
        const bool hasSign = m_cell.heat == Heat::Gone || m_cell.isPhantom || m_cell.breaksRule;
        return heatSize(fontMetrics(), m_text, hasSign ? 1 : 0);
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintHeat(painter, rect(), m_cell, m_text, palette());
        painter.setPen(heatLook(Heat::None, palette()).outline);
        painter.setBrush(Qt::NoBrush);
        if (!m_cell.breaksRule)
            painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    HeatCell m_cell;
    QString m_text;
};

} // namespace

HeatLegend::HeatLegend(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("What the colours mean"));
    auto* layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(new QLabel(tr("Downtime:"), this));
    for (int i = 0; i < heats; ++i) {
        const auto heat = static_cast<Heat>(i);
        layout->addWidget(new Sample({heat, true, false, false, false}, heatName(heat), this));
    }
    layout->addWidget(new Sample({Heat::Gone, true, true, false, false}, tr("circles"), this));
    layout->addWidget(new Sample({Heat::None, true, false, false, true}, tr("phantom"), this));
    layout->addWidget(new Sample({Heat::None, true, false, true, false}, tr("rule broken"), this));
}

} // namespace rgsim::gui
