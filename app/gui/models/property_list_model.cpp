#include "models/property_list_model.h"

#include "formats/scenario_properties.h"
#include "models/problem_text.h"

#include <algorithm>
#include <utility>

namespace rgsim::gui {

void PropertyListModel::setScenario(std::shared_ptr<const Scenario> scenario)
{
    m_scenario = std::move(scenario);
    for (Row& row : m_rows)
        row = rowOf(row.sentence);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

void PropertyListModel::setSentences(const QStringList& sentences)
{
    beginResetModel();
    m_rows.clear();
    for (const QString& sentence : sentences)
        m_rows << rowOf(sentence);
    endResetModel();
}

QStringList PropertyListModel::sentences() const
{
    QStringList sentences;
    for (const Row& row : m_rows)
        sentences << row.sentence;
    return sentences;
}

int PropertyListModel::add(const QString& sentence)
{
    const Row added = rowOf(sentence);
    const auto there = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return row.sentence == sentence || (row.property && row.property == added.property);
    });
    if (there != m_rows.end())
        return static_cast<int>(there - m_rows.begin());
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rows << added;
    endInsertRows();
    return row;
}

void PropertyListModel::removeAt(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void PropertyListModel::setAnswer(ExplorePtr answer)
{
    m_answer = std::move(answer);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, Answer), index(rowCount() - 1, Answer));
}

Result<std::vector<Property>> PropertyListModel::properties() const
{
    Result<std::vector<Property>> result;
    std::vector<Property> properties;
    for (const Row& row : m_rows) {
        result.diagnostics.append(row.problems);
        if (row.property)
            properties.push_back(*row.property);
    }
    if (!result.diagnostics.hasErrors())
        result.value = std::move(properties);
    return result;
}

PropertyListModel::Row PropertyListModel::rowOf(const QString& sentence) const
{
    Row row{sentence, std::nullopt, {}};
    if (!m_scenario)
        return row;
    Result<Property> read = propertyFrom(sentence.toStdString(), ClusterNames(m_scenario->cluster));
    row.problems = read.diagnostics;
    if (!read.diagnostics.hasErrors())
        row.property = std::move(read.value);
    return row;
}

// Of a property that was not asked about, nothing.
QString PropertyListModel::answerText(const Row& row) const
{
    if (row.problems.hasErrors())
        return tr("✘ cannot be asked");
    if (!m_answer || !row.property)
        return {};
    const std::string sentence = propertyText(m_scenario->cluster, *row.property);
    const std::vector<Property>& asked = m_answer->properties;
    const auto place = std::find_if(asked.begin(), asked.end(), [&](const Property& property) {
        return propertyText(m_answer->base.cluster, property) == sentence;
    });
    if (place == asked.end())
        return {};
    const auto& found = m_answer->found();
    if (found && found->breach.property == static_cast<std::size_t>(place - asked.begin()))
        return tr("✘ violated");
    const int depth = m_answer->explored.result.completeDepth;
    if (depth < 0)
        return tr("? not known yet");
    return depth == 0 ? tr("✔ holds at a cold start") : tr("✔ holds within depth %1").arg(depth);
}

int PropertyListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PropertyListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant PropertyListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Sentence ? row.sentence : answerText(row);
    case Qt::EditRole:
        return index.column() == Sentence ? QVariant(row.sentence) : QVariant();
    case Qt::ToolTipRole:
        return row.problems.empty() ? row.sentence : problemText(row.problems.items().front());
    default:
        return {};
    }
}

bool PropertyListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != Sentence)
        return false;
    m_rows[index.row()] = rowOf(value.toString().trimmed());
    emit dataChanged(index, index.siblingAtColumn(Answer));
    return true;
}

QVariant PropertyListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("What must hold"), tr("Answer")}.value(section);
}

Qt::ItemFlags PropertyListModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Sentence ? usual | Qt::ItemIsEditable : usual;
}

QStringList ownSentences(const Scenario& scenario)
{
    QStringList sentences;
    for (const Property& property : ownProperties(scenario))
        sentences << QString::fromStdString(propertyText(scenario.cluster, property));
    return sentences;
}

} // namespace rgsim::gui
