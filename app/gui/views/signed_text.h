// Monospaced text to read, select and copy, with signs in a margin that are no part of it. New text
// replaces only the lines that differ, so that place and selection stay. It knows nothing of what
// the lines mean.
#pragma once

#include <QPlainTextEdit>

#include <vector>

namespace rgsim::gui {

class SignedText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit SignedText(QWidget* parent = nullptr);

    void showText(const QString& text);
    /// The same sign at each of @p lines, which count from 0 and ascend.
    void setSigns(const std::vector<int>& lines, const QString& sign, const QString& toolTip);
    const std::vector<int>& signedLines() const { return m_lines; }
    int marginWidth() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Margin;

    void place();
    void setMonospaced();
    bool replaceLines(const QStringList& lines);

    Margin* m_margin;
    std::vector<int> m_lines;
    QString m_sign;
};

} // namespace rgsim::gui
