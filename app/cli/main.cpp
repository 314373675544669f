// The command line: finds the verb and hands it the rest of the arguments.

#include "formats/suggestion.h"
#include "output.h"
#include "verb.h"

#include <array>
#include <csignal>
#include <string>
#include <vector>

namespace {

using namespace rgsim;

constexpr std::array verbs = {
    Verb{"run", "What happens? A timeline of records and truth, with the numbers", runVerb},
    Verb{"why", "Why is it so? The decisions at a time, with what ruled each node out", whyVerb},
    Verb{"check", "Is the file in order? All problems with their line and what to do", checkVerb},
    Verb{"clustat", "What would clustat print at a time?", clustatVerb},
    Verb{"log", "What would rgmanager write to syslog?", logVerb},
    Verb{"replay", "What does a real log say, and where does the simulation differ?", replayVerb},
    Verb{"tree", "How does rgmanager see the resources, and in which order?", treeVerb},
    Verb{"shell", "What happens if I type this? A shell on the simulated nodes", shellVerb},
    Verb{"conform", "Does the engine leave the traces that rgmanager's own code left?",
         conformVerb},
    Verb{"export", "Which files do the nodes need? Writes them, or shows what would change",
         exportVerb},
    Verb{"import", "What do the files of nodes mean? Makes a scenario of them", importVerb},
    Verb{"guard-test", "Does an init script do what the engine's guard does, in any state?",
         guardTestVerb},
    Verb{"hazards", "What goes wrong at a cold start or after a failure, and what helps?",
         hazardsVerb},
    Verb{"explore", "Does it hold whatever fails? Every sequence of failures, up to a length",
         exploreVerb},
    Verb{"campaign", "How available will it be? Many runs under random failures", campaignVerb},
    Verb{"merge", "What do the parts of a campaign say together? Files of campaign --shard",
         mergeVerb},
    Verb{"compare", "Which of two layouts fares better under the same failures, and where?",
         compareVerb},
    Verb{"survive", "What does every failure, and every pair, do to every service?", surviveVerb},
    Verb{"phase", "How does the downtime depend on the instant of the failure?", phaseVerb},
    Verb{"repair", "Which small edits leave no hazard, and what do they cost?", repairVerb},
};

constexpr const char* usage = R"(Usage: rgsim VERB [options] FILE
Simulates what rgmanager 3.0.12 (Red Hat Cluster Suite) does, and says why.

Verbs:
)";

constexpr const char* hints = R"(
FILE is a cluster.conf, a scenario or a conformance case. "rgsim VERB --help" has its options.

Options:
  -h, --help   Show this help and end.
  --version    Show the version and end.

Examples:
  rgsim run scenarios/guard/collision_sequence.json
  rgsim why scenarios/guard/collision_sequence.json --at 60s
  rgsim check /etc/cluster/cluster.conf

Exit codes: 0 fine, 1 something was found (a hazard, a difference, a warning), 2 bad input.
)";

void printHelp()
{
    std::string text = usage;
    for (const Verb& verb : verbs) {
        const std::string name = verb.name;
        text += "  " + name + std::string(12 - name.size(), ' ') + verb.summary + '\n';
    }
    writeOut(text + hints);
}

const Verb* find(const QString& name)
{
    for (const Verb& verb : verbs) {
        if (name == QLatin1String(verb.name))
            return &verb;
    }
    return nullptr;
}

int unknownVerb(const QString& name)
{
    std::vector<std::string> known;
    for (const Verb& verb : verbs)
        known.emplace_back(verb.name);
    const std::string text = name.toStdString();
    printError((text.starts_with('-') ? "there is no option " : "there is no verb ") + text,
               suggestion(text, known));
    return exitBadInput;
}

int dispatch(QStringList arguments)
{
    if (arguments.isEmpty()) {
        printError("a verb is missing", "see rgsim --help");
        return exitBadInput;
    }
    QString name = arguments.takeFirst();
    if (name == QLatin1String("--version")) {
        writeOut("rgsim " RGSIM_VERSION "\n");
        return exitFine;
    }
    const bool wantsHelp = name == QLatin1String("help") || name == QLatin1String("--help") ||
                           name == QLatin1String("-h");
    if (wantsHelp && arguments.isEmpty()) {
        printHelp();
        return exitFine;
    }
    if (wantsHelp) {
        name = arguments.takeFirst();
        arguments = {QStringLiteral("--help")};
    }
    const Verb* const verb = find(name);
    return verb != nullptr ? verb->run(arguments) : unknownVerb(name);
}

} // namespace

int main(int argc, char** argv)
{
    // A closed pipe is an error like any other, found when the output is finished.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // so is a file that may not grow
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return finishOutput(dispatch(std::move(arguments)));
}
