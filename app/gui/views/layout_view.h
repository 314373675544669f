// The layout editor: the tree of parts, a form for the chosen ones, and what can be done to them.
// It only wires: the model shows the draft, forms change it, the document keeps it.
#pragma once

#include "formats/draft_parts.h"
#include "session/document.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QMenu;
class QScrollArea;
class QToolBar;

namespace rgsim::gui {

class LayoutModel;
class LayoutTree;
class PageStack;
class PartForm;

class LayoutView : public QWidget {
    Q_OBJECT

public:
    explicit LayoutView(Document& document, QWidget* parent = nullptr);
    ~LayoutView() override;

    LayoutTree* tree() const { return m_tree; }
    /// The form for the chosen parts; null if there is none.
    PartForm* form() const;
    /// By object name: "remove", "duplicate", "cut", "copy", "paste", "rename", "up", "down",
    /// "addNode", "addService", "addMachine", "addDomain", "addResource", "addShared".
    QAction* action(const QString& name) const;
    QMenu* addMenu() const { return m_addMenu; }
    /// What was refused last, and why; empty after the next thing that works.
    QString message() const;
    /// Chooses the part and focuses the field; false if the layout has no such member.
    bool reveal(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    using Change = std::function<QStringList(ScenarioDraft&)>;

    void makeActions();
    QAction* makeAction(const QString& name, const QString& text, const QKeySequence& shortcut,
                        const QString& what, const std::function<void()>& run);
    void makeAddMenu();
    void makeForms();
    void fitForms();
    void makeToolBar();
    void showContextMenu(const QPoint& at);
    void fillReferences(QMenu& menu);

    /// Makes the change and chooses the parts that it returns; tells @p refusal if it makes none.
    void apply(const QString& name, const Change& change, const QString& refusal = {});
    void addPart(const QString& name, const Change& change);
    QString resourceParent() const;
    void removeChosen();
    void duplicateChosen();
    void copyChosen();
    void paste();
    void moveChosen(int by);
    QString nameOf(const QStringList& parts) const;
    void tell(const QString& text);

    void showChosen();
    void tellSelection();
    void followSelection();
    void refresh();
    Selection selectionOf(const QStringList& parts) const;

    Document& m_document;
    LayoutModel* m_model;
    LayoutTree* m_tree;
    QToolBar* m_toolBar = nullptr;
    QMenu* m_addMenu = nullptr;
    QMenu* m_references = nullptr;
    QLabel* m_message = nullptr;
    QLabel* m_hint = nullptr;
    QScrollArea* m_scroll = nullptr;
    PageStack* m_stack = nullptr;
    QHash<int, PartForm*> m_forms; ///< by PartKind
    Selection m_told;              ///< what this view made the document's selection
    bool m_isFollowing = false;
};

} // namespace rgsim::gui
