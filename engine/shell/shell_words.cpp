#include "shell/shell_words.h"

#include <algorithm>
#include <utility>

namespace rgsim {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

class WordCutter {
public:
    void cut(std::string_view line);

    std::vector<std::string> words;
    std::string word;
    std::size_t wordAt = 0;
    bool isInWord = false;
    char quote = 0; ///< the quote that is open

private:
    void begin(std::size_t at);
    void end();
};

void WordCutter::begin(std::size_t at)
{
    if (!isInWord)
        wordAt = at;
    isInWord = true;
}

void WordCutter::end()
{
    if (isInWord)
        words.push_back(std::exchange(word, {}));
    isInWord = false;
}

void WordCutter::cut(std::string_view line)
{
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool escapes = c == '\\' && quote != '\'' && i + 1 < line.size();
        if (escapes) {
            begin(i);
            word += line[++i];
        } else if (quote != 0) {
            if (c == quote)
                quote = 0;
            else
                word += c;
        } else if (c == '\'' || c == '"') {
            begin(i);
            quote = c;
        } else if (isBlank(c)) {
            end();
        } else if (c == '#' && !isInWord) {
            return;
        } else {
            begin(i);
            word += c;
        }
    }
}

} // namespace

Result<std::vector<std::string>> shellWords(std::string_view line)
{
    WordCutter cutter;
    cutter.cut(line);
    Result<std::vector<std::string>> result;
    if (cutter.quote != 0) {
        result.diagnostics.error({"rgsim", 0, 0, {}},
                                 std::string("the quote ") + cutter.quote + " has no end",
                                 "close it on the same line");
        return result;
    }
    if (cutter.isInWord)
        cutter.words.push_back(cutter.word);
    result.value = std::move(cutter.words);
    return result;
}

TypedLine typedLine(std::string_view line, std::size_t cursor)
{
    WordCutter cutter;
    cutter.cut(line.substr(0, std::min(cursor, line.size())));
    TypedLine typed;
    typed.words = std::move(cutter.words);
    typed.begun = cutter.isInWord ? cutter.word : std::string();
    typed.begunAt = cutter.isInWord ? cutter.wordAt : std::min(cursor, line.size());
    return typed;
}

} // namespace rgsim
