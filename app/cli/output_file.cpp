#include "output_file.h"

#include "output.h"

#include <QSaveFile>

namespace rgsim {

bool deliver(std::string_view text, const std::optional<std::string>& path)
{
    if (!path) {
        writeOut(text);
        return true;
    }
    QSaveFile file(QString::fromStdString(*path));
    const auto size = static_cast<qint64>(text.size());
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(text.data(), size) == size && file.commit();
    if (!isWritten)
        printError("--out \"" + *path + "\" cannot be written: " + file.errorString().toStdString(),
                   "choose a place that can be written to");
    return isWritten;
}

} // namespace rgsim
