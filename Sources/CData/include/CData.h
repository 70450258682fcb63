#ifndef CDATA_H
#define CDATA_H
#include <stddef.h>
#include "CsData.h"
#include "PsData.h"
#endif
