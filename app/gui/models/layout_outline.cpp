#include "models/layout_outline.h"

#include "formats/draft_resources.h"

#include <QCoreApplication>
#include <QHash>

#include <utility>

namespace rgsim::gui {

namespace {

struct LayoutOutline {
    Q_DECLARE_TR_FUNCTIONS(LayoutOutline)
};

using Items = std::vector<OutlineItem>;

QString elementPathOf(const QString& list, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(list).arg(index);
}

// Two of one name, as there are while somebody types, are told apart by their order.
void makeKeysUnique(Items& items)
{
    QHash<QString, int> seen;
    for (OutlineItem& item : items) {
        const int count = ++seen[item.key];
        if (count > 1)
            item.key += QStringLiteral("\n%1").arg(count);
    }
}

Items resourceItems(const QJsonArray& tree, const QString& list)
{
    Items items;
    for (qsizetype i = 0; i < tree.size(); ++i) {
        const QJsonObject resource = tree[i].toObject();
        const QString full = resourceName(resource);
        const QString path = elementPathOf(list, i);
        OutlineItem item{full, full.section(u':', 1), full, path, partKind(path), {}};
        if (resource.contains("ref"))
            item.text = LayoutOutline::tr("%1 (shared)").arg(full);
        item.children = resourceItems(resource.value("resources").toArray(),
                                      path + QLatin1String(".resources"));
        items.push_back(std::move(item));
    }
    makeKeysUnique(items);
    return items;
}

OutlineItem namedItem(const QJsonObject& object, const QString& path)
{
    const QString name = object.value("name").toString();
    return {name, name, name, path, partKind(path), {}};
}

OutlineItem serviceItem(const QJsonObject& object, const QString& path)
{
    OutlineItem item = namedItem(object, path);
    item.key = ScenarioDraft::fullName(object);
    if (!item.key.startsWith(QLatin1String("service:")))
        item.text = item.key;
    item.children = resourceItems(resourcesOf(object), path + QLatin1String(".resources"));
    return item;
}

OutlineItem sharedItem(const QJsonObject& object, const QString& path)
{
    OutlineItem item = namedItem(object, path);
    item.key = item.text = resourceName(object);
    return item;
}

OutlineItem section(const ScenarioDraft& draft, const char* list, const QString& title,
                    OutlineItem (*make)(const QJsonObject&, const QString&))
{
    const QString path = QStringLiteral("cluster.") + QLatin1String(list);
    const QJsonArray elements = draft.array(path);
    OutlineItem item{
        QLatin1String(list), {}, QStringLiteral("%1 (%2)").arg(title).arg(elements.size()), path,
        PartKind::None,      {}};
    for (qsizetype i = 0; i < elements.size(); ++i)
        item.children.push_back(make(elements[i].toObject(), elementPathOf(path, i)));
    makeKeysUnique(item.children);
    return item;
}

} // namespace

Items layoutOutline(const ScenarioDraft& draft)
{
    Items sections;
    sections.push_back(section(draft, "nodes", LayoutOutline::tr("Nodes"), namedItem));
    sections.push_back(section(draft, "services", LayoutOutline::tr("Services"), serviceItem));
    sections.push_back(section(draft, "domains", LayoutOutline::tr("Failover domains"), namedItem));
    sections.push_back(
        section(draft, "resources", LayoutOutline::tr("Shared resources"), sharedItem));
    return sections;
}

} // namespace rgsim::gui
