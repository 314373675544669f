// Keeps a copy of what is being edited, at most a second old, so that a kill or a power cut costs
// no more than that. The copy goes when the document is saved or closed in order.
#pragma once

#include "session/document.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <vector>

class QLockFile;

namespace rgsim::gui {

/// A copy that an earlier program left behind.
struct KeptCopy {
    QString file;         ///< where the copy lies
    QString originalPath; ///< what it is a copy of; empty if that was never saved
    QString name;         ///< for people
    QByteArray text;
};

class Autosave : public QObject {
    Q_OBJECT

public:
    static constexpr int delayMs = 500;

    /// Copies go below @p folder, which is made; each running program has its own.
    Autosave(Document& document, const QString& folder, QObject* parent = nullptr);
    ~Autosave() override;

    /// The user's data folder.
    static QString standardFolder();
    /// Copies of programs that do not run any more.
    std::vector<KeptCopy> leftBehind() const;
    static void discard(const KeptCopy& copy);

signals:
    /// A copy could not be written; said once until it works again.
    void failed(const QString& why);

private:
    void keep();
    void forget();

    Document& m_document;
    QString m_folder;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_timer;
    bool m_hasFailed = false;
};

} // namespace rgsim::gui
