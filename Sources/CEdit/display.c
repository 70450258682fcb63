/* libedit without its display.
 *
 * The editor paints its line itself, and libedit's display (refresh.o) cannot be trusted with what it is not
 * asked to show: it reads beyond its rows when the text is taller than the window (3.1-20221030:
 * re_refresh_cursor counts rows without a limit; a cursor key in a long paste ends in a segmentation fault).
 * These are all the symbols of refresh.o. Defined here, they keep the linker from taking that member out of
 * libedit.a; a libedit whose refresh.o has another one makes the link fail with a duplicate, not the program.
 */
#include <histedit.h>

void re_putc(EditLine *e, wint_t c, int shift) { (void)e; (void)c; (void)shift; }
void re_putliteral(EditLine *e, const wchar_t *begin, const wchar_t *end) { (void)e; (void)begin; (void)end; }
void re_refresh(EditLine *e) { (void)e; }
void re_refresh_cursor(EditLine *e) { (void)e; }
void re_fastaddc(EditLine *e) { (void)e; }
void re_goto_bottom(EditLine *e) { (void)e; }
void re_clear_display(EditLine *e) { (void)e; }
void re_clear_lines(EditLine *e) { (void)e; }
