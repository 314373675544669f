// How well a text fits what somebody typed: each word must be found in it, in any order, as a word,
// within a word, or letter by letter. Knows nothing of what the texts mean.
#pragma once

#include <QString>
#include <QStringList>

namespace rgsim::gui {

/// The words of a query, ready to be matched.
QStringList queryWords(const QString& query);

/// More is better; negative: some word is not there at all. Without words every text fits alike.
int fuzzyScore(const QStringList& words, const QString& text);

} // namespace rgsim::gui
