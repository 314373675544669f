// The form for nodes: name, id, votes, fence method and times. It only says which fields there are.
#pragma once

#include "views/part_form.h"

namespace rgsim::gui {

class NodeForm : public PartForm {
    Q_OBJECT

public:
    explicit NodeForm(Document& document, QWidget* parent = nullptr);

protected:
    void bind(const QStringList& parts) override;

private:
    DraftField* m_name;
    DraftField* m_id;
    DraftField* m_votes;
    DraftField* m_fence;
    DraftField* m_boot;
    DraftField* m_fencing;
    DraftField* m_rejoins;
};

} // namespace rgsim::gui
