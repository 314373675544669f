#include "models/model_csv.h"

#include "report/csv_field.h"

#include <QAbstractItemModel>

#include <string>

namespace rgsim::gui {

QByteArray csvOf(const QAbstractItemModel& model, bool withRowNames)
{
    std::string text;
    for (int row = -1; row < model.rowCount(); ++row) {
        if (withRowNames)
            appendCsvField(text,
                           row < 0 ? std::string()
                                   : model.headerData(row, Qt::Vertical).toString().toStdString());
        for (int column = 0; column < model.columnCount(); ++column) {
            if (column > 0 || withRowNames)
                text += ',';
            const QVariant cell = row < 0 ? model.headerData(column, Qt::Horizontal)
                                          : model.index(row, column).data();
            appendCsvField(text, cell.toString().toStdString());
        }
        text += '\n';
    }
    return QByteArray::fromStdString(text);
}

} // namespace rgsim::gui
