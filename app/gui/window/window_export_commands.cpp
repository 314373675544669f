#include "plots/timeline_plot.h"
#include "report/run_csv.h"
#include "report/run_html.h"
#include "session/whole_file.h"
#include "views/cluster_view.h"
#include "window/main_window.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStatusBar>

#include <algorithm>

namespace rgsim::gui {

namespace {

const char* const pictureFilter = QT_TRANSLATE_NOOP(
    "rgsim::gui::MainWindow", "PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)");

} // namespace

void MainWindow::makeExportCommands()
{
    const auto add = [this](const char* id, const QString& text, Export what,
                            const QString& filter) {
        m_commands.add(id, text, {}, [this, what, filter] { askAndExport(what, filter); });
    };
    add("export.timeline", tr("&Timeline as a picture…"), Export::TimelinePicture,
        tr(pictureFilter));
    add("export.cluster", tr("&Cluster as a picture…"), Export::ClusterPicture, tr(pictureFilter));
    add("export.timelineCsv", tr("Timeline as a t&able (CSV)…"), Export::TimelineCsv,
        tr("Table (*.csv)"));
    add("export.logCsv", tr("&Log as a table (CSV)…"), Export::LogCsv, tr("Table (*.csv)"));
    add("export.report", tr("&Report as a web page (HTML)…"), Export::HtmlReport,
        tr("Web page (*.html)"));
}

void MainWindow::addExportMenu(QMenu& file)
{
    QMenu* menu = file.addMenu(tr("&Export"));
    for (const char* id : {"export.timeline", "export.cluster", "export.timelineCsv",
                           "export.logCsv", "export.report"})
        menu->addAction(m_commands[id]);
}

void MainWindow::askAndExport(Export what, const QString& filter)
{
    QString chosen;
    const QString suggestion = QFileInfo(m_document.displayName()).completeBaseName();
    QString path = QFileDialog::getSaveFileName(this, tr("Export"), suggestion, filter, &chosen);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += chosen.section(QStringLiteral("(*"), 1).section(u')', 0, 0).section(u' ', 0, 0);
    const Diagnostics problems = exportTo(what, path);
    showMessages(tr("%1 was not written:").arg(path), problems);
    if (problems.empty())
        statusBar()->showMessage(tr("%1 is written.").arg(path), 10'000);
}

Diagnostics MainWindow::exportTo(Export what, const QString& path)
{
    const RunPtr run = m_document.run();
    Diagnostics problems;
    if (!run) {
        problems.error({path.toStdString(), 0, 0, {}}, tr("there is no run yet").toStdString(),
                       tr("wait until it is computed").toStdString());
        return problems;
    }
    switch (what) {
    case Export::TimelineCsv:
        return writeWholeFile(path, QByteArray::fromStdString(segmentsCsv(run->report())));
    case Export::LogCsv:
        return writeWholeFile(path, QByteArray::fromStdString(logCsv(run->report())));
    case Export::HtmlReport:
        return saveReport(path, *run);
    case Export::ClusterPicture:
        return saveCluster(path);
    case Export::TimelinePicture:
        return saveTimeline(path);
    }
    return problems;
}

Diagnostics MainWindow::saveTimeline(const QString& path)
{
    constexpr int width = 1400;
    constexpr double scale = 2;
    constexpr int highestPng = 15'000; // in a drawing, lanes need not be squeezed
    const auto& plot = *qobject_cast<TimelinePlot*>(panel(QStringLiteral("timeline")));
    const QSize size = plot.wholeSize(width);
    const auto whole = TimelinePlot::Extent::Whole;
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("svg"))
        return writeWholeFile(path, plot.svg(size, whole));
    if (suffix == QLatin1String("pdf"))
        return writeWholeFile(path, plot.pdf(size, whole));
    return writeWholeFile(path,
                          plot.png({width, std::min(size.height(), highestPng)}, scale, whole));
}

// With the cluster as it is at the playhead: whoever writes a report has put it there.
Diagnostics MainWindow::saveReport(const QString& path, const RunResult& run)
{
    const auto& view = *qobject_cast<ClusterView*>(panel(QStringLiteral("cluster")));
    const std::string clock = clockText(m_document.playhead());
    HtmlStyle style;
    style.pictures.push_back({HtmlPicture::Format::Png, view.png().toStdString(),
                              tr("The cluster at %1").arg(clock.c_str()).toStdString()});
    return writeWholeFile(path, QByteArray::fromStdString(runHtml(run.report(), style)));
}

Diagnostics MainWindow::saveCluster(const QString& path)
{
    const auto& view = *qobject_cast<ClusterView*>(panel(QStringLiteral("cluster")));
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("svg"))
        return view.saveSvg(path);
    return suffix == QLatin1String("pdf") ? view.savePdf(path) : view.savePng(path);
}

} // namespace rgsim::gui
