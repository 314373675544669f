// The edits of FaultPlanModel that concern whole rows.
#include "models/fault_plan_model.h"

#include <algorithm>

namespace rgsim::gui {

QString namesOfEntries(PlanPart part, const QJsonArray& entries)
{
    if (entries.size() == 1)
        return plan_entry::title(part, entries.first().toObject());
    const int count = static_cast<int>(entries.size());
    switch (part) {
    case PlanPart::Events:
        return FaultPlanModel::tr("%n events", nullptr, count);
    case PlanPart::Faults:
        return FaultPlanModel::tr("%n faults", nullptr, count);
    case PlanPart::Rates:
        break;
    }
    return FaultPlanModel::tr("%n rates", nullptr, count);
}

void FaultPlanModel::edit(const QString& name, const QJsonArray& entries)
{
    m_document.edit(name, [&](ScenarioDraft& draft) {
        if (m_part == PlanPart::Events)
            draft.setEvents(entries);
        else
            draft.set(listName(m_part),
                      entries.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(entries));
    });
}

QJsonArray FaultPlanModel::entries(const QVector<int>& rows) const
{
    QJsonArray entries;
    for (const int row : rows)
        entries.append(entry(row));
    return entries;
}

void FaultPlanModel::add(const QString& kind, const plan_entry::Hint& hint)
{
    const QJsonObject entry = plan_entry::made(m_part, kind, hint);
    QJsonArray entries = m_entries;
    entries.append(entry);
    edit(tr("Add %1").arg(plan_entry::title(m_part, entry)), entries);
}

void FaultPlanModel::remove(const QVector<int>& rows)
{
    if (rows.isEmpty())
        return;
    QVector<bool> goes(m_entries.size(), false);
    for (const int row : rows)
        goes[m_rows[row].place] = true;
    QJsonArray left;
    for (qsizetype place = 0; place < m_entries.size(); ++place) {
        if (!goes[place])
            left.append(m_entries.at(place));
    }
    edit(tr("Delete %1").arg(namesOfEntries(m_part, entries(rows))), left);
}

void FaultPlanModel::duplicate(const QVector<int>& rows)
{
    if (rows.isEmpty())
        return;
    const QJsonArray copies = entries(rows);
    QJsonArray all = m_entries;
    for (const QJsonValue& copy : copies)
        all.append(copy);
    edit(tr("Duplicate %1").arg(namesOfEntries(m_part, copies)), all);
}

void FaultPlanModel::moveTo(const QVector<int>& rows, SimTime at)
{
    if (rows.isEmpty())
        return;
    QJsonArray moved = m_entries;
    for (const int row : rows)
        moved.replace(m_rows[row].place, plan_entry::movedTo(m_part, entry(row), at));
    edit(tr("Move %1 to the playhead").arg(namesOfEntries(m_part, entries(rows))), moved);
}

} // namespace rgsim::gui
