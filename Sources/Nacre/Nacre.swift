// Nacre
