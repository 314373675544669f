// Problems in words below what they are about: an icon for the worst of them and their texts. It
// hides itself while there is nothing to tell.
#pragma once

#include "base/diagnostic.h"

#include <QVector>
#include <QWidget>

class QLabel;

namespace rgsim::gui {

class ProblemLine : public QWidget {
    Q_OBJECT

public:
    explicit ProblemLine(QWidget* parent = nullptr);

    void show(const QVector<Diagnostic>& problems);
    /// Empty if there are none.
    QString text() const;
    Severity severity() const { return m_severity; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void showIcon();

    QLabel* m_icon;
    QLabel* m_text;
    Severity m_severity = Severity::Note;
};

/// The platform's icon for it.
QIcon severityIcon(Severity severity, const QWidget& widget);

} // namespace rgsim::gui
