#include "plots/log_timeline.h"

#include "plots/lane_words.h"
#include "plots/timeline_canvas.h"
#include "plots/timeline_scroll_bar.h"

#include <QHBoxLayout>

#include <algorithm>

namespace rgsim::gui {

LogTimeline::LogTimeline(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_canvas(new TimelineCanvas(this))
{
    m_canvas->setAccessibleName(tr("Timelines of log and run"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_canvas, 1);
    row->addWidget(new TimelineScrollBar(*m_canvas, this));
    setFocusProxy(m_canvas);
    connectDocument();
    connectCanvas();
    readSelection();
}

void LogTimeline::connectDocument()
{
    connect(&m_document, &Document::playheadChanged, this, [this](SimTime at) {
        m_canvas->setPlayhead(at);
        describe();
    });
    connect(&m_document, &Document::selectionChanged, this, &LogTimeline::readSelection);
    connect(&m_document, &Document::spanChanged, this,
            [this] { m_canvas->setSpan(m_document.span()); });
    connect(&m_document, &Document::horizonChanged, this,
            [this] { m_canvas->setHorizon(m_document.horizon()); });
    m_canvas->setPlayhead(m_document.playhead());
    m_canvas->setSpan(m_document.span());
    m_canvas->setHorizon(m_document.horizon());
}

void LogTimeline::connectCanvas()
{
    connect(m_canvas, &TimelineCanvas::playheadWanted, &m_document, &Document::setPlayhead);
    connect(m_canvas, &TimelineCanvas::spanWanted, &m_document, &Document::setSpan);
    connect(m_canvas, &TimelineCanvas::laneWanted, this, &LogTimeline::wantLane);
    connect(m_canvas, &TimelineCanvas::markWanted, this, &LogTimeline::wantMark);
}

void LogTimeline::setResult(const RealLogResultPtr& result)
{
    if (result == m_result)
        return;
    const bool isNew = !m_result || !result || m_result->log != result->log;
    m_result = result;
    if (isNew) {
        m_canvas->fitAll();
        m_canvas->setChosen({}); // so that the chosen lane is brought into view
    }
    read();
}

void LogTimeline::setOnlyDifferences(bool isWanted)
{
    m_onlyDifferences = isWanted;
    read();
}

LaneFilter LogTimeline::filter() const
{
    LaneFilter filter;
    if (!m_onlyDifferences)
        return filter;
    filter.nodes.emplace();
    filter.services.emplace();
    for (const LinePair& pair : m_result->comparison().lines) {
        if (pair.isSame())
            continue;
        const LoggedLine& line = m_result->lineOf(pair);
        filter.nodes->insert(QString::fromStdString(line.node));
        filter.services->insert(QString::fromStdString(line.service));
    }
    return filter;
}

SceneBranch LogTimeline::logBranch(const LaneFilter& filter) const
{
    const NodeLogReplay& replay = *m_result->replay;
    const LogComparisonRange& range = replay.replay.range;
    SceneBranch branch;
    branch.lanes = std::make_shared<const TimelineLanes>(
        LaneSource{m_result, &replay.cluster, &replay.replay.logTimeline, &m_result->summary,
                   nullptr, false},
        TimelineLanes::Order::Services, filter);
    branch.caption = tr("The log, %1 to %2")
                         .arg(QString::fromStdString(clockText(range.from)),
                              QString::fromStdString(clockText(range.to)));
    branch.isActive = false;
    return branch;
}

SceneBranch LogTimeline::runBranch(const LaneFilter& filter) const
{
    SceneBranch branch;
    branch.lanes = std::make_shared<const TimelineLanes>(m_result->run,
                                                         TimelineLanes::Order::Services, filter);
    branch.caption = tr("The run");
    return branch;
}

void LogTimeline::read()
{
    if (!m_result || !m_result->replay) {
        m_canvas->setBranches({});
        return;
    }
    const LaneFilter shown = filter();
    m_canvas->setBranches({logBranch(shown), runBranch(shown)});
    const LogComparison& comparison = m_result->comparison();
    std::optional<SimTime> at;
    if (comparison.firstDifference)
        at = comparison.lines[*comparison.firstDifference].at;
    m_canvas->setDifference(
        at,
        at ? tr("First difference: %1").arg(QString::fromStdString(clockText(*at))) : QString());
    readSelection();
}

void LogTimeline::readSelection()
{
    const Selection& selection = m_document.selection();
    const bool hasLane =
        selection.kind == Selection::Kind::Node || selection.kind == Selection::Kind::Service;
    m_canvas->setChosen(hasLane ? selection.name : QString());
    describe();
}

// For those who do not see the picture: the chosen lane at the playhead, in both.
void LogTimeline::describe()
{
    QStringList texts;
    for (const SceneBranch& branch : m_canvas->scene().branches) {
        const int lane = std::max(0, branch.lanes->laneOf(m_canvas->scene().chosen));
        texts << branch.caption + QStringLiteral(": ") +
                     laneText(*branch.lanes, lane, m_document.playhead());
    }
    m_canvas->setAccessibleDescription(texts.join('\n'));
}

void LogTimeline::wantLane(int branch, int lane)
{
    const auto& lanes = m_canvas->scene().branches[static_cast<std::size_t>(branch)].lanes;
    const Lane what = lanes->lanes()[static_cast<std::size_t>(lane)];
    if (what.kind == Lane::Kind::Service)
        m_document.select(Selection::service(what.name));
    else if (what.kind != Lane::Kind::Events)
        m_document.select(Selection::node(what.name));
}

void LogTimeline::wantMark(int branch, std::uint32_t index)
{
    const auto& lanes = m_canvas->scene().branches[static_cast<std::size_t>(branch)].lanes;
    m_document.setPlayhead(lanes->timeline().marks[index].at);
}

} // namespace rgsim::gui
