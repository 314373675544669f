#include "formats/draft_resources.h"

#include "formats/resource_types_reader.h"

#include <QHash>

namespace rgsim {

namespace {

const QString sharedPath = QStringLiteral("cluster.resources");

// Values of attributes that must be unique, by "type.attribute".
using UniqueValues = QHash<QString, QStringList>;

const ResourceType* typeOf(const QJsonObject& resource)
{
    return builtinResourceTypes()->find(resource.value("type").toString().toStdString());
}

void eachUnique(const QJsonObject& resource,
                const std::function<void(const QString& key, const QString& attribute)>& visit)
{
    const ResourceType* type = typeOf(resource);
    if (!type)
        return;
    const QJsonObject attributes = resource.value("attributes").toObject();
    for (const ResourceParameter& parameter : type->parameters) {
        const QString attribute = QString::fromStdString(parameter.name);
        if (parameter.unique && !parameter.primary && attributes.contains(attribute))
            visit(QString::fromStdString(type->name) + u'.' + attribute, attribute);
    }
}

UniqueValues uniqueValuesOf(const ScenarioDraft& draft)
{
    UniqueValues values;
    const auto collect = [&values](QJsonObject& resource) {
        eachUnique(resource, [&](const QString& key, const QString& attribute) {
            values[key] << resource.value("attributes").toObject().value(attribute).toString();
        });
    };
    withEachResource(draft.array(sharedPath), collect);
    for (const QJsonValue& service : draft.array("cluster.services"))
        withEachResource(service.toObject().value("resources").toArray(), collect);
    return values;
}

} // namespace

QString resourceName(const QJsonObject& resource)
{
    const QString name = resource.value(resource.contains("ref") ? "ref" : "name").toString();
    return resource.value("type").toString() + u':' + name;
}

QJsonArray resourcesOf(const QJsonObject& service)
{
    if (service.contains("resources") || service.value("type").toString() == QLatin1String("vm"))
        return service.value("resources").toArray();
    return {QJsonObject{{"type", "script"}, {"name", service.value("name")}}};
}

QJsonArray withEachResource(const QJsonArray& tree, const std::function<void(QJsonObject&)>& visit)
{
    QJsonArray result;
    for (const QJsonValue& element : tree) {
        QJsonObject resource = element.toObject();
        visit(resource);
        if (resource.contains("resources"))
            resource.insert("resources",
                            withEachResource(resource.value("resources").toArray(), visit));
        result.append(resource);
    }
    return result;
}

void collectResourceNames(const QJsonArray& tree, QStringList& names)
{
    withEachResource(tree, [&names](QJsonObject& resource) {
        if (const QString name = resourceName(resource); !names.contains(name))
            names << name;
    });
}

QJsonArray withFreeNames(const ScenarioDraft& draft, const QJsonArray& tree,
                         const QString& oldOwner, const QString& newOwner)
{
    QStringList taken = draft.resourceNames();
    UniqueValues values = uniqueValuesOf(draft);
    return withEachResource(tree, [&](QJsonObject& resource) {
        if (resource.contains("ref"))
            return;
        const QString type = resource.value("type").toString();
        const QString name = resource.value("name").toString();
        if (taken.contains(resourceName(resource))) {
            const QString wish = name == oldOwner ? newOwner : name;
            const QString free = ScenarioDraft::freeName(type + u':' + wish, taken);
            resource.insert("name", free.section(u':', 1));
        }
        taken << resourceName(resource);
        QJsonObject attributes = resource.value("attributes").toObject();
        eachUnique(resource, [&](const QString& key, const QString& attribute) {
            const QString free =
                ScenarioDraft::freeName(attributes.value(attribute).toString(), values[key]);
            values[key] << free;
            attributes.insert(attribute, free);
        });
        if (!attributes.isEmpty())
            resource.insert("attributes", attributes);
    });
}

} // namespace rgsim
