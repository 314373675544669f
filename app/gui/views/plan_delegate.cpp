#include "views/plan_delegate.h"

#include "base/duration_text.h"
#include "models/fault_plan_model.h"
#include "models/problem_text.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

#include <algorithm>

namespace rgsim::gui {

namespace {

const FaultPlanModel& modelOf(const QModelIndex& index)
{
    return *static_cast<const FaultPlanModel*>(index.model());
}

bool isDuration(PlanField field)
{
    switch (field) {
    case PlanField::Begin:
    case PlanField::End:
    case PlanField::Extra:
    case PlanField::Flap:
    case PlanField::FailMean:
    case PlanField::RepairMean:
        return true;
    default:
        return false;
    }
}

bool isNames(PlanField field)
{
    return field == PlanField::Subject || field == PlanField::Node || field == PlanField::Via;
}

// Completes the last of several names.
class NamesCompleter : public QCompleter {
public:
    using QCompleter::QCompleter;

    QString pathFromIndex(const QModelIndex& index) const override
    {
        const QString text = static_cast<QLineEdit*>(widget())->text();
        const qsizetype comma = text.lastIndexOf(u',');
        return text.left(comma + 1) + (comma < 0 ? "" : " ") + QCompleter::pathFromIndex(index);
    }
    QStringList splitPath(const QString& path) const override
    {
        return {path.section(u',', -1).trimmed()};
    }
};

// While the text is no duration, an icon says so, and why.
void judgeWhileTyping(QLineEdit* line)
{
    const QIcon icon = line->style()->standardIcon(QStyle::SP_MessageBoxWarning);
    QAction* mark = line->addAction(icon, QLineEdit::TrailingPosition);
    mark->setVisible(false);
    QObject::connect(line, &QLineEdit::textChanged, mark, [line, mark](const QString& text) {
        const Result<SimDuration> read = parseDuration(text.trimmed().toStdString());
        const bool isBad = !text.trimmed().isEmpty() && !read.ok();
        const QString why = isBad ? problemText(read.diagnostics.items().front()) : QString();
        mark->setVisible(isBad);
        mark->setToolTip(why);
        mark->setText(why);
        line->setToolTip(why);
        line->setAccessibleDescription(why);
    });
}

QComboBox* makeNamesCombo(QWidget* parent, const QStringList& names)
{
    auto* combo = new QComboBox(parent);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->addItems(names);
    combo->completer()->setFilterMode(Qt::MatchContains);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    return combo;
}

} // namespace

PlanDelegate::PlanDelegate(QObject* parent)
    : ProblemDelegate(FaultPlanModel::ProblemRole, FaultPlanModel::SeverityRole, parent)
{
}

QWidget* PlanDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const
{
    const FaultPlanModel& model = modelOf(index);
    const PlanField field = model.fieldOf(index.column());
    const QStringList choices = model.choices(index);
    QWidget* editor = nullptr;
    const bool isList = plan_entry::keyOf(model.part(), model.entry(index.row()), field) == "nodes";
    if (choices.isEmpty() || isList) {
        auto* line = new QLineEdit(parent);
        if (isDuration(field))
            judgeWhileTyping(line);
        if (isList) {
            auto* completer = new NamesCompleter(choices, line);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            line->setCompleter(completer);
            line->setPlaceholderText(tr("names, separated by commas"));
        }
        editor = line;
    } else {
        QComboBox* combo = nullptr;
        if (isNames(field)) {
            combo = makeNamesCombo(parent, choices);
        } else {
            combo = new QComboBox(parent);
            for (const QString& word : choices)
                combo->addItem(titleOf(model.vocabularyOf(field), word), word);
        }
        // What was chosen counts at once, without leaving the cell first.
        connect(combo, &QComboBox::activated, this, [this, combo] {
            auto* self = const_cast<PlanDelegate*>(this);
            emit self->commitData(combo);
            emit self->closeEditor(combo);
        });
        editor = combo;
    }
    editor->setAccessibleName(
        model.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    return editor;
}

void PlanDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const QString text = index.data(FaultPlanModel::WordRole).toString();
    if (auto* combo = qobject_cast<QComboBox*>(editor)) {
        if (combo->isEditable())
            combo->setEditText(text);
        else
            combo->setCurrentIndex(combo->findData(text));
        return;
    }
    if (auto* line = qobject_cast<QLineEdit*>(editor))
        line->setText(text);
}

void PlanDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                const QModelIndex& index) const
{
    if (auto* combo = qobject_cast<QComboBox*>(editor)) {
        const QString word =
            combo->isEditable() ? combo->currentText() : combo->currentData().toString();
        if (combo->isEditable() || combo->currentIndex() >= 0)
            model->setData(index, word, Qt::EditRole);
        return;
    }
    if (auto* line = qobject_cast<QLineEdit*>(editor))
        model->setData(index, line->text(), Qt::EditRole);
}

// Names and words need room even where the column is narrow.
void PlanDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex&) const
{
    QRect place = option.rect;
    const int wanted = std::min(editor->sizeHint().width(), editor->parentWidget()->width());
    place.setWidth(std::max(place.width(), wanted));
    place.moveLeft(std::min(place.left(), editor->parentWidget()->width() - place.width()));
    editor->setGeometry(place);
}

void PlanDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    ProblemDelegate::initStyleOption(option, index);
    const bool isHint = index.data(FaultPlanModel::WordRole).toString().isEmpty();
    const PlanField field = modelOf(index).fieldOf(index.column());
    if (isHint && field != PlanField::Words)
        option->palette.setBrush(QPalette::Text, option->palette.placeholderText());
}

} // namespace rgsim::gui
