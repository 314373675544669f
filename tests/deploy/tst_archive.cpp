// The packed export: what is in it, and that it is the same bytes each time.
#include "deploy/archive.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace rgsim;

class TestArchive : public QObject {
    Q_OBJECT

private slots:
    void tarReadsWhatWasPacked();
    void equalFilesGiveEqualBytes();
    void nothingStandsBehindTheArchive();
};

namespace {

NodeFiles someFiles()
{
    const std::string longName(150, 'x');
    return {{"README", "read me\n", false},
            {"etc/rc.d/init.d/bark", "#!/bin/bash\n", true},
            {longName + "/etc/" + longName, "deep\n", false},
            {"empty", "", false}};
}

QByteArray outputOf(const QStringList& arguments)
{
    QProcess process;
    process.setProcessEnvironment([] {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
        return environment;
    }());
    process.start(QStringLiteral("tar"), arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                : process.readAllStandardError();
}

} // namespace

void TestArchive::tarReadsWhatWasPacked()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.tar.gz"));
    QFile file(path);
    const auto packed = packedFiles(someFiles());
    QVERIFY(packed.ok());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*packed) == packed->size());
    file.close();
    const QByteArrayList lines = outputOf({"-tvzf", path, "--full-time"}).split('\n');
    QCOMPARE(lines.size(), qsizetype{5});
    QVERIFY2(lines[0].startsWith("-rw-r--r-- root/root"), lines[0]);
    QVERIFY2(lines[0].endsWith("8 2012-01-01 00:00:00 README"), lines[0]);
    QVERIFY2(lines[1].startsWith("-rwxr-xr-x root/root"), lines[1]);
    QCOMPARE(outputOf({"-xOzf", path}), QByteArray("read me\n#!/bin/bash\ndeep\n"));
}

void TestArchive::nothingStandsBehindTheArchive()
{
    const Result<QByteArray> packed = packedFiles({{"a.txt", "text"}});
    QVERIFY(packed.ok());
    // gzip ends with the length of what it packed, which is whole blocks of a tar.
    const QByteArray end = packed->right(4);
    const quint32 length = qFromLittleEndian<quint32>(end.constData());
    QVERIFY(length > 0);
    QCOMPARE(length % 512, 0U);
}

void TestArchive::equalFilesGiveEqualBytes()
{
    const auto first = packedFiles(someFiles());
    QTest::qSleep(1100); // a time of packing would show
    QCOMPARE(*packedFiles(someFiles()), *first);
    NodeFiles others = someFiles();
    others.back().contents = "no longer";
    QVERIFY(*packedFiles(others) != *first);
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
