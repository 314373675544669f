#include "session/outcome_words.h"

#include "report/layout_words.h"
#include "report/run_report.h"

#include <QCoreApplication>
#include <QStringList>

namespace rgsim::gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OutcomeWords)
};

QString span(SimDuration duration)
{
    return QString::fromStdString(spanText(duration));
}

QString endWords(const Cluster& cluster, const FailureOutcome& outcome)
{
    if (outcome.end == ServiceEnd::Down)
        return Words::tr("is down for good");
    if (outcome.end == ServiceEnd::Circles)
        return Words::tr("is stopped and started for ever");
    const QString runs =
        Words::tr("runs on %1").arg(QString::fromStdString(cluster.node(outcome.node).name));
    return outcome.downtime.isZero()
               ? runs
               : Words::tr("%1, was down for %2").arg(runs, span(outcome.downtime));
}

QString endChange(ServiceEnd first, ServiceEnd second)
{
    switch (second) {
    case ServiceEnd::Runs:
        return Words::tr("runs in the end");
    case ServiceEnd::Circles:
        return first == ServiceEnd::Runs ? Words::tr("never comes to rest")
                                         : Words::tr("comes up again and again");
    case ServiceEnd::Down:
        break;
    }
    return Words::tr("does not run in the end");
}

} // namespace

QString failureWords(const Cluster& cluster, const std::vector<PlanEvent>& events)
{
    return events.empty() ? Words::tr("a cold start")
                          : QString::fromStdString(failureText(cluster, events));
}

QString outcomeWords(const Cluster& cluster, const FailureOutcome& outcome)
{
    QStringList words{endWords(cluster, outcome)};
    if (outcome.phantomForGood)
        words << Words::tr("phantom for good");
    else if (!outcome.phantom.isZero())
        words << Words::tr("phantom for %1").arg(span(outcome.phantom));
    if (outcome.togetherForGood)
        words << Words::tr("breaks its rule for good");
    else if (!outcome.together.isZero())
        words << Words::tr("broke its rule for %1").arg(span(outcome.together));
    return words.join(QStringLiteral(", "));
}

QString survivalWords(const Cluster& cluster, const SurvivedService& service)
{
    if (!service.isWanted)
        return Words::tr("never ran and does not start by itself");
    QStringList words{outcomeWords(cluster, service.outcome)};
    if (service.relocations > 0)
        words << Words::tr("relocations: %L1").arg(service.relocations);
    if (service.restarts > 0)
        words << Words::tr("restarts: %L1").arg(service.restarts);
    return words.join(QStringLiteral(", "));
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Same:
        break;
    case Verdict::Moved:
        return Words::tr("moved");
    case Verdict::Better:
        return Words::tr("better");
    case Verdict::Worse:
        return Words::tr("worse");
    }
    return Words::tr("the same");
}

QString judgementWords(const ComparedService& service)
{
    const bool isWorse = service.judgement.verdict == Verdict::Worse;
    switch (service.judgement.aspect) {
    case Aspect::End:
        return endChange(service.first.end, service.second.end);
    case Aspect::Together:
        if (service.first.together.isZero() || service.second.together.isZero())
            return isWorse ? Words::tr("breaks a rule") : Words::tr("breaks no rule");
        return isWorse ? Words::tr("breaks a rule for longer")
                       : Words::tr("breaks a rule less long");
    case Aspect::Downtime:
        return isWorse ? Words::tr("longer down") : Words::tr("less long down");
    case Aspect::Phantom:
        return isWorse ? Words::tr("longer phantom") : Words::tr("less long phantom");
    case Aspect::Node:
        return Words::tr("on another node");
    case Aspect::None:
        break;
    }
    return {};
}

} // namespace rgsim::gui
