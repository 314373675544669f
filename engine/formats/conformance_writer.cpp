#include "formats/conformance_writer.h"

#include "formats/cluster_names.h"
#include "rgmanager/messages.h"
#include "rgmanager/request.h"

#include <QJsonDocument>
#include <QString>

#include <algorithm>
#include <numeric>
#include <optional>

namespace rgsim {

namespace {

QJsonValue seconds(SimTime at)
{
    if (at.ms % 1000 == 0)
        return QJsonValue(qint64{at.ms / 1000});
    return QJsonValue(at.toSeconds());
}

int idOf(const Cluster& cluster, NodeIndex node)
{
    return node == noNode ? 0 : cluster.node(node).id;
}

QString serviceName(const Cluster& cluster, ServiceIndex service)
{
    return QString::fromStdString(cluster.service(service).fullName);
}

QJsonArray ids(const Cluster& cluster, const NodeSet& nodes)
{
    QJsonArray result;
    for (const NodeIndex node : nodes)
        result.append(idOf(cluster, node));
    return result;
}

QJsonArray recordRow(const Cluster& cluster, const LogRow& row)
{
    return {seconds(row.at),
            QStringLiteral("record"),
            serviceName(cluster, row.service),
            QString::fromLatin1(toString(row.state)),
            idOf(cluster, row.owner),
            idOf(cluster, row.lastOwner),
            row.code,
            row.flag ? 1 : 0,
            idOf(cluster, row.node)};
}

QJsonArray scriptRow(const Cluster& cluster, bool hasTrees, const LogRow& row)
{
    const QString result = QString::fromLatin1(toString(row.result));
    const int node = idOf(cluster, row.node);
    if (!hasTrees)
        return {seconds(row.at), QStringLiteral("agent"), serviceName(cluster, row.service), result,
                node};
    const std::string resource = cluster.resource(row.resource).fullName();
    return {seconds(row.at),
            QStringLiteral("resource"),
            QString::fromStdString(resource),
            result,
            row.code,
            node,
            serviceName(cluster, row.service)};
}

QJsonArray replyRow(const Cluster& cluster, const LogRow& row)
{
    return {seconds(row.at),
            QStringLiteral("reply"),
            serviceName(cluster, row.service),
            QString::fromLatin1(replyName(static_cast<Request>(row.request))),
            row.code,
            idOf(cluster, row.owner)};
}

std::optional<QJsonArray> traceRow(const Cluster& cluster, bool hasTrees, const LogRow& row)
{
    const int node = idOf(cluster, row.node);
    switch (row.kind) {
    case RowKind::NodeUp:
        return QJsonArray{seconds(row.at), QStringLiteral("node"), node, QStringLiteral("up")};
    case RowKind::NodeDown:
        return QJsonArray{seconds(row.at), QStringLiteral("node"), node, QStringLiteral("down")};
    case RowKind::Record:
        return recordRow(cluster, row);
    case RowKind::Script:
        return scriptRow(cluster, hasTrees, row);
    case RowKind::Reply:
        return replyRow(cluster, row);
    case RowKind::Master:
        return QJsonArray{seconds(row.at), QStringLiteral("master"), node};
    case RowKind::Wander:
        return QJsonArray{seconds(row.at), QStringLiteral("wander"),
                          serviceName(cluster, row.service), node};
    case RowKind::Syslog:
    case RowKind::Process:
    case RowKind::NodePower:
    case RowKind::Membership:
    case RowKind::Quorum:
    case RowKind::Fence:
    case RowKind::Isolation:
    case RowKind::Emergency:
    case RowKind::Fault:
        break;
    }
    return std::nullopt;
}

// Indices 0…count-1, sorted by the names that belong to them (bytewise, as the cases are).
template <typename NameOf>
std::vector<std::size_t> byName(std::size_t count, NameOf nameOf)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&nameOf](std::size_t a, std::size_t b) { return nameOf(a) < nameOf(b); });
    return order;
}

std::string printed(const QJsonValue& row)
{
    return QJsonDocument(row.toArray()).toJson(QJsonDocument::Compact).toStdString();
}

QByteArray compact(const QJsonArray& array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

// A string as JSON: what stands between the brackets of an array that holds only it.
QByteArray quoted(const std::string& text)
{
    const QByteArray array = compact({QString::fromStdString(text)});
    return array.mid(1, array.size() - 2);
}

} // namespace

QJsonArray conformanceTrace(const Cluster& cluster, bool hasTrees, const std::vector<LogRow>& rows)
{
    QJsonArray trace;
    for (const LogRow& row : rows) {
        if (const std::optional<QJsonArray> written = traceRow(cluster, hasTrees, row))
            trace.append(*written);
    }
    return trace;
}

QJsonArray conformanceFinal(const Cluster& cluster, bool hasTrees, const FinalState& state)
{
    const auto nameOf = [&cluster](std::size_t i) { return cluster.services[i].fullName; };
    QJsonArray final;
    for (const std::size_t i : byName(cluster.services.size(), nameOf)) {
        const FinalRecord record = state.services[i].exists ? state.services[i] : FinalRecord{};
        QJsonArray row = {QString::fromStdString(cluster.services[i].fullName),
                          QString::fromLatin1(toString(record.state)), idOf(cluster, record.owner),
                          idOf(cluster, record.lastOwner), record.restarts};
        if (!hasTrees) {
            const ResourceIndex main = mainResource(cluster.services[i]);
            row.append(main == noResource
                           ? QJsonArray()
                           : ids(cluster, state.runsOn[static_cast<std::size_t>(main)]));
        }
        final.append(row);
    }
    return final;
}

QJsonArray conformanceAlive(const Cluster& cluster, const FinalState& state)
{
    const auto nameOf = [&cluster](std::size_t i) { return cluster.resources[i].fullName(); };
    QJsonArray alive;
    for (const std::size_t i : byName(cluster.resources.size(), nameOf)) {
        if (!state.runsOn[i].empty())
            alive.append(
                QJsonArray{QString::fromStdString(nameOf(i)), ids(cluster, state.runsOn[i])});
    }
    return alive;
}

ConformanceRows conformanceRows(const Cluster& cluster, bool hasTrees,
                                const std::vector<LogRow>& rows, const FinalState& state)
{
    ConformanceRows written;
    written.trace = conformanceTrace(cluster, hasTrees, rows);
    written.final = conformanceFinal(cluster, hasTrees, state);
    if (hasTrees)
        written.alive = conformanceAlive(cluster, state);
    return written;
}

QJsonArray conformanceLog(const Cluster& cluster, const std::vector<LogRow>& rows)
{
    QJsonArray written;
    for (const LogRow& row : rows) {
        if (row.kind == RowKind::Syslog)
            written.append(QJsonArray{seconds(row.at), idOf(cluster, row.node),
                                      priorityOf(static_cast<Message>(row.code)),
                                      QString::fromStdString(messageText(cluster, row))});
    }
    return written;
}

std::string firstDifference(const char* list, const QJsonArray& expected, const QJsonArray& actual)
{
    if (expected == actual)
        return {};
    qsizetype at = 0;
    while (at < expected.size() && at < actual.size() && expected.at(at) == actual.at(at))
        ++at;
    std::string text = std::string(list) + " differs at row " + std::to_string(at + 1) + " (" +
                       std::to_string(expected.size()) + " expected, " +
                       std::to_string(actual.size()) + " found)\n";
    if (at > 0)
        text += "  after    " + printed(expected.at(at - 1)) + '\n';
    text +=
        "  expected " + (at < expected.size() ? printed(expected.at(at)) : "no more rows") + '\n';
    text += "  found    " + (at < actual.size() ? printed(actual.at(at)) : "no more rows") + '\n';
    return text;
}

std::string firstDifference(const ConformanceRows& expected, const ConformanceRows& actual)
{
    std::string text = firstDifference("trace", expected.trace, actual.trace);
    if (text.empty())
        text = firstDifference("final", expected.final, actual.final);
    if (text.empty())
        text = firstDifference("alive", expected.alive, actual.alive);
    return text;
}

QByteArray conformanceLine(const std::string& name, bool hasTrees, const ConformanceRows& rows)
{
    QByteArray line = "{\"name\":" + quoted(name) + ",\"trace\":" + compact(rows.trace) +
                      ",\"final\":" + compact(rows.final);
    if (hasTrees)
        line += ",\"alive\":" + compact(rows.alive);
    return line + "}\n";
}

} // namespace rgsim
