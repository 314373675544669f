// One value of the draft as a field of a form: a control bound to a path, what is wrong with the
// value below it, and its changes as undoable edits. A wrong value stays, in the field and in the
// draft, until it is mended. It never judges a value itself: that is the reader's business.
#pragma once

#include "session/document.h"

#include <QJsonValue>
#include <QStringList>
#include <QVector>
#include <QWidget>

#include <functional>

class QFormLayout;
class QLabel;

namespace rgsim::gui {

class ProblemLine;

class DraftField : public QWidget {
    Q_OBJECT

public:
    /// One of a combo's values; undefined: the member is left out.
    struct Choice {
        QString text;
        QJsonValue value = QJsonValue(QJsonValue::Undefined);
        QString explanation; ///< shown below while it is chosen
    };
    using Apply = std::function<void(ScenarioDraft&, const QString& path, const QJsonValue&)>;
    using EditName = std::function<QString(const QString& owner, const QString& value)>;

    // Each takes the word for the value as it stands within a sentence, "recovery": names of edits
    // say it ("Set recovery of meow to relocate"), and the label and the accessible name.
    static DraftField* makeLine(Document& document, const QString& term, QWidget* parent = nullptr);
    /// Text in the draft; "90" becomes the number 90, which means seconds.
    static DraftField* makeDuration(Document& document, const QString& term,
                                    QWidget* parent = nullptr);
    static DraftField* makeSpin(Document& document, const QString& term, int smallest, int largest,
                                QWidget* parent = nullptr);
    static DraftField* makeCheck(Document& document, const QString& term,
                                 QWidget* parent = nullptr);
    static DraftField* makeCombo(Document& document, const QString& term,
                                 const QVector<Choice>& choices, QWidget* parent = nullptr);

    /// What the field shows and changes; several paths are changed together. @p owner is the name
    /// of the thing for the names of edits. No path: it is empty and disabled.
    void bind(const QString& path, const QString& owner);
    void bind(const QStringList& paths, const QString& owner);
    const QStringList& paths() const { return m_paths; }

    /// What counts where the draft has no such member; setting it removes the member. For text and
    /// durations it is only shown, in grey, in the empty field.
    void setFallback(const QJsonValue& fallback);
    /// An empty text is written as such, instead of removing the member.
    void setRequired(bool isRequired) { m_isRequired = isRequired; }
    /// How a change is made, instead of ScenarioDraft::set(): a rename, say.
    void setApply(Apply apply) { m_apply = std::move(apply); }
    void setEditName(EditName name) { m_editName = std::move(name); }
    /// What the value means: tool tip and accessible description.
    void setDescription(const QString& description);
    /// Also shows what is wrong with these as a whole: a name's field with the thing named.
    void showProblemsOf(const QStringList& things);
    /// For combos: other values, the shown one stays.
    void setChoices(const QVector<Choice>& choices);
    /// For lines: what may be meant.
    void setSuggestions(const QStringList& suggestions);

    /// Adds label and field as one row of @p form.
    void addTo(QFormLayout* form);
    QLabel* label() const { return m_label; }
    /// The control itself: what has the focus.
    QWidget* editor() const { return m_editor; }
    /// The problem as it is shown; empty if there is none.
    QString problem() const;
    const QString& term() const { return m_term; }

signals:
    /// An edit of this field was made.
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    DraftField(Document& document, const QString& term, QWidget* parent);

    void setEditor(QWidget* editor);
    /// The person changed the control.
    void take();
    void refresh();
    void refreshProblem();
    void fillCombo(const QJsonValue& value);
    QString textOf(const QJsonValue& value) const;
    QString nameOfEdit(const QJsonValue& value) const;
    void describe();

    Document& m_document;
    QString m_term;
    QStringList m_paths;
    QStringList m_things;
    QString m_owner;
    QVector<Choice> m_choices;
    QJsonValue m_fallback{QJsonValue::Undefined};
    Apply m_apply;
    EditName m_editName;
    QString m_description;
    bool m_isRequired = false;

    std::function<QJsonValue()> m_read;
    std::function<void(const QJsonValue& value, bool isMixed)> m_show;
    bool m_isShowing = false; ///< the control changes because the draft did
    QJsonValue m_known{QJsonValue::Undefined};
    bool m_isKnown = false; ///< m_known is what the control shows

    // While somebody types, each change replaces the one before.
    ScenarioDraft m_before;
    ScenarioDraft m_after;
    QString m_ownerBefore;
    int m_session = 0;
    bool m_isTyping = false;

    QWidget* m_editor = nullptr;
    QLabel* m_label = nullptr;
    QLabel* m_note = nullptr;
    ProblemLine* m_problem = nullptr;
};

} // namespace rgsim::gui
