// What a person calls the kinds, operations, requests and distributions of a fault plan, beside the
// words that scenario files have for them. Words only; it knows no draft.
#pragma once

#include <QString>
#include <QStringList>

namespace rgsim::gui {

enum class PlanVocabulary { Event, Fault, Operation, Request, Spread };

/// The files' words, each once, in the order in which a person is offered them.
QStringList wordsOf(PlanVocabulary vocabulary);
/// "Node crashes" for "crash"; a word that is none of them is itself.
QString titleOf(PlanVocabulary vocabulary, const QString& word);

} // namespace rgsim::gui
