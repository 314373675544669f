#include "views/resource_form.h"

#include "formats/json_places.h"
#include "formats/resource_types_reader.h"
#include "models/attribute_model.h"
#include "models/check_model.h"
#include "views/part_table.h"

#include <QFormLayout>

namespace rgsim::gui {

namespace {

constexpr int anyCount = 1'000'000'000;
const std::array timeMembers{"start", "stop", "status"};

QVector<DraftField::Choice> typeChoices()
{
    QVector<DraftField::Choice> choices;
    for (const ResourceType& type : builtinResourceTypes()->types) {
        const QString name = QString::fromStdString(type.name);
        if (name != QLatin1String("service") && name != QLatin1String("vm"))
            choices.append({name, name, {}});
    }
    return choices;
}

} // namespace

ResourceForm::ResourceForm(Document& document, QWidget* parent) : PartForm(document, parent)
{
    m_name = addName();
    m_name->setDescription(tr("What its agent knows it by: an ip's address, a script's name"));
    m_reference = add(DraftField::makeCombo(document, tr("shared resource"), {}, this));
    m_type = add(DraftField::makeCombo(document, tr("type"), typeChoices(), this));
    m_type->setApply([](ScenarioDraft& draft, const QString& path, const QJsonValue& value) {
        draft.retypeResource(partOf(path), value.toString());
    });
    m_independent = addInTree(DraftField::makeCheck(document, tr("independent subtree"), this));
    m_independent->setDescription(
        tr("It may fail and be restarted without the rest of the service"));
    m_maxFailures =
        addInTree(DraftField::makeSpin(document, tr("forgiven failures"), 0, anyCount, this));
    m_maxFailures->setFallback(0);
    m_maxFailures->setDescription(tr("How many failures are forgiven (max_failures)"));
    m_failureExpire =
        addInTree(DraftField::makeDuration(document, tr("failures are forgotten after"), this));
    m_failureExpire->setFallback("0s");
    m_failureExpire->setDescription(tr("Whole seconds, such as 10min (failure_expire_time)"));
    for (const QString& term : {tr("start takes"), tr("stop takes"), tr("status check takes")}) {
        m_times << addInTree(DraftField::makeDuration(document, term, this));
        m_times.last()->setApply({});
        m_times.last()->setDescription(tr("In this service; empty: as for the whole service"));
    }
    m_attributes = addTable(tr("Attributes"), new AttributeModel(document));
    addTable(tr("Status checks that differ from the agent's"), new CheckModel(document));
}

// A change of what a service only implies writes its resources out first.
DraftField* ResourceForm::addInTree(DraftField* field)
{
    field->setApply([](ScenarioDraft& draft, const QString& path, const QJsonValue& value) {
        makeExplicit(draft, path);
        draft.set(path, value);
    });
    m_inTree << add(field);
    return field;
}

QStringList ResourceForm::timesHere(const QStringList& parts, const QString& member) const
{
    QStringList paths;
    for (const QString& part : parts) {
        const QString service = part.left(part.indexOf(u']') + 1);
        const QString list = timesOf({service}, "services", QStringLiteral("resources")).first();
        const std::string times =
            memberPath(list.toStdString(), partName(document().draft(), part).toStdString());
        paths << QString::fromStdString(times) + u'.' + member;
    }
    return paths;
}

bool ResourceForm::hasTable(const PartTable& table, const QString& part) const
{
    return &table != m_attributes || !document().draft().value(part).toObject().contains("ref");
}

void ResourceForm::bind(const QStringList& parts)
{
    const ScenarioDraft& draft = document().draft();
    const QJsonObject first = parts.isEmpty() ? QJsonObject() : partValue(draft, parts.first());
    const bool isOne = parts.size() == 1;
    const bool isShared = isOne && partKind(parts.first()) == PartKind::SharedResource;
    const bool isReference = isOne && first.contains("ref");
    // What is implied stands in grey, until it is written out.
    m_name->setFallback(first.value("name"));
    m_type->setFallback(first.value("type"));
    bindOne(m_name, isReference ? QStringList() : parts, QStringLiteral("name"));
    m_name->showProblemsOf(isReference ? QStringList() : parts);
    bindOne(m_reference, isReference ? parts : QStringList(), QStringLiteral("ref"));
    m_reference->showProblemsOf(isReference ? parts : QStringList());
    bindOne(m_type, isReference ? QStringList() : parts, QStringLiteral("type"));
    QVector<DraftField::Choice> references;
    for (const QJsonValue& value : draft.array("cluster.resources")) {
        const QJsonObject shared = value.toObject();
        if (shared.value("type") == first.value("type"))
            references.append({shared.value("name").toString(), shared.value("name"), {}});
    }
    m_reference->setChoices(references);
    bindAll(m_independent, parts, QStringLiteral("independent_subtree"));
    bindAll(m_maxFailures, parts, QStringLiteral("max_failures"));
    bindAll(m_failureExpire, parts, QStringLiteral("failure_expire_time"));
    for (qsizetype i = 0; i < m_times.size(); ++i) {
        const QString member = QLatin1String(timeMembers[static_cast<std::size_t>(i)]);
        bindPaths(m_times[i], isShared ? QStringList() : timesHere(parts, member), parts);
    }
    form()->setRowVisible(m_name, !isReference);
    form()->setRowVisible(m_reference, isReference);
    form()->setRowVisible(m_type, !isReference);
    for (DraftField* field : std::as_const(m_inTree))
        form()->setRowVisible(field, !isShared);
}

} // namespace rgsim::gui
