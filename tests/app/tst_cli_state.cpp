// rgsim … --state: a run begins in the state that clustat -x printed.
#include "support/rgsim_process.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace rgsim;

class TestCliState : public QObject {
    Q_OBJECT

private slots:
    void aRunGoesOnFromAPrintedState();
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
