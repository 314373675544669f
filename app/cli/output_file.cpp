#include "output_file.h"

#include "command_line.h"
#include "output.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace rgsim {

namespace {

struct Obstacle {
    std::string what;
    std::string remedy;
};

Obstacle cannotWrite(const std::string& path, const char* option, const std::string& why)
{
    return {std::string("--") + option + " \"" + path + "\" cannot be written: " + why,
            "choose a place that can be written to"};
}

// What will keep writeWhole() from writing there, found without making a file.
std::optional<Obstacle> obstacleTo(const std::string& path, const char* option)
{
    const QFileInfo info(QString::fromStdString(path));
    if (info.exists() && !info.isFile()) {
        const std::string name = std::string("--") + option;
        return Obstacle{name + " \"" + path + "\" is not a file",
                        "name a file, or leave " + name + " out"};
    }
    QSaveFile file(info.filePath());
    const bool isOpen = file.open(QIODevice::WriteOnly);
    const std::string why = isOpen ? std::string() : file.errorString().toStdString();
    file.cancelWriting();
    return isOpen ? std::nullopt : std::optional(cannotWrite(path, option, why));
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

std::optional<std::string> fileToWrite(CommandLine& line, const char* option)
{
    const std::optional<std::string> path = line.text(option);
    if (!path)
        return path;
    if (const std::optional<Obstacle> obstacle = obstacleTo(*path, option))
        line.error(obstacle->what, obstacle->remedy);
    return path;
}

std::optional<std::string> folderToFill(CommandLine& line, const char* option)
{
    const std::optional<std::string> path = line.text(option);
    if (!path)
        return path;
    QFileInfo nearest(
        QDir::cleanPath(QDir::current().absoluteFilePath(QString::fromStdString(*path))));
    while (!nearest.exists() && !nearest.isRoot())
        nearest.setFile(nearest.path());
    if (!nearest.isDir() || !nearest.isWritable())
        line.error(std::string("--") + option + " \"" + *path +
                       "\": " + nearest.filePath().toStdString() +
                       (nearest.isDir() ? " cannot be written to" : " is not a folder"),
                   "name a folder that you may write to");
    return path;
}

bool deliver(std::string_view text, const std::optional<std::string>& path)
{
    if (!path) {
        writeOut(text);
        return true;
    }
    std::optional<Obstacle> obstacle = obstacleTo(*path, "out");
    if (!obstacle) {
        if (const std::optional<std::string> problem = writeWhole(*path, text))
            obstacle = cannotWrite(*path, "out", *problem);
    }
    if (obstacle)
        printError(obstacle->what, obstacle->remedy);
    return !obstacle;
}

} // namespace rgsim
