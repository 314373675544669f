#include "views/signed_text.h"

#include "style/look.h"

#include <QFontDatabase>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace rgsim::gui {

class SignedText::Margin : public QWidget {
public:
    explicit Margin(SignedText* text) : QWidget(text), m_text(text) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QFont bold = m_text->font();
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(LookBook(palette()).alarm());
        QTextBlock block = m_text->firstVisibleBlock();
        for (; block.isValid(); block = block.next()) {
            const QRectF line =
                m_text->blockBoundingGeometry(block).translated(m_text->contentOffset());
            if (line.top() > height())
                break;
            if (std::binary_search(m_text->m_lines.begin(), m_text->m_lines.end(),
                                   block.blockNumber()))
                painter.drawText(QRectF(0, line.top(), width(), line.height()), Qt::AlignCenter,
                                 m_text->m_sign);
        }
    }

private:
    SignedText* m_text;
};

SignedText::SignedText(QWidget* parent) : QPlainTextEdit(parent), m_margin(new Margin(this))
{
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setMonospaced();
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect&, int dy) {
        dy == 0 ? m_margin->update() : m_margin->scroll(0, dy);
    });
    place();
}

void SignedText::setMonospaced()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    document()->setDefaultFont(fixed);
}

int SignedText::marginWidth() const
{
    return fontMetrics().averageCharWidth() * 3;
}

void SignedText::place()
{
    setViewportMargins(marginWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), marginWidth(), inside.height());
}

void SignedText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    place();
}

void SignedText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::FontChange || !m_margin)
        return;
    setMonospaced();
    place();
}

void SignedText::setSigns(const std::vector<int>& lines, const QString& sign,
                          const QString& toolTip)
{
    m_lines = lines;
    m_sign = sign;
    m_margin->setToolTip(lines.empty() ? QString() : toolTip);
    m_margin->update();
}

void SignedText::showText(const QString& text)
{
    const QStringList lines = text.split('\n');
    if (lines.size() != blockCount() || !replaceLines(lines))
        setPlainText(text);
}

// False if so many lines differ that the whole text had better be set.
bool SignedText::replaceLines(const QStringList& lines)
{
    constexpr int mostReplaced = 200;
    std::vector<int> different;
    QTextBlock block = document()->begin();
    for (int i = 0; block.isValid(); block = block.next(), ++i) {
        if (block.text() != lines[i])
            different.push_back(i);
        if (different.size() > mostReplaced)
            return false;
    }
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const int i : different) {
        cursor.setPosition(document()->findBlockByNumber(i).position());
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.insertText(lines[i]);
    }
    cursor.endEditBlock();
    return true;
}

} // namespace rgsim::gui
