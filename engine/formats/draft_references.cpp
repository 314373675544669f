#include "formats/draft_references.h"

#include "simulation/property.h"

#include <QJsonArray>

#include <utility>

namespace rgsim {

namespace {

class ReferenceMapper {
public:
    explicit ReferenceMapper(const NameMap& map) : m_map(map) {}

    QJsonObject scenario(QJsonObject root) const;

private:
    using Visit = std::function<bool(QJsonObject&)>;

    std::optional<QString> name(NameKind kind, const QString& name) const;
    bool member(QJsonObject& object, const char* key, NameKind kind) const;
    QJsonArray names(const QJsonArray& list, NameKind kind) const;
    bool happening(QJsonObject& object) const;
    bool event(QJsonObject& event) const;
    void cluster(QJsonObject& cluster) const;
    void times(QJsonObject& times) const;
    QJsonObject keys(const QJsonObject& object, NameKind kind) const;
    QJsonArray keepApart(const QJsonArray& groups) const;
    bool balancedGroup(QJsonObject& group) const;
    QJsonArray properties(const QJsonArray& sentences) const;
    void guard(QJsonObject& guard) const;
    QJsonArray highlights(const QJsonArray& names) const;
    bool startRecord(QJsonObject& record) const;
    void listOfNodes(QJsonObject& object, const char* key) const;
    QJsonObject start(QJsonObject start) const;

    static void eachOf(QJsonObject& parent, const char* list, const Visit& keep);
    static void within(QJsonObject& parent, const char* key,
                       const std::function<void(QJsonObject&)>& change);

    const NameMap& m_map;
};

// Where only services are named, "bark" is short for "service:bark".
std::optional<QString> ReferenceMapper::name(NameKind kind, const QString& name) const
{
    const bool isShort = kind == NameKind::Service && !name.contains(u':');
    const QString full = isShort ? QStringLiteral("service:") + name : name;
    const std::optional<QString> mapped = m_map(kind, full);
    return mapped && *mapped == full ? name : mapped;
}

// False if the member named something that is to be dropped.
bool ReferenceMapper::member(QJsonObject& object, const char* key, NameKind kind) const
{
    const QLatin1String at(key);
    if (!object.value(at).isString())
        return true;
    const std::optional<QString> mapped = name(kind, object.value(at).toString());
    if (mapped)
        object.insert(at, *mapped);
    return mapped.has_value();
}

QJsonArray ReferenceMapper::names(const QJsonArray& list, NameKind kind) const
{
    QJsonArray result;
    for (const QJsonValue& element : list) {
        QJsonObject object = element.toObject(); // a domain's node with its priority
        if (element.isObject()) {
            if (member(object, "node", kind))
                result.append(object);
        } else if (!element.isString()) {
            result.append(element);
        } else if (const std::optional<QString> mapped = name(kind, element.toString())) {
            result.append(*mapped);
        }
    }
    return result;
}

void ReferenceMapper::eachOf(QJsonObject& parent, const char* list, const Visit& keep)
{
    const QLatin1String at(list);
    if (!parent.value(at).isArray())
        return;
    QJsonArray result;
    for (const QJsonValue& element : parent.value(at).toArray()) {
        QJsonObject object = element.toObject();
        if (!element.isObject())
            result.append(element);
        else if (keep(object))
            result.append(object);
    }
    parent.insert(at, result);
}

void ReferenceMapper::within(QJsonObject& parent, const char* key,
                             const std::function<void(QJsonObject&)>& change)
{
    const QLatin1String at(key);
    if (!parent.value(at).isObject())
        return;
    QJsonObject object = parent.value(at).toObject();
    change(object);
    if (object.isEmpty())
        parent.remove(at);
    else
        parent.insert(at, object);
}

// An event, a fault or a rate, by the members they share.
bool ReferenceMapper::happening(QJsonObject& object) const
{
    return member(object, "node", NameKind::Node) && member(object, "service", NameKind::Service) &&
           member(object, "resource", NameKind::Resource);
}

bool ReferenceMapper::event(QJsonObject& event) const
{
    if (!happening(event) || !member(event, "target", NameKind::Node))
        return false;
    if (!member(event, "via", NameKind::Node))
        event.remove(QStringLiteral("via"));
    if (!event.contains(QStringLiteral("nodes")))
        return true;
    const QJsonArray before = event.value(QStringLiteral("nodes")).toArray();
    const QJsonArray after = names(before, NameKind::Node);
    event.insert(QStringLiteral("nodes"), after);
    const QString what = event.value(QStringLiteral("do")).toString();
    const bool isBoot = what == QLatin1String("boot") || what == QLatin1String("rejoin");
    return !after.isEmpty() || before.isEmpty() || isBoot;
}

void ReferenceMapper::cluster(QJsonObject& cluster) const
{
    eachOf(cluster, "domains", [this](QJsonObject& domain) {
        domain.insert(QStringLiteral("nodes"),
                      names(domain.value(QStringLiteral("nodes")).toArray(), NameKind::Node));
        return true;
    });
    eachOf(cluster, "services", [this](QJsonObject& service) {
        // Names something exactly as it is written, so "bark" is not "service:bark" here.
        const QString depend = service.value(QStringLiteral("depend")).toString();
        if (depend.isEmpty())
            return true;
        if (const std::optional<QString> mapped = m_map(NameKind::Service, depend)) {
            service.insert(QStringLiteral("depend"), *mapped);
            return true;
        }
        service.remove(QStringLiteral("depend"));
        service.remove(QStringLiteral("depend_mode"));
        return true;
    });
    eachOf(cluster, "dependencies", [this](QJsonObject& dependency) {
        eachOf(dependency, "targets", [this](QJsonObject& target) {
            return member(target, "service", NameKind::Service);
        });
        return member(dependency, "service", NameKind::Service);
    });
}

QJsonObject ReferenceMapper::keys(const QJsonObject& object, NameKind kind) const
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (const std::optional<QString> mapped = name(kind, it.key()))
            result.insert(*mapped, it.value());
    }
    return result;
}

void ReferenceMapper::times(QJsonObject& times) const
{
    within(times, "nodes", [this](QJsonObject& nodes) { nodes = keys(nodes, NameKind::Node); });
    within(times, "services", [this](QJsonObject& services) {
        QJsonObject result;
        for (const QString& service : services.keys()) {
            QJsonObject own = services.value(service).toObject();
            const std::optional<QString> mapped = name(NameKind::Service, service);
            within(own, "resources", [this](QJsonObject& resources) {
                resources = keys(resources, NameKind::Resource);
            });
            if (mapped && !own.isEmpty())
                result.insert(*mapped, own);
        }
        services = result;
    });
}

QJsonArray ReferenceMapper::keepApart(const QJsonArray& groups) const
{
    QJsonArray result;
    for (const QJsonValue& group : groups) {
        const QJsonArray before = group.toArray();
        const QJsonArray after = names(before, NameKind::Service);
        if (after.size() > 1 || after.size() == before.size())
            result.append(after);
    }
    return result;
}

// Without any instance there is no group, and of fewer no more can be needed.
bool ReferenceMapper::balancedGroup(QJsonObject& group) const
{
    const QLatin1String list("services");
    const QLatin1String needs("needs");
    const QJsonArray before = group.value(list).toArray();
    const QJsonArray left = names(before, NameKind::Service);
    group.insert(list, left);
    if (left.size() < before.size() && group.value(needs).toInt() > left.size())
        group.insert(needs, left.size());
    return !left.isEmpty() || before.isEmpty();
}

// A sentence that cannot be read stays for the reader to complain about.
QJsonArray ReferenceMapper::properties(const QJsonArray& sentences) const
{
    QJsonArray result;
    for (const QJsonValue& sentence : sentences) {
        Result<PropertyWords> words = readProperty(sentence.toString().toStdString());
        if (!words.ok()) {
            result.append(sentence);
            continue;
        }
        std::vector<std::string> left;
        for (const std::string& service : words->services) {
            if (const auto mapped = name(NameKind::Service, QString::fromStdString(service)))
                left.push_back(mapped->toStdString());
        }
        const bool isGroup = words->kind == Property::Kind::NeverTogether && left.size() > 1;
        if (left == words->services) {
            result.append(sentence);
        } else if (isGroup || left.size() == words->services.size()) {
            words->services = std::move(left);
            result.append(QString::fromStdString(toText(*words)));
        }
    }
    return result;
}

void ReferenceMapper::guard(QJsonObject& guard) const
{
    const QLatin1String list("services");
    if (!guard.value(list).isObject())
        return; // an empty list stays: without one, the rules would say who is guarded
    const QJsonObject services = guard.value(list).toObject();
    QJsonObject result;
    for (const QString& service : services.keys()) {
        const std::optional<QString> mapped = name(NameKind::Service, service);
        // What the script compares with is text: "bark" means nobody there.
        QJsonArray others;
        for (const QJsonValue& other : services.value(service).toArray()) {
            if (const std::optional<QString> left = m_map(NameKind::Service, other.toString()))
                others.append(*left);
        }
        if (mapped)
            result.insert(*mapped, others);
    }
    guard.insert(list, result);
}

QJsonArray ReferenceMapper::highlights(const QJsonArray& list) const
{
    QJsonArray result;
    for (const QJsonValue& element : list) {
        std::optional<QString> at = element.toString();
        for (const NameKind kind : {NameKind::Node, NameKind::Service, NameKind::Resource}) {
            if (at)
                at = m_map(kind, *at);
        }
        if (at)
            result.append(*at);
    }
    return result;
}

// A record without its owner would be another one, so it goes with it.
bool ReferenceMapper::startRecord(QJsonObject& record) const
{
    if (!member(record, "owner", NameKind::Node))
        return false;
    if (!member(record, "last_owner", NameKind::Node))
        record.remove(QStringLiteral("last_owner"));
    listOfNodes(record, "runs_on");
    return true;
}

void ReferenceMapper::listOfNodes(QJsonObject& object, const char* key) const
{
    const QLatin1String at(key);
    if (object.value(at).isArray())
        object.insert(at, names(object.value(at).toArray(), NameKind::Node));
}

// It stays even if nothing is left in it: without it the run would begin with a boot.
QJsonObject ReferenceMapper::start(QJsonObject start) const
{
    listOfNodes(start, "nodes");
    listOfNodes(start, "without_rgmanager");
    within(start, "services", [this](QJsonObject& services) {
        QJsonObject result;
        for (const QString& service : services.keys()) {
            const QJsonValue value = services.value(service);
            QJsonObject record = value.toObject();
            const std::optional<QString> mapped = name(NameKind::Service, service);
            if (mapped && (!value.isObject() || startRecord(record)))
                result.insert(*mapped, value.isObject() ? QJsonValue(record) : value);
        }
        services = result;
    });
    return start;
}

QJsonObject ReferenceMapper::scenario(QJsonObject root) const
{
    const QLatin1String beginning("start");
    if (root.value(beginning).isObject())
        root.insert(beginning, start(root.value(beginning).toObject()));
    within(root, "cluster", [this](QJsonObject& object) { cluster(object); });
    within(root, "times", [this](QJsonObject& object) { times(object); });
    within(root, "guard", [this](QJsonObject& object) { guard(object); });
    const QLatin1String groups("keep_apart");
    if (root.contains(groups)) {
        const QJsonArray left = keepApart(root.value(groups).toArray());
        root.insert(groups, left);
        if (left.isEmpty())
            root.remove(groups);
    }
    eachOf(root, "groups", [this](QJsonObject& group) { return balancedGroup(group); });
    if (root.contains(QStringLiteral("groups")) &&
        root.value(QStringLiteral("groups")).toArray().isEmpty())
        root.remove(QStringLiteral("groups"));
    const QLatin1String sentences("properties");
    if (root.value(sentences).isArray()) {
        const QJsonArray left = properties(root.value(sentences).toArray());
        root.insert(sentences, left);
        if (left.isEmpty())
            root.remove(sentences);
    }
    eachOf(root, "events", [this](QJsonObject& object) { return event(object); });
    eachOf(root, "faults", [this](QJsonObject& object) { return happening(object); });
    eachOf(root, "rates", [this](QJsonObject& object) { return happening(object); });
    eachOf(root, "lesson", [this](QJsonObject& step) {
        const QLatin1String names("highlight");
        if (step.contains(names))
            step.insert(names, highlights(step.value(names).toArray()));
        return true;
    });
    return root;
}

} // namespace

QJsonObject withMappedReferences(const QJsonObject& scenario, const NameMap& map)
{
    return ReferenceMapper(map).scenario(scenario);
}

NameMap renaming(NameKind kind, const QString& from, const QString& to)
{
    return [=](NameKind at, const QString& name) -> std::optional<QString> {
        return at == kind && name == from ? to : name;
    };
}

NameMap dropping(NameKind kind, const QString& name)
{
    return [=](NameKind at, const QString& found) -> std::optional<QString> {
        return at == kind && found == name ? std::nullopt : std::optional<QString>(found);
    };
}

} // namespace rgsim
