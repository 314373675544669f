#include "views/part_table.h"

#include "models/domain_members_model.h"
#include "models/problem_text.h"
#include "style/look.h"
#include "views/problem_line.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QSet>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rgsim::gui {

namespace {

constexpr int mostRowsShown = 8;

// Defaults in quiet letters, a line below cells that are wrong.
class PartTableDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyleOptionViewItem shown = option;
        if (index.data(PartTableModel::QuietRole).toBool())
            shown.palette.setColor(QPalette::Text, option.palette.color(QPalette::PlaceholderText));
        QStyledItemDelegate::paint(painter, shown, index);
        const int severity = index.data(PartTableModel::SeverityRole).toInt();
        if (severity < static_cast<int>(Severity::Warning))
            return;
        const int width = std::max(2, option.fontMetrics.height() / 8);
        const bool isError = severity == static_cast<int>(Severity::Error);
        painter->setPen(QPen(LookBook(option.palette).alarm(), width,
                             isError ? Qt::SolidLine : Qt::DashLine, Qt::FlatCap));
        const int y = option.rect.bottom() - width / 2;
        painter->drawLine(option.rect.left(), y, option.rect.right(), y);
    }
};

} // namespace

PartTable::PartTable(Document& document, const QString& title, PartTableModel* model,
                     QWidget* parent)
    : QWidget(parent), m_document(document), m_model(model), m_view(new QTableView(this)),
      m_problems(new ProblemLine(this))
{
    model->setParent(this);
    auto* label = new QLabel(title, this);
    label->setBuddy(m_view);
    m_view->setModel(model);
    m_view->setAccessibleName(title);
    m_view->setItemDelegate(new PartTableDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setTabKeyNavigation(false); // Tab leads on to the next field
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_view->installEventFilter(this);
    if (qobject_cast<DomainMembersModel*>(model)) {
        m_view->setDragDropMode(QAbstractItemView::InternalMove);
        m_view->setDragDropOverwriteMode(false);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_view);
    layout->addWidget(m_problems);
    connect(model, &QAbstractItemModel::rowsInserted, this, &PartTable::fit);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &PartTable::fit);
    connect(model, &QAbstractItemModel::modelReset, this, &PartTable::fit);
    connect(&document, &Document::draftChanged, this, &PartTable::showProblems);
    fit();
}

void PartTable::setPath(const QString& path)
{
    m_model->setPath(path);
    showProblems();
}

QString PartTable::problem() const
{
    return m_problems->text();
}

bool PartTable::focusCell(const QString& path)
{
    const QModelIndex index = isHidden() ? QModelIndex() : m_model->indexOf(path);
    if (!index.isValid())
        return false;
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->setCurrentIndex(index);
    return true;
}

// As high as its rows need, up to a point: the form scrolls, not the table in it.
void PartTable::fit()
{
    m_view->resizeColumnToContents(0);
    const int row = fontMetrics().height() + fontMetrics().height() / 2;
    m_view->verticalHeader()->setDefaultSectionSize(row);
    const int rows = std::clamp(m_model->rowCount(), 2, mostRowsShown);
    const int header = m_view->horizontalHeader()->sizeHint().height();
    m_view->setFixedHeight(header + rows * row + 2 * m_view->frameWidth());
}

void PartTable::showProblems()
{
    QVector<Diagnostic> found;
    QSet<QString> seen;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const QString path =
                m_model->index(row, column).data(PartTableModel::PathRole).toString();
            if (path.isEmpty() || seen.contains(path))
                continue;
            seen.insert(path);
            found << problemsAt(m_document.active().problems, path);
        }
    }
    m_problems->show(found);
}

void PartTable::clearChosen()
{
    QVector<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        rows << index.row();
    if (!rows.isEmpty())
        m_model->clearRows(rows);
}

void PartTable::moveChosen(int by)
{
    auto* members = qobject_cast<DomainMembersModel*>(m_model);
    const QModelIndex at = m_view->currentIndex();
    const int to = at.row() + by;
    if (members && at.isValid() && at.row() < members->memberCount() && to >= 0 &&
        to < members->memberCount() && members->moveMember(at.row(), to))
        m_view->setCurrentIndex(m_model->index(to, at.column()));
}

bool PartTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool hasAlt = key->modifiers() & Qt::AltModifier;
        if (key->matches(QKeySequence::Delete)) {
            clearChosen();
            return true;
        }
        if (hasAlt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveChosen(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PartTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        fit();
    QWidget::changeEvent(event);
}

} // namespace rgsim::gui
