#include "views/part_form.h"

#include "formats/json_path.h"
#include "formats/json_places.h"
#include "session/state_words.h"
#include "views/part_table.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace rgsim::gui {

PartForm::PartForm(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_form(new QFormLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addStretch(1);
    // Not WrapLongRows: with rows that are hidden, Qt 6.4 counts them wrong and writes beyond its
    // table.
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void PartForm::setParts(const QStringList& paths)
{
    bind(paths);
    for (PartTable* table : std::as_const(m_tables)) {
        const bool isShown = paths.size() == 1 && hasTable(*table, paths.first());
        m_form->setRowVisible(table, isShown);
        table->setPath(isShown ? paths.first() : QString());
    }
}

bool PartForm::focusField(const QString& path)
{
    // The member itself first, then what holds it.
    for (const bool isExact : {true, false}) {
        for (DraftField* field : std::as_const(m_fields)) {
            for (const QString& at : field->paths()) {
                if (field->isHidden() || (isExact ? at != path : !isAtOrBelow(path, at)))
                    continue;
                field->editor()->setFocus(Qt::OtherFocusReason);
                return true;
            }
        }
    }
    for (PartTable* table : std::as_const(m_tables)) {
        if (table->focusCell(path))
            return true;
    }
    return false;
}

DraftField* PartForm::field(const QString& term) const
{
    for (DraftField* field : m_fields) {
        if (field->term() == term)
            return field;
    }
    return nullptr;
}

void PartForm::addHeading(const QString& text)
{
    auto* label = new QLabel(text, this);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    m_form->addRow(label);
}

DraftField* PartForm::add(DraftField* field)
{
    field->addTo(m_form);
    m_fields << field;
    return field;
}

DraftField* PartForm::addName()
{
    DraftField* name = add(DraftField::makeLine(m_document, tr("name"), this));
    name->setRequired(true);
    name->setApply([](ScenarioDraft& draft, const QString& path, const QJsonValue& value) {
        renamePart(draft, partOf(path), value.toString());
    });
    name->setEditName([](const QString& owner, const QString& value) {
        return tr("Rename %1 to %2").arg(owner, value);
    });
    return name;
}

PartTable* PartForm::addTable(const QString& title, PartTableModel* model)
{
    auto* table = new PartTable(m_document, title, model, this);
    m_form->addRow(table);
    m_tables << table;
    return table;
}

void PartForm::bindPaths(DraftField* field, const QStringList& paths, const QStringList& parts)
{
    field->bind(paths, ownerOf(parts));
}

void PartForm::bindAll(DraftField* field, const QStringList& parts, const QString& member)
{
    QStringList paths;
    for (const QString& part : parts)
        paths << part + u'.' + member;
    bindPaths(field, paths, parts);
}

void PartForm::bindOne(DraftField* field, const QStringList& parts, const QString& member)
{
    bindAll(field, parts.size() == 1 ? parts : QStringList(), member);
}

QStringList PartForm::timesOf(const QStringList& parts, const char* things,
                              const QString& member) const
{
    QStringList paths;
    for (const QString& part : parts) {
        const std::string name = partName(m_document.draft(), part).toStdString();
        const std::string times = memberPath("times." + std::string(things), name);
        paths << QString::fromStdString(times) + u'.' + member;
    }
    return paths;
}

QString PartForm::ownerOf(const QStringList& parts) const
{
    if (parts.size() != 1)
        return tr("%n parts", nullptr, static_cast<int>(parts.size()));
    return shortServiceName(partName(m_document.draft(), parts.first()));
}

} // namespace rgsim::gui
