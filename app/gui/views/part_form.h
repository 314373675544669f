// A form for one kind of part of the layout: fields and tables for the chosen ones. This base
// binds, names and finds them; what fields there are is the business of the forms themselves.
#pragma once

#include "formats/draft_parts.h"
#include "session/document.h"
#include "views/draft_field.h"

#include <QWidget>

class QFormLayout;

namespace rgsim::gui {

class PartTable;
class PartTableModel;

class PartForm : public QWidget {
    Q_OBJECT

public:
    PartForm(Document& document, QWidget* parent);

    /// Of one kind; several are changed together, but for what only one can have.
    void setParts(const QStringList& paths);
    /// Puts the focus to the field or cell for the member at @p path; false if there is none.
    bool focusField(const QString& path);
    /// By the term it was made with; null if there is none.
    DraftField* field(const QString& term) const;

protected:
    /// Binds the fields, the tables are bound by the base.
    virtual void bind(const QStringList& parts) = 0;
    /// Whether the table says something about this part.
    virtual bool hasTable(const PartTable&, const QString&) const { return true; }

    Document& document() const { return m_document; }
    QFormLayout* form() const { return m_form; }
    void addHeading(const QString& text);
    DraftField* add(DraftField* field);
    DraftField* addName();
    PartTable* addTable(const QString& title, PartTableModel* model);
    void bindAll(DraftField* field, const QStringList& parts, const QString& member);
    /// Only one can have it.
    void bindOne(DraftField* field, const QStringList& parts, const QString& member);
    void bindPaths(DraftField* field, const QStringList& paths, const QStringList& parts);
    /// "times.services[\"service:web\"].start"; @p things is "nodes" or "services".
    QStringList timesOf(const QStringList& parts, const char* things, const QString& member) const;
    /// As the names of edits say it: "meow", "3 services".
    QString ownerOf(const QStringList& parts) const;

private:
    Document& m_document;
    QFormLayout* m_form;
    QVector<DraftField*> m_fields;
    QVector<PartTable*> m_tables;
};

} // namespace rgsim::gui
