#include "models/problem_text.h"

#include "formats/json_path.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>

namespace rgsim::gui {

namespace {

struct ProblemText {
    Q_DECLARE_TR_FUNCTIONS(ProblemText)
};

// Parts of a path: names of members, "[3]", or a name in quotes without them.
QStringList partsOf(const QString& path)
{
    QStringList parts;
    qsizetype at = 0;
    while (at < path.size()) {
        if (path[at] == u'.') {
            ++at;
            continue;
        }
        if (QStringView(path).mid(at).startsWith(QLatin1String("[\""))) {
            const qsizetype end = path.indexOf(QLatin1String("\"]"), at);
            parts << path.mid(at + 2, (end < 0 ? path.size() : end) - at - 2);
            at = end < 0 ? path.size() : end + 2;
            continue;
        }
        const qsizetype begin = at;
        ++at;
        while (at < path.size() && path[at] != u'.' && path[at] != u'[')
            ++at;
        parts << path.mid(begin, at - begin);
    }
    return parts;
}

// What an element of a list is called; %1 is its name, or its number where it has none.
const char* patternOf(const QString& list)
{
    static const QHash<QString, const char*> patterns{
        {"nodes", QT_TRANSLATE_NOOP("ProblemText", "node %1")},
        {"services", QT_TRANSLATE_NOOP("ProblemText", "service %1")},
        {"domains", QT_TRANSLATE_NOOP("ProblemText", "failover domain %1")},
        {"resources", QT_TRANSLATE_NOOP("ProblemText", "resource %1")},
        {"checks", QT_TRANSLATE_NOOP("ProblemText", "check %1")},
        {"attributes", QT_TRANSLATE_NOOP("ProblemText", "attribute %1")},
        {"dependencies", QT_TRANSLATE_NOOP("ProblemText", "dependency %1")},
        {"targets", QT_TRANSLATE_NOOP("ProblemText", "target %1")},
        {"events", QT_TRANSLATE_NOOP("ProblemText", "event %1")},
        {"faults", QT_TRANSLATE_NOOP("ProblemText", "fault %1")},
        {"rates", QT_TRANSLATE_NOOP("ProblemText", "rate %1")},
        {"keep_apart", QT_TRANSLATE_NOOP("ProblemText", "keep-apart group %1")},
        {"lesson", QT_TRANSLATE_NOOP("ProblemText", "lesson step %1")},
    };
    return patterns.value(list, nullptr);
}

QString memberText(const QString& member)
{
    static const QHash<QString, const char*> words{
        {"cluster", QT_TRANSLATE_NOOP("ProblemText", "the cluster")},
        {"nodes", QT_TRANSLATE_NOOP("ProblemText", "nodes")},
        {"services", QT_TRANSLATE_NOOP("ProblemText", "services")},
        {"domains", QT_TRANSLATE_NOOP("ProblemText", "failover domains")},
        {"resources", QT_TRANSLATE_NOOP("ProblemText", "resources")},
        {"id", QT_TRANSLATE_NOOP("ProblemText", "id")},
        {"name", QT_TRANSLATE_NOOP("ProblemText", "name")},
        {"votes", QT_TRANSLATE_NOOP("ProblemText", "votes")},
        {"fence", QT_TRANSLATE_NOOP("ProblemText", "fence method")},
        {"domain", QT_TRANSLATE_NOOP("ProblemText", "failover domain")},
        {"max_restarts", QT_TRANSLATE_NOOP("ProblemText", "restarts before it moves")},
        {"restart_expire_time", QT_TRANSLATE_NOOP("ProblemText", "restarts are forgotten after")},
        {"depend", QT_TRANSLATE_NOOP("ProblemText", "depends on")},
        {"depend_mode", QT_TRANSLATE_NOOP("ProblemText", "dependency mode")},
        {"max_failures", QT_TRANSLATE_NOOP("ProblemText", "forgiven failures")},
        {"failure_expire_time", QT_TRANSLATE_NOOP("ProblemText", "failures are forgotten after")},
        {"independent_subtree", QT_TRANSLATE_NOOP("ProblemText", "independent subtree")},
        {"ref", QT_TRANSLATE_NOOP("ProblemText", "shared resource")},
        {"keep_apart", QT_TRANSLATE_NOOP("ProblemText", "keep apart")},
        {"token_timeout", QT_TRANSLATE_NOOP("ProblemText", "token timeout")},
        {"status_poll_interval", QT_TRANSLATE_NOOP("ProblemText", "scan for due checks")},
        {"rejoins_after_fencing", QT_TRANSLATE_NOOP("ProblemText", "rejoins after fencing")},
        {"expected_votes", QT_TRANSLATE_NOOP("ProblemText", "expected votes")},
        {"two_node", QT_TRANSLATE_NOOP("ProblemText", "two-node mode")},
        {"until", QT_TRANSLATE_NOOP("ProblemText", "end of the run")},
        {"events", QT_TRANSLATE_NOOP("ProblemText", "events")},
        {"faults", QT_TRANSLATE_NOOP("ProblemText", "faults")},
        {"times", QT_TRANSLATE_NOOP("ProblemText", "times")},
    };
    const char* word = words.value(member, nullptr);
    return word ? ProblemText::tr(word) : QString(member).replace(u'_', u' ');
}

// What the thing at `path` is called; else its number, from 1.
QString elementName(const ScenarioDraft& draft, const QString& path, int index)
{
    const QJsonValue value = draft.value(path);
    if (value.isString())
        return value.toString();
    const QJsonObject object = value.toObject();
    for (const char* key : {"name", "ref", "node"}) {
        const QString name = object.value(QLatin1String(key)).toString();
        const bool isThing = QLatin1String(key) != QLatin1String("node") || !object.contains("do");
        if (!name.isEmpty() && isThing)
            return name;
    }
    return QString::number(index + 1);
}

} // namespace

QString problemText(const Diagnostic& diagnostic)
{
    QString text = QString::fromStdString(diagnostic.what);
    // A word stands first, or a name as it is written in files, which keeps its small letter.
    const QString first = text.section(u' ', 0, 0);
    if (std::all_of(first.begin(), first.end(), [](QChar c) { return c.isLetter(); }))
        text.replace(0, 1, text.left(1).toUpper());
    if (!diagnostic.remedy.empty())
        text += u';' + QStringLiteral(" ") + QString::fromStdString(diagnostic.remedy);
    return text + u'.';
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return ProblemText::tr("Note");
    case Severity::Warning:
        return ProblemText::tr("Warning");
    case Severity::Error:
        break;
    }
    return ProblemText::tr("Error");
}

QString pathOf(const Diagnostic& diagnostic)
{
    return QString::fromStdString(diagnostic.place.field);
}

QVector<Diagnostic> problemsAt(const Diagnostics& problems, const QString& path, bool onlyThere)
{
    const std::string wanted = path.toStdString();
    QVector<Diagnostic> found;
    for (const Diagnostic& problem : problems.items()) {
        const std::string& at = problem.place.field;
        if (at == wanted ||
            (!onlyThere && at.starts_with(wanted) && isAtOrBelow(pathOf(problem), path)))
            found << problem;
    }
    std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return a.severity > b.severity;
    });
    return found;
}

QString placeInWords(const ScenarioDraft& draft, const QString& path)
{
    const QStringList parts = partsOf(path);
    QStringList words;
    QString at;
    QString list; // the name of the list or map that we are in
    for (const QString& part : parts) {
        if (part.startsWith(u'[')) {
            at += part;
            const int index = part.mid(1, part.size() - 2).toInt();
            if (const char* pattern = patternOf(list)) {
                if (!words.isEmpty())
                    words.removeLast(); // the list itself
                words << ProblemText::tr(pattern).arg(elementName(draft, at, index));
            } else {
                words << QString::number(index + 1);
            }
            list.clear();
            continue;
        }
        const QString quoted = QStringLiteral("%1[\"%2\"]").arg(at, part);
        const bool isQuoted = path.startsWith(quoted);
        at = isQuoted ? quoted : at.isEmpty() ? part : at + u'.' + part;
        const char* pattern = list.isEmpty() ? nullptr : patternOf(list);
        if (pattern && !words.isEmpty()) { // a map by name, as in times.nodes.node1
            words.removeLast();
            words << ProblemText::tr(pattern).arg(part.section(u':', -1));
            list.clear();
            continue;
        }
        words << memberText(part);
        list = part;
    }
    if (words.size() > 1 && words.first() == memberText(QStringLiteral("cluster")))
        words.removeFirst();
    return words.isEmpty() ? ProblemText::tr("the whole scenario")
                           : words.join(QStringLiteral(", "));
}

} // namespace rgsim::gui
