// The files that were opened last, most recent first, remembered from one start to the next.
#pragma once

#include <QObject>
#include <QStringList>

namespace rgsim::gui {

class RecentFiles : public QObject {
    Q_OBJECT

public:
    static constexpr int mostKept = 12;

    explicit RecentFiles(QObject* parent = nullptr);

    /// Absolute paths; those that are gone are left out.
    QStringList paths() const;
    void add(const QString& path);
    void clear();

signals:
    void changed();

private:
    QStringList m_paths;
};

} // namespace rgsim::gui
