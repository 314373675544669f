#include "output_file.h"

#include "output.h"

#include <QFileInfo>
#include <QSaveFile>

namespace rgsim {

namespace {

void tellUnwritable(const std::string& path, const std::string& problem)
{
    printError("--out \"" + path + "\" cannot be written: " + problem,
               "choose a place that can be written to");
}

} // namespace

std::optional<std::string> writeWhole(const std::string& path, std::string_view text)
{
    const QString name = QString::fromStdString(path);
    const QFileInfo info(name);
    if (info.exists() && !info.isFile()) // a device or a pipe would be replaced by a file
        return "it is not a file";
    // Unbuffered: a disk that is full is noticed here and not after the old file is gone.
    QSaveFile file(name);
    const auto size = static_cast<qint64>(text.size());
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
                           file.write(text.data(), size) == size && file.commit();
    return isWritten ? std::nullopt : std::optional(file.errorString().toStdString());
}

bool canDeliver(const std::optional<std::string>& path)
{
    if (!path)
        return true;
    const QFileInfo info(QString::fromStdString(*path));
    if (info.exists() && !info.isFile()) {
        printError("--out \"" + *path + "\" is not a file", "name a file, or leave --out out");
        return false;
    }
    QSaveFile file(info.filePath());
    const bool isOpen = file.open(QIODevice::WriteOnly);
    if (!isOpen)
        tellUnwritable(*path, file.errorString().toStdString());
    file.cancelWriting();
    return isOpen;
}

bool deliver(std::string_view text, const std::optional<std::string>& path)
{
    if (!path) {
        writeOut(text);
        return true;
    }
    if (!canDeliver(path))
        return false;
    const std::optional<std::string> problem = writeWhole(*path, text);
    if (problem)
        tellUnwritable(*path, *problem);
    return !problem;
}

} // namespace rgsim
