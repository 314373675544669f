#include "models/phase_model.h"

#include "report/run_report.h"
#include "session/outcome_words.h"
#include "session/state_words.h"

#include <algorithm>
#include <utility>

namespace rgsim::gui {

namespace {

QString extremeText(const std::optional<PhaseExtreme>& extreme)
{
    if (!extreme)
        return QStringLiteral("-");
    const QString downtime = QString::fromStdString(spanText(extreme->downtime));
    return extreme->isAttained ? downtime : PhaseModel::tr("nearly %1").arg(downtime);
}

QString backText(const PhaseAnswer& answer)
{
    if (answer.isAlwaysBack())
        return PhaseModel::tr("always");
    return answer.least() ? PhaseModel::tr("not always") : PhaseModel::tr("never");
}

} // namespace

void PhaseModel::setAnswers(PhaseAnswers answers, const Cluster& cluster)
{
    beginResetModel();
    m_answers = std::move(answers);
    m_cluster = withShortNodeNames(cluster);
    endResetModel();
}

int PhaseModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_answers ? 0 : static_cast<int>(m_answers->size());
}

int PhaseModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

const PhaseAnswer* PhaseModel::answerAt(int row) const
{
    return row >= 0 && row < rowCount() ? &(*m_answers)[static_cast<std::size_t>(row)] : nullptr;
}

QString PhaseModel::text(const PhaseAnswer& answer, int column) const
{
    switch (column) {
    case Failure:
        return failureWords(m_cluster, {answer.question.failure});
    case Of:
        return shortServiceName(m_cluster.service(answer.question.service));
    case Least:
        return extremeText(answer.least());
    case Greatest:
        return extremeText(answer.greatest());
    case Mean: {
        const auto mean = answer.mean();
        return mean ? tr("%1 s").arg(*mean, 0, 'f', 3) : QStringLiteral("-");
    }
    case Back:
        return backText(answer);
    default:
        return {};
    }
}

QVariant PhaseModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PhaseAnswer& answer = *answerAt(index.row());
    const bool isNumber = index.column() >= Least && index.column() <= Mean;
    switch (role) {
    case Qt::DisplayRole:
        return text(answer, index.column());
    case Qt::TextAlignmentRole:
        return isNumber ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == Least || index.column() == Greatest) {
            const auto extreme = index.column() == Least ? answer.least() : answer.greatest();
            if (extreme)
                return tr("if it strikes %1 after the beginning of the cycle")
                    .arg(QString::fromStdString(spanText(extreme->at)));
        }
        return {};
    default:
        return {};
    }
}

QVariant PhaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Failure"),  tr("Service"), tr("Least"),
                            tr("Greatest"), tr("Mean"),    tr("Back")};
    return names.value(section);
}

} // namespace rgsim::gui
