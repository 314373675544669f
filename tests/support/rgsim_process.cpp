#include "support/rgsim_process.h"

#include <QFile>
#include <QProcess>

namespace rgsim {

QByteArrayList ProcessOutcome::errorLines() const
{
    QByteArrayList lines = err.split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

QByteArray ProcessOutcome::shown() const
{
    return "exit code " + QByteArray::number(code) + "\n--- out\n" + out + "--- err\n" + err;
}

ProcessOutcome runRgsim(const QStringList& arguments, const QString& outFile)
{
    constexpr int patience = 60000;
    QProcess process;
    if (!outFile.isEmpty())
        process.setStandardOutputFile(outFile);
    process.start(QStringLiteral(RGSIM_BINARY_DIR "/rgsim"), arguments);
    ProcessOutcome outcome;
    if (process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit)
        outcome.code = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

QString writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

const char* const petsConf = R"(<?xml version="1.0"?>
<cluster name="pets" config_version="1">
  <clusternodes>
    <clusternode name="node1.example.com" nodeid="1"><fence><method name="m"/></fence></clusternode>
    <clusternode name="node2.example.com" nodeid="2"><fence><method name="m"/></fence></clusternode>
    <clusternode name="node3.example.com" nodeid="3"><fence><method name="m"/></fence></clusternode>
  </clusternodes>
  <rm>
    <service name="bark" recovery="relocate">
      <script name="bark" file="/etc/init.d/bark"/>
    </service>
    <service name="meow" recovery="relocate">
      <script name="meow" file="/etc/init.d/meow"/>
    </service>
  </rm>
</cluster>
)";

} // namespace rgsim
