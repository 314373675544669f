#include "deploy/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace rgsim {

namespace {

constexpr time_t packedAt = 1325376000; ///< the simulator's time 0
constexpr int plainMode = 0644;
constexpr int executableMode = 0755;

using Archive = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

la_ssize_t append(archive* /*unused*/, void* target, const void* bytes, std::size_t size)
{
    static_cast<QByteArray*>(target)->append(static_cast<const char*>(bytes),
                                             static_cast<qsizetype>(size));
    return static_cast<la_ssize_t>(size);
}

bool openArchive(archive* packed, QByteArray& bytes)
{
    return archive_write_set_format_pax_restricted(packed) == ARCHIVE_OK &&
           archive_write_add_filter_gzip(packed) == ARCHIVE_OK &&
           archive_write_set_options(packed, "gzip:!timestamp") == ARCHIVE_OK &&
           archive_write_set_bytes_in_last_block(packed, 1) == ARCHIVE_OK && // a file, not a tape
           archive_write_open(packed, &bytes, nullptr, append, nullptr) == ARCHIVE_OK;
}

bool addFile(archive* packed, const NodeFile& file)
{
    const Entry entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), file.path.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), file.isExecutable ? executableMode : plainMode);
    archive_entry_set_size(entry.get(), file.contents.size());
    archive_entry_set_mtime(entry.get(), packedAt, 0);
    archive_entry_set_uid(entry.get(), 0);
    archive_entry_set_gid(entry.get(), 0);
    archive_entry_set_uname(entry.get(), "root");
    archive_entry_set_gname(entry.get(), "root");
    return archive_write_header(packed, entry.get()) == ARCHIVE_OK &&
           archive_write_data(packed, file.contents.constData(),
                              static_cast<std::size_t>(file.contents.size())) ==
               file.contents.size();
}

} // namespace

Result<QByteArray> packedFiles(const NodeFiles& files)
{
    Result<QByteArray> result;
    QByteArray bytes; // outlives the archive, which writes its end into it
    const Archive packed(archive_write_new(), archive_write_free);
    bool isGood = packed != nullptr && openArchive(packed.get(), bytes);
    for (const NodeFile& file : files)
        isGood = isGood && addFile(packed.get(), file);
    if (isGood && archive_write_close(packed.get()) == ARCHIVE_OK) {
        result.value = bytes;
        return result;
    }
    const char* const reason = packed ? archive_error_string(packed.get()) : nullptr;
    result.diagnostics.error({},
                             std::string("the archive cannot be packed: ") +
                                 (reason != nullptr ? reason : "no reason is given"),
                             "export a folder instead");
    return result;
}

} // namespace rgsim
