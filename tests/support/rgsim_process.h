// The built rgsim, run as a person would run it. For tests of the command line only.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace rgsim {

struct ProcessOutcome {
    int code = -1; ///< -1: it did not come to its end by itself
    QByteArray out;
    QByteArray err;

    /// The lines of standard error that hold something.
    QByteArrayList errorLines() const;
    /// Everything, for the message of a failed test.
    QByteArray shown() const;
};

/// Runs rgsim of this build. @p outFile: where standard output goes instead of into the outcome.
ProcessOutcome runRgsim(const QStringList& arguments, const QString& outFile = {});

/// Writes a file; a failure ends the test program.
QString writeFile(const QString& path, const QByteArray& text);

/// A cluster.conf: three nodes (node1.example.com…), service:bark in line 9 and service:meow, both
/// with recovery="relocate".
extern const char* const petsConf;

} // namespace rgsim
