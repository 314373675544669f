// The form for services: what they are, where they may run, what happens when they fail, what they
// need, how long they take. It only says which fields there are.
#pragma once

#include "views/part_form.h"

namespace rgsim::gui {

class ServiceForm : public PartForm {
    Q_OBJECT

public:
    explicit ServiceForm(Document& document, QWidget* parent = nullptr);

protected:
    void bind(const QStringList& parts) override;

private:
    void addPlacement();
    void addRecovery();
    void addDependency();
    void addTimes();
    void fillChoices(const QStringList& parts);

    DraftField* m_name = nullptr;
    DraftField* m_type = nullptr;
    DraftField* m_domain = nullptr;
    DraftField* m_autostart = nullptr;
    DraftField* m_exclusive = nullptr;
    DraftField* m_priority = nullptr;
    DraftField* m_recovery = nullptr;
    DraftField* m_maxRestarts = nullptr;
    DraftField* m_restartExpire = nullptr;
    DraftField* m_depend = nullptr;
    DraftField* m_dependMode = nullptr;
    QVector<DraftField*> m_times; ///< start, stop, status
};

} // namespace rgsim::gui
