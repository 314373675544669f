#include "guard/published_guard.h"

#include "base/joined.h"
#include "guard/basic_regex.h"
#include "guard/clustat_text.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>

namespace rgsim {
namespace {

constexpr std::string_view startedWord = "started";
constexpr std::string_view nobody = "none"; // clustat's owner of what nobody owns
constexpr ClustatWidths widths{};           // those of 80 columns: what a script behind a pipe sees

enum class Speed { Quick, Full };

/// Names joined by ".*" and ended by "started", as the script hands them to grep. Names made of
/// ordinary characters and dots are searched for one after the other, which finds a match if there
/// is one; all others need the regular expression.
class GrepPattern {
public:
    GrepPattern(std::initializer_list<std::string_view> names, Speed speed)
    {
        bool isOrdinary = speed == Speed::Quick;
        std::string pattern;
        for (const std::string_view name : names) {
            isOrdinary = isOrdinary && name.find_first_of("[*^$\\\n") == std::string_view::npos;
            pattern.append(name).append(".*");
            m_parts.emplace_back(name);
        }
        m_parts.emplace_back(startedWord);
        pattern += startedWord;
        m_isRejected = pattern.front() == '-'; // grep reads options
        if (!isOrdinary && !m_isRejected) {
            m_regex.emplace(pattern);
            m_isRejected = m_regex->status() == BasicRegex::Status::Invalid;
        }
    }

    bool isOrdinary() const { return !m_regex; }
    bool isRejected() const { return m_isRejected; }
    bool isNotModelled() const
    {
        return m_regex && m_regex->status() == BasicRegex::Status::NotModelled;
    }

    bool matches(std::string_view line) const
    {
        if (m_regex || m_isRejected)
            return m_regex && m_regex->matches(line);
        std::size_t from = 0;
        for (const std::string& part : m_parts) {
            from = find(line, part, from);
            if (from == std::string_view::npos)
                return false;
            from += part.size();
        }
        return true;
    }

private:
    static std::size_t find(std::string_view line, std::string_view part, std::size_t from)
    {
        const std::size_t fixed = std::min(part.find('.'), part.size());
        const std::string_view begin = part.substr(0, fixed);
        const std::string_view rest = part.substr(fixed);
        for (std::size_t at = line.find(begin, from); at != std::string_view::npos;
             at = line.find(begin, at + 1)) {
            if (line.size() - at < part.size())
                break;
            if (fits(rest, line.substr(at + fixed)))
                return at;
        }
        return std::string_view::npos;
    }
    static bool fits(std::string_view wanted, std::string_view text)
    {
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (wanted[i] != '.' && wanted[i] != text[i])
                return false;
        }
        return true;
    }

    std::vector<std::string> m_parts;
    std::optional<BasicRegex> m_regex;
    bool m_isRejected = false;
};

class HazardSet {
public:
    void add(GuardHazard hazard, bool applies = true)
    {
        if (applies)
            m_bits |= 1U << static_cast<unsigned>(hazard);
    }
    void add(const HazardSet& others) { m_bits |= others.m_bits; }
    std::vector<GuardHazard> list() const
    {
        std::vector<GuardHazard> hazards;
        for (unsigned i = 0; i <= static_cast<unsigned>(GuardHazard::NeedlessRefusal); ++i) {
            if ((m_bits >> i & 1U) != 0)
                hazards.push_back(static_cast<GuardHazard>(i));
        }
        return hazards;
    }

private:
    std::uint32_t m_bits = 0;
};

/// What both greps find while clustat's lines pass by.
class Search {
public:
    Search(const GuardConfig& config, const std::string& hostname, Speed speed)
        : m_config(config), m_hostname(hostname), m_own({config.myService}, speed)
    {
        for (const std::string_view word : collisionWords(config))
            m_words.push_back({std::string(word), GrepPattern({word, hostname}, speed), false});
        for (const Word& word : m_words) {
            judgeName(word.name, word.pattern, m_collisionHazards);
            // The service's own name stands in quotes there and is safe from this.
            m_collisionHazards.add(GuardHazard::GlobCharacter,
                                   word.name.find_first_of("*?[") != std::string::npos);
        }
        judgeName(config.myService, m_own, m_ownHazards);
        m_collisionHazards.add(GuardHazard::NameCut, isWide(hostname, widths.owner));
    }

    bool isOrdinary() const
    {
        return m_own.isOrdinary() && std::all_of(m_words.begin(), m_words.end(), [](const Word& w) {
                   return w.pattern.isOrdinary();
               });
    }

    /// Whether the line of @p service is worth printing. Only if isOrdinary().
    bool mayMatch(const ClustatService& service) const
    {
        return mayShow(service, m_config.myService) ||
               (mayShow(service, m_hostname) &&
                std::any_of(m_words.begin(), m_words.end(),
                            [&service](const Word& word) { return mayShow(service, word.name); }));
    }
    /// @p service: whose line it is; null for a line outside the service table.
    void look(std::string_view line, const ClustatService* service);
    GuardVerdict verdict() const;

private:
    struct Word {
        std::string name;
        GrepPattern pattern;
        bool found = false;
    };

    static bool mayShow(const ClustatService& service, std::string_view name);
    static bool isWide(const std::string& name, int width)
    {
        return name.size() > static_cast<std::size_t>(width);
    }
    static void judgeName(const std::string& name, const GrepPattern& pattern, HazardSet& hazards)
    {
        hazards.add(GuardHazard::PatternRejected, pattern.isRejected());
        hazards.add(GuardHazard::PatternNotModelled, pattern.isNotModelled());
        hazards.add(GuardHazard::NameCut, isWide(name, widths.service));
    }
    static void judgeMatch(const std::string& name, const ClustatService* service,
                           HazardSet& hazards);

    const GuardConfig& m_config;
    const std::string& m_hostname;
    GrepPattern m_own;
    std::vector<Word> m_words;
    std::vector<std::string> m_secondColumns;
    HazardSet m_collisionHazards;
    HazardSet m_ownHazards; ///< count only if the script gets as far as its second question
};

/// Whether @p name, in which a dot stands for anything, may be found in the line of @p service:
/// what precedes its first dot must stand inside one column, or has blanks or brackets itself.
bool Search::mayShow(const ClustatService& service, std::string_view name)
{
    const std::string_view start = name.substr(0, name.find('.'));
    const auto isIn = [start](std::string_view column) {
        return column.find(start) != std::string_view::npos;
    };
    return isIn(service.name) || isIn(service.owner) || isIn(service.lastOwner) || isIn(nobody) ||
           start.find_first_of(" (") != std::string_view::npos;
}

void Search::judgeMatch(const std::string& name, const ClustatService* service, HazardSet& hazards)
{
    if (service == nullptr) {
        hazards.add(GuardHazard::OtherLine);
        return;
    }
    const auto width = static_cast<std::size_t>(widths.service);
    hazards.add(GuardHazard::NamePattern, service->name.substr(0, width) != name);
    hazards.add(GuardHazard::StateElsewhere, service->state != ServiceState::Started);
}

void Search::look(std::string_view line, const ClustatService* service)
{
    for (Word& word : m_words) {
        if (!word.pattern.matches(line))
            continue;
        word.found = true;
        judgeMatch(word.name, service, m_collisionHazards);
        const auto width = static_cast<std::size_t>(widths.owner);
        m_collisionHazards.add(GuardHazard::HostPattern,
                               service != nullptr && service->owner.substr(0, width) != m_hostname);
    }
    if (!m_own.matches(line))
        return;
    judgeMatch(m_config.myService, service, m_ownHazards);
    const std::vector<std::string_view> columns = splitWords(line);
    if (columns.size() > 1)
        m_secondColumns.emplace_back(columns[1]);
}

GuardVerdict Search::verdict() const
{
    GuardVerdict verdict;
    HazardSet hazards = m_collisionHazards;
    for (const Word& word : m_words) {
        if (word.found)
            verdict.found.push_back(word.name);
    }
    if (shellTest(verdict.found)) {
        verdict.finding = GuardFinding::Collision;
        verdict.reason = "Cluster, collision " + m_config.prog + ": " + joined(verdict.found, " ");
    } else {
        hazards.add(GuardHazard::CollidersUnnoticed, !verdict.found.empty());
        hazards.add(m_ownHazards);
        if (shellTest(m_secondColumns)) {
            const std::string owners = joined(m_secondColumns, " ");
            verdict.finding = GuardFinding::ExistsElsewhere;
            verdict.reason =
                "Cluster, " + m_config.prog + " exists: " + owners.substr(0, owners.find('.'));
            verdict.found = m_secondColumns;
        } else {
            hazards.add(GuardHazard::InstancesUnnoticed, !m_secondColumns.empty());
        }
    }
    verdict.refuses = verdict.finding != GuardFinding::None;
    verdict.hazards = hazards.list();
    return verdict;
}

bool mentionsStarted(std::string_view name)
{
    return name.find(startedWord) != std::string_view::npos;
}

bool headMentionsStarted(const ClustatView& view)
{
    return mentionsStarted(view.clusterName) ||
           std::any_of(view.nodes.begin(), view.nodes.end(),
                       [](const ClustatNode& node) { return mentionsStarted(node.name); });
}

void lookAtLines(Search& search, std::string_view text)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        search.look(text.substr(0, end), nullptr);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// Every pattern needs "started", and without special characters it needs it literally.
void lookAtCandidates(Search& search, const ClustatView& view)
{
    if (headMentionsStarted(view))
        lookAtLines(search, clustatHead(view, 80));
    if (!clustatShowsServices(view))
        return;
    std::string line;
    for (const ClustatService& service : view.services) {
        const bool isCandidate = service.state == ServiceState::Started ||
                                 mentionsStarted(service.name) || mentionsStarted(service.owner) ||
                                 mentionsStarted(service.lastOwner);
        if (!isCandidate || !search.mayMatch(service))
            continue;
        formatServiceLine(line, service, widths);
        search.look(line, &service);
    }
}

/// The whole text: the last lines are the services', in order.
void lookAtText(Search& search, const ClustatView& view)
{
    const std::string text = clustatText(view);
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        lines.push_back(std::string_view(text).substr(begin, end - begin));
        begin = end + 1;
    }
    const std::size_t count = clustatShowsServices(view) ? view.services.size() : 0;
    const std::size_t first = lines.size() - count;
    for (std::size_t i = 0; i < lines.size(); ++i)
        search.look(lines[i], i < first ? nullptr : &view.services[i - first]);
}

/// Completes the hazards by comparing with what the guard's author meant.
GuardVerdict compared(GuardVerdict verdict, const GuardConfig& config, const ClustatView& view,
                      const std::string& hostname)
{
    const GuardVerdict meant = exactVerdict(config, view, hostname);
    if (!verdict.refuses && meant.has(GuardHazard::StartingUnseen))
        verdict.hazards.push_back(GuardHazard::StartingUnseen);
    if (!clustatShowsServices(view))
        verdict.hazards.push_back(GuardHazard::ClustatBlind);
    if (meant.refuses && !verdict.refuses)
        verdict.hazards.push_back(GuardHazard::MissedCollision);
    if (verdict.refuses && !meant.refuses)
        verdict.hazards.push_back(GuardHazard::NeedlessRefusal);
    return verdict;
}

/// `[ A B ]`, of which only negation can come about here.
bool testOfTwo(std::string_view a, std::string_view b)
{
    return a == "!" && b.empty();
}

} // namespace

bool shellTest(const std::vector<std::string>& words)
{
    if (words.size() == 1)
        return !words[0].empty();
    if (words.size() == 2)
        return testOfTwo(words[0], words[1]);
    if (words.size() != 3)
        return false;
    const std::string& op = words[1];
    if (op == "=" || op == "==")
        return words[0] == words[2];
    if (op == "!=")
        return words[0] != words[2];
    if (op == "<")
        return words[0] < words[2];
    if (op == ">")
        return words[0] > words[2];
    if (words[0] == "!" && op == "!")
        return !words[2].empty();
    return words[0] == "(" && words[2] == ")" && !op.empty();
}

GuardVerdict publishedVerdict(const GuardConfig& config, const ClustatView& view,
                              const std::string& hostname)
{
    Search search(config, hostname, Speed::Quick);
    if (search.isOrdinary())
        lookAtCandidates(search, view);
    else
        lookAtText(search, view);
    return compared(search.verdict(), config, view, hostname);
}

GuardVerdict publishedVerdictFromText(const GuardConfig& config, const ClustatView& view,
                                      const std::string& hostname)
{
    Search search(config, hostname, Speed::Full);
    lookAtText(search, view);
    return compared(search.verdict(), config, view, hostname);
}

} // namespace rgsim
