// The outputs in the README and the user guide are what rgsim prints. With RGSIM_UPDATE_GOLDEN=1 in
// the environment the pages are written anew; look at the diff then.
#include "support/rgsim_process.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <utility>
#include <vector>

using namespace rgsim;

namespace {

const QStringList pagePaths = {QStringLiteral("README.md"), QStringLiteral("docs/user_guide.md")};
const QByteArray fence = "```\n";
const QByteArray opening = "```console\n$ rgsim ";

struct Example {
    QStringList arguments;
    qsizetype begin = 0; ///< of the output in the page
    qsizetype end = 0;
};

// Paths are relative to the source folder, where the test runs, as a reader's commands do.
QByteArray pageAt(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Example> examplesIn(const QByteArray& page)
{
    std::vector<Example> examples;
    for (qsizetype at = page.indexOf(opening); at >= 0; at = page.indexOf(opening, at + 1)) {
        const qsizetype command = at + opening.size();
        const qsizetype begin = page.indexOf('\n', command) + 1;
        examples.push_back(
            {QString::fromUtf8(page.mid(command, begin - command - 1)).split(QLatin1Char(' ')),
             begin, page.indexOf(fence, begin)});
    }
    return examples;
}

// What stands in the page: without blanks at line ends, which editors remove.
QByteArray outputOf(const Example& example)
{
    QByteArray output;
    for (const QByteArray& line : runRgsim(example.arguments).out.split('\n')) {
        qsizetype length = line.size();
        while (length > 0 && line[length - 1] == ' ')
            --length;
        output += line.left(length) + '\n';
    }
    output.chop(1);
    return output;
}

void writeAnew(const QString& path)
{
    QByteArray page = pageAt(path);
    std::vector<Example> examples = examplesIn(page);
    for (auto example = examples.rbegin(); example != examples.rend(); ++example)
        page.replace(example->begin, example->end - example->begin, outputOf(*example));
    writeFile(path, page);
}

} // namespace

class TestDocumentedOutputs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyOutputIsWhatRgsimPrints_data();
    void everyOutputIsWhatRgsimPrints();
};

void TestDocumentedOutputs::initTestCase()
{
    QVERIFY(QDir::setCurrent(QStringLiteral(RGSIM_SOURCE_DIR)));
    for (const QString& path : pagePaths) {
        if (qEnvironmentVariableIsSet("RGSIM_UPDATE_GOLDEN"))
            writeAnew(path);
        QVERIFY2(!examplesIn(pageAt(path)).empty(), qPrintable(path));
    }
}

void TestDocumentedOutputs::everyOutputIsWhatRgsimPrints_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("index");
    for (const QString& path : pagePaths) {
        const std::vector<Example> examples = examplesIn(pageAt(path));
        for (std::size_t i = 0; i < examples.size(); ++i)
            QTest::newRow(
                qPrintable(path + QStringLiteral(": ") + examples[i].arguments.join(u' ')))
                << path << static_cast<int>(i);
    }
}

void TestDocumentedOutputs::everyOutputIsWhatRgsimPrints()
{
    QFETCH(QString, path);
    QFETCH(int, index);
    const QByteArray page = pageAt(path);
    const Example example = examplesIn(page).at(static_cast<std::size_t>(index));
    const QByteArray written = page.mid(example.begin, example.end - example.begin);
    QVERIFY(!written.isEmpty());
    const QByteArray printed = outputOf(example);
    QVERIFY2(
        written == printed,
        (path.toUtf8() + " has another output; RGSIM_UPDATE_GOLDEN=1 writes it anew:\n" + printed)
            .constData());
}

QTEST_GUILESS_MAIN(TestDocumentedOutputs)
#include "tst_documented_outputs.moc"
