#include "formats/suggestion.h"

#include <algorithm>
#include <numeric>

namespace rgsim {

namespace {

constexpr std::size_t longestCompared = 64; // longer words are no slips of the pen, and cost time

// Levenshtein's distance, one row at a time.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::string closestName(std::string_view wrong, const std::vector<std::string>& known)
{
    if (wrong.size() > longestCompared)
        return {};
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(1, wrong.size() / 3) + 1;
    for (const std::string& name : known) {
        if (name.size() > longestCompared)
            continue;
        const std::size_t distance = editDistance(wrong, name);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = name;
        }
    }
    return best;
}

std::string suggestion(std::string_view wrong, const std::vector<std::string>& known)
{
    constexpr std::size_t mostListed = 12;
    const std::string closest = closestName(wrong, known);
    if (!closest.empty())
        return "did you mean \"" + closest + "\"?";
    if (known.empty())
        return {};
    std::string text = "known are: ";
    for (std::size_t i = 0; i < known.size() && i < mostListed; ++i)
        text += (i == 0 ? "" : ", ") + known[i];
    if (known.size() > mostListed)
        text += " and " + std::to_string(known.size() - mostListed) + " more";
    return text;
}

} // namespace rgsim
