#include "window/main_window.h"

#include <QApplication>
#include <QCommandLineParser>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rgsim"));
    QApplication::setOrganizationName(QStringLiteral("rgsim"));
    QApplication::setApplicationVersion(QStringLiteral(RGSIM_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Simulator of rgmanager clusters: the window"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        "FILE", QApplication::translate("main", "A scenario or a cluster.conf to open"), "[FILE]");
    parser.process(application);

    rgsim::gui::MainWindow window;
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.openFile(parser.positionalArguments().constFirst());
    return QApplication::exec();
}
