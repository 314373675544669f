// The draft's layout as a tree: nodes, services with their resources, failover domains, shared
// resources, and what is wrong with each. Rows are known by name, so that what is chosen and open
// stays so over edits. It changes the draft only through Document::edit().
#pragma once

#include "models/layout_outline.h"
#include "session/document.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QStringList>

#include <memory>
#include <vector>

namespace rgsim::gui {

class LayoutModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole, ///< as the draft takes it; a section's is its list's
        KindRole,                ///< PartKind as int; None: a section
        SeverityRole,            ///< of the worst problem here or below; -1: none
        OwnSeverityRole,         ///< of the worst problem here; -1: none
    };

    explicit LayoutModel(Document& document, QObject* parent = nullptr);
    ~LayoutModel() override;

    QModelIndex indexOf(const QString& path) const;
    /// The part that the path leads into; a time of a service is the service's. Else invalid.
    QModelIndex nearest(const QString& path) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    // Drag and drop: services and resources change their order, resources their place too; parts
    // from another document are put in.
    Qt::DropActions supportedDropActions() const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

signals:
    /// The parts that a drop moved or made.
    void dropped(const QStringList& paths);

private:
    struct Row;
    using Items = std::vector<OutlineItem>;

    void reset();
    void refresh();
    void sync(Row& parent, const Items& items);
    void renameInPlace(Row& parent, const Items& items);
    void removeGone(Row& parent, const Items& items);
    void place(Row& parent, const OutlineItem& item, int at);
    void decorate();
    void announce(Row& parent);
    Row* rowOf(const QModelIndex& index) const;
    QModelIndex indexOf(const Row& row) const;

    Document& m_document;
    std::unique_ptr<Row> m_root;
    QHash<QString, Row*> m_byPath;
};

} // namespace rgsim::gui
