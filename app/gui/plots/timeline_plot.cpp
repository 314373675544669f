#include "plots/timeline_plot.h"

#include "analysis/first_difference.h"
#include "plots/lane_words.h"
#include "plots/timeline_canvas.h"
#include "plots/timeline_legend.h"
#include "plots/timeline_scroll_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace rgsim::gui {

namespace {

constexpr int manyServices = 16; ///< from here on, those without news are hidden at first
constexpr double zoomStep = 0.7;

constexpr std::array bothBranches{BranchId::Main, BranchId::Fork};

} // namespace

TimelinePlot::TimelinePlot(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_canvas(new TimelineCanvas(this)),
      m_toolBar(new QToolBar(this)), m_note(new QLabel(this)), m_legend(new TimelineLegend(this)),
      m_legendArea(new QScrollArea(this))
{
    setObjectName(QStringLiteral("timelinePlot"));
    makeToolBar();
    m_canvas->setAccessibleName(tr("Timeline"));
    m_note->setObjectName(QStringLiteral("timelineNote"));
    m_note->setWordWrap(true);
    m_note->setMargin(fontMetrics().height() / 4);
    m_legendArea->setWidget(m_legend);
    m_legendArea->setWidgetResizable(true);
    m_legendArea->setFrameShape(QFrame::NoFrame);
    m_legendArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_legendArea->setAccessibleName(m_legend->accessibleName());
    m_legendArea->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_toolBar);
    layout->addWidget(m_note);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_canvas, 1);
    row->addWidget(new TimelineScrollBar(*m_canvas, this));
    layout->addLayout(row, 1);
    layout->addWidget(m_legendArea);
    setFocusProxy(m_canvas);
    connectDocument();
    connectCanvas();
    reopen();
}

TimelinePlot::~TimelinePlot() = default;

QAction* TimelinePlot::addButton(const QString& name, const QString& text, const QString& tip)
{
    QAction* action = m_toolBar->addAction(text);
    action->setObjectName(name);
    action->setToolTip(tip);
    m_toolBar->widgetForAction(action)->setAccessibleName(tip);
    m_toolBar->widgetForAction(action)->setFocusPolicy(Qt::TabFocus);
    return action;
}

void TimelinePlot::makeToolBar()
{
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_byService = addButton(QStringLiteral("byService"), tr("Services"), tr("Lanes are services"));
    m_byNode = addButton(QStringLiteral("byNode"), tr("Nodes"), tr("Lanes are nodes"));
    auto* group = new QActionGroup(this);
    for (QAction* action : {m_byService, m_byNode}) {
        action->setCheckable(true);
        group->addAction(action);
    }
    m_byService->setChecked(true);
    connect(group, &QActionGroup::triggered, this, [this] { readRuns(); });
    m_toolBar->addSeparator();
    m_onlyNews = addButton(QStringLiteral("onlyNews"), tr("Only news"),
                           tr("Only services to which something happened"));
    m_onlyNews->setCheckable(true);
    m_onlySelected = addButton(QStringLiteral("onlySelected"), tr("Only selected"),
                               tr("Only what has to do with the selected node, service or domain"));
    m_onlySelected->setCheckable(true);
    for (const QAction* action : {m_onlyNews, m_onlySelected})
        connect(action, &QAction::triggered, this, [this] { readRuns(); });
    m_toolBar->addSeparator();
    connect(addButton(QStringLiteral("fit"), tr("Fit"), tr("Show the whole run (0)")),
            &QAction::triggered, m_canvas, &TimelineCanvas::fitAll);
    connect(addButton(QStringLiteral("zoomIn"), QStringLiteral("+"), tr("Zoom in (+)")),
            &QAction::triggered, this, [this] { m_canvas->zoomAtPlayhead(zoomStep); });
    connect(addButton(QStringLiteral("zoomOut"), QStringLiteral("−"), tr("Zoom out (-)")),
            &QAction::triggered, this, [this] { m_canvas->zoomAtPlayhead(1 / zoomStep); });
    m_toolBar->addSeparator();
    QAction* legend = addButton(QStringLiteral("legend"), tr("Legend"),
                                tr("What colours, patterns and signs mean"));
    legend->setCheckable(true);
    connect(legend, &QAction::toggled, this, [this](bool isWanted) {
        m_legendArea->setVisible(isWanted);
        fitLegend();
    });
}

void TimelinePlot::fitLegend()
{
    const int wanted = m_legend->heightForWidth(width());
    m_legend->setMinimumHeight(wanted);
    m_legendArea->setFixedHeight(std::min(wanted, height() * 2 / 5));
}

void TimelinePlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitLegend();
}

void TimelinePlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitLegend();
}

void TimelinePlot::connectDocument()
{
    connect(&m_document, &Document::reopened, this, &TimelinePlot::reopen);
    connect(&m_document, &Document::runChanged, this, &TimelinePlot::readRuns);
    connect(&m_document, &Document::branchesChanged, this, &TimelinePlot::readRuns);
    connect(&m_document, &Document::draftChanged, this, &TimelinePlot::updateNotes);
    connect(&m_document, &Document::playheadChanged, this, [this](SimTime at) {
        m_canvas->setPlayhead(at);
        describe();
    });
    connect(&m_document, &Document::selectionChanged, this, &TimelinePlot::readSelection);
    connect(&m_document, &Document::spanChanged, this,
            [this] { m_canvas->setSpan(m_document.span()); });
    connect(&m_document, &Document::highlightsChanged, this,
            [this] { m_canvas->setHighlights(m_document.highlights()); });
    connect(&m_document, &Document::horizonChanged, this,
            [this] { m_canvas->setHorizon(m_document.horizon()); });
}

void TimelinePlot::connectCanvas()
{
    connect(m_canvas, &TimelineCanvas::playheadWanted, &m_document, &Document::setPlayhead);
    connect(m_canvas, &TimelineCanvas::spanWanted, &m_document, &Document::setSpan);
    connect(m_canvas, &TimelineCanvas::laneWanted, this, &TimelinePlot::wantLane);
    connect(m_canvas, &TimelineCanvas::markWanted, this, &TimelinePlot::wantMark);
}

TimelineLanes::Order TimelinePlot::order() const
{
    return isByNode() ? TimelineLanes::Order::Nodes : TimelineLanes::Order::Services;
}

bool TimelinePlot::isByNode() const
{
    return m_byNode->isChecked();
}

void TimelinePlot::setByNode(bool isWanted)
{
    (isWanted ? m_byNode : m_byService)->setChecked(true);
    readRuns();
}

bool TimelinePlot::showsOnlyNews() const
{
    return m_onlyNews->isChecked();
}

void TimelinePlot::setOnlyNews(bool isWanted)
{
    m_onlyNews->setChecked(isWanted);
    readRuns();
}

void TimelinePlot::reopen()
{
    m_isNew = true;
    m_canvas->setScroll(0);
    m_canvas->fitAll();
    m_canvas->setPlayhead(m_document.playhead());
    m_canvas->setSpan(m_document.span());
    m_canvas->setHighlights(m_document.highlights());
    m_canvas->setHorizon(m_document.horizon());
    readRuns();
    readSelection();
}

QString TimelinePlot::captionOf(BranchId id) const
{
    if (!m_document.hasFork())
        return {};
    const QString clock = QString::fromStdString(clockText(m_document.forkedAt()));
    const QString name = id == BranchId::Main ? tr("Main") : tr("Fork at %1").arg(clock);
    return m_document.activeBranch() == id ? tr("%1 (active)").arg(name) : name;
}

bool TimelinePlot::showsOnlySelected() const
{
    return m_onlySelected->isChecked();
}

void TimelinePlot::setOnlySelected(bool isWanted)
{
    m_onlySelected->setChecked(isWanted);
    readRuns();
}

// A large cluster begins with what is worth a look.
LaneFilter TimelinePlot::readFilter()
{
    if (m_isNew && m_document.run()) {
        m_isNew = false;
        m_onlyNews->setChecked(m_document.run()->cluster().serviceCount() > manyServices);
    }
    std::vector<RunPtr> runs;
    for (const BranchId id : bothBranches) {
        if (m_document.branch(id).run)
            runs.push_back(m_document.branch(id).run);
    }
    std::optional<Selection> only;
    if (showsOnlySelected())
        only = m_document.selection();
    return makeLaneFilter(runs, showsOnlyNews(), only);
}

SceneBranch TimelinePlot::readBranch(BranchId id, const LaneFilter& filter) const
{
    SceneBranch branch;
    if (const RunPtr& run = m_document.branch(id).run)
        branch.lanes = std::make_shared<const TimelineLanes>(run, order(), filter);
    branch.caption = captionOf(id);
    branch.isActive = m_document.activeBranch() == id;
    if (m_document.hasFork())
        branch.sharedUntil = m_document.forkedAt();
    return branch;
}

void TimelinePlot::readRuns()
{
    const LaneFilter filter = readFilter();
    std::vector<SceneBranch> branches{readBranch(BranchId::Main, filter)};
    if (m_document.hasFork())
        branches.push_back(readBranch(BranchId::Fork, filter));
    m_canvas->setBranches(std::move(branches));
    m_legend->setOrder(order());
    fitLegend();
    searchDifference();
    updateNotes();
    describe();
}

// On another thread, as logs may be long, and once for two runs.
void TimelinePlot::searchDifference()
{
    const RunPtr main = m_document.branch(BranchId::Main).run;
    const RunPtr fork = m_document.hasFork() ? m_document.branch(BranchId::Fork).run : RunPtr();
    if (main == m_searched[0] && fork == m_searched[1])
        return;
    m_searched = {main, fork};
    m_search.cancel();
    m_canvas->setDifference(std::nullopt, {});
    if (!main || !fork || main == fork)
        return;
    m_search.start([this, main, fork](const LatestTask::GiveUp&) -> LatestTask::Deliver {
        const std::optional<FirstDifference> found =
            firstDifference({main->scenario(), main->rows()}, {fork->scenario(), fork->rows()});
        if (!found)
            return {};
        return [this, at = found->at] {
            m_canvas->setDifference(
                at, tr("First difference: %1").arg(QString::fromStdString(clockText(at))));
        };
    });
}

void TimelinePlot::readSelection()
{
    const Selection& selection = m_document.selection();
    const bool hasLane =
        selection.kind == Selection::Kind::Node || selection.kind == Selection::Kind::Service;
    m_canvas->setChosen(hasLane ? selection.name : QString());
    if (showsOnlySelected())
        readRuns();
    describe();
}

void TimelinePlot::updateNotes()
{
    QStringList notes;
    if (m_document.active().isBroken() && m_document.run())
        notes.append(tr("The draft has errors; this shows the last layout without errors."));
    m_note->setText(notes.join(QLatin1Char(' ')));
    m_note->setVisible(!notes.isEmpty());
    const TimelineArea* area = m_canvas->activeArea();
    const int hidden = area && area->branch().lanes ? area->branch().lanes->hiddenCount() : 0;
    const auto withCount = [hidden](const QString& name, bool hides) {
        return hides && hidden > 0 ? tr("%1 (%n hidden)", nullptr, hidden).arg(name) : name;
    };
    m_onlySelected->setText(withCount(tr("Only selected"), showsOnlySelected()));
    m_onlyNews->setText(withCount(tr("Only news"), showsOnlyNews() && !showsOnlySelected()));
}

// For those who do not see the picture: the chosen lane at the playhead.
void TimelinePlot::describe()
{
    const TimelineArea* area = m_canvas->activeArea();
    if (!area || !area->branch().lanes) {
        m_canvas->setAccessibleDescription(tr("There is no run to show."));
        return;
    }
    const int lane = std::max(0, m_canvas->chosenLane());
    m_canvas->setAccessibleDescription(
        laneText(*area->branch().lanes, lane, m_document.playhead()));
}

void TimelinePlot::wantLane(int branch, int lane)
{
    m_document.setActiveBranch(static_cast<BranchId>(branch));
    const auto& lanes = m_canvas->scene().branches[static_cast<std::size_t>(branch)].lanes;
    const Lane what = lanes->lanes()[static_cast<std::size_t>(lane)];
    if (what.kind == Lane::Kind::Service)
        m_document.select(Selection::service(what.name));
    else if (what.kind != Lane::Kind::Events)
        m_document.select(Selection::node(what.name));
}

void TimelinePlot::wantMark(int branch, std::uint32_t index)
{
    const auto lanes = m_canvas->scene().branches[static_cast<std::size_t>(branch)].lanes;
    const Mark& mark = lanes->timeline().marks[index];
    m_document.setActiveBranch(static_cast<BranchId>(branch));
    if (mark.service != noService)
        m_document.select(Selection::service(
            QString::fromStdString(lanes->cluster().service(mark.service).fullName)));
    else if (mark.node != noNode)
        m_document.select(
            Selection::node(QString::fromStdString(lanes->cluster().node(mark.node).name)));
    m_document.setPlayhead(mark.at);
    m_document.setSpan(TimeSpan{mark.at, mark.at});
}

} // namespace rgsim::gui
