#include "formats/resource_types_reader.h"

#include "base/ensure.h"
#include "base/limits.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

// Must stand outside of every namespace: it declares a global function.
static void initialiseResources()
{
    Q_INIT_RESOURCE(engine);
}

namespace rgsim {

namespace {

/// Reads members of JSON objects and says where one is wrong.
class TypesReader {
public:
    TypesReader(std::string fileName, Diagnostics& diagnostics)
        : m_fileName(std::move(fileName)), m_diagnostics(diagnostics)
    {
    }

    ResourceType type(const QString& name, const QJsonValue& value);
    void error(const std::string& field, const std::string& what) const
    {
        m_diagnostics.error({m_fileName, 0, 0, field}, what);
    }

private:
    std::string text(const QJsonObject& object, const char* key, const std::string& path) const;
    bool flag(const QJsonObject& object, const char* key, const std::string& path) const;
    int number(const QJsonObject& object, const char* key, const std::string& path) const;
    QJsonArray list(const QJsonObject& object, const char* key, const std::string& path) const;
    ResourceParameter parameter(const QJsonObject& object, const std::string& path) const;
    ChildType child(const QJsonObject& object, const std::string& path) const;
    void addAction(ResourceType& type, const QJsonObject& object, const std::string& path) const;

    std::string m_fileName;
    Diagnostics& m_diagnostics;
};

std::string at(const std::string& path, const char* key)
{
    return path + '.' + key;
}

std::string at(const std::string& path, const char* key, qsizetype index)
{
    return path + '.' + key + '[' + std::to_string(index) + ']';
}

std::string TypesReader::text(const QJsonObject& object, const char* key,
                              const std::string& path) const
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (!value.isUndefined() && !value.isString())
        error(at(path, key), "a text is expected here");
    return value.toString().toStdString();
}

bool TypesReader::flag(const QJsonObject& object, const char* key, const std::string& path) const
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (value.isString()) // the agents' XML has "1", which survives in some lists
        return value.toString() == QLatin1String("1");
    if (!value.isUndefined() && !value.isBool())
        error(at(path, key), "true or false is expected here");
    return value.toBool();
}

int TypesReader::number(const QJsonObject& object, const char* key, const std::string& path) const
{
    const std::string digits = text(object, key, path);
    if (digits.empty())
        return 0;
    const bool plain = digits.size() <= 6 && std::all_of(digits.begin(), digits.end(), [](char c) {
                           return c >= '0' && c <= '9';
                       });
    if (!plain) {
        error(at(path, key), "\"" + digits + "\" is not a number from 0 to 999999");
        return 0;
    }
    return std::stoi(digits);
}

QJsonArray TypesReader::list(const QJsonObject& object, const char* key,
                             const std::string& path) const
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (!value.isUndefined() && !value.isArray())
        error(at(path, key), "a list is expected here");
    return value.toArray();
}

ResourceParameter TypesReader::parameter(const QJsonObject& object, const std::string& path) const
{
    ResourceParameter result;
    result.name = text(object, "name", path);
    if (result.name.empty())
        error(path, "a parameter needs a name");
    result.required = flag(object, "required", path);
    result.unique = flag(object, "unique", path);
    result.primary = flag(object, "primary", path);
    result.reconfig = flag(object, "reconfig", path);
    result.inherit = text(object, "inherit", path);
    result.type = text(object, "type", path);
    result.hasDefault = object.contains(QLatin1String("default"));
    result.defaultValue = text(object, "default", path);
    return result;
}

ChildType TypesReader::child(const QJsonObject& object, const std::string& path) const
{
    ChildType result;
    result.type = text(object, "type", path);
    if (result.type.empty())
        error(path, "a child needs a type");
    result.startLevel = number(object, "start", path);
    result.stopLevel = number(object, "stop", path);
    result.forbidden = flag(object, "forbid", path);
    return result;
}

void TypesReader::addAction(ResourceType& type, const QJsonObject& object,
                            const std::string& path) const
{
    const std::string name = text(object, "name", path);
    type.canRecover = type.canRecover || name == "recover";
    type.canMigrate = type.canMigrate || name == "migrate";
    if (name != "status")
        return;
    StatusAction check;
    check.depth = number(object, "depth", path);
    const std::string interval = text(object, "interval", path);
    const std::optional<SimDuration> span = parseTimeSpan(interval);
    if (!interval.empty() && !span)
        error(at(path, "interval"), "\"" + interval + "\" is not a span of time");
    check.interval = span.value_or(SimDuration{});
    type.checks.push_back(check);
}

ResourceType TypesReader::type(const QString& name, const QJsonValue& value)
{
    ResourceType result;
    result.name = name.toStdString();
    if (!value.isObject()) {
        error(result.name, "a resource type must be an object");
        return result;
    }
    const QJsonObject object = value.toObject();
    result.agent = text(object, "agent", result.name);
    const QJsonArray parameters = list(object, "parameters", result.name);
    for (qsizetype i = 0; i < parameters.size(); ++i)
        result.parameters.push_back(
            parameter(parameters.at(i).toObject(), at(result.name, "parameters", i)));
    const QJsonArray actions = list(object, "actions", result.name);
    for (qsizetype i = 0; i < actions.size(); ++i)
        addAction(result, actions.at(i).toObject(), at(result.name, "actions", i));
    const QJsonArray children = list(object, "children", result.name);
    for (qsizetype i = 0; i < children.size(); ++i)
        result.children.push_back(child(children.at(i).toObject(), at(result.name, "children", i)));
    result.maxInstances =
        number(object.value(QLatin1String("special")).toObject(), "maxinstances", result.name);
    return result;
}

int lineOf(const QByteArray& text, qsizetype offset)
{
    return 1 + static_cast<int>(text.left(offset).count('\n'));
}

/// Seconds of one unit letter, or 0 for a letter that is none.
std::int64_t secondsPer(char unit)
{
    switch (unit) {
    case 's':
    case 'S':
        return 1;
    case 'm':
    case 'M':
        return 60;
    case 'h':
    case 'H':
        return 3600;
    case 'd':
    case 'D':
        return 86400;
    default:
        return 0;
    }
}

} // namespace

std::optional<SimDuration> parseTimeSpan(const std::string& text)
{
    if (text.empty())
        return std::nullopt;
    std::int64_t total = 0;
    std::size_t i = 0;
    while (i < text.size()) {
        std::int64_t number = 0;
        const std::size_t firstDigit = i;
        for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
            number = number * 10 + (text[i] - '0');
            if (number > limits::maxSeconds)
                return std::nullopt;
        }
        if (i == firstDigit)
            return std::nullopt;
        std::int64_t unit = 1;
        if (i < text.size())
            unit = secondsPer(text[i++]);
        if (unit == 0 || number > limits::maxSeconds / unit)
            return std::nullopt;
        total += number * unit;
        if (total > limits::maxSeconds)
            return std::nullopt;
    }
    return SimDuration::seconds(total);
}

Result<ResourceTypes> readResourceTypes(const QByteArray& json, const std::string& fileName)
{
    Result<ResourceTypes> result;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        result.diagnostics.error({fileName, lineOf(json, problem.offset), 0, {}},
                                 "not valid JSON: " + problem.errorString().toStdString());
        return result;
    }
    if (!document.isObject()) {
        result.diagnostics.error({fileName, 1, 0, {}}, "an object of resource types is expected");
        return result;
    }
    TypesReader reader(fileName, result.diagnostics);
    ResourceTypes types;
    const QJsonObject all = document.object();
    for (auto it = all.begin(); it != all.end(); ++it)
        types.types.push_back(reader.type(it.key(), it.value()));
    if (!types.find("service"))
        reader.error("service", "the type \"service\" is missing");
    if (!result.diagnostics.hasErrors())
        result.value = std::move(types);
    return result;
}

std::shared_ptr<const ResourceTypes> builtinResourceTypes()
{
    static const std::shared_ptr<const ResourceTypes> types = [] {
        initialiseResources();
        QFile file(QStringLiteral(":/rgsim/resource-types.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        ENSURE(opened);
        Result<ResourceTypes> read = readResourceTypes(file.readAll(), "resource-types.json");
        ENSURE(read.ok());
        return std::make_shared<const ResourceTypes>(std::move(*read));
    }();
    return types;
}

} // namespace rgsim
