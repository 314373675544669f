#include "formats/draft_references.h"
#include "formats/draft_resources.h"
#include "formats/scenario_draft.h"

#include <QSet>

#include <algorithm>

namespace rgsim {

namespace {

bool isMachine(const QJsonObject& service)
{
    return service.value("type").toString() == QLatin1String("vm");
}

bool hasImpliedScript(const QJsonObject& service)
{
    return !service.contains("resources") && !isMachine(service);
}

} // namespace

QString ScenarioDraft::servicePath(int index)
{
    return QStringLiteral("cluster.services[%1]").arg(index);
}

int ScenarioDraft::addService(const QString& name, const QString& type)
{
    QJsonObject service{{"name", name.isEmpty() ? QStringLiteral("service1") : name},
                        {"recovery", "relocate"}};
    if (type != QLatin1String("service"))
        service.insert("type", type);
    return pasteService(service, static_cast<int>(servicesArray().size()));
}

// The service's type and name together are what others know it by.
void ScenarioDraft::setIdentity(int index, const QString& type, const QString& name)
{
    if (index < 0 || index >= servicesArray().size())
        return;
    QJsonObject service = servicesArray()[index].toObject();
    const QString old = fullName(service);
    const QString oldScript = "script:" + service.value("name").toString();
    const bool hadImpliedScript = hasImpliedScript(service);
    const bool wasMachine = isMachine(service);
    service.insert("name", name);
    if (type == QLatin1String("service"))
        service.remove("type");
    else
        service.insert("type", type);
    set(servicePath(index), service);
    mapReferences(NameKind::Service, old, fullName(service));
    if (hadImpliedScript && hasImpliedScript(service))
        mapReferences(NameKind::Resource, oldScript, "script:" + name);
    if (wasMachine && isMachine(service))
        mapReferences(NameKind::Resource, old, fullName(service));
}

void ScenarioDraft::renameService(int index, const QString& name)
{
    setIdentity(index, servicesArray().at(index).toObject().value("type").toString("service"),
                name);
}

void ScenarioDraft::retypeService(int index, const QString& type)
{
    const QStringList before = resourceNames();
    setIdentity(index, type, servicesArray().at(index).toObject().value("name").toString());
    dropDangling(before);
    if (type == QLatin1String("vm"))
        return;
    const QString name = serviceNames().value(index); // only machines wander
    QJsonArray events;
    for (const QJsonValue& event : array("events")) {
        if (event.toObject().value("do").toString() != QLatin1String("wander") ||
            event.toObject().value("service").toString() != name)
            events.append(event);
    }
    if (events.size() != array("events").size())
        set("events", events);
}

void ScenarioDraft::removeService(int index)
{
    if (index < 0 || index >= servicesArray().size())
        return;
    const QString name = serviceNames().value(index);
    const QStringList before = resourceNames();
    set(servicePath(index), QJsonValue::Undefined);
    mapReferences(NameKind::Service, name, std::nullopt);
    dropDangling(before);
}

int ScenarioDraft::pasteService(const QJsonObject& service, int index)
{
    const QString type = service.value("type").toString("service");
    const QString oldName = service.value("name").toString();
    QStringList taken = serviceNames();
    if (hasImpliedScript(service)) { // its script's name must be free too
        for (const QString& resource : resourceNames())
            taken << QString(resource).replace(QLatin1String("script:"), QLatin1String("service:"));
    }
    QJsonObject copy = service;
    copy.insert("name", freeName(type + ':' + oldName, taken).section(':', 1));
    if (copy.contains("resources"))
        copy.insert("resources", withFreeNames(*this, copy.value("resources").toArray(), oldName,
                                               copy.value("name").toString()));
    insert("cluster.services", index, copy);
    return index;
}

int ScenarioDraft::duplicateService(int index)
{
    if (index < 0 || index >= servicesArray().size())
        return -1;
    return pasteService(servicesArray()[index].toObject(), index + 1);
}

} // namespace rgsim
