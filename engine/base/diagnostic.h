// A problem as told to the person who must act: what is wrong, where, and what to do about it.
// Readers and checkers collect these; nothing in the engine throws across a layer.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rgsim {

enum class Severity { Note, Warning, Error };

/// Where a problem is. Any part may be missing: line and column are 1-based, 0 means unknown.
struct SourcePlace {
    std::string file;
    int line = 0;
    int column = 0;
    std::string field; ///< a path such as "events[3].node", for inputs that are not read by line
    /// What of the thing in that line is meant, by the word that scenarios have for it; never
    /// printed, as the message names it too.
    std::string member{};

    bool operator==(const SourcePlace&) const = default;
};

struct Diagnostic {
    Severity severity = Severity::Error;
    SourcePlace place;
    std::string what;   ///< one sentence, without a full stop: what is wrong
    std::string remedy; ///< one sentence: what to do; may be empty

    bool operator==(const Diagnostic&) const = default;
};

/// "file:line: error: what (field). remedy", the form that editors and CI systems recognise.
std::string toString(const Diagnostic& diagnostic);

class Diagnostics {
public:
    void add(Diagnostic diagnostic) { m_items.push_back(std::move(diagnostic)); }
    void error(SourcePlace place, std::string what, std::string remedy = {});
    void warning(SourcePlace place, std::string what, std::string remedy = {});
    void note(SourcePlace place, std::string what, std::string remedy = {});
    void append(const Diagnostics& others);

    bool hasErrors() const;
    bool empty() const { return m_items.empty(); }
    const std::vector<Diagnostic>& items() const& { return m_items; }
    /// So that a loop over a temporary's items does not outlive them.
    std::vector<Diagnostic> items() && { return std::move(m_items); }

private:
    std::vector<Diagnostic> m_items;
};

/// A value, or the problems that prevented it. Warnings and notes may stand beside a value.
template <typename T>
struct Result {
    std::optional<T> value;
    Diagnostics diagnostics;

    bool ok() const { return value.has_value(); }
    T& operator*() { return *value; }
    const T& operator*() const { return *value; }
    T* operator->() { return &*value; }
    const T* operator->() const { return &*value; }
};

} // namespace rgsim
