#define _GNU_SOURCE
#include "CEdit.h"
#include <stdio.h>
#include <stdlib.h>

/* The sink takes what libedit writes by the way, as a bell. It lives as long as the process: el_end writes to it last. */
static FILE *sink(void) {
    static FILE *f;
    if (!f) f = fopen("/dev/null", "we");
    return f;
}

static wchar_t *no_prompt(EditLine *e) {
    static wchar_t empty[1];
    (void)e;
    return empty;
}

EditLine *cedit_open(int in, int out) {
    FILE *f = sink();
    if (!f) return 0;
    EditLine *e = el_init_fd("nacre", stdin, f, f, in, out, out);
    if (!e) return 0;
    el_wset(e, EL_PROMPT, no_prompt);
    el_wset(e, EL_SIGNAL, 0);
    return e;
}
void cedit_close(EditLine *e) { el_end(e); }

int cedit_editor(EditLine *e, const wchar_t *name) { return el_wset(e, EL_EDITOR, name); }
int cedit_add_function(EditLine *e, const wchar_t *name, cedit_function f) {
    /* libedit keeps the pointer: the name must live as long as the process. */
    wchar_t *kept = wcsdup(name);
    return kept ? el_wset(e, EL_ADDFN, kept, kept, f) : -1;
}
int cedit_bind(EditLine *e, const wchar_t *key, const wchar_t *function) { return el_wset(e, EL_BIND, key, function, (wchar_t *)0); }
int cedit_bind_command(EditLine *e, const wchar_t *key, const wchar_t *function) { return el_wset(e, EL_BIND, L"-a", key, function, (wchar_t *)0); }
int cedit_tty(EditLine *e, const wchar_t *mode) { return el_wset(e, EL_SETTY, L"-d", mode, (wchar_t *)0); }
int cedit_set_getc(EditLine *e, cedit_getc f) { return el_wset(e, EL_GETCFN, f); }
int cedit_set_client(EditLine *e, void *p) { return el_wset(e, EL_CLIENTDATA, p); }
void *cedit_client(EditLine *e) { void *p = 0; el_wget(e, EL_CLIENTDATA, &p); return p; }
int cedit_raw(EditLine *e, int on) { return el_wset(e, EL_PREP_TERM, on); }
int cedit_width(wchar_t c) { return wcwidth(c); }
