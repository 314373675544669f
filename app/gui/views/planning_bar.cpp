#include "views/planning_bar.h"

#include "report/run_report.h"
#include "session/whole_file.h"
#include "views/flow_layout.h"
#include "views/problem_line.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace rgsim::gui {

namespace {

constexpr int progressSteps = 1000;

QString suffixOf(const QString& filter)
{
    return filter.section(QStringLiteral("(*"), 1).section(u')', 0, 0);
}

} // namespace

PlanningBar::PlanningBar(PlanningTask& task, const QString& askText, QWidget* parent)
    : QWidget(parent), m_task(task), m_options(new FlowLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(m_options);
    makeButtons(askText);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setAccessibleName(tr("What came of it"));
    m_sentence->setFocusPolicy(Qt::NoFocus);
    m_outOfDate = new ProblemLine(this);
    m_outOfDate->setObjectName(QStringLiteral("outOfDate"));
    m_problems = new ProblemLine(this);
    layout->addWidget(m_sentence);
    layout->addWidget(m_outOfDate);
    layout->addWidget(m_problems);
    connect(&task, &PlanningTask::changed, this, &PlanningBar::update);
    connect(&task, &PlanningTask::progressed, this, &PlanningBar::showProgress);
    connect(&task, &PlanningTask::forgotten, this, [this] { showProblems({}); });
    update();
}

void PlanningBar::makeButtons(const QString& askText)
{
    auto* row = new QWidget(this);
    m_ask = new QPushButton(askText, row);
    m_ask->setObjectName(QStringLiteral("ask"));
    m_ask->setToolTip(tr("Ctrl+Return"));
    m_stop = new QPushButton(tr("S&top"), row);
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setToolTip(tr("End it with what was found by then"));
    m_export = new QPushButton(tr("E&xport…"), row);
    m_export->setObjectName(QStringLiteral("export"));
    m_progress = new QProgressBar(row);
    m_progress->setRange(0, progressSteps);
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    m_progress->setAccessibleName(tr("Progress"));
    m_left = new QLabel(row);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : {static_cast<QWidget*>(m_ask), static_cast<QWidget*>(m_stop),
                            static_cast<QWidget*>(m_export), static_cast<QWidget*>(m_progress),
                            static_cast<QWidget*>(m_left)})
        layout->addWidget(widget);
    layout->addStretch(1);
    m_options->addWidget(row);
    connect(m_ask, &QPushButton::clicked, this, &PlanningBar::asked);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_task.stop(); });
    connect(m_export, &QPushButton::clicked, this, &PlanningBar::askAndExport);
    auto* keys = new QShortcut(Qt::CTRL | Qt::Key_Return, parentWidget());
    keys->setContext(Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, m_ask, &QPushButton::click);
}

void PlanningBar::addOption(const QString& label, QWidget* field)
{
    auto* pair = new QWidget(this);
    auto* layout = new QHBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    if (!label.isEmpty()) {
        auto* text = new QLabel(label, pair);
        text->setBuddy(field);
        field->setAccessibleName(QString(label).remove(u'&'));
        layout->addWidget(text);
    }
    layout->addWidget(field);
    QWidget* const before = m_fields.isEmpty() ? nullptr : m_fields.last();
    m_fields.append(field);
    // The button stays last.
    QLayoutItem* const buttons = m_options->takeAt(m_options->count() - 1);
    m_options->addWidget(pair);
    m_options->addItem(buttons);
    if (before)
        setTabOrder(before, field);
    setTabOrder(field, m_ask);
    setTabOrder(m_ask, m_stop);
    setTabOrder(m_stop, m_export);
}

void PlanningBar::setForms(const QVector<Form>& forms)
{
    m_forms = forms;
    update();
}

void PlanningBar::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
}

QString PlanningBar::sentence() const
{
    return m_sentence->text();
}

void PlanningBar::showProblems(const Diagnostics& problems)
{
    m_problems->show({problems.items().begin(), problems.items().end()});
}

QString PlanningBar::problems() const
{
    return m_problems->text();
}

void PlanningBar::update()
{
    const bool isRunning = m_task.isRunning();
    m_ask->setEnabled(m_task.canStart() && !isRunning);
    m_stop->setVisible(isRunning);
    m_stop->setEnabled(isRunning && !m_task.isStopping());
    m_progress->setVisible(isRunning);
    m_left->setVisible(isRunning);
    m_export->setVisible(!m_forms.isEmpty());
    m_export->setEnabled(m_task.answered() && !isRunning);
    for (QWidget* field : std::as_const(m_fields))
        field->setEnabled(!isRunning);
    QVector<Diagnostic> old;
    if (m_task.isOutOfDate() && !isRunning)
        old << Diagnostic{Severity::Warning,
                          {},
                          tr("This is out of date: the layout was changed since").toStdString(),
                          tr("ask again").toStdString()};
    m_outOfDate->show(old);
    showProgress();
}

void PlanningBar::showProgress()
{
    m_progress->setValue(static_cast<int>(m_task.done() * progressSteps));
    const std::optional<qint64> left = m_task.msLeft();
    constexpr qint64 second = 1000;
    if (m_task.isStopping())
        m_left->setText(tr("being stopped"));
    else if (left)
        m_left->setText(tr("%1 left").arg(QString::fromStdString(
            spanText(SimDuration::seconds((*left + second - 1) / second)))));
    else
        m_left->clear();
}

void PlanningBar::askAndExport()
{
    QStringList filters;
    for (const Form& form : std::as_const(m_forms))
        filters << form.filter;
    QString chosen;
    QString path = QFileDialog::getSaveFileName(this, tr("Export"), {},
                                                filters.join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += suffixOf(chosen);
    showProblems(exportTo(path));
}

Diagnostics PlanningBar::exportTo(const QString& path) const
{
    const Form* wanted = &m_forms.first();
    for (const Form& form : m_forms) {
        if (path.endsWith(suffixOf(form.filter)))
            wanted = &form;
    }
    return writeWholeFile(path, wanted->make());
}

} // namespace rgsim::gui
