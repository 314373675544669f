// Three steps to a first cluster: how many nodes, which services, which of them must stay apart.
// The result is a draft like any other.
#pragma once

#include "formats/scenario_draft.h"

#include <QWizard>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QSpinBox;

namespace rgsim::gui {

class NewClusterWizard : public QWizard {
    Q_OBJECT

public:
    explicit NewClusterWizard(QWidget* parent = nullptr);

    ScenarioDraft draft() const;

private:
    QWizardPage* makeNodesPage();
    QWizardPage* makeServicesPage();
    QWizardPage* makeApartPage();
    QStringList nodeNames() const;
    QStringList serviceNames() const;
    void fillPairs();

    QSpinBox* m_nodeCount = nullptr;
    QLineEdit* m_nodeName = nullptr;
    QPlainTextEdit* m_services = nullptr;
    QComboBox* m_recovery = nullptr;
    QListWidget* m_pairs = nullptr;
    QComboBox* m_guard = nullptr;
    QCheckBox* m_crash = nullptr;
};

} // namespace rgsim::gui
