#include "formats/scenario_draft.h"

#include "formats/draft_references.h"
#include "formats/json_path.h"
#include "formats/scenario_writer.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace rgsim {

namespace {

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

bool bootsSomebody(const QJsonArray& events)
{
    return std::any_of(events.begin(), events.end(), [](const QJsonValue& event) {
        const QString what = event.toObject().value("do").toString();
        return what == QLatin1String("boot") || what == QLatin1String("rejoin");
    });
}

QStringList common(const QStringList& names, const QStringList& others)
{
    QStringList found;
    std::copy_if(names.begin(), names.end(), std::back_inserter(found),
                 [&](const QString& name) { return others.contains(name); });
    return found;
}

QStringList without(const QStringList& names, const QStringList& gone)
{
    QStringList left;
    std::copy_if(names.begin(), names.end(), std::back_inserter(left),
                 [&](const QString& name) { return !gone.contains(name); });
    return left;
}

bool isSaid(const QStringList& group, const QJsonArray& groups)
{
    return std::any_of(groups.begin(), groups.end(), [&](const QJsonValue& other) {
        return common(group, other.toVariant().toStringList()).size() == group.size();
    });
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

void ScenarioDraft::mapReferences(NameKind kind, const QString& from,
                                  const std::optional<QString>& to)
{
    if (!from.isEmpty())
        m_root =
            withMappedReferences(m_root, to ? renaming(kind, from, *to) : dropping(kind, from));
}

void ScenarioDraft::renameNode(int index, const QString& name)
{
    const QString old = nodeNames().value(index);
    if (index < nodeNames().size() &&
        set(QStringLiteral("cluster.nodes[%1].name").arg(index), name))
        mapReferences(NameKind::Node, old, name);
}

void ScenarioDraft::removeNode(int index)
{
    const QString name = nodeNames().value(index);
    if (index < nodeNames().size() &&
        set(QStringLiteral("cluster.nodes[%1]").arg(index), QJsonValue::Undefined))
        mapReferences(NameKind::Node, name, std::nullopt);
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
    if (index >= domainNames().size() ||
        !set(QStringLiteral("cluster.domains[%1].name").arg(index), name))
        return;
    const qsizetype count = servicesArray().size();
    for (qsizetype i = 0; i < count; ++i) {
        const QString path = QStringLiteral("cluster.services[%1].domain").arg(i);
        if (value(path).toString() == old)
            set(path, name);
    }
}

void ScenarioDraft::removeDomain(int index)
{
    const QString name = domainNames().value(index);
    if (index >= domainNames().size() ||
        !set(QStringLiteral("cluster.domains[%1]").arg(index), QJsonValue::Undefined))
        return;
    const qsizetype count = servicesArray().size();
    for (qsizetype i = 0; i < count; ++i) {
        const QString path = QStringLiteral("cluster.services[%1].domain").arg(i);
        if (value(path).toString() == name)
            set(path, QJsonValue::Undefined);
    }
}

void ScenarioDraft::setEvents(QJsonArray events)
{
    if (bootsSomebody(events) && !bootsSomebody(array("events")) && !m_root.contains("start"))
        events.prepend(QJsonObject{{"at", "0s"}, {"do", "boot"}});
    set("events", events.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(events));
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
    if (serviceA != serviceB)
        setAllApart({serviceA, serviceB}, apart);
}

void ScenarioDraft::setAllApart(const QStringList& services, bool apart)
{
    if (services.size() < 2 || (apart && areAllApart(services)))
        return;
    QJsonArray groups;
    QVector<QStringList> split;
    for (const QJsonValue& value : array("keep_apart")) {
        const QStringList group = value.toVariant().toStringList();
        QStringList chosen = common(group, services);
        if (apart ? chosen.size() == group.size() : chosen.size() > 1) {
            // The rest of the group stays with each of those that no longer mind each other.
            for (; !apart && !chosen.isEmpty(); chosen.removeLast())
                split << without(group, without(common(group, services), {chosen.last()}));
        } else {
            groups.append(value);
        }
    }
    if (apart)
        groups.append(QJsonArray::fromStringList(services));
    for (const QStringList& group : std::as_const(split)) {
        if (group.size() > 1 && !isSaid(group, groups))
            groups.append(QJsonArray::fromStringList(group));
    }
    set("keep_apart", groups.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(groups));
}

bool ScenarioDraft::areAllApart(const QStringList& services) const
{
    for (const QString& a : services) {
        for (const QString& b : services) {
            if (a < b && !areKeptApart(a, b))
                return false;
        }
    }
    return true;
}

} // namespace rgsim
