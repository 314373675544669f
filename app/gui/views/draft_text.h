// A text of several lines bound to a value of the draft: what is typed between two looks elsewhere
// is one undoable edit. For everything that fits into a line there is DraftField.
#pragma once

#include "session/document.h"

#include <QPlainTextEdit>

namespace rgsim::gui {

class DraftText : public QPlainTextEdit {
    Q_OBJECT

public:
    /// @p editName is what the Undo menu says: "Change the description".
    DraftText(Document& document, const QString& path, const QString& editName,
              QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    void take();
    void refresh();

    Document& m_document;
    QString m_path;
    QString m_editName;
    ScenarioDraft m_after; ///< as this field left it
    int m_session = 0;
    bool m_isShowing = false;
};

} // namespace rgsim::gui
