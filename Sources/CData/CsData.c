#include "CsData.h"

static const unsigned char cmdlets[] = {
#embed "data/cs-cmdlets.txt"
};
static const unsigned char entities[] = {
#embed "data/cs-entities.txt"
};
static const unsigned char types[] = {
#embed "data/cs-types.txt"
};
static const unsigned char sample[] = {
#embed "data/litwareinc.txt"
};

const unsigned char *cs_cmdlets(void) { return cmdlets; }
size_t cs_cmdlets_size(void) { return sizeof cmdlets; }
const unsigned char *cs_entities(void) { return entities; }
size_t cs_entities_size(void) { return sizeof entities; }
const unsigned char *cs_types(void) { return types; }
size_t cs_types_size(void) { return sizeof types; }
const unsigned char *cs_sample(void) { return sample; }
size_t cs_sample_size(void) { return sizeof sample; }
