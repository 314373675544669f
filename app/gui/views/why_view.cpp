#include "views/why_view.h"

#include "report/flip_text.h"
#include "views/when_visible.h"
#include "views/wrapping_delegate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QTreeView>

namespace rgsim::gui {

namespace {

constexpr int delayMs = 30;

QString clock(SimTime at)
{
    return QString::fromStdString(clockText(at));
}

// A link that followLink() understands.
QString timeLink(SimTime at)
{
    return QStringLiteral("<a href=\"t:%1\">%2</a>").arg(at.ms).arg(clock(at));
}

} // namespace

WhyView::WhyView(Document& document, Playback& playback, QWidget* parent)
    : QWidget(parent), m_document(document), m_playback(playback)
{
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("heading"));
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::RichText);
    m_heading->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                                       Qt::LinksAccessibleByKeyboard);
    m_heading->setFocusPolicy(Qt::TabFocus);
    m_heading->setAccessibleName(tr("Which decisions these are"));
    m_tree = new QTreeView(this);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeBar());
    layout->addWidget(m_heading);
    layout->addWidget(m_tree, 1);
    makeTree();
    m_update = new WhenVisible(
        this, [this] { recompute(); }, delayMs);
    wire();
    updateAbout();
    m_update->mark();
}

QWidget* WhyView::makeBar()
{
    auto* bar = new QWidget(this);
    QToolButton* previous = makeButton(Qt::LeftArrow, tr("Previous decision"));
    QToolButton* next = makeButton(Qt::RightArrow, tr("Next decision"));
    connect(previous, &QToolButton::clicked, this,
            [this] { m_playback.previousDecision(order().service); });
    connect(next, &QToolButton::clicked, this,
            [this] { m_playback.nextDecision(order().service); });
    m_about = new QLabel(bar);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_all = new QToolButton(bar);
    m_all->setText(tr("Show all"));
    m_all->setAccessibleName(tr("Show the decisions about everything"));
    connect(m_all, &QToolButton::clicked, this, [this] { m_document.select(Selection()); });
    m_wholeRun = new QToolButton(bar);
    m_wholeRun->setText(tr("Playhead"));
    m_wholeRun->setToolTip(tr("Forget the chosen stretch and follow the playhead again"));
    m_wholeRun->setAccessibleName(m_wholeRun->toolTip());
    connect(m_wholeRun, &QToolButton::clicked, this, [this] { m_document.setSpan({}); });
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_about, 1);
    layout->addWidget(m_all);
    layout->addWidget(m_wholeRun);
    return bar;
}

QToolButton* WhyView::makeButton(Qt::ArrowType arrow, const QString& name)
{
    auto* button = new QToolButton(this);
    button->setArrowType(arrow);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

void WhyView::makeTree()
{
    m_tree->setModel(&m_model);
    m_tree->setAccessibleName(tr("Decisions"));
    m_tree->setHeaderHidden(true);
    m_tree->setWordWrap(true);
    new WrappingDelegate(m_tree);
    m_tree->setTextElideMode(Qt::ElideNone);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    // Room for a node's name at the deepest level.
    m_tree->setMinimumWidth(fontMetrics().averageCharWidth() * 32);
    m_tree->setIndentation(fontMetrics().averageCharWidth() * 2);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* copyAction = new QAction(tr("&Copy"), m_tree);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &WhyView::copy);
    m_tree->addAction(copyAction);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_tree, &QTreeView::clicked, this, &WhyView::activate);
    connect(m_tree, &QTreeView::activated, this, &WhyView::activate);
}

void WhyView::wire()
{
    const auto mark = [this] { m_update->mark(); };
    connect(&m_document, &Document::playheadChanged, this, mark);
    connect(&m_document, &Document::runChanged, this, mark);
    connect(&m_document, &Document::branchesChanged, this, mark);
    connect(&m_document, &Document::reopened, this, mark);
    connect(&m_document, &Document::reopened, this, &WhyView::updateAbout);
    for (const auto signal : {&Document::spanChanged, &Document::selectionChanged}) {
        connect(&m_document, signal, this, &WhyView::updateAbout);
        connect(&m_document, signal, this, mark);
    }
    connect(m_heading, &QLabel::linkActivated, this, &WhyView::followLink);
    connect(&m_playback, &Playback::noDecisionFound, this,
            [this] { m_heading->setText(tr("There is no further decision in this direction.")); });
}

DecisionOrder WhyView::order() const
{
    DecisionOrder order;
    order.run = m_document.run();
    order.span = m_document.span().value_or(TimeSpan{m_document.playhead(), m_document.playhead()});
    const Selection& selection = m_document.selection();
    if (selection.kind == Selection::Kind::Service)
        order.service = selection.name;
    if (selection.kind == Selection::Kind::Node)
        order.node = selection.name;
    // What an edit has just removed, or only just added, is no filter for this run.
    if (order.run) {
        const Cluster& cluster = order.run->cluster();
        if (cluster.serviceByName(order.service.toStdString()) == noService)
            order.service.clear();
        if (cluster.nodeByName(order.node.toStdString()) == noNode)
            order.node.clear();
    }
    return order;
}

void WhyView::updateAbout()
{
    const DecisionOrder asked = order();
    const QString name = asked.service + asked.node;
    m_about->setText(name.isEmpty() ? QString() : tr("about %1").arg(name));
    m_about->setToolTip(m_about->text());
    m_all->setVisible(!name.isEmpty());
    m_wholeRun->setVisible(m_document.span().has_value());
}

bool WhyView::isBehind() const
{
    return m_update->isStale() || m_task.isBusy();
}

void WhyView::recompute()
{
    updateAbout();
    const DecisionOrder asked = order();
    if (!asked.run) {
        m_task.cancel();
        take(nullptr);
        return;
    }
    // Explanations of another run would mislead; those of another instant stay until the new ones
    // are there, which is a moment.
    if (m_model.sheet() && m_model.sheet()->order.run != asked.run)
        take(nullptr);
    m_task.start([this, asked](const LatestTask::GiveUp&) {
        const DecisionSheetPtr sheet = makeDecisionSheet(asked);
        return [this, sheet] { take(sheet); };
    });
}

void WhyView::take(const DecisionSheetPtr& sheet)
{
    bool wasReset = false;
    const auto connection =
        connect(&m_model, &QAbstractItemModel::modelReset, this, [&wasReset] { wasReset = true; });
    m_model.setSheet(sheet);
    disconnect(connection);
    m_heading->setText(sheet              ? headingOf(*sheet)
                       : m_document.run() ? QStringLiteral("…")
                                          : QString());
    if (wasReset)
        expandMostTelling();
}

QString WhyView::headingOf(const DecisionSheet& sheet) const
{
    const TimeSpan& span = sheet.order.span;
    const bool isInstant = span.from == span.to;
    const QString when = isInstant ? tr("at %1").arg(clock(span.from))
                                   : tr("from %1 to %2").arg(clock(span.from), clock(span.to));
    QString text;
    if (sheet.found.decisions.empty())
        text = tr("No decision %1, and none before.").arg(when);
    else if (!sheet.found.isWithinWindow)
        text = tr("No decision %1. The last ones before it, at %2:")
                   .arg(when, timeLink(sheet.found.decisions.front().at));
    else
        text = tr("Decisions %1:").arg(when);
    if (sheet.found.wasCut)
        text += ' ' + tr("Only the first %L1 are shown: choose a service or a shorter stretch.")
                          .arg(sheet.found.decisions.size());
    if (sheet.hidden > 0)
        text += ' ' + tr("Left out, because they do not concern %1: %L2.")
                          .arg(sheet.order.node.toHtmlEscaped())
                          .arg(sheet.hidden);
    return text;
}

QString WhyView::heading() const
{
    return QTextDocumentFragment::fromHtml(m_heading->text()).toPlainText();
}

void WhyView::followLink(const QString& link)
{
    bool isNumber = false;
    const qint64 ms = link.section(':', 1).toLongLong(&isNumber);
    if (isNumber)
        m_document.setPlayhead(SimTime{ms});
}

// Few decisions: all of those where nodes were compared. Many: whoever looks chooses.
void WhyView::expandMostTelling()
{
    constexpr int few = 12;
    constexpr int fewServices = 50;
    const int groups = m_model.rowCount();
    const bool areFew = m_model.decisionCount() <= few;
    for (int i = 0; i < groups && i < fewServices; ++i) {
        const QModelIndex group = m_model.index(i, 0);
        m_tree->expand(group);
        for (int k = 0; areFew && k < m_model.rowCount(group); ++k) {
            const QModelIndex decision = m_model.index(k, 0, group);
            const QVariant first = m_model.index(0, 0, decision).data(DecisionModel::KindRole);
            if (first.toInt() == static_cast<int>(DecisionModel::Kind::Candidate))
                m_tree->expand(decision);
        }
    }
}

void WhyView::activate(const QModelIndex& index)
{
    if (const std::optional<Selection> thing = DecisionModel::linkOf(index))
        m_document.select(*thing);
    else if (index.data(DecisionModel::IsOpenRole).toBool())
        searchFlip(index);
}

// One at a time: a newer wish gives up the one before, which may be asked for again.
void WhyView::searchFlip(const QModelIndex& index)
{
    if (m_flipTask.isBusy() && m_flipRow.isValid())
        m_model.setFlip(m_flipRow, {});
    m_flipRow = index;
    m_model.setFlip(index, QStringLiteral("…"));
    const RunPtr run = m_model.sheet()->order.run;
    const Decision decision = *m_model.decisionOf(index);
    m_flipTask.start([this, run, decision](const LatestTask::GiveUp&) {
        const QString text =
            QString::fromStdString(flipText(run->cluster(), rgsim::searchFlip(run->run, decision)));
        return [this, text] {
            if (m_flipRow.isValid())
                m_model.setFlip(m_flipRow, text);
        };
    });
}

void WhyView::copy()
{
    QStringList lines;
    for (const QModelIndex& index : m_tree->selectionModel()->selectedIndexes())
        lines << index.data().toString();
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join('\n') + '\n');
}

} // namespace rgsim::gui
