// Runs the start of init scripts under bash in a sandbox that answers for a simulated cluster, and
// tells what they did. Nothing of the machine but harmless tools can be reached from in there;
// without a sandbox nothing is run at all.
#pragma once

#include "base/diagnostic.h"
#include "base/sim_time.h"
#include "deploy/sandbox_layout.h"
#include "guard/clustat_view.h"
#include "guard/sysconfig_text.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

namespace rgsim {

/// The cluster as one script finds it when it is started.
struct ScriptQuestion {
    std::size_t script = 0; ///< which of the harness's scripts
    std::string hostname;
    ClustatView view;
    Sysconfig settings;
};

/// What a script did.
struct ScriptOutcome {
    enum class End {
        Answered,
        TimedOut, ///< it did not end in time, and was ended
        Lost,     ///< the sandbox broke down, or the settings cannot be written
    };
    End end = End::Lost;
    int exitCode = -1;
    std::string started; ///< the calls that started the program, a line each; empty: none
    std::string output;  ///< of both channels, at most 20,000 bytes
    SimDuration slept;   ///< the sum of its sleeps, which take no time here

    bool hasStarted() const { return !started.empty(); }
};

class ScriptHarness {
public:
    /// A sandbox with @p scripts. @p isQuick: commands such as clustat are shell functions there,
    /// which saves most of the processes; for scripts that call them without a path.
    static Result<std::unique_ptr<ScriptHarness>> open(std::vector<SandboxScript> scripts,
                                                       bool isQuick);
    ~ScriptHarness();
    ScriptHarness(const ScriptHarness&) = delete;
    ScriptHarness& operator=(const ScriptHarness&) = delete;

    /// How long a script may take; 10 at first.
    void setSecondsToAnswer(int seconds) { m_msToAnswer = seconds * 1000; }

    /// Runs one script and waits for its end.
    ScriptOutcome ask(const ScriptQuestion& question);
    /// The same in two steps, so that several harnesses can work at a time.
    void begin(const ScriptQuestion& question);
    ScriptOutcome finish();

private:
    ScriptHarness(std::vector<SandboxScript> scripts, bool isQuick);

    QString path(const QString& name) const { return m_folder.path() + name; }
    QStringList arguments() const;
    Diagnostics tryOut();
    bool start();
    void stop();
    bool writeState(const ScriptQuestion& question);
    QByteArray exchanged(const char* name) const;

    std::vector<SandboxScript> m_scripts;
    bool m_isQuick;
    QTemporaryDir m_folder;
    QProcess m_driver;
    int m_msToAnswer = 10'000;
    bool m_isAsked = false; ///< begin() has reached the driver
};

} // namespace rgsim
