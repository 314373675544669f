#include "support/source_file.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace rgsim::test {

namespace {

// Walks over C++ text and blanks what is not code. Line ends stay where they are.
class CodeFilter {
public:
    explicit CodeFilter(const QString& text) : m_text(text), m_code(text) {}

    QString run()
    {
        while (m_at < m_text.size()) {
            if (startsWith("//"))
                blankUntil("\n", false);
            else if (startsWith("/*"))
                blankUntil("*/", true);
            else if (m_text[m_at] == '"')
                blankString();
            else if (m_text[m_at] == '\'' && !isDigitSeparator())
                blankQuoted('\'');
            else
                ++m_at;
        }
        return m_code;
    }

private:
    bool startsWith(const char* token) const
    {
        return QStringView(m_text).mid(m_at).startsWith(QLatin1String(token));
    }
    bool isDigitSeparator() const { return m_at > 0 && m_text[m_at - 1].isLetterOrNumber(); }
    void blank()
    {
        if (m_text[m_at] != '\n')
            m_code[m_at] = ' ';
        ++m_at;
    }
    void blankUntil(const QString& end, bool including)
    {
        qsizetype stop = m_text.indexOf(end, m_at + 1);
        stop = stop < 0 ? m_text.size() : stop + (including ? end.size() : 0);
        while (m_at < stop)
            blank();
    }
    void blankString()
    {
        if (m_at == 0 || m_text[m_at - 1] != 'R') {
            blankQuoted('"');
            return;
        }
        const qsizetype open = m_text.indexOf('(', m_at);
        if (open < 0) {
            blankQuoted('"');
            return;
        }
        blankUntil(')' + m_text.mid(m_at + 1, open - m_at - 1) + '"', true);
    }
    // The quotes stay, so that a blanked literal is still one.
    void blankQuoted(QChar quote)
    {
        ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != quote && m_text[m_at] != '\n') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                blank();
            blank();
        }
        ++m_at;
    }

    QString m_text;
    QString m_code;
    qsizetype m_at = 0;
};

bool isText(const QString& path)
{
    static const QRegularExpression names(
        "(\\.(cpp|h|cmake|txt|md|json|conf|xml|sh|in|yml|qrc|desktop|expected)|^\\.ci/run"
        "|^\\.clang-[a-z]+|^LICENSE)$");
    return names.match(path).hasMatch() && !path.startsWith("tests/fuzz/corpus/");
}

} // namespace

SourceFile makeSourceFile(const QString& path, const QString& text)
{
    SourceFile file;
    file.path = path;
    file.lines = text.split('\n');
    file.code = file.isCpp() ? CodeFilter(text).run().split('\n') : file.lines;
    if (!file.lines.isEmpty() && file.lines.last().isEmpty()) {
        file.lines.removeLast();
        file.code.removeLast();
    }
    return file;
}

std::vector<SourceFile> readSourceTree(const QString& root)
{
    std::vector<SourceFile> files;
    QDirIterator entries(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = QDir(root).relativeFilePath(entries.next());
        if (path.startsWith(".git/") || path.startsWith("build") || !isText(path))
            continue;
        QFile file(entries.filePath());
        if (file.open(QIODevice::ReadOnly))
            files.push_back(makeSourceFile(path, QString::fromUtf8(file.readAll())));
    }
    std::sort(files.begin(), files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

} // namespace rgsim::test
