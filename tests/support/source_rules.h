// The house rules that a program can check, one function per rule: layers, banned calls, lengths,
// headers, texts. Each looks at text only and says where a rule is broken; none mends anything.
#pragma once

#include "support/source_file.h"

#include <QString>

#include <vector>

namespace rgsim::test {

struct Violation {
    QString path;
    qsizetype line = 0; ///< 1-based; 0: the file as a whole
    QString what;
};

/// "path:line: what".
QString toString(const Violation& violation);

using Violations = std::vector<Violation>;

/// A rule that looks at one file at a time.
struct FileRule {
    const char* name;
    Violations (*check)(const SourceFile& file);
};
const std::vector<FileRule>& fileRules();

/// Test programs lie flat in one build, so their names must differ.
Violations checkTestNamesAreUnique(const std::vector<SourceFile>& files);

/// Links between the documents must lead to something below @p root.
Violations checkLinks(const std::vector<SourceFile>& files, const QString& root);

namespace limits {
constexpr int fileLines = 700;
constexpr int functionLines = 70;
constexpr int columns = 100;
} // namespace limits

} // namespace rgsim::test
