#include "session/autosave.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

namespace rgsim::gui {

Autosave::Autosave(Document& document, const QString& folder, QObject* parent)
    : QObject(parent), m_document(document), m_folder(folder)
{
    QDir().mkpath(folder);
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_file = QDir(folder).filePath(id + ".json");
    m_lock = std::make_unique<QLockFile>(QDir(folder).filePath(id + ".lock"));
    m_lock->setStaleLockTime(0); // valid as long as its program runs, however long
    m_lock->tryLock();
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::keep);
    // Not restarted by the next edit: somebody who types without a pause is kept too.
    const auto wanted = [this] {
        if (!m_document.isModified())
            forget();
        else if (!m_timer.isActive())
            m_timer.start();
    };
    connect(&document, &Document::draftChanged, this, wanted);
    connect(&document, &Document::fileChanged, this, wanted);
    connect(&document, &Document::reopened, this, &Autosave::forget);
}

Autosave::~Autosave()
{
    forget();
}

QString Autosave::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/kept");
}

void Autosave::keep()
{
    if (!m_document.isModified())
        return;
    const QJsonObject copy{
        {"path", m_document.path()},
        {"name", m_document.displayName()},
        {"draft", QJsonDocument::fromJson(m_document.draftText()).object()},
    };
    QSaveFile file(m_file);
    const QByteArray text = QJsonDocument(copy).toJson(QJsonDocument::Compact);
    const bool isKept = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() &&
                        file.flush() && file.commit();
    if (!isKept && !m_hasFailed)
        emit failed(file.errorString());
    m_hasFailed = !isKept;
}

void Autosave::forget()
{
    m_timer.stop();
    QFile::remove(m_file);
}

std::vector<KeptCopy> Autosave::leftBehind() const
{
    std::vector<KeptCopy> copies;
    const QDir folder(m_folder);
    for (const QString& name : folder.entryList({"*.json"}, QDir::Files, QDir::Time)) {
        const QString path = folder.filePath(name);
        QLockFile lock(folder.filePath(QFileInfo(name).completeBaseName() + ".lock"));
        lock.setStaleLockTime(0);
        if (path == m_file || !lock.tryLock())
            continue;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject copy = QJsonDocument::fromJson(file.readAll()).object();
        copies.push_back({path, copy.value("path").toString(), copy.value("name").toString(),
                          QJsonDocument(copy.value("draft").toObject()).toJson()});
    }
    return copies;
}

void Autosave::discard(const KeptCopy& copy)
{
    QFile::remove(copy.file);
}

} // namespace rgsim::gui
