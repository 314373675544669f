#include "models/check_model.h"

#include "formats/draft_parts.h"

namespace rgsim::gui {

namespace {

// A number as such; anything else as it was typed, for the reader to judge.
QJsonValue typed(const QVariant& value)
{
    bool isNumber = false;
    const int number = value.toString().trimmed().toInt(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(value.toString().trimmed());
}

} // namespace

CheckModel::CheckModel(Document& document, QObject* parent)
    : PartTableModel(document, {tr("Depth"), tr("Interval")}, parent)
{
}

PartTableModel::Rows CheckModel::rowsOf(const ScenarioDraft& draft) const
{
    Rows rows;
    const QJsonArray checks = partValue(draft, path()).value("checks").toArray();
    for (const QJsonValue& value : checks) {
        const QJsonObject check = value.toObject();
        const QString at = rowPath(static_cast<int>(rows.size()));
        rows << QVector<TableCell>{
            {check.value("depth").toVariant().toString(), at + QStringLiteral(".depth")},
            {check.value("interval").toVariant().toString(), at + QStringLiteral(".interval")}};
    }
    rows << QVector<TableCell>{{tr("another…"), {}, true, true}, {QString(), {}, true, false}};
    return rows;
}

bool CheckModel::change(ScenarioDraft& draft, const QModelIndex& index, const QVariant& value) const
{
    makeExplicit(draft, path());
    const bool isNew = index.row() == rowCount() - 1;
    if (isNew)
        return !value.toString().trimmed().isEmpty() &&
               draft.set(rowPath(index.row()),
                         QJsonObject{{"depth", typed(value)}, {"interval", "1min"}});
    const QString member = index.column() == Depth ? ".depth" : ".interval";
    return draft.set(rowPath(index.row()) + member, typed(value));
}

void CheckModel::clearRow(ScenarioDraft& draft, int row) const
{
    if (row >= rowCount() - 1)
        return;
    draft.set(rowPath(row), QJsonValue::Undefined);
    if (draft.array(path() + QStringLiteral(".checks")).isEmpty())
        draft.set(path() + QStringLiteral(".checks"), QJsonValue::Undefined);
}

QString CheckModel::editName(const QString& part) const
{
    return tr("Change status checks of %1").arg(part);
}

} // namespace rgsim::gui
