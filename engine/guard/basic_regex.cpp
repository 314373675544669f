#include "guard/basic_regex.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <utility>

namespace rgsim {
namespace {

using ByteSet = std::bitset<256>;

constexpr int maxNesting = 64;
constexpr int maxRepeat = 255;
constexpr std::size_t maxProgram = 20'000;
constexpr int unlimited = -1;

enum Assertion : unsigned char { LineStart, LineEnd, WordStart, WordEnd, WordEdge, NotWordEdge };

unsigned char byteValue(char c)
{
    return static_cast<unsigned char>(c);
}

bool isWordByte(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

template <typename Test>
ByteSet bytesThat(Test test)
{
    ByteSet set;
    for (int c = 0; c < 128; ++c) { // in locale C no byte above belongs to a class
        if (test(c) != 0)
            set.set(static_cast<std::size_t>(c));
    }
    return set;
}

ByteSet wordBytes()
{
    return bytesThat([](int c) { return isWordByte(static_cast<char>(c)) ? 1 : 0; });
}

ByteSet spaceBytes()
{
    return bytesThat([](int c) { return c == ' ' || (c >= '\t' && c <= '\r') ? 1 : 0; });
}

std::optional<ByteSet> classBytes(std::string_view name)
{
    using Test = int (*)(int);
    static constexpr std::pair<std::string_view, Test> classes[] = {
        {"alpha", std::isalpha}, {"digit", std::isdigit}, {"alnum", std::isalnum},
        {"upper", std::isupper}, {"lower", std::islower}, {"space", std::isspace},
        {"punct", std::ispunct}, {"print", std::isprint}, {"graph", std::isgraph},
        {"cntrl", std::iscntrl}, {"blank", std::isblank}, {"xdigit", std::isxdigit},
    };
    for (const auto& [known, test] : classes) {
        if (known == name)
            return bytesThat(test);
    }
    return std::nullopt;
}

/// A parsed pattern: nodes that refer to each other by index.
struct Node {
    enum class Kind { Empty, Byte, Set, Assert, Then, Or, Repeat };
    Kind kind = Kind::Empty;
    unsigned char byte = 0; ///< Byte, Assert
    ByteSet set{};          ///< Set
    int left = -1;          ///< Then, Or, Repeat
    int right = -1;         ///< Then, Or
    int min = 0;            ///< Repeat
    int max = unlimited;    ///< Repeat
};

} // namespace

/// Recursive descent over the pattern; the first problem ends it through m_status.
class BasicRegexParser {
public:
    BasicRegexParser(std::string_view pattern, BasicRegex& target)
        : m_rest(pattern), m_target(target)
    {
    }

    void run()
    {
        const int root = alternatives(0);
        if (ok() && !m_rest.empty())
            fail(BasicRegex::Status::Invalid); // "\)" without its partner
        if (!ok())
            return;
        emit(root);
        push({});
    }

private:
    using Op = BasicRegex::Op;
    using Kind = Node::Kind;

    bool ok() const { return m_target.m_status == BasicRegex::Status::Ok; }
    void fail(BasicRegex::Status status)
    {
        if (ok())
            m_target.m_status = status;
        m_rest = {};
    }

    bool eat(std::string_view text)
    {
        if (!m_rest.starts_with(text))
            return false;
        m_rest.remove_prefix(text.size());
        return true;
    }
    char next()
    {
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        return c;
    }

    int make(const Node& node)
    {
        m_nodes.push_back(node);
        return static_cast<int>(m_nodes.size()) - 1;
    }
    int makeByte(char c) { return make({.kind = Kind::Byte, .byte = byteValue(c)}); }
    int makeSet(const ByteSet& set) { return make({.kind = Kind::Set, .set = set}); }
    int makeAssert(Assertion what) { return make({.kind = Kind::Assert, .byte = what}); }
    int makePair(Kind kind, int a, int b) { return make({.kind = kind, .left = a, .right = b}); }

    bool branchEnds() const
    {
        return m_rest.empty() || m_rest.starts_with("\\|") || m_rest.starts_with("\n") ||
               m_rest.starts_with("\\)");
    }

    int alternatives(int depth);
    int branch(int depth);
    int atom(int depth);
    int escaped(int depth);
    int group(int depth);
    int bracket();
    bool bracketItem(ByteSet& set);
    bool bracketClass(ByteSet& set);
    bool repetition(int& piece);
    bool interval(int& piece);
    std::optional<int> number();
    void emit(int index);
    void emitRepeat(const Node& node);
    int push(const BasicRegex::Instruction& instruction);

    std::string_view m_rest;
    BasicRegex& m_target;
    std::vector<Node> m_nodes;
    bool m_canAnchor = true;  ///< "^" is an anchor only as the first thing of a branch
    bool m_canRepeat = false; ///< something to repeat stands before; anchors do not change it
};

int BasicRegexParser::alternatives(int depth)
{
    if (depth > maxNesting) {
        fail(BasicRegex::Status::NotModelled);
        return make({});
    }
    int all = branch(depth);
    while (eat("\\|") || eat("\n"))
        all = makePair(Kind::Or, all, branch(depth));
    return all;
}

int BasicRegexParser::branch(int depth)
{
    int all = make({});
    m_canAnchor = true;
    m_canRepeat = false;
    while (!branchEnds()) {
        int piece = atom(depth);
        m_canAnchor = false;
        while (m_canRepeat && repetition(piece)) {
        }
        all = makePair(Kind::Then, all, piece);
    }
    return all;
}

int BasicRegexParser::atom(int depth)
{
    const char c = next();
    if (c == '^' && m_canAnchor)
        return makeAssert(LineStart);
    if (c == '$' && branchEnds())
        return makeAssert(LineEnd);
    if (c == '\\')
        return escaped(depth);
    m_canRepeat = true;
    if (c == '.')
        return makeSet(ByteSet().set());
    return c == '[' ? bracket() : makeByte(c);
}

int BasicRegexParser::escaped(int depth)
{
    if (m_rest.empty()) {
        fail(BasicRegex::Status::Invalid); // a backslash at the end
        return make({});
    }
    const char c = next();
    switch (c) {
    case '<':
        return makeAssert(WordStart);
    case '>':
        return makeAssert(WordEnd);
    case 'b':
        return makeAssert(WordEdge);
    case 'B':
        return makeAssert(NotWordEdge);
    case '`':
        return makeAssert(LineStart);
    case '\'':
        return makeAssert(LineEnd);
    default:
        break;
    }
    m_canRepeat = true;
    switch (c) {
    case '(':
        return group(depth);
    case 'w':
        return makeSet(wordBytes());
    case 'W':
        return makeSet(~wordBytes());
    case 's':
        return makeSet(spaceBytes());
    case 'S':
        return makeSet(~spaceBytes());
    default:
        break;
    }
    if (c >= '1' && c <= '9')
        fail(BasicRegex::Status::NotModelled);
    return makeByte(c);
}

int BasicRegexParser::group(int depth)
{
    const int inside = alternatives(depth + 1);
    if (!eat("\\)"))
        fail(BasicRegex::Status::Invalid);
    m_canRepeat = true;
    return inside;
}

int BasicRegexParser::bracket()
{
    ByteSet set;
    const bool negated = eat("^");
    const std::string_view body = m_rest;
    bool plain = true; // neither ranges nor classes
    do {
        if (m_rest.empty()) {
            fail(BasicRegex::Status::Invalid);
            return make({});
        }
        plain = bracketItem(set) && plain;
    } while (ok() && !m_rest.starts_with("]"));
    const std::string_view items = body.substr(0, body.size() - m_rest.size());
    // grep refuses "[:space:]", which people write when they mean "[[:space:]]".
    if (plain && items.size() > 2 && items.starts_with(":") && items.ends_with(":"))
        fail(BasicRegex::Status::Invalid);
    eat("]");
    return makeSet(negated ? ~set : set);
}

/// Reads a byte, a range or a class; returns whether it was a single byte.
bool BasicRegexParser::bracketItem(ByteSet& set)
{
    if (m_rest.starts_with("[:") || m_rest.starts_with("[.") || m_rest.starts_with("[="))
        return bracketClass(set);
    const std::size_t low = byteValue(next());
    const bool isRange = m_rest.size() > 1 && m_rest[0] == '-' && m_rest[1] != ']';
    if (!isRange) {
        set.set(low);
        return true;
    }
    next();
    if (m_rest.starts_with("[.") || m_rest.starts_with("[=")) {
        fail(BasicRegex::Status::NotModelled);
        return false;
    }
    const std::size_t high = m_rest.starts_with("[:") ? 0 : byteValue(next());
    if (low > high)
        fail(BasicRegex::Status::Invalid);
    for (std::size_t c = low; c <= high; ++c)
        set.set(c);
    return false;
}

bool BasicRegexParser::bracketClass(ByteSet& set)
{
    const char kind = m_rest[1];
    const std::size_t end = m_rest.find(std::string{kind, ']'}, 2);
    if (end == std::string_view::npos) {
        fail(BasicRegex::Status::Invalid);
        return false;
    }
    const auto bytes = kind == ':' ? classBytes(m_rest.substr(2, end - 2)) : std::nullopt;
    if (bytes)
        set |= *bytes;
    else
        fail(kind == ':' ? BasicRegex::Status::Invalid : BasicRegex::Status::NotModelled);
    if (ok())
        m_rest.remove_prefix(end + 2);
    return false;
}

bool BasicRegexParser::repetition(int& piece)
{
    if (eat("*"))
        piece = make({.kind = Kind::Repeat, .left = piece, .min = 0, .max = unlimited});
    else if (eat("\\+"))
        piece = make({.kind = Kind::Repeat, .left = piece, .min = 1, .max = unlimited});
    else if (eat("\\?"))
        piece = make({.kind = Kind::Repeat, .left = piece, .min = 0, .max = 1});
    else
        return eat("\\{") && interval(piece);
    return true;
}

/// After "\{": "m\}", "m,\}", ",n\}" or "m,n\}".
bool BasicRegexParser::interval(int& piece)
{
    const std::optional<int> low = number();
    std::optional<int> high = low;
    const bool hasComma = eat(",");
    if (hasComma)
        high = number();
    const bool inOrder = !low || !high || *low <= *high;
    if (!eat("\\}") || !inOrder || (!low && !hasComma)) {
        fail(BasicRegex::Status::Invalid);
        return false;
    }
    if (low.value_or(0) > maxRepeat || high.value_or(0) > maxRepeat)
        fail(BasicRegex::Status::NotModelled);
    piece = make({.kind = Kind::Repeat,
                  .left = piece,
                  .min = low.value_or(0),
                  .max = high.value_or(unlimited)});
    return true;
}

std::optional<int> BasicRegexParser::number()
{
    std::optional<int> value;
    while (!m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9') {
        const int digit = next() - '0';
        value = std::min(value.value_or(0) * 10 + digit, maxRepeat + 1);
    }
    return value;
}

int BasicRegexParser::push(const BasicRegex::Instruction& instruction)
{
    m_target.m_program.push_back(instruction);
    if (m_target.m_program.size() > maxProgram)
        fail(BasicRegex::Status::NotModelled);
    return static_cast<int>(m_target.m_program.size()) - 1;
}

void BasicRegexParser::emit(int index)
{
    if (!ok())
        return;
    const Node& node = m_nodes[static_cast<std::size_t>(index)];
    auto& program = m_target.m_program;
    const auto here = [&program] { return static_cast<int>(program.size()); };
    switch (node.kind) {
    case Kind::Empty:
        break;
    case Kind::Byte:
        push({Op::Byte, node.byte, 0, 0});
        break;
    case Kind::Set:
        m_target.m_sets.push_back(node.set);
        push({Op::Set, 0, static_cast<int>(m_target.m_sets.size()) - 1, 0});
        break;
    case Kind::Assert:
        push({Op::Assert, node.byte, 0, 0});
        break;
    case Kind::Then:
        emit(node.left);
        emit(node.right);
        break;
    case Kind::Or: {
        const auto split = static_cast<std::size_t>(push({Op::Split, 0, here() + 1, 0}));
        emit(node.left);
        const auto jump = static_cast<std::size_t>(push({Op::Jump, 0, 0, 0}));
        program[split].second = here();
        emit(node.right);
        program[jump].first = here();
        break;
    }
    case Kind::Repeat:
        emitRepeat(node);
        break;
    }
}

void BasicRegexParser::emitRepeat(const Node& node)
{
    auto& program = m_target.m_program;
    const auto here = [&program] { return static_cast<int>(program.size()); };
    for (int i = 0; i < node.min; ++i)
        emit(node.left);
    if (node.max == unlimited) {
        const int split = push({Op::Split, 0, here() + 1, 0});
        emit(node.left);
        push({Op::Jump, 0, split, 0});
        program[static_cast<std::size_t>(split)].second = here();
        return;
    }
    std::vector<std::size_t> ways;
    for (int i = node.min; i < node.max && ok(); ++i) {
        ways.push_back(static_cast<std::size_t>(push({Op::Split, 0, here() + 1, 0})));
        emit(node.left);
    }
    for (const std::size_t split : ways)
        program[split].second = here();
}

BasicRegex::BasicRegex(std::string_view pattern)
{
    BasicRegexParser(pattern, *this).run();
}

bool BasicRegex::holds(unsigned char assertion, std::string_view line, std::size_t position) const
{
    const bool before = position > 0 && isWordByte(line[position - 1]);
    const bool after = position < line.size() && isWordByte(line[position]);
    switch (assertion) {
    case LineStart:
        return position == 0;
    case LineEnd:
        return position == line.size();
    case WordStart:
        return !before && after;
    case WordEnd:
        return before && !after;
    case WordEdge:
        return before != after;
    default:
        return before == after;
    }
}

bool BasicRegex::takes(const Instruction& instruction, char c) const
{
    if (instruction.op == Op::Byte)
        return instruction.byte == byteValue(c);
    return instruction.op == Op::Set &&
           m_sets[static_cast<std::size_t>(instruction.first)].test(byteValue(c));
}

/// Follows everything that needs no byte; each instruction at most once per position.
void BasicRegex::add(Threads& threads, int start, std::string_view line, std::size_t position) const
{
    std::vector<int>& open = threads.open;
    open.push_back(start);
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        std::size_t& seen = threads.seen[static_cast<std::size_t>(at)];
        if (seen == position + 1)
            continue;
        seen = position + 1;
        const Instruction& instruction = m_program[static_cast<std::size_t>(at)];
        if (instruction.op == Op::Jump || instruction.op == Op::Split)
            open.push_back(instruction.first);
        if (instruction.op == Op::Split)
            open.push_back(instruction.second);
        if (instruction.op == Op::Assert && holds(instruction.byte, line, position))
            open.push_back(at + 1);
        threads.at.push_back(at);
    }
}

bool BasicRegex::matches(std::string_view line) const
{
    if (m_status != Status::Ok)
        return false;
    Threads now{{}, std::vector<std::size_t>(m_program.size(), 0), {}};
    Threads then = now;
    const int accept = static_cast<int>(m_program.size()) - 1;
    for (std::size_t position = 0; position <= line.size(); ++position) {
        add(now, 0, line, position); // a match may begin anywhere
        then.at.clear();
        for (const int at : now.at) {
            if (at == accept)
                return true;
            const Instruction& instruction = m_program[static_cast<std::size_t>(at)];
            if (position < line.size() && takes(instruction, line[position]))
                add(then, at + 1, line, position + 1);
        }
        std::swap(now, then);
    }
    return false;
}

} // namespace rgsim
