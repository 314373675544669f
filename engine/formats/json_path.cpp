#include "formats/json_path.h"

#include "formats/json_places.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace rgsim {

namespace {

struct Step {
    QString key;
    qsizetype index = -1; ///< not -1: an array's element

    bool isElement() const { return index >= 0; }
};

// A member after '.' or at the start: up to the next '.' or '['.
Step plainMember(const QString& path, qsizetype& at)
{
    const qsizetype begin = at;
    while (at < path.size() && path[at] != u'.' && path[at] != u'[')
        ++at;
    return {path.mid(begin, at - begin), -1};
}

// What stands in brackets: a number, or a key in quotes.
std::optional<Step> bracketed(const QString& path, qsizetype& at)
{
    Step step;
    if (path.mid(at, 2) == QLatin1String("[\"")) {
        const qsizetype end = path.indexOf(QLatin1String("\"]"), at + 2);
        if (end < 0)
            return std::nullopt;
        step.key = path.mid(at + 2, end - at - 2);
        at = end + 2;
        return step;
    }
    const qsizetype end = path.indexOf(u']', at);
    bool isNumber = false;
    step.index = end < 0 ? -1 : path.mid(at + 1, end - at - 1).toLongLong(&isNumber);
    if (!isNumber || step.index < 0)
        return std::nullopt;
    at = end + 1;
    return step;
}

std::optional<std::vector<Step>> stepsOf(const QString& path)
{
    std::vector<Step> steps;
    qsizetype at = 0;
    while (at < path.size()) {
        if (path[at] == u'[') {
            const std::optional<Step> step = bracketed(path, at);
            if (!step)
                return std::nullopt;
            steps.push_back(*step);
            continue;
        }
        if (path[at] == u'.' && at > 0)
            ++at;
        steps.push_back(plainMember(path, at));
        if (steps.back().key.isEmpty())
            return std::nullopt;
    }
    return steps;
}

bool isEmptyObject(const QJsonValue& value)
{
    return value.isObject() && value.toObject().isEmpty();
}

using StepIt = std::vector<Step>::const_iterator;

bool setBelow(QJsonValue& value, StepIt at, StepIt end, const QJsonValue& wanted)
{
    if (at == end) {
        value = wanted;
        return true;
    }
    if (at->isElement()) {
        if (!value.isArray() && !value.isUndefined() && !value.isNull())
            return false;
        QJsonArray array = value.toArray();
        if (at->index > array.size())
            return false;
        QJsonValue child =
            at->index < array.size() ? array[at->index] : QJsonValue(QJsonValue::Undefined);
        if (!setBelow(child, at + 1, end, wanted))
            return false;
        if (child.isUndefined() && at->index < array.size())
            array.removeAt(at->index);
        else if (!child.isUndefined() && at->index < array.size())
            array[at->index] = child;
        else if (!child.isUndefined())
            array.append(child);
        value = array;
        return true;
    }
    if (!value.isObject() && !value.isUndefined() && !value.isNull())
        return false;
    QJsonObject object = value.toObject();
    QJsonValue child = object.value(at->key);
    if (!setBelow(child, at + 1, end, wanted))
        return false;
    const bool isLeftEmpty = wanted.isUndefined() && at + 1 != end && isEmptyObject(child);
    if (child.isUndefined() || isLeftEmpty)
        object.remove(at->key);
    else
        object.insert(at->key, child);
    value = object;
    return true;
}

// Goes through a value as QJsonDocument prints it: a line for each member, element and closing
// bracket.
class LineWalker {
public:
    explicit LineWalker(const QSet<int>& wanted) : m_wanted(wanted) {}

    QHash<int, QString> found;

    void walk(const QJsonValue& value)
    {
        report();
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            descend(memberPath(m_path, it.key().toStdString()), it.value());
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            descend(elementPath(m_path, i), array[i]);
        if (value.isObject() || value.isArray()) {
            ++m_line;
            report();
        }
    }

private:
    void report()
    {
        if (m_wanted.contains(m_line))
            found.insert(m_line, QString::fromStdString(m_path));
    }

    void descend(std::string path, const QJsonValue& child)
    {
        ++m_line;
        m_path.swap(path);
        walk(child);
        m_path.swap(path);
    }

    const QSet<int>& m_wanted;
    std::string m_path;
    int m_line = 1;
};

} // namespace

QJsonValue valueAt(const QJsonValue& root, const QString& path)
{
    const std::optional<std::vector<Step>> steps = stepsOf(path);
    if (!steps)
        return QJsonValue(QJsonValue::Undefined);
    QJsonValue value = root;
    for (const Step& step : *steps) {
        if (step.isElement())
            value = value.isArray() ? value.toArray().at(step.index)
                                    : QJsonValue(QJsonValue::Undefined);
        else
            value = value.toObject().value(step.key);
    }
    return value;
}

bool setValueAt(QJsonValue& root, const QString& path, const QJsonValue& value)
{
    const std::optional<std::vector<Step>> steps = stepsOf(path);
    return steps && setBelow(root, steps->begin(), steps->end(), value);
}

QHash<int, QString> pathsOfLines(const QJsonValue& root, const QSet<int>& lines)
{
    LineWalker walker(lines);
    walker.walk(root);
    return walker.found;
}

ElementPath elementOf(const QString& path)
{
    const qsizetype open = path.lastIndexOf(u'[');
    if (open < 0 || !path.endsWith(u']'))
        return {path, -1};
    bool isNumber = false;
    const int index = path.mid(open + 1, path.size() - open - 2).toInt(&isNumber);
    return isNumber ? ElementPath{path.left(open), index} : ElementPath{path, -1};
}

bool isAtOrBelow(const QString& path, const QString& ancestor)
{
    if (!path.startsWith(ancestor))
        return false;
    return path.size() == ancestor.size() || ancestor.isEmpty() || path[ancestor.size()] == u'.' ||
           path[ancestor.size()] == u'[';
}

QString shiftedPath(const QString& path, const QString& list, int index, int by)
{
    if (!isAtOrBelow(path, list) || path.size() == list.size())
        return path;
    const qsizetype end = path.indexOf(u']', list.size());
    const ElementPath element = elementOf(path.left(end + 1));
    if (element.list != list || element.index < index)
        return path;
    return ElementPath{list, element.index + by}.path() + path.mid(end + 1);
}

} // namespace rgsim
