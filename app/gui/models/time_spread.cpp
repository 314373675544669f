#include "models/time_spread.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace rgsim::gui {

namespace {

struct Place {
    const char* general;
    const char* member;
    const char* list; ///< who may have its own
};

Place placeOf(GeneralTime time)
{
    switch (time) {
    case GeneralTime::Boot:
        return {"times.boot", "boot", "times.nodes"};
    case GeneralTime::Fencing:
        return {"times.fencing", "fencing", "times.nodes"};
    case GeneralTime::Rejoins:
        return {"times.rejoins_after_fencing", "rejoins_after_fencing", "times.nodes"};
    case GeneralTime::Start:
        return {"times.scripts.start", "start", "times.services"};
    case GeneralTime::Stop:
        return {"times.scripts.stop", "stop", "times.services"};
    case GeneralTime::Status:
        break;
    }
    return {"times.scripts.status", "status", "times.services"};
}

// Adds those of the members of `list`, and says whose they are.
void collect(const ScenarioDraft& draft, const QString& list, const QString& member,
             const QString& within, QVector<OwnTime>& found)
{
    const QJsonObject owners = draft.value(list).toObject();
    for (auto it = owners.begin(); it != owners.end(); ++it) {
        const QString path = QStringLiteral("%1[\"%2\"]").arg(list, it.key());
        const QString owner =
            within.isEmpty()
                ? it.key()
                : QCoreApplication::translate("TimeSpread", "%1 in %2").arg(it.key(), within);
        const QJsonValue value = it.value().toObject().value(member);
        if (!value.isUndefined())
            found << OwnTime{owner, path + u'.' + member, value};
        collect(draft, path + ".resources", member, it.key(), found);
    }
}

} // namespace

QString generalPath(GeneralTime time)
{
    return QLatin1String(placeOf(time).general);
}

QVector<OwnTime> ownTimes(const ScenarioDraft& draft, GeneralTime time)
{
    QVector<OwnTime> found;
    collect(draft, QLatin1String(placeOf(time).list), QLatin1String(placeOf(time).member), {},
            found);
    return found;
}

void setForAll(ScenarioDraft& draft, GeneralTime time)
{
    const QVector<OwnTime> own = ownTimes(draft, time);
    if (own.isEmpty())
        return;
    if (draft.value(generalPath(time)).isUndefined())
        draft.set(generalPath(time), own.first().value);
    for (const OwnTime& one : own)
        draft.set(one.path, QJsonValue::Undefined);
}

} // namespace rgsim::gui
