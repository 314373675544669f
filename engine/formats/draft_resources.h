// Trees of resources in a scenario's JSON: walks through them, names in them, copies of them. It
// changes no draft; ScenarioDraft does that with these.
#pragma once

#include "formats/scenario_draft.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace rgsim {

/// "script:bark", for a resource of a tree or a shared one.
QString resourceName(const QJsonObject& resource);

/// A service's resources; one that lists none has a script of its name, unless it is a machine.
QJsonArray resourcesOf(const QJsonObject& service);

/// Calls @p visit for each resource of @p tree, parents first; what it leaves in its argument takes
/// the resource's place.
QJsonArray withEachResource(const QJsonArray& tree, const std::function<void(QJsonObject&)>& visit);

/// All names in @p tree, each once, in order of appearance.
void collectResourceNames(const QJsonArray& tree, QStringList& names);

/// A copy of @p tree that can stand beside what @p draft has: own resources get free names, and
/// free values where an agent wants an attribute to be unique. Those named @p oldOwner are named
/// after @p newOwner if they can be.
QJsonArray withFreeNames(const ScenarioDraft& draft, const QJsonArray& tree,
                         const QString& oldOwner = {}, const QString& newOwner = {});

} // namespace rgsim
