#include "rgmanager/messages.h"

#include <QtTest>

using namespace rgsim;

class TestMessages : public QObject {
    Q_OBJECT

private slots:
    void everyMessageIsReadAsItWasWritten_data();
    void everyMessageIsReadAsItWasWritten();
    void namesWithBlanksAreReadWhole();
    void theFormThatExplainsMoreCounts();
    void whatIsNoMessageIsNotRead_data();
    void whatIsNoMessageIsNotRead();
    void formsHaveStarsForAnything_data();
    void formsHaveStarsForAnything();
};

void TestMessages::everyMessageIsReadAsItWasWritten_data()
{
    QTest::addColumn<int>("number");
    for (int number = 0; number <= static_cast<int>(Message::NotFailingOver); ++number)
        QTest::newRow(qPrintable(QString::number(number))) << number;
}

void TestMessages::everyMessageIsReadAsItWasWritten()
{
    QFETCH(int, number);
    MessageWords words;
    words.message = static_cast<Message>(number);
    words.service = "vm:a guest";
    words.nodeName = "node1.example.com";
    words.nodeId = 24;
    words.value = -12;
    words.request = Request::StartRecover;
    const std::string text = messageText(words);
    const std::optional<MessageWords> read = readMessage(text);
    QVERIFY(read.has_value());
    QCOMPARE(static_cast<int>(read->message), number);
    QCOMPARE(messageText(*read), text);
    // Whatever the text shows came back.
    QCOMPARE(read->service.empty(), text.find("vm:a guest") == std::string::npos);
    QCOMPARE(read->nodeName.empty(), text.find("node1.example.com") == std::string::npos);
    QCOMPARE(read->nodeId == 24, text.find("24") != std::string::npos);
    QCOMPARE(read->value == -12, text.find("-12") != std::string::npos);
}

void TestMessages::namesWithBlanksAreReadWhole()
{
    const auto read = readMessage("Taking over service service:a from down member b from down "
                                  "member node2");
    QVERIFY(read.has_value());
    QCOMPARE(messageText(*read), std::string("Taking over service service:a from down member b "
                                             "from down member node2"));
}

void TestMessages::theFormThatExplainsMoreCounts()
{
    QCOMPARE(readMessage("Stopping service service:a: Dependency missing")->message,
             Message::DependencyMissing);
    QCOMPARE(readMessage("Stopping service service:a")->message, Message::Stopping);
}

void TestMessages::whatIsNoMessageIsNotRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no name") << QByteArray("Stopping service ");
    QTest::newRow("other end") << QByteArray("Service service:a is fine");
    QTest::newRow("more behind") << QByteArray("Service service:a is stopped.");
    QTest::newRow("no number") << QByteArray("Service service:a is now running on member b");
    QTest::newRow("negative id") << QByteArray("Service service:a is now running on member -1");
    QTest::newRow("huge number") << QByteArray(
        "#68: Failed to start service:a; return value: 99999999999");
    QTest::newRow("zero written otherwise")
        << QByteArray("#68: Failed to start service:a; return value: -0");
    QTest::newRow("other request")
        << QByteArray("State Uncertain: svc:service:a nid:2 req:stop ret:-1");
}

void TestMessages::whatIsNoMessageIsNotRead()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readMessage(text.toStdString()).has_value());
}

void TestMessages::formsHaveStarsForAnything_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("no star") << QByteArray("abc") << QByteArray("abc") << true;
    QTest::newRow("longer") << QByteArray("abc") << QByteArray("abcd") << false;
    QTest::newRow("shorter") << QByteArray("abc") << QByteArray("ab") << false;
    QTest::newRow("star") << QByteArray("a*c") << QByteArray("abbc") << true;
    QTest::newRow("star for nothing") << QByteArray("a*c") << QByteArray("ac") << false;
    QTest::newRow("star at the end") << QByteArray("a*") << QByteArray("abc") << true;
    QTest::newRow("second try") << QByteArray("a* on *") << QByteArray("a on b on c") << true;
    QTest::newRow("two stars") << QByteArray("*b*d") << QByteArray("abbcd") << true;
    QTest::newRow("missing") << QByteArray("*b*d") << QByteArray("abc") << false;
}

void TestMessages::formsHaveStarsForAnything()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, text);
    QTEST(hasForm(form.toStdString(), text.toStdString()), "fits");
}

QTEST_APPLESS_MAIN(TestMessages)
#include "tst_messages.moc"
