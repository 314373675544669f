// Times that the draft may give once for all nodes or scripts, and again for single ones: who
// differs, and how to make all the same again. Which of them counts is the reader's rule; here it
// is only told.
#pragma once

#include "formats/scenario_draft.h"

#include <QJsonValue>
#include <QString>
#include <QVector>

namespace rgsim::gui {

/// One time of the draft's "times".
enum class GeneralTime { Boot, Fencing, Rejoins, Start, Stop, Status };

struct OwnTime {
    QString owner; ///< a node, a service, or a resource of one: "script:web in service:web"
    QString path;
    QJsonValue value;
};

/// Where the time for all stands: "times.boot", "times.scripts.start".
QString generalPath(GeneralTime time);
/// Nodes, or services and their resources, that have their own.
QVector<OwnTime> ownTimes(const ScenarioDraft& draft, GeneralTime time);
/// Nobody has its own any more. What was given for all stays; if nothing was, the first one's time
/// counts for all.
void setForAll(ScenarioDraft& draft, GeneralTime time);

} // namespace rgsim::gui
