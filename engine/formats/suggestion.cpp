#include "formats/suggestion.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rgsim {

namespace {

constexpr std::size_t longestCompared = 64; // longer words are no slips of the pen, and cost time

// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast;
    std::vector<std::size_t> last(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::vector<std::size_t> row(b.size() + 1, i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast = std::exchange(last, std::move(row));
    }
    return last.back();
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
