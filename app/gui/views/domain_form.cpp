#include "views/domain_form.h"

#include "models/domain_members_model.h"
#include "views/part_table.h"

namespace rgsim::gui {

DomainForm::DomainForm(Document& document, QWidget* parent) : PartForm(document, parent)
{
    m_name = addName();
    m_ordered = add(DraftField::makeCheck(document, tr("ordered"), this));
    m_ordered->setDescription(tr("Priorities count: a node with a lower number comes first"));
    m_restricted = add(DraftField::makeCheck(document, tr("restricted"), this));
    m_restricted->setDescription(tr("Its services run on its nodes only, or nowhere"));
    m_nofailback = add(DraftField::makeCheck(document, tr("no failback"), this));
    m_nofailback->setDescription(tr("A service stays where it is when a better node comes back"));
    m_members = addTable(tr("Nodes and their priorities (1 comes first)"),
                         new DomainMembersModel(document));
}

void DomainForm::bind(const QStringList& parts)
{
    bindOne(m_name, parts, QStringLiteral("name"));
    QStringList things = parts;
    for (const QString& part : parts)
        things << part + QStringLiteral(".nodes"); // of the list as a whole
    m_name->showProblemsOf(things);
    bindAll(m_ordered, parts, QStringLiteral("ordered"));
    bindAll(m_restricted, parts, QStringLiteral("restricted"));
    bindAll(m_nofailback, parts, QStringLiteral("nofailback"));
}

} // namespace rgsim::gui
