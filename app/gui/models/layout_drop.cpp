#include "models/layout_drop.h"

#include "formats/json_path.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMimeData>

namespace rgsim::gui {

namespace {

const char* const movedMember = "moved";
const char* const ownerMember = "owner";

QString idOf(const void* owner)
{
    return QString::number(reinterpret_cast<quintptr>(owner), 16);
}

QJsonObject objectIn(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

// One part; its new path, or an empty one.
QString movePart(ScenarioDraft& draft, const QString& path, const QString& target, int row)
{
    const ElementPath from = elementOf(path);
    if (partKind(path) == PartKind::Resource) {
        const PartKind kind = partKind(target);
        const bool isParent = kind == PartKind::Service || kind == PartKind::Resource;
        return isParent ? draft.moveResource(path, target, row) : QString();
    }
    if (from.index < 0 || target != from.list)
        return {};
    const auto size = static_cast<int>(draft.array(target).size());
    int to = row < 0 || row > size ? size : row;
    if (to > from.index)
        --to; // counted without the one that moves
    return draft.move(target, from.index, to) ? ElementPath{target, to}.path() : QString();
}

// Where `path` leads after the part at `from` went to `to` within or between lists.
QString followed(const QString& path, const QString& from, const QString& to)
{
    const ElementPath gone = elementOf(from);
    const ElementPath come = elementOf(to);
    return shiftedPath(shiftedPath(path, gone.list, gone.index + 1, -1), come.list, come.index, 1);
}

} // namespace

QString partsMimeType()
{
    return QStringLiteral("application/x-rgsim-parts+json");
}

QMimeData* mimeOfParts(const QJsonObject& parts, const QStringList& moved, const void* owner)
{
    auto* mime = new QMimeData;
    mime->setText(QString::fromUtf8(QJsonDocument(parts).toJson()));
    QJsonObject carried = parts;
    if (owner) {
        carried.insert(movedMember, QJsonArray::fromStringList(moved));
        carried.insert(ownerMember, idOf(owner));
    }
    mime->setData(partsMimeType(), QJsonDocument(carried).toJson(QJsonDocument::Compact));
    return mime;
}

QJsonObject partsIn(const QMimeData* mime)
{
    if (!mime)
        return {};
    if (mime->hasFormat(partsMimeType()))
        return objectIn(mime->data(partsMimeType()));
    return mime->hasText() ? objectIn(mime->text().toUtf8()) : QJsonObject();
}

QStringList movedPathsIn(const QMimeData* mime, const void* owner)
{
    const QJsonObject parts = partsIn(mime);
    QStringList paths;
    if (parts.value(ownerMember).toString() == idOf(owner)) {
        for (const QJsonValue& path : parts.value(movedMember).toArray())
            paths << path.toString();
    }
    return paths;
}

QStringList moveParts(ScenarioDraft& draft, const QStringList& paths, const QString& target,
                      int row)
{
    ScenarioDraft after = draft;
    QStringList left = paths;
    QStringList moved;
    QString place = target;
    while (!left.isEmpty()) {
        const QString from = left.takeFirst();
        const QString to = movePart(after, from, place, row);
        if (to.isEmpty())
            return {};
        for (QString& other : left)
            other = followed(other, from, to);
        for (QString& other : moved)
            other = followed(other, from, to);
        place = followed(place, from, to);
        moved << to;
        if (row >= 0)
            row = elementOf(to).index + 1;
    }
    draft = after;
    return moved;
}

} // namespace rgsim::gui
