// The form for resources, those in a service's tree and shared ones: type, name or what it refers
// to, behaviour in the tree, times, attributes, checks. It only says which fields there are.
#pragma once

#include "views/part_form.h"

namespace rgsim::gui {

class ResourceForm : public PartForm {
    Q_OBJECT

public:
    explicit ResourceForm(Document& document, QWidget* parent = nullptr);

protected:
    void bind(const QStringList& parts) override;
    /// A reference has the attributes of what it refers to.
    bool hasTable(const PartTable& table, const QString& part) const override;

private:
    DraftField* addInTree(DraftField* field);
    QStringList timesHere(const QStringList& parts, const QString& member) const;

    DraftField* m_type;
    DraftField* m_name;
    DraftField* m_reference;
    DraftField* m_independent;
    DraftField* m_maxFailures;
    DraftField* m_failureExpire;
    PartTable* m_attributes;
    QVector<DraftField*> m_times; ///< start, stop, status
    QVector<DraftField*> m_inTree;
};

} // namespace rgsim::gui
