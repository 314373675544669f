#include "session/whole_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace rgsim::gui {

namespace {

std::string translated(const char* text)
{
    return QCoreApplication::translate("rgsim::gui", text).toStdString();
}

} // namespace

Diagnostics writeWholeFile(const QString& path, const QByteArray& bytes)
{
    Diagnostics problems;
    const std::string remedy = translated(
        QT_TRANSLATE_NOOP("rgsim::gui", "choose another place; nothing that is open is lost"));
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) { // a device would be replaced by a file
        problems.error({path.toStdString(), 0, 0, {}},
                       translated(QT_TRANSLATE_NOOP("rgsim::gui", "this is not a file")), remedy);
        return problems;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() ||
        !file.commit())
        problems.error(
            {path.toStdString(), 0, 0, {}},
            translated(QT_TRANSLATE_NOOP("rgsim::gui", "the file could not be written")) + ": " +
                file.errorString().toStdString(),
            remedy);
    return problems;
}

} // namespace rgsim::gui
