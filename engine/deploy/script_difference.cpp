#include "deploy/script_difference.h"

#include "base/joined.h"
#include "guard/clustat_text.h"

#include <QString>
#include <QStringList>

namespace rgsim {

namespace {

/// Each line behind four blanks; what a script printed may hold anything, so nothing in it reaches
/// the terminal as a control sequence.
std::string indented(const std::string& text)
{
    QStringList lines = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                            .trimmed()
                            .split(QLatin1Char('\n'));
    constexpr int mostLines = 40;
    if (lines.size() > mostLines)
        lines = lines.mid(0, mostLines) << QStringLiteral("…");
    QString shown;
    for (QString& line : lines) {
        for (QChar& c : line)
            c = c.isPrint() || c == QLatin1Char('\t') ? c : QLatin1Char('?');
        shown += QStringLiteral("    ") + line + QLatin1Char('\n');
    }
    return shown.toStdString();
}

} // namespace

std::string differenceSentence(const GuardVerdict& verdict, const ScriptOutcome& outcome)
{
    const StartOutcome expected = resultOf(verdict);
    const StartOutcome actual = resultOf(outcome);
    std::string text = std::string("the engine ") + describe(expected);
    if (!verdict.reason.empty())
        text += " (" + verdict.reason + ')';
    if (expected == actual)
        return text + ", and so does the script, but it says something else";
    return text + ", but the script " + describe(actual);
}

std::string stateText(const GuardConfig& config, const ClustatView& view,
                      const std::string& hostname)
{
    return "    host " + hostname + "\n    CLUST_ENABLED=" + (config.enabled ? "true" : "false") +
           "\n    CLUST_MYSERVICE=" + config.myService +
           "\n    CLUST_COLLISION=" + joined(config.collisions, " ") + '\n' +
           indented(clustatText(view));
}

std::string outcomeText(const ScriptOutcome& outcome)
{
    std::string text;
    if (!outcome.output.empty())
        text += "The script printed:\n" + indented(outcome.output);
    if (outcome.hasStarted())
        text += "It called:\n" + indented(outcome.started);
    if (outcome.end == ScriptOutcome::End::Answered)
        text += "It ended with " + std::to_string(outcome.exitCode) + ".\n";
    return text;
}

} // namespace rgsim
