// Lines that differ, as diff -u prints them, to read and copy: what goes and what comes has a
// colour of its own besides its sign. It compares nothing.
#pragma once

#include "views/signed_text.h"

class QSyntaxHighlighter;

namespace rgsim::gui {

class DifferenceText : public SignedText {
    Q_OBJECT

public:
    explicit DifferenceText(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    class Colours;

    QSyntaxHighlighter* m_colours = nullptr;
};

} // namespace rgsim::gui
