#include "models/plan_clipboard.h"

#include <QJsonDocument>

#include <array>

namespace rgsim::gui {

namespace {
constexpr std::array allParts{PlanPart::Events, PlanPart::Faults, PlanPart::Rates};
} // namespace

QByteArray planText(const PlanEntries& entries)
{
    QJsonObject object;
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        if (!it.value().isEmpty())
            object.insert(listName(it.key()), it.value());
    }
    return QJsonDocument(object).toJson();
}

PlanEntries planEntries(const QByteArray& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    PlanEntries entries;
    for (const PlanPart part : allParts) {
        QJsonArray list;
        for (const QJsonValue& entry : object.value(listName(part)).toArray()) {
            if (entry.isObject())
                list.append(entry);
        }
        if (!list.isEmpty())
            entries.insert(part, list);
    }
    return entries;
}

void appendTo(ScenarioDraft& draft, const PlanEntries& entries)
{
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        QJsonArray list = draft.array(listName(it.key()));
        for (const QJsonValue& entry : it.value())
            list.append(entry);
        if (it.key() == PlanPart::Events)
            draft.setEvents(list);
        else
            draft.set(listName(it.key()), list);
    }
}

} // namespace rgsim::gui
