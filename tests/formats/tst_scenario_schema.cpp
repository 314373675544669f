#include "formats/json_schema.h"

#include "formats/input_file.h"
#include "formats/scenario_reader.h"
#include "formats/scenario_shapes.h"
#include "formats/scenario_writer.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace rgsim;
using rgsim::test::JsonSchema;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject schemaObject()
{
    const QByteArray text = contents(RGSIM_SOURCE_DIR "/docs/scenario.schema.json");
    return QJsonDocument::fromJson(text).object();
}

QJsonObject definition(const QString& id)
{
    const QJsonObject root = schemaObject();
    return id == "scenario" ? root : root["$defs"].toObject()[id].toObject();
}

bool isScenario(const QJsonDocument& document)
{
    return document.object().contains("format");
}

// All scenario files that the project has.
QStringList scenarioFiles()
{
    QStringList found;
    for (const char* folder : {"/scenarios", "/tests/formats/scenarios", "/docs"}) {
        QDirIterator files(QStringLiteral(RGSIM_SOURCE_DIR) + QLatin1String(folder), {"*.json"},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (isScenario(QJsonDocument::fromJson(contents(files.next()))))
                found.append(files.filePath());
        }
    }
    found.sort();
    return found;
}

// The scenarios in docs/scenario_format.md: fenced blocks that begin with a format number.
QList<QByteArray> documentedScenarios()
{
    QList<QByteArray> found;
    const QByteArray text = contents(RGSIM_SOURCE_DIR "/docs/scenario_format.md");
    const QByteArray fence = "```json\n";
    for (auto at = text.indexOf(fence); at >= 0; at = text.indexOf(fence, at + 1)) {
        const auto begin = at + fence.size();
        const QByteArray block = text.mid(begin, text.indexOf("```", begin) - begin);
        if (isScenario(QJsonDocument::fromJson(block)))
            found.append(block);
    }
    return found;
}

QByteArray problems(const Diagnostics& diagnostics)
{
    QByteArray text;
    for (const Diagnostic& item : diagnostics.items())
        text += QByteArray::fromStdString(toString(item)) + '\n';
    return text;
}

bool readerAccepts(const QJsonValue& value)
{
    ScenarioReadOptions options;
    options.fileName = "mutated.json";
    return readScenario(QJsonDocument(value.toObject()).toJson(), options).ok();
}

using Mutation = std::function<void(const QString& path, const QJsonValue& mutated)>;

// Calls @p visit with every value that differs from @p value in one place, rebuilt by @p around.
void mutate(const QJsonValue& value, const QString& path,
            const std::function<QJsonValue(const QJsonValue&)>& around, const Mutation& visit)
{
    static const QJsonArray replacements =
        QJsonDocument::fromJson(R"([null, true, -2, 1.5, 1e18, "x", "-1s", [], {"x": 1}])").array();
    for (const QJsonValue& replacement : replacements)
        visit(path, around(replacement));
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const auto rebuilt = [&](const QJsonValue& inner) {
                QJsonArray changed = array;
                changed[i] = inner;
                return around(changed);
            };
            mutate(array.at(i), path + '[' + QString::number(i) + ']', rebuilt, visit);
        }
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        QJsonObject more = object;
        more["surplus"] = 1;
        visit(path + " with a surplus key", around(more));
        for (const QString& key : object.keys()) {
            QJsonObject less = object;
            less.remove(key);
            visit(path + " without " + key, around(less));
            const auto rebuilt = [&](const QJsonValue& inner) {
                QJsonObject changed = object;
                changed[key] = inner;
                return around(changed);
            };
            mutate(object[key], path + '.' + key, rebuilt, visit);
        }
    }
}

} // namespace

class ScenarioSchemaTest : public QObject {
    Q_OBJECT

private slots:
    void theValidatorKnowsEveryKeywordInUse()
    {
        QVERIFY(!schemaObject().isEmpty());
        QCOMPARE(JsonSchema(schemaObject()).unknownKeywords(), QSet<QString>());
    }

    void theSchemaHasTheReadersKeys_data()
    {
        QTest::addColumn<int>("index");
        const std::vector<const JsonShape*> shapes = scenario::allShapes();
        for (std::size_t i = 0; i < shapes.size(); ++i)
            QTest::newRow(shapes[i]->id) << static_cast<int>(i);
    }
    void theSchemaHasTheReadersKeys()
    {
        QFETCH(int, index);
        const JsonShape& shape = *scenario::allShapes()[static_cast<std::size_t>(index)];
        QSet<QString> keys;
        QSet<QString> required;
        for (const JsonKey& key : shape.keys) {
            keys.insert(key.name);
            if (key.required)
                required.insert(key.name);
        }
        const QJsonObject described = definition(shape.id);
        const QStringList describedKeys = described["properties"].toObject().keys();
        QSet<QString> describedRequired;
        for (const QJsonValue& key : described["required"].toArray())
            describedRequired.insert(key.toString());
        QCOMPARE(QSet<QString>(describedKeys.begin(), describedKeys.end()), keys);
        QCOMPARE(describedRequired, required);
        QVERIFY(described["additionalProperties"].isBool());
    }

    void theReaderHasTheSchemasObjects()
    {
        QSet<QString> known;
        for (const JsonShape* shape : scenario::allShapes())
            known.insert(shape->id);
        const QJsonObject definitions = schemaObject()["$defs"].toObject();
        for (const QString& id : definitions.keys()) {
            if (definitions[id].toObject().contains("properties"))
                QVERIFY2(known.contains(id), qPrintable(id));
        }
    }

    void theSchemaHasTheReadersWords_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char* id, const char* key,
                            const std::vector<std::string>& words) {
            QStringList list;
            for (const std::string& word : words)
                list.append(QString::fromStdString(word));
            QTest::addRow("%s.%s", id, key) << id << key << list;
        };
        row("scenario", "arbitration", scenario::arbitrationWords());
        row("guard", "mode", scenario::guardModeWords());
        row("service", "recovery", scenario::recoveryWords());
        row("admin_event", "request", scenario::requestWords());
        row("script_fault", "op", scenario::opWords());
        row("slow_fault", "op", scenario::opWords());
        row("start_record", "state", scenario::serviceStateWords());
        row("distribution", "distribution", scenario::distributionWords());
    }
    void theSchemaHasTheReadersWords()
    {
        QFETCH(QString, id);
        QFETCH(QString, key);
        QFETCH(QStringList, words);
        QStringList described;
        const QJsonObject property = definition(id)["properties"].toObject()[key].toObject();
        for (const QJsonValue& word : property["enum"].toArray())
            described.append(word.toString());
        QCOMPARE(described, words);
    }

    void everyShippedScenarioIsValid_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString& path : scenarioFiles())
            QTest::newRow(qPrintable(path)) << path;
    }
    void everyShippedScenarioIsValid()
    {
        QFETCH(QString, path);
        const JsonSchema schema(schemaObject());
        QCOMPARE(schema.problem(QJsonDocument::fromJson(contents(path)).object()), QString());
        const Result<LoadedInput> loaded = loadInput(path.toStdString());
        QVERIFY2(loaded.ok(), problems(loaded.diagnostics));
        const QByteArray written = writeScenario(loaded->file);
        QCOMPARE(schema.problem(QJsonDocument::fromJson(written).object()), QString());
    }

    void everyDocumentedScenarioIsValid()
    {
        const JsonSchema schema(schemaObject());
        const QList<QByteArray> documented = documentedScenarios();
        QVERIFY(documented.size() >= 2);
        for (const QByteArray& text : documented) {
            QCOMPARE(schema.problem(QJsonDocument::fromJson(text).object()), QString());
            ScenarioReadOptions options;
            options.fileName = "scenario_format.md";
            const Result<ScenarioFile> read = readScenario(text, options);
            QVERIFY2(read.ok(), problems(read.diagnostics));
        }
    }

    void theReaderRefusesWhatTheSchemaRefuses()
    {
        const JsonSchema schema(schemaObject());
        const QByteArray text =
            contents(RGSIM_SOURCE_DIR "/tests/formats/scenarios/everything.json");
        const QJsonValue root = QJsonDocument::fromJson(text).object();
        int refused = 0;
        QStringList disagreements;
        mutate(
            root, "$", [](const QJsonValue& whole) { return whole; },
            [&](const QString& path, const QJsonValue& mutated) {
                const QString problem = schema.problem(mutated);
                if (problem.isEmpty())
                    return;
                ++refused;
                if (mutated.isObject() && readerAccepts(mutated))
                    disagreements.append(path + " (" + problem + ')');
            });
        QVERIFY2(disagreements.isEmpty(), qPrintable(disagreements.join('\n')));
        QVERIFY(refused > 1000);
    }
};

QTEST_APPLESS_MAIN(ScenarioSchemaTest)
#include "tst_scenario_schema.moc"
