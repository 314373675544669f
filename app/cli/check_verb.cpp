#include "command_line.h"
#include "formats/input_file.h"
#include "output.h"
#include "verb.h"

namespace rgsim {

int checkVerb(const QStringList& arguments)
{
    CommandLine line("check",
                     "Tells everything that is wrong or odd in a file, with its place and what to "
                     "do.\nEnds with 2 if there are errors, 1 if there are warnings, else 0.",
                     {QStringLiteral("check /etc/cluster/cluster.conf"),
                      QStringLiteral("check scenarios/guard/collision_sequence.json")});
    line.parser().addPositionalArgument(
        QStringLiteral("FILE"), QStringLiteral("A cluster.conf, a scenario or a conformance case."),
        QStringLiteral("FILE"));
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;

    const Result<LoadedInput> input = loadInput(line.file());
    printDiagnostics(input.diagnostics, Wordiness::WithNotes);
    if (!input.ok() || input.diagnostics.hasErrors())
        return exitBadInput;
    for (const Diagnostic& problem : input.diagnostics.items()) {
        if (problem.severity == Severity::Warning)
            return exitFound;
    }
    writeOut(line.file() + ": no problems\n");
    return exitFine;
}

} // namespace rgsim
