// The guard as published: a shell function that greps clustat's text, with every fault of that
// text. Two ways lead to the same verdict: a quick one that prints only lines that can match, and
// the slow one over the whole text that the tests hold against it. Nothing here is meant to be
// correct as a guard.
#pragma once

#include "guard/guard.h"

#include <string>
#include <vector>

namespace rgsim {

/// The verdict, as quickly as the names allow: names of ordinary characters and dots need neither
/// the whole text nor regular expressions.
GuardVerdict publishedVerdict(const GuardConfig& config, const ClustatView& view,
                              const std::string& hostname);

/// The same verdict from clustat's complete text and a full regular expression for every name.
GuardVerdict publishedVerdictFromText(const GuardConfig& config, const ClustatView& view,
                                      const std::string& hostname);

/// Whether bash's `[ WORDS ]` ends with status 0. Operators that begin with a dash are not
/// evaluated and count as errors, as four words and more do: no word that grep found begins with a
/// dash.
bool shellTest(const std::vector<std::string>& words);

} // namespace rgsim
