#include "command_line.h"
#include "deploy/archive.h"
#include "deploy/folder_update.h"
#include "deploy/node_files.h"
#include "formats/input_file.h"
#include "output.h"
#include "output_file.h"
#include "report/run_report.h"
#include "verb.h"

#include <algorithm>

namespace rgsim {

namespace {

enum class Layout { Folder, PerNode, Tar };
const std::vector<std::string> layoutWords = {"folder", "per-node", "tar"};

struct ExportArguments {
    QString out;
    Layout layout = Layout::Folder;
    bool writes = true;
    bool showsDifferences = false;
    ExportOptions options;
};

void addOptions(QCommandLineParser& parser)
{
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("A scenario or a cluster.conf."),
                                 QStringLiteral("FILE"));
    parser.addOption({QStringLiteral("out"),
                      QStringLiteral("The folder to write into, or the archive (.tar.gz)."),
                      QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("layout"),
                      QStringLiteral("One folder for all nodes, one for each, or an archive "
                                     "(default: folder; tar if DIR ends with .tar.gz)."),
                      QStringLiteral("folder|per-node|tar")});
    parser.addOption({QStringLiteral("form"),
                      QStringLiteral("The form of the guards (default: as the scenario says). A "
                                     "scenario without a guard gets one for each rule."),
                      QStringLiteral("published|hardened")});
    parser.addOption({QStringLiteral("from"),
                      QStringLiteral("Files as they are on a node: what they hold besides the "
                                     "guard is kept (default: those in DIR)."),
                      QStringLiteral("DIR2")});
    parser.addOption({QStringLiteral("command"),
                      QStringLiteral("What a new init script starts; may be repeated: "
                                     "\"bark=/usr/sbin/barkd -p 80\"."),
                      QStringLiteral("PROG=COMMAND")});
    parser.addOption({QStringLiteral("pid-file"),
                      QStringLiteral("Where that program leaves its process id (default: "
                                     "/var/run/PROG.pid); may be repeated."),
                      QStringLiteral("PROG=PATH")});
    parser.addOption({QStringLiteral("remove-guard"),
                      QStringLiteral("Take the guards out of the init scripts that are there.")});
    parser.addOption({QStringLiteral("dry-run"), QStringLiteral("Write nothing, only list.")});
    parser.addOption({QStringLiteral("diff"),
                      QStringLiteral("Write nothing, show what would change, as diff -u does.")});
}

// "PROG=TEXT", each PROG once.
std::map<std::string, QString> readPairs(CommandLine& line, const char* option)
{
    std::map<std::string, QString> pairs;
    for (const QString& value : line.parser().values(QLatin1String(option))) {
        const qsizetype sign = value.indexOf('=');
        const QString text = value.mid(sign + 1).trimmed();
        if (sign < 1 || text.isEmpty())
            line.error(std::string("--") + option + " \"" + value.toStdString() +
                           "\" is not PROG=TEXT",
                       "name the init script in front of the equal sign");
        else if (!pairs.emplace(value.left(sign).toStdString(), text).second)
            line.error(std::string("--") + option + " is given twice for " +
                           value.left(sign).toStdString(),
                       "give it once");
    }
    return pairs;
}

void readDaemons(CommandLine& line, ExportOptions& options)
{
    for (const auto& [prog, text] : readPairs(line, "command")) {
        for (const QString& word : text.split(' ', Qt::SkipEmptyParts))
            options.daemons[prog].command.push_back(word.toStdString());
    }
    for (const auto& [prog, path] : readPairs(line, "pid-file"))
        options.daemons[prog].pidFile = path.toStdString();
}

ExportArguments readArguments(CommandLine& line)
{
    ExportArguments arguments;
    const std::optional<std::string> out = line.text("out");
    if (!out || out->empty())
        line.error("--out is missing", "name the folder to write into");
    else
        arguments.out = QString::fromStdString(*out);
    if (line.isSet("layout"))
        arguments.layout = static_cast<Layout>(line.choice("layout", layoutWords));
    else if (arguments.out.endsWith(QStringLiteral(".tar.gz")))
        arguments.layout = Layout::Tar;
    arguments.showsDifferences = line.isSet("diff");
    arguments.writes = !line.isSet("diff") && !line.isSet("dry-run");
    if (arguments.layout == Layout::Tar && line.isSet("diff"))
        line.error("--diff does not look into archives", "compare with a folder");
    if (line.isSet("form") && line.isSet("remove-guard"))
        line.error("--form and --remove-guard exclude each other", "give one of them");

    ExportOptions& options = arguments.options;
    const bool isHardened = line.choice("form", {"published", "hardened"}) == 1;
    if (line.isSet("form"))
        options.form = isHardened ? GuardMode::Hardened : GuardMode::Published;
    readDaemons(line, options);
    options.removesGuard = line.isSet("remove-guard");
    options.isPerNode = arguments.layout == Layout::PerNode;
    if (const std::optional<std::string> from = line.text("from"))
        options.existing = filesIn(QString::fromStdString(*from));
    else if (arguments.layout != Layout::Tar)
        options.existing = filesIn(arguments.out);
    return arguments;
}

bool hasWarnings(const Diagnostics& diagnostics)
{
    const std::vector<Diagnostic>& items = diagnostics.items();
    return std::any_of(items.begin(), items.end(), [](const Diagnostic& problem) {
        return problem.severity != Severity::Note;
    });
}

std::string wordOf(FileState state)
{
    switch (state) {
    case FileState::New:
        return "new        ";
    case FileState::Changed:
        return "changed    ";
    case FileState::Unchanged:
        break;
    }
    return "unchanged  ";
}

int showChanges(const ExportArguments& arguments, const FileChanges& changes)
{
    bool isDifferent = false;
    for (const FileChange& change : changes) {
        isDifferent = isDifferent || change.state != FileState::Unchanged;
        writeOut(arguments.showsDifferences ? differenceText(change)
                                            : wordOf(change.state) + change.path() + '\n');
    }
    return isDifferent ? exitFound : exitFine;
}

// Returns the exit code; everything is known about the files by now.
int writeFolder(const ExportArguments& arguments, const NodeFiles& files)
{
    const Result<FileChanges> changes = compareWithFolder(arguments.out, files);
    printDiagnostics(changes.diagnostics);
    if (!changes.ok())
        return exitBadInput;
    if (!arguments.writes)
        return showChanges(arguments, *changes);
    const Result<std::vector<std::string>> written = writeChanges(arguments.out, *changes);
    for (const FileChange& change : *changes) {
        const bool isThere = change.state == FileState::Unchanged ||
                             std::count(written->begin(), written->end(), change.path()) != 0;
        if (isThere)
            writeOut(wordOf(change.state) + change.path() + '\n');
    }
    printDiagnostics(written.diagnostics);
    if (!written.diagnostics.hasErrors())
        return exitFine;
    printError(countText(written->size(), "file") + " written, the rest is as it was",
               "export again when the reason is gone");
    return exitBadInput;
}

int writeArchive(const ExportArguments& arguments, const NodeFiles& files)
{
    const Result<QByteArray> packed = packedFiles(files);
    printDiagnostics(packed.diagnostics);
    if (!packed.ok())
        return exitBadInput;
    for (const NodeFile& file : files)
        writeOut("packed     " + file.path + '\n');
    if (!arguments.writes)
        return exitFine;
    const std::string_view bytes(packed->constData(), static_cast<std::size_t>(packed->size()));
    return deliver(bytes, arguments.out.toStdString()) ? exitFine : exitBadInput;
}

} // namespace

int exportVerb(const QStringList& arguments)
{
    CommandLine line(
        "export",
        "Writes the files that the nodes of a cluster need: cluster.conf, the settings "
        "of guards,\ninit scripts, and a README with the steps and what the simulator "
        "found. Only what differs is\nwritten, and what is there besides the guard is "
        "kept.\nEnds with 1 if there is something to be warned of or, with --dry-run "
        "and --diff, to be\nwritten; 2 for bad input, or if something could not be "
        "written.",
        {QStringLiteral("export plan.json --out site"),
         QStringLiteral("export plan.json --out site --form hardened --diff"),
         QStringLiteral("export plan.json --out site --layout per-node"),
         QStringLiteral("export plan.json --out site.tar.gz --from /"),
         QStringLiteral("export plan.json --out site --remove-guard")});
    addOptions(line.parser());
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const ExportArguments wanted = readArguments(line);
    if (const std::optional<int> end = line.problems())
        return *end;
    const Result<LoadedInput> input = loadInput(line.file());
    printDiagnostics(input.diagnostics);
    if (!input.ok())
        return exitBadInput;
    const Result<NodeFiles> files = nodeFiles(input->file, wanted.options);
    printDiagnostics(files.diagnostics, Wordiness::WithNotes);
    if (!files.ok())
        return exitBadInput;
    const int code =
        wanted.layout == Layout::Tar ? writeArchive(wanted, *files) : writeFolder(wanted, *files);
    const bool isOdd = input.diagnostics.hasErrors() || hasWarnings(files.diagnostics);
    return code == exitFine && isOdd ? exitFound : code;
}

} // namespace rgsim
