#include "formats/cluster_conf_document.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rgsim;

namespace {

const QByteArray sample =
    "<?xml version=\"1.0\"?>\n"
    "<!-- two services -->\n"
    "<cluster   config_version='7' name=\"c&amp;d\" >\n"
    "\t<clusternodes/>\n"
    "\t<rm>\n"
    "\t\t<service name=\"a\" recovery=\"relocate\"><script ref=\"a\"/></service> <!-- kept -->\n"
    "\t\t<service\n"
    "\t\t\tname = 'b'\n"
    "\t\t\tx:unknown=\"1\"/>\n"
    "\t\t<!-- end -->\n"
    "\t</rm>\n"
    "</cluster>\n"
    "<!-- trailer -->\n";

ClusterConfDocument parsed(const QByteArray& text)
{
    auto result = ClusterConfDocument::parse(text, "cluster.conf");
    if (!result.ok())
        qFatal("%s", toString(result.diagnostics.items().front()).c_str());
    return *result;
}

/// The number of the first element of that name.
int find(const ClusterConfDocument& document, const std::string& name)
{
    for (std::size_t i = 0; i < document.elements().size(); ++i) {
        if (document.elements()[i].name == name)
            return static_cast<int>(i);
    }
    return -1;
}

QByteArray replaced(QByteArray text, const char* from, const char* to)
{
    Q_ASSERT(text.count(from) == 1);
    return text.replace(from, to);
}

} // namespace

class TestClusterConfDocument : public QObject {
    Q_OBJECT

private slots:
    void elementsHaveNamesAttributesAndLines();
    void offsetsPointAtTheText();
    void nothingIsLostWithoutAnEdit_data();
    void nothingIsLostWithoutAnEdit();
    void valuesAreResolved();
    void textOfAnElementIsKept();
    void anAttributeChangesAlone();
    void aNewAttributeStandsBehindTheOthers();
    void aRemovedAttributeTakesItsBlanksAlong();
    void specialCharactersSurviveAnEdit_data();
    void specialCharactersSurviveAnEdit();
    void attributesCanBeChangedTogether();
    void anInsertedElementGetsALineOfItsOwn();
    void insertingIntoAnEmptyElementOpensIt();
    void insertingBetweenElementsOnOneLineAddsNoLine();
    void windowsLinesStayWindowsLines();
    void commentsStayWithTheirElement();
    void whatOnlyLooksLikeACommentIsLeftAlone();
    void aMovedElementTakesItsCommentsAlong_data();
    void aMovedElementTakesItsCommentsAlong();
    void aRemovedElementTakesItsLinesAlong();
    void aRemovedElementLeavesItsNeighbours();
    void impossibleEditsChangeNothing();
    void badInputIsOneMessageWithItsLine_data();
    void badInputIsOneMessageWithItsLine();
    void everyTruncationIsReported();
    void filesThatCannotBeReadAreReported();
};

void TestClusterConfDocument::elementsHaveNamesAttributesAndLines()
{
    const ClusterConfDocument document = parsed(sample);
    QCOMPARE(document.root().name, std::string("cluster"));
    QCOMPARE(document.root().line, 3);
    QCOMPARE(document.root().attributes.size(), std::size_t{2});
    QCOMPARE(document.root().attributes.front().name, std::string("config_version"));
    QCOMPARE(document.elements().size(), std::size_t{6});
    const ConfElement& b = document.elements().back();
    QCOMPARE(b.line, 7);
    QCOMPARE(b.parent, find(document, "rm"));
    QCOMPARE(*b.attribute("x:unknown"), std::string("1"));
    QVERIFY(!b.attribute("nosuch"));
    QCOMPARE(document.child(0, "rm"), find(document, "rm"));
    QCOMPARE(document.child(0, "nosuch"), -1);
}

void TestClusterConfDocument::offsetsPointAtTheText()
{
    const ClusterConfDocument document = parsed(sample);
    const auto textAt = [](std::size_t begin, std::size_t end) {
        return sample.mid(static_cast<qsizetype>(begin), static_cast<qsizetype>(end - begin));
    };
    const ConfElement& service = document.element(find(document, "service"));
    QCOMPARE(textAt(service.begin, service.startTagEnd),
             QByteArray("<service name=\"a\" recovery=\"relocate\">"));
    QCOMPARE(textAt(service.endTagBegin, service.end), QByteArray("</service>"));
    const ConfAttribute& recovery = service.attributes.back();
    QCOMPARE(textAt(recovery.valueBegin, recovery.valueEnd), QByteArray("relocate"));
    QCOMPARE(textAt(recovery.begin, recovery.begin + 8), QByteArray("recovery"));
}

void TestClusterConfDocument::nothingIsLostWithoutAnEdit_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("sample") << sample;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + sample;
    QTest::newRow("windows lines") << QByteArray(sample).replace("\n", "\r\n");
    QTest::newRow("no end of line") << QByteArray("<cluster/>");
    QTest::newRow("umlauts") << QByteArray("<cluster name=\"k\xC3\xBC"
                                           "che\"/><!-- \xE2\x82\xAC -->");
    QTest::newRow("CDATA and instructions")
        << QByteArray("<cluster><?php <x a='1'> ?><![CDATA[</rm><rm x=\"]]><rm/></cluster>");
}

void TestClusterConfDocument::nothingIsLostWithoutAnEdit()
{
    QFETCH(QByteArray, text);
    QCOMPARE(parsed(text).bytes(), text);
}

void TestClusterConfDocument::valuesAreResolved()
{
    const ClusterConfDocument document =
        parsed("<cluster a=\"c&amp;d\" b='&#65;&quot;' c=\"1\n2\" d=\"k\xC3\xBC\" e=\"x>y\"/>");
    QCOMPARE(*document.root().attribute("a"), std::string("c&d"));
    QCOMPARE(*document.root().attribute("b"), std::string("A\""));
    QCOMPARE(*document.root().attribute("c"), std::string("1 2"));
    QCOMPARE(*document.root().attribute("d"), std::string("k\xC3\xBC"));
    QCOMPARE(*document.root().attribute("e"), std::string("x>y"));
}

void TestClusterConfDocument::textOfAnElementIsKept()
{
    const ClusterConfDocument document =
        parsed("<cluster>\n <event>if (a &lt; b) {<x/>}</event>\n</cluster>");
    QCOMPARE(document.element(1).text, std::string("if (a < b) {}"));
    QVERIFY(document.root().text.empty());
}

void TestClusterConfDocument::anAttributeChangesAlone()
{
    ClusterConfDocument document = parsed(sample);
    QVERIFY(document.setAttribute(find(document, "service"), "recovery", "restart").empty());
    QCOMPARE(document.bytes(), replaced(sample, "\"relocate\"", "\"restart\""));
    QCOMPARE(*document.element(find(document, "service")).attribute("recovery"),
             std::string("restart"));
}

void TestClusterConfDocument::aNewAttributeStandsBehindTheOthers()
{
    ClusterConfDocument document = parsed(sample);
    QVERIFY(document.setAttribute(find(document, "service"), "domain", "d").empty());
    QCOMPARE(document.bytes(), replaced(sample, "\"relocate\"", "\"relocate\" domain=\"d\""));
    ClusterConfDocument empty = parsed(sample);
    QVERIFY(empty.setAttribute(find(empty, "clusternodes"), "x", "1").empty());
    QCOMPARE(empty.bytes(), replaced(sample, "<clusternodes/>", "<clusternodes x=\"1\"/>"));
}

void TestClusterConfDocument::aRemovedAttributeTakesItsBlanksAlong()
{
    ClusterConfDocument document = parsed(sample);
    QVERIFY(document.removeAttribute(5, "x:unknown").empty());
    QCOMPARE(document.bytes(), replaced(sample, "\n\t\t\tx:unknown=\"1\"", ""));
    const QByteArray before = document.bytes();
    QVERIFY(document.removeAttribute(5, "x:unknown").empty());
    QCOMPARE(document.bytes(), before);
}

void TestClusterConfDocument::specialCharactersSurviveAnEdit_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("markup") << "<a href=\"x\" & 'y'>";
    QTest::newRow("white space") << " a\tb\nc\rd ";
    QTest::newRow("entity") << "&amp;";
    QTest::newRow("umlaut") << QString::fromUtf8("k\xC3\xBC");
    QTest::newRow("empty") << "";
}

void TestClusterConfDocument::specialCharactersSurviveAnEdit()
{
    QFETCH(QString, value);
    ClusterConfDocument document = parsed(sample);
    for (const char* name : {"config_version", "name", "added"}) { // in ', in " and new
        QVERIFY(document.setAttribute(0, name, value.toStdString()).empty());
        QCOMPARE(QString::fromStdString(*document.root().attribute(name)), value);
    }
    QCOMPARE(document.elements().size(), std::size_t{6});
}

void TestClusterConfDocument::attributesCanBeChangedTogether()
{
    ClusterConfDocument document = parsed("<a x='1' y='2'><b/><c z='3'/></a>");
    QVERIFY(document
                .changeAttributes({{2, "z", "4"},
                                   {0, "y", std::nullopt},
                                   {0, "v", "5"},
                                   {1, "n", "6"},
                                   {0, "w", "'7'"},
                                   {0, "nothing", std::nullopt},
                                   {0, "x", "8"}})
                .empty());
    const QByteArray text = "<a x='8' v=\"5\" w=\"'7'\"><b n=\"6\"/><c z='4'/></a>";
    QCOMPARE(document.bytes(), text);
    QVERIFY(document.changeAttributes({{2, "z", "9"}, {1, "1", "2"}}).hasErrors());
    QVERIFY(document.changeAttributes({{2, "z", "9"}, {7, "n", std::nullopt}}).hasErrors());
    QCOMPARE(document.bytes(), text);
    QVERIFY(document.changeAttributes({}).empty());
}

void TestClusterConfDocument::anInsertedElementGetsALineOfItsOwn()
{
    ClusterConfDocument document = parsed(sample);
    const int rm = find(document, "rm");
    QVERIFY(document.insertElement(rm, 0, {"service", {{"name", "n"}}}).empty());
    QCOMPARE(document.bytes(), replaced(sample, "\t\t<service name=\"a\"",
                                        "\t\t<service name=\"n\"/>\n\t\t<service name=\"a\""));
    QCOMPARE(*document.element(document.element(rm).children[0]).attribute("name"),
             std::string("n"));

    ClusterConfDocument appended = parsed(sample);
    QVERIFY(appended.insertElement(rm, 2, {"vm", {{"name", "v"}}}).empty());
    QCOMPARE(appended.bytes(),
             replaced(sample, "x:unknown=\"1\"/>", "x:unknown=\"1\"/>\n\t\t<vm name=\"v\"/>"));
}

void TestClusterConfDocument::insertingIntoAnEmptyElementOpensIt()
{
    ClusterConfDocument document = parsed(sample);
    QVERIFY(document.insertElement(1, 0, {"clusternode", {{"name", "n1"}}}).empty());
    QCOMPARE(document.bytes(),
             replaced(sample, "<clusternodes/>",
                      "<clusternodes>\n\t\t<clusternode name=\"n1\"/>\n\t</clusternodes>"));

    ClusterConfDocument blank = parsed("<cluster>\n  <rm a=\"1\" />\n</cluster>");
    QVERIFY(blank.insertElement(1, 0, {"vm", {}}).empty());
    QCOMPARE(blank.bytes(),
             QByteArray("<cluster>\n  <rm a=\"1\">\n    <vm/>\n  </rm>\n</cluster>"));

    ClusterConfDocument oneLine = parsed("<cluster><rm></rm></cluster>");
    QVERIFY(oneLine.insertElement(1, 0, {"service", {}}).empty());
    QCOMPARE(oneLine.bytes(), QByteArray("<cluster><rm><service/></rm></cluster>"));

    ClusterConfDocument open = parsed("<cluster>\n  <rm>\n  </rm>\n</cluster>\n");
    QVERIFY(open.insertElement(1, 0, {"service", {}}).empty());
    QCOMPARE(open.bytes(), QByteArray("<cluster>\n  <rm>\n    <service/>\n  </rm>\n</cluster>\n"));
}

void TestClusterConfDocument::insertingBetweenElementsOnOneLineAddsNoLine()
{
    ClusterConfDocument document = parsed("<cluster><a/><b/></cluster>");
    QVERIFY(document.insertElement(0, 1, {"x", {}}).empty());
    QVERIFY(document.insertElement(0, 3, {"y", {}}).empty());
    QCOMPARE(document.bytes(), QByteArray("<cluster><a/><x/><b/><y/></cluster>"));
}

void TestClusterConfDocument::windowsLinesStayWindowsLines()
{
    ClusterConfDocument document = parsed("<cluster>\r\n  <a/>\r\n</cluster>\r\n");
    QVERIFY(document.insertElement(0, 1, {"b", {}}).empty());
    QCOMPARE(document.bytes(), QByteArray("<cluster>\r\n  <a/>\r\n  <b/>\r\n</cluster>\r\n"));
    QVERIFY(document.removeElement(1).empty());
    QCOMPARE(document.bytes(), QByteArray("<cluster>\r\n  <b/>\r\n</cluster>\r\n"));
}

void TestClusterConfDocument::commentsStayWithTheirElement()
{
    const QByteArray text = "<cluster>\n"
                            "  <rm>\n"
                            "    <!-- all of it -->\n"
                            "\n"
                            "    <!-- the\n"
                            "         first one -->\n"
                            "    <!-- really -->\n"
                            "    <a/> <!-- behind a -->\n"
                            "    <!-- b -->\n"
                            "    <b/>\n"
                            "  </rm>\n"
                            "</cluster>\n";
    ClusterConfDocument document = parsed(text);
    QVERIFY(document.insertElement(1, 0, {"x", {}}).empty());
    QVERIFY(document.insertElement(1, 2, {"y", {}}).empty());
    QCOMPARE(document.bytes(),
             replaced(replaced(text, "    <!-- the\n", "    <x/>\n    <!-- the\n"),
                      "behind a -->\n", "behind a -->\n    <y/>\n"));
}

void TestClusterConfDocument::whatOnlyLooksLikeACommentIsLeftAlone()
{
    ClusterConfDocument document = parsed("<cluster>\n<![CDATA[\n<!-- ]]> -->\n<a/>\n</cluster>\n");
    QVERIFY(document.insertElement(0, 0, {"x", {}}).empty());
    QCOMPARE(document.bytes(),
             QByteArray("<cluster>\n<![CDATA[\n<!-- ]]> -->\n<x/>\n<a/>\n</cluster>\n"));
}

void TestClusterConfDocument::aMovedElementTakesItsCommentsAlong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("element");
    QTest::addColumn<int>("parent");
    QTest::addColumn<int>("position");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray lines = "<c>\n  <a>\n    <x/>\n  </a>\n  <!-- b -->\n  <b\n"
                             "    v=\"1\n    2\">\n\n    t\n  </b> <!-- end -->\n  <d/>\n</c>\n";
    QTest::newRow("back") << lines << 3 << 0 << 0
                          << QByteArray("<c>\n  <!-- b -->\n  <b\n    v=\"1\n    2\">\n\n    t\n"
                                        "  </b> <!-- end -->\n  <a>\n    <x/>\n  </a>\n"
                                        "  <d/>\n</c>\n");
    QTest::newRow("forth") << lines << 1 << 0 << 3
                           << QByteArray("<c>\n  <!-- b -->\n  <b\n    v=\"1\n    2\">\n\n    t\n"
                                         "  </b> <!-- end -->\n  <d/>\n  <a>\n    <x/>\n  </a>\n"
                                         "</c>\n");
    QTest::newRow("down") << lines << 4 << 1 << 1
                          << QByteArray("<c>\n  <a>\n    <x/>\n    <d/>\n  </a>\n  <!-- b -->\n"
                                        "  <b\n    v=\"1\n    2\">\n\n    t\n  </b> <!-- end -->\n"
                                        "</c>\n");
    QTest::newRow("deeper, and white space in values stays")
        << QByteArray("<c>\n  <b\n    v=\"1\n  2\">\n\n    t\n  </b>\n  <d/>\n</c>\n") << 1 << 2
        << 0
        << QByteArray("<c>\n  <d>\n    <b\n      v=\"1\n  2\">\n\n      t\n    </b>\n  </d>\n"
                      "</c>\n");
    QTest::newRow("where it is") << lines << 1 << 0 << 1 << lines;
    QTest::newRow("one line") << QByteArray("<c><a/><b><x/></b></c>") << 1 << 2 << 1
                              << QByteArray("<c><b><x/><a/></b></c>");
}

void TestClusterConfDocument::aMovedElementTakesItsCommentsAlong()
{
    QFETCH(QByteArray, text);
    QFETCH(int, element);
    QFETCH(int, parent);
    QFETCH(int, position);
    QFETCH(QByteArray, expected);
    ClusterConfDocument document = parsed(text);
    QVERIFY(document.moveElement(element, parent, position).empty());
    QCOMPARE(document.bytes(), expected);
}

void TestClusterConfDocument::aRemovedElementTakesItsLinesAlong()
{
    ClusterConfDocument document = parsed(sample);
    QVERIFY(document.removeElement(5).empty());
    QCOMPARE(document.bytes(),
             replaced(sample, "\t\t<service\n\t\t\tname = 'b'\n\t\t\tx:unknown=\"1\"/>\n", ""));
}

void TestClusterConfDocument::aRemovedElementLeavesItsNeighbours()
{
    ClusterConfDocument document = parsed(sample);
    QVERIFY(document.removeElement(find(document, "service")).empty());
    QCOMPARE(document.bytes(),
             replaced(sample,
                      "<service name=\"a\" recovery=\"relocate\"><script ref=\"a\"/></service>",
                      ""));
    QCOMPARE(document.elements().size(), std::size_t{4});
}

void TestClusterConfDocument::impossibleEditsChangeNothing()
{
    ClusterConfDocument document = parsed(sample);
    QVERIFY(document.setAttribute(99, "a", "b").hasErrors());
    QVERIFY(document.setAttribute(-1, "a", "b").hasErrors());
    QVERIFY(document.setAttribute(0, "a b", "c").hasErrors());
    QVERIFY(document.setAttribute(0, "", "c").hasErrors());
    QVERIFY(document.setAttribute(0, "a", std::string("\x01")).hasErrors());
    QVERIFY(document.setAttribute(0, "a", "\xFF").hasErrors());
    QVERIFY(document.removeAttribute(99, "a").hasErrors());
    QVERIFY(document.insertElement(0, 99, {"a", {}}).hasErrors());
    QVERIFY(document.insertElement(0, -1, {"a", {}}).hasErrors());
    QVERIFY(document.insertElement(0, 0, {"<a", {}}).hasErrors());
    QVERIFY(document.insertElement(0, 0, {"a", {{"1", "2"}}}).hasErrors());
    QVERIFY(document.insertElement(0, 0, {"a", {{"b", "2"}, {"b", "3"}}}).hasErrors());
    QVERIFY(document.removeElement(0).hasErrors());
    QVERIFY(document.moveElement(0, 1, 0).hasErrors());
    QVERIFY(document.moveElement(99, 0, 0).hasErrors());
    QVERIFY(document.moveElement(1, 1, 0).hasErrors());
    QVERIFY(document.moveElement(1, 0, 99).hasErrors());
    QCOMPARE(document.bytes(), sample);
    QCOMPARE(document.elements().size(), std::size_t{6});
}

void TestClusterConfDocument::badInputIsOneMessageWithItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QByteArray& text, const char* message) {
        QTest::newRow(name) << text << QString::fromUtf8(message);
    };
    row("empty", "", "c:1: error: the file is empty; a cluster.conf begins with <cluster>");
    row("white space", " \n\t\r\n ", "c:1: error: the file is empty");
    row("only a comment", "<!-- a -->\n", "c:2: error: the file ends before its root element");
    row("binary",
        QByteArray("\x7F"
                   "ELF\n\0\1\2",
                   8),
        "c:2: error: the file is binary: it contains a zero byte");
    row("UTF-16", QByteArray("\xFF\xFE<\0c\0", 6),
        "c:1: error: the file is UTF-16, not UTF-8; save it as UTF-8");
    row("Latin-1 bytes",
        "<cluster>\n<rm name=\"k\xFC"
        "che\"/></cluster>",
        "c:2: error: the file is not UTF-8; save it as UTF-8");
    row("overlong UTF-8", "<cluster>\n\n\xC0\xAF</cluster>", "c:3: error: the file is not UTF-8");
    row("surrogate", "<cluster>\xED\xA0\x80</cluster>", "c:1: error: the file is not UTF-8");
    row("declared encoding", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><cluster/>",
        "c:1: error: the encoding \"ISO-8859-1\" is not supported; save the file as UTF-8");
    row("not XML", "cluster {\n}", "c:1: error: not well-formed XML");
    row("wrong end tag", "<cluster>\n<rm>\n</cluster>",
        "c:3: error: not well-formed XML: Opening and ending tag mismatch");
    row("truncated", "<cluster>\n<rm>\n<service name=\"a\"",
        "c:3: error: the file ends too early: <rm> of line 2 is not closed; "
        "the file may be truncated");
    row("attribute twice", "<cluster>\n<rm a=\"1\" a=\"2\"/></cluster>",
        "c:2: error: not well-formed XML: Attribute 'a' redefined");
    row("no quotes", "<cluster a=1/>", "c:1: error: not well-formed XML");
    row("text behind the root", "<cluster/>\nmore", "c:2: error: not well-formed XML");
    row("two roots", "<cluster/>\n<cluster/>", "c:2: error: not well-formed XML");
    row("control character", "<cluster>\n\x01</cluster>", "c:2: error: not well-formed XML");
    row("DOCTYPE",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE cluster SYSTEM \"file:///etc/passwd\">\n"
        "<cluster/>",
        "c:2: error: a document type declaration (DOCTYPE) is not allowed in cluster.conf; "
        "remove it; entities are never expanded or fetched");
    row("entities",
        "<!DOCTYPE c [\n<!ENTITY a \"aaaa\">\n<!ENTITY b \"&a;&a;\">\n]>\n"
        "<cluster>&b;</cluster>",
        "error: a document type declaration (DOCTYPE) is not allowed");
    row("unknown entity", "<cluster>\n&nosuch;</cluster>",
        "c:2: error: not well-formed XML: "
        "Entity 'nosuch' not declared");
    row("unknown entity in a value", "<cluster>\n<rm a=\"&nosuch;\"/></cluster>",
        "c:2: error: not well-formed XML: Entity 'nosuch' not declared");
    QByteArray deep;
    for (int i = 0; i < 65; ++i)
        deep += "<a>\n";
    row("deep nesting", deep, "c:65: error: elements are nested more than 64 deep");
    row("deep nesting without an end", QByteArray("<a>").repeated(1'000'000),
        "c:1: error: elements are nested more than 64 deep");
    row("too many elements", "<a>" + QByteArray("<b/>").repeated(1'000'001) + "</a>",
        "c:1: error: more than 1000000 elements");
    row("too large", QByteArray(64 * 1024 * 1024 + 1, ' '),
        "c: error: the file has 65536 KiB, at most 65536 KiB are read");
}

void TestClusterConfDocument::badInputIsOneMessageWithItsLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const auto result = ClusterConfDocument::parse(text, "c");
    QVERIFY(!result.ok());
    QCOMPARE(result.diagnostics.items().size(), std::size_t{1});
    const QString actual = QString::fromStdString(toString(result.diagnostics.items().front()));
    QVERIFY2(actual.contains(message), qPrintable(actual));
}

void TestClusterConfDocument::everyTruncationIsReported()
{
    const qsizetype complete = sample.indexOf("</cluster>") + 10;
    for (qsizetype length = 0; length < complete; ++length) {
        const auto result = ClusterConfDocument::parse(sample.left(length), "c");
        QVERIFY2(!result.ok(), qPrintable(QString::number(length)));
        QCOMPARE(result.diagnostics.items().size(), std::size_t{1});
        QVERIFY(result.diagnostics.items().front().place.line > 0);
    }
}

void TestClusterConfDocument::filesThatCannotBeReadAreReported()
{
    const QTemporaryDir folder;
    const auto messageFor = [](const QString& path) {
        const auto result = ClusterConfDocument::load(path.toStdString());
        return result.ok() ? QString()
                           : QString::fromStdString(toString(result.diagnostics.items().front()));
    };
    QVERIFY(messageFor(folder.path()).contains("this is a folder; give a cluster.conf"));
    QVERIFY(messageFor(folder.filePath("nosuch")).contains("nosuch: error: cannot be opened: "));
    QFile file(folder.filePath("good"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sample);
    file.close();
    const auto loaded = ClusterConfDocument::load(file.fileName().toStdString());
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->bytes(), sample);
    QCOMPARE(loaded->fileName(), file.fileName().toStdString());
}

QTEST_GUILESS_MAIN(TestClusterConfDocument)
#include "tst_cluster_conf_document.moc"
