// LEAD writes this file now (18:27).
