// What a verb of the command line is: a name, a line of help and a function. One verb, one file;
// main.cpp holds the table. Verbs read arguments and print; they compute nothing themselves.
#pragma once

#include <QStringList>

namespace rgsim {

// Exit codes.
constexpr int exitFine = 0;
constexpr int exitFound = 1;    ///< a hazard, a difference, a warning
constexpr int exitBadInput = 2; ///< arguments or files that cannot be used, output that failed
constexpr int exitInterrupted = 130; ///< Ctrl+C: what was printed is what there was by then

struct Verb {
    const char* name;
    const char* summary; ///< one line for `rgsim --help`
    /// Gets the arguments behind the verb's name and returns the exit code.
    int (*run)(const QStringList& arguments);
};

int runVerb(const QStringList& arguments);
int whyVerb(const QStringList& arguments);
int checkVerb(const QStringList& arguments);
int clustatVerb(const QStringList& arguments);
int logVerb(const QStringList& arguments);
int replayVerb(const QStringList& arguments);
int treeVerb(const QStringList& arguments);
int shellVerb(const QStringList& arguments);
int conformVerb(const QStringList& arguments);
int exportVerb(const QStringList& arguments);
int importVerb(const QStringList& arguments);
int guardTestVerb(const QStringList& arguments);
int exploreVerb(const QStringList& arguments);
int hazardsVerb(const QStringList& arguments);
int campaignVerb(const QStringList& arguments);
int mergeVerb(const QStringList& arguments);
int compareVerb(const QStringList& arguments);
int repairVerb(const QStringList& arguments);
int surviveVerb(const QStringList& arguments);
int phaseVerb(const QStringList& arguments);

} // namespace rgsim
