#include <sqlite3.h>

// Swift does not see codes that SQLite composes with operators.
static const int csqlite_ioerr_short_read = SQLITE_IOERR_SHORT_READ;
static const int csqlite_ioerr_corruptfs = SQLITE_IOERR_CORRUPTFS;

// Glibc's renameat2 with RENAME_NOREPLACE, which its headers show to GNU sources only.
int renameat2(int from_directory, const char *from, int to_directory, const char *to, unsigned int flags);
static const unsigned int csqlite_rename_noreplace = 1;
