#include "views/draft_field.h"

#include "models/problem_text.h"
#include "style/look.h"
#include "views/problem_line.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace rgsim::gui {

namespace {

const QJsonValue nothing(QJsonValue::Undefined);

QString withCapital(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString plainText(const QJsonValue& value)
{
    if (value.isDouble())
        return value.toVariant().toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.toString();
}

} // namespace

DraftField::DraftField(Document& document, const QString& term, QWidget* parent)
    : QWidget(parent), m_document(document), m_term(term), m_label(new QLabel(this)),
      m_note(new QLabel(this)), m_problem(new ProblemLine(this))
{
    m_label->hide();
    m_label->setText(withCapital(term));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    m_note->setForegroundRole(QPalette::PlaceholderText);
    connect(&document, &Document::draftChanged, this, &DraftField::refresh);
    connect(&document, &Document::branchesChanged, this, &DraftField::refresh);
    connect(&document, &Document::reopened, this, &DraftField::refresh);
}

void DraftField::setEditor(QWidget* editor)
{
    m_editor = editor;
    setFocusProxy(editor);
    m_label->setBuddy(editor);
    editor->installEventFilter(this);
    editor->setAccessibleName(withCapital(m_term));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(std::max(2, fontMetrics().height() / 6));
    layout->addWidget(editor);
    layout->addWidget(m_note);
    layout->addWidget(m_problem);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    refresh();
}

DraftField* DraftField::makeLine(Document& document, const QString& term, QWidget* parent)
{
    auto* field = new DraftField(document, term, parent);
    auto* line = new QLineEdit(field);
    field->m_read = [field, line] {
        const QString text = line->text();
        return text.isEmpty() && !field->m_isRequired ? nothing : QJsonValue(text);
    };
    field->m_show = [field, line](const QJsonValue& value, bool isMixed) {
        line->setText(isMixed ? QString() : plainText(value));
        line->setPlaceholderText(isMixed ? tr("various") : plainText(field->m_fallback));
    };
    connect(line, &QLineEdit::textEdited, field, &DraftField::take);
    field->setEditor(line);
    return field;
}

DraftField* DraftField::makeDuration(Document& document, const QString& term, QWidget* parent)
{
    DraftField* field = makeLine(document, term, parent);
    auto* line = static_cast<QLineEdit*>(field->m_editor);
    field->m_read = [line] {
        const QString text = line->text().trimmed();
        bool isNumber = false;
        const int number = text.toInt(&isNumber);
        return text.isEmpty() ? nothing : isNumber ? QJsonValue(number) : QJsonValue(text);
    };
    field->setDescription(tr("A duration such as 5s, 1500ms, 10min, 2h or 90d"));
    return field;
}

DraftField* DraftField::makeSpin(Document& document, const QString& term, int smallest, int largest,
                                 QWidget* parent)
{
    auto* field = new DraftField(document, term, parent);
    auto* spin = new QSpinBox(field);
    spin->setRange(smallest, largest);
    field->m_read = [field, spin] {
        const QJsonValue value(spin->value());
        return value == field->m_fallback ? nothing : value;
    };
    field->m_show = [field, spin](const QJsonValue& value, bool) {
        spin->setValue(value.isUndefined() ? field->m_fallback.toInt() : value.toInt());
    };
    connect(spin, &QSpinBox::valueChanged, field, &DraftField::take);
    field->setEditor(spin);
    return field;
}

DraftField* DraftField::makeCheck(Document& document, const QString& term, QWidget* parent)
{
    auto* field = new DraftField(document, term, parent);
    auto* box = new QCheckBox(withCapital(term), field);
    field->m_fallback = false;
    field->m_read = [field, box] {
        const QJsonValue value(box->checkState() == Qt::Checked);
        return value == field->m_fallback ? nothing : value;
    };
    field->m_show = [field, box](const QJsonValue& value, bool isMixed) {
        const bool isOn = value.isBool() ? value.toBool() : field->m_fallback.toBool();
        box->setTristate(isMixed);
        box->setCheckState(isMixed ? Qt::PartiallyChecked : isOn ? Qt::Checked : Qt::Unchecked);
    };
    connect(box, &QCheckBox::clicked, field, [field, box] {
        if (box->checkState() == Qt::PartiallyChecked)
            box->setCheckState(Qt::Checked);
        box->setTristate(false);
        field->take();
    });
    field->setEditor(box);
    return field;
}

DraftField* DraftField::makeCombo(Document& document, const QString& term,
                                  const QVector<Choice>& choices, QWidget* parent)
{
    auto* field = new DraftField(document, term, parent);
    auto* combo = new QComboBox(field);
    // Long names must not push a narrow panel apart.
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(8);
    field->m_choices = choices;
    field->m_read = [combo] {
        return combo->currentIndex() < 0 ? nothing : combo->currentData().value<QJsonValue>();
    };
    field->m_show = [field, combo](const QJsonValue& value, bool isMixed) {
        field->fillCombo(isMixed ? nothing : value);
        combo->setPlaceholderText(tr("various"));
        if (isMixed)
            combo->setCurrentIndex(-1);
    };
    connect(combo, &QComboBox::currentIndexChanged, field, &DraftField::take);
    field->setEditor(combo);
    return field;
}

// A value that is no choice, such as a domain that nobody defined, is shown as one more.
void DraftField::fillCombo(const QJsonValue& value)
{
    auto* combo = static_cast<QComboBox*>(m_editor);
    const QSignalBlocker blocker(combo);
    combo->clear();
    const QJsonValue wanted = value.isUndefined() ? m_fallback : value;
    int current = -1;
    for (const Choice& choice : std::as_const(m_choices)) {
        if (choice.value == value || (current < 0 && choice.value == wanted))
            current = combo->count();
        combo->addItem(choice.text, QVariant::fromValue(choice.value));
        combo->setItemData(combo->count() - 1, choice.explanation, Qt::ToolTipRole);
    }
    if (current < 0 && !wanted.isUndefined()) {
        current = combo->count();
        combo->addItem(plainText(wanted), QVariant::fromValue(value));
    }
    combo->setCurrentIndex(current);
}

void DraftField::bind(const QString& path, const QString& owner)
{
    bind(path.isEmpty() ? QStringList() : QStringList{path}, owner);
}

void DraftField::bind(const QStringList& paths, const QString& owner)
{
    m_owner = owner;
    if (paths != m_paths) {
        m_paths = paths;
        m_isKnown = false;
        m_isTyping = false;
    }
    refresh();
}

void DraftField::setFallback(const QJsonValue& fallback)
{
    if (fallback == m_fallback)
        return;
    m_fallback = fallback;
    m_isKnown = false;
    refresh();
}

void DraftField::setDescription(const QString& description)
{
    m_description = description;
    describe();
}

void DraftField::showProblemsOf(const QStringList& things)
{
    if (things == m_things)
        return;
    m_things = things;
    refreshProblem();
}

void DraftField::setChoices(const QVector<Choice>& choices)
{
    const auto isSame = [](const Choice& a, const Choice& b) {
        return a.text == b.text && a.value == b.value && a.explanation == b.explanation;
    };
    if (std::equal(choices.begin(), choices.end(), m_choices.begin(), m_choices.end(), isSame))
        return;
    m_choices = choices;
    m_isKnown = false;
    refresh();
}

void DraftField::setSuggestions(const QStringList& suggestions)
{
    auto* line = qobject_cast<QLineEdit*>(m_editor);
    if (!line)
        return;
    if (!line->completer()) {
        auto* completer = new QCompleter(new QStringListModel(line), line);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        line->setCompleter(completer);
        connect(completer, qOverload<const QString&>(&QCompleter::activated), this,
                &DraftField::take, Qt::QueuedConnection); // the line has the text only then
    }
    static_cast<QStringListModel*>(line->completer()->model())->setStringList(suggestions);
}

void DraftField::addTo(QFormLayout* form)
{
    if (qobject_cast<QCheckBox*>(m_editor)) { // says its name itself
        form->addRow(this);
        return;
    }
    m_label->show();
    form->addRow(m_label, this);
}

QString DraftField::problem() const
{
    return m_problem->text();
}

QString DraftField::textOf(const QJsonValue& value) const
{
    const QJsonValue shown = value.isUndefined() ? m_fallback : value;
    for (const Choice& choice : m_choices) {
        if (choice.value == shown || choice.value == value)
            return choice.text;
    }
    if (qobject_cast<QCheckBox*>(m_editor))
        return shown.toBool() ? tr("on") : tr("off");
    return plainText(shown);
}

QString DraftField::nameOfEdit(const QJsonValue& value) const
{
    const QString text = textOf(value);
    if (m_editName)
        return m_editName(m_ownerBefore, text);
    if (text.isEmpty())
        return tr("Remove %1 of %2").arg(m_term, m_ownerBefore);
    return tr("Set %1 of %2 to %3").arg(m_term, m_ownerBefore, text);
}

void DraftField::take()
{
    if (m_isShowing || m_paths.isEmpty())
        return;
    if (!m_isTyping || !(m_document.draft() == m_after)) {
        m_before = m_document.draft();
        m_ownerBefore = m_owner;
        m_isTyping = qobject_cast<QLineEdit*>(m_editor) || qobject_cast<QSpinBox*>(m_editor);
        ++m_session;
    }
    const QJsonValue value = m_read();
    m_after = m_before;
    for (const QString& path : std::as_const(m_paths)) {
        if (m_apply)
            m_apply(m_after, path, value);
        else
            m_after.set(path, value);
    }
    m_known = value;
    m_isKnown = true;
    const QString key =
        QStringLiteral("field %1 %2").arg(reinterpret_cast<quintptr>(this), 0, 16).arg(m_session);
    m_document.edit(nameOfEdit(value), m_after, key);
    refreshProblem();
    emit edited();
}

void DraftField::refresh()
{
    if (!m_editor)
        return;
    setEnabled(!m_paths.isEmpty());
    const ScenarioDraft& draft = m_document.draft();
    const QJsonValue value = m_paths.isEmpty() ? nothing : draft.value(m_paths.first());
    const bool isMixed = std::any_of(m_paths.begin(), m_paths.end(), [&](const QString& path) {
        return draft.value(path) != value;
    });
    if (!m_isKnown || isMixed || value != m_known) {
        m_isShowing = true;
        m_show(value, isMixed);
        m_isShowing = false;
        m_known = value;
        m_isKnown = !isMixed;
    }
    refreshProblem();
}

void DraftField::refreshProblem()
{
    QString note;
    for (const Choice& choice : std::as_const(m_choices)) {
        if (m_isKnown && choice.value == (m_known.isUndefined() ? m_fallback : m_known))
            note = choice.explanation;
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    QVector<Diagnostic> problems;
    for (const QString& path : std::as_const(m_paths))
        problems << problemsAt(m_document.active().problems, path);
    for (const QString& thing : std::as_const(m_things))
        problems << problemsAt(m_document.active().problems, thing, true);
    m_problem->show(problems);
    describe();
    update();
}

void DraftField::describe()
{
    if (!m_editor)
        return;
    m_editor->setToolTip(m_description);
    QStringList parts;
    for (const QString& part : {problem(), m_description, m_note->text()}) {
        if (!part.isEmpty())
            parts << part;
    }
    m_editor->setAccessibleDescription(parts.join(u'\n'));
}

bool DraftField::eventFilter(QObject* watched, QEvent* event)
{
    // Scrolling a form must not change what happens to lie under the pointer.
    if (event->type() == QEvent::Wheel && !m_editor->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusOut)
        m_isTyping = false;
    return QWidget::eventFilter(watched, event);
}

void DraftField::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (m_problem->text().isEmpty() || m_problem->severity() == Severity::Note)
        return;
    QPainter painter(this);
    const int width = layout()->spacing();
    const Qt::PenStyle style =
        m_problem->severity() == Severity::Error ? Qt::SolidLine : Qt::DashLine;
    painter.setPen(QPen(LookBook(palette()).alarm(), width, style, Qt::FlatCap));
    const int y = m_editor->geometry().bottom() + 1 + width / 2;
    painter.drawLine(m_editor->x(), y, m_editor->geometry().right(), y);
}

void DraftField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange && layout()) {
        layout()->setSpacing(std::max(2, fontMetrics().height() / 6));
        refreshProblem();
    }
    QWidget::changeEvent(event);
}

} // namespace rgsim::gui
