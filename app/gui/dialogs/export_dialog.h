// File, Files for the nodes: where to, in which layout and with which form of the guard; the files
// with their state, what is in each, and how it differs from the one that is there. Nothing is
// written before the button is pressed, and everything is told in place.
#pragma once

#include "models/node_files_model.h"
#include "session/document.h"
#include "session/latest_task.h"

#include <QDialog>
#include <QTimer>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace rgsim::gui {

class MessageBar;
class SignedText;

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(Document& document, QWidget* parent = nullptr);

    const NodeFilesModel& model() const { return m_model; }
    /// Something is still worked out, compared or written.
    bool isBusy() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeChoices(QBoxLayout& layout);
    QWidget* makePictures();
    void makeButtons(QBoxLayout& layout);
    void choosePlace();
    void forget();
    void chosen();
    void typed();
    void previewIn(int ms);
    void preview();
    void showPreview(const NodeFilesPreviewPtr& preview);
    void showState();
    void showFile();
    void write();
    void written(const NodeFilesPreview& shown, const NodeFilesOutcome& outcome);
    QString countSentence() const;
    NodeFilesLayout layoutChoice() const;
    GuardChoice guardChoice() const;

    Document& m_document;
    NodeFilesModel m_model;
    LatestTask m_task;
    LatestTask m_writing; ///< apart from m_task: what is begun is told, whatever is chosen next
    LatestTask m_difference;
    QTimer m_pause; ///< until nobody types any more
    QString m_result;
    Diagnostics m_failures; ///< of the last writing
    std::string m_shownPath;
    QLineEdit* m_place = nullptr;
    QComboBox* m_layout = nullptr;
    QComboBox* m_guard = nullptr;
    MessageBar* m_messages;
    QTableView* m_files = nullptr;
    SignedText* m_contents = nullptr;
    SignedText* m_changes = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_write = nullptr;
};

} // namespace rgsim::gui
