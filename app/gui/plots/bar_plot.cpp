#include "plots/bar_plot.h"

#include "plots/plot_looks.h"
#include "style/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rgsim::gui {

namespace {

constexpr std::array patterns = {
    Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense4Pattern, Qt::HorPattern,       Qt::FDiagPattern,
    Qt::CrossPattern, Qt::VerPattern,   Qt::Dense6Pattern, Qt::DiagCrossPattern,
};

// Ticks with texts of somebody else's making: durations, nines.
class WordedTicker : public QCPAxisTicker {
public:
    explicit WordedTicker(std::function<QString(double)> text) : m_text(std::move(text)) {}

protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override
    {
        return m_text ? m_text(tick) : QCPAxisTicker::getTickLabel(tick, locale, format, precision);
    }

private:
    std::function<QString(double)> m_text;
};

double sumOf(const QVector<double>& parts)
{
    double sum = 0;
    for (const double part : parts)
        sum += part;
    return sum;
}

} // namespace

BarPlot::BarPlot(QWidget* parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_scroll(new QScrollBar(this))
{
    m_scroll->setAccessibleName(tr("Which bars are shown"));
    m_plot->installEventFilter(this);
    m_plot->setMinimumHeight(fontMetrics().height() * 6);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_scroll);
    connect(m_scroll, &QScrollBar::valueChanged, this, &BarPlot::showRows);
    // In a low panel the bars give way, never the words of the axis and the legend.
    m_plot->axisRect()->setMinimumSize(50, fontMetrics().height() * 2);
    m_plot->axisRect()->insetLayout()->take(m_plot->legend);
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    m_plot->legend->setMargins({0, 0, 0, fontMetrics().descent()});
    draw();
}

void BarPlot::setData(const BarData& data)
{
    m_data = data;
    m_scroll->setValue(0);
    draw();
    describe();
}

void BarPlot::draw()
{
    m_plot->clearPlottables();
    drawBars();
    drawIntervals();
    auto names = QSharedPointer<QCPAxisTickerText>::create();
    for (qsizetype i = 0; i < m_data.bars.size(); ++i)
        names->addTick(static_cast<double>(i), m_data.bars[i].name);
    m_plot->yAxis->setTicker(names);
    m_plot->yAxis->setRangeReversed(true);
    m_plot->xAxis->setTicker(QSharedPointer<WordedTicker>::create(m_data.valueText));
    m_plot->xAxis->setLabel(m_data.axis);
    placeLegend();
    double smallest = 0;
    double largest = 0;
    for (const PlotBar& bar : std::as_const(m_data.bars)) {
        const double sum = sumOf(bar.parts);
        smallest = std::min({smallest, sum, bar.low});
        largest = std::max({largest, sum, bar.high});
    }
    if (largest <= smallest)
        largest = smallest + 1;
    constexpr double air = 0.05;
    const double room = (largest - smallest) * air;
    m_plot->xAxis->setRange(smallest < 0 ? smallest - room : 0, largest + room);
    setLooks();
    showRows();
}

// Below the bars, not over them; one that is not wanted must not take room either.
void BarPlot::placeLegend()
{
    QCPLegend* const legend = m_plot->legend;
    QCPLayoutGrid* const rows = m_plot->plotLayout();
    const bool isWanted = m_data.series.size() > 1;
    legend->setVisible(isWanted);
    if (isWanted == (legend->layout() == rows))
        return;
    if (isWanted) {
        rows->addElement(1, 0, legend);
        constexpr double asLowAsPossible = 0.001;
        rows->setRowStretchFactor(1, asLowAsPossible);
    } else {
        rows->take(legend);
        rows->simplify();
    }
}

void BarPlot::drawBars()
{
    QCPBars* below = nullptr;
    for (qsizetype s = 0; s < m_data.series.size(); ++s) {
        auto* bars = new QCPBars(m_plot->yAxis, m_plot->xAxis);
        bars->setName(m_data.series[s]);
        constexpr double width = 0.62;
        bars->setWidth(width);
        QVector<double> keys;
        QVector<double> values;
        for (qsizetype i = 0; i < m_data.bars.size(); ++i) {
            keys << static_cast<double>(i);
            values << m_data.bars[i].parts.value(s);
        }
        bars->setData(keys, values, true);
        if (below)
            bars->moveAbove(below);
        below = bars;
    }
}

void BarPlot::drawIntervals()
{
    const bool isWanted = m_data.series.size() == 1 && m_plot->plottableCount() == 1 &&
                          std::any_of(m_data.bars.begin(), m_data.bars.end(),
                                      [](const PlotBar& bar) { return bar.high > bar.low; });
    if (!isWanted)
        return;
    auto* bars = m_plot->plottable(0);
    auto* intervals = new QCPErrorBars(m_plot->yAxis, m_plot->xAxis);
    intervals->setErrorType(QCPErrorBars::etValueError);
    intervals->setDataPlottable(bars);
    intervals->removeFromLegend();
    QVector<double> minus;
    QVector<double> plus;
    for (const PlotBar& bar : std::as_const(m_data.bars)) {
        const double value = bar.parts.value(0);
        const bool has = bar.high > bar.low;
        minus << (has ? value - bar.low : 0);
        plus << (has ? bar.high - value : 0);
    }
    intervals->setData(minus, plus);
    intervals->setWhiskerWidth(fontMetrics().height() / 2.0);
}

void BarPlot::setLooks()
{
    const LookBook look(palette());
    setPlotLooks(*m_plot, look, font());
    m_plot->yAxis->grid()->setVisible(false);
    m_plot->legend->setFont(font());
    m_plot->legend->setTextColor(look.ink());
    m_plot->legend->setBrush(look.paper());
    m_plot->legend->setBorderPen(Qt::NoPen);
    for (int i = 0; i < m_plot->plottableCount(); ++i) {
        QCPAbstractPlottable* plottable = m_plot->plottable(i);
        if (qobject_cast<QCPBars*>(plottable)) {
            const QColor colour = look.strong(static_cast<NodeIndex>(i));
            plottable->setBrush(
                QBrush(colour, patterns[static_cast<std::size_t>(i) % patterns.size()]));
            plottable->setPen(QPen(colour));
        } else {
            QPen pen(look.ink());
            pen.setWidthF(1.5);
            plottable->setPen(pen);
        }
    }
}

void BarPlot::showRows()
{
    wrapLegend();
    const int line = fontMetrics().height();
    const int rowHeight = line * 7 / 4;
    const int around =
        line * (4 + 2 * (m_plot->legend->visible() ? m_plot->legend->rowCount() : 0));
    const int fits = std::max(3, (m_plot->height() - around) / rowHeight);
    const int rows = static_cast<int>(m_data.bars.size());
    m_scroll->setPageStep(fits);
    m_scroll->setRange(0, std::max(0, rows - fits));
    m_scroll->setVisible(rows > fits);
    const int first = m_scroll->value();
    const int shown = std::clamp(rows, 3, fits);
    m_plot->yAxis->setRange(first - 0.5, first + shown - 0.5);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

// As many columns as the width has room for.
void BarPlot::wrapLegend()
{
    int widest = 1;
    for (const QString& name : std::as_const(m_data.series))
        widest = std::max(widest, fontMetrics().horizontalAdvance(name));
    // Rows are as high as these; words alone would lose what hangs below their line.
    m_plot->legend->setIconSize(fontMetrics().height() * 3 / 2, fontMetrics().height());
    const int column = widest + m_plot->legend->iconSize().width() + fontMetrics().height() * 2;
    m_plot->legend->setWrap(std::max(1, m_plot->width() / column));
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst, true); // moves those that are there
}

void BarPlot::describe()
{
    QStringList lines;
    constexpr qsizetype most = 50;
    for (const PlotBar& bar : std::as_const(m_data.bars)) {
        if (lines.size() < most)
            lines << bar.tip;
    }
    setAccessibleDescription(lines.join(u'\n'));
}

int BarPlot::barAt(int y) const
{
    const double key = m_plot->yAxis->pixelToCoord(m_plot->mapFrom(this, QPoint(0, y)).y());
    const auto bar = static_cast<int>(std::floor(key + 0.5));
    return bar >= 0 && bar < m_data.bars.size() ? bar : -1;
}

void BarPlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

void BarPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showRows();
}

bool BarPlot::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Resize:
        QMetaObject::invokeMethod(this, &BarPlot::showRows, Qt::QueuedConnection);
        break;
    case QEvent::Wheel:
        QCoreApplication::sendEvent(m_scroll, event);
        return true;
    case QEvent::MouseButtonRelease:
        if (const int bar = barAt(static_cast<QMouseEvent*>(event)->pos().y()); bar >= 0)
            emit chosen(bar);
        break;
    case QEvent::ToolTip: {
        auto* help = static_cast<QHelpEvent*>(event);
        const int bar = barAt(help->pos().y());
        QToolTip::showText(help->globalPos(), bar >= 0 ? m_data.bars[bar].tip : QString(), this);
        return true;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rgsim::gui
