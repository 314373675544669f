#include "report/layout_junit.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace rgsim {

namespace {

// What XML cannot hold, not even escaped, becomes a question mark.
QString xmlText(const std::string& text)
{
    QString shown = QString::fromStdString(text);
    for (QChar& c : shown) {
        if (c < QLatin1Char(' ') && c != QLatin1Char('\t') && c != QLatin1Char('\n'))
            c = QLatin1Char('?');
    }
    return shown;
}

class JUnitPage {
public:
    explicit JUnitPage(const LayoutReport& report) : m_report(report), m_xml(&m_text)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
    }
    QByteArray write();

private:
    struct Counts {
        qsizetype tests = 0;
        qsizetype failures = 0;
        qsizetype errors = 0;
        qsizetype skipped = 0;
    };

    void attribute(const char* name, const std::string& value)
    {
        m_xml.writeAttribute(QString::fromLatin1(name), xmlText(value));
    }
    void open(const char* element) { m_xml.writeStartElement(QString::fromLatin1(element)); }
    void openSuite(const char* element, const std::string& name, const Counts& counts);
    void openCase(const std::string& className, const std::string& name);
    void remark(const char* element, const char* type, const std::string& message,
                const std::string& text);
    void writeFailure(const ComparedFailure& failure);
    void writeCase(const std::string& failure, std::size_t number, const ComparedService& service);
    void writeOneSided();
    void writeEnd();
    static Counts countsOf(const ComparedFailure& failure);

    const LayoutReport& m_report;
    QByteArray m_text;
    QXmlStreamWriter m_xml;
};

JUnitPage::Counts JUnitPage::countsOf(const ComparedFailure& failure)
{
    Counts counts;
    counts.tests = static_cast<qsizetype>(failure.services.size());
    counts.failures = std::count_if(
        failure.services.begin(), failure.services.end(),
        [](const ComparedService& service) { return service.judgement.verdict == Verdict::Worse; });
    return counts;
}

void JUnitPage::openSuite(const char* element, const std::string& name, const Counts& counts)
{
    open(element);
    attribute("name", name);
    attribute("tests", std::to_string(counts.tests));
    attribute("failures", std::to_string(counts.failures));
    attribute("errors", std::to_string(counts.errors));
    attribute("skipped", std::to_string(counts.skipped));
    attribute("time", "0");
}

void JUnitPage::openCase(const std::string& className, const std::string& name)
{
    open("testcase");
    attribute("classname", className);
    attribute("name", name);
    attribute("time", "0");
}

void JUnitPage::remark(const char* element, const char* type, const std::string& message,
                       const std::string& text)
{
    open(element);
    if (type != nullptr)
        attribute("type", type);
    attribute("message", message);
    m_xml.writeCharacters(xmlText(text));
    m_xml.writeEndElement();
}

void JUnitPage::writeCase(const std::string& failure, std::size_t number,
                          const ComparedService& service)
{
    const Verdict verdict = service.judgement.verdict;
    const ServiceIndex index = m_report.comparison.services[number].first;
    openCase(failure, m_report.first.service(index).fullName);
    const std::string outcomes = "first:  " + outcomeText(m_report.first, service.first) +
                                 "\nsecond: " + outcomeText(m_report.second, service.second) + '\n';
    if (verdict == Verdict::Worse)
        remark("failure", "worse", judgementText(service), outcomes);
    else if (verdict != Verdict::Same)
        m_xml.writeTextElement(QStringLiteral("system-out"),
                               xmlText(std::string(toString(verdict)) + ": " +
                                       judgementText(service) + '\n' + outcomes));
    m_xml.writeEndElement();
}

void JUnitPage::writeFailure(const ComparedFailure& failure)
{
    const std::string name = "after " + failureText(m_report.first, failure.first);
    openSuite("testsuite", name, countsOf(failure));
    for (std::size_t i = 0; i < failure.services.size(); ++i)
        writeCase(name, i, failure.services[i]);
    m_xml.writeEndElement();
}

void JUnitPage::writeOneSided()
{
    const auto& oneSided = m_report.comparison.oneSided;
    if (oneSided.empty())
        return;
    const auto count = static_cast<qsizetype>(oneSided.size());
    openSuite("testsuite", "not compared", {count, 0, 0, count});
    for (const OneSidedFailure& failure : oneSided) {
        const Cluster& cluster = failure.inFirst ? m_report.first : m_report.second;
        openCase("not compared", failureText(cluster, failure.events) +
                                     (failure.inFirst ? " (first)" : " (second)"));
        remark("skipped", nullptr, oneSidedText(m_report, failure), {});
        m_xml.writeEndElement();
    }
    m_xml.writeEndElement();
}

void JUnitPage::writeEnd()
{
    if (!m_report.comparison.wasCutShort)
        return;
    openSuite("testsuite", "ended early", {1, 0, 1, 0});
    openCase("ended early", "every failure was compared");
    remark("error", "incomplete", "the comparison was ended before its time", {});
    m_xml.writeEndElement();
    m_xml.writeEndElement();
}

QByteArray JUnitPage::write()
{
    const LayoutComparison& comparison = m_report.comparison;
    Counts all;
    for (const ComparedFailure& failure : comparison.failures) {
        all.tests += countsOf(failure).tests;
        all.failures += countsOf(failure).failures;
    }
    all.skipped = static_cast<qsizetype>(comparison.oneSided.size());
    all.errors = comparison.wasCutShort ? 1 : 0;
    all.tests += all.skipped + all.errors;
    m_xml.writeStartDocument();
    openSuite("testsuites", "rgsim compare " + m_report.firstName + ' ' + m_report.secondName, all);
    for (const ComparedFailure& failure : comparison.failures)
        writeFailure(failure);
    writeOneSided();
    writeEnd();
    m_xml.writeEndElement();
    m_xml.writeEndDocument();
    return m_text;
}

} // namespace

QByteArray layoutJUnit(const LayoutReport& report)
{
    return JUnitPage(report).write();
}

} // namespace rgsim
