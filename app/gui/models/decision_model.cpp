#include "models/decision_model.h"

#include "analysis/flip_search.h"
#include "cluster/thing_at_line.h"

#include <QFont>

#include <algorithm>

namespace rgsim::gui {

namespace {

static_assert(sizeof(quintptr) == 8, "ids of rows hold two numbers");
constexpr int groupBits = 32;

quintptr idOf(int group, int entry)
{
    return static_cast<quintptr>(group + 1) | static_cast<quintptr>(entry + 1) << groupBits;
}

QString qText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isAlike(const Decision& a, const Decision& b)
{
    return a.at == b.at && a.kind == b.kind && a.reason == b.reason && a.by == b.by &&
           a.service == b.service && a.other == b.other && a.code == b.code && a.line == b.line &&
           a.candidates.size() == b.candidates.size() && a.detail == b.detail;
}

} // namespace

void DecisionModel::setSheet(const DecisionSheetPtr& sheet)
{
    if (isSame(sheet)) {
        m_sheet = sheet;
        return;
    }
    beginResetModel();
    m_sheet = sheet;
    m_flips.clear();
    endResetModel();
}

bool DecisionModel::isSame(const DecisionSheetPtr& other) const
{
    if (!m_sheet || !other || m_sheet->order.run != other->order.run ||
        m_sheet->order.node != other->order.node)
        return m_sheet == other;
    const std::vector<Decision>& before = m_sheet->found.decisions;
    const std::vector<Decision>& after = other->found.decisions;
    return std::equal(before.begin(), before.end(), after.begin(), after.end(), isAlike);
}

int DecisionModel::decisionCount() const
{
    int count = 0;
    if (m_sheet) {
        for (const DecisionSheet::Group& group : m_sheet->groups)
            count += static_cast<int>(group.entries.size());
    }
    return count;
}

// An id holds the parents: nothing for a service, the service for a decision, both for a detail.
DecisionModel::Position DecisionModel::positionOf(const QModelIndex& index)
{
    if (!index.isValid())
        return {};
    const int group = static_cast<int>(index.internalId() & 0xffffffffU) - 1;
    const int entry = static_cast<int>(index.internalId() >> groupBits) - 1;
    if (group < 0)
        return {index.row(), -1, -1};
    if (entry < 0)
        return {group, index.row(), -1};
    return {group, entry, index.row()};
}

const WhyEntry& DecisionModel::entryAt(const Position& position) const
{
    return m_sheet->groups[static_cast<std::size_t>(position.group)]
        .entries[static_cast<std::size_t>(position.entry)];
}

QModelIndex DecisionModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Position above = positionOf(parent);
    return createIndex(row, column, idOf(above.group, above.entry));
}

QModelIndex DecisionModel::parent(const QModelIndex& child) const
{
    const Position position = positionOf(child);
    if (position.detail >= 0)
        return createIndex(position.entry, 0, idOf(position.group, -1));
    if (position.entry >= 0)
        return createIndex(position.group, 0, idOf(-1, -1));
    return {};
}

int DecisionModel::rowCount(const QModelIndex& parent) const
{
    if (!m_sheet || parent.column() > 0)
        return 0;
    const Position above = positionOf(parent);
    if (above.detail >= 0)
        return 0;
    if (above.entry >= 0)
        return detailCount(entryAt(above));
    if (above.group >= 0)
        return static_cast<int>(
            m_sheet->groups[static_cast<std::size_t>(above.group)].entries.size());
    return static_cast<int>(m_sheet->groups.size());
}

int DecisionModel::columnCount(const QModelIndex&) const
{
    return 1;
}

// A line of a text that nobody has seen says nothing; the thing in it does.
bool DecisionModel::hasPlace(const WhyEntry& entry) const
{
    const int line = entry.decision->line;
    return line > 0 &&
           (m_sheet->order.run->isSourceConf || thingAtLine(m_sheet->cluster(), line).has_value());
}

int DecisionModel::detailCount(const WhyEntry& entry) const
{
    constexpr int always = 2; // rule and function
    return static_cast<int>(entry.decision->candidates.size()) + always +
           (hasPlace(entry) ? 1 : 0) + (isSearchable(entry.decision->kind) ? 1 : 0);
}

DecisionModel::Kind DecisionModel::kindOf(const Position& position) const
{
    if (position.entry < 0)
        return Kind::Service;
    if (position.detail < 0)
        return Kind::Decision;
    const WhyEntry& entry = entryAt(position);
    const int behind = position.detail - static_cast<int>(entry.decision->candidates.size());
    if (behind < 0)
        return Kind::Candidate;
    if (behind == 0)
        return Kind::Rule;
    if (hasPlace(entry) && behind == 1)
        return Kind::Place;
    return behind == (hasPlace(entry) ? 2 : 1) ? Kind::Function : Kind::Flip;
}

const Decision* DecisionModel::decisionOf(const QModelIndex& index) const
{
    const Position position = positionOf(index);
    return position.entry < 0 ? nullptr : entryAt(position).decision;
}

void DecisionModel::setFlip(const QModelIndex& index, const QString& text)
{
    m_flips.insert(index.internalId(), text);
    emit dataChanged(index, index);
}

QVariant DecisionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Position position = positionOf(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(position);
    case Qt::FontRole: {
        QFont font;
        font.setBold(kindOf(position) == Kind::Service || data(index, ChosenRole).toBool());
        font.setUnderline(thingOf(position).has_value() || data(index, IsOpenRole).toBool());
        return font;
    }
    case KindRole:
        return static_cast<int>(kindOf(position));
    case LinkRole: {
        const std::optional<Selection> thing = thingOf(position);
        return thing ? QVariant::fromValue(*thing) : QVariant();
    }
    case IsOpenRole:
        return kindOf(position) == Kind::Flip && m_flips.value(index.internalId()).isEmpty();
    case ChosenRole:
        return kindOf(position) == Kind::Candidate &&
               entryAt(position)
                   .decision->candidates[static_cast<std::size_t>(position.detail)]
                   .chosen;
    default:
        return {};
    }
}

QString DecisionModel::text(const Position& position) const
{
    const Cluster& cluster = m_sheet->cluster();
    const Kind kind = kindOf(position);
    if (kind == Kind::Service)
        return qText(
            cluster.service(m_sheet->groups[static_cast<std::size_t>(position.group)].service)
                .fullName);
    const WhyEntry& entry = entryAt(position);
    const Decision& decision = *entry.decision;
    switch (kind) {
    case Kind::Decision:
        return tr("%1\nat %2 by %3")
            .arg(qText(outcomeText(cluster, decision) + timesText(entry)),
                 qText(clockText(decision.at)), qText(nodesText(cluster, entry)));
    case Kind::Candidate:
        return candidateText(position);
    case Kind::Rule:
        return tr("Settled by: %1").arg(QLatin1String(sentence(decision.reason)));
    case Kind::Place:
        return placeText(decision.line);
    case Kind::Flip: {
        const QString found = m_flips.value(idOf(position.group, position.entry));
        return found.isEmpty() ? tr("What would have changed it? Search")
                               : tr("What would have changed it: %1").arg(found);
    }
    case Kind::Service:
    case Kind::Function:
        break;
    }
    return tr("In rgmanager: %1").arg(QLatin1String(rgmanagerFunction(decision.kind)));
}

QString DecisionModel::candidateText(const Position& position) const
{
    const Candidate& candidate =
        entryAt(position).decision->candidates[static_cast<std::size_t>(position.detail)];
    // Told apart without colours.
    const QString sign = candidate.chosen ? QStringLiteral("✔") : QStringLiteral("✘");
    const QString node = qText(nodeName(m_sheet->cluster(), candidate.node));
    const QString verdict = QLatin1String(verdictText(candidate));
    const std::string score = scoreText(candidate);
    if (score == "-")
        return tr("%1 %2: %3").arg(sign, node, verdict);
    return tr("%1 %2: score %3, %4").arg(sign, node, qText(score), verdict);
}

QString DecisionModel::placeText(int line) const
{
    constexpr int longest = 120; // a file may well be a single line
    if (m_sheet->order.run->isSourceConf) {
        QString source;
        if (static_cast<std::size_t>(line) <= m_sheet->sourceLines.size())
            source = qText(m_sheet->sourceLines[static_cast<std::size_t>(line) - 1]).trimmed();
        if (source.size() > longest)
            source = source.left(longest) + QStringLiteral("…");
        return tr("Configured in line %1: %2").arg(line).arg(source);
    }
    const std::optional<ConfiguredThing> thing = thingAtLine(m_sheet->cluster(), line);
    return tr("Configured in: %1").arg(thing ? qText(thing->name) : QString());
}

std::optional<Selection> DecisionModel::thingOf(const Position& position) const
{
    if (kindOf(position) != Kind::Place)
        return std::nullopt;
    const std::optional<ConfiguredThing> thing =
        thingAtLine(m_sheet->cluster(), entryAt(position).decision->line);
    if (!thing)
        return std::nullopt;
    switch (thing->kind) {
    case ConfiguredThing::Kind::Node:
        return Selection::node(qText(thing->name));
    case ConfiguredThing::Kind::Service:
        return Selection::service(qText(thing->name));
    case ConfiguredThing::Kind::Domain:
        return Selection::domain(qText(thing->name));
    case ConfiguredThing::Kind::Resource:
        break;
    }
    return std::nullopt;
}

std::optional<Selection> DecisionModel::linkOf(const QModelIndex& index)
{
    const QVariant link = index.data(LinkRole);
    return link.isValid() ? std::optional(link.value<Selection>()) : std::nullopt;
}

} // namespace rgsim::gui
