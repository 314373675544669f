#include "session/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace rgsim::gui {

namespace {
const char* const settingsKey = "recentFiles";
} // namespace

RecentFiles::RecentFiles(QObject* parent)
    : QObject(parent), m_paths(QSettings().value(settingsKey).toStringList())
{
}

QStringList RecentFiles::paths() const
{
    QStringList existing;
    for (const QString& path : m_paths) {
        if (QFileInfo::exists(path))
            existing << path;
    }
    return existing;
}

void RecentFiles::add(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_paths.removeAll(absolute);
    m_paths.prepend(absolute);
    while (m_paths.size() > mostKept)
        m_paths.removeLast();
    QSettings().setValue(settingsKey, m_paths);
    emit changed();
}

void RecentFiles::clear()
{
    m_paths.clear();
    QSettings().setValue(settingsKey, m_paths);
    emit changed();
}

} // namespace rgsim::gui
