#include "models/domain_members_model.h"

#include "formats/draft_parts.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

namespace rgsim::gui {

namespace {

QString nameOf(const QJsonValue& member)
{
    return member.isString() ? member.toString() : member.toObject().value("node").toString();
}

// Which row an item view drags; -1: none of ours.
int draggedRow(const QMimeData* data)
{
    QByteArray encoded = data->data(QStringLiteral("application/x-qabstractitemmodeldatalist"));
    QDataStream stream(&encoded, QIODevice::ReadOnly);
    int row = -1;
    if (!stream.atEnd())
        stream >> row;
    return row;
}

} // namespace

DomainMembersModel::DomainMembersModel(Document& document, QObject* parent)
    : PartTableModel(document, {tr("Node"), tr("Priority")}, parent)
{
}

int DomainMembersModel::memberCount() const
{
    return static_cast<int>(document().draft().array(listPath()).size());
}

PartTableModel::Rows DomainMembersModel::rowsOf(const ScenarioDraft& draft) const
{
    Rows rows;
    QStringList members;
    const QJsonArray list = draft.array(listPath());
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString at = QStringLiteral("%1[%2]").arg(listPath()).arg(i);
        const QJsonValue priority = list[i].toObject().value("priority");
        const QVariant shown = priority.isUndefined() ? QVariant(tr("none")) : priority.toVariant();
        members << nameOf(list[i]);
        rows << QVector<TableCell>{
            {members.last(), at, false, false, true},
            {shown, at + QStringLiteral(".priority"), priority.isUndefined(), true}};
    }
    for (const QString& node : draft.nodeNames()) {
        if (!members.contains(node))
            rows << QVector<TableCell>{{node, {}, false, false, false},
                                       {QString(), {}, true, false}};
    }
    return rows;
}

bool DomainMembersModel::change(ScenarioDraft& draft, const QModelIndex& index,
                                const QVariant& value) const
{
    const QString node = cell(index.row(), Node).value.toString();
    const bool isMember = index.row() < memberCount();
    const QString at = QStringLiteral("%1[%2]").arg(listPath()).arg(index.row());
    if (index.column() == Node) {
        const bool isWanted = value.toBool();
        if (isWanted && !isMember)
            return draft.append(listPath(), node);
        return !isWanted && isMember && draft.set(at, QJsonValue::Undefined);
    }
    bool isNumber = false;
    const int priority = value.toString().trimmed().toInt(&isNumber);
    const bool isEmpty = value.toString().trimmed().isEmpty();
    if (!isMember || (!isNumber && !isEmpty))
        return false;
    return draft.set(at, isEmpty ? QJsonValue(node)
                                 : QJsonValue(QJsonObject{{"node", node}, {"priority", priority}}));
}

void DomainMembersModel::clearRow(ScenarioDraft& draft, int row) const
{
    if (row < memberCount())
        draft.set(QStringLiteral("%1[%2]").arg(listPath()).arg(row), QJsonValue::Undefined);
}

QString DomainMembersModel::editName(const QString& part) const
{
    return tr("Change the nodes of %1").arg(part);
}

bool DomainMembersModel::moveMember(int from, int to)
{
    ScenarioDraft after = document().draft();
    if (from == to || !after.move(listPath(), from, to))
        return false;
    document().edit(tr("Change the order of nodes of %1").arg(partName(after, path())), after);
    return true;
}

Qt::ItemFlags DomainMembersModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags flags = PartTableModel::flags(index);
    return index.row() < memberCount() ? flags | Qt::ItemIsDragEnabled : flags;
}

// It says that nothing was dropped, or the view would take the dragged row out.
bool DomainMembersModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int,
                                      const QModelIndex& parent)
{
    const int from = draggedRow(data);
    int to = row >= 0 ? row : parent.isValid() ? parent.row() : memberCount();
    if (action != Qt::MoveAction || from < 0 || from >= memberCount())
        return false;
    to = std::min(to, memberCount());
    moveMember(from, to > from ? to - 1 : to);
    return false;
}

} // namespace rgsim::gui
