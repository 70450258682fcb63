#ifndef CSDATA_H
#define CSDATA_H
#include <stddef.h>
/* The Cs model's files under data/, written by scripts/generate-cs-schema and scripts/generate-sample.
   Read-only bytes of the executable: a page is read when it is touched. */
const unsigned char *cs_cmdlets(void);
size_t cs_cmdlets_size(void);
const unsigned char *cs_entities(void);
size_t cs_entities_size(void);
const unsigned char *cs_types(void);
size_t cs_types_size(void);
const unsigned char *cs_sample(void);
size_t cs_sample_size(void);
#endif
