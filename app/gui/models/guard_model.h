// What the services' guards are told: which services are guarded, and the CLUST_COLLISION text of
// each. While the draft has no list of its own, the one that follows from the keep-apart rules is
// shown; the first change writes it out. It knows no guard's behaviour.
#pragma once

#include "session/document.h"

#include <QAbstractTableModel>
#include <QJsonObject>
#include <QStringList>

namespace rgsim::gui {

class GuardModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { ServiceColumn, CollisionColumn, ColumnCount };
    enum Role { ProblemRole = Qt::UserRole };

    explicit GuardModel(Document& document, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// The draft has no list of its own.
    bool isDerived() const;
    /// Some guard is at work, so that the list matters.
    bool isOn() const;
    /// Forgets the draft's own list.
    void derive();

private:
    void refresh();
    QJsonObject derivedLists() const;

    Document& m_document;
    QStringList m_services;
    QJsonObject m_lists; ///< by service
};

} // namespace rgsim::gui
