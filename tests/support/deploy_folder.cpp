#include "support/deploy_folder.h"

#include "deploy/folder_update.h"
#include "formats/scenario_reader.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace rgsim::support {

void putFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray fileText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator found(folder, QDir::Files | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (found.hasNext())
        files.append(QDir(folder).relativeFilePath(found.next()));
    files.sort();
    return files;
}

std::string messagesOf(const Diagnostics& diagnostics)
{
    std::string text;
    for (const Diagnostic& problem : diagnostics.items())
        text += toString(problem) + '\n';
    return text;
}

Diagnostics writeInto(const QString& folder, const NodeFiles& files)
{
    const Result<FileChanges> changes = compareWithFolder(folder, files);
    return changes.ok() ? writeChanges(folder, *changes).diagnostics : changes.diagnostics;
}

ScenarioFile scenarioOf(const QByteArray& json)
{
    const Result<ScenarioFile> read = readScenario(json, {});
    if (!read.ok())
        qFatal("%s", messagesOf(read.diagnostics).c_str());
    return *read;
}

ScenarioFile petsPlan(const char* mode)
{
    return scenarioOf(QByteArray(R"({"format": 1, "name": "pets",
        "cluster": {"name": "pets", "nodes": [{"name": "n1"}, {"name": "n2"}, {"name": "n3"}],
                    "services": [{"name": "bark", "recovery": "relocate"},
                                 {"name": "meow", "recovery": "relocate"}]},
        "keep_apart": [["bark", "meow"]], "guard": {"mode": ")") +
                      mode + "\"}}");
}

} // namespace rgsim::support
