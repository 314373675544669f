#include "window/space_key.h"

#include <QCheckBox>
#include <QPushButton>
#include <QShortcut>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace rgsim::gui;

class TestSpaceKey : public QObject {
    Q_OBJECT

private slots:
    void controlsThatUseSpaceGetIt();
    void elsewhereTheShortcutCounts();
};

void TestSpaceKey::controlsThatUseSpaceGetIt()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* box = new QCheckBox(&window);
    auto* button = new QPushButton(&window);
    auto* table = new QTableView(&window);
    QStandardItemModel model(1, 2);
    auto* item = new QStandardItem;
    item->setCheckable(true);
    model.setItem(0, 0, item);
    table->setModel(&model);
    for (QWidget* control :
         {static_cast<QWidget*>(box), static_cast<QWidget*>(button), static_cast<QWidget*>(table)})
        layout->addWidget(control);
    int played = 0;
    int pressed = 0;
    connect(button, &QPushButton::clicked, this, [&pressed] { ++pressed; });
    QShortcut play(Qt::Key_Space, &window, [&played] { ++played; });
    new SpaceKey(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(box->isChecked());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(pressed, 1);
    table->setFocus();
    table->setCurrentIndex(model.index(0, 0));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(item->checkState(), Qt::Checked);
    QCOMPARE(played, 0);
    table->setCurrentIndex(model.index(0, 1)); // has no check box
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(played, 1);
}

void TestSpaceKey::elsewhereTheShortcutCounts()
{
    QWidget window;
    window.setFocusPolicy(Qt::StrongFocus);
    int played = 0;
    QShortcut play(Qt::Key_Space, &window, [&played] { ++played; });
    new SpaceKey(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.setFocus();
    QTest::keyClick(&window, Qt::Key_Space);
    QCOMPARE(played, 1);
}

QTEST_MAIN(TestSpaceKey)
#include "tst_space_key.moc"
