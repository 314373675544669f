// The panel with what clustat would print at the playhead on a chosen node: belief, exactly as an
// administrator sees it. Lines that the truth contradicts have a sign beside them; the text stays
// as it is.
#pragma once

#include "models/clustat_sheet.h"
#include "session/document.h"
#include "session/latest_task.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace rgsim::gui {

class SignedText;
class WhenVisible;

class ClustatView : public QWidget {
    Q_OBJECT

public:
    explicit ClustatView(Document& document, QWidget* parent = nullptr);

    SignedText* text() const { return m_text; }
    /// What is shown belongs to an earlier instant, or a newer one is being computed.
    bool isBehind() const;

private:
    QWidget* makeBar();
    void fillNodes();
    void recompute();
    void take(const ClustatSheet& sheet, const ClustatOrder& order);

    Document& m_document;
    QComboBox* m_node = nullptr;
    QCheckBox* m_xml = nullptr;
    QLabel* m_note = nullptr;
    SignedText* m_text = nullptr;
    WhenVisible* m_update = nullptr;
    LatestTask m_task;
    RunPtr m_quickRun; ///< its sheets are made so fast that nobody has to wait for them
};

} // namespace rgsim::gui
