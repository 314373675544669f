#include "views/difference_text.h"

#include "style/look.h"

#include <QEvent>
#include <QSyntaxHighlighter>

namespace rgsim::gui {

class DifferenceText::Colours : public QSyntaxHighlighter {
public:
    explicit Colours(DifferenceText* text) : QSyntaxHighlighter(text->document()), m_text(text) {}

protected:
    void highlightBlock(const QString& line) override
    {
        const LookBook look(m_text->palette());
        QTextCharFormat format;
        if (line.startsWith(QLatin1String("--- ")) || line.startsWith(QLatin1String("+++ ")))
            format.setFontWeight(QFont::Bold);
        else if (line.startsWith(QLatin1String("@@")))
            format.setForeground(look.accent());
        else if (line.startsWith(u'+'))
            format.setForeground(look.relief());
        else if (line.startsWith(u'-'))
            format.setForeground(look.alarm());
        setFormat(0, static_cast<int>(line.size()), format);
    }

private:
    const DifferenceText* m_text;
};

DifferenceText::DifferenceText(QWidget* parent) : SignedText(parent), m_colours(new Colours(this))
{
}

void DifferenceText::changeEvent(QEvent* event)
{
    SignedText::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_colours)
        m_colours->rehighlight();
}

} // namespace rgsim::gui
