#include "dialogs/new_cluster_wizard.h"
#include "support/open_document.h"
#include "views/message_bar.h"
#include "views/start_page.h"
#include "window/main_window.h"

#include <QAbstractItemModelTester>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace rgsim;
using namespace rgsim::gui;

namespace {

const QString collision = QStringLiteral(":/rgsim/scenarios/guard/collision_sequence.json");

void clickAnswer(MainWindow& window, const QString& text)
{
    for (QPushButton* button : window.findChild<MessageBar*>()->findChildren<QPushButton*>()) {
        if (button->text() == text) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable("there is no answer " + text));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setSeed(MainWindow& window, int seed)
{
    window.document().edit("Seed", [seed](ScenarioDraft& draft) { draft.set("seed", seed); });
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void init();
    void opensOnTheStartPage();
    void oneClickOnACardRunsIt();
    void theGalleryCanBeSearched();
    void theWizardLeadsToARunningCluster();
    void aDamagedFileIsToldInTheWindow();
    void ofManyMessagesTheWorstAreToldFirst();
    void unsavedChangesAreAskedAboutBeforeAnotherFile();
    void unsavedChangesAreAskedAboutBeforeClosing();
    void opensEachShippedScenario_data();
    void opensEachShippedScenario();
    void playsToTheEnd();
    void everyCommandHasWordsAndNoShortcutIsUsedTwice();
    void everyControlHasAName();
    void aForkIsMadeSwitchedAndDropped();
    void writesTables();
    void writesPictures();
    void aReportCannotGoWhereThereIsNoFolder();
    void theLayoutOfPanelsIsRemembered();
    void aKilledProgramLosesNoEdits();
    void recentFilesAreOffered();
};

void TestMainWindow::init()
{
    QSettings().clear();
    QDir(Autosave::standardFolder()).removeRecursively();
}

void TestMainWindow::opensOnTheStartPage()
{
    MainWindow window;
    window.show();
    auto* page = window.findChild<StartPage*>();
    QVERIFY(page->isVisible());
    QVERIFY(page->gallery().rowCount() > 30);
    QTRY_VERIFY_WITH_TIMEOUT(page->isComplete(), 60'000);
    for (int row = 0; row < page->gallery().rowCount(); ++row)
        QVERIFY(!page->gallery().index(row).data(Qt::DecorationRole).isNull());
    for (QDockWidget* dock : window.findChildren<QDockWidget*>())
        QVERIFY2(!dock->isVisible(), qPrintable(dock->windowTitle()));
}

void TestMainWindow::oneClickOnACardRunsIt()
{
    MainWindow window;
    window.show();
    auto* cards = window.findChild<QListView*>("gallery");
    const QModelIndex first = cards->model()->index(0, 0);
    QTest::mouseClick(cards->viewport(), Qt::LeftButton, {}, cards->visualRect(first).center());
    QVERIFY(window.document().isOpen());
    QVERIFY(waitForRun(window.document()));
    QVERIFY(!window.findChild<StartPage*>()->isVisible());
    window.commands()["file.close"]->trigger();
    QVERIFY(window.findChild<StartPage*>()->isVisible());
}

void TestMainWindow::theGalleryCanBeSearched()
{
    MainWindow window;
    window.show();
    auto* cards = window.findChild<QListView*>("gallery");
    const QAbstractItemModelTester tester(cards->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int all = cards->model()->rowCount();
    QTest::keyClicks(window.findChild<StartPage*>()->findChild<QLineEdit*>(), "ping pong");
    QVERIFY(cards->model()->rowCount() < all);
    QTest::keyClicks(window.findChild<StartPage*>()->findChild<QLineEdit*>(), " nosuchword");
    QCOMPARE(cards->model()->rowCount(), 0);
}

void TestMainWindow::theWizardLeadsToARunningCluster()
{
    MainWindow window;
    window.show();
    QTest::mouseClick(window.findChild<QPushButton*>("newButton"), Qt::LeftButton);
    auto* wizard = window.findChild<NewClusterWizard*>();
    QVERIFY(wizard);
    wizard->findChild<QSpinBox*>("nodeCount")->setValue(4);
    wizard->next();
    auto* services = wizard->findChild<QPlainTextEdit*>("services");
    services->setPlainText("one\none");
    QVERIFY(!wizard->button(QWizard::NextButton)->isEnabled());
    services->setPlainText("one\ntwo\nthree");
    wizard->next();
    auto* pairs = wizard->findChild<QListWidget*>("pairs");
    QCOMPARE(pairs->count(), 3);
    pairs->item(0)->setCheckState(Qt::Checked);
    wizard->accept();
    QVERIFY(waitForRun(window.document()));
    const Cluster& cluster = window.document().run()->cluster();
    QCOMPARE(cluster.nodeCount(), 4);
    QCOMPARE(cluster.serviceCount(), 3);
    QCOMPARE(cluster.keepApart.size(), std::size_t{1});
    QCOMPARE(cluster.guardMode, GuardMode::Hardened);
    QVERIFY(cluster.services[0].isGuarded);
    QVERIFY(!cluster.services[2].isGuarded);
    QVERIFY(window.document().active().problems.empty());
}

void TestMainWindow::aDamagedFileIsToldInTheWindow()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("damaged.json");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\": 1, \"cluster\": {\"nodes\": [");
    file.close();
    MainWindow window;
    window.show();
    window.openExample(collision);
    QVERIFY(waitForRun(window.document()));
    const RunPtr before = window.document().run();
    QVERIFY(!window.openFile(path));
    QVERIFY(window.findChild<MessageBar*>()->text().contains("damaged.json"));
    QCOMPARE(window.document().run(), before);
    QVERIFY(!window.openFile(folder.filePath("missing.json")));
    QVERIFY(window.findChild<MessageBar*>()->text().contains("missing.json"));
}

void TestMainWindow::ofManyMessagesTheWorstAreToldFirst()
{
    MessageBar bar;
    Diagnostics problems;
    for (int i = 0; i < 9; ++i)
        problems.note({}, "note " + std::to_string(i));
    problems.warning({}, "the warning");
    problems.error({}, "the error");
    bar.show("Heading", problems);
    const QStringList lines = bar.text().split('\n');
    QCOMPARE(lines.size(), 8);
    QCOMPARE(lines.first(), QString("Heading"));
    QVERIFY(lines[1].contains("the error"));
    QVERIFY(lines[2].contains("the warning"));
    QVERIFY(lines[3].contains("note 0"));
    QVERIFY(lines.last().contains("5 more"));
}

void TestMainWindow::unsavedChangesAreAskedAboutBeforeAnotherFile()
{
    MainWindow window;
    window.show();
    window.openExample(collision);
    setSeed(window, 5);
    window.openExample(":/rgsim/scenarios/guard/ping_pong.json");
    QVERIFY(window.findChild<MessageBar*>()->isAsking());
    QCOMPARE(window.document().draft().value("seed").toInt(), 5);
    clickAnswer(window, "&Discard the changes");
    QCOMPARE(window.document().displayName(), QString("ping_pong.json"));
    QVERIFY(!window.document().isModified());
}

void TestMainWindow::unsavedChangesAreAskedAboutBeforeClosing()
{
    MainWindow window;
    window.show();
    window.openExample(collision);
    setSeed(window, 5);
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());
    clickAnswer(window, "&Go on editing");
    QVERIFY(!window.close());
    clickAnswer(window, "&Discard the changes");
    QVERIFY(!window.isVisible());
}

void TestMainWindow::opensEachShippedScenario_data()
{
    QTest::addColumn<QString>("path");
    const GalleryModel gallery;
    for (int row = 0; row < gallery.rowCount(); ++row) {
        const QString path = gallery.index(row).data(GalleryModel::PathRole).toString();
        QTest::newRow(qPrintable(QFileInfo(path).completeBaseName())) << path;
    }
}

void TestMainWindow::opensEachShippedScenario()
{
    QFETCH(QString, path);
    MainWindow window;
    window.resize(1280, 800);
    window.show();
    window.openExample(path);
    QVERIFY(waitForRun(window.document()));
    QVERIFY(!window.document().active().isBroken());
    for (const std::int64_t part : {0, 1, 2, 3, 4})
        window.document().setPlayhead(SimTime{window.document().end().ms * part / 4});
    QVERIFY(!window.grab().isNull());
    QVERIFY(!window.document().isModified());
}

void TestMainWindow::playsToTheEnd()
{
    MainWindow window;
    window.show();
    window.openExample(collision);
    QVERIFY(waitForRun(window.document()));
    window.playback().setSpeed(Playback::fastest);
    window.commands()["play.toggle"]->trigger();
    QVERIFY(window.playback().isPlaying());
    QTRY_COMPARE(window.document().playhead(), SimTime::seconds(300));
    QVERIFY(!window.playback().isPlaying());
}

void TestMainWindow::everyCommandHasWordsAndNoShortcutIsUsedTwice()
{
    MainWindow window;
    QHash<QString, QString> users;
    for (const QAction* action : window.findChildren<QAction*>()) {
        for (const QKeySequence& shortcut : action->shortcuts()) {
            const QString text = shortcut.toString();
            QVERIFY2(!users.contains(text) || action->shortcutContext() != Qt::WindowShortcut,
                     qPrintable(text + ": " + users.value(text) + " and " + action->text()));
            if (action->shortcutContext() == Qt::WindowShortcut)
                users.insert(text, action->text());
        }
    }
    for (const QAction* action : window.commands().all())
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
}

void TestMainWindow::everyControlHasAName()
{
    MainWindow window;
    window.show();
    window.openExample(collision);
    QVERIFY(waitForRun(window.document()));
    QStringList nameless;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool isInner = widget->objectName().startsWith("qt_") || !widget->parentWidget() ||
                             qobject_cast<QComboBox*>(widget->parentWidget()) ||
                             qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) ||
                             qobject_cast<QAbstractScrollArea*>(widget->parentWidget());
        if (isInner || widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        if (accessible && accessible->text(QAccessible::Name).isEmpty())
            nameless << widget->metaObject()->className() + QString(" ") + widget->objectName() +
                            " in " + widget->parentWidget()->metaObject()->className();
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join("\n")));
}

void TestMainWindow::aForkIsMadeSwitchedAndDropped()
{
    MainWindow window;
    window.show();
    window.openExample(collision);
    QVERIFY(waitForRun(window.document()));
    window.document().setPlayhead(SimTime::seconds(100));
    window.commands()["fork.make"]->trigger();
    QVERIFY(window.document().hasFork());
    QVERIFY(!window.commands()["fork.make"]->isEnabled());
    setSeed(window, 9);
    QVERIFY(waitForRun(window.document()));
    window.commands()["fork.switch"]->trigger();
    QCOMPARE(window.document().draft().value("seed").toInt(), 1);
    window.commands()["fork.drop"]->trigger();
    QVERIFY(!window.document().hasFork());
    window.document().undoStack().undo();
    QVERIFY(window.document().hasFork());
    QCOMPARE(window.document().branch(BranchId::Fork).draft.value("seed").toInt(), 9);
}

void TestMainWindow::writesTables()
{
    QTemporaryDir folder;
    MainWindow window;
    window.openExample(collision);
    QVERIFY(waitForRun(window.document()));
    QVERIFY(window.exportTo(Export::LogCsv, folder.filePath("log.csv")).empty());
    QVERIFY(contentOf(folder.filePath("log.csv")).startsWith("t_ms,node,priority,text"));
    QVERIFY(window.exportTo(Export::TimelinePicture, folder.filePath("timeline.png")).empty());
    QVERIFY(!QImage(folder.filePath("timeline.png")).isNull());
    QVERIFY(window.exportTo(Export::TimelineCsv, folder.filePath("timeline.csv")).empty());
    QVERIFY(contentOf(folder.filePath("timeline.csv")).contains("service:meow"));
    QVERIFY(window.exportTo(Export::HtmlReport, folder.filePath("report.html")).empty());
    QVERIFY(contentOf(folder.filePath("report.html")).contains("<svg"));
}

void TestMainWindow::writesPictures()
{
    QTemporaryDir folder;
    MainWindow window;
    window.show();
    window.openExample(collision);
    QVERIFY(waitForRun(window.document()));
    window.document().setPlayhead(SimTime::seconds(20));
    for (const Export what : {Export::TimelinePicture, Export::ClusterPicture}) {
        const QString name = what == Export::TimelinePicture ? "timeline" : "cluster";
        QVERIFY(window.exportTo(what, folder.filePath(name + ".png")).empty());
        QVERIFY(QImage(folder.filePath(name + ".png")).width() > 300);
        QVERIFY(window.exportTo(what, folder.filePath(name + ".svg")).empty());
        QVERIFY(contentOf(folder.filePath(name + ".svg")).contains("</svg>"));
        QVERIFY(window.exportTo(what, folder.filePath(name + ".pdf")).empty());
        QVERIFY(contentOf(folder.filePath(name + ".pdf")).startsWith("%PDF"));
        QVERIFY(window.exportTo(what, "/no/such/folder/picture.png").hasErrors());
    }
}

void TestMainWindow::aReportCannotGoWhereThereIsNoFolder()
{
    MainWindow window;
    window.openExample(collision);
    QVERIFY(waitForRun(window.document()));
    QVERIFY(window.exportTo(Export::HtmlReport, "/no/such/folder/report.html").hasErrors());
}

void TestMainWindow::theLayoutOfPanelsIsRemembered()
{
    QString id;
    bool wasOpen = false;
    {
        MainWindow window;
        window.show();
        window.openExample(collision);
        QDockWidget* dock = window.findChild<QDockWidget*>();
        if (!dock)
            QSKIP("there are no panels yet");
        id = dock->objectName();
        wasOpen = !dock->isHidden();
        dock->setVisible(!wasOpen);
        window.close();
    }
    MainWindow window;
    window.show();
    window.openExample(collision);
    QCOMPARE(!window.findChild<QDockWidget*>(id)->isHidden(), !wasOpen);
}

// Started again as a child process: edits, says so, and waits to be killed.
int editUntilKilled(QApplication& application)
{
    MainWindow window;
    window.show();
    window.openExample(collision);
    setSeed(window, 4711);
    QTimer::singleShot(1000, [] {
        std::puts("edited");
        std::fflush(stdout);
    });
    return application.exec();
}

void TestMainWindow::aKilledProgramLosesNoEdits()
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {"edit-until-killed"});
    QVERIFY(child.waitForReadyRead(30'000));
    child.kill();
    QVERIFY(child.waitForFinished());
    MainWindow window;
    window.show();
    QVERIFY(window.findChild<MessageBar*>()->isAsking());
    clickAnswer(window, "&Bring them back");
    QCOMPARE(window.document().draft().value("seed").toInt(), 4711);
    QVERIFY(window.document().isModified());
    QVERIFY(waitForRun(window.document()));
}

void TestMainWindow::recentFilesAreOffered()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("mine.json");
    MainWindow window;
    window.show();
    window.openExample(collision);
    QVERIFY(!window.document().save(path).hasErrors());
    window.document().close();
    QVERIFY(window.openFile(path));
    QCOMPARE(RecentFiles().paths(), QStringList{path});
}

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tst_main_window"));
    QApplication::setOrganizationName(QStringLiteral("rgsim-tests"));
    if (argc > 1 && QString(argv[1]) == "edit-until-killed")
        return editUntilKilled(application);
    TestMainWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_main_window.moc"
