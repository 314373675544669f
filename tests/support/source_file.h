// The project's own files as text, for rules that are checked on the source itself. Reads only;
// knows nothing of any rule.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace rgsim::test {

struct SourceFile {
    QString path;      ///< relative to the checkout, with '/'
    QStringList lines; ///< as written, without line ends
    QStringList code;  ///< the same lines with comments and the contents of literals blanked

    /// The first folder of the path, and the first two: "engine", "engine/base".
    QString area() const { return path.section('/', 0, 0); }
    QString layer() const { return path.section('/', 0, 1); }
    QString fileName() const { return path.section('/', -1); }
    bool isHeader() const { return path.endsWith(".h"); }
    bool isCpp() const { return isHeader() || path.endsWith(".cpp"); }
};

SourceFile makeSourceFile(const QString& path, const QString& text);

/// Every text file of the checkout at @p root, by path; build folders and kept fuzz inputs left
/// out.
std::vector<SourceFile> readSourceTree(const QString& root);

} // namespace rgsim::test
