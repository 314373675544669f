#include "formats/scenario_draft.h"

#include "formats/json_path.h"
#include "formats/scenario_writer.h"

#include <QJsonDocument>
#include <QSet>

#include <functional>
#include <utility>

namespace rgsim {

namespace {

using Text = QString;

// Members whose strings are words of the format or prose, never names of things.
bool holdsNoNames(const QString& key)
{
    static const QSet<QString> keys{"do",       "kind", "op",         "request",     "title",
                                    "about",    "text", "question",   "choices",     "at",
                                    "from",     "to",   "by",         "explanation", "topic",
                                    "recovery", "mode", "attributes", "depend_mode", "type",
                                    "until",    "seed", "arbitration"};
    return keys.contains(key);
}

// Replaces strings and keys that are `from` below `value`, but for what holds no names.
QJsonValue renamed(const QJsonValue& value, const QString& from, const QString& to)
{
    if (value.isString())
        return value.toString() == from ? QJsonValue(to) : value;
    if (value.isArray()) {
        QJsonArray result;
        for (const QJsonValue& element : value.toArray())
            result.append(renamed(element, from, to));
        return result;
    }
    if (!value.isObject())
        return value;
    QJsonObject result;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString key = it.key() == from ? to : it.key();
        result.insert(key, holdsNoNames(it.key()) ? it.value() : renamed(it.value(), from, to));
    }
    return result;
}

QJsonArray filtered(const QJsonArray& array, const std::function<bool(QJsonValue&)>& keep)
{
    QJsonArray result;
    for (QJsonValue element : array) {
        if (keep(element))
            result.append(element);
    }
    return result;
}

QJsonArray without(const QJsonArray& names, const QString& name)
{
    return filtered(names, [&name](QJsonValue& element) {
        return element.toString() != name && element.toObject().value("node").toString() != name;
    });
}

void collectResources(const QJsonArray& resources, QStringList& names)
{
    for (const QJsonValue& element : resources) {
        const QJsonObject resource = element.toObject();
        const QString name = resource.value(resource.contains("ref") ? "ref" : "name").toString();
        const QString fullName = resource.value("type").toString() + ':' + name;
        if (!names.contains(fullName))
            names << fullName;
        collectResources(resource.value("resources").toArray(), names);
    }
}

// A service without a list of resources consists of one script of its name.
QJsonArray resourcesOf(const QJsonObject& service)
{
    if (service.contains("resources") || service.value("type").toString() == QLatin1String("vm"))
        return service.value("resources").toArray();
    return {QJsonObject{{"type", "script"}, {"name", service.value("name")}}};
}

void renameResources(QJsonArray& resources, const QString& type, const QString& from,
                     const QString& to)
{
    for (QJsonValueRef element : resources) {
        QJsonObject resource = element.toObject();
        for (const char* key : {"name", "ref"}) {
            if (resource.value("type").toString() == type &&
                resource.value(QLatin1String(key)).toString() == from)
                resource.insert(QLatin1String(key), to);
        }
        if (resource.contains("resources")) {
            QJsonArray children = resource.value("resources").toArray();
            renameResources(children, type, from, to);
            resource.insert("resources", children);
        }
        element = resource;
    }
}

QString servicePath(int index, const char* member)
{
    return QStringLiteral("cluster.services[%1].%2").arg(index).arg(QLatin1String(member));
}

// What a file leaves out: a guard's list that follows from the rules, a boot of all nodes by name.
void dropImplied(ScenarioDraft& draft, const Cluster& cluster)
{
    Cluster implied = cluster;
    for (Service& service : implied.services) {
        service.collisions.clear();
        service.isGuarded = false;
    }
    implied.guardKeepApartRules();
    bool isImplied = true;
    for (std::size_t i = 0; i < cluster.services.size(); ++i)
        isImplied = isImplied && cluster.services[i].isGuarded == implied.services[i].isGuarded &&
                    cluster.services[i].collisions == implied.services[i].collisions;
    if (isImplied)
        draft.set("guard.services", QJsonValue::Undefined);
    const QJsonArray all = QJsonArray::fromStringList(draft.nodeNames());
    const qsizetype events = draft.array("events").size();
    for (qsizetype i = 0; i < events; ++i) {
        const QString path = QStringLiteral("events[%1]").arg(i);
        if (draft.value(path + ".do").toString() == QLatin1String("boot") &&
            draft.array(path + ".nodes") == all)
            draft.set(path + ".nodes", QJsonValue::Undefined);
    }
}

} // namespace

ScenarioDraft ScenarioDraft::of(const ScenarioFile& file)
{
    ScenarioFile written = file;
    written.source = ClusterSource{};
    ScenarioDraft draft(QJsonDocument::fromJson(writeScenario(written)).object());
    dropImplied(draft, file.scenario.cluster);
    return draft;
}

QByteArray ScenarioDraft::text() const
{
    return QJsonDocument(m_root).toJson(QJsonDocument::Indented);
}

QJsonValue ScenarioDraft::value(const QString& path) const
{
    return valueAt(m_root, path);
}

bool ScenarioDraft::set(const QString& path, const QJsonValue& value)
{
    QJsonValue root = m_root;
    if (path.isEmpty() || !setValueAt(root, path, value))
        return false;
    m_root = root.toObject();
    return true;
}

bool ScenarioDraft::insert(const QString& path, qsizetype index, const QJsonValue& value)
{
    QJsonArray list = array(path);
    if (index < 0 || index > list.size())
        return false;
    list.insert(index, value);
    return set(path, list);
}

bool ScenarioDraft::append(const QString& path, const QJsonValue& value)
{
    return insert(path, array(path).size(), value);
}

bool ScenarioDraft::move(const QString& path, qsizetype from, qsizetype to)
{
    QJsonArray list = array(path);
    if (from < 0 || to < 0 || from >= list.size() || to >= list.size())
        return false;
    list.insert(to, list.takeAt(from));
    return set(path, list);
}

QStringList ScenarioDraft::nodeNames() const
{
    QStringList names;
    for (const QJsonValue& node : array("cluster.nodes"))
        names << node.toObject().value("name").toString();
    return names;
}

QString ScenarioDraft::fullName(const QJsonObject& service)
{
    return service.value("type").toString("service") + ':' + service.value("name").toString();
}

QStringList ScenarioDraft::serviceNames() const
{
    QStringList names;
    for (const QJsonValue& service : servicesArray())
        names << fullName(service.toObject());
    return names;
}

QStringList ScenarioDraft::domainNames() const
{
    QStringList names;
    for (const QJsonValue& domain : array("cluster.domains"))
        names << domain.toObject().value("name").toString();
    return names;
}

QStringList ScenarioDraft::resourceNames() const
{
    QStringList names;
    collectResources(array("cluster.resources"), names);
    for (const QJsonValue& service : servicesArray())
        collectResources(resourcesOf(service.toObject()), names);
    return names;
}

QString ScenarioDraft::freeName(const QString& wish, const QStringList& taken)
{
    if (!wish.isEmpty() && !taken.contains(wish))
        return wish;
    QString stem = wish;
    while (!stem.isEmpty() && stem.back().isDigit())
        stem.chop(1);
    for (int number = 2;; ++number) {
        const QString name = stem + QString::number(number);
        if (!taken.contains(name))
            return name;
    }
}

int ScenarioDraft::addNode(const QString& name)
{
    const QJsonArray nodes = array("cluster.nodes");
    int id = 0;
    for (const QJsonValue& node : nodes)
        id = std::max(id, node.toObject().value("id").toInt());
    const QString wish = name.isEmpty() ? QStringLiteral("node%1").arg(id + 1) : name;
    append("cluster.nodes", QJsonObject{{"name", freeName(wish, nodeNames())}, {"id", id + 1}});
    return static_cast<int>(nodes.size());
}

void ScenarioDraft::renameEverywhere(const QString& from, const QString& to)
{
    for (const char* member :
         {"events", "faults", "rates", "times", "keep_apart", "guard", "lesson"}) {
        const QJsonValue value = m_root.value(QLatin1String(member));
        if (!value.isUndefined())
            m_root.insert(QLatin1String(member), renamed(value, from, to));
    }
}

void ScenarioDraft::renameNode(int index, const QString& name)
{
    const QString old = nodeNames().value(index);
    if (!set(QStringLiteral("cluster.nodes[%1].name").arg(index), name) || old.isEmpty())
        return;
    const qsizetype domains = array("cluster.domains").size();
    for (qsizetype i = 0; i < domains; ++i) {
        const QString path = QStringLiteral("cluster.domains[%1].nodes").arg(i);
        set(path, renamed(array(path), old, name));
    }
    renameEverywhere(old, name);
}

void ScenarioDraft::removeNode(int index)
{
    const QString name = nodeNames().value(index);
    if (name.isEmpty() ||
        !set(QStringLiteral("cluster.nodes[%1]").arg(index), QJsonValue::Undefined))
        return;
    const qsizetype domains = array("cluster.domains").size();
    for (qsizetype i = 0; i < domains; ++i) {
        const QString path = QStringLiteral("cluster.domains[%1].nodes").arg(i);
        set(path, without(array(path), name));
    }
    const auto keepEvent = [&name](QJsonValue& value) {
        QJsonObject event = value.toObject();
        if (event.value("node").toString() == name || event.value("target").toString() == name)
            return false;
        if (event.value("via").toString() == name)
            event.remove("via");
        const QJsonArray nodes = event.value("nodes").toArray();
        const QJsonArray left = without(nodes, name);
        if (left.isEmpty() && !nodes.isEmpty())
            return false;
        if (left.size() != nodes.size())
            event.insert("nodes", left);
        value = event;
        return true;
    };
    const auto isElsewhere = [&name](QJsonValue& value) {
        return value.toObject().value("node").toString() != name;
    };
    set("events", filtered(array("events"), keepEvent));
    set("faults", filtered(array("faults"), isElsewhere));
    set("rates", filtered(array("rates"), isElsewhere));
    set(QStringLiteral("times.nodes[\"%1\"]").arg(name), QJsonValue::Undefined);
}

int ScenarioDraft::addService(const QString& name, const QString& type)
{
    const QString wish = name.isEmpty() ? QStringLiteral("service1") : name;
    QJsonObject service{{"recovery", "relocate"}};
    if (type != QLatin1String("service"))
        service.insert("type", type);
    return pasteService(
        [&] {
            service.insert("name", wish);
            return service;
        }(),
        static_cast<int>(servicesArray().size()));
}

void ScenarioDraft::renameService(int index, const QString& name)
{
    QJsonObject service = servicesArray()[index].toObject();
    const QString old = fullName(service);
    const bool isImplied =
        !service.contains("resources") && service.value("type").toString() != QLatin1String("vm");
    const QString oldScript = "script:" + service.value("name").toString();
    service.insert("name", name);
    if (!set(QStringLiteral("cluster.services[%1]").arg(index), service))
        return;
    const qsizetype count = servicesArray().size();
    for (int i = 0; i < count; ++i) {
        if (value(servicePath(i, "depend")).toString() == old)
            set(servicePath(i, "depend"), fullName(service));
    }
    if (m_root.value("cluster").toObject().contains("dependencies"))
        set("cluster.dependencies", renamed(array("cluster.dependencies"), old, fullName(service)));
    renameEverywhere(old, fullName(service));
    if (isImplied)
        renameEverywhere(oldScript, "script:" + name);
}

void ScenarioDraft::forgetService(const QString& name)
{
    const qsizetype count = servicesArray().size();
    for (int i = 0; i < count; ++i) {
        if (value(servicePath(i, "depend")).toString() == name)
            set(servicePath(i, "depend"), QJsonValue::Undefined);
    }
    QJsonArray groups;
    for (const QJsonValue& group : array("keep_apart")) {
        const QJsonArray left = without(group.toArray(), name);
        if (left.size() > 1)
            groups.append(left);
    }
    set("keep_apart", groups.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(groups));
    set(QStringLiteral("guard.services[\"%1\"]").arg(name), QJsonValue::Undefined);
    const QJsonObject guarded = value("guard.services").toObject();
    for (auto it = guarded.begin(); it != guarded.end(); ++it)
        set(QStringLiteral("guard.services[\"%1\"]").arg(it.key()),
            without(it.value().toArray(), name));
    set(QStringLiteral("times.services[\"%1\"]").arg(name), QJsonValue::Undefined);
}

void ScenarioDraft::removeService(int index)
{
    const QString name = serviceNames().value(index);
    const QStringList before = resourceNames();
    if (name.isEmpty() ||
        !set(QStringLiteral("cluster.services[%1]").arg(index), QJsonValue::Undefined))
        return;
    forgetService(name);
    const QStringList after = resourceNames();
    const auto isElsewhere = [&](QJsonValue& value) {
        const QJsonObject object = value.toObject();
        const QString resource = object.value("resource").toString();
        return object.value("service").toString() != name &&
               !(before.contains(resource) && !after.contains(resource));
    };
    for (const char* member : {"events", "faults", "rates"})
        set(QLatin1String(member), filtered(array(QLatin1String(member)), isElsewhere));
    const QJsonArray dependencies = array("cluster.dependencies");
    if (!dependencies.isEmpty()) {
        set("cluster.dependencies", filtered(dependencies, [&](QJsonValue& value) {
                QJsonObject dependency = value.toObject();
                dependency.insert("targets",
                                  filtered(dependency.value("targets").toArray(), isElsewhere));
                value = dependency;
                return dependency.value("service").toString() != name;
            }));
    }
}

// The copy's own resources must not be the original's: rgmanager would start one of them twice.
QJsonObject ScenarioDraft::withFreeResourceNames(QJsonObject service, const QString& oldName) const
{
    if (!service.contains("resources"))
        return service;
    QStringList taken = resourceNames();
    QStringList own;
    collectResources(service.value("resources").toArray(), own);
    QStringList shared;
    collectResources(array("cluster.resources"), shared);
    QJsonArray resources = service.value("resources").toArray();
    for (const QString& fullName : std::as_const(own)) {
        if (shared.contains(fullName) || !taken.contains(fullName))
            continue;
        const QString type = fullName.section(':', 0, 0);
        const QString name = fullName.section(':', 1);
        const QString wish = name == oldName ? service.value("name").toString() : name;
        const QString free = freeName(type + ':' + wish, taken);
        taken << free;
        renameResources(resources, type, name, free.section(':', 1));
    }
    service.insert("resources", resources);
    return service;
}

int ScenarioDraft::pasteService(const QJsonObject& service, int index)
{
    const QString type = service.value("type").toString("service");
    const QString oldName = service.value("name").toString();
    const QString free = freeName(type + ':' + oldName, serviceNames());
    QJsonObject copy = service;
    copy.insert("name", free.section(':', 1));
    copy = withFreeResourceNames(copy, oldName);
    insert("cluster.services", index, copy);
    return index;
}

int ScenarioDraft::duplicateService(int index)
{
    return pasteService(servicesArray()[index].toObject(), index + 1);
}

int ScenarioDraft::addDomain(const QString& name)
{
    const QString wish = name.isEmpty() ? QStringLiteral("domain1") : name;
    append("cluster.domains",
           QJsonObject{{"name", freeName(wish, domainNames())}, {"nodes", QJsonArray()}});
    return static_cast<int>(array("cluster.domains").size()) - 1;
}

void ScenarioDraft::renameDomain(int index, const QString& name)
{
    const QString old = domainNames().value(index);
    if (!set(QStringLiteral("cluster.domains[%1].name").arg(index), name))
        return;
    const qsizetype count = servicesArray().size();
    for (int i = 0; i < count; ++i) {
        if (value(servicePath(i, "domain")).toString() == old)
            set(servicePath(i, "domain"), name);
    }
}

void ScenarioDraft::removeDomain(int index)
{
    const QString name = domainNames().value(index);
    if (!set(QStringLiteral("cluster.domains[%1]").arg(index), QJsonValue::Undefined))
        return;
    const qsizetype count = servicesArray().size();
    for (int i = 0; i < count; ++i) {
        if (value(servicePath(i, "domain")).toString() == name)
            set(servicePath(i, "domain"), QJsonValue::Undefined);
    }
}

void ScenarioDraft::renameResource(const QString& fullName, const QString& name)
{
    const QString type = fullName.section(':', 0, 0);
    const QString old = fullName.section(':', 1);
    QJsonArray shared = array("cluster.resources");
    renameResources(shared, type, old, name);
    if (!shared.isEmpty())
        set("cluster.resources", shared);
    const qsizetype count = servicesArray().size();
    for (int i = 0; i < count; ++i) {
        QJsonArray resources = resourcesOf(servicesArray()[i].toObject());
        const QJsonArray before = resources;
        renameResources(resources, type, old, name);
        if (resources != before)
            set(servicePath(i, "resources"), resources);
    }
    renameEverywhere(fullName, type + ':' + name);
}

bool ScenarioDraft::areKeptApart(const QString& serviceA, const QString& serviceB) const
{
    for (const QJsonValue& group : array("keep_apart")) {
        if (group.toArray().contains(serviceA) && group.toArray().contains(serviceB))
            return true;
    }
    return false;
}

void ScenarioDraft::setKeptApart(const QString& serviceA, const QString& serviceB, bool apart)
{
    if (serviceA == serviceB || areKeptApart(serviceA, serviceB) == apart)
        return;
    if (apart) {
        append("keep_apart", QJsonArray{serviceA, serviceB});
        return;
    }
    QJsonArray groups;
    for (const QJsonValue& value : array("keep_apart")) {
        const QJsonArray group = value.toArray();
        if (!group.contains(serviceA) || !group.contains(serviceB)) {
            groups.append(group);
            continue;
        }
        // The rest of the group stays with each of the two: groups of one fewer say that.
        for (const QString& gone : {serviceA, serviceB}) {
            const QJsonArray left = without(group, gone);
            if (left.size() > 1)
                groups.append(left);
        }
    }
    set("keep_apart", groups.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(groups));
}

} // namespace rgsim
