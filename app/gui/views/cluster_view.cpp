#include "views/cluster_view.h"

#include "session/prediction_words.h"
#include "session/state_words.h"
#include "session/whole_file.h"
#include "views/act_line.h"

#include <QActionGroup>
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
    : QWidget(parent), m_document(document), m_stage(document), m_canvas(new ClusterCanvas),
      m_scroll(new QScrollArea(this))
{
    m_scroll->setWidget(m_canvas);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->installEventFilter(this);
    m_line = new ActLine(m_stage, this); // the last on the way of the Tab key
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_line);
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
    connect(m_canvas, &ClusterCanvas::menuWanted, this, &ClusterView::openMenu);
    connect(m_canvas, &ClusterCanvas::draggedOver, this,
            [this](ServiceIndex service, NodeIndex node, bool withControl) {
                if (const auto act = dropAct(service, node, withControl))
                    m_stage.consider(contextOf(m_document, via()), *act);
                else
                    m_stage.clear();
            });
    connect(m_canvas, &ClusterCanvas::dropped, this,
            [this](ServiceIndex service, NodeIndex node, bool withControl) {
                const auto act = dropAct(service, node, withControl);
                if (act && act->isEnabled())
                    m_stage.carryOut(*act);
            });
    connect(&m_stage, &ActStage::changed, this, &ClusterView::showStage);
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

NodeIndex ClusterView::via() const
{
    const auto& scenario = m_document.active().scenario;
    return scenario ? scenario->cluster.nodeByName(m_via.toStdString()) : noNode;
}

// With Ctrl machines are migrated; other services cannot be.
std::optional<Act> ClusterView::dropAct(ServiceIndex service, NodeIndex node,
                                        bool withControl) const
{
    const ActContext context = contextOf(m_document, via());
    if (node == noNode || !context.run || context.run != m_run)
        return std::nullopt;
    const bool isMachine = context.cluster().service(service).type == "vm";
    return moveAct(context, service, node, isMachine && withControl);
}

void ClusterView::openMenu(const Spot& spot, const QPoint& globalPosition)
{
    const ActContext context = contextOf(m_document, via());
    // What is shown may be older than the scenario: then its indices mean something else.
    if ((m_menu && m_menu->isVisible()) || !m_run || context.run != m_run)
        return;
    delete m_menu;
    m_menu = new ActMenu(m_stage, context, this);
    if (spot.kind == Spot::Kind::Chip)
        fillServiceMenu(*m_menu, context, spot);
    else if (spot.kind == Spot::Kind::Node)
        m_menu->addActs(actsOnNode(context, spot.node));
    else
        m_menu->addActs(actsOnCluster(context));
    m_menu->popup(globalPosition);
}

void ClusterView::fillServiceMenu(ActMenu& menu, const ActContext& context, const Spot& spot)
{
    menu.addActs(actsOnService(context, spot.service));
    addViaMenu(menu);
    menu.addSeparator();
    const Cluster& cluster = context.cluster();
    for (const ResourceIndex resource : resourcesOf(cluster.service(spot.service))) {
        const QString name = QString::fromStdString(cluster.resource(resource).fullName());
        menu.addLater(name, [context, resource, node = spot.node] {
            return actsOnResource(context, resource, node);
        });
    }
}

void ClusterView::addViaMenu(QMenu& menu)
{
    QMenu* places = menu.addMenu(tr("Type requests on"));
    auto* group = new QActionGroup(places);
    const auto add = [&](const QString& text, const QString& node) {
        QAction* action = places->addAction(text, this, [this, node] { m_via = node; });
        action->setCheckable(true);
        action->setChecked(node == m_via);
        group->addAction(action);
    };
    add(tr("the service's node"), {});
    const Cluster& cluster = m_run->cluster();
    const QStringList names = shortNodeNameList(cluster);
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node)
        add(names[node], QString::fromStdString(cluster.node(node).name));
}

void ClusterView::showStage()
{
    std::vector<Ghost> ghosts;
    std::vector<Spot> leaving;
    std::vector<int> crossed;
    const PredictionPtr& prediction = m_stage.prediction();
    if (prediction && m_stage.context().run == m_run) {
        for (const PredictedMove& move : movesOf(m_run->cluster(), *prediction)) {
            ghosts.push_back({move.service, move.to, move.text, move.isPhantom});
            if (move.from != move.to)
                leaving.push_back({Spot::Kind::Chip, move.from, move.service});
        }
        for (const NodeIndex node : downOf(*prediction))
            crossed.push_back(node);
    }
    m_canvas->setGhosts(std::move(ghosts), leaving, std::move(crossed));
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

QByteArray ClusterView::png() const
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
    return buffer.data();
}

Diagnostics ClusterView::savePng(const QString& path) const
{
    return writeWholeFile(path, png());
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
