#include "session/real_log_words.h"

#include "base/duration_text.h"
#include "guard/clustat_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace rgsim::gui {

namespace {

constexpr qsizetype mostNames = 6;

class Words {
    Q_DECLARE_TR_FUNCTIONS(RealLogWords)

public:
    static QString names(QStringList all);
    static QString range(const RealLogResult& result);
    static QString missing(const RealLogResult& result);
    static QString lines(const RealLogResult& result);
};

QString clock(SimTime at)
{
    return QString::fromStdString(clockText(at));
}

QStringList shortNames(const Cluster& cluster)
{
    QStringList names;
    for (const std::string& name : shortNodeNames(cluster))
        names << QString::fromStdString(name);
    return names;
}

// Short names of the nodes whose lines were compared.
QStringList comparedNodes(const RealLogResult& result)
{
    const Cluster& cluster = result.replay->cluster;
    const QStringList all = shortNames(cluster);
    QStringList names;
    for (const std::string& name : result.replay->replay.range.nodes)
        names << all.value(cluster.nodeByName(name));
    return names;
}

bool isOfAnotherCluster(const RealLogResult& result)
{
    const std::vector<std::string>& nodes = result.replay->replay.range.nodes;
    return std::none_of(nodes.begin(), nodes.end(), [&](const std::string& name) {
        return result.run->cluster().nodeByName(name) != noNode;
    });
}

QString Words::names(QStringList all)
{
    const qsizetype more = all.size() - mostNames;
    if (more > 0) {
        all.resize(mostNames);
        all << tr("%1 more").arg(more);
    }
    return all.join(QStringLiteral(", "));
}

QString Words::range(const RealLogResult& result)
{
    const LogComparisonRange& range = result.replay->replay.range;
    return tr("Compared: %1 to %2 on %3; equal lines may lie %4 apart. Time 0 is %5.")
        .arg(clock(range.from), clock(range.to), names(comparedNodes(result)),
             QString::fromStdString(formatDuration(range.tolerance)), timeZeroText(result));
}

QString Words::missing(const RealLogResult& result)
{
    const std::vector<std::string>& nodes = result.replay->replay.range.nodes;
    const Cluster& cluster = result.run->cluster();
    const QStringList all = shortNames(cluster);
    QStringList missing;
    for (std::size_t i = 0; i < cluster.nodes.size(); ++i) {
        if (std::find(nodes.begin(), nodes.end(), cluster.nodes[i].name) == nodes.end())
            missing << all.value(static_cast<qsizetype>(i));
    }
    return missing.isEmpty()
               ? QString()
               : ' ' + tr("Left out, as the log has no line of them: %1.").arg(names(missing));
}

QString Words::lines(const RealLogResult& result)
{
    const SyslogLog& log = *result.log;
    return tr("Lines of rgmanager: %L1, not understood: %L2; of other programs: %L3; blank: %L4.")
        .arg(log.lines.size())
        .arg(log.count(SyslogKind::NotUnderstood))
        .arg(log.otherPrograms)
        .arg(log.blank);
}

} // namespace

QString comparisonSentence(const RealLogResult& result)
{
    const LogComparison& comparison = result.comparison();
    if (isOfAnotherCluster(result))
        return Words::tr("This log is of another cluster: none of its nodes (%1) is in the layout "
                         "(%2).")
            .arg(Words::names(comparedNodes(result)),
                 Words::names(shortNames(result.run->cluster())));
    const std::vector<LinePair>& lines = comparison.lines;
    if (lines.empty())
        return Words::tr("There is nothing to compare: neither the log nor the run has a line in "
                         "the time that they share.");
    const auto same = std::count_if(lines.begin(), lines.end(),
                                    [](const LinePair& pair) { return pair.isSame(); });
    if (!comparison.firstDifference)
        return Words::tr("All lines agree: %L1.").arg(same);
    const LinePair& first = lines[*comparison.firstDifference];
    const Cluster& cluster = result.replay->cluster;
    return Words::tr("%L1 of %L2 lines agree; first difference at %3 on %4.")
        .arg(same)
        .arg(lines.size())
        .arg(clock(first.at),
             shortNames(cluster).value(cluster.nodeByName(result.lineOf(first).node)));
}

QString comparisonDetails(const RealLogResult& result)
{
    return Words::range(result) + Words::missing(result) + '\n' + Words::lines(result);
}

QString timeZeroText(const RealLogResult& result)
{
    constexpr std::size_t weekday = 4; // "Fri Nov 23 03:37:04 2012"
    return QString::fromStdString(
        clustatDate(result.replay->zero).substr(weekday, syslogTimeLength));
}

} // namespace rgsim::gui
