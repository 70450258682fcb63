#include <tommath.h>
