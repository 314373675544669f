// The lines of the command palette: commands of the window and acts on the cluster that fit what
// was typed, best first. It finds and lists; whoever shows it carries out what was chosen.
#pragma once

#include "session/act_search.h"

#include <QAbstractListModel>

#include <optional>

namespace rgsim::gui {

/// A command of the window, as far as the palette cares.
struct PaletteCommand {
    QString title;
    QString shortcut;
    bool isEnabled = true;
};

class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int detailRole = Qt::UserRole; ///< shortcut, command, or why it cannot be done
    /// Rows that cannot be done now are enabled too: somebody wants to read why.
    static constexpr int canBeDoneRole = Qt::UserRole + 1;

    explicit PaletteModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void offer(std::vector<PaletteCommand> commands, const ActContext& context);
    void search(const QString& query);

    /// Position in the offered commands; -1: the row is an act.
    int commandAt(int row) const;
    const Act* actAt(int row) const;
    const ActContext& context() const { return m_search->context(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        int command = -1;
        std::optional<Act> act;
        int score = 0;
    };
    QString detailOf(const Row& row) const;
    bool canBeDone(const Row& row) const;

    std::vector<PaletteCommand> m_commands;
    std::optional<ActSearch> m_search;
    std::vector<Row> m_rows;
};

} // namespace rgsim::gui
