// The list of properties that an exploration is to look for: the scenario's own at first, which can
// be changed, removed and added to for this question alone. The scenario stays as it is.
#pragma once

#include "models/property_list_model.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QTableView;

namespace rgsim::gui {

class Document;

class PropertyEditor : public QWidget {
    Q_OBJECT

public:
    explicit PropertyEditor(Document& document, QWidget* parent = nullptr);

    PropertyListModel& model() { return m_model; }
    const PropertyListModel& model() const { return m_model; }
    /// As the scenario says; what was changed here is given up.
    void takeOwn();

private:
    QWidget* makeServices();
    QWidget* makeButtons();
    void follow();
    void fillServices();
    void update();
    void add(const Property& property, bool isToBeEdited);
    void removeChosen();

    Document& m_document;
    PropertyListModel m_model;
    QStringList m_own; ///< the scenario's, as last seen
    QTableView* m_table;
    QComboBox* m_first = nullptr;
    QComboBox* m_second = nullptr;
    QPushButton* m_pair = nullptr;
    QPushButton* m_other = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_reset = nullptr;
};

} // namespace rgsim::gui
