#include "models/layout_model.h"

#include "formats/json_path.h"
#include "formats/json_places.h"
#include "models/layout_drop.h"
#include "models/problem_text.h"

#include <QMimeData>
#include <QSet>

#include <algorithm>
#include <utility>

namespace rgsim::gui {

struct LayoutModel::Row {
    struct Decoration {
        int severity = -1; ///< the worst one here or below
        int ownSeverity = -1;
        QStringList problems;

        bool operator==(const Decoration&) const = default;
    };

    Row* parent = nullptr;
    int position = 0;
    QString key;
    QString name;
    QString text;
    QString path;
    PartKind kind = PartKind::None;
    std::vector<std::unique_ptr<Row>> rows;
    Decoration decoration;
    Decoration next; ///< as it will be; only within decorate()
    bool isChanged = false;

    void take(const OutlineItem& item)
    {
        isChanged = isChanged || text != item.text || path != item.path || name != item.name;
        key = item.key;
        name = item.name;
        text = item.text;
        path = item.path;
        kind = item.kind;
    }

    void number()
    {
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i]->position = static_cast<int>(i);
    }

    void fill(const std::vector<OutlineItem>& items)
    {
        for (const OutlineItem& item : items)
            rows.push_back(make(*this, item));
        number();
    }

    static std::unique_ptr<Row> make(Row& parent, const OutlineItem& item)
    {
        auto row = std::make_unique<Row>();
        row->parent = &parent;
        row->take(item);
        row->isChanged = false;
        row->fill(item.children);
        return row;
    }
};

namespace {

// Without the number that tells things of the same name apart.
QString bareKey(const QString& key)
{
    return key.section(u'\n', 0, 0);
}

} // namespace

LayoutModel::LayoutModel(Document& document, QObject* parent)
    : QAbstractItemModel(parent), m_document(document), m_root(std::make_unique<Row>())
{
    connect(&document, &Document::draftChanged, this, &LayoutModel::refresh);
    connect(&document, &Document::branchesChanged, this, &LayoutModel::refresh);
    connect(&document, &Document::reopened, this, &LayoutModel::reset);
    reset();
}

LayoutModel::~LayoutModel() = default;

void LayoutModel::reset()
{
    beginResetModel();
    m_root = std::make_unique<Row>();
    if (m_document.isOpen())
        m_root->fill(layoutOutline(m_document.draft()));
    decorate();
    endResetModel();
}

void LayoutModel::refresh()
{
    if (!m_document.isOpen())
        return;
    sync(*m_root, layoutOutline(m_document.draft()));
    decorate();
    announce(*m_root);
}

// --- from one outline to the next

void LayoutModel::sync(Row& parent, const Items& items)
{
    renameInPlace(parent, items);
    removeGone(parent, items);
    for (std::size_t i = 0; i < items.size(); ++i) {
        place(parent, items[i], static_cast<int>(i));
        parent.rows[i]->take(items[i]);
        sync(*parent.rows[i], items[i].children);
    }
}

// As many as before, and a new name where an old one went: the same thing, renamed. So it is where
// nothing else differs, even if the name is another's for as long as it is being typed.
void LayoutModel::renameInPlace(Row& parent, const Items& items)
{
    if (parent.rows.size() != items.size())
        return;
    QSet<QString> before;
    QSet<QString> after;
    int differences = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        before.insert(parent.rows[i]->key);
        after.insert(items[i].key);
        differences += bareKey(parent.rows[i]->key) == bareKey(items[i].key) ? 0 : 1;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (differences <= 1 ||
            (!before.contains(items[i].key) && !after.contains(parent.rows[i]->key)))
            parent.rows[i]->take(items[i]);
    }
}

void LayoutModel::removeGone(Row& parent, const Items& items)
{
    QSet<QString> wanted;
    for (const OutlineItem& item : items)
        wanted.insert(item.key);
    for (int last = static_cast<int>(parent.rows.size()) - 1; last >= 0; --last) {
        if (wanted.contains(parent.rows[static_cast<std::size_t>(last)]->key))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(parent.rows[static_cast<std::size_t>(first - 1)]->key))
            --first;
        beginRemoveRows(indexOf(parent), first, last);
        parent.rows.erase(parent.rows.begin() + first, parent.rows.begin() + last + 1);
        parent.number();
        endRemoveRows();
        last = first;
    }
}

// Makes the row of `item` stand at `at`; those before stand already.
void LayoutModel::place(Row& parent, const OutlineItem& item, int at)
{
    auto& rows = parent.rows;
    const auto found =
        std::find_if(rows.begin() + at, rows.end(),
                     [&item](const std::unique_ptr<Row>& row) { return row->key == item.key; });
    if (found == rows.end()) {
        beginInsertRows(indexOf(parent), at, at);
        rows.insert(rows.begin() + at, Row::make(parent, item));
        parent.number();
        endInsertRows();
        return;
    }
    const auto from = static_cast<int>(found - rows.begin());
    if (from == at)
        return;
    beginMoveRows(indexOf(parent), from, from, indexOf(parent), at);
    std::rotate(rows.begin() + at, rows.begin() + from, rows.begin() + from + 1);
    parent.number();
    endMoveRows();
}

void LayoutModel::decorate()
{
    m_byPath.clear();
    const std::function<void(Row&)> prepare = [&](Row& row) {
        row.next = {};
        m_byPath.insert(row.path, &row);
        for (const std::unique_ptr<Row>& child : row.rows)
            prepare(*child);
    };
    prepare(*m_root);
    for (const Diagnostic& problem : m_document.active().problems.items()) {
        Row* row = rowOf(nearest(rgsim::gui::pathOf(problem)));
        if (row == m_root.get())
            continue;
        const auto severity = static_cast<int>(problem.severity);
        row->next.ownSeverity = std::max(row->next.ownSeverity, severity);
        row->next.problems << problemText(problem);
        for (Row* at = row; at; at = at->parent)
            at->next.severity = std::max(at->next.severity, severity);
    }
    const std::function<void(Row&)> finish = [&finish](Row& row) {
        row.isChanged = row.isChanged || !(row.next == row.decoration);
        row.decoration = row.next;
        for (const std::unique_ptr<Row>& child : row.rows)
            finish(*child);
    };
    finish(*m_root);
}

void LayoutModel::announce(Row& parent)
{
    int first = -1;
    int last = -1;
    for (const std::unique_ptr<Row>& row : parent.rows) {
        if (std::exchange(row->isChanged, false)) {
            first = first < 0 ? row->position : first;
            last = row->position;
        }
        announce(*row);
    }
    if (first >= 0)
        emit dataChanged(index(first, 0, indexOf(parent)), index(last, 0, indexOf(parent)));
}

// --- finding rows

LayoutModel::Row* LayoutModel::rowOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Row*>(index.internalPointer()) : m_root.get();
}

QModelIndex LayoutModel::indexOf(const Row& row) const
{
    return &row == m_root.get() ? QModelIndex() : createIndex(row.position, 0, &row);
}

QModelIndex LayoutModel::indexOf(const QString& path) const
{
    const Row* row = path.isEmpty() ? nullptr : m_byPath.value(path);
    return row ? indexOf(*row) : QModelIndex();
}

QModelIndex LayoutModel::nearest(const QString& path) const
{
    QString at = path;
    if (at.startsWith(QLatin1String("times."))) {
        for (const QLatin1String list : {QLatin1String("nodes"), QLatin1String("services")}) {
            const QJsonArray things = m_document.draft().array("cluster." + list);
            for (qsizetype i = 0; i < things.size(); ++i) {
                const QString part = QStringLiteral("cluster.%1[%2]").arg(list).arg(i);
                const std::string times =
                    memberPath("times." + std::string(list.data()),
                               partName(m_document.draft(), part).toStdString());
                if (isAtOrBelow(path, QString::fromStdString(times)))
                    return indexOf(part);
            }
        }
        return {};
    }
    while (!at.isEmpty()) {
        if (const QModelIndex found = indexOf(at); found.isValid())
            return found;
        const qsizetype cut = std::max(at.lastIndexOf(u'.'), at.lastIndexOf(u'['));
        at.truncate(std::max<qsizetype>(cut, 0));
    }
    return {};
}

// --- as Qt wants it

QModelIndex LayoutModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, rowOf(parent)->rows[static_cast<std::size_t>(row)].get());
}

QModelIndex LayoutModel::parent(const QModelIndex& index) const
{
    const Row* parent = index.isValid() ? rowOf(index)->parent : nullptr;
    return parent ? indexOf(*parent) : QModelIndex();
}

int LayoutModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(rowOf(parent)->rows.size());
}

int LayoutModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant LayoutModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = *rowOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return row.text.isEmpty() ? tr("(no name)") : row.text;
    case Qt::EditRole:
        return row.name;
    case Qt::ToolTipRole:
        return row.decoration.problems.isEmpty() ? row.text : row.decoration.problems.join(u'\n');
    case Qt::AccessibleTextRole:
        return row.decoration.ownSeverity < 0
                   ? row.text
                   : tr("%1, %2").arg(
                         row.text, severityText(static_cast<Severity>(row.decoration.ownSeverity)));
    case Qt::AccessibleDescriptionRole:
        return row.decoration.problems.join(u'\n');
    case PathRole:
        return row.path;
    case KindRole:
        return static_cast<int>(row.kind);
    case SeverityRole:
        return row.decoration.severity;
    case OwnSeverityRole:
        return row.decoration.ownSeverity;
    default:
        return {};
    }
}

bool LayoutModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || rowOf(index)->kind == PartKind::None)
        return false;
    const QString path = rowOf(index)->path;
    const QString name = value.toString();
    if (name == rowOf(index)->name)
        return false;
    m_document.edit(tr("Rename %1 to %2").arg(rowOf(index)->name, name),
                    [&](ScenarioDraft& draft) { renamePart(draft, path, name); });
    return true;
}

Qt::ItemFlags LayoutModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid())
        return flags;
    flags |= Qt::ItemIsDropEnabled;
    if (rowOf(index)->kind != PartKind::None)
        flags |= Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
    return flags;
}

// --- drag and drop

Qt::DropActions LayoutModel::supportedDropActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
}

QStringList LayoutModel::mimeTypes() const
{
    return {partsMimeType()};
}

QMimeData* LayoutModel::mimeData(const QModelIndexList& indexes) const
{
    QStringList paths;
    for (const QModelIndex& index : indexes)
        paths << rowOf(index)->path;
    paths = outermostParts(paths);
    return mimeOfParts(copyParts(m_document.draft(), paths), paths, &m_document);
}

bool LayoutModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int,
                                  const QModelIndex& parent) const
{
    if (!parent.isValid() || !data->hasFormat(partsMimeType()))
        return false;
    const QStringList moved = movedPathsIn(data, &m_document);
    ScenarioDraft tried = m_document.draft();
    if (action == Qt::MoveAction && !moved.isEmpty())
        return !moveParts(tried, moved, rowOf(parent)->path, row).isEmpty();
    return !pasteParts(tried, partsIn(data), rowOf(parent)->path).isEmpty();
}

bool LayoutModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                               const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QString target = rowOf(parent)->path;
    const QStringList moved = movedPathsIn(data, &m_document);
    const bool isMove = action == Qt::MoveAction && !moved.isEmpty();
    ScenarioDraft after = m_document.draft();
    const QStringList paths =
        isMove ? moveParts(after, moved, target, row) : pasteParts(after, partsIn(data), target);
    const QString name = paths.size() == 1
                             ? partName(after, paths.first())
                             : tr("%n parts", nullptr, static_cast<int>(paths.size()));
    m_document.edit(isMove ? tr("Move %1").arg(name) : tr("Put in %1").arg(name), after);
    emit dropped(paths);
    return true;
}

} // namespace rgsim::gui
