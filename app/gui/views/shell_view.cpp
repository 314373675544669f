#include "views/shell_view.h"

#include "formats/scenario_draft.h"
#include "session/whole_file.h"
#include "shell/cluster_shell.h"
#include "views/signed_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rgsim::gui {

namespace {

// Older lines of the transcript are dropped.
constexpr qsizetype mostLines = 5000;

std::optional<std::string> saveFile(const std::string& path, const std::string& text)
{
    const Diagnostics problems =
        writeWholeFile(QString::fromStdString(path), QByteArray::fromStdString(text));
    return problems.empty() ? std::nullopt : std::optional(problems.items().front().what);
}

std::string commonBeginning(const std::vector<std::string>& words)
{
    std::string common = words.front();
    for (const std::string& word : words) {
        const auto [end, unused] =
            std::mismatch(common.begin(), common.end(), word.begin(), word.end());
        common.erase(end, common.end());
    }
    // Not within a letter of several bytes.
    const auto goesOnAt = [&](std::size_t at) {
        return at < words.front().size() &&
               (static_cast<unsigned char>(words.front()[at]) & 0xC0U) == 0x80U;
    };
    while (!common.empty() && goesOnAt(common.size()))
        common.pop_back();
    return common;
}

} // namespace

ShellView::ShellView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_note(new QLabel(this)),
      m_transcript(new SignedText(this))
{
    m_note->setWordWrap(true);
    m_transcript->setAccessibleName(tr("What was typed and answered"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeBar());
    layout->addWidget(m_transcript, 1);
    layout->addWidget(makeInput());
    connect(&document, &Document::reopened, this, &ShellView::forget);
    connect(&document, &Document::runChanged, this, &ShellView::refresh);
    connect(&document, &Document::branchesChanged, this, &ShellView::refresh);
    connect(&document, &Document::draftChanged, this, &ShellView::refresh);
    refresh();
}

ShellView::~ShellView() = default;

QWidget* ShellView::makeBar()
{
    auto* bar = new QWidget(this);
    m_begin = new QPushButton(tr("Log in at the &playhead"), bar);
    m_begin->setObjectName(QStringLiteral("begin"));
    m_begin->setToolTip(tr("Begin anew, with the plan as it is now"));
    connect(m_begin, &QPushButton::clicked, this, &ShellView::begin);
    m_takeOver = new QPushButton(tr("&Take over as faults"), bar);
    m_takeOver->setObjectName(QStringLiteral("takeOver"));
    m_takeOver->setToolTip(tr("Make what was typed here part of the plan; it can be undone"));
    connect(m_takeOver, &QPushButton::clicked, this, &ShellView::takeOver);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_begin);
    layout->addWidget(m_takeOver);
    layout->addWidget(m_note, 1);
    return bar;
}

QWidget* ShellView::makeInput()
{
    auto* input = new QWidget(this);
    m_prompt = new QLabel(input);
    m_prompt->setTextFormat(Qt::PlainText);
    m_prompt->setFont(m_transcript->font());
    m_line = new QLineEdit(input);
    m_line->setFont(m_transcript->font());
    m_line->setAccessibleName(tr("Command line"));
    m_line->installEventFilter(this);
    m_prompt->setBuddy(m_line);
    connect(m_line, &QLineEdit::returnPressed, this, &ShellView::enter);
    auto* layout = new QHBoxLayout(input);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_prompt);
    layout->addWidget(m_line, 1);
    return input;
}

void ShellView::forget()
{
    m_task.cancel();
    m_shell.reset();
    m_beganWith.reset();
    m_lines.clear();
    m_errorLines.clear();
    showTranscript();
    refresh();
}

void ShellView::begin()
{
    const Branch& branch = m_document.active();
    if (!branch.scenario)
        return;
    forget();
    m_beganWith = branch.scenario;
    m_shell = std::make_shared<ClusterShell>(ScenarioFile{*branch.scenario, {}}, saveFile);
    m_shell->setSourceText(branch.sourceText);
    m_line->setFocus();
    if (m_document.playhead() > SimTime())
        carryOut(QStringLiteral("advance to %1ms").arg(m_document.playhead().ms));
    else
        refresh();
}

void ShellView::enter()
{
    const QString line = m_line->text();
    if (!m_shell || m_task.isBusy())
        return;
    m_line->clear();
    if (!line.trimmed().isEmpty() && (m_typed.isEmpty() || m_typed.last() != line))
        m_typed << line;
    m_recalled = m_typed.size();
    print(m_shell->prompt() + line.toStdString() + '\n', false);
    carryOut(line);
}

// Elsewhere, as time may go on for long.
void ShellView::carryOut(const QString& line)
{
    m_task.start([this, shell = m_shell, text = line.toStdString()](const LatestTask::GiveUp&) {
        const ShellOutcome outcome = shell->execute(text);
        return [this, outcome] { take(outcome); };
    });
    refresh();
}

void ShellView::take(const ShellOutcome& outcome)
{
    print(outcome.out, false);
    print(outcome.err, true);
    if (outcome.ends) {
        m_shell.reset();
        m_beganWith.reset();
    }
    refresh();
    if (m_line->isEnabled() && isAncestorOf(focusWidget()))
        m_line->setFocus();
}

void ShellView::print(const std::string& text, bool isError)
{
    if (text.empty())
        return;
    QStringList lines = QString::fromStdString(text).split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (const QString& line : std::as_const(lines)) {
        if (isError)
            m_errorLines.push_back(static_cast<int>(m_lines.size()));
        m_lines << line;
    }
    if (const auto excess = static_cast<int>(m_lines.size() - mostLines); excess > 0) {
        m_lines.remove(0, excess);
        std::vector<int> left;
        for (const int line : m_errorLines) {
            if (line >= excess)
                left.push_back(line - excess);
        }
        m_errorLines = left;
    }
    showTranscript();
}

void ShellView::showTranscript()
{
    m_transcript->showText(m_lines.join(u'\n'));
    m_transcript->setSigns(m_errorLines, QStringLiteral("✘"), tr("An error message"));
    m_transcript->moveCursor(QTextCursor::End);
    m_transcript->ensureCursorVisible();
}

void ShellView::refresh()
{
    const bool isBusy = m_task.isBusy();
    const std::shared_ptr<const Scenario>& plan = m_document.active().scenario;
    m_begin->setEnabled(plan != nullptr);
    m_line->setEnabled(m_shell && !isBusy);
    m_takeOver->setEnabled(m_shell && !isBusy && !m_document.active().isBroken() &&
                           m_beganWith == plan);
    if (!isBusy)
        m_prompt->setText(m_shell ? QString::fromStdString(m_shell->prompt()).trimmed()
                                  : QString());
    QString note = tr("Commands of a real node, on a run of its own. Tab completes; \"help\" lists "
                      "what there is.");
    if (m_shell && m_beganWith != plan)
        note = tr("The plan has changed since. Log in again to go on with the new one.");
    else if (isBusy)
        note = tr("Working…");
    m_note->setText(note);
}

// --- keys

bool ShellView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (key->key()) {
    case Qt::Key_Up:
        recall(-1);
        return true;
    case Qt::Key_Down:
        recall(1);
        return true;
    case Qt::Key_Tab:
        return complete();
    default:
        return false;
    }
}

void ShellView::recall(int by)
{
    m_recalled = std::clamp<qsizetype>(m_recalled + by, 0, m_typed.size());
    m_line->setText(m_typed.value(m_recalled));
}

bool ShellView::complete()
{
    if (!m_shell || m_task.isBusy() || m_line->text().isEmpty())
        return false;
    const std::string before = m_line->text().left(m_line->cursorPosition()).toStdString();
    const ShellCompletions found = m_shell->completions(before, before.size());
    if (found.candidates.empty())
        return true; // Tab must not lead away from a half-typed word
    const std::string rest = m_line->text().mid(m_line->cursorPosition()).toStdString();
    std::string word = commonBeginning(found.candidates);
    const bool isOnly = found.candidates.size() == 1;
    if (isOnly)
        word += ' ';
    const std::string head = before.substr(0, found.from) + word;
    if (!isOnly && head.size() <= before.size()) {
        std::string all;
        for (const std::string& candidate : found.candidates)
            all += candidate + "  ";
        print(m_shell->prompt() + before + '\n' + all + '\n', false);
        return true;
    }
    m_line->setText(QString::fromStdString(head + rest));
    m_line->setCursorPosition(static_cast<int>(QString::fromStdString(head).size()));
    return true;
}

// The shell's plan holds the whole story: the document's, and what was typed.
void ShellView::takeOver()
{
    const ScenarioDraft told = ScenarioDraft::of(m_shell->run().recorded());
    m_document.edit(tr("Take over from the shell"), [&told](ScenarioDraft& draft) {
        for (const char* list : {"events", "faults"})
            draft.set(QLatin1String(list), told.value(QLatin1String(list)));
    });
    m_beganWith = m_document.active().scenario;
    refresh();
}

} // namespace rgsim::gui
