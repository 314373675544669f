#include "formats/json_path.h"
#include "formats/json_places.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace rgsim;

namespace {

const QByteArray sample = R"({
    "list": [1, {"x": "deep"}, [], {}, [[2, 3]]],
    "map": {"service:web": {"start": "1s"}, "a.b": null},
    "empty": {}
})";

QJsonValue sampleValue()
{
    return QJsonDocument::fromJson(sample).object();
}

QByteArray textOf(const QJsonValue& value)
{
    if (value.isUndefined())
        return "nothing";
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

void collectPaths(const QJsonValue& value, const std::string& path, QStringList& paths)
{
    paths << QString::fromStdString(path);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        collectPaths(it.value(), memberPath(path, it.key().toStdString()), paths);
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        collectPaths(array[i], elementPath(path, i), paths);
}

} // namespace

class TestJsonPath : public QObject {
    Q_OBJECT

private slots:
    void readsWhatIsThere_data();
    void readsWhatIsThere();
    void setsAndRemoves_data();
    void setsAndRemoves();
    void refusesWhatIsImpossible_data();
    void refusesWhatIsImpossible();
    void everyLineLeadsToItsPath();
    void pathsSplitAndShift();
};

void TestJsonPath::readsWhatIsThere_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("element") << "list[0]" << QByteArray("1");
    QTest::newRow("within") << "list[1].x" << QByteArray("\"deep\"");
    QTest::newRow("element of an element") << "list[4][0][1]" << QByteArray("3");
    QTest::newRow("quoted") << R"(map["service:web"].start)" << QByteArray("\"1s\"");
    QTest::newRow("quoted with a dot") << R"(map["a.b"])" << QByteArray("null");
    QTest::newRow("missing member") << "map.x.y" << QByteArray("nothing");
    QTest::newRow("missing element") << "list[9]" << QByteArray("nothing");
    QTest::newRow("element of an object") << "map[0]" << QByteArray("nothing");
    QTest::newRow("no number") << "list[x]" << QByteArray("nothing");
    QTest::newRow("open bracket") << "list[0" << QByteArray("nothing");
    QTest::newRow("open quote") << R"(map["a)" << QByteArray("nothing");
    QTest::newRow("two dots") << "map..a" << QByteArray("nothing");
}

void TestJsonPath::readsWhatIsThere()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, expected);
    QCOMPARE(textOf(valueAt(sampleValue(), path)), expected);
}

void TestJsonPath::setsAndRemoves_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("after");
    const QJsonValue none(QJsonValue::Undefined);
    const auto row = [](const char* name, const char* before, const char* path,
                        const QJsonValue& value, const char* after) {
        QTest::newRow(name) << QByteArray(before) << QString(path) << value << QByteArray(after);
    };
    row("member", R"({"a":1})", "b", 2, R"({"a":1,"b":2})");
    row("objects on the way", "{}", "a.b.c", 1, R"({"a":{"b":{"c":1}}})");
    row("append", R"({"a":[1]})", "a[1]", 2, R"({"a":[1,2]})");
    row("new list", "{}", "a[0]", 2, R"({"a":[2]})");
    row("element", R"({"a":[1,2]})", "a[0]", 3, R"({"a":[3,2]})");
    row("remove member", R"({"a":1,"b":2})", "a", none, R"({"b":2})");
    row("remove element", R"({"a":[1,2]})", "a[0]", none, R"({"a":[2]})");
    row("emptied objects go", R"({"a":{"b":{"c":1}}})", "a.b.c", none, "{}");
    row("the last element leaves its list", R"({"a":[1]})", "a[0]", none, R"({"a":[]})");
    row("remove what is not there", R"({"a":1})", "b.c", none, R"({"a":1})");
    row("empty strings stay", R"({"a":1})", "a", "", R"({"a":""})");
}

void TestJsonPath::setsAndRemoves()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QByteArray, after);
    QJsonValue root = QJsonDocument::fromJson(before).object();
    QVERIFY(setValueAt(root, path, value));
    QCOMPARE(textOf(root), after);
}

void TestJsonPath::refusesWhatIsImpossible_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("beyond the end") << "list[6]";
    QTest::newRow("into a number") << "list[0].x";
    QTest::newRow("element of an object") << "map[0]";
    QTest::newRow("member of a list") << "list.x";
    QTest::newRow("not well-formed") << "list[";
}

void TestJsonPath::refusesWhatIsImpossible()
{
    QFETCH(QString, path);
    QJsonValue root = sampleValue();
    QVERIFY(!setValueAt(root, path, 1));
    QCOMPARE(root, sampleValue());
}

// The same text seen by the scan that diagnostics' places come from.
void TestJsonPath::everyLineLeadsToItsPath()
{
    const QJsonValue root = sampleValue();
    const QByteArray text = QJsonDocument(root.toObject()).toJson();
    const JsonPlaces places(text, 20);
    QStringList paths;
    collectPaths(root, {}, paths);
    QVERIFY(paths.size() > 10);
    for (const QString& path : std::as_const(paths)) {
        const int line = places.find(path.toStdString()).line;
        QVERIFY2(line > 0 || path.isEmpty(), qPrintable(path));
        if (line > 0)
            QCOMPARE(pathsOfLines(root, {line}).value(line), path);
    }
    QVERIFY(pathsOfLines(root, {10'000}).isEmpty());
}

void TestJsonPath::pathsSplitAndShift()
{
    QCOMPARE(elementOf("a.b[3]").list, "a.b");
    QCOMPARE(elementOf("a.b[3]").index, 3);
    QCOMPARE(elementOf("a.b").index, -1);
    QCOMPARE(elementOf(R"(a["b"])").index, -1);
    QVERIFY(isAtOrBelow("a.b[1].c", "a.b"));
    QVERIFY(isAtOrBelow("a.b", "a.b"));
    QVERIFY(!isAtOrBelow("a.bc", "a.b"));
    QVERIFY(!isAtOrBelow("a", "a.b"));
    QCOMPARE(shiftedPath("a[2].b", "a", 1, 1), "a[3].b");
    QCOMPARE(shiftedPath("a[2].b", "a", 2, -1), "a[1].b");
    QCOMPARE(shiftedPath("a[2].b", "a", 3, 1), "a[2].b");
    QCOMPARE(shiftedPath("b[2]", "a", 0, 1), "b[2]");
    QCOMPARE(shiftedPath("a[0].x[5]", "a[0].x", 0, 1), "a[0].x[6]");
}

QTEST_APPLESS_MAIN(TestJsonPath)
#include "tst_json_path.moc"
