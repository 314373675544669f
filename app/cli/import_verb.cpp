#include "command_line.h"
#include "deploy/import_folder.h"
#include "formats/scenario_writer.h"
#include "output.h"
#include "output_file.h"
#include "verb.h"

namespace rgsim {

int importVerb(const QStringList& arguments)
{
    CommandLine line("import",
                     "Makes a scenario of the files of nodes: cluster.conf, the settings of guards "
                     "in etc/sysconfig\nand the guards in init scripts, ours or the published one "
                     "typed by hand. DIR is an exported\nfolder, or a node's / or /etc. Nothing in "
                     "the files is executed.\nEnds with 1 if there is something to be warned of, 2 "
                     "for bad input.",
                     {QStringLiteral("import site --out plan.json"),
                      QStringLiteral("import /etc --out plan.json")});
    line.parser().addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("A folder of files."),
                                        QStringLiteral("DIR"));
    line.parser().addOption({QStringLiteral("out"),
                             QStringLiteral("Write to this file instead of standard output."),
                             QStringLiteral("FILE")});
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const std::optional<std::string> out = line.text("out");
    if (const std::optional<int> end = line.problems())
        return *end;

    const Result<ScenarioFile> plan = importFolder(line.file());
    printDiagnostics(plan.diagnostics, Wordiness::WithNotes);
    if (!plan.ok())
        return exitBadInput;
    const QByteArray text = writeScenario(*plan);
    const std::string_view bytes(text.constData(), static_cast<std::size_t>(text.size()));
    if (!deliver(bytes, out))
        return exitBadInput;
    for (const Diagnostic& problem : plan.diagnostics.items()) {
        if (problem.severity != Severity::Note)
            return exitFound;
    }
    return exitFine;
}

} // namespace rgsim
