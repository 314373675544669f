#include "views/cluster_view.h"

#include "session/whole_file.h"

#include <QBuffer>
#include <QEvent>
#include <QFontInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QScrollArea>
#include <QSvgGenerator>
#include <QVBoxLayout>

#include <cmath>

namespace rgsim::gui {

namespace {

constexpr int pngScale = 2; // sharp also on paper

std::string nameOf(const Selection& selection, Selection::Kind kind)
{
    return selection.kind == kind ? selection.name.toStdString() : std::string();
}

} // namespace

ClusterView::ClusterView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_canvas(new ClusterCanvas),
      m_scroll(new QScrollArea(this))
{
    m_scroll->setWidget(m_canvas);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll, 1);
    setFocusProxy(m_canvas);
    connect(&document, &Document::reopened, this, &ClusterView::showRun);
    connect(&document, &Document::runChanged, this, &ClusterView::showRun);
    connect(&document, &Document::branchesChanged, this, &ClusterView::showRun);
    connect(&document, &Document::playheadChanged, this, &ClusterView::showInstant);
    connect(&document, &Document::selectionChanged, this, &ClusterView::showSelection);
    connect(&document, &Document::highlightsChanged, this, &ClusterView::showHighlights);
    connect(m_canvas, &ClusterCanvas::chosen, this, &ClusterView::choose);
    connect(m_canvas, &ClusterCanvas::sightWanted, this, [this](const QRect& around) {
        m_scroll->ensureVisible(around.center().x(), around.center().y(), around.width() / 2 + 10,
                                around.height() / 2 + 10);
    });
    showRun();
}

bool ClusterView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        m_canvas->setRoom(m_scroll->viewport()->size());
    return QWidget::eventFilter(watched, event);
}

void ClusterView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_canvas->setRoom(m_scroll->viewport()->size());
}

void ClusterView::showRun()
{
    m_run = m_document.run();
    m_canvas->setGhosts({}, {}, {});
    showInstant();
    showSelection();
    showHighlights();
}

void ClusterView::showInstant()
{
    if (m_run)
        m_canvas->setScene(makeScene(*m_run, m_document.playhead()));
    else if (m_document.isOpen() && m_document.active().isBroken())
        m_canvas->setScene({}, tr("The cluster is shown once what is wrong with it is mended."));
    else
        m_canvas->setScene({}, m_document.isOpen() ? tr("Computing…") : QString());
}

void ClusterView::showSelection()
{
    if (!m_run)
        return;
    const Selection& selection = m_document.selection();
    const Cluster& cluster = m_run->cluster();
    m_canvas->setSelection(cluster.nodeByName(nameOf(selection, Selection::Kind::Node)),
                           cluster.serviceByName(nameOf(selection, Selection::Kind::Service)));
}

void ClusterView::showHighlights()
{
    if (!m_run)
        return;
    std::vector<NodeIndex> nodes;
    std::vector<ServiceIndex> services;
    for (const QString& name : m_document.highlights()) {
        const NodeIndex node = m_run->cluster().nodeByName(name.toStdString());
        const ServiceIndex service = m_run->cluster().serviceByName(name.toStdString());
        if (node != noNode)
            nodes.push_back(node);
        if (service != noService)
            services.push_back(service);
    }
    m_canvas->setHighlights(nodes, services);
}

void ClusterView::choose(const Spot& spot)
{
    if (!m_run)
        return;
    const Cluster& cluster = m_run->cluster();
    if (spot.kind == Spot::Kind::Node)
        m_document.select(Selection::node(QString::fromStdString(cluster.node(spot.node).name)));
    else if (spot.kind == Spot::Kind::Chip)
        m_document.select(
            Selection::service(QString::fromStdString(cluster.service(spot.service).fullName)));
    else
        m_document.select(Selection());
}

QSizeF ClusterView::pictureSize() const
{
    return m_canvas->layoutNow().size;
}

void ClusterView::paintPicture(QPainter& painter) const
{
    const auto& scene = m_canvas->scene();
    if (!scene)
        return;
    // In pixels: a size in points would mean something else on each device.
    QFont font = m_canvas->font();
    font.setPixelSize(QFontInfo(font).pixelSize());
    ClusterPainter(LookBook(palette()), font)
        .paint(painter, *scene, m_canvas->layoutNow(), Emphasis(), {});
}

Diagnostics ClusterView::savePng(const QString& path) const
{
    QImage image(pictureSize().toSize() * pngScale, QImage::Format_ARGB32);
    image.setDevicePixelRatio(pngScale);
    image.fill(palette().color(QPalette::Base));
    QPainter painter(&image);
    paintPicture(painter);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return writeWholeFile(path, buffer.data());
}

Diagnostics ClusterView::saveSvg(const QString& path) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(tr("Cluster"));
    generator.setSize(pictureSize().toSize());
    generator.setViewBox(QRectF({}, pictureSize()));
    QPainter painter(&generator);
    paintPicture(painter);
    painter.end();
    return writeWholeFile(path, buffer.data());
}

Diagnostics ClusterView::savePdf(const QString& path) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(tr("Cluster"));
        writer.setPageSize(QPageSize(pictureSize(), QPageSize::Point));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(72); // so that one unit of the picture is a point
        QPainter painter(&writer);
        paintPicture(painter);
    }
    return writeWholeFile(path, buffer.data());
}

} // namespace rgsim::gui
