#include "deploy/script_verdict.h"

#include <QString>

namespace rgsim {

const char* describe(StartOutcome result)
{
    switch (result) {
    case StartOutcome::Starts:
        return "starts the program";
    case StartOutcome::ClaimsSuccess:
        return "starts nothing and claims success";
    case StartOutcome::Fails:
        return "starts nothing and reports a failure";
    case StartOutcome::HasNoEnd:
        return "comes to no end";
    case StartOutcome::IsLost:
        break;
    }
    return "could not be run";
}

StartOutcome resultOf(const ScriptOutcome& outcome)
{
    if (outcome.end != ScriptOutcome::End::Answered)
        return outcome.end == ScriptOutcome::End::TimedOut ? StartOutcome::HasNoEnd
                                                           : StartOutcome::IsLost;
    if (outcome.hasStarted())
        return StartOutcome::Starts;
    return outcome.exitCode == 0 ? StartOutcome::ClaimsSuccess : StartOutcome::Fails;
}

StartOutcome resultOf(const GuardVerdict& verdict)
{
    if (!verdict.refuses)
        return StartOutcome::Starts;
    return verdict.reportsFailure ? StartOutcome::Fails : StartOutcome::ClaimsSuccess;
}

bool saysTheSame(const std::string& output, const GuardVerdict& verdict)
{
    const QString said = QString::fromUtf8(output.data(), static_cast<qsizetype>(output.size()));
    const QString wanted = QString::fromStdString(verdict.reason).simplified();
    return said.simplified().contains(wanted);
}

Sysconfig settingsFor(const GuardConfig& config, GuardMode form, bool failsInsteadOfLying)
{
    Sysconfig settings{config.enabled, config.myService, config.collisions, {}};
    if (form == GuardMode::Hardened)
        settings.refusalFails = failsInsteadOfLying;
    return settings;
}

} // namespace rgsim
