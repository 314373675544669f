#include "report/why_json.h"

#include "report/run_report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rgsim {

namespace {

QString qText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonValue seconds(std::int64_t ms)
{
    if (ms % 1000 == 0)
        return QJsonValue(qint64{ms / 1000});
    return QJsonValue(static_cast<double>(ms) / 1000.0);
}

QJsonObject candidateObject(const Cluster& cluster, const Candidate& candidate)
{
    QJsonObject object;
    object[QLatin1String("node")] = qText(nodeName(cluster, candidate.node));
    object[QLatin1String("score")] = candidate.score;
    object[QLatin1String("chosen")] = candidate.chosen;
    if (candidate.exclusion != Exclusion::None)
        object[QLatin1String("ruled_out_by")] = QLatin1String(sentence(candidate.exclusion));
    return object;
}

QJsonObject configurationObject(const WhyReport& report, int line)
{
    QJsonObject object;
    object[QLatin1String("file")] = qText(report.cluster.sourceFile);
    object[QLatin1String("line")] = line;
    object[QLatin1String("text")] = qText(report.sourceLine(line));
    return object;
}

// The other kinds follow from an event or a check, without a request and an answer.
bool hasRequest(DecisionKind kind)
{
    return kind == DecisionKind::StartRequest || kind == DecisionKind::Start ||
           kind == DecisionKind::Stop || kind == DecisionKind::Relocate;
}

QJsonObject decisionObject(const WhyReport& report, const Decision& decision)
{
    QJsonObject object;
    object[QLatin1String("at")] = seconds(decision.at.ms);
    object[QLatin1String("service")] = qText(report.cluster.service(decision.service).fullName);
    object[QLatin1String("by")] = qText(nodeName(report.cluster, decision.by));
    object[QLatin1String("kind")] = QLatin1String(toString(decision.kind));
    object[QLatin1String("function")] = QLatin1String(rgmanagerFunction(decision.kind));
    object[QLatin1String("reason")] = QLatin1String(sentence(decision.reason));
    if (hasRequest(decision.kind)) {
        object[QLatin1String("request")] = QLatin1String(replyName(decision.request));
        object[QLatin1String("code")] = static_cast<int>(decision.code);
    }
    if (decision.other != noNode)
        object[QLatin1String("other")] = qText(nodeName(report.cluster, decision.other));
    if (!decision.detail.empty())
        object[QLatin1String("detail")] = qText(decision.detail);
    if (decision.line > 0)
        object[QLatin1String("configuration")] = configurationObject(report, decision.line);
    QJsonArray candidates;
    for (const Candidate& candidate : decision.candidates)
        candidates.append(candidateObject(report.cluster, candidate));
    if (!candidates.isEmpty())
        object[QLatin1String("candidates")] = candidates;
    return object;
}

} // namespace

QByteArray whyJson(const WhyReport& report)
{
    QJsonArray decisions;
    for (const Decision& decision : report.found.decisions)
        decisions.append(decisionObject(report, decision));
    QJsonObject object;
    object[QLatin1String("asked")] = seconds(report.found.asked.ms);
    object[QLatin1String("window")] = seconds(report.found.window.ms);
    object[QLatin1String("within_window")] = report.found.isWithinWindow;
    object[QLatin1String("decisions")] = decisions;
    return QJsonDocument(object).toJson();
}

} // namespace rgsim
