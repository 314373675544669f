#include "models/fault_plan_model.h"

#include "formats/json_path.h"
#include "models/problem_text.h"
#include "report/plan_text.h"
#include "report/run_report.h"

#include <algorithm>
#include <limits>

namespace rgsim::gui {

namespace {

// What cannot be read as a time comes first, where it is seen.
std::int64_t sortKey(PlanPart part, const QJsonObject& entry)
{
    return plan_entry::begin(part, entry).value_or(SimTime::longAgo()).ms;
}

QStringList withNothing(QStringList names)
{
    names.prepend(QString());
    return names;
}

} // namespace

FaultPlanModel::FaultPlanModel(Document& document, PlanPart part, QObject* parent)
    : QAbstractTableModel(parent), m_document(document), m_part(part), m_fields(fieldsOf(part))
{
    connect(&document, &Document::draftChanged, this, &FaultPlanModel::refresh);
    connect(&document, &Document::branchesChanged, this, &FaultPlanModel::refresh);
    connect(&document, &Document::reopened, this, &FaultPlanModel::reset);
    reset();
}

int FaultPlanModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FaultPlanModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

int FaultPlanModel::rowOf(int place) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [place](const Row& row) { return row.place == place; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::optional<SimTime> FaultPlanModel::timeOf(int row) const
{
    if (m_part == PlanPart::Rates)
        return std::nullopt;
    return plan_entry::begin(m_part, entry(row));
}

QVector<FaultPlanModel::Row> FaultPlanModel::sorted(const QJsonArray& entries) const
{
    QVector<Row> rows;
    rows.reserve(entries.size());
    for (qsizetype i = 0; i < entries.size(); ++i)
        rows << Row{i, sortKey(m_part, entries.at(i).toObject())};
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.ms < b.ms; });
    return rows;
}

void FaultPlanModel::reset()
{
    beginResetModel();
    m_entries = m_document.draft().array(listName(m_part));
    m_rows = sorted(m_entries);
    countFaults();
    m_problems.clear();
    endResetModel();
    refreshProblems();
}

// Selections and open editors live through edits only if the model says what became of each row.
void FaultPlanModel::refresh()
{
    const QJsonArray entries = m_document.draft().array(listName(m_part));
    if (entries.size() == m_entries.size()) {
        if (entries != m_entries)
            takeEdited(entries);
    } else if (!(entries.size() < m_entries.size() ? takeRemoved(entries)
                                                   : takeInserted(entries))) {
        reset();
        return;
    }
    refreshProblems();
}

// As many as before: each entry is still the one at its place, though perhaps at another time.
void FaultPlanModel::takeEdited(const QJsonArray& entries)
{
    const QVector<Row> rows = sorted(entries);
    const bool isMoved = !std::equal(rows.begin(), rows.end(), m_rows.begin(),
                                     [](const Row& a, const Row& b) { return a.place == b.place; });
    const QJsonArray before = m_entries;
    if (isMoved) {
        emit layoutAboutToBeChanged();
        QVector<int> rowAt(rows.size());
        for (qsizetype row = 0; row < rows.size(); ++row)
            rowAt[rows[row].place] = static_cast<int>(row);
        const QModelIndexList from = persistentIndexList();
        QModelIndexList to;
        for (const QModelIndex& index : from)
            to << this->index(rowAt[m_rows[index.row()].place], index.column());
        m_entries = entries;
        m_rows = rows;
        countFaults();
        changePersistentIndexList(from, to);
        emit layoutChanged();
    }
    m_entries = entries;
    m_rows = rows;
    countFaults();
    int first = -1;
    int last = -1;
    for (int row = 0; row < rowCount(); ++row) {
        if (before.at(m_rows[row].place) == m_entries.at(m_rows[row].place))
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

// Fewer, and those that are left in their order: the others were removed.
bool FaultPlanModel::takeRemoved(const QJsonArray& entries)
{
    QVector<qsizetype> newPlace(m_entries.size(), -1);
    qsizetype next = 0;
    for (qsizetype place = 0; place < m_entries.size() && next < entries.size(); ++place) {
        if (m_entries.at(place) == entries.at(next))
            newPlace[place] = next++;
    }
    if (next < entries.size())
        return false;
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (newPlace[m_rows[last].place] >= 0)
            continue;
        int first = last;
        while (first > 0 && newPlace[m_rows[first - 1].place] < 0)
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
    for (Row& row : m_rows)
        row.place = newPlace[row.place];
    m_entries = entries;
    countFaults();
    return true;
}

bool FaultPlanModel::takeInserted(const QJsonArray& entries)
{
    QVector<qsizetype> newPlace(m_entries.size(), -1);
    QVector<bool> isOld(entries.size(), false);
    qsizetype next = 0;
    for (qsizetype place = 0; place < entries.size() && next < m_entries.size(); ++place) {
        if (entries.at(place) != m_entries.at(next))
            continue;
        newPlace[next++] = place;
        isOld[place] = true;
    }
    if (next < m_entries.size())
        return false;
    const QVector<Row> rows = sorted(entries);
    for (Row& row : m_rows)
        row.place = newPlace[row.place];
    m_entries = entries;
    countFaults();
    for (int first = 0; first < rows.size(); ++first) {
        if (isOld[rows[first].place])
            continue;
        int last = first;
        while (last + 1 < rows.size() && !isOld[rows[last + 1].place])
            ++last;
        beginInsertRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_rows.insert(row, rows[row]);
        endInsertRows();
        first = last;
    }
    return true;
}

void FaultPlanModel::countFaults()
{
    m_faultNumbers.clear();
    if (m_part != PlanPart::Faults)
        return;
    int scripts = 0;
    int fences = 0;
    for (const QJsonValue& value : std::as_const(m_entries)) {
        const bool isFence = value.toObject().value("kind").toString() == "fence_fails";
        m_faultNumbers << (isFence ? fences++ : scripts++);
    }
}

void FaultPlanModel::refreshProblems()
{
    QHash<qsizetype, QVector<Problem>> problems;
    const QString list = listName(m_part);
    for (const Diagnostic& diagnostic : m_document.active().problems.items()) {
        const QString path = pathOf(diagnostic);
        if (!isAtOrBelow(path, list))
            continue;
        const qsizetype end = path.indexOf(u']');
        bool isElement = false;
        const qsizetype place =
            path.mid(list.size() + 1, end - list.size() - 1).toLongLong(&isElement);
        if (!isElement || place >= m_entries.size()) {
            problems[-1] << Problem{PlanField::Kind, diagnostic.severity, problemText(diagnostic)};
            continue;
        }
        const QJsonObject entry = m_entries.at(place).toObject();
        const PlanField field = plan_entry::fieldAt(m_part, entry, path.mid(end + 2));
        problems[place] << Problem{field, diagnostic.severity, problemText(diagnostic)};
    }
    QVector<qsizetype> changed = m_problems.keys() + problems.keys();
    m_problems = problems;
    for (const qsizetype place : std::as_const(changed)) {
        const int row = rowOf(static_cast<int>(place));
        if (row >= 0)
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    // The words come from the scenario, which is there only while nothing is wrong.
    if (rowCount() > 0) {
        const int column = columnOf(PlanField::Words);
        emit dataChanged(index(0, column), index(rowCount() - 1, column));
    }
}

QString FaultPlanModel::problemAt(int row, PlanField field, Severity* worst) const
{
    QStringList texts;
    for (const Problem& problem : m_problems.value(m_rows[row].place)) {
        if (problem.field != field)
            continue;
        if (worst && (texts.isEmpty() || problem.severity > *worst))
            *worst = problem.severity;
        texts << problem.text;
    }
    return texts.join('\n');
}

QStringList FaultPlanModel::problems() const
{
    QStringList texts;
    for (const Problem& problem : m_problems.value(-1))
        texts << problem.text;
    for (const Row& row : m_rows) {
        const auto found = m_problems.constFind(row.place);
        if (found == m_problems.constEnd())
            continue;
        for (const Problem& problem : *found)
            texts << plan_entry::title(m_part, m_entries.at(row.place).toObject()) + ": " +
                         problem.text;
    }
    return texts;
}

bool FaultPlanModel::hasErrors() const
{
    return std::any_of(m_problems.begin(), m_problems.end(), [](const QVector<Problem>& list) {
        return std::any_of(list.begin(), list.end(), [](const Problem& problem) {
            return problem.severity == Severity::Error;
        });
    });
}

// As the engine words it; while something is wrong there is no plan that it could word.
QString FaultPlanModel::wordsOf(int row) const
{
    const Branch& branch = m_document.active();
    if (branch.isBroken() || !branch.scenario)
        return {};
    const FaultPlan& plan = branch.scenario->plan;
    const Cluster& cluster = branch.scenario->cluster;
    const auto place = static_cast<std::size_t>(m_rows[row].place);
    const auto count = static_cast<std::size_t>(m_entries.size());
    if (m_part == PlanPart::Events) {
        // A boot of all nodes that the draft leaves to be understood stands before the others.
        if (plan.events.size() < count)
            return {};
        return QString::fromStdString(
            eventText(cluster, plan.events[place + plan.events.size() - count]));
    }
    if (m_part == PlanPart::Rates)
        return place < plan.rates.size()
                   ? QString::fromStdString(rateText(cluster, plan.rates[place]))
                   : QString();
    const auto number = static_cast<std::size_t>(m_faultNumbers[m_rows[row].place]);
    if (entry(row).value("kind").toString() == "fence_fails")
        return number < plan.fenceFaults.size()
                   ? QString::fromStdString(faultText(cluster, plan.fenceFaults[number]))
                   : QString();
    return number < plan.scriptFaults.size()
               ? QString::fromStdString(faultText(cluster, plan.scriptFaults[number]))
               : QString();
}

QVariant FaultPlanModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return cellData(index.row(), m_fields[index.column()], role);
}

QVariant FaultPlanModel::cellData(int row, PlanField field, int role) const
{
    Severity severity = Severity::Note;
    switch (role) {
    case Qt::DisplayRole: {
        if (field == PlanField::Words)
            return wordsOf(row);
        const QString text = plan_entry::shownText(m_part, entry(row), field);
        const bool hasCell = !plan_entry::keyOf(m_part, entry(row), field).isEmpty();
        return text.isEmpty() && hasCell ? hintOf(field) : text;
    }
    case Qt::EditRole:
    case WordRole:
        return plan_entry::textOf(m_part, entry(row), field);
    case ProblemRole:
        return problemAt(row, field);
    case SeverityRole:
        problemAt(row, field, &severity);
        return static_cast<int>(severity);
    case Qt::ToolTipRole: {
        const QString problem = problemAt(row, field);
        return problem.isEmpty() ? wordsOf(row) : problem;
    }
    case Qt::AccessibleTextRole: {
        const QString problem = problemAt(row, field);
        const QString text = cellData(row, field, Qt::DisplayRole).toString();
        return problem.isEmpty() ? text : text + ". " + problem;
    }
    default:
        return {};
    }
}

// What an empty cell means.
QString FaultPlanModel::hintOf(PlanField field) const
{
    switch (field) {
    case PlanField::Begin:
        return tr("0s");
    case PlanField::End:
        return tr("the end");
    case PlanField::Subject:
        return m_part == PlanPart::Events ? tr("all nodes") : tr("nothing");
    case PlanField::Node:
        return m_part == PlanPart::Events ? tr("anywhere") : tr("everywhere");
    case PlanField::Via:
        return tr("lowest id");
    default:
        return {};
    }
}

bool FaultPlanModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const PlanField field = fieldOf(index.column());
    const QJsonObject before = entry(index.row());
    const QJsonObject after =
        plan_entry::withText(m_part, before, field, value.toString(), m_document.draft());
    if (after == before)
        return true;
    QJsonArray entries = m_entries;
    entries.replace(m_rows[index.row()].place, after);
    const QString text = plan_entry::shownText(m_part, after, field);
    const QString column = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    edit(tr("Set “%1” of %2 to %3")
             .arg(column, plan_entry::title(m_part, before), text.isEmpty() ? tr("nothing") : text),
         entries);
    return true;
}

QVariant FaultPlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (role == Qt::DisplayRole)
            return section + 1;
        return {};
    }
    if (role != Qt::DisplayRole || section < 0 || section >= m_fields.size())
        return {};
    const bool isEvents = m_part == PlanPart::Events;
    switch (m_fields[section]) {
    case PlanField::Begin:
        return isEvents ? tr("At") : tr("From");
    case PlanField::End:
        return tr("To");
    case PlanField::Kind:
        return tr("What");
    case PlanField::Operation:
        return tr("Operation");
    case PlanField::Request:
        return tr("Request");
    case PlanField::Subject:
        return m_part == PlanPart::Faults ? tr("Of") : tr("On what");
    case PlanField::Node:
        return isEvents ? tr("To node") : tr("On node");
    case PlanField::Via:
        return tr("Via node");
    case PlanField::Extra:
        return tr("Longer by");
    case PlanField::Flap:
        return tr("Comes and goes every");
    case PlanField::FailMean:
        return tr("Fails after");
    case PlanField::RepairMean:
        return tr("Repaired after");
    case PlanField::FailSpread:
        return tr("Failures spread");
    case PlanField::RepairSpread:
        return tr("Repairs spread");
    case PlanField::FailShape:
        return tr("Failures' shape");
    case PlanField::RepairShape:
        return tr("Repairs' shape");
    case PlanField::Words:
        break;
    }
    return tr("In words");
}

Qt::ItemFlags FaultPlanModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const bool hasCell =
        !plan_entry::keyOf(m_part, entry(index.row()), fieldOf(index.column())).isEmpty();
    return hasCell ? flags | Qt::ItemIsEditable : flags;
}

PlanVocabulary FaultPlanModel::vocabularyOf(PlanField field) const
{
    switch (field) {
    case PlanField::Operation:
        return PlanVocabulary::Operation;
    case PlanField::Request:
        return PlanVocabulary::Request;
    case PlanField::FailSpread:
    case PlanField::RepairSpread:
        return PlanVocabulary::Spread;
    default:
        return kindsOf(m_part);
    }
}

QStringList FaultPlanModel::choices(const QModelIndex& index) const
{
    const ScenarioDraft& draft = m_document.draft();
    const PlanField field = fieldOf(index.column());
    switch (field) {
    case PlanField::Kind:
    case PlanField::Operation:
    case PlanField::Request:
    case PlanField::FailSpread:
    case PlanField::RepairSpread:
        return gui::wordsOf(vocabularyOf(field));
    case PlanField::Node:
    case PlanField::Via:
        return withNothing(draft.nodeNames());
    case PlanField::Subject:
        break;
    default:
        return {};
    }
    if (m_part == PlanPart::Rates)
        return draft.nodeNames() + draft.serviceNames();
    const QString key = plan_entry::keyOf(m_part, entry(index.row()), field);
    if (key == "node" || key == "nodes")
        return draft.nodeNames();
    if (m_part == PlanPart::Events && entry(index.row()).value("do").toString() != "die")
        return draft.serviceNames();
    QStringList names = draft.resourceNames();
    for (const QString& service : draft.serviceNames()) {
        if (!names.contains(service))
            names << service;
    }
    return names;
}

} // namespace rgsim::gui
