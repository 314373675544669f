// Reads and changes one value deep inside a JSON value, named by the paths that diagnostics use:
// `cluster.services[2].domain`, `times.services["service:web"].start`. It knows no format.
#pragma once

#include <QHash>
#include <QJsonValue>
#include <QSet>
#include <QString>

namespace rgsim {

/// The value at @p path; undefined if there is none, or the path is not well-formed. The empty path
/// is the value itself.
QJsonValue valueAt(const QJsonValue& root, const QString& path);

/// Sets the value at @p path; objects on the way are made where they are missing. Setting an
/// undefined value removes the member or element, and objects on the way that are empty then.
/// Element number "size" of an array appends. False, with nothing changed, if the path is not
/// well-formed, leads through something that is neither, or beyond an array's end.
bool setValueAt(QJsonValue& root, const QString& path, const QJsonValue& value);

/// The paths of these lines (1-based) of the text that QJsonDocument wrote indented: that of the
/// member or element that begins there; else of what encloses it. Lines beyond the end have none.
QHash<int, QString> pathsOfLines(const QJsonValue& root, const QSet<int>& lines);

/// "a.b[3]" is element 3 of the list "a.b"; index -1 for a path that does not end in one.
struct ElementPath {
    QString list;
    int index = -1;

    QString path() const { return QStringLiteral("%1[%2]").arg(list).arg(index); }
};
ElementPath elementOf(const QString& path);

/// Whether @p path is @p ancestor or leads through it.
bool isAtOrBelow(const QString& path, const QString& ancestor);

/// Where @p path leads after @p by elements came (or, if negative, went) before element @p index of
/// @p list: paths through that element and later ones shift.
QString shiftedPath(const QString& path, const QString& list, int index, int by);

} // namespace rgsim
