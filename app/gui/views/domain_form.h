// The form for failover domains: name, flags, and which nodes are in it with which priority. It
// only says which fields there are.
#pragma once

#include "views/part_form.h"

namespace rgsim::gui {

class DomainForm : public PartForm {
    Q_OBJECT

public:
    explicit DomainForm(Document& document, QWidget* parent = nullptr);

    PartTable* members() const { return m_members; }

protected:
    void bind(const QStringList& parts) override;

private:
    DraftField* m_name;
    DraftField* m_ordered;
    DraftField* m_restricted;
    DraftField* m_nofailback;
    PartTable* m_members;
};

} // namespace rgsim::gui
