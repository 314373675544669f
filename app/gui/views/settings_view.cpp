#include "views/settings_view.h"

#include "base/duration_text.h"
#include "report/run_report.h"
#include "simulation/scenario.h"
#include "views/draft_field.h"
#include "views/draft_text.h"

#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace rgsim::gui {

namespace {

constexpr int mostNamed = 4;
constexpr quint64 largestSafe = quint64{1} << 53; // of numbers in JSON

// A whole number as the reader wants it; anything else stays as it was typed, to be told about.
QJsonValue wholeNumber(const QJsonValue& typed)
{
    if (!typed.isString())
        return typed;
    bool isWhole = false;
    const quint64 number = typed.toString().trimmed().toULongLong(&isWhole);
    if (!isWhole)
        return typed;
    if (number > largestSafe)
        return QString::number(number);
    return static_cast<qint64>(number);
}

void applyWholeNumber(ScenarioDraft& draft, const QString& path, const QJsonValue& typed)
{
    draft.set(path, wholeNumber(typed));
}

QString textOf(SimDuration duration)
{
    return QString::fromStdString(formatDuration(duration));
}

QString textOf(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? SettingsView::tr("yes") : SettingsView::tr("no");
    return value.toVariant().toString();
}

QLabel* makeNote(const QString& text, QWidget* parent)
{
    auto* note = new QLabel(text, parent);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    return note;
}

} // namespace

SettingsView::SettingsView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_page(new QWidget(this))
{
    setAccessibleName(tr("Run"));
    auto* groups = new QVBoxLayout(m_page);
    addScenarioGroup();
    addChanceGroup();
    addTimesGroup();
    addVotesGroup();
    groups->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setWidget(m_page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Settings of the run"));
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    connect(&document, &Document::draftChanged, this, &SettingsView::refresh);
    connect(&document, &Document::branchesChanged, this, &SettingsView::refresh);
    connect(&document, &Document::reopened, this, &SettingsView::refresh);
    refresh();
}

QFormLayout* SettingsView::addGroup(const QString& title)
{
    auto* group = new QGroupBox(title, m_page);
    auto* form = new QFormLayout(group);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_page->layout()->addWidget(group);
    return form;
}

DraftField* SettingsView::addField(QFormLayout* form, DraftField* field, const QString& path)
{
    field->setObjectName(path);
    field->bind(path, tr("the run"));
    if (form)
        field->addTo(form);
    return field;
}

DraftField* SettingsView::field(const QString& path) const
{
    return findChild<DraftField*>(path);
}

void SettingsView::addScenarioGroup()
{
    QFormLayout* form = addGroup(tr("Scenario"));
    addField(form, DraftField::makeLine(m_document, tr("title"), m_page), "title");
    auto* about =
        new DraftText(m_document, "about", tr("Change what the scenario is about"), m_page);
    about->setObjectName("about");
    about->setAccessibleName(tr("About"));
    about->setToolTip(tr("What the scenario is about, and what to look at"));
    auto* label = new QLabel(tr("About"), m_page);
    label->setBuddy(about);
    form->addRow(label, about);
}

void SettingsView::addChanceGroup()
{
    QFormLayout* form = addGroup(tr("Time and chance"));
    DraftField* until = DraftField::makeDuration(m_document, tr("end"), m_page);
    until->setFallback(textOf(Scenario().until - SimTime()));
    until->setDescription(tr("The run ends here; what happens at this instant still happens"));
    addField(form, until, "until");
    DraftField* seed = DraftField::makeLine(m_document, tr("seed"), m_page);
    seed->setFallback(static_cast<qint64>(Scenario().seed));
    seed->setApply(applyWholeNumber);
    seed->setDescription(tr("Everything random follows from it: the same seed, the same run"));
    addField(nullptr, seed, "seed");
    m_nextSeed = new QToolButton(m_page);
    m_nextSeed->setText(tr("Next"));
    m_nextSeed->setToolTip(tr("Throw the dice again: take the next seed"));
    m_nextSeed->setAccessibleName(tr("Next seed"));
    connect(m_nextSeed, &QToolButton::clicked, this, &SettingsView::takeNextSeed);
    auto* row = new QHBoxLayout;
    row->addWidget(seed, 1);
    row->addWidget(m_nextSeed, 0, Qt::AlignTop);
    form->addRow(seed->label(), row);
    seed->label()->show();
    DraftField* arbitration = DraftField::makeCombo(
        m_document, tr("who goes first"),
        {{tr("lowest node"), "lowest-node-first",
          tr("Of nodes that could act at the same time, the lowest id does.")},
         {tr("highest node"), "highest-node-first",
          tr("Of nodes that could act at the same time, the highest id does.")},
         {tr("shuffled"), "shuffled",
          tr("Nodes that could act at the same time do so in an order drawn from the seed.")}},
        m_page);
    arbitration->setFallback(wordOf(Scenario().arbitration));
    addField(form, arbitration, "arbitration");
}

void SettingsView::addTimesGroup()
{
    QFormLayout* form = addGroup(tr("How long things take"));
    DraftField* token = DraftField::makeDuration(m_document, tr("token timeout"), m_page);
    token->setFallback(textOf(Cluster().tokenTimeout));
    token->setDescription(tr("From a node's failure to its detection"));
    addField(form, token, "times.token_timeout");
    DraftField* poll = DraftField::makeDuration(m_document, tr("scan for due checks"), m_page);
    poll->setFallback(textOf(Cluster().statusPollInterval));
    poll->setDescription(tr("Between a node's scans for due status checks; a second or longer"));
    addField(form, poll, "times.status_poll_interval");
    addSpreadTime(form, GeneralTime::Boot, tr("boot"),
                  tr("From power-on to membership; a listed boot is the moment of joining itself"));
    addSpreadTime(form, GeneralTime::Fencing, tr("fencing"), tr("From detection to fenced"));
    DraftField* rejoins = DraftField::makeCheck(m_document, tr("fenced nodes boot again"), m_page);
    rejoins->setDescription(tr("Fencing power-cycles a node, and it boots again by itself"));
    addField(form, rejoins, generalPath(GeneralTime::Rejoins));
    addSpread(form, GeneralTime::Rejoins, tr("fenced nodes boot again"));
    addSpreadTime(form, GeneralTime::Start, tr("start of a script"),
                  tr("How long each script and other resource takes to start"));
    addSpreadTime(form, GeneralTime::Stop, tr("stop of a script"),
                  tr("How long each takes to stop, and a virtual machine to migrate"));
    addSpreadTime(form, GeneralTime::Status, tr("check of a script"),
                  tr("How long each status check takes"));
}

void SettingsView::addVotesGroup()
{
    QFormLayout* form = addGroup(tr("Cluster"));
    DraftField* votes = DraftField::makeLine(m_document, tr("expected votes"), m_page);
    votes->setApply(applyWholeNumber);
    votes->setFallback(tr("sum of the nodes' votes"));
    votes->setDescription(tr("cman's expected_votes; more than half of them are a quorum"));
    addField(form, votes, "cluster.expected_votes");
    DraftField* twoNode = DraftField::makeCheck(m_document, tr("two-node mode"), m_page);
    twoNode->setDescription(tr("cman's two_node: one node of two is a quorum by itself"));
    addField(form, twoNode, "cluster.two_node");
    DraftField* central = DraftField::makeCheck(m_document, tr("central processing"), m_page);
    central->setDescription(tr("Is kept and written, but not simulated yet"));
    addField(form, central, "cluster.central_processing");
    form->addRow(
        makeNote(tr("Central processing is not simulated yet: the run is distributed."), m_page));
}

void SettingsView::addSpreadTime(QFormLayout* form, GeneralTime time, const QString& term,
                                 const QString& description)
{
    DraftField* field = DraftField::makeDuration(m_document, term, m_page);
    field->setFallback(textOf(SimDuration()));
    field->setDescription(description);
    addField(form, field, generalPath(time));
    addSpread(form, time, term);
}

void SettingsView::addSpread(QFormLayout* form, GeneralTime time, const QString& term)
{
    Spread spread;
    spread.row = new QWidget(m_page);
    spread.label = makeNote({}, spread.row);
    spread.button = new QPushButton(tr("Same for all"), spread.row);
    spread.button->setAccessibleName(tr("%1: same for all").arg(term));
    auto* layout = new QVBoxLayout(spread.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(spread.label);
    layout->addWidget(spread.button, 0, Qt::AlignLeft);
    form->addRow(spread.row);
    connect(spread.button, &QPushButton::clicked, this, [this, time, term] {
        m_document.edit(tr("Set %1 to the same for all").arg(term),
                        [time](ScenarioDraft& draft) { setForAll(draft, time); });
    });
    m_spreads.emplace(time, spread);
}

void SettingsView::takeNextSeed()
{
    const QJsonValue given = m_document.draft().value("seed");
    const quint64 seed = given.isUndefined() ? Scenario().seed : given.toVariant().toULongLong();
    const quint64 next = seed + 1; // after the largest comes 0
    m_document.edit(tr("Take seed %1").arg(next), [next](ScenarioDraft& draft) {
        draft.set("seed", wholeNumber(QString::number(next)));
    });
}

void SettingsView::refresh()
{
    m_page->setEnabled(m_document.isOpen());
    for (const auto& [time, spread] : m_spreads)
        refreshSpread(time);
}

void SettingsView::refreshSpread(GeneralTime time)
{
    const Spread& spread = m_spreads.at(time);
    const QVector<OwnTime> own = ownTimes(m_document.draft(), time);
    spread.row->setVisible(!own.isEmpty());
    if (own.isEmpty()) {
        spread.label->clear();
        return;
    }
    QStringList names;
    for (const OwnTime& one : own.mid(0, mostNamed))
        names << QStringLiteral("%1 %2").arg(one.owner, textOf(one.value));
    if (const int more = static_cast<int>(own.size()) - mostNamed; more > 0)
        names << tr("and %n more", nullptr, more);
    spread.label->setText(tr("Of their own: %1. The field counts for all others.")
                              .arg(names.join(QStringLiteral(", "))));
}

} // namespace rgsim::gui
