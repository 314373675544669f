// One list of the draft's fault plan (events, faults or rates) as a table, in the order of time. A
// row remembers its place in the draft; every change is an edit of the document, and what is wrong
// stands at the cell. It judges nothing and runs nothing.
#pragma once

#include "models/plan_entry.h"
#include "session/document.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QJsonArray>

namespace rgsim::gui {

class FaultPlanModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        ProblemRole = Qt::UserRole, ///< in words; empty: none
        SeverityRole,               ///< int of the worst one's Severity
        WordRole,                   ///< the cell's text as the file has it
    };

    FaultPlanModel(Document& document, PlanPart part, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    PlanPart part() const { return m_part; }
    PlanField fieldOf(int column) const { return m_fields[column]; }
    int columnOf(PlanField field) const { return static_cast<int>(m_fields.indexOf(field)); }
    QJsonObject entry(int row) const { return m_entries.at(m_rows[row].place).toObject(); }
    /// The row's place in the draft's list, and back; -1: there is none.
    int placeOf(int row) const { return static_cast<int>(m_rows.value(row, {-1, 0}).place); }
    int rowOf(int place) const;
    /// When the row's entry begins; nothing if that cannot be read, or it has no time.
    std::optional<SimTime> timeOf(int row) const;
    /// What a cell may hold: words of the file, or names; empty if anything.
    QStringList choices(const QModelIndex& index) const;
    PlanVocabulary vocabularyOf(PlanField field) const;
    /// All problems of these rows and of the list itself, in words.
    QStringList problems() const;
    bool hasErrors() const;

    // Edits. Rows that are made get their places behind the last.
    void add(const QString& kind, const plan_entry::Hint& hint);
    void remove(const QVector<int>& rows);
    void duplicate(const QVector<int>& rows);
    void moveTo(const QVector<int>& rows, SimTime at);
    QJsonArray entries(const QVector<int>& rows) const;

private:
    struct Row {
        qsizetype place = 0;
        std::int64_t ms = 0; ///< what it is sorted by
    };
    struct Problem {
        PlanField field = PlanField::Kind;
        Severity severity = Severity::Error;
        QString text;
    };

    void refresh();
    void reset();
    void takeEdited(const QJsonArray& entries);
    bool takeRemoved(const QJsonArray& entries);
    bool takeInserted(const QJsonArray& entries);
    QVector<Row> sorted(const QJsonArray& entries) const;
    void refreshProblems();
    void countFaults();
    void edit(const QString& name, const QJsonArray& entries);
    QString wordsOf(int row) const;
    QVariant cellData(int row, PlanField field, int role) const;
    QString problemAt(int row, PlanField field, Severity* worst = nullptr) const;
    QString hintOf(PlanField field) const;

    Document& m_document;
    PlanPart m_part;
    QVector<PlanField> m_fields;
    QJsonArray m_entries;
    QVector<Row> m_rows;
    QHash<qsizetype, QVector<Problem>> m_problems; ///< by place; -1: the list itself
    QVector<int> m_faultNumbers; ///< by place: which one of its sort (script, fence) it is
};

/// Names an edit of several entries: "Delete Node crashes (node1)", "Delete 3 events".
QString namesOfEntries(PlanPart part, const QJsonArray& entries);

} // namespace rgsim::gui
