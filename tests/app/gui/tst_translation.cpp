#include "window/main_window.h"
#include "window/translation.h"

#include <QApplication>
#include <QFile>
#include <QLocale>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

const QString root = QStringLiteral(RGSIM_SOURCE_DIR);
const QString germanFile = root + QStringLiteral("/resources/translations/rgsim_de.ts");
const QString lupdate = QStringLiteral(RGSIM_LUPDATE);
constexpr int germanForms = 2; // one and many

struct CatalogueEntry {
    QString context;
    QString source;
    QString comment;
    QStringList translations; // one for each form
    bool isCounted = false;
    bool isFinished = false;

    QString key() const { return context + u'|' + source + u'|' + comment; }
};

using Messages = QMap<QString, CatalogueEntry>;

CatalogueEntry readMessage(QXmlStreamReader& xml, const QString& context)
{
    CatalogueEntry message;
    message.context = context;
    message.isCounted = xml.attributes().value("numerus") == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            message.comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.isFinished = !xml.attributes().hasAttribute("type");
            if (!message.isCounted) {
                message.translations << xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                message.translations << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

Messages readMessages(const QString& path)
{
    Messages messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    xml.readNextStartElement();
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            const CatalogueEntry message = readMessage(xml, context);
            messages.insert(message.key(), message);
        }
    }
    return messages;
}

// What `pattern` finds, in an order of its own: a translation may need another.
QStringList findings(const QRegularExpression& pattern, const QString& text)
{
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    return found;
}

QStringList titlesOf(const QMenuBar& bar)
{
    QStringList titles;
    for (const QAction* action : bar.actions())
        titles << action->text().remove(u'&');
    return titles;
}

QStringList lettersTwice(const QList<QAction*>& actions)
{
    QStringList twice;
    QMap<QString, QString> users;
    static const QRegularExpression mnemonic(QStringLiteral("&(?!&)(.)"));
    for (const QAction* action : actions) {
        const QString letter = mnemonic.match(action->text()).captured(1).toLower();
        if (!letter.isEmpty() && users.contains(letter))
            twice << users.value(letter) + " and " + action->text();
        users.insert(letter, action->text());
    }
    return twice;
}

} // namespace

class TestTranslation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everyTextIsTranslated();
    void whatIsNoWordStaysAsItIs_data();
    void whatIsNoWordStaysAsItIs();
    void theFileHoldsTheTextsOfTheSourcesAndNoOthers();
    void menusFollowTheLanguage_data();
    void menusFollowTheLanguage();
    void noMenuUsesALetterTwice_data();
    void noMenuUsesALetterTwice();

private:
    Messages m_german;
};

void TestTranslation::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_german = readMessages(germanFile);
    QVERIFY(!m_german.isEmpty());
}

void TestTranslation::init()
{
    QSettings().clear();
}

// Takes back what installTranslation did.
void TestTranslation::cleanup()
{
    for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>()) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    QLocale::setDefault(QLocale::system());
}

void TestTranslation::everyTextIsTranslated()
{
    QStringList missing;
    for (const CatalogueEntry& message : std::as_const(m_german)) {
        const int forms = message.isCounted ? germanForms : 1;
        if (!message.isFinished || message.translations.size() != forms ||
            message.translations.contains(QString()))
            missing << message.key();
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
}

void TestTranslation::whatIsNoWordStaysAsItIs_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("placeholders") << "%(L?[1-9]|n|v|m)";
    QTest::newRow("end") << "(…|:)$";
    QTest::newRow("mnemonic") << "&(?!&)";
    QTest::newRow("names of files") << "\\([^()]*\\*[^()]*\\)";
    QTest::newRow("lines") << "\n";
    QTest::newRow("spaces at the ends") << "^ +| +$";
}

void TestTranslation::whatIsNoWordStaysAsItIs()
{
    QFETCH(QString, pattern);
    const QRegularExpression expression(pattern);
    QStringList changed;
    for (const CatalogueEntry& message : std::as_const(m_german)) {
        const QStringList expected = findings(expression, message.source);
        for (const QString& translation : message.translations) {
            if (findings(expression, translation) != expected)
                changed << message.source + " -> " + translation;
        }
    }
    QVERIFY2(changed.isEmpty(), qPrintable(changed.join('\n')));
}

void TestTranslation::theFileHoldsTheTextsOfTheSourcesAndNoOthers()
{
    if (!QFile::exists(lupdate))
        QSKIP("lupdate is not installed");
    QTemporaryDir folder;
    const QString copy = folder.filePath("rgsim_de.ts");
    QVERIFY(QFile::copy(germanFile, copy));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    QProcess process;
    process.start(
        lupdate, {"-silent", "-locations", "none", "-no-obsolete", root + "/app/gui", "-ts", copy});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    const Messages now = readMessages(copy);
    QVERIFY(!now.isEmpty());
    QStringList differences;
    for (const CatalogueEntry& message : now) {
        if (!m_german.contains(message.key()))
            differences << "not in rgsim_de.ts: " + message.key();
    }
    for (const CatalogueEntry& message : std::as_const(m_german)) {
        if (!now.contains(message.key()))
            differences << "not in the sources: " + message.key();
    }
    if (!differences.isEmpty())
        differences << "build update_translations, and fill in what is new";
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join('\n')));
}

void TestTranslation::menusFollowTheLanguage_data()
{
    const QStringList english{"File", "Edit", "Simulate", "Planning", "View", "Help"};
    const QStringList german{"Datei", "Bearbeiten", "Simulieren", "Planung", "Ansicht", "Hilfe"};
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("exists");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("nothing installed") << QString() << true << english;
    QTest::newRow("English") << "en" << true << english;
    QTest::newRow("British") << "en_GB" << true << english;
    QTest::newRow("German") << "de" << true << german;
    QTest::newRow("Austrian") << "de_AT" << true << german;
    QTest::newRow("another language") << "fi" << false << english;
    QTest::newRow("no language") << "xx" << false << english;
}

void TestTranslation::menusFollowTheLanguage()
{
    QFETCH(QString, language);
    QFETCH(bool, exists);
    QFETCH(QStringList, titles);
    if (!language.isEmpty())
        QCOMPARE(installTranslation(language), exists);
    MainWindow window;
    QCOMPARE(titlesOf(*window.menuBar()), titles);
}

void TestTranslation::noMenuUsesALetterTwice_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("German") << "de";
}

void TestTranslation::noMenuUsesALetterTwice()
{
    QFETCH(QString, language);
    QVERIFY(installTranslation(language));
    MainWindow window;
    QStringList twice = lettersTwice(window.menuBar()->actions());
    for (const QMenu* menu : window.menuBar()->findChildren<QMenu*>())
        twice << lettersTwice(menu->actions());
    QVERIFY2(twice.isEmpty(), qPrintable(twice.join('\n')));
}

QTEST_MAIN(TestTranslation)

#include "tst_translation.moc"
