import Glibc
print("nacre 0.1.0")
