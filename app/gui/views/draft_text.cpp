#include "views/draft_text.h"

namespace rgsim::gui {

DraftText::DraftText(Document& document, const QString& path, const QString& editName,
                     QWidget* parent)
    : QPlainTextEdit(parent), m_document(document), m_path(path), m_editName(editName)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &DraftText::take);
    connect(&document, &Document::draftChanged, this, &DraftText::refresh);
    connect(&document, &Document::branchesChanged, this, &DraftText::refresh);
    connect(&document, &Document::reopened, this, &DraftText::refresh);
    refresh();
}

QSize DraftText::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 5};
}

QSize DraftText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10, fontMetrics().height() * 4};
}

void DraftText::take()
{
    if (m_isShowing)
        return;
    if (!(m_document.draft() == m_after)) // somebody else edited since
        ++m_session;
    m_after = m_document.draft();
    const QString text = toPlainText();
    m_after.set(m_path, text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text));
    const QString key =
        QStringLiteral("text %1 %2").arg(reinterpret_cast<quintptr>(this), 0, 16).arg(m_session);
    m_document.edit(m_editName, m_after, key);
}

void DraftText::refresh()
{
    setEnabled(m_document.isOpen());
    const QString text = m_document.draft().value(m_path).toString();
    if (text == toPlainText())
        return;
    m_isShowing = true;
    setPlainText(text);
    m_isShowing = false;
}

void DraftText::focusOutEvent(QFocusEvent* event)
{
    ++m_session;
    QPlainTextEdit::focusOutEvent(event);
}

} // namespace rgsim::gui
