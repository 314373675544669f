#include "plots/phase_drawing.h"

#include "plots/plot_looks.h"
#include "report/run_report.h"

#include <QCoreApplication>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rgsim::gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PhasePlot)
};

QString span(SimDuration duration)
{
    return QString::fromStdString(spanText(duration));
}

class PhaseDrawing {
public:
    PhaseDrawing(QCustomPlot& plot, const PhaseAnswer& answer, const QPalette& palette,
                 const QFont& font)
        : m_plot(plot), m_answer(answer), m_look(palette), m_font(font)
    {
    }
    void draw(const QString& title);

private:
    QCPGraph& addGraph(const QColor& colour, double width);
    void drawPieces();
    void drawEnds();
    void drawGaps();
    void drawMean();
    void drawExtreme(const PhaseExtreme& extreme, bool isGreatest);
    void addText(const QString& text, double x, double y, Qt::Alignment side);
    void setAxes();
    double top() const;

    QCustomPlot& m_plot;
    const PhaseAnswer& m_answer;
    LookBook m_look;
    QFont m_font;
};

double PhaseDrawing::top() const
{
    const auto greatest = m_answer.greatest();
    return greatest && !greatest->downtime.isZero() ? greatest->downtime.toSeconds() : 1;
}

QCPGraph& PhaseDrawing::addGraph(const QColor& colour, double width)
{
    QCPGraph* graph = m_plot.addGraph();
    QPen pen(colour);
    pen.setWidthF(width);
    graph->setPen(pen);
    graph->setAdaptiveSampling(false);
    return *graph;
}

void PhaseDrawing::drawPieces()
{
    QCPGraph& graph = addGraph(m_look.strong(0), 2);
    for (const PhasePiece& piece : m_answer.pieces) {
        if (piece.end != ServiceEnd::Runs)
            continue;
        graph.addData(piece.from.toSeconds(), piece.atFrom.toSeconds());
        graph.addData(piece.to.toSeconds(), piece.atTo.toSeconds());
        // A line of its own: the next piece does not go on from here.
        graph.addData(piece.to.toSeconds(), std::numeric_limits<double>::quiet_NaN());
    }
}

// Rings first, so that where a disc and a ring meet the disc is seen: the value is there.
void PhaseDrawing::drawEnds()
{
    const double size = QFontMetrics(m_font).height() * 0.45;
    const QColor colour = m_look.strong(0);
    for (const bool isFull : {false, true}) {
        QCPGraph& graph = addGraph(colour, 1);
        graph.setLineStyle(QCPGraph::lsNone);
        graph.setScatterStyle({QCPScatterStyle::ssCircle, QPen(colour, 1.5),
                               QBrush(isFull ? colour : m_look.paper()), size});
        for (const PhasePiece& piece : m_answer.pieces) {
            if (piece.end != ServiceEnd::Runs)
                continue;
            if (piece.hasFrom == isFull)
                graph.addData(piece.from.toSeconds(), piece.atFrom.toSeconds());
            if (piece.hasTo == isFull && piece.to != piece.from)
                graph.addData(piece.to.toSeconds(), piece.atTo.toSeconds());
        }
    }
}

void PhaseDrawing::drawGaps()
{
    for (const PhasePiece& piece : m_answer.pieces) {
        if (piece.end == ServiceEnd::Runs)
            continue;
        auto* gap = new QCPItemRect(&m_plot);
        gap->topLeft->setTypeX(QCPItemPosition::ptPlotCoords);
        for (QCPItemPosition* position : {gap->topLeft, gap->bottomRight}) {
            position->setAxisRect(m_plot.axisRect());
            position->setTypeX(QCPItemPosition::ptPlotCoords);
            position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        gap->topLeft->setCoords(piece.from.toSeconds(), 0);
        gap->bottomRight->setCoords(piece.to.toSeconds(), 1);
        gap->setPen(QPen(m_look.alarm()));
        gap->setBrush(QBrush(m_look.alarm(), Qt::BDiagPattern));
        const bool isWide = (piece.to - piece.from).ms * 8 > m_answer.cycle.ms;
        if (isWide)
            addText(piece.end == ServiceEnd::Circles ? Words::tr("goes round in circles")
                                                     : Words::tr("not back"),
                    (piece.from.toSeconds() + piece.to.toSeconds()) / 2, top() / 2,
                    Qt::AlignHCenter);
    }
}

void PhaseDrawing::addText(const QString& text, double x, double y, Qt::Alignment side)
{
    auto* item = new QCPItemText(&m_plot);
    item->position->setCoords(x, y);
    item->setPositionAlignment(side);
    item->setText(text);
    item->setFont(m_font);
    item->setColor(m_look.ink());
    QColor ground = m_look.paper();
    ground.setAlphaF(0.8F);
    item->setBrush(ground);
    const int margin = QFontMetrics(m_font).height() / 4;
    item->setPadding({margin, 0, margin, 0});
}

void PhaseDrawing::drawMean()
{
    const auto mean = m_answer.mean();
    if (!mean)
        return;
    const double end = m_answer.cycle.toSeconds();
    QCPGraph& graph = addGraph(m_look.ink(), 1);
    QPen pen = graph.pen();
    pen.setStyle(Qt::DashLine);
    graph.setPen(pen);
    graph.addData(0, *mean);
    graph.addData(end, *mean);
    addText(Words::tr("mean %1 s").arg(*mean, 0, 'f', 3), end, *mean,
            Qt::AlignRight | Qt::AlignBottom);
}

void PhaseDrawing::drawExtreme(const PhaseExtreme& extreme, bool isGreatest)
{
    const double x = extreme.at.toSeconds();
    const double y = extreme.downtime.toSeconds();
    QCPGraph& graph = addGraph(m_look.ink(), 1.5);
    graph.setLineStyle(QCPGraph::lsNone);
    graph.setScatterStyle(
        {isGreatest ? QCPScatterStyle::ssTriangle : QCPScatterStyle::ssTriangleInverted,
         graph.pen(), QBrush(Qt::NoBrush), QFontMetrics(m_font).height() * 0.8});
    graph.addData(x, y);
    QString text =
        isGreatest ? Words::tr("greatest %1 at %2").arg(span(extreme.downtime), span(extreme.at))
                   : Words::tr("least %1 at %2").arg(span(extreme.downtime), span(extreme.at));
    if (!extreme.isAttained)
        text += ' ' + Words::tr("(nearly)");
    const bool isLeft = extreme.at.ms * 2 < m_answer.cycle.ms;
    addText(text, x, y,
            (isLeft ? Qt::AlignLeft : Qt::AlignRight) |
                (isGreatest ? Qt::AlignBottom : Qt::AlignTop));
}

void PhaseDrawing::setAxes()
{
    setPlotLooks(m_plot, m_look, m_font);
    m_plot.xAxis->setLabel(Words::tr("Instant of the failure in the cycle of checks, in seconds"));
    m_plot.yAxis->setLabel(Words::tr("Downtime in seconds"));
    const double cycle = m_answer.cycle.toSeconds();
    constexpr double air = 0.02;
    m_plot.xAxis->setRange(-cycle * air, cycle * (1 + air));
    constexpr double roomBelow = 0.12;
    constexpr double roomAbove = 0.2;
    const auto least = m_answer.least();
    const double bottom = least ? std::min(0.0, least->downtime.toSeconds()) : 0;
    m_plot.yAxis->setRange(bottom - top() * roomBelow, top() * (1 + roomAbove));
}

void PhaseDrawing::draw(const QString& title)
{
    m_plot.clearPlottables();
    m_plot.clearItems();
    if (m_plot.plotLayout()->rowCount() < 2) {
        m_plot.plotLayout()->insertRow(0);
        m_plot.plotLayout()->addElement(0, 0, new QCPTextElement(&m_plot));
    }
    auto* heading = qobject_cast<QCPTextElement*>(m_plot.plotLayout()->element(0, 0));
    heading->setText(title);
    heading->setTextColor(m_look.ink());
    QFont bold = m_font;
    bold.setBold(true);
    heading->setFont(bold);
    setAxes();
    drawGaps();
    drawMean();
    drawPieces();
    drawEnds();
    if (const auto greatest = m_answer.greatest())
        drawExtreme(*greatest, true);
    const auto least = m_answer.least();
    if (least && least->downtime != m_answer.greatest()->downtime)
        drawExtreme(*least, false);
}

} // namespace

void drawPhase(QCustomPlot& plot, const PhaseAnswer& answer, const QString& title,
               const QPalette& palette, const QFont& font)
{
    PhaseDrawing(plot, answer, palette, font).draw(title);
}

} // namespace rgsim::gui
