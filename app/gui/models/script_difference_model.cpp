#include "models/script_difference_model.h"

#include "deploy/script_difference.h"
#include "report/run_report.h"

#include <utility>

namespace rgsim::gui {

void ScriptDifferenceModel::setResult(ScriptTrialResultPtr result)
{
    if (result == m_result)
        return;
    beginResetModel();
    m_result = std::move(result);
    m_nodes = m_result ? shortNodeNames(m_result->run->cluster()) : std::vector<std::string>();
    endResetModel();
}

const ScriptGateDifference& ScriptDifferenceModel::difference(int row) const
{
    return m_result->differences[static_cast<std::size_t>(row)];
}

QString ScriptDifferenceModel::serviceOf(int row) const
{
    return QString::fromStdString(
        m_result->run->cluster().service(difference(row).service).fullName);
}

QString ScriptDifferenceModel::details(int row) const
{
    const ScriptGateDifference& shown = difference(row);
    const std::string& node = m_result->run->cluster().node(shown.node).name;
    const QString sentence = index(row, What).data().toString();
    return sentence.left(1).toUpper() + sentence.mid(1) + QLatin1String(".\n") +
           QString::fromStdString(stateText(shown.config, shown.view, node) +
                                  outcomeText(shown.outcome));
}

int ScriptDifferenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_result ? 0 : static_cast<int>(m_result->differences.size());
}

int ScriptDifferenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant ScriptDifferenceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const ScriptGateDifference& shown = difference(index.row());
    switch (index.column()) {
    case Time:
        return QString::fromStdString(clockText(shown.view.now));
    case Service:
        return serviceOf(index.row());
    case Node:
        return QString::fromStdString(m_nodes[static_cast<std::size_t>(shown.node)]);
    default:
        return QString::fromStdString(differenceSentence(shown.verdict, shown.outcome));
    }
}

QVariant ScriptDifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    const QStringList titles{tr("Time"), tr("Service"), tr("Node"), tr("What differs")};
    return titles.value(section);
}

} // namespace rgsim::gui
