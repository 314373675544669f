// The outputs in docs/user_guide.md are what rgsim prints. With RGSIM_UPDATE_GOLDEN=1 in the
// environment the page is written anew; look at the diff then.
#include "support/rgsim_process.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <utility>
#include <vector>

using namespace rgsim;

namespace {

const QString guidePath = QStringLiteral(RGSIM_SOURCE_DIR "/docs/user_guide.md");
const QByteArray fence = "```\n";
const QByteArray opening = "```console\n$ rgsim ";

struct Example {
    QStringList arguments;
    qsizetype begin = 0; ///< of the output in the page
    qsizetype end = 0;
};

QByteArray guide()
{
    QFile file(guidePath);
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

void writeAnew()
{
    QByteArray page = guide();
    std::vector<Example> examples = examplesIn(page);
    for (auto example = examples.rbegin(); example != examples.rend(); ++example)
        page.replace(example->begin, example->end - example->begin, outputOf(*example));
    writeFile(guidePath, page);
}

} // namespace

class TestUserGuide : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyOutputIsWhatRgsimPrints_data();
    void everyOutputIsWhatRgsimPrints();
};

void TestUserGuide::initTestCase()
{
    QVERIFY(QDir::setCurrent(QStringLiteral(RGSIM_SOURCE_DIR)));
    if (qEnvironmentVariableIsSet("RGSIM_UPDATE_GOLDEN"))
        writeAnew();
    QVERIFY(examplesIn(guide()).size() >= 6);
}

void TestUserGuide::everyOutputIsWhatRgsimPrints_data()
{
    QTest::addColumn<int>("index");
    const std::vector<Example> examples = examplesIn(guide());
    for (std::size_t i = 0; i < examples.size(); ++i)
        QTest::newRow(qPrintable(examples[i].arguments.join(QLatin1Char(' '))))
            << static_cast<int>(i);
}

void TestUserGuide::everyOutputIsWhatRgsimPrints()
{
    QFETCH(int, index);
    const QByteArray page = guide();
    const Example example = examplesIn(page).at(static_cast<std::size_t>(index));
    const QByteArray written = page.mid(example.begin, example.end - example.begin);
    QVERIFY(!written.isEmpty());
    const QByteArray printed = outputOf(example);
    QVERIFY2(
        written == printed,
        ("docs/user_guide.md has another output; RGSIM_UPDATE_GOLDEN=1 writes it anew:\n" + printed)
            .constData());
}

QTEST_GUILESS_MAIN(TestUserGuide)
#include "tst_user_guide.moc"
