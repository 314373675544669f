#include "formats/text_file.h"

#include "base/limits.h"

#include <QFile>
#include <QFileInfo>

namespace rgsim {

namespace {

struct Problem {
    std::string what;
    std::string remedy;
};

Problem whyNotReadable(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {"there is no such file", "check the path"};
    if (info.isDir())
        return {"this is a directory, not a file", "name a file in it"};
    if (!info.isFile())
        return {"this is not a regular file", "name a file on disk"};
    if (info.size() > limits::maxInputBytes)
        return {"the file is larger than " + std::to_string(limits::maxInputBytes) + " bytes", ""};
    return {};
}

} // namespace

Result<QByteArray> readTextFile(const std::string& path)
{
    const QString name = QString::fromStdString(path);
    Result<QByteArray> result;
    Problem problem = whyNotReadable(name);
    QFile file(name);
    if (problem.what.empty() && !file.open(QIODevice::ReadOnly))
        problem = {"the file cannot be read: " + file.errorString().toStdString(),
                   "check its permissions"};
    if (problem.what.empty()) {
        // One byte more than allowed, in case the file grows while it is read.
        QByteArray bytes = file.read(limits::maxInputBytes + 1);
        if (bytes.size() > limits::maxInputBytes)
            problem = {
                "the file is larger than " + std::to_string(limits::maxInputBytes) + " bytes", ""};
        else if (bytes.contains('\0'))
            problem = {"this is a binary file", "give a text file"};
        else
            result.value = std::move(bytes);
    }
    if (!problem.what.empty())
        result.diagnostics.error({path, 0, 0, {}}, problem.what, problem.remedy);
    return result;
}

} // namespace rgsim
