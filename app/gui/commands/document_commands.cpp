#include "commands/document_commands.h"

#include <utility>

namespace rgsim::gui {

EditCommand::EditCommand(Document& document, BranchId branch, const QString& name,
                         ScenarioDraft before, ScenarioDraft after, QString mergeKey)
    : QUndoCommand(name), m_document(document), m_branch(branch), m_before(std::move(before)),
      m_after(std::move(after)), m_mergeKey(std::move(mergeKey))
{
}

void EditCommand::redo()
{
    m_document.applyDraft(m_branch, m_after);
}

void EditCommand::undo()
{
    m_document.applyDraft(m_branch, m_before);
}

bool EditCommand::mergeWith(const QUndoCommand* other)
{
    const auto* next = static_cast<const EditCommand*>(other);
    if (m_mergeKey.isEmpty() || next->m_mergeKey != m_mergeKey || next->m_branch != m_branch)
        return false;
    m_after = next->m_after;
    setText(next->text());
    setObsolete(m_after == m_before);
    return true;
}

ForkCommand::ForkCommand(Document& document, const QString& name, bool makes, SimTime at,
                         ScenarioDraft draft)
    : QUndoCommand(name), m_document(document), m_makes(makes), m_at(at), m_draft(std::move(draft))
{
}

void ForkCommand::redo()
{
    m_document.applyFork(m_makes, m_at, m_draft);
}

void ForkCommand::undo()
{
    m_document.applyFork(!m_makes, m_at, m_draft);
}

} // namespace rgsim::gui
