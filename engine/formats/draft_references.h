// Every place of a scenario's JSON where a node, a service or a resource is named, known once: to
// rename what refers to a thing together with it, or to drop it. It knows the format
// (docs/scenario_format.md) and judges nothing.
#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace rgsim {

enum class NameKind { Node, Service, Resource };

/// The new name for a reference, services and resources in full ("service:bark"); nothing drops
/// what refers.
using NameMap = std::function<std::optional<QString>(NameKind kind, const QString& name)>;

/// The scenario with all references mapped; the things themselves and `ref`s to shared resources
/// keep their names. What cannot be without a dropped name goes with it: an event about it, a
/// keep-apart group of one, an empty group behind a load balancer, a property. A boot of nobody
/// stays, as it keeps the others from booting at 0.
QJsonObject withMappedReferences(const QJsonObject& scenario, const NameMap& map);

/// Maps one name and leaves all others.
NameMap renaming(NameKind kind, const QString& from, const QString& to);
NameMap dropping(NameKind kind, const QString& name);

} // namespace rgsim
