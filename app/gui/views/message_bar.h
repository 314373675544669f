// Tells what is wrong, in the window and not in a box before it: a heading, the problems with place
// and remedy, a button to put it away. It never keeps anybody from going on.
#pragma once

#include "base/diagnostic.h"

#include <QFrame>

class QLabel;

namespace rgsim::gui {

class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// Hides itself if there is nothing to tell.
    void show(const QString& heading, const Diagnostics& diagnostics);
    QString text() const;

private:
    QLabel* m_icon;
    QLabel* m_text;
};

/// "what (field): remedy" with the file and line where they are known, for one line in a list.
QString sentenceOf(const Diagnostic& diagnostic);

} // namespace rgsim::gui
