#include "views/node_form.h"

#include "base/limits.h"

namespace rgsim::gui {

NodeForm::NodeForm(Document& document, QWidget* parent) : PartForm(document, parent)
{
    m_name = addName();
    m_id =
        add(DraftField::makeSpin(document, tr("id"), 1, static_cast<int>(limits::maxNodeId), this));
    m_id->setDescription(tr("rgmanager asks nodes in the order of their ids, lowest first, and "
                            "prefers the highest among equals when a service moves"));
    m_votes = add(DraftField::makeSpin(document, tr("votes"), 0, 1'000'000, this));
    m_votes->setFallback(1);
    m_votes->setDescription(tr("What the node adds to quorum"));
    m_fence = add(DraftField::makeLine(document, tr("fence method"), this));
    m_fence->setDescription(tr("The name of the fence method, for display only"));
    addHeading(tr("Times"));
    m_boot = add(DraftField::makeDuration(document, tr("boot takes"), this));
    m_boot->setDescription(tr("From power-on to membership, such as 3min"));
    m_fencing = add(DraftField::makeDuration(document, tr("fencing takes"), this));
    m_fencing->setDescription(tr("From the detection of its failure to \"fenced\", such as 20s"));
    m_rejoins = add(DraftField::makeCombo(document, tr("after fencing"),
                                          {{tr("as for all nodes"), QJsonValue::Undefined, {}},
                                           {tr("boots again by itself"), true, {}},
                                           {tr("stays down"), false, {}}},
                                          this));
}

void NodeForm::bind(const QStringList& parts)
{
    const ScenarioDraft& draft = document().draft();
    bindOne(m_name, parts, QStringLiteral("name"));
    m_name->showProblemsOf(parts);
    bindOne(m_id, parts, QStringLiteral("id"));
    bindAll(m_votes, parts, QStringLiteral("votes"));
    bindAll(m_fence, parts, QStringLiteral("fence"));
    for (const auto& [field, member] :
         {std::pair{m_boot, QStringLiteral("boot")}, {m_fencing, QStringLiteral("fencing")}}) {
        const QJsonValue common = draft.value(QStringLiteral("times.") + member);
        field->setFallback(common.isUndefined() ? QJsonValue("0s") : common);
        bindPaths(field, timesOf(parts, "nodes", member), parts);
    }
    bindPaths(m_rejoins, timesOf(parts, "nodes", QStringLiteral("rejoins_after_fencing")), parts);
}

} // namespace rgsim::gui
