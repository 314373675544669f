// Says in words what the act on the stage would lead to, and shows what an administrator would type
// and the option of rgsim that does the same, to be copied. Keeps its height, so that nothing above
// it moves while somebody points from act to act.
#pragma once

#include "session/act_stage.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace rgsim::gui {

class ActLine : public QWidget {
    Q_OBJECT

public:
    ActLine(ActStage& stage, QWidget* parent = nullptr);

    QString words() const;
    QString command() const;
    QString option() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        QLineEdit* text = nullptr;
        QToolButton* copy = nullptr;
    };
    Field makeField(const QString& name, const QString& hint);
    static void fill(const Field& field, const QString& text);
    void update();
    void keepHeight();

    ActStage& m_stage;
    QLabel* m_words = nullptr;
    Field m_command;
    Field m_option;
};

} // namespace rgsim::gui
