#include "dialogs/export_dialog.h"

#include "views/message_bar.h"
#include "views/signed_text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rgsim::gui {

namespace {
constexpr int msWithoutTyping = 250;
} // namespace

ExportDialog::ExportDialog(Document& document, QWidget* parent)
    : QDialog(parent), m_document(document), m_messages(new MessageBar(this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Files for the nodes"));
    auto* layout = new QVBoxLayout(this);
    makeChoices(*layout);
    layout->addWidget(m_messages);
    layout->addWidget(makePictures(), 1);
    makeButtons(*layout);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 40);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ExportDialog::preview);
    connect(&document, &Document::draftChanged, this, &ExportDialog::chosen);
    connect(&document, &Document::branchesChanged, this, &ExportDialog::chosen);
    connect(&document, &Document::reopened, this, &ExportDialog::forget);
}

void ExportDialog::makeChoices(QBoxLayout& layout)
{
    auto* form = new QFormLayout;
    m_place = new QLineEdit(this);
    m_place->setObjectName(QStringLiteral("place"));
    m_place->setClearButtonEnabled(true);
    m_place->setAccessibleName(tr("Where to write"));
    auto* choose = new QPushButton(tr("&Choose…"), this);
    auto* row = new QHBoxLayout;
    row->addWidget(m_place, 1);
    row->addWidget(choose);
    auto* label = new QLabel(tr("W&here to:"), this);
    label->setBuddy(m_place);
    form->addRow(label, row);
    m_layout = new QComboBox(this);
    m_layout->setObjectName(QStringLiteral("layout"));
    m_layout->addItems({tr("One folder for all nodes"), tr("One folder for each node"),
                        tr("An archive (.tar.gz)")});
    form->addRow(tr("&Layout:"), m_layout);
    m_guard = new QComboBox(this);
    m_guard->setObjectName(QStringLiteral("guard"));
    m_guard->addItems({tr("As in the plan"), tr("Published"), tr("Hardened"),
                       tr("None: take guards out of the scripts")});
    form->addRow(tr("&Guard:"), m_guard);
    layout.addLayout(form);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::choosePlace);
    connect(m_place, &QLineEdit::textChanged, this, &ExportDialog::typed);
    connect(m_layout, &QComboBox::currentIndexChanged, this, &ExportDialog::chosen);
    connect(m_guard, &QComboBox::currentIndexChanged, this, &ExportDialog::chosen);
}

QWidget* ExportDialog::makePictures()
{
    auto* splitter = new QSplitter(this);
    m_files = new QTableView(splitter);
    m_files->setModel(&m_model);
    m_files->setAccessibleName(tr("Files for the nodes"));
    m_files->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_files->setSelectionMode(QAbstractItemView::SingleSelection);
    m_files->setTabKeyNavigation(false);
    m_files->setShowGrid(false);
    m_files->setWordWrap(false);
    m_files->verticalHeader()->hide();
    m_files->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_files->horizontalHeader()->setStretchLastSection(true);
    auto* tabs = new QTabWidget(splitter);
    tabs->setAccessibleName(tr("The chosen file"));
    m_contents = new SignedText(tabs);
    m_contents->setAccessibleName(tr("What the file will say"));
    m_changes = new SignedText(tabs);
    m_changes->setAccessibleName(tr("How it differs from the file that is there"));
    tabs->addTab(m_contents, tr("&File"));
    tabs->addTab(m_changes, tr("&Difference"));
    splitter->addWidget(m_files);
    splitter->addWidget(tabs);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    connect(m_files->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ExportDialog::showFile);
    return splitter;
}

void ExportDialog::makeButtons(QBoxLayout& layout)
{
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setAccessibleName(tr("What would be written"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_write = buttons->addButton(tr("&Write"), QDialogButtonBox::ApplyRole);
    m_write->setObjectName(QStringLiteral("write"));
    m_write->setEnabled(false);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Cl&ose"));
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false); // Enter ends the typing of a place and nothing else
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_write, &QPushButton::clicked, this, &ExportDialog::write);
    layout.addWidget(m_state);
    layout.addWidget(buttons);
}

bool ExportDialog::isBusy() const
{
    return m_pause.isActive() || m_task.isBusy() || m_writing.isBusy();
}

NodeFilesLayout ExportDialog::layoutChoice() const
{
    return static_cast<NodeFilesLayout>(m_layout->currentIndex());
}

GuardChoice ExportDialog::guardChoice() const
{
    return static_cast<GuardChoice>(m_guard->currentIndex());
}

void ExportDialog::choosePlace()
{
    const bool isArchive = layoutChoice() == NodeFilesLayout::Archive;
    const QString place =
        isArchive
            ? QFileDialog::getSaveFileName(this, tr("Archive for the files"), m_place->text(),
                                           tr("Archive (*.tar.gz)"), nullptr,
                                           QFileDialog::DontConfirmOverwrite)
            : QFileDialog::getExistingDirectory(this, tr("Folder for the files"), m_place->text());
    if (place.isEmpty())
        return;
    const bool hasEnding = !isArchive || place.endsWith(QLatin1String(".tar.gz"));
    m_place->setText(hasEnding ? place : place + QStringLiteral(".tar.gz"));
}

// The place of one cluster's files is no good for those of the next.
void ExportDialog::forget()
{
    hide();
    m_pause.stop();
    m_task.cancel();
    m_place->clear();
    m_layout->setCurrentIndex(0);
    m_guard->setCurrentIndex(0);
    m_model.setPreview(nullptr);
    showFile();
}

void ExportDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    chosen();
}

void ExportDialog::chosen()
{
    previewIn(0);
}

void ExportDialog::typed()
{
    previewIn(msWithoutTyping);
}

void ExportDialog::previewIn(int ms)
{
    m_result.clear();
    m_failures = {};
    if (!isVisible())
        return;
    m_pause.start(ms);
    showState();
}

void ExportDialog::preview()
{
    if (!isVisible())
        return;
    Result<ScenarioFile> plan = m_document.plan();
    if (!plan.ok()) {
        auto broken = std::make_shared<NodeFilesPreview>();
        broken->problems = plan.diagnostics;
        m_task.cancel();
        showPreview(broken);
        return;
    }
    const QString place = m_place->text().trimmed();
    NodeFilesOrder order;
    order.plan = std::move(*plan);
    order.place = place.isEmpty() ? place : QFileInfo(place).absoluteFilePath();
    order.layout = layoutChoice();
    order.guard = guardChoice();
    m_task.start([this, order = std::move(order)](const LatestTask::GiveUp&) {
        const NodeFilesPreviewPtr found = previewNodeFiles(order);
        return [this, found] { showPreview(found); };
    });
    showState();
}

void ExportDialog::showPreview(const NodeFilesPreviewPtr& preview)
{
    const std::string path = m_shownPath;
    m_model.setPreview(preview);
    m_files->resizeColumnToContents(NodeFilesModel::State);
    Diagnostics all = m_failures;
    for (const Diagnostic& problem : preview->problems.items()) {
        const std::vector<Diagnostic>& told = m_failures.items();
        if (std::find(told.begin(), told.end(), problem) == told.end())
            all.add(problem);
    }
    m_messages->show(m_failures.hasErrors()          ? tr("Not everything could be written:")
                     : preview->problems.hasErrors() ? tr("There are no files for this plan:")
                                                     : tr("Worth a look:"),
                     all);
    const int row = std::max(m_model.rowOf(path), 0);
    if (m_model.rowCount() > 0)
        m_files->selectRow(row);
    showFile();
    showState();
}

QString ExportDialog::countSentence() const
{
    const NodeFilesPreview& preview = *m_model.preview();
    const auto count = [&preview](FileState state) { return preview.count(state); };
    const auto all = preview.changes.size();
    if (preview.problems.hasErrors())
        return tr("Nothing can be written.");
    if (preview.place.isEmpty())
        return tr("Files: %1. Choose where to write them.").arg(all);
    if (count(FileState::Unchanged) == all)
        return tr("Everything there is as it should be.");
    if (preview.layout == NodeFilesLayout::Archive)
        return count(FileState::New) > 0
                   ? tr("Files in a new archive: %1.").arg(all)
                   : tr("Files in an archive that replaces the one there: %1.").arg(all);
    return tr("New: %1, changed: %2, unchanged: %3.")
        .arg(count(FileState::New))
        .arg(count(FileState::Changed))
        .arg(count(FileState::Unchanged));
}

void ExportDialog::showState()
{
    m_write->setEnabled(!isBusy() && m_model.preview() && m_model.preview()->canBeWritten());
    QStringList sentences;
    if (!m_result.isEmpty())
        sentences << m_result;
    if (isBusy())
        sentences << tr("The files are worked out…");
    else if (m_model.preview())
        sentences << countSentence();
    m_state->setText(sentences.join(u' '));
}

void ExportDialog::showFile()
{
    const int row = m_files->currentIndex().row();
    m_difference.cancel();
    if (row < 0 || row >= m_model.rowCount()) {
        m_contents->clear();
        m_changes->clear();
        return;
    }
    const FileChange& change = m_model.change(row);
    m_shownPath = change.path();
    m_contents->showText(QString::fromUtf8(change.file.contents));
    if (change.state == FileState::Unchanged) {
        m_changes->showText(tr("The file that is there says the same."));
        return;
    }
    m_changes->clear();
    // Long texts that differ everywhere take their time. The preview keeps the file alive.
    m_difference.start([this, preview = m_model.preview(), row](const LatestTask::GiveUp&) {
        const std::string text = differenceText(preview->changes[static_cast<std::size_t>(row)]);
        return [this, text] { m_changes->showText(QString::fromStdString(text)); };
    });
}

void ExportDialog::write()
{
    if (isBusy() || !m_model.preview())
        return;
    m_writing.start([this, preview = m_model.preview()](const LatestTask::GiveUp&) {
        const NodeFilesOutcome outcome = writeNodeFiles(*preview);
        return [this, preview, outcome] { written(*preview, outcome); };
    });
    showState();
}

void ExportDialog::written(const NodeFilesPreview& shown, const NodeFilesOutcome& outcome)
{
    m_failures = outcome.problems;
    const auto count = outcome.written;
    if (outcome.isOutdated)
        m_result = tr("Nothing was written: something has changed there. Look at it again.");
    else if (outcome.problems.hasErrors())
        m_result = tr("Files written: %1. The rest is as it was.").arg(count);
    else
        m_result = tr("Files written to %1: %2.").arg(shown.place).arg(count);
    preview();
}

} // namespace rgsim::gui
