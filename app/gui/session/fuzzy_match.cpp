#include "session/fuzzy_match.h"

#include <algorithm>

namespace rgsim::gui {

namespace {

constexpr int wholeWord = 40;
constexpr int beginOfWord = 30;
constexpr int withinWord = 20;
constexpr int lettersApart = 8;

bool isEdge(const QString& text, qsizetype at)
{
    return at <= 0 || at >= text.size() || !text[at].isLetterOrNumber() ||
           !text[at - 1].isLetterOrNumber();
}

// The fewest letters between the first and the last one that are not in the word; -1: not there.
qsizetype lettersBetween(const QString& word, const QString& text)
{
    qsizetype from = 0;
    qsizetype first = -1;
    for (const QChar letter : word) {
        const qsizetype at = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        first = first < 0 ? at : first;
        from = at + 1;
    }
    return from - first - word.size();
}

int wordScore(const QString& word, const QString& text)
{
    int best = -1;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        const bool begins = isEdge(text, at);
        const bool ends = isEdge(text, at + word.size());
        best = std::max(best, begins && ends ? wholeWord : begins ? beginOfWord : withinWord);
    }
    if (best >= 0)
        return best;
    const qsizetype between = lettersBetween(word, text);
    // Letters that are strewn over half a sentence are there by chance.
    return between < 0 || between > word.size() ? -1 : lettersApart - static_cast<int>(between);
}

} // namespace

QStringList queryWords(const QString& query)
{
    return query.simplified().split(u' ', Qt::SkipEmptyParts);
}

int fuzzyScore(const QStringList& words, const QString& text)
{
    int sum = 0;
    for (const QString& word : words) {
        const int score = wordScore(word, text);
        if (score < 0)
            return -1;
        sum += score;
    }
    return sum;
}

} // namespace rgsim::gui
