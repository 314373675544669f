// A small table of values within one part of the draft: a base for models that say which cells
// there are and what a change of one does. It keeps the table in step with the draft, makes edits
// undoable and marks what is wrong; it knows no particular part.
#pragma once

#include "session/document.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QVector>

#include <optional>

namespace rgsim::gui {

struct TableCell {
    QVariant value;
    QString path;         ///< whose problems are the cell's; may be empty
    bool isQuiet = false; ///< a default, or an invitation to type
    bool isEditable = true;
    std::optional<bool> isChecked{}; ///< has a check box

    bool operator==(const TableCell&) const = default;
};

class PartTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { SeverityRole = Qt::UserRole, PathRole, QuietRole };
    using Rows = QVector<QVector<TableCell>>;

    PartTableModel(Document& document, const QStringList& headers, QObject* parent);

    /// The part that it is about; empty: no rows.
    void setPath(const QString& path);
    const QString& path() const { return m_path; }
    /// The cell that shows the member at @p path, or leads to it.
    QModelIndex indexOf(const QString& path) const;
    /// Takes away what these rows say; rows that cannot go stay.
    void clearRows(const QVector<int>& rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

protected:
    virtual Rows rowsOf(const ScenarioDraft& draft) const = 0;
    /// The person set the cell to @p value, or its check box to it. False: that is impossible.
    virtual bool change(ScenarioDraft& draft, const QModelIndex& index,
                        const QVariant& value) const = 0;
    virtual void clearRow(ScenarioDraft& draft, int row) const = 0;
    /// For the Undo menu: "Change attributes of fs:data".
    virtual QString editName(const QString& part) const = 0;

    const TableCell& cell(int row, int column) const { return m_rows[row][column]; }
    Document& document() const { return m_document; }
    void refresh();

private:
    Document& m_document;
    QStringList m_headers;
    QString m_path;
    Rows m_rows;
};

} // namespace rgsim::gui
