#include "support/source_rules.h"

#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

namespace rgsim::test {

namespace {

struct Include {
    qsizetype line = 0;
    QString name;
    bool isQuoted = false;
};

std::vector<Include> includesOf(const SourceFile& file)
{
    static const QRegularExpression pattern("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]");
    std::vector<Include> includes;
    for (qsizetype i = 0; i < file.lines.size(); ++i) {
        const QRegularExpressionMatch match = pattern.match(file.lines[i]);
        // A comment or a literal that spans lines may look like an include; its code is blank.
        if (match.hasMatch() && file.code[i].contains('#'))
            includes.push_back({i + 1, match.captured(2), match.captured(1) == "\""});
    }
    return includes;
}

const QStringList coreFolders{"base",  "cluster",    "world",    "rgmanager", "central",
                              "guard", "simulation", "analysis", "planning"};

// For each folder of the engine: the folders whose headers it may include.
const QHash<QString, QStringList>& allowedFolders()
{
    static const QStringList manager{"base", "cluster", "world", "rgmanager", "central"};
    static const QStringList simulation = manager + QStringList{"guard", "simulation"};
    static const QHash<QString, QStringList> allowed{
        {"base", {"base"}},
        {"cluster", {"base", "cluster"}},
        {"world", {"base", "cluster", "world"}},
        {"rgmanager", manager},
        {"central", manager},
        {"slang", manager + QStringList{"slang"}},
        {"guard", {"base", "cluster", "world", "guard"}},
        {"simulation", simulation},
        {"analysis", simulation + QStringList{"analysis"}},
        {"formats", {"base", "cluster", "world", "simulation", "formats"}},
        {"planning", simulation + QStringList{"analysis", "planning"}},
        {"report", simulation + QStringList{"analysis", "planning", "formats", "report"}},
        {"deploy", simulation + QStringList{"analysis", "report", "formats", "deploy"}},
        {"shell", simulation + QStringList{"analysis", "formats", "report", "shell"}},
    };
    return allowed;
}

// Headers that name what log rows carry: whoever writes or prints rows needs the names.
const QStringList logVocabulary{"rgmanager/messages.h", "rgmanager/request.h"};

bool mayInclude(const QString& folder, const QString& header)
{
    if (folder == "formats" && logVocabulary.contains(header))
        return true;
    return allowedFolders().value(folder).contains(header.section('/', 0, 0));
}

bool isCore(const SourceFile& file)
{
    return file.area() == "engine" && coreFolders.contains(file.path.section('/', 1, 1));
}

Violations checkLayers(const SourceFile& file)
{
    Violations found;
    if (!file.isCpp() || file.path.startsWith("app/") || file.path.startsWith("tests/app/"))
        return found;
    const bool isEngine = file.area() == "engine";
    const QString folder = file.path.section('/', 1, 1);
    for (const Include& include : includesOf(file)) {
        const QString target = include.name.section('/', 0, 0);
        if (target == "app" || include.name.contains("../"))
            found.push_back({file.path, include.line, "nothing may include " + include.name});
        else if (isEngine && include.isQuoted && !mayInclude(folder, include.name))
            found.push_back(
                {file.path, include.line, folder + "/ must not include \"" + include.name + '"'});
    }
    return found;
}

bool isQtHeaderOf(const char* module, const QString& name)
{
    const QString folder = QLibraryInfo::path(QLibraryInfo::HeadersPath) + '/' + module + '/';
    return name.startsWith(QString(module) + '/') ||
           (name.startsWith('Q') && QFileInfo::exists(folder + name));
}

bool looksLikeQt(const QString& name)
{
    static const QRegularExpression pattern("^(Q[A-Z]|Qt[A-Z]\\w*/|q[a-z]+\\.h$)");
    return pattern.match(name).hasMatch();
}

QString qtProblem(const SourceFile& file, const QString& name)
{
    const QStringList windows{"app/gui/", "tests/app/gui/", "tests/support/screenshots/",
                              "tests/benchmarks/bench_gui"};
    const bool isWindow =
        std::any_of(windows.begin(), windows.end(),
                    [&file](const QString& place) { return file.path.startsWith(place); });
    if (name.contains("qcustomplot"))
        return file.path.startsWith("app/gui/plots/") ? "" : "only app/gui/plots may plot";
    if (isCore(file))
        return "the engine's core uses the standard library only";
    const bool isModel = file.layer() == "app/gui" && (file.path.startsWith("app/gui/models/") ||
                                                       file.path.startsWith("app/gui/session/"));
    if (isQtHeaderOf("QtWidgets", name) && (!isWindow || isModel))
        return isModel ? "models and session know no widgets" : "only app/gui may use widgets";
    const bool needsOnlyCore = file.area() == "engine" || file.path.startsWith("app/cli/");
    if (needsOnlyCore && !isQtHeaderOf("QtCore", name))
        return "only Qt Core may be used here";
    return {};
}

Violations checkQt(const SourceFile& file)
{
    Violations found;
    if (!file.isCpp())
        return found;
    for (const Include& include : includesOf(file)) {
        if (!looksLikeQt(include.name))
            continue;
        const QString problem = qtProblem(file, include.name);
        if (!problem.isEmpty())
            found.push_back({file.path, include.line, include.name + ": " + problem});
    }
    return found;
}

struct Ban {
    QRegularExpression pattern;
    const char* why;
    bool coreOnly = false;
    const char* permit = nullptr; ///< this text in the line lifts the ban
    const char* exempt = nullptr; ///< the one file that may
};

// Names of functions are looked for only where they are not members: "x.time(" is fine.
QRegularExpression freeCall(const char* names)
{
    return QRegularExpression(QString("(?<![\\w.>:])(?:std::|::)?(?:%1)\\s*\\(").arg(names));
}

const std::vector<Ban>& bans()
{
    using Pattern = QRegularExpression;
    static const std::vector<Ban> list{
        {Pattern("\\b(system|steady|high_resolution|file|utc|tai|gps)_clock\\b"),
         "a run has only simulated time"},
        {Pattern("\\b(QElapsedTimer|QDeadlineTimer|currentDateTime\\w*|currentM?Secs\\w*)\\b"),
         "a run has only simulated time"},
        {Pattern("(?<![\\w.>:])(?:std::|::)?time\\s*\\(\\s*(?:0|NULL|nullptr|&\\w+)\\s*\\)"),
         "a run has only simulated time"},
        {Pattern("(?<![\\w.>:])(?:std::|::)?clock\\s*\\(\\s*\\)"), "a run has only simulated time"},
        {freeCall("gettimeofday|clock_gettime|localtime(?:_r)?|gmtime(?:_r)?"),
         "a run has only simulated time"},
        {freeCall("s?rand|rand_r|s?random|[dlm]rand48"), "chance comes from base/random_stream"},
        {Pattern("std::(\\w+_distribution|mt19937\\w*|minstd_rand0?|random_device|shuffle|"
                 "default_random_engine)\\b|#include <random>|\\bQRandomGenerator\\b"),
         "chance comes from base/random_stream"},
        {freeCall("getenv|secure_getenv|qgetenv|qEnvironmentVariable"),
         "the engine does not look at the environment"},
        {Pattern("\\bthrow\\b"), "the engine throws nothing; give a Diagnostic"},
        {Pattern("std::sto(?:i|l|ll|ul|ull|f|d|ld)\\b"), "it throws; use std::from_chars", true},
        {Pattern("std::unordered_"), "its order is not ours; use std::map or a sorted vector", true,
         "// order does not reach the log"},
        {Pattern("std::(multi)?(map|set)\\s*<\\s*(const\\s+)?[\\w:]+\\s*(const\\s*)?\\*"),
         "order by address differs from run to run", true},
        {freeCall("v?[fs]?printf|f?put[cs]|putchar|fopen"), "the core prints nothing", true,
         nullptr, "engine/base/ensure.cpp"},
        {Pattern("std::(cout|cerr|clog|[io]?fstream)\\b|#include <([io]|f)stream>|#include "
                 "<iostream>"),
         "the core reads and prints nothing", true},
    };
    return list;
}

Violations checkBannedCalls(const SourceFile& file)
{
    Violations found;
    if (!file.isCpp() || file.area() != "engine")
        return found;
    for (const Ban& ban : bans()) {
        if ((ban.coreOnly && !isCore(file)) || file.path == ban.exempt)
            continue;
        for (qsizetype i = 0; i < file.code.size(); ++i) {
            if (file.code[i].contains(ban.pattern) &&
                (ban.permit == nullptr || !file.lines[i].contains(ban.permit)))
                found.push_back({file.path, i + 1, file.lines[i].trimmed() + ": " + ban.why});
        }
    }
    return found;
}

Violations checkFileLength(const SourceFile& file)
{
    if (!file.isCpp() || file.lines.size() <= limits::fileLines)
        return {};
    return {{file.path, 0,
             QString("%1 lines; at most %2").arg(file.lines.size()).arg(limits::fileLines)}};
}

// The line on which the brace that opens on @p open is closed, or the last line.
qsizetype closingLine(const QStringList& code, qsizetype open)
{
    qsizetype depth = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        depth += code[i].count('{') - code[i].count('}');
        if (depth <= 0)
            return i;
    }
    return code.size() - 1;
}

// In code as clang-format lays it out here, a brace alone on its line opens a function's body.
Violations checkFunctionLength(const SourceFile& file)
{
    Violations found;
    if (!file.isCpp())
        return found;
    for (qsizetype i = 0; i < file.code.size(); ++i) {
        if (file.code[i].trimmed() != "{")
            continue;
        const qsizetype close = closingLine(file.code, i);
        const qsizetype length = close - i - 1;
        if (length > limits::functionLines)
            found.push_back({file.path, i + 1,
                             QString("a function of %1 lines; at most %2")
                                 .arg(length)
                                 .arg(limits::functionLines)});
        i = close;
    }
    return found;
}

qsizetype countSentences(QString text)
{
    static const QRegularExpression abbreviation("\\b(e\\.g|i\\.e|etc|cf|vs)\\.");
    static const QRegularExpression end("[.!?][\"')]*(?=\\s|$)");
    return text.remove(abbreviation).count(end);
}

Violations checkHeaderComment(const SourceFile& file)
{
    if (!file.isHeader())
        return {};
    QString comment;
    bool hasPragma = file.lines.contains("#pragma once");
    qsizetype i = 0;
    while (i < file.lines.size() && (file.lines[i].isEmpty() || file.lines[i] == "#pragma once"))
        ++i;
    for (; i < file.lines.size() && file.lines[i].startsWith("//"); ++i)
        comment += file.lines[i].mid(2).trimmed() + ' ';
    const qsizetype sentences = countSentences(comment.trimmed());
    if (!hasPragma)
        return {{file.path, 1, "a header needs #pragma once"}};
    if (sentences < 1)
        return {{file.path, 1, "a header begins with what it is for"}};
    if (sentences > 3)
        return {{file.path, 1, QString("%1 sentences at the top; at most 3").arg(sentences)}};
    return {};
}

Violations checkLayout(const SourceFile& file)
{
    Violations found;
    const bool isCode = file.isCpp() || file.path.endsWith(".cmake") ||
                        file.path.endsWith("CMakeLists.txt") || file.path.endsWith(".sh");
    if (!isCode)
        return found;
    for (qsizetype i = 0; i < file.lines.size(); ++i) {
        const QString& line = file.lines[i];
        if (line.contains('\t'))
            found.push_back({file.path, i + 1, "a tab"});
        if (line.size() > limits::columns)
            found.push_back({file.path, i + 1, QString("%1 columns").arg(line.size())});
        if (!line.isEmpty() && line.back().isSpace())
            found.push_back({file.path, i + 1, "blanks at the end of the line"});
    }
    return found;
}

// Written in two parts each, so that this file does not break its own rule.
Violations checkOutsidePaths(const SourceFile& file)
{
    static const QRegularExpression inside(R"((?<![\w.])/(home|root))"
                                           "/");
    static const QString beside = QString("../") + "shared";
    Violations found;
    for (qsizetype i = 0; i < file.lines.size(); ++i) {
        const bool isBeside = file.lines[i].contains(beside) && file.path != ".ci/run";
        if (isBeside || file.lines[i].contains(inside))
            found.push_back({file.path, i + 1, "a path that leads out of the checkout"});
    }
    return found;
}

Violations checkTestName(const SourceFile& file)
{
    static const QRegularExpression name("^(tst|fuzz|bench)_\\w+\\.cpp$");
    const bool isProgram =
        file.area() == "tests" && file.path.endsWith(".cpp") && file.layer() != "tests/support";
    if (!isProgram || name.match(file.fileName()).hasMatch())
        return {};
    return {{file.path, 0, "tests are named tst_, fuzz_ or bench_, or lie in tests/support"}};
}

} // namespace

QString toString(const Violation& violation)
{
    return violation.path + ':' + QString::number(violation.line) + ": " + violation.what;
}

const std::vector<FileRule>& fileRules()
{
    static const std::vector<FileRule> rules{
        {"layers", checkLayers},
        {"Qt only where it belongs", checkQt},
        {"banned calls", checkBannedCalls},
        {"file length", checkFileLength},
        {"function length", checkFunctionLength},
        {"header comment", checkHeaderComment},
        {"layout", checkLayout},
        {"paths that lead outside", checkOutsidePaths},
        {"names of tests", checkTestName},
    };
    return rules;
}

Violations checkTestNamesAreUnique(const std::vector<SourceFile>& files)
{
    Violations found;
    QHash<QString, QString> firstPath;
    for (const SourceFile& file : files) {
        if (file.area() != "tests" || !file.path.endsWith(".cpp"))
            continue;
        const auto known = firstPath.constFind(file.fileName());
        if (known == firstPath.constEnd())
            firstPath.insert(file.fileName(), file.path);
        else
            found.push_back({file.path, 0, "has the name of " + *known});
    }
    return found;
}

Violations checkLinks(const std::vector<SourceFile>& files, const QString& root)
{
    static const QRegularExpression link("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    Violations found;
    for (const SourceFile& file : files) {
        if (!file.path.endsWith(".md"))
            continue;
        const QString folder = QFileInfo(root + '/' + file.path).path();
        for (qsizetype i = 0; i < file.lines.size(); ++i) {
            QRegularExpressionMatchIterator matches = link.globalMatch(file.lines[i]);
            while (matches.hasNext()) {
                const QString target = matches.next().captured(1);
                if (!target.contains("://") && !QFileInfo::exists(folder + '/' + target))
                    found.push_back({file.path, i + 1, "leads nowhere: " + target});
            }
        }
    }
    return found;
}

} // namespace rgsim::test
