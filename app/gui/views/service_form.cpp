#include "views/service_form.h"

#include "formats/json_path.h"
#include "models/attribute_model.h"
#include "models/check_model.h"
#include "views/part_table.h"

namespace rgsim::gui {

namespace {

constexpr int anyCount = 1'000'000'000;
const std::array timeMembers{"start", "stop", "status"};

} // namespace

ServiceForm::ServiceForm(Document& document, QWidget* parent) : PartForm(document, parent)
{
    m_name = addName();
    m_type = add(DraftField::makeCombo(
        document, tr("type"), {{tr("service"), "service", {}}, {tr("virtual machine"), "vm", {}}},
        this));
    m_type->setFallback("service");
    m_type->setApply([](ScenarioDraft& draft, const QString& path, const QJsonValue& value) {
        draft.retypeService(elementOf(partOf(path)).index, value.toString());
    });
    addPlacement();
    addRecovery();
    addDependency();
    addTimes();
    addTable(tr("Attributes"), new AttributeModel(document));
    addTable(tr("Status checks that differ from the agent's"), new CheckModel(document));
}

void ServiceForm::addPlacement()
{
    Document& draft = document();
    m_domain = add(DraftField::makeCombo(draft, tr("failover domain"), {}, this));
    m_domain->setDescription(tr("Which nodes may run it, and which ones rather"));
    m_autostart = add(DraftField::makeCheck(draft, tr("starts by itself"), this));
    m_autostart->setFallback(true);
    m_autostart->setDescription(tr("It is started when the cluster starts (autostart)"));
    m_exclusive = add(DraftField::makeSpin(draft, tr("exclusive"), 0, anyCount, this));
    m_exclusive->setFallback(0);
    m_exclusive->setDescription(
        tr("0: it shares a node. Else it runs alone on its node; the size of the number counts "
           "only in central processing"));
    m_priority = add(DraftField::makeSpin(draft, tr("priority"), 0, anyCount, this));
    m_priority->setFallback(0);
    m_priority->setDescription(tr("Counts only in central processing"));
}

void ServiceForm::addRecovery()
{
    addHeading(tr("When it fails"));
    const QVector<DraftField::Choice> choices = {
        {tr("restart"), "restart",
         tr("It is stopped and started where it is. It moves only when that fails or when it was "
            "restarted too often.")},
        {tr("relocate"), "relocate",
         tr("It is stopped and started on another node; where it was comes last.")},
        {tr("disable"), "disable", tr("It is stopped and stays so until somebody enables it.")},
        {tr("restart-disable"), "restart-disable",
         tr("It is restarted where it is; if that fails, it is disabled.")},
    };
    m_recovery = add(DraftField::makeCombo(document(), tr("recovery"), choices, this));
    m_recovery->setFallback("restart");
    m_maxRestarts =
        add(DraftField::makeSpin(document(), tr("restarts before it moves"), 0, anyCount, this));
    m_maxRestarts->setFallback(0);
    m_maxRestarts->setDescription(
        tr("How often it is restarted before a restart becomes a relocation; 0: without limit "
           "(max_restarts)"));
    m_restartExpire =
        add(DraftField::makeDuration(document(), tr("restarts are forgotten after"), this));
    m_restartExpire->setFallback("0s");
    m_restartExpire->setDescription(tr(
        "Whole seconds, such as 10min; 0: never; -1: they are not counted (restart_expire_time)"));
}

void ServiceForm::addDependency()
{
    addHeading(tr("What it needs"));
    m_depend = add(DraftField::makeCombo(document(), tr("depends on"), {}, this));
    m_depend->setDescription(tr("It is started only while that service is started"));
    m_dependMode = add(DraftField::makeCombo(
        document(), tr("dependency mode"),
        {{tr("hard"), "hard", {}},
         {tr("soft"), "soft", tr("Has an effect only with central processing.")}},
        this));
    m_dependMode->setFallback("hard");
}

void ServiceForm::addTimes()
{
    addHeading(tr("Times"));
    for (const QString& term : {tr("start takes"), tr("stop takes"), tr("status check takes")}) {
        m_times << add(DraftField::makeDuration(document(), term, this));
        m_times.last()->setDescription(
            tr("For each of its resources, such as 20s; empty: as for all scripts"));
    }
}

void ServiceForm::fillChoices(const QStringList& parts)
{
    const ScenarioDraft& draft = document().draft();
    QVector<DraftField::Choice> domains{{tr("none: any node"), QJsonValue::Undefined, {}}};
    for (const QString& name : draft.domainNames())
        domains.append({name, name, {}});
    m_domain->setChoices(domains);
    const QString own = parts.size() == 1 ? partName(draft, parts.first()) : QString();
    QVector<DraftField::Choice> services{{tr("nothing"), QJsonValue::Undefined, {}}};
    for (const QString& name : draft.serviceNames()) {
        if (name != own)
            services.append({name, name, {}});
    }
    m_depend->setChoices(services);
}

void ServiceForm::bind(const QStringList& parts)
{
    fillChoices(parts);
    bindOne(m_name, parts, QStringLiteral("name"));
    m_name->showProblemsOf(parts);
    bindOne(m_type, parts, QStringLiteral("type"));
    bindAll(m_domain, parts, QStringLiteral("domain"));
    bindAll(m_autostart, parts, QStringLiteral("autostart"));
    bindAll(m_exclusive, parts, QStringLiteral("exclusive"));
    bindAll(m_priority, parts, QStringLiteral("priority"));
    bindAll(m_recovery, parts, QStringLiteral("recovery"));
    bindAll(m_maxRestarts, parts, QStringLiteral("max_restarts"));
    bindAll(m_restartExpire, parts, QStringLiteral("restart_expire_time"));
    bindAll(m_depend, parts, QStringLiteral("depend"));
    bindAll(m_dependMode, parts, QStringLiteral("depend_mode"));
    for (qsizetype i = 0; i < m_times.size(); ++i) {
        const QString member = QLatin1String(timeMembers[static_cast<std::size_t>(i)]);
        const QJsonValue common = document().draft().value("times.scripts." + member);
        m_times[i]->setFallback(common.isUndefined() ? QJsonValue("0s") : common);
        bindPaths(m_times[i], timesOf(parts, "services", member), parts);
    }
}

} // namespace rgsim::gui
