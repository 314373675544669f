// /etc/sysconfig/<program>: what is written is what a shell and the hardened guard read back, names
// cannot execute anything, and a file that somebody else wrote keeps its bytes.
#include "guard/sysconfig_text.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;

class SysconfigTextTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
    void namesThatCannotBeQuotedAreRefused_data();
    void namesThatCannotBeQuotedAreRefused();
    void aShellReadsTheSameAndExecutesNothing_data() { whatIsWrittenIsReadBack_data(); }
    void aShellReadsTheSameAndExecutesNothing();
    void textsAreReadAsAShellWould_data();
    void textsAreReadAsAShellWould();
    void aTextWithoutOurVariablesHasNoSettings();
    void foreignTextsKeepTheirBytes_data();
    void foreignTextsKeepTheirBytes();
    void quotesThatAreOpenKeepATextFromBeingChanged();
};

void SysconfigTextTest::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << "service:bark";
    QTest::newRow("empty") << "";
    QTest::newRow("blanks") << "service:two  words";
    QTest::newRow("apostrophe") << "service:bark's";
    QTest::newRow("quotes") << "service:\"bark\"";
    QTest::newRow("substitution") << "$(touch pwned)";
    QTest::newRow("backquotes") << "`touch pwned`";
    QTest::newRow("backslash") << "service:a\\";
    QTest::newRow("command") << "a; touch pwned #";
    QTest::newRow("up") << "../../../etc/passwd";
    QTest::newRow("not ASCII") << QString::fromUtf8("service:käse-猫");
    QTest::newRow("long") << QString(300, 'x');
    QTest::newRow("exclamation") << "!!";
}

void SysconfigTextTest::whatIsWrittenIsReadBack()
{
    QFETCH(QString, name);
    for (const std::optional<bool> refusal : {std::optional<bool>(), {true}, {false}}) {
        Sysconfig settings;
        settings.enabled = name != "service:bark";
        settings.myService = name.toStdString();
        settings.collisions = {"service:meow", "service:moo"};
        settings.refusalFails = refusal;
        const Result<std::string> text = sysconfigText(settings, "bark");
        QVERIFY(text.ok() && text.diagnostics.empty());
        const Result<Sysconfig> read = sysconfigIn(*text);
        QVERIFY(read.ok() && read.diagnostics.empty());
        QVERIFY(*read == settings);
        const Result<std::string> again = withSysconfig(*text, settings);
        QVERIFY(again.ok());
        QCOMPARE(*again, *text);
    }
}

void SysconfigTextTest::namesThatCannotBeQuotedAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("program");
    QTest::newRow("line end") << "a\ntouch pwned"
                              << "bark";
    QTest::newRow("control character") << "a\x1b[2J"
                                       << "bark";
    QTest::newRow("both kinds of quotes") << "'\""
                                          << "bark";
    QTest::newRow("program with a blank") << "a"
                                          << "b c";
    QTest::newRow("program with a line end") << "a"
                                             << "b\ntouch pwned";
    QTest::newRow("program that leads elsewhere") << "a"
                                                  << "../bark";
    QTest::newRow("no program") << "a"
                                << "";
}

void SysconfigTextTest::namesThatCannotBeQuotedAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, program);
    Sysconfig settings;
    settings.myService = name.toStdString();
    const Result<std::string> text = sysconfigText(settings, program.toStdString());
    QVERIFY(!text.ok());
    QCOMPARE(text.diagnostics.items().size(), std::size_t(1));
    QVERIFY(!text.diagnostics.items()[0].remedy.empty());
}

void SysconfigTextTest::aShellReadsTheSameAndExecutesNothing()
{
    QFETCH(QString, name);
    const QString bash = QStandardPaths::findExecutable("bash");
    if (bash.isEmpty())
        QSKIP("bash is missing");
    QTemporaryDir folder;
    Sysconfig settings;
    settings.myService = name.toStdString();
    QFile file(folder.filePath("sysconfig"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(*sysconfigText(settings, "bark")));
    file.close();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(bash, {"-c", ". ./sysconfig; printf %s \"$CLUST_MYSERVICE\""});
    QVERIFY(process.waitForFinished());
    QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()), name);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("sysconfig"));
}

void SysconfigTextTest::textsAreReadAsAShellWould_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("settings"); // enabled|own|collisions|refusal
    QTest::addColumn<int>("warnings");
    const auto row = [](const char* title, const char* text, const char* settings, int warnings) {
        QTest::newRow(title) << QString(text) << QString(settings) << warnings;
    };
    row("plain", "CLUST_ENABLED=true\nCLUST_MYSERVICE=service:a\n", "1|service:a||", 0);
    row("nearly true", "CLUST_ENABLED=True\n", "0|||", 0);
    row("words", "CLUST_COLLISION=\" a\tb\n  c \"", "0||a,b,c|", 0);
    row("single quotes, comment", "CLUST_MYSERVICE='a b' # c\n", "0|a b||", 0);
    row("escapes", "CLUST_MYSERVICE=a\\ \\\"b\"\\$x\\y\"\n", "0|a \"b$x\\y||", 0);
    row("exported", "  export CLUST_ENABLED=true CLUST_MYSERVICE=a\n", "1|a||", 0);
    row("one line", "CLUST_ENABLED=true; CLUST_MYSERVICE=a\n", "1|a||", 0);
    row("last counts", "CLUST_MYSERVICE=a\nCLUST_MYSERVICE=b\n", "0|b||", 0);
    row("comment", "#CLUST_ENABLED=true\nCLUST_MYSERVICE=a", "0|a||", 0);
    row("within quotes", "OPTIONS='\nCLUST_ENABLED=true\n'\nCLUST_MYSERVICE=a\n", "0|a||", 0);
    row("failure", "CLUST_REFUSAL=\"failure\"\n", "0|||f", 0);
    row("success", "CLUST_REFUSAL=\"success\"\n", "0|||s", 0);
    row("computed", "CLUST_MYSERVICE=\"service:$(hostname -s)\"\n", "0|service:$(hostname -s)||",
        1);
    row("computed, blanks", "CLUST_MYSERVICE=$(echo a b) # x\n", "0|$(echo a b)||", 1);
    row("backquotes", "CLUST_MYSERVICE=`a b`\n", "0|`a b`||", 1);
    row("for a command", "CLUST_ENABLED=true\nCLUST_ENABLED=false touch x\n", "1|||", 1);
    row("open", "CLUST_MYSERVICE=\"a\n", "0|a\n||", 1);
    row("Windows", "CLUST_ENABLED=true\r\nCLUST_MYSERVICE=a\r\n", "1|a||", 0);
}

void SysconfigTextTest::textsAreReadAsAShellWould()
{
    QFETCH(QString, text);
    QFETCH(QString, settings);
    QFETCH(int, warnings);
    const Result<Sysconfig> read = sysconfigIn(text.toStdString());
    QVERIFY(read.ok());
    QStringList words;
    for (const std::string& word : read->collisions)
        words << QString::fromStdString(word);
    const QString refusal = read->refusalFails ? (*read->refusalFails ? "f" : "s") : "";
    QCOMPARE(QString::number(read->enabled ? 1 : 0) + '|' +
                 QString::fromStdString(read->myService) + '|' + words.join(',') + '|' + refusal,
             settings);
    QCOMPARE(static_cast<int>(read.diagnostics.items().size()), warnings);
    QVERIFY(!read.diagnostics.hasErrors());
}

void SysconfigTextTest::aTextWithoutOurVariablesHasNoSettings()
{
    for (const char* text :
         {"", "OPTIONS=\"-x\"\n", "# CLUST_ENABLED=true\n", "XCLUST_ENABLED=true"})
        QVERIFY(!sysconfigIn(text).ok());
}

void SysconfigTextTest::foreignTextsKeepTheirBytes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const QString all = "CLUST_ENABLED=true\nCLUST_MYSERVICE=service:bark\n"
                        "CLUST_COLLISION='service:meow   service:moo'\n";
    QTest::newRow("right already") << "# mine\n" + all + "X=1"
                                   << "# mine\n" + all + "X=1";
    QTest::newRow("one is wrong") << "CLUST_ENABLED=no # off\n" + all.mid(19)
                                  << "CLUST_ENABLED=\"true\" # off\n" + all.mid(19);
    QTest::newRow("the last one is wrong")
        << "CLUST_ENABLED=no\nCLUST_ENABLED=no\n" + all.mid(19)
        << "CLUST_ENABLED=no\nCLUST_ENABLED=\"true\"\n" + all.mid(19);
    QTest::newRow("one is missing")
        << "X=1\n" + all.left(48)
        << "X=1\n" + all.left(48) + "CLUST_COLLISION=\"service:meow service:moo\"\n";
    QTest::newRow("only a shell understands it")
        << "CLUST_ENABLED=tr\"ue\"\n" + all.mid(19) << "CLUST_ENABLED=\"true\"\n" + all.mid(19);
    QTest::newRow("none")
        << "OPTIONS=1"
        << "OPTIONS=1\n\n# Keeps this program's service apart from other cluster services.\n"
           "CLUST_ENABLED=\"true\"\nCLUST_MYSERVICE=\"service:bark\"\n"
           "CLUST_COLLISION=\"service:meow service:moo\"\n";
}

void SysconfigTextTest::foreignTextsKeepTheirBytes()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Sysconfig settings{true, "service:bark", {"service:meow service:moo"}, {}};
    const Result<std::string> text = withSysconfig(before.toStdString(), settings);
    QVERIFY(text.ok());
    QCOMPARE(QString::fromStdString(*text), after);
    QCOMPARE(*withSysconfig(*text, settings), *text);
}

void SysconfigTextTest::quotesThatAreOpenKeepATextFromBeingChanged()
{
    const Result<std::string> text = withSysconfig("A=1\nOPTIONS=\"x\n", {true, "a", {}, {}});
    QVERIFY(!text.ok());
    QCOMPARE(text.diagnostics.items()[0].place.line, 2);
}

QTEST_APPLESS_MAIN(SysconfigTextTest)
#include "tst_sysconfig_text.moc"
