#include "deploy/safe_path.h"

#include <QDir>
#include <QFileInfo>
#include <QStringList>

namespace rgsim {

namespace {

constexpr std::size_t longestName = 200;

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("._+-@").find(c) != std::string_view::npos;
}

Result<QString> refusal(const QString& path, std::string what, std::string remedy)
{
    Result<QString> result;
    result.diagnostics.error({path.toStdString(), 0, 0, {}}, std::move(what), std::move(remedy));
    return result;
}

bool isBelow(const QString& path, const QString& root)
{
    return path == root || path.startsWith(root.endsWith('/') ? root : root + '/');
}

} // namespace

std::string whyNotAFileName(std::string_view name)
{
    if (name.empty())
        return "is empty";
    if (name.size() > longestName)
        return "is longer than " + std::to_string(longestName) + " bytes";
    if (name.front() == '.' || name.front() == '-')
        return std::string("begins with \"") + name.front() + '"';
    for (const char c : name) {
        if (!isPlain(c))
            return "holds something other than letters, digits and . _ + - @";
    }
    return {};
}

std::string shownName(std::string_view text)
{
    constexpr qsizetype most = 60;
    QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (QChar& c : shown) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QLatin1Char('?');
    }
    if (shown.size() > most)
        shown = shown.left(most) + QStringLiteral("...");
    return shown.toStdString();
}

Result<QString> pathInside(const QString& root, const std::string& relative)
{
    const QFileInfo top(root);
    const QString canonicalRoot = top.exists() ? top.canonicalFilePath() : top.absoluteFilePath();
    QString path = canonicalRoot;
    const QStringList parts = QString::fromStdString(relative).split('/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString& part = parts[i];
        if (part.isEmpty() || part == QLatin1String(".") || part == QLatin1String(".."))
            return refusal(root + '/' + QString::fromStdString(shownName(relative)),
                           "this path could lead out of the folder", "correct the name");
        path += (path.endsWith('/') ? "" : "/") + part;
        const QFileInfo info(path);
        if (info.isSymLink()) {
            const QString target = info.canonicalFilePath();
            if (target.isEmpty() || !isBelow(target, canonicalRoot))
                return refusal(path,
                               target.isEmpty() ? "this symbolic link leads nowhere"
                                                : "this symbolic link leads out of the folder",
                               "remove it, or choose another folder");
            path = target;
        }
        const bool isLast = i + 1 == parts.size();
        const QFileInfo reached(path);
        if (reached.exists() && (isLast ? !reached.isFile() : !reached.isDir()))
            return refusal(path,
                           isLast ? "this is not a file, though a file should stand here"
                                  : "this is not a folder, though a folder should stand here",
                           "move it out of the way, or choose another folder");
    }
    return {path, {}};
}

} // namespace rgsim
