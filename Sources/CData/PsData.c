#include "PsData.h"

static const unsigned char commands[] = {
#embed "data/ps-commands.txt"
};
static const unsigned char aliases[] = {
#embed "data/ps-aliases.txt"
};

const unsigned char *ps_commands(void) { return commands; }
size_t ps_commands_size(void) { return sizeof commands; }
const unsigned char *ps_aliases(void) { return aliases; }
size_t ps_aliases_size(void) { return sizeof aliases; }
