#include "support/random_edits.h"

#include "formats/draft_resources.h"

#include <functional>
#include <utility>
#include <vector>

namespace rgsim::support {

namespace {

void collectPaths(const QJsonArray& tree, const QString& list, QStringList& paths)
{
    for (qsizetype i = 0; i < tree.size(); ++i) {
        const QString path = QStringLiteral("%1[%2]").arg(list).arg(i);
        paths << path;
        collectPaths(tree[i].toObject().value("resources").toArray(), path + ".resources", paths);
    }
}

class Editor {
public:
    Editor(ScenarioDraft& draft, RandomStream& stream) : m_draft(draft), m_stream(stream) {}

    QString edit();

private:
    using Edit = QString (Editor::*)();

    int below(qsizetype bound)
    {
        return static_cast<int>(m_stream.below(static_cast<std::uint64_t>(bound)));
    }
    QString oneOf(const QStringList& list) { return list[below(list.size())]; }
    // A name that nobody has; now and then one that the format uses as a key.
    QString newName(const QStringList& taken)
    {
        return ScenarioDraft::freeName(oneOf({"alpha", "node", "services", "crash", "start"}),
                                       taken);
    }
    QStringList bareServiceNames() const
    {
        QStringList names;
        for (const QString& name : m_draft.serviceNames() + m_draft.resourceNames())
            names << name.section(':', 1);
        return names;
    }
    QString someParent()
    {
        const QStringList paths = resourcePaths(m_draft);
        if (paths.isEmpty() || below(2) == 0)
            return QStringLiteral("cluster.services[%1]").arg(below(services()));
        return oneOf(paths);
    }
    int services() const { return static_cast<int>(m_draft.serviceNames().size()); }
    int nodes() const { return static_cast<int>(m_draft.nodeNames().size()); }
    int domains() const { return static_cast<int>(m_draft.domainNames().size()); }

    QString addNode();
    QString renameNode();
    QString removeNode();
    QString addService();
    QString renameService();
    QString retypeService();
    QString removeService();
    QString duplicateService();
    QString moveService();
    QString addDomain();
    QString renameDomain();
    QString removeDomain();
    QString addResource();
    QString removeResource();
    QString moveResource();
    QString renameResource();
    QString pasteResource();
    QString removeShared();
    QString keepApart();

    ScenarioDraft& m_draft;
    RandomStream& m_stream;
};

QString Editor::addNode()
{
    return QString("add node %1").arg(m_draft.addNode());
}

QString Editor::renameNode()
{
    const int index = below(nodes());
    const QString name = newName(m_draft.nodeNames());
    m_draft.renameNode(index, name);
    return QString("rename node %1 to %2").arg(index).arg(name);
}

QString Editor::removeNode()
{
    if (nodes() < 2)
        return {};
    const int index = below(nodes());
    m_draft.removeNode(index);
    return QString("remove node %1").arg(index);
}

QString Editor::addService()
{
    const QString type = below(4) == 0 ? "vm" : "service";
    return QString("add %1 %2").arg(type).arg(m_draft.addService({}, type));
}

QString Editor::renameService()
{
    if (services() == 0)
        return {};
    const int index = below(services());
    const QString name = newName(bareServiceNames());
    m_draft.renameService(index, name);
    return QString("rename service %1 to %2").arg(index).arg(name);
}

QString Editor::retypeService()
{
    if (services() == 0)
        return {};
    const int index = below(services());
    const QString type = below(2) == 0 ? "vm" : "service";
    const QString name = m_draft.serviceNames().value(index).section(':', 1);
    if (m_draft.resourceNames().contains("script:" + name) ||
        m_draft.serviceNames().contains(type + ':' + name))
        return {};
    m_draft.retypeService(index, type);
    return QString("make service %1 a %2").arg(index).arg(type);
}

QString Editor::removeService()
{
    if (services() == 0)
        return {};
    const int index = below(services());
    m_draft.removeService(index);
    return QString("remove service %1").arg(index);
}

QString Editor::duplicateService()
{
    if (services() == 0 || services() > 20)
        return {};
    const int index = below(services());
    m_draft.duplicateService(index);
    return QString("duplicate service %1").arg(index);
}

QString Editor::moveService()
{
    if (services() == 0)
        return {};
    const int from = below(services());
    const int to = below(services());
    m_draft.move("cluster.services", from, to);
    return QString("move service %1 to %2").arg(from).arg(to);
}

QString Editor::addDomain()
{
    return QString("add domain %1").arg(m_draft.addDomain());
}

QString Editor::renameDomain()
{
    if (domains() == 0)
        return {};
    const int index = below(domains());
    const QString name = newName(m_draft.domainNames());
    m_draft.renameDomain(index, name);
    return QString("rename domain %1 to %2").arg(index).arg(name);
}

QString Editor::removeDomain()
{
    if (domains() == 0)
        return {};
    const int index = below(domains());
    m_draft.removeDomain(index);
    return QString("remove domain %1").arg(index);
}

QString Editor::addResource()
{
    if (services() == 0)
        return {};
    const QString parent = QStringLiteral("cluster.services[%1]").arg(below(services()));
    return "add " + m_draft.addResource(parent, "script");
}

QString Editor::removeResource()
{
    const QStringList paths = resourcePaths(m_draft);
    if (paths.isEmpty())
        return {};
    const QString path = oneOf(paths);
    m_draft.removeResource(path);
    return "remove " + path;
}

QString Editor::moveResource()
{
    const QStringList paths = resourcePaths(m_draft);
    if (paths.isEmpty())
        return {};
    const QString path = oneOf(paths);
    const QString parent = someParent();
    const auto size = m_draft.array(parent + ".resources").size();
    const int index = below(size + 1);
    m_draft.moveResource(path, parent, index);
    return QString("move %1 to %2, %3").arg(path, parent).arg(index);
}

QString Editor::renameResource()
{
    const QStringList names = m_draft.resourceNames();
    if (names.isEmpty() || names.first().startsWith("vm:"))
        return {};
    const QString old = oneOf(names);
    if (old.startsWith("vm:"))
        return {};
    const QString name = newName(bareServiceNames());
    m_draft.renameResource(old, name);
    return QString("rename %1 to %2").arg(old, name);
}

QString Editor::pasteResource()
{
    const QStringList paths = resourcePaths(m_draft);
    if (paths.isEmpty())
        return {};
    const QString path = oneOf(paths);
    const QJsonObject resource = m_draft.value(path).toObject();
    const QString parent = QStringLiteral("cluster.services[%1]").arg(below(services()));
    if (resource.isEmpty() || resource.contains("ref"))
        return {};
    return QString("paste %1 as %2").arg(path, m_draft.pasteResource(resource, parent));
}

QString Editor::removeShared()
{
    const auto count = m_draft.array("cluster.resources").size();
    if (count == 0)
        return {};
    const QString path = QStringLiteral("cluster.resources[%1]").arg(below(count));
    m_draft.removeResource(path);
    return "remove " + path;
}

QString Editor::keepApart()
{
    if (services() < 2)
        return {};
    const QString a = oneOf(m_draft.serviceNames());
    const QString b = oneOf(m_draft.serviceNames());
    const bool apart = below(2) == 0;
    m_draft.setKeptApart(a, b, apart);
    return QString("keep %1 and %2 %3").arg(a, b, apart ? "apart" : "together");
}

QString Editor::edit()
{
    static const std::vector<Edit> edits = {
        &Editor::addNode,          &Editor::renameNode,    &Editor::removeNode,
        &Editor::addService,       &Editor::renameService, &Editor::retypeService,
        &Editor::removeService,    &Editor::moveService,   &Editor::duplicateService,
        &Editor::addDomain,        &Editor::renameDomain,  &Editor::removeDomain,
        &Editor::addResource,      &Editor::addResource,   &Editor::removeResource,
        &Editor::moveResource,     &Editor::moveResource,  &Editor::renameResource,
        &Editor::pasteResource,    &Editor::removeShared,  &Editor::keepApart,
        &Editor::duplicateService, &Editor::addService};
    for (;;) {
        const Edit one = edits[static_cast<std::size_t>(below(static_cast<int>(edits.size())))];
        if (const QString what = (this->*one)(); !what.isEmpty())
            return what;
    }
}

} // namespace

QStringList resourcePaths(const ScenarioDraft& draft)
{
    QStringList paths;
    const QJsonArray services = draft.array("cluster.services");
    for (qsizetype i = 0; i < services.size(); ++i)
        collectPaths(resourcesOf(services[i].toObject()),
                     QStringLiteral("cluster.services[%1].resources").arg(i), paths);
    return paths;
}

QString randomEdit(ScenarioDraft& draft, RandomStream& stream)
{
    return Editor(draft, stream).edit();
}

} // namespace rgsim::support
