#include "dialogs/command_palette.h"

#include "views/act_line.h"
#include "views/palette_delegate.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rgsim::gui {

namespace {

constexpr int shownRows = 12;

// "&Save…" is "Save…" in a list.
QString withoutMnemonic(QString text)
{
    return text.remove(QRegularExpression(QStringLiteral("&(?!&)")));
}

} // namespace

CommandPalette::CommandPalette(Document& document, ActStage& stage, QWidget* window)
    : QFrame(window), m_document(document), m_stage(stage), m_query(new QLineEdit(this)),
      m_list(new QListView(this)), m_line(new ActLine(stage, this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Find a command"));
    setFrameStyle(QFrame::Box | QFrame::Plain);
    setLineWidth(2);
    setAutoFillBackground(true);
    m_query->setAccessibleName(tr("Words of a command"));
    m_query->setPlaceholderText(tr("What shall happen? “crash node1”, “relocate …”, “save”"));
    m_query->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Commands that fit"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_query);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_line);
    window->installEventFilter(this);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { consider(current); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (isVisible() && now != nullptr && now != this && !isAncestorOf(now))
            hide(); // somebody went elsewhere, and stays there
    });
    hide();
}

void CommandPalette::open(const QList<QAction*>& commands)
{
    m_focusBefore = QApplication::focusWidget();
    m_commands.clear();
    std::vector<PaletteCommand> offered;
    for (QAction* action : commands) {
        m_commands.append(action);
        offered.push_back({withoutMnemonic(action->text()),
                           action->shortcut().toString(QKeySequence::NativeText),
                           action->isEnabled()});
    }
    m_model.offer(std::move(offered), contextOf(m_document));
    m_query->clear();
    search({});
    place();
    show();
    raise();
    m_query->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    const int widest = fontMetrics().averageCharWidth() * 110;
    const int row = fontMetrics().height() * 3 / 2;
    const int wanted =
        m_query->sizeHint().height() + m_line->sizeHint().height() + (shownRows + 2) * row;
    const int across = std::min(widest, parentWidget()->width() * 9 / 10);
    const int down = std::min(wanted, parentWidget()->height() * 9 / 10);
    // As low as it can be: the outcome is shown in the picture of the cluster, which is at the top.
    const int margin = fontMetrics().height();
    setGeometry((parentWidget()->width() - across) / 2,
                std::max(0, parentWidget()->height() - down - margin), across, down);
}

void CommandPalette::close()
{
    hide();
    m_stage.dismiss();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::search(const QString& query)
{
    m_model.search(query);
    const QModelIndex first = m_model.index(0);
    m_list->setCurrentIndex(first);
    consider(first);
}

void CommandPalette::consider(const QModelIndex& index)
{
    const Act* act = index.isValid() ? m_model.actAt(index.row()) : nullptr;
    if (act != nullptr)
        m_stage.consider(m_model.context(), *act);
    else
        m_stage.clear();
}

void CommandPalette::run(const QModelIndex& index)
{
    if (!index.isValid() || !index.data(PaletteModel::canBeDoneRole).toBool())
        return;
    if (const Act* found = m_model.actAt(index.row())) {
        const Act act = *found;
        close();
        m_stage.carryOut(act);
        return;
    }
    const QPointer<QAction> action = m_commands[m_model.commandAt(index.row())];
    close();
    if (action)
        action->trigger();
}

void CommandPalette::move(int rows)
{
    const int last = m_model.rowCount() - 1;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, std::max(0, last));
    m_list->setCurrentIndex(m_model.index(row));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_query)
        return QFrame::eventFilter(watched, event);
    // Escape belongs to the window's "give up computing" otherwise.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(shownRows);
        return true;
    case Qt::Key_PageUp:
        move(-shownRows);
        return true;
    default:
        return false;
    }
}

} // namespace rgsim::gui
