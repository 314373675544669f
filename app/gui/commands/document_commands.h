// What undo and redo carry out: whole drafts put in place, and forks made or dropped. Drafts share
// what did not change, so keeping them is cheap. Only Document makes these.
#pragma once

#include "session/document.h"

#include <QUndoCommand>

namespace rgsim::gui {

class EditCommand : public QUndoCommand {
public:
    EditCommand(Document& document, BranchId branch, const QString& name, ScenarioDraft before,
                ScenarioDraft after, QString mergeKey);

    void redo() override;
    void undo() override;
    int id() const override { return 1; }
    /// Takes in a following edit of the same non-empty key.
    bool mergeWith(const QUndoCommand* other) override;

private:
    Document& m_document;
    BranchId m_branch;
    ScenarioDraft m_before;
    ScenarioDraft m_after;
    QString m_mergeKey;
};

class ForkCommand : public QUndoCommand {
public:
    /// @p makes: true for a new fork, false for dropping the one there is.
    ForkCommand(Document& document, const QString& name, bool makes, SimTime at,
                ScenarioDraft draft);

    void redo() override;
    void undo() override;

private:
    Document& m_document;
    bool m_makes;
    SimTime m_at;
    ScenarioDraft m_draft; ///< the fork's
};

} // namespace rgsim::gui
