// Finds a command of the window or an act on the cluster by typing some of its words: a panel in
// the window that closes with Escape. What is chosen is shown with its outcome before it is done.
#pragma once

#include "models/palette_model.h"
#include "session/act_stage.h"

#include <QFrame>
#include <QPointer>

class QAction;
class QLineEdit;
class QListView;

namespace rgsim::gui {

class ActLine;

class CommandPalette : public QFrame {
    Q_OBJECT

public:
    CommandPalette(Document& document, ActStage& stage, QWidget* window);

    /// Opens it with what can be done now.
    void open(const QList<QAction*>& commands);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void close();
    void search(const QString& query);
    void consider(const QModelIndex& index);
    void run(const QModelIndex& index);
    void move(int rows);

    Document& m_document;
    ActStage& m_stage;
    PaletteModel m_model;
    QList<QPointer<QAction>> m_commands;
    QLineEdit* m_query = nullptr;
    QListView* m_list = nullptr;
    ActLine* m_line = nullptr;
    QPointer<QWidget> m_focusBefore;
};

} // namespace rgsim::gui
