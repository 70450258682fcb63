#ifndef PSDATA_H
#define PSDATA_H
#include <stddef.h>
/* PowerShell's commands and aliases, written by scripts/generate-ps-commands. */
const unsigned char *ps_commands(void);
size_t ps_commands_size(void);
const unsigned char *ps_aliases(void);
size_t ps_aliases_size(void);
#endif
