#include "formats/draft_references.h"
#include "formats/draft_resources.h"
#include "formats/json_path.h"
#include "formats/scenario_draft.h"

#include <QSet>

namespace rgsim {

namespace {

const QString sharedPath = QStringLiteral("cluster.resources");

// The service that `path` leads into; -1: none.
int serviceIndexOf(const QString& path)
{
    const QString list = QStringLiteral("cluster.services");
    if (!isAtOrBelow(path, list))
        return -1;
    return elementOf(path.left(path.indexOf(u']') + 1)).index;
}

// In place of each reference to the resource stand its children.
QJsonArray withoutReferences(const QJsonArray& tree, const QString& name)
{
    QJsonArray result;
    for (const QJsonValue& element : tree) {
        QJsonObject resource = element.toObject();
        const QJsonArray children = withoutReferences(resource.value("resources").toArray(), name);
        if (resource.contains("ref") && resourceName(resource) == name) {
            for (const QJsonValue& child : children)
                result.append(child);
            continue;
        }
        if (resource.contains("resources"))
            resource.insert("resources", children);
        result.append(resource);
    }
    return result;
}

} // namespace

QStringList ScenarioDraft::resourceNames() const
{
    QStringList names;
    collectResourceNames(array(sharedPath), names);
    for (const QJsonValue& value : servicesArray()) {
        const QJsonObject service = value.toObject();
        if (service.value("type").toString() == QLatin1String("vm"))
            names << fullName(service);
        collectResourceNames(resourcesOf(service), names);
    }
    return names;
}

void ScenarioDraft::spellOutResources(int service)
{
    const QJsonObject object = servicesArray().at(service).toObject();
    if (!object.isEmpty() && !object.contains("resources"))
        set(servicePath(service) + ".resources", resourcesOf(object));
}

QString ScenarioDraft::insertResource(const QString& parent, int index, const QJsonObject& resource)
{
    const int service = serviceIndexOf(parent);
    if (service >= 0)
        spellOutResources(service);
    const QString list = parent + ".resources";
    const auto size = static_cast<int>(array(list).size());
    const ElementPath at{list, index < 0 || index > size ? size : index};
    return insert(list, at.index, resource) ? at.path() : QString();
}

QString ScenarioDraft::addResource(const QString& parent, const QString& type, const QString& name)
{
    const QString wish = name.isEmpty() ? type + '1' : name;
    const QString free = freeName(type + ':' + wish, resourceNames()).section(':', 1);
    return insertResource(parent, -1, {{"type", type}, {"name", free}});
}

QString ScenarioDraft::pasteResource(const QJsonObject& resource, const QString& parent, int index)
{
    QJsonObject copy = withFreeNames(*this, {resource}).first().toObject();
    if (parent == QLatin1String("cluster"))
        copy.remove("resources"); // children stand where a shared resource is referred to
    return insertResource(parent, index, copy);
}

void ScenarioDraft::removeResource(const QString& path)
{
    const QStringList before = resourceNames();
    const int service = serviceIndexOf(path);
    if (service >= 0)
        spellOutResources(service);
    const QString name = resourceName(value(path).toObject());
    const ElementPath at = elementOf(path);
    if (at.index < 0 || !set(path, QJsonValue::Undefined))
        return;
    if (at.list == sharedPath)
        removeReferences(name);
    tidyList(at.list);
    dropDangling(before);
}

void ScenarioDraft::removeReferences(const QString& resource)
{
    const qsizetype count = servicesArray().size();
    for (qsizetype i = 0; i < count; ++i) {
        const QString list = servicePath(static_cast<int>(i)) + ".resources";
        const QJsonArray tree = array(list);
        const QJsonArray left = withoutReferences(tree, resource);
        if (left != tree)
            set(list, left);
    }
}

// Below a resource an empty list says nothing; in a service it says that there is no script.
void ScenarioDraft::tidyList(const QString& list)
{
    const bool isTop = list.count(QLatin1String("resources")) == 1;
    if (!isTop && value(list).isArray() && array(list).isEmpty())
        set(list, QJsonValue::Undefined);
}

QString ScenarioDraft::moveResource(const QString& path, const QString& parent, int index)
{
    const ElementPath from = elementOf(path);
    for (const QString& end : {path, parent}) {
        if (const int service = serviceIndexOf(end); service >= 0)
            spellOutResources(service);
    }
    const QJsonValue resource = value(path);
    const bool isShared = from.list == sharedPath || parent == QLatin1String("cluster");
    if (from.index < 0 || !resource.isObject() || isAtOrBelow(parent, path) ||
        (isShared && parent + ".resources" != from.list))
        return {};
    const QStringList before = resourceNames();
    const ElementPath to = elementOf(insertResource(parent, index, resource.toObject()));
    const QString old = shiftedPath(path, to.list, to.index, 1);
    set(old, QJsonValue::Undefined);
    const ElementPath gone = elementOf(old);
    const QString result = shiftedPath(to.path(), gone.list, gone.index, -1);
    tidyList(gone.list);
    moveTimes(resource.toObject(), serviceIndexOf(path), serviceIndexOf(parent));
    dropDangling(before);
    return result;
}

// What a resource and those below it take in a service goes with them to another one.
void ScenarioDraft::moveTimes(const QJsonObject& resource, int from, int to)
{
    if (from == to || from < 0 || to < 0)
        return;
    const auto listOf = [this](int service, const QString& name) {
        return QStringLiteral("times.services[\"%1\"].resources[\"%2\"]")
            .arg(serviceNames().value(service), name);
    };
    QStringList names;
    collectResourceNames({resource}, names);
    for (const QString& name : std::as_const(names)) {
        if (const QJsonValue times = value(listOf(from, name)); !times.isUndefined())
            set(listOf(to, name), times);
    }
}

void ScenarioDraft::retypeResource(const QString& path, const QString& type)
{
    const int service = serviceIndexOf(path);
    if (service >= 0)
        spellOutResources(service);
    const QString old = resourceName(value(path).toObject());
    if (!value(path).isObject() || !set(path + ".type", type))
        return;
    const QString now = resourceName(value(path).toObject());
    const auto retype = [&](QJsonObject& resource) {
        if (resource.contains("ref") && resourceName(resource) == old)
            resource.insert("type", type);
    };
    if (elementOf(path).list == sharedPath)
        changeTrees(retype);
    if (!resourceNames().contains(old))
        mapReferences(NameKind::Resource, old, now);
}

void ScenarioDraft::changeTrees(const std::function<void(QJsonObject&)>& change)
{
    if (!array(sharedPath).isEmpty())
        set(sharedPath, withEachResource(array(sharedPath), change));
    const qsizetype count = servicesArray().size();
    for (qsizetype i = 0; i < count; ++i) {
        const QJsonArray before = resourcesOf(servicesArray()[i].toObject());
        const QJsonArray after = withEachResource(before, change);
        if (after != before)
            set(servicePath(static_cast<int>(i)) + ".resources", after);
    }
}

void ScenarioDraft::renameResource(const QString& fullName, const QString& name)
{
    changeTrees([&](QJsonObject& resource) {
        if (resourceName(resource) == fullName)
            resource.insert(resource.contains("ref") ? "ref" : "name", name);
    });
    mapReferences(NameKind::Resource, fullName, fullName.section(':', 0, 0) + ':' + name);
}

// After resources went: what refers to those that are nowhere any more, or not in the service that
// gives them times, goes too; and what is about services that have nothing to run.
void ScenarioDraft::dropDangling(const QStringList& namesBefore)
{
    const QStringList after = resourceNames();
    const QSet<QString> left(after.begin(), after.end());
    QSet<QString> gone(namesBefore.begin(), namesBefore.end());
    gone.subtract(left);
    QSet<QString> idle;
    for (const QJsonValue& value : servicesArray()) {
        const QJsonObject service = value.toObject();
        if (resourcesOf(service).isEmpty() &&
            service.value("type").toString() != QLatin1String("vm"))
            idle.insert(fullName(service));
    }
    if (!gone.isEmpty())
        m_root = withMappedReferences(
            m_root, [&gone](NameKind kind, const QString& name) -> std::optional<QString> {
                return kind == NameKind::Resource && gone.contains(name)
                           ? std::nullopt
                           : std::optional<QString>(name);
            });
    if (!idle.isEmpty())
        dropHappenings(idle);
    pruneTimes();
}

void ScenarioDraft::dropHappenings(const QSet<QString>& idleServices)
{
    for (const QString& list :
         {QStringLiteral("events"), QStringLiteral("faults"), QStringLiteral("rates")}) {
        QJsonArray kept;
        for (const QJsonValue& value : array(list)) {
            const QJsonObject object = value.toObject();
            const QString what = object.value("do").toString();
            const bool needsProcess = what.isEmpty() || what == QLatin1String("die");
            if (!needsProcess || !idleServices.contains(object.value("service").toString()))
                kept.append(value);
        }
        if (kept.size() != array(list).size())
            set(list, kept);
    }
}

void ScenarioDraft::pruneTimes()
{
    const QJsonObject services = value("times.services").toObject();
    for (const QJsonValue& element : servicesArray()) {
        const QJsonObject service = element.toObject();
        const QJsonObject given =
            services.value(fullName(service)).toObject().value("resources").toObject();
        if (given.isEmpty())
            continue;
        QStringList names{fullName(service)}; // of a machine, itself
        collectResourceNames(resourcesOf(service), names);
        for (const QString& name : given.keys()) {
            if (!names.contains(name))
                set(QStringLiteral("times.services[\"%1\"].resources[\"%2\"]")
                        .arg(fullName(service), name),
                    QJsonValue::Undefined);
        }
    }
}

} // namespace rgsim
