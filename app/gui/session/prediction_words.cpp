#include "session/prediction_words.h"

#include "report/run_report.h"
#include "session/state_words.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace rgsim::gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PredictionWords)
};

constexpr qsizetype mostNames = 3;

QString text(const std::string& string)
{
    return QString::fromStdString(string);
}

// Where a person would look for it: where it runs, else where its record is.
NodeIndex placeOf(const ServiceSnapshot& snapshot)
{
    if (!snapshot.truth.runsOn.empty())
        return snapshot.truth.runsOn.contains(snapshot.belief.owner)
                   ? snapshot.belief.owner
                   : snapshot.truth.runsOn.first();
    return snapshot.belief.exists && snapshot.isPhantom() ? snapshot.belief.owner : noNode;
}

bool isPhantom(const Service& service, const ServiceSnapshot& snapshot)
{
    return hasProcesses(service) && snapshot.isPhantom() && snapshot.truth.runsOn.empty();
}

QString stateOf(const Service& service, const ServiceSnapshot& snapshot)
{
    if (!snapshot.truth.runsOn.empty())
        return Words::tr("runs");
    if (!snapshot.belief.exists)
        return Words::tr("no record");
    if (isPhantom(service, snapshot))
        return Words::tr("record only");
    return stateWord(snapshot.belief.state);
}

bool isShownDifferently(const Service& service, const ServiceSnapshot& a, const ServiceSnapshot& b)
{
    return placeOf(a) != placeOf(b) || stateOf(service, a) != stateOf(service, b) ||
           a.belief.frozen != b.belief.frozen;
}

// What becomes of it; the same for all that share it.
QString fateOf(const QStringList& nodes, const Service& of, const PredictedService& service)
{
    const NodeIndex from = placeOf(service.before);
    const NodeIndex to = placeOf(service.atEnd);
    QString fate;
    if (isPhantom(of, service.atEnd))
        fate = Words::tr("only a record on %1, runs nowhere").arg(nodes[to]);
    else if (to == noNode)
        fate = stateOf(of, service.atEnd);
    else if (from == noNode)
        fate = Words::tr("runs on %1").arg(nodes[to]);
    else if (from != to)
        fate = Words::tr("from %1 to %2").arg(nodes[from], nodes[to]);
    else if (service.before.belief.frozen != service.atEnd.belief.frozen)
        fate = service.atEnd.belief.frozen ? Words::tr("frozen") : Words::tr("no longer frozen");
    else
        fate = Words::tr("stays on %1").arg(nodes[to]);
    if (service.outage.isZero())
        return fate;
    return Words::tr("%1, out for %2").arg(fate, text(spanText(service.outage)));
}

QString listOf(const QStringList& names)
{
    if (names.size() <= mostNames)
        return names.join(Words::tr(", "));
    return Words::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - mostNames))
        .arg(names.first(mostNames).join(Words::tr(", ")));
}

// Services that share a fate stand together.
QStringList fatesOf(const Cluster& cluster, const QStringList& nodes, const Prediction& prediction)
{
    QStringList fates;
    QHash<QString, QStringList> names;
    for (std::size_t i = 0; i < prediction.services.size(); ++i) {
        if (!prediction.services[i].firstChange)
            continue;
        const Service& service = cluster.service(static_cast<ServiceIndex>(i));
        const QString fate = fateOf(nodes, service, prediction.services[i]);
        if (!names.contains(fate))
            fates << fate;
        names[fate] << shortServiceName(service);
    }
    for (QString& fate : fates)
        fate = Words::tr("%1: %2", "services: what becomes of them").arg(listOf(names[fate]), fate);
    return fates;
}

} // namespace

std::vector<PredictedMove> movesOf(const Cluster& cluster, const Prediction& prediction)
{
    std::vector<PredictedMove> moves;
    for (std::size_t i = 0; i < prediction.services.size(); ++i) {
        const PredictedService& service = prediction.services[i];
        const Service& of = cluster.service(static_cast<ServiceIndex>(i));
        const bool isAffected = service.firstChange || service.settled;
        if (!isAffected || !isShownDifferently(of, service.before, service.atEnd))
            continue;
        PredictedMove move;
        move.service = static_cast<ServiceIndex>(i);
        move.from = placeOf(service.before);
        move.to = placeOf(service.atEnd);
        move.isPhantom = isPhantom(of, service.atEnd);
        const QString name = shortServiceName(of);
        const SimDuration wait = service.settled ? *service.settled - prediction.at : SimDuration{};
        QString what = name;
        if (move.to == noNode || move.isPhantom)
            what = Words::tr("%1: %2").arg(name, stateOf(of, service.atEnd));
        move.text = wait.isZero() ? Words::tr("%1 at once").arg(what)
                                  : Words::tr("%1 in %2").arg(what, text(spanText(wait)));
        moves.push_back(std::move(move));
    }
    return moves;
}

std::vector<NodeIndex> downOf(const Prediction& prediction)
{
    const auto isDown = [](NodeState state) {
        return state == NodeState::Off || state == NodeState::Lost;
    };
    std::vector<NodeIndex> down;
    for (std::size_t i = 0; i < prediction.nodes.size(); ++i) {
        if (isDown(prediction.nodes[i].atEnd) && !isDown(prediction.nodes[i].before))
            down.push_back(static_cast<NodeIndex>(i));
    }
    return down;
}

QString predictionWords(const Cluster& cluster, const Prediction& prediction)
{
    const QStringList nodes = shortNodeNameList(cluster);
    QStringList sentences = fatesOf(cluster, nodes, prediction);
    for (std::size_t i = 0; i < prediction.nodes.size(); ++i) {
        const PredictedNode& node = prediction.nodes[i];
        if (node.atEnd != node.withoutAct)
            sentences << Words::tr("%1 is %2")
                             .arg(nodes[static_cast<qsizetype>(i)], nodeStateWord(node.atEnd));
    }
    for (const BrokenRule& broken : prediction.brokenAtEnd) {
        QStringList together;
        for (const ServiceIndex service : broken.services)
            together << shortServiceName(cluster.service(service));
        sentences << Words::tr("%1 run together on %2, against their rule")
                         .arg(together.join(Words::tr(" and ")), nodes[broken.node]);
    }
    const QString until = text(clockText(prediction.end));
    if (sentences.isEmpty())
        return Words::tr("Nothing is different until %1.").arg(until);
    return Words::tr("Until %1: %2.").arg(until, sentences.join("; "));
}

} // namespace rgsim::gui
