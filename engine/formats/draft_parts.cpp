#include "formats/draft_parts.h"

#include "formats/draft_resources.h"
#include "formats/json_path.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <utility>

namespace rgsim {

namespace {

// The kinds by the member that lists them in a copy.
struct KindMember {
    PartKind kind;
    QLatin1String member;
};
constexpr std::array kindMembers{
    KindMember{PartKind::SharedResource, QLatin1String("shared")},
    KindMember{PartKind::Node, QLatin1String("nodes")},
    KindMember{PartKind::Domain, QLatin1String("domains")},
    KindMember{PartKind::Service, QLatin1String("services")},
    KindMember{PartKind::Resource, QLatin1String("resources")},
};

const QLatin1String neededMember("needed"); // shared resources that the others refer to

QString timesPath(const ScenarioDraft& draft, const QString& path)
{
    const bool isNode = partKind(path) == PartKind::Node;
    return QStringLiteral("times.%1[\"%2\"]")
        .arg(isNode ? QLatin1String("nodes") : QLatin1String("services"), partName(draft, path));
}

QJsonArray treeOf(PartKind kind, const QJsonObject& value)
{
    return kind == PartKind::Service ? value.value("resources").toArray() : QJsonArray{value};
}

void addNeeded(const ScenarioDraft& draft, const QJsonArray& tree, QJsonArray& needed)
{
    withEachResource(tree, [&](QJsonObject& resource) {
        if (!resource.contains("ref"))
            return;
        for (const QJsonValue& shared : draft.array("cluster.resources")) {
            if (resourceName(shared.toObject()) == resourceName(resource) &&
                !needed.contains(shared))
                needed.append(shared);
        }
    });
}

class Paster {
public:
    Paster(ScenarioDraft& draft, QString at) : m_draft(draft), m_at(std::move(at)) {}

    QStringList paste(const QJsonObject& parts);

private:
    QString pasteOne(PartKind kind, const QJsonObject& value, const QJsonValue& times);
    QString pasteNode(QJsonObject node, const QJsonValue& times);
    QString pasteDomain(QJsonObject domain);
    QString pasteService(const QJsonObject& service, const QJsonValue& times);
    QString pasteResource(const QJsonObject& resource);
    QString pasteShared(const QJsonObject& resource);
    void addNeeded(const QJsonArray& needed);
    int placeIn(const QString& list);

    ScenarioDraft& m_draft;
    QString m_at;
};

// Behind the part of that list that m_at leads into, else last.
int Paster::placeIn(const QString& list)
{
    const auto size = static_cast<int>(m_draft.array(list).size());
    if (!m_at.startsWith(list + u'['))
        return size;
    const int index = elementOf(m_at.left(m_at.indexOf(u']', list.size()) + 1)).index;
    return std::min(index + 1, size);
}

QString Paster::pasteNode(QJsonObject node, const QJsonValue& times)
{
    const int last = m_draft.addNode();
    const QString path = QStringLiteral("cluster.nodes[%1]").arg(last);
    const QJsonValue id = m_draft.value(path + ".id");
    m_draft.set(path, QJsonValue::Undefined);
    node.insert("id", id);
    node.insert("name",
                ScenarioDraft::freeName(node.value("name").toString(), m_draft.nodeNames()));
    m_draft.append("cluster.nodes", node);
    if (times.isObject())
        m_draft.set(timesPath(m_draft, path), times);
    return path;
}

QString Paster::pasteDomain(QJsonObject domain)
{
    const QStringList nodes = m_draft.nodeNames();
    QJsonArray members;
    for (const QJsonValue& member : domain.value("nodes").toArray()) {
        const QString name =
            member.isString() ? member.toString() : member.toObject().value("node").toString();
        if (nodes.contains(name))
            members.append(member);
    }
    domain.insert("nodes", members);
    domain.insert("name",
                  ScenarioDraft::freeName(domain.value("name").toString(), m_draft.domainNames()));
    const ElementPath at{"cluster.domains", placeIn("cluster.domains")};
    m_draft.insert(at.list, at.index, domain);
    return at.path();
}

QString Paster::pasteService(const QJsonObject& service, const QJsonValue& times)
{
    const int index = m_draft.pasteService(service, placeIn("cluster.services"));
    const QString path = QStringLiteral("cluster.services[%1]").arg(index);
    if (!times.isObject())
        return path;
    // Its resources have new names; their times go by these.
    QStringList before;
    QStringList after;
    withEachResource(resourcesOf(service), [&](QJsonObject& one) { before << resourceName(one); });
    withEachResource(resourcesOf(m_draft.value(path).toObject()),
                     [&](QJsonObject& one) { after << resourceName(one); });
    QJsonObject own = times.toObject();
    QJsonObject byResource;
    const QJsonObject given = own.value("resources").toObject();
    for (qsizetype i = 0; i < before.size() && i < after.size(); ++i) {
        if (given.contains(before[i]))
            byResource.insert(after[i], given.value(before[i]));
    }
    own.remove("resources");
    if (!byResource.isEmpty())
        own.insert("resources", byResource);
    if (!own.isEmpty())
        m_draft.set(timesPath(m_draft, path), own);
    return path;
}

QString Paster::pasteResource(const QJsonObject& resource)
{
    switch (partKind(m_at)) {
    case PartKind::Service:
        return m_draft.pasteResource(resource, m_at);
    case PartKind::Resource: {
        const ElementPath at = elementOf(m_at);
        const QString parent = at.list.left(at.list.lastIndexOf(u'.'));
        return m_draft.pasteResource(resource, parent, at.index + 1);
    }
    case PartKind::SharedResource:
        return resource.contains("ref") ? QString() : pasteShared(resource);
    default:
        return {};
    }
}

QString Paster::pasteShared(const QJsonObject& resource)
{
    return m_draft.pasteResource(resource, "cluster", placeIn("cluster.resources"));
}

QString Paster::pasteOne(PartKind kind, const QJsonObject& value, const QJsonValue& times)
{
    switch (kind) {
    case PartKind::Node:
        return pasteNode(value, times);
    case PartKind::Domain:
        return pasteDomain(value);
    case PartKind::Service:
        return pasteService(value, times);
    case PartKind::Resource:
        return pasteResource(value);
    case PartKind::SharedResource:
        return pasteShared(value);
    case PartKind::None:
        break;
    }
    return {};
}

void Paster::addNeeded(const QJsonArray& needed)
{
    QStringList known;
    collectResourceNames(m_draft.array("cluster.resources"), known);
    for (const QJsonValue& shared : needed) {
        if (shared.isObject() && !known.contains(resourceName(shared.toObject())))
            m_draft.append("cluster.resources", shared);
    }
}

QStringList Paster::paste(const QJsonObject& parts)
{
    QStringList pasted;
    for (const KindMember& one : kindMembers) {
        for (const QJsonValue& element : parts.value(one.member).toArray()) {
            const QJsonObject copy = element.toObject();
            const QString path =
                pasteOne(one.kind, copy.value("part").toObject(), copy.value("times"));
            if (path.isEmpty())
                continue;
            if (pasted.isEmpty()) // not for what is left without a place
                addNeeded(parts.value(neededMember).toArray());
            pasted << path;
            if (partKind(m_at) == one.kind)
                m_at = path; // the next one behind it
        }
    }
    return pasted;
}

} // namespace

PartKind partKind(const QString& path)
{
    const ElementPath at = elementOf(path);
    if (at.index < 0)
        return PartKind::None;
    if (at.list == QLatin1String("cluster.nodes"))
        return PartKind::Node;
    if (at.list == QLatin1String("cluster.services"))
        return PartKind::Service;
    if (at.list == QLatin1String("cluster.domains"))
        return PartKind::Domain;
    if (at.list == QLatin1String("cluster.resources"))
        return PartKind::SharedResource;
    const bool isInTree = isAtOrBelow(at.list, QStringLiteral("cluster.services")) &&
                          at.list.endsWith(QLatin1String(".resources"));
    return isInTree ? PartKind::Resource : PartKind::None;
}

QString partOf(const QString& path)
{
    qsizetype end = path.size();
    while ((end = path.lastIndexOf(u']', end - 1)) > 0) {
        if (const QString part = path.left(end + 1); partKind(part) != PartKind::None)
            return part;
    }
    return {};
}

QJsonObject partValue(const ScenarioDraft& draft, const QString& path)
{
    const QJsonValue value = draft.value(path);
    if (value.isObject() || partKind(path) != PartKind::Resource)
        return value.toObject();
    ScenarioDraft spelled = draft;
    makeExplicit(spelled, path);
    return spelled.value(path).toObject();
}

QString partName(const ScenarioDraft& draft, const QString& path)
{
    const QJsonObject value = partValue(draft, path);
    switch (partKind(path)) {
    case PartKind::None:
        return {};
    case PartKind::Node:
    case PartKind::Domain:
        return value.value("name").toString();
    case PartKind::Service:
        return ScenarioDraft::fullName(value);
    case PartKind::Resource:
    case PartKind::SharedResource:
        break;
    }
    return resourceName(value);
}

QStringList outermostParts(QStringList paths)
{
    paths.removeIf([](const QString& path) { return partKind(path) == PartKind::None; });
    paths.removeDuplicates();
    const QStringList all = paths;
    paths.removeIf([&all](const QString& path) {
        return std::any_of(all.begin(), all.end(), [&path](const QString& other) {
            return path != other && isAtOrBelow(path, other);
        });
    });
    std::sort(paths.begin(), paths.end(), [](const QString& a, const QString& b) {
        const ElementPath one = elementOf(a);
        const ElementPath two = elementOf(b);
        return one.list == two.list ? one.index < two.index : one.list < two.list;
    });
    return paths;
}

QJsonObject copyParts(const ScenarioDraft& draft, const QStringList& paths)
{
    QJsonObject copy;
    QJsonArray needed;
    for (const QString& path : outermostParts(paths)) {
        const PartKind kind = partKind(path);
        const QJsonObject value = partValue(draft, path);
        if (value.isEmpty())
            continue;
        QJsonObject part{{"part", value}};
        if (kind == PartKind::Node || kind == PartKind::Service) {
            if (const QJsonValue times = draft.value(timesPath(draft, path)); times.isObject())
                part.insert("times", times);
        }
        if (kind == PartKind::Service || kind == PartKind::Resource)
            addNeeded(draft, treeOf(kind, value), needed);
        for (const KindMember& one : kindMembers) {
            if (one.kind != kind)
                continue;
            QJsonArray list = copy.value(one.member).toArray();
            list.append(part);
            copy.insert(one.member, list);
        }
    }
    if (!needed.isEmpty())
        copy.insert(neededMember, needed);
    return copy;
}

QStringList pasteParts(ScenarioDraft& draft, const QJsonObject& parts, const QString& at)
{
    return Paster(draft, at).paste(parts);
}

QStringList duplicateParts(ScenarioDraft& draft, const QStringList& paths)
{
    QStringList copies;
    const QStringList originals = outermostParts(paths);
    // From behind, so that the paths before stay as they are.
    for (auto it = originals.rbegin(); it != originals.rend(); ++it) {
        const QStringList made = pasteParts(draft, copyParts(draft, {*it}), *it);
        if (made.isEmpty())
            continue;
        const ElementPath at = elementOf(made.first());
        for (QString& copy : copies)
            copy = shiftedPath(copy, at.list, at.index, 1);
        copies.prepend(made.first());
    }
    return copies;
}

void removeParts(ScenarioDraft& draft, const QStringList& paths)
{
    QStringList left = outermostParts(paths);
    // Shared resources last: others' references to them leave their children behind.
    std::stable_sort(left.begin(), left.end(), [](const QString& a, const QString& b) {
        return (partKind(a) == PartKind::SharedResource) <
               (partKind(b) == PartKind::SharedResource);
    });
    while (!left.isEmpty()) {
        const QString path = left.takeFirst();
        const ElementPath at = elementOf(path);
        switch (partKind(path)) {
        case PartKind::Node:
            draft.removeNode(at.index);
            break;
        case PartKind::Service:
            draft.removeService(at.index);
            break;
        case PartKind::Domain:
            draft.removeDomain(at.index);
            break;
        default:
            draft.removeResource(path);
        }
        for (QString& other : left)
            other = shiftedPath(other, at.list, at.index + 1, -1);
    }
}

void makeExplicit(ScenarioDraft& draft, const QString& path)
{
    if (partKind(partOf(path)) == PartKind::Resource)
        draft.spellOutResources(elementOf(path.left(path.indexOf(u']') + 1)).index);
}

void renamePart(ScenarioDraft& draft, const QString& path, const QString& name)
{
    const int index = elementOf(path).index;
    switch (partKind(path)) {
    case PartKind::None:
        return;
    case PartKind::Node:
        return draft.renameNode(index, name);
    case PartKind::Service:
        return draft.renameService(index, name);
    case PartKind::Domain:
        return draft.renameDomain(index, name);
    case PartKind::Resource:
    case PartKind::SharedResource:
        break;
    }
    if (const QString old = partName(draft, path); !old.isEmpty())
        draft.renameResource(old, name);
}

} // namespace rgsim
