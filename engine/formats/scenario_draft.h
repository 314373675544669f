// A scenario while somebody edits it: the members of its file (docs/scenario_format.md) with one
// function per change, each of which keeps the names that refer to what it changes in step. It may
// hold what cannot be run (a half-typed duration): readScenario() judges that.
#pragma once

#include "formats/draft_references.h"
#include "formats/scenario_file.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace rgsim {

class ScenarioDraft {
public:
    ScenarioDraft() = default;
    explicit ScenarioDraft(QJsonObject root) : m_root(std::move(root)) {}
    /// The canonical draft of a scenario: the cluster in words (never as a cluster.conf), all names
    /// in full, ids of nodes written out.
    static ScenarioDraft of(const ScenarioFile& file);

    const QJsonObject& root() const { return m_root; }
    /// As readScenario() takes it; pathsOfLines() leads from its lines to members.
    QByteArray text() const;
    bool operator==(const ScenarioDraft& other) const { return m_root == other.m_root; }

    /// See json_path.h. An undefined @p value removes.
    QJsonValue value(const QString& path) const;
    bool set(const QString& path, const QJsonValue& value);
    QJsonArray array(const QString& path) const { return value(path).toArray(); }
    /// Inserts into the array at @p path, which is made if it is missing.
    bool insert(const QString& path, qsizetype index, const QJsonValue& value);
    bool append(const QString& path, const QJsonValue& value);
    bool move(const QString& path, qsizetype from, qsizetype to);

    QStringList nodeNames() const;
    QStringList serviceNames() const; ///< in full: "service:bark"
    QStringList domainNames() const;
    /// In full, each once, in order of appearance: "script:bark".
    QStringList resourceNames() const;
    /// @p wish, or with a number behind it if @p taken holds it: "node4".
    static QString freeName(const QString& wish, const QStringList& taken);
    /// "service:bark" for an entry of cluster.services.
    static QString fullName(const QJsonObject& service);

    // Nodes, by position in cluster.nodes. What refers to a removed node goes with it.
    int addNode(const QString& name = {});
    void renameNode(int index, const QString& name);
    void removeNode(int index);

    // Services, by position in cluster.services. What refers to a removed service or to resources
    // that only it has goes with it.
    int addService(const QString& name = {}, const QString& type = QStringLiteral("service"));
    void renameService(int index, const QString& name);
    /// "service" or "vm".
    void retypeService(int index, const QString& type);
    void removeService(int index);
    /// A copy behind the original with a free name, and free names for the resources that are its
    /// own; keep-apart rules and faults are not copied. Returns its position.
    int duplicateService(int index);
    /// Puts in a service as copied from some draft, under free names. Returns its position.
    int pasteService(const QJsonObject& service, int index);

    // Failover domains, by position in cluster.domains.
    int addDomain(const QString& name = {});
    void renameDomain(int index, const QString& name);
    void removeDomain(int index);

    /// Replaces the events. Where the plan boots nobody and there is no "start", all nodes boot at
    /// 0; the first boot of its own would take that away, and so it is written out then.
    void setEvents(QJsonArray events);

    // Resources, by path: "cluster.services[1].resources[0].resources[2]", a shared one
    // "cluster.resources[3]". A parent is the path of a service, of a resource in its tree, or
    // "cluster" for shared ones. Functions that put something in return its path, or an empty one
    // if that is impossible.

    /// Writes out the script that a service without a list of resources has.
    void spellOutResources(int service);
    QString addResource(const QString& parent, const QString& type, const QString& name = {});
    /// Puts in a resource as copied from some draft, under free names. Index -1: last.
    QString pasteResource(const QJsonObject& resource, const QString& parent, int index = -1);
    /// With all below it. Where a removed shared resource was referred to, its children stay.
    void removeResource(const QString& path);
    /// To before element @p index of the parent's resources, as they are before the move. Not below
    /// itself; shared resources stay shared and others do not become so.
    QString moveResource(const QString& path, const QString& parent, int index);
    void retypeResource(const QString& path, const QString& type);
    /// Renames a resource wherever it stands, by its full name ("script:bark").
    void renameResource(const QString& fullName, const QString& name);

    /// Whether some keep_apart group holds both.
    bool areKeptApart(const QString& serviceA, const QString& serviceB) const;
    /// Groups are split into smaller ones where that is needed.
    void setKeptApart(const QString& serviceA, const QString& serviceB, bool apart);
    /// The same for every two of @p services.
    void setAllApart(const QStringList& services, bool apart);

private:
    bool areAllApart(const QStringList& services) const;
    QJsonArray servicesArray() const { return array(QStringLiteral("cluster.services")); }
    static QString servicePath(int index);
    /// Nothing as @p to drops what refers.
    void mapReferences(NameKind kind, const QString& from, const std::optional<QString>& to);
    void setIdentity(int service, const QString& type, const QString& name);
    QString insertResource(const QString& parent, int index, const QJsonObject& resource);
    void removeReferences(const QString& resource);
    void tidyList(const QString& list);
    void moveTimes(const QJsonObject& resource, int fromService, int toService);
    void changeTrees(const std::function<void(QJsonObject&)>& change);
    void dropDangling(const QStringList& namesBefore);
    void dropHappenings(const QSet<QString>& idleServices);
    void pruneTimes();

    QJsonObject m_root;
};

} // namespace rgsim
