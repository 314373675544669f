#include "models/palette_model.h"

#include "session/fuzzy_match.h"

#include <algorithm>

namespace rgsim::gui {

namespace {
constexpr std::size_t mostActs = 100;
} // namespace

void PaletteModel::offer(std::vector<PaletteCommand> commands, const ActContext& context)
{
    m_commands = std::move(commands);
    m_search.emplace(context);
    search({});
}

void PaletteModel::search(const QString& query)
{
    beginResetModel();
    m_rows.clear();
    const QStringList words = queryWords(query);
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const int score = fuzzyScore(words, m_commands[i].title);
        if (score >= 0)
            m_rows.push_back({static_cast<int>(i), std::nullopt, score});
    }
    for (ActSearch::Found& found : m_search->find(words, mostActs))
        m_rows.push_back({-1, std::move(found.act), found.score});
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row& a, const Row& b) { return a.score > b.score; });
    endResetModel();
}

int PaletteModel::commandAt(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].command;
}

const Act* PaletteModel::actAt(int row) const
{
    const Row& it = m_rows[static_cast<std::size_t>(row)];
    return it.act ? &*it.act : nullptr;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

bool PaletteModel::canBeDone(const Row& row) const
{
    return row.act ? row.act->isEnabled()
                   : m_commands[static_cast<std::size_t>(row.command)].isEnabled;
}

QString PaletteModel::detailOf(const Row& row) const
{
    if (!row.act)
        return m_commands[static_cast<std::size_t>(row.command)].shortcut;
    return row.act->isEnabled() ? commandOf(context(), *row.act) : row.act->whyNot;
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const QString title =
        row.act ? row.act->title : m_commands[static_cast<std::size_t>(row.command)].title;
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case detailRole:
        return detailOf(row);
    case canBeDoneRole:
        return canBeDone(row);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString detail = detailOf(row);
        return detail.isEmpty() ? title : tr("%1: %2").arg(title, detail);
    }
    default:
        return {};
    }
}

} // namespace rgsim::gui
