#include "session/state_words.h"

#include "report/run_report.h"

#include <QCoreApplication>

namespace rgsim::gui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(StateWords)
};
} // namespace

QString stateWord(ServiceState state)
{
    switch (state) {
    case ServiceState::Stopped:
        return Words::tr("stopped");
    case ServiceState::Starting:
        return Words::tr("starting");
    case ServiceState::Started:
        return Words::tr("started");
    case ServiceState::Stopping:
        return Words::tr("stopping");
    case ServiceState::Failed:
        return Words::tr("failed");
    case ServiceState::Uninitialized:
        return Words::tr("uninitialized");
    case ServiceState::Checking:
        return Words::tr("checking");
    case ServiceState::Recoverable:
        return Words::tr("recoverable");
    case ServiceState::Recovering:
        return Words::tr("recovering");
    case ServiceState::Disabled:
        return Words::tr("disabled");
    case ServiceState::Migrating:
        return Words::tr("migrating");
    }
    return {};
}

QString nodeStateWord(NodeState state)
{
    switch (state) {
    case NodeState::Off:
        return Words::tr("off");
    case NodeState::Lost:
        return Words::tr("lost, unfenced");
    case NodeState::Up:
        return Words::tr("up");
    case NodeState::Isolated:
        return Words::tr("cut off");
    case NodeState::Idle:
        return Words::tr("runs, without a manager");
    }
    return {};
}

QString shortServiceName(const Service& service)
{
    return QString::fromStdString(service.type == "service" ? service.name : service.fullName);
}

QString shortServiceName(const QString& service)
{
    const QString type = QStringLiteral("service:");
    return service.startsWith(type) ? service.mid(type.size()) : service;
}

QStringList shortNodeNameList(const Cluster& cluster)
{
    QStringList names;
    for (const std::string& name : shortNodeNames(cluster))
        names << QString::fromStdString(name);
    return names;
}

Cluster withShortNodeNames(Cluster cluster)
{
    const std::vector<std::string> names = shortNodeNames(cluster);
    for (std::size_t node = 0; node < names.size(); ++node)
        cluster.nodes[node].name = names[node];
    return cluster;
}

} // namespace rgsim::gui
