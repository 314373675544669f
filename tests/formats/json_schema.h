// A validator for the part of JSON Schema 2020-12 that docs/scenario.schema.json uses. Test code:
// it refuses keywords that it does not know, so the schema cannot outgrow it unnoticed.
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>

namespace rgsim::test {

class JsonSchema {
public:
    explicit JsonSchema(QJsonObject root) : m_root(std::move(root)) {}

    /// The first problem ("path: what"), or an empty string if @p value is valid.
    QString problem(const QJsonValue& value) const { return check(value, m_root, "$"); }

    /// Keywords in use that this validator does not know.
    QSet<QString> unknownKeywords() const
    {
        QSet<QString> unknown;
        collectUnknown(m_root, unknown);
        return unknown;
    }

private:
    static bool hasType(const QJsonValue& value, const QString& type)
    {
        if (type == "integer")
            return value.isDouble() && value.toInteger(1) == value.toInteger(2);
        return (type == "object" && value.isObject()) || (type == "array" && value.isArray()) ||
               (type == "string" && value.isString()) || (type == "number" && value.isDouble()) ||
               (type == "boolean" && value.isBool());
    }

    QJsonObject resolve(const QString& reference) const
    {
        QJsonValue at = m_root;
        for (const QString& step : reference.mid(2).split('/'))
            at = at.toObject().value(step);
        return at.toObject();
    }

    QString check(const QJsonValue& value, const QJsonObject& schema, const QString& path) const
    {
        if (schema.contains("$ref")) {
            const QString found = check(value, resolve(schema["$ref"].toString()), path);
            if (!found.isEmpty())
                return found;
        }
        if (schema.contains("type") && !hasType(value, schema["type"].toString()))
            return path + ": is no " + schema["type"].toString();
        if (schema.contains("const") && value != schema["const"])
            return path + ": is not the constant";
        if (schema.contains("enum") && !schema["enum"].toArray().contains(value))
            return path + ": is none of the words";
        for (const QString& found :
             {checkScalar(value, schema, path), checkArray(value, schema, path),
              checkObject(value, schema, path), checkAlternatives(value, schema, path)}) {
            if (!found.isEmpty())
                return found;
        }
        return {};
    }

    static bool matches(const QString& text, const QString& pattern)
    {
        static QHash<QString, QRegularExpression> compiled; // compiling takes longer than matching
        if (!compiled.contains(pattern))
            compiled.insert(pattern, QRegularExpression(pattern));
        return compiled[pattern].match(text).hasMatch();
    }

    static QString checkScalar(const QJsonValue& value, const QJsonObject& schema,
                               const QString& path)
    {
        const auto beyond = [&](const char* key, auto isBad) {
            return schema.contains(QLatin1String(key)) && isBad(schema[QLatin1String(key)]);
        };
        if (value.isDouble()) {
            const double number = value.toDouble();
            if (beyond("minimum", [&](const QJsonValue& v) { return number < v.toDouble(); }) ||
                beyond("maximum", [&](const QJsonValue& v) { return number > v.toDouble(); }))
                return path + ": out of range";
        }
        if (value.isString()) {
            const QString text = value.toString();
            if (beyond("maxLength", [&](const QJsonValue& v) { return text.size() > v.toInt(); }))
                return path + ": too long";
            if (beyond("pattern",
                       [&](const QJsonValue& v) { return !matches(text, v.toString()); }))
                return path + ": does not match";
        }
        return {};
    }

    QString checkArray(const QJsonValue& value, const QJsonObject& schema,
                       const QString& path) const
    {
        if (!value.isArray())
            return {};
        const QJsonArray array = value.toArray();
        if (array.size() < schema["minItems"].toInt(0) ||
            array.size() > schema["maxItems"].toInteger(INT32_MAX))
            return path + ": wrong number of elements";
        for (qsizetype i = 0; i < array.size() && schema.contains("items"); ++i) {
            const QString found = check(array.at(i), schema["items"].toObject(),
                                        path + '[' + QString::number(i) + ']');
            if (!found.isEmpty())
                return found;
        }
        return {};
    }

    QString checkObject(const QJsonValue& value, const QJsonObject& schema,
                        const QString& path) const
    {
        if (!value.isObject())
            return {};
        const QJsonObject object = value.toObject();
        for (const QJsonValue& key : schema["required"].toArray()) {
            if (!object.contains(key.toString()))
                return path + ": lacks " + key.toString();
        }
        const QJsonObject properties = schema["properties"].toObject();
        const QJsonValue others = schema["additionalProperties"];
        for (auto it = object.begin(); it != object.end(); ++it) {
            QString found;
            if (properties.contains(it.key()))
                found = check(it.value(), properties[it.key()].toObject(), path + '.' + it.key());
            else if (others.isBool() && !others.toBool())
                found = path + ": unknown key " + it.key();
            else if (others.isObject())
                found = check(it.value(), others.toObject(), path + '.' + it.key());
            if (!found.isEmpty())
                return found;
        }
        return {};
    }

    QString checkAlternatives(const QJsonValue& value, const QJsonObject& schema,
                              const QString& path) const
    {
        const auto matching = [&](const char* key) {
            int count = 0;
            for (const QJsonValue& one : schema[QLatin1String(key)].toArray())
                count += check(value, one.toObject(), path).isEmpty() ? 1 : 0;
            return count;
        };
        if (schema.contains("anyOf") && matching("anyOf") == 0)
            return path + ": fits no alternative";
        if (schema.contains("oneOf") && matching("oneOf") != 1)
            return path + ": does not fit exactly one alternative";
        return {};
    }

    static void collectUnknown(const QJsonObject& schema, QSet<QString>& unknown)
    {
        static const QStringList known = {
            "$schema", "$ref",     "$defs",    "title",    "description", "type",
            "const",   "enum",     "minimum",  "maximum",  "maxLength",   "pattern",
            "items",   "minItems", "maxItems", "required", "properties",  "additionalProperties",
            "anyOf",   "oneOf"};
        for (auto it = schema.begin(); it != schema.end(); ++it) {
            if (!known.contains(it.key()))
                unknown.insert(it.key());
            if (it.key() == "properties" || it.key() == "$defs") {
                for (const QJsonValue& part : it.value().toObject())
                    collectUnknown(part.toObject(), unknown);
            } else if (it.value().isObject()) {
                collectUnknown(it.value().toObject(), unknown);
            } else if (it.key() == "anyOf" || it.key() == "oneOf") {
                for (const QJsonValue& part : it.value().toArray())
                    collectUnknown(part.toObject(), unknown);
            }
        }
    }

    QJsonObject m_root;
};

} // namespace rgsim::test
