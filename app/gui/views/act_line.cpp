#include "views/act_line.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace rgsim::gui {

ActLine::ActLine(ActStage& stage, QWidget* parent)
    : QWidget(parent), m_stage(stage), m_words(new QLabel(this))
{
    m_words->setObjectName(QStringLiteral("actWords"));
    m_words->setAccessibleName(tr("What would come of it"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setMinimumWidth(1);
    m_command = makeField(tr("Administrator's command"), tr("what an administrator would type"));
    m_option = makeField(tr("Option of rgsim"), tr("the same as an option of rgsim"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->setSpacing(2);
    layout->addWidget(m_words);
    auto* row = new QHBoxLayout;
    row->addWidget(m_command.text, 1);
    row->addWidget(m_command.copy);
    row->addWidget(m_option.text, 1);
    row->addWidget(m_option.copy);
    layout->addLayout(row);
    connect(&stage, &ActStage::changed, this, &ActLine::update);
    keepHeight();
    update();
}

ActLine::Field ActLine::makeField(const QString& name, const QString& hint)
{
    Field field;
    field.text = new QLineEdit(this);
    field.text->setReadOnly(true);
    field.text->setPlaceholderText(hint);
    field.text->setAccessibleName(name);
    field.text->setMinimumWidth(1);
    field.copy = new QToolButton(this);
    field.copy->setText(tr("Copy"));
    field.copy->setAccessibleName(tr("Copy: %1").arg(name));
    field.copy->setToolTip(tr("Copy: %1").arg(name));
    connect(field.copy, &QToolButton::clicked, this,
            [text = field.text] { QApplication::clipboard()->setText(text->text()); });
    return field;
}

void ActLine::fill(const Field& field, const QString& text)
{
    field.text->setText(text);
    field.text->setCursorPosition(0);
    field.text->setToolTip(text);
    field.copy->setEnabled(!text.isEmpty());
}

void ActLine::update()
{
    if (!m_stage.act()) {
        m_words->setText(
            tr("Right-click to let something happen now, or drag a service to another node."));
        fill(m_command, {});
        fill(m_option, {});
        return;
    }
    const Act& act = *m_stage.act();
    m_words->setText(tr("%1. %2").arg(act.title, m_stage.words()));
    m_words->setToolTip(m_words->text());
    fill(m_command, commandOf(m_stage.context(), act));
    fill(m_option, optionOf(m_stage.context(), act));
}

QString ActLine::words() const
{
    return m_words->text();
}

QString ActLine::command() const
{
    return m_command.text->text();
}

QString ActLine::option() const
{
    return m_option.text->text();
}

void ActLine::keepHeight()
{
    m_words->setFixedHeight(m_words->fontMetrics().lineSpacing() * 2);
}

void ActLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_words != nullptr)
        keepHeight();
}

} // namespace rgsim::gui
