// Everything that is wrong with the active branch's draft as a list: how bad, where in words, what,
// and what to do about it; the worst first. It judges nothing: reader and checker did.
#pragma once

#include "session/document.h"

#include <QAbstractTableModel>

#include <vector>

namespace rgsim::gui {

class ProblemsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Severity, Where, What, Remedy, columnTotal };
    enum Role { SeverityRole = Qt::UserRole, PathRole };

    explicit ProblemsModel(Document& document, QObject* parent = nullptr);

    /// Errors and warnings; notes are hints and not counted.
    int count() const;
    QString pathOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();

    Document& m_document;
    std::vector<Diagnostic> m_problems;
};

} // namespace rgsim::gui
