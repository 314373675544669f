// One entry of the draft's fault plan (an event, a fault, a rate) as a row of cells: which member a
// cell stands for, how it is shown as text and what the entry is after the text was changed. Values
// go in as typed: whether they make sense is for the reader to say.
#pragma once

#include "base/sim_time.h"
#include "formats/scenario_draft.h"
#include "models/plan_words.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace rgsim::gui {

enum class PlanPart { Events, Faults, Rates };

enum class PlanField {
    Begin,     ///< "at", "from"
    End,       ///< "to"
    Kind,      ///< "do", "kind"
    Operation, ///< "op"
    Request,   ///< "request"
    Subject,   ///< what it happens to: nodes, a service, a resource
    Node,      ///< where a fault acts, where a service shall go
    Via,       ///< "via"
    Extra,     ///< "by"
    Flap,      ///< "flap_period"
    FailMean,  ///< of "mtbf"
    FailSpread,
    FailShape,
    RepairMean, ///< of "mttr"
    RepairSpread,
    RepairShape,
    Words, ///< all of it in words; no member
};

/// The draft's array: "events".
QString listName(PlanPart part);
QVector<PlanField> fieldsOf(PlanPart part);
PlanVocabulary kindsOf(PlanPart part);

namespace plan_entry {

/// What new entries are about.
struct Hint {
    QString node;
    QString service;
    QString resource; ///< empty: the service, which means its first script
    QString machine;  ///< a virtual machine
    SimTime at;
};

/// An entry of this kind with all that it needs. Rates have the kinds "node" and "service".
QJsonObject made(PlanPart part, const QString& kind, const Hint& hint);

/// Path within the entry, "mtbf.mean"; empty if an entry of this kind has no such cell.
QString keyOf(PlanPart part, const QJsonObject& entry, PlanField field);
/// The cell that shows the member @p key, a path within the entry.
PlanField fieldAt(PlanPart part, const QJsonObject& entry, const QString& key);

/// As a person edits it: words of the file, names, durations.
QString textOf(PlanPart part, const QJsonObject& entry, PlanField field);
/// The same as it is shown: with titles instead of words.
QString shownText(PlanPart part, const QJsonObject& entry, PlanField field);
/// The entry with another text in this cell. Another kind keeps what both kinds have.
QJsonObject withText(PlanPart part, const QJsonObject& entry, PlanField field, const QString& text,
                     const ScenarioDraft& draft);

/// When it begins, if that can be read; rates have no time.
std::optional<SimTime> begin(PlanPart part, const QJsonObject& entry);
/// The entry at another time; a window keeps its length.
QJsonObject movedTo(PlanPart part, const QJsonObject& entry, SimTime at);

/// "Node crashes (node1)", for lists and for names of edits.
QString title(PlanPart part, const QJsonObject& entry);

} // namespace plan_entry

} // namespace rgsim::gui
