#include "models/gallery_model.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>
#include <tuple>

namespace rgsim::gui {

namespace {

// Lessons and what started it all come first; the rest by name.
int rankOf(const QString& topic)
{
    const QStringList first{"lessons", "guard", "placement", "recovery"};
    const qsizetype at = first.indexOf(topic);
    return static_cast<int>(at < 0 ? first.size() : at);
}

} // namespace

GalleryModel::GalleryModel(const QString& folder, QObject* parent) : QAbstractListModel(parent)
{
    QDirIterator files(folder, {"*.json"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        Entry entry;
        entry.path = files.next();
        QFile file(entry.path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        entry.title = root.value("title").toString(QFileInfo(entry.path).completeBaseName());
        entry.about = root.value("about").toString().simplified();
        entry.topic = QFileInfo(entry.path).dir().dirName();
        entry.hasLesson = root.contains("lesson");
        m_entries.append(entry);
    }
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) {
        const auto key = [](const Entry& entry) {
            // What the others of its topic compare themselves with stands before them.
            const bool isFirst = entry.path.endsWith(QLatin1String("/collision_sequence.json"));
            const QString& name = entry.hasLesson ? entry.title : entry.path;
            return std::make_tuple(rankOf(entry.topic), entry.topic, !isFirst, name);
        };
        return key(a) < key(b);
    });
}

int GalleryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry& entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::ToolTipRole:
    case AboutRole:
        return entry.about;
    case Qt::DecorationRole:
        return entry.thumbnail.isNull() ? QVariant() : QVariant(entry.thumbnail);
    case Qt::AccessibleTextRole:
        return tr("%1: %2. %3").arg(topicName(entry.topic), entry.title, entry.about);
    case PathRole:
        return entry.path;
    case TopicRole:
        return entry.topic;
    case TopicNameRole:
        return topicName(entry.topic);
    case HasLessonRole:
        return entry.hasLesson;
    default:
        return {};
    }
}

QStringList GalleryModel::topics() const
{
    QStringList topics;
    for (const Entry& entry : m_entries) {
        if (!topics.contains(entry.topic))
            topics << entry.topic;
    }
    return topics;
}

QString GalleryModel::topicName(const QString& topic)
{
    const QMap<QString, QString> names{
        {"affinity", tr("Affinity")},
        {"chance", tr("By chance")},
        {"dependency", tr("Dependencies")},
        {"guard", tr("Keeping apart with a guard")},
        {"large", tr("Large clusters")},
        {"lessons", tr("Lessons")},
        {"load_balancing", tr("Load balancing")},
        {"maintenance", tr("Maintenance")},
        {"membership", tr("Quorum and fencing")},
        {"placement", tr("Placement")},
        {"recovery", tr("Recovery")},
        {"resources", tr("Resources")},
    };
    return names.value(topic, topic);
}

void GalleryModel::setThumbnail(int row, const QImage& image)
{
    m_entries[row].thumbnail = image;
    emit dataChanged(index(row), index(row), {Qt::DecorationRole});
}

} // namespace rgsim::gui
