// The shipped scenarios as a list for the start page: title, what to look at, topic, and a
// thumbnail once somebody has drawn it. It reads the files' heads only and runs nothing.
#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QString>
#include <QVector>

namespace rgsim::gui {

class GalleryModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole, ///< what Document::openExample() takes
        AboutRole,
        TopicRole,
        TopicNameRole, ///< for people
        HasLessonRole,
    };

    /// Everything below @p folder, lessons first, then topic by topic.
    explicit GalleryModel(const QString& folder = QStringLiteral(":/rgsim/scenarios"),
                          QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// Each once, in the list's order.
    QStringList topics() const;
    static QString topicName(const QString& topic);
    void setThumbnail(int row, const QImage& image);

private:
    struct Entry {
        QString path;
        QString title;
        QString about;
        QString topic;
        bool hasLesson = false;
        QImage thumbnail;
    };
    QVector<Entry> m_entries;
};

} // namespace rgsim::gui
