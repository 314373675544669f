// Parts of a draft that are picked, copied, put in and removed as a whole: nodes, services,
// failover domains, resources in trees and shared ones, each by its path. What a part brings along
// (its times, shared resources it refers to) travels with it.
#pragma once

#include "formats/scenario_draft.h"

namespace rgsim {

enum class PartKind { None, Node, Service, Domain, Resource, SharedResource };

/// What the path of a part itself leads to; None for members of parts and anything else.
PartKind partKind(const QString& path);
/// The part that @p path leads to or into, the innermost; empty if there is none.
QString partOf(const QString& path);
/// As it stands in the draft, or as a service without a list of resources implies it.
QJsonObject partValue(const ScenarioDraft& draft, const QString& path);
/// As people call it: "node1", "service:meow", "script:meow".
QString partName(const ScenarioDraft& draft, const QString& path);

/// Those that are parts and not within others of them, each once; those of one list in its order.
QStringList outermostParts(QStringList paths);

/// What pasteParts() takes, for this draft or another one. Parts within other chosen parts are not
/// copied a second time. Empty if @p paths name no part.
QJsonObject copyParts(const ScenarioDraft& draft, const QStringList& paths);

/// Puts copies in, under free names: services, nodes and domains behind the part of their kind that
/// @p at leads into, else last; resources behind the resource at @p at, or into the service there.
/// Returns the new parts' paths; none if they find no place.
QStringList pasteParts(ScenarioDraft& draft, const QJsonObject& parts, const QString& at);

/// A copy of each behind it.
QStringList duplicateParts(ScenarioDraft& draft, const QStringList& paths);

void removeParts(ScenarioDraft& draft, const QStringList& paths);

/// Writes out the resources of the service that @p path leads into, if it only implies them: before
/// something is set within them.
void makeExplicit(ScenarioDraft& draft, const QString& path);

/// Renames whatever part it is, and all that refers to it.
void renamePart(ScenarioDraft& draft, const QString& path, const QString& name);

} // namespace rgsim
