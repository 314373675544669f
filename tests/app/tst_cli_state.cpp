// rgsim … --state: a run begins in the state that clustat -x printed.
#include "support/rgsim_process.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;

class TestCliState : public QObject {
    Q_OBJECT

private slots:
    void aRunGoesOnFromAPrintedState();
    void aPlayedStateIsSavedWithItsBeginning();
    void aStateThatDoesNotFitIsRefused();

private:
    QTemporaryDir m_folder;
};

void TestCliState::aRunGoesOnFromAPrintedState()
{
    const QString conf = writeFile(m_folder.filePath(QStringLiteral("pets.conf")), petsConf);
    const QStringList crash = {QStringLiteral("--crash"), QStringLiteral("node1@10s")};
    const QByteArray xml =
        runRgsim(QStringList{QStringLiteral("clustat"), conf, QStringLiteral("-x")} + crash).out;
    QVERIFY2(xml.contains("name=\"node1.example.com\" state=\"0\""), xml.constData());
    const QString state = writeFile(m_folder.filePath(QStringLiteral("now.xml")), xml);
    const QStringList given = {QStringLiteral("--state"), state};

    const ProcessOutcome same =
        runRgsim(QStringList{QStringLiteral("clustat"), conf, QStringLiteral("-x")} + given);
    QCOMPARE(same.out, xml); // nothing happens, and node1 stays off
    const ProcessOutcome log =
        runRgsim(QStringList{QStringLiteral("log"), conf, QStringLiteral("--kill"),
                             QStringLiteral("service:bark@20s")} +
                 given);
    QVERIFY2(!log.out.contains("Starting stopped"), log.shown().constData());
    QVERIFY2(log.out.contains("rgmanager: <notice> Recovering failed service service:bark"),
             log.shown().constData());
}

void TestCliState::aPlayedStateIsSavedWithItsBeginning()
{
    const QString conf = writeFile(m_folder.filePath(QStringLiteral("pets.conf")), petsConf);
    const QByteArray xml = runRgsim({QStringLiteral("clustat"), conf, QStringLiteral("-x"),
                                     QStringLiteral("--crash"), QStringLiteral("node1@10s")})
                               .out;
    const QString state = writeFile(m_folder.filePath(QStringLiteral("now.xml")), xml);
    const QString played = m_folder.filePath(QStringLiteral("played.json"));
    const QStringList lines = {QStringLiteral("node node2"),    QStringLiteral("clusvcadm -l"),
                               QStringLiteral("crash node3"),   QStringLiteral("advance 40s"),
                               QStringLiteral("clusvcadm -u"),  QStringLiteral("boot node1"),
                               QStringLiteral("advance 20s"),   QStringLiteral("clustat -x"),
                               QStringLiteral("save ") + played};
    QStringList arguments = {QStringLiteral("shell"), conf, QStringLiteral("--state"), state};
    for (const QString& line : lines)
        arguments << QStringLiteral("--command") << line;
    const ProcessOutcome session = runRgsim(arguments);
    QVERIFY2(session.out.endsWith("saved; the same again: rgsim run " + played.toUtf8() + '\n'),
             session.shown().constData());
    const ProcessOutcome again =
        runRgsim({QStringLiteral("clustat"), played, QStringLiteral("-x"), QStringLiteral("--node"),
                  QStringLiteral("node2.example.com")});
    QCOMPARE(again.code, 0);
    QVERIFY2(session.out.contains(again.out), (session.out + again.shown()).constData());
}

void TestCliState::aStateThatDoesNotFitIsRefused()
{
    const QString conf = writeFile(m_folder.filePath(QStringLiteral("pets.conf")), petsConf);
    const QString state = writeFile(m_folder.filePath(QStringLiteral("other.xml")),
                                    "<clustat>\n<nodes>\n<node name=\"node7\" state=\"1\"/>\n"
                                    "</nodes>\n</clustat>\n");
    const ProcessOutcome outcome =
        runRgsim({QStringLiteral("run"), conf, QStringLiteral("--state"), state});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("other.xml:3: error: the cluster has no node \"node7\""),
             outcome.shown().constData());
}

QTEST_APPLESS_MAIN(TestCliState)
#include "tst_cli_state.moc"
