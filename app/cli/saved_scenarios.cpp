#include "saved_scenarios.h"

#include "formats/scenario_writer.h"
#include "output.h"
#include "output_file.h"

#include <QDir>

namespace rgsim {

bool saveScenarios(const std::vector<NamedScenario>& scenarios, const std::string& folder,
                   const char* option)
{
    const std::string remedy = std::string("give ") + option + " a folder that you may write to";
    if (!QDir().mkpath(QString::fromStdString(folder))) {
        printError("the folder " + folder + " cannot be made", remedy);
        return false;
    }
    int number = 0;
    for (const NamedScenario& scenario : scenarios) {
        ++number;
        const std::string path = folder + '/' + (number < 10 ? "0" : "") + std::to_string(number) +
                                 '_' + scenario.name + ".json";
        const QByteArray text = writeScenario(scenario.file);
        if (const auto problem =
                writeWhole(path, {text.constData(), static_cast<std::size_t>(text.size())})) {
            printError(path + ": " + *problem, remedy);
            return false;
        }
    }
    return true;
}

} // namespace rgsim
