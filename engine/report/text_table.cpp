#include "report/text_table.h"

#include <algorithm>

namespace rgsim {

std::string tableText(const std::vector<std::vector<std::string>>& rows, std::size_t leftColumns)
{
    std::vector<std::size_t> widths;
    for (const std::vector<std::string>& row : rows) {
        widths.resize(row.size());
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text;
    for (const std::vector<std::string>& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::size_t gap = widths[i] - row[i].size();
            text += i == 0 ? "" : "  ";
            if (i >= leftColumns)
                text.append(gap, ' ');
            text += row[i];
            if (i < leftColumns && i + 1 < row.size()) // no blanks at the end of a line
                text.append(gap, ' ');
        }
        text += '\n';
    }
    return text;
}

} // namespace rgsim
