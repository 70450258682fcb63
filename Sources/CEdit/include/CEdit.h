#ifndef CEDIT_H
#define CEDIT_H
/* libedit for Swift. Swift cannot call variadic C functions, so every el_wset/el_wget that the line
   editor needs has a plain function here. Linked statically, in this order:
   libedit.a libtinfo.a libbsd.a (docs/dependencies.md). */
#include <histedit.h>
#include <signal.h>
#include <wchar.h>
#include "CEditSignals.h"

typedef int (*cedit_getc)(EditLine *_Nonnull, wchar_t *_Nonnull);
typedef unsigned char (*cedit_function)(EditLine *_Nonnull, int);

/* Opens an editor that reads `in` and keeps the terminal modes of `out`, but draws nothing, because
   the caller paints the line itself: its display is left out (display.c), its other writing goes to a sink. NULL when there is
   no memory or no terminal. */
EditLine *_Nullable cedit_open(int in, int out);
void cedit_close(EditLine *_Nonnull e);

int cedit_editor(EditLine *_Nonnull e, const wchar_t *_Nonnull name);            /* "emacs" or "vi" */
int cedit_add_function(EditLine *_Nonnull e, const wchar_t *_Nonnull name, cedit_function _Nonnull f);
int cedit_bind(EditLine *_Nonnull e, const wchar_t *_Nonnull key, const wchar_t *_Nonnull function);
int cedit_bind_command(EditLine *_Nonnull e, const wchar_t *_Nonnull key, const wchar_t *_Nonnull function); /* vi command map */
int cedit_tty(EditLine *_Nonnull e, const wchar_t *_Nonnull mode);               /* "-ixon", in the editing modes */
int cedit_set_getc(EditLine *_Nonnull e, cedit_getc _Nonnull f);
int cedit_set_client(EditLine *_Nonnull e, void *_Nullable p);
void *_Nullable cedit_client(EditLine *_Nonnull e);
int cedit_raw(EditLine *_Nonnull e, int on);                                     /* editing or ordinary modes now */
int cedit_width(wchar_t c);                         /* columns on a terminal; -1: no picture */
#endif
