#include "models/attribute_model.h"

#include "formats/draft_parts.h"
#include "formats/json_places.h"
#include "formats/resource_types_reader.h"
#include "formats/scenario_shapes.h"

#include <algorithm>

namespace rgsim::gui {

namespace {

const ResourceType* typeOf(const ScenarioDraft& draft, const QString& path)
{
    const QString usual = partKind(path) == PartKind::Service ? "service" : "";
    const QString type = partValue(draft, path).value("type").toString(usual);
    return builtinResourceTypes()->find(type.toStdString());
}

// What has a key of its own in the scenario is a field of the form, not an attribute.
bool hasOwnKey(const ResourceType& type, const std::string& name, bool isService)
{
    const std::vector<std::string> keys = scenario::serviceShape().keyNames();
    return name == type.primaryAttribute() || name == "ref" || name.starts_with("__") ||
           (isService && std::find(keys.begin(), keys.end(), name) != keys.end());
}

QVariant shown(const QJsonValue& value)
{
    return value.isBool() ? QVariant(value.toBool() ? "true" : "false")
                          : QVariant(value.toVariant().toString());
}

} // namespace

AttributeModel::AttributeModel(Document& document, QObject* parent)
    : PartTableModel(document, {tr("Attribute"), tr("Value")}, parent)
{
}

QString AttributeModel::pathOf(const QString& attribute) const
{
    const std::string list = (path() + QStringLiteral(".attributes")).toStdString();
    return QString::fromStdString(memberPath(list, attribute.toStdString()));
}

PartTableModel::Rows AttributeModel::rowsOf(const ScenarioDraft& draft) const
{
    Rows rows;
    QJsonObject left = partValue(draft, path()).value("attributes").toObject();
    const auto add = [&](const QString& name, const QVariant& fallback) {
        const QJsonValue value = left.take(name);
        const bool isSet = !value.isUndefined();
        rows << QVector<TableCell>{{name, pathOf(name), !isSet, false},
                                   {isSet ? shown(value) : fallback, pathOf(name), !isSet, true}};
    };
    if (const ResourceType* type = typeOf(draft, path())) {
        const bool isService = partKind(path()) == PartKind::Service;
        for (const ResourceParameter& parameter : type->parameters) {
            if (hasOwnKey(*type, parameter.name, isService))
                continue;
            const QString fallback = !parameter.inherit.empty() ? tr("inherited")
                                     : parameter.hasDefault
                                         ? QString::fromStdString(parameter.defaultValue)
                                     : parameter.required ? tr("required")
                                                          : QString();
            add(QString::fromStdString(parameter.name), fallback);
        }
    }
    for (const QString& name : left.keys())
        add(name, {});
    rows << QVector<TableCell>{{tr("another…"), {}, true, true}, {QString(), {}, true, false}};
    return rows;
}

bool AttributeModel::change(ScenarioDraft& draft, const QModelIndex& index,
                            const QVariant& value) const
{
    makeExplicit(draft, path());
    const QString text = value.toString();
    if (index.column() == Name)
        return !text.isEmpty() && isLast(index.row()) && draft.value(pathOf(text)).isUndefined() &&
               draft.set(pathOf(text), QString());
    const QString at = cell(index.row(), Value).path;
    return draft.set(at, text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text));
}

void AttributeModel::clearRow(ScenarioDraft& draft, int row) const
{
    if (!isLast(row))
        draft.set(cell(row, Value).path, QJsonValue::Undefined);
}

QString AttributeModel::editName(const QString& part) const
{
    return tr("Change attributes of %1").arg(part);
}

} // namespace rgsim::gui
