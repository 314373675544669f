#include "plots/phase_plot.h"

#include "plots/phase_drawing.h"
#include "style/appearance.h"
#include "style/look.h"

#include <QBuffer>
#include <QFontInfo>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QSvgGenerator>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace rgsim::gui {

namespace {

constexpr int snapPixels = 5;
constexpr std::int64_t stepsOfCycle = 100;
const QString cursorLayer = QStringLiteral("cursor");

} // namespace

PhasePlot::PhasePlot(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->installEventFilter(this);
    m_plot->setMinimumSize(fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 8);
    m_plot->addLayer(cursorLayer);
    m_plot->layer(cursorLayer)->setMode(QCPLayer::lmBuffered);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    draw();
}

void PhasePlot::setAnswer(const std::optional<PhaseAnswer>& answer, const QString& title)
{
    m_answer = answer;
    m_title = title;
    m_cursor = {};
    draw();
    setCursor(worstInstant());
}

SimDuration PhasePlot::worstInstant() const
{
    const auto greatest = m_answer ? m_answer->greatest() : std::nullopt;
    if (!greatest || greatest->isAttained)
        return greatest ? greatest->at : SimDuration();
    // The limit is approached from behind, where a piece begins with it, or from before.
    const auto& pieces = m_answer->pieces;
    const bool isBehind = std::any_of(pieces.begin(), pieces.end(), [&](const PhasePiece& piece) {
        return piece.end == ServiceEnd::Runs && piece.from == greatest->at &&
               piece.atFrom == greatest->downtime && piece.to > piece.from;
    });
    const SimDuration nearest = SimDuration::milliseconds(1);
    return isBehind ? greatest->at + nearest : greatest->at - nearest;
}

void PhasePlot::draw()
{
    m_line = nullptr;
    if (m_answer) {
        drawPhase(*m_plot, *m_answer, m_title, palette(), font());
        m_line = new QCPItemLine(m_plot);
        m_line->setLayer(cursorLayer);
    } else {
        m_plot->clearPlottables();
        m_plot->clearItems();
        m_plot->setBackground(palette().base());
    }
    m_plot->axisRect()->setVisible(m_answer.has_value());
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
        axis->setVisible(m_answer.has_value());
    drawCursor();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PhasePlot::drawCursor()
{
    if (!m_line)
        return;
    QPen pen(LookBook(palette()).accent());
    pen.setWidthF(hasFocus() ? 2.5 : 1.5);
    m_line->setPen(pen);
    for (QCPItemPosition* position : {m_line->start, m_line->end}) {
        position->setAxisRect(m_plot->axisRect());
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    m_line->start->setCoords(m_cursor.toSeconds(), 0);
    m_line->end->setCoords(m_cursor.toSeconds(), 1);
}

void PhasePlot::setCursor(SimDuration at)
{
    if (!m_answer)
        return;
    m_cursor = std::clamp(at, SimDuration(), m_answer->cycle - SimDuration::milliseconds(1));
    drawCursor();
    m_plot->layer(cursorLayer)->replot();
    emit cursorMoved(m_cursor);
}

int PhasePlot::xOf(SimDuration at) const
{
    const double x = m_plot->xAxis->coordToPixel(at.toSeconds());
    return m_plot->mapTo(this, QPoint(static_cast<int>(std::lround(x)), 0)).x();
}

std::vector<SimDuration> PhasePlot::ends() const
{
    std::vector<SimDuration> ends;
    for (const PhasePiece& piece : m_answer->pieces)
        ends.push_back(piece.from);
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

// Exactly where a piece begins if that is near, otherwise as exact as a pixel is.
SimDuration PhasePlot::instantAt(double x) const
{
    for (const SimDuration end : ends()) {
        if (std::abs(m_plot->xAxis->coordToPixel(end.toSeconds()) - x) <= snapPixels)
            return end;
    }
    const double pixel = m_answer->cycle.toSeconds() / std::max(1, m_plot->axisRect()->width());
    const double unit = std::pow(10.0, std::floor(std::log10(pixel))); // 0.01 s or so
    const double at = std::round(m_plot->xAxis->pixelToCoord(x) / unit) * unit;
    return SimDuration::milliseconds(std::llround(at * 1000));
}

void PhasePlot::toEnd(bool isNext)
{
    const std::vector<SimDuration> all = ends();
    if (isNext) {
        const auto next = std::upper_bound(all.begin(), all.end(), m_cursor);
        if (next != all.end())
            setCursor(*next);
        return;
    }
    const auto here = std::lower_bound(all.begin(), all.end(), m_cursor);
    if (here != all.begin())
        setCursor(*std::prev(here));
}

void PhasePlot::keyPressEvent(QKeyEvent* event)
{
    if (!m_answer) {
        QWidget::keyPressEvent(event);
        return;
    }
    const SimDuration step{std::max<std::int64_t>(1, m_answer->cycle.ms / stepsOfCycle)};
    const bool isFar = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        isFar ? toEnd(false) : setCursor(m_cursor - step);
        break;
    case Qt::Key_Right:
        isFar ? toEnd(true) : setCursor(m_cursor + step);
        break;
    case Qt::Key_Home:
        setCursor({});
        break;
    case Qt::Key_End:
        setCursor(m_answer->cycle);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier) {
            QWidget::keyPressEvent(event);
            return;
        }
        emit chosen(m_cursor);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PhasePlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    drawCursor();
    m_plot->layer(cursorLayer)->replot();
}

void PhasePlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    drawCursor();
    m_plot->layer(cursorLayer)->replot();
}

void PhasePlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

bool PhasePlot::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_answer)
        return QWidget::eventFilter(watched, event);
    const auto* mouse = dynamic_cast<QMouseEvent*>(event);
    const bool isLeft = mouse && ((mouse->buttons() | mouse->button()) & Qt::LeftButton);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
        if (isLeft) {
            QWidget::setFocus(Qt::MouseFocusReason);
            setCursor(instantAt(mouse->position().x()));
        }
        break;
    case QEvent::MouseButtonDblClick:
        if (isLeft)
            emit chosen(m_cursor);
        return true;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

namespace {

// A second plot of the same.
class Picture {
public:
    Picture(const PhaseAnswer& answer, const QString& title, QFont font)
    {
        // In pixels: a size in points would mean something else on each device.
        font.setPixelSize(QFontInfo(font).pixelSize());
        m_plot.setFont(font);
        drawPhase(m_plot, answer, title, paletteOf(Appearance::Light), font);
    }
    void paint(QPaintDevice& device, QSize size)
    {
        QCPPainter painter(&device);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        painter.fillRect(QRect(QPoint(0, 0), size), paletteOf(Appearance::Light).base());
        m_plot.toPainter(&painter, size.width(), size.height());
    }

private:
    QCustomPlot m_plot;
};

} // namespace

QByteArray PhasePlot::png(QSize size, double scale) const
{
    if (!m_answer)
        return {};
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32);
    image.setDevicePixelRatio(scale);
    Picture(*m_answer, m_title, font()).paint(image, size);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray PhasePlot::svg(QSize size) const
{
    if (!m_answer)
        return {};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(m_title);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    Picture(*m_answer, m_title, font()).paint(generator, size);
    return buffer.data();
}

} // namespace rgsim::gui
