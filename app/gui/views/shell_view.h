// The panel with a shell on the nodes of the cluster: begins at the playhead on a run of its own,
// so that nothing in the window changes until what was typed is taken over. What commands do is the
// shell's business, not this view's.
#pragma once

#include "session/document.h"
#include "session/latest_task.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace rgsim {
class ClusterShell;
struct ShellOutcome;
} // namespace rgsim

namespace rgsim::gui {

class SignedText;

class ShellView : public QWidget {
    Q_OBJECT

public:
    explicit ShellView(Document& document, QWidget* parent = nullptr);
    ~ShellView() override;

    SignedText* transcript() const { return m_transcript; }
    QLineEdit* line() const { return m_line; }
    QLabel* prompt() const { return m_prompt; }
    /// A command is being carried out; nothing can be typed meanwhile.
    bool isBusy() const { return m_task.isBusy(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeInput();
    /// Logs in at the playhead, on the plan as it is now.
    void begin();
    void forget();
    void enter();
    void carryOut(const QString& line);
    void take(const ShellOutcome& outcome);
    /// False: there is nothing to complete, and Tab leads on.
    bool complete();
    void recall(int by);
    void takeOver();
    void print(const std::string& text, bool isError);
    void showTranscript();
    void refresh();

    Document& m_document;
    std::shared_ptr<ClusterShell> m_shell;       ///< null: not logged in
    std::shared_ptr<const Scenario> m_beganWith; ///< of the document, when it was logged in
    QLabel* m_note = nullptr;
    SignedText* m_transcript = nullptr;
    QLabel* m_prompt = nullptr;
    QLineEdit* m_line = nullptr;
    QPushButton* m_begin = nullptr;
    QPushButton* m_takeOver = nullptr;
    QStringList m_lines;           ///< of the transcript
    std::vector<int> m_errorLines; ///< positions in m_lines, ascending
    QStringList m_typed;
    qsizetype m_recalled = 0; ///< position in m_typed; its size: none
    LatestTask m_task;
};

} // namespace rgsim::gui
