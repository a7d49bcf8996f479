// The memory map: every byte of the core lies at a fixed address below asc's --memoryBase (asconfig.json), nothing is allocated.
// Areas: what the host hands in and reads · the land (from content) · THE STATE, one contiguous block that save, load and hash copy · interest · mirror.
import * as L from './layout';
import { F32s, I32s, U16s, U32s, U8s } from './columns';

const BODIES: usize = L.MAX_ENTITIES;

// ---- host's side: bytes in, records out ----
export const BUFFER: usize = 65536;
/** Room before the frame for the rest of a snapshot message (snapshots.ts). */
export const MESSAGE_ROOM: usize = 64;
export const FRAME: usize = BUFFER + L.BUFFER_BYTES + MESSAGE_ROOM;
export const NEAR: usize = FRAME + L.MAX_FRAME_BYTES;
export const VIEWS: usize = NEAR + BODIES * 4;
/** Outcomes of this tick, the three before it (cells of slow cadence still have to tell them) and the next; a ring of eight. */
export const OUTCOMES: usize = VIEWS + BODIES * L.VIEW_BYTES;
export const OUTCOMES_OF_TICK: usize = L.MAX_OUTCOMES * L.OUTCOME_BYTES;
export const STATUS: usize = OUTCOMES + 8 * OUTCOMES_OF_TICK;
// The region looks at it by words.
if (STATUS & 3) ERROR('a status begins where a word does');
export const PHASES: usize = STATUS + 128;
/** Bodies on their way through move.ts: the server's, the predicted one, and the one that ownState shows. */
export const WALKERS: usize = PHASES + 192;
export const COMMANDS: usize = WALKERS + 128;
export const COMMAND_BYTES: usize = 16;
/** A body packed up for another core (carry.ts), and up to which tick each neighbour was told what happened (borderout.ts). */
export const PARCEL: usize = COMMANDS + <usize>L.MAX_COMMANDS * COMMAND_BYTES;
export const TOLD_BORDERS: usize = PARCEL + 896;
export const MOST_BORDERS: i32 = 32;
export const TOLD_BORDER_BYTES: usize = 20;

// ---- the land: made from content by loadContent, never changed by a tick ----
export const LAND: usize = TOLD_BORDERS + <usize>MOST_BORDERS * TOLD_BORDER_BYTES;
export const CONTENT: usize = LAND;
export const HEIGHTS_SIDE: i32 = (L.REGION_SIZE_M + 2 * L.REGION_MARGIN_M) / L.HEIGHT_STEP_M + 1;
export const HEIGHTS: usize = CONTENT + L.BUFFER_BYTES;
/** Which stamps touch each 32 m square of the world: starts and entries. */
export const STAMP_SIDE: i32 = L.WORLD_SIZE_M / 32;
export const MAX_STAMP_ENTRIES: i32 = 65536;
export const STAMP_STARTS: usize = HEIGHTS + <usize>(HEIGHTS_SIDE * HEIGHTS_SIDE) * 4 + 12;
export const STAMP_ENTRIES: usize = STAMP_STARTS + <usize>(STAMP_SIDE * STAMP_SIDE + 4) * 4;
/** Colliders unpacked (48 bytes each) and which of them touch each 8 m square of the region and its margin. */
export const SOLID_BYTES: usize = 48;
export const SOLIDS: usize = STAMP_ENTRIES + MAX_STAMP_ENTRIES * 2;
export const SOLID_CELL_M: i32 = 8;
export const SOLID_SIDE: i32 = (L.REGION_SIZE_M + 2 * L.REGION_MARGIN_M) / SOLID_CELL_M;
export const MAX_SOLID_ENTRIES: i32 = 65536;
export const SOLID_STARTS: usize = SOLIDS + <usize>L.MAX_COLLIDERS * SOLID_BYTES;
export const SOLID_ENTRIES: usize = SOLID_STARTS + <usize>(SOLID_SIDE * SOLID_SIDE + 4) * 4;
/** One bit per square metre: a walker's centre may be there. */
export const NAV_SIDE: i32 = L.REGION_SIZE_M + 2 * L.REGION_MARGIN_M;
export const NAV: usize = SOLID_ENTRIES + MAX_SOLID_ENTRIES * 2;
/** Where a path is looked for (paths.ts): a window of PATH_SIDE x PATH_SIDE metres. */
export const PATH_SIDE: i32 = 64;
export const PATHS: usize = NAV + <usize>(NAV_SIDE * NAV_SIDE / 8);
const PATHS_BYTES: usize = <usize>(PATH_SIDE * PATH_SIDE) * 16;
/** Tables by id: addresses of the records inside CONTENT. */
export const ABILITY_AT: usize = PATHS + PATHS_BYTES;
export const EFFECT_AT: usize = ABILITY_AT + L.MAX_ABILITIES * 4;
export const KIND_AT: usize = EFFECT_AT + L.MAX_EFFECTS * 4;
export const SECTION_AT: usize = KIND_AT + L.MAX_KINDS * 4;
const LAND_END: usize = SECTION_AT + 128;

// ---- THE STATE ----
export const STATE: usize = (LAND_END + 65535) & ~65535;
/** Head of the state: see world.ts. */
export const HEAD: usize = STATE;
const WIDE: usize = HEAD + 256; // columns of 4 bytes
const W: usize = 4 * BODIES;

export const bodyId = changetype<U32s>(WIDE + 0 * W); // 0: the slot is free
/** Ghosts: the tick in which they were last told of. */
export const newsTick = changetype<U32s>(WIDE + 1 * W);
export const freeSlots = changetype<U32s>(WIDE + 2 * W); // a stack
// From here on what a body takes along to another core (carry.ts): first all numbers with a fraction …
const CARRIED: usize = 3;
export const CARRIED_WIDE: usize = WIDE + CARRIED * W;
export const posX = changetype<F32s>(WIDE + 3 * W);
export const posY = changetype<F32s>(WIDE + 4 * W);
export const posZ = changetype<F32s>(WIDE + 5 * W);
export const velX = changetype<F32s>(WIDE + 6 * W);
export const velY = changetype<F32s>(WIDE + 7 * W);
export const velZ = changetype<F32s>(WIDE + 8 * W);
export const yaw = changetype<F32s>(WIDE + 9 * W);
export const pitch = changetype<F32s>(WIDE + 10 * W);
export const radius = changetype<F32s>(WIDE + 11 * W);
export const height = changetype<F32s>(WIDE + 12 * W);
// intents (players): the one that holds, and one more of the same tick
export const intentYaw = changetype<F32s>(WIDE + 13 * W);
export const intentPitch = changetype<F32s>(WIDE + 14 * W);
export const earlierYaw = changetype<F32s>(WIDE + 15 * W);
export const earlierPitch = changetype<F32s>(WIDE + 16 * W);
// where a mind wants to go, m/s
export const wishX = changetype<F32s>(WIDE + 17 * W);
export const wishZ = changetype<F32s>(WIDE + 18 * W);
// minds
export const homeX = changetype<F32s>(WIDE + 19 * W);
export const homeZ = changetype<F32s>(WIDE + 20 * W);
export const homeRadius = changetype<F32s>(WIDE + 21 * W);
export const homeYaw = changetype<F32s>(WIDE + 22 * W);
export const goalX = changetype<F32s>(WIDE + 23 * W);
export const goalZ = changetype<F32s>(WIDE + 24 * W);
export const detourX = changetype<F32s>(WIDE + 25 * W);
export const detourZ = changetype<F32s>(WIDE + 26 * W);
export const stuckBest = changetype<F32s>(WIDE + 27 * W);
export const CARRIED_FLOATS: usize = 25;
// … then all ticks to come, where one that has passed is as good as none …
export const combatUntil = changetype<U32s>(WIDE + 28 * W);
export const globalReady = changetype<U32s>(WIDE + 29 * W);
export const castEnds = changetype<U32s>(WIDE + 30 * W);
export const respawnTick = changetype<U32s>(WIDE + 31 * W);
export const mindUntil = changetype<U32s>(WIDE + 32 * W);
export const swingTick = changetype<U32s>(WIDE + 33 * W); // its top bit: see fighting.ts
export const detourUntil = changetype<U32s>(WIDE + 34 * W);
/** When the body is as easy to control again as ever (controls.ts). */
export const controlUntil = changetype<U32s>(WIDE + 35 * W);
export const CARRIED_DEADLINES: usize = 8;
// … then the rest.
/** The tick at which the body last jumped in space (spawned, teleported, rose): nothing is rewound beyond it. */
export const placedTick = changetype<U32s>(WIDE + 36 * W);
export const viewTick = changetype<U32s>(WIDE + 37 * W);
export const stuckSince = changetype<U32s>(WIDE + 38 * W);
export const flags = changetype<U32s>(WIDE + 39 * W);
export const hp = changetype<I32s>(WIDE + 40 * W);
export const hpMax = changetype<I32s>(WIDE + 41 * W);
export const power = changetype<I32s>(WIDE + 42 * W);
export const powerMax = changetype<I32s>(WIDE + 43 * W);
export const look = changetype<U32s>(WIDE + 44 * W);
export const gear = changetype<U32s>(WIDE + 45 * W);
export const castTarget = changetype<U32s>(WIDE + 46 * W);
export const respawnTicks = changetype<U32s>(WIDE + 47 * W);
export const mindTarget = changetype<U32s>(WIDE + 48 * W);
/** Four talents, a byte each; 0: none. */
export const talents = changetype<U32s>(WIDE + 49 * W);
/** Id of whom a player fights a duel with, 0: nobody; and number of the company he belongs to, 0: none (relations.ts). */
export const opponent = changetype<U32s>(WIDE + 50 * W);
export const company = changetype<U32s>(WIDE + 51 * W);
/** Abilities that a player knows, a bit each: so many columns of 32. */
export const KNOWN: usize = WIDE + 52 * W;
export const KNOWN_WORDS: usize = L.MAX_ABILITIES / 32;
export const KNOWN_COLUMN: usize = W;
const WIDE_COLUMNS: usize = 52 + KNOWN_WORDS;
export const CARRIED_WIDES: usize = WIDE_COLUMNS - CARRIED;

const HALF: usize = WIDE + WIDE_COLUMNS * W; // columns of 2 bytes
const H: usize = 2 * BODIES;
export const CARRIED_HALF: usize = HALF;
export const might = changetype<U16s>(HALF + 0 * H);
export const aim = changetype<U16s>(HALF + 1 * H);
export const spirit = changetype<U16s>(HALF + 2 * H);
export const armor = changetype<U16s>(HALF + 3 * H);
export const haste = changetype<U16s>(HALF + 4 * H); // percent of speed, biased by 100
export const meleeLow = changetype<U16s>(HALF + 5 * H);
export const meleeHigh = changetype<U16s>(HALF + 6 * H);
export const bowLow = changetype<U16s>(HALF + 7 * H);
export const bowHigh = changetype<U16s>(HALF + 8 * H);
export const gunLow = changetype<U16s>(HALF + 9 * H);
export const gunHigh = changetype<U16s>(HALF + 10 * H);
export const intentButtons = changetype<U16s>(HALF + 11 * H);
export const earlierButtons = changetype<U16s>(HALF + 12 * H);
export const routeIndex = changetype<U16s>(HALF + 13 * H); // 65535: none
export const routePoint = changetype<U16s>(HALF + 14 * H);
export const castTicks = changetype<U16s>(HALF + 15 * H);
export const CARRIED_HALVES: usize = 16;
/** The next slot (plus one) whose id has the same hash (ids.ts); 0: none. */
export const idNext = changetype<U16s>(HALF + 16 * H);
const HALF_COLUMNS: usize = 17;

const BYTE: usize = HALF + HALF_COLUMNS * H; // columns of 1 byte
const B: usize = BODIES;
export const CARRIED_BYTE: usize = BYTE;
export const bodyClass = changetype<U8s>(BYTE + 0 * B);
export const bodyKind = changetype<U8s>(BYTE + 1 * B);
export const team = changetype<U8s>(BYTE + 2 * B);
export const level = changetype<U8s>(BYTE + 3 * B);
export const arms = changetype<U8s>(BYTE + 4 * B);
export const intentMoves = changetype<U8s>(BYTE + 5 * B);
export const earlierMoves = changetype<U8s>(BYTE + 6 * B);
export const intentsGiven = changetype<U8s>(BYTE + 7 * B); // setIntent calls since the last step
export const viewFraction = changetype<U8s>(BYTE + 8 * B); // 1/256 tick
export const castAbility = changetype<U8s>(BYTE + 9 * B);
export const mindState = changetype<U8s>(BYTE + 10 * B);
export const routeBack = changetype<U8s>(BYTE + 11 * B);
export const effectCount = changetype<U8s>(BYTE + 12 * B);
/** Sum of slows and hastes in percent of speed; 0 when rooted. */
export const effectSpeed = changetype<U8s>(BYTE + 13 * B);
/** Percent of a blow that is dealt, and of one that is taken, under the effects that run. */
export const effectDeals = changetype<U8s>(BYTE + 14 * B);
export const effectTakes = changetype<U8s>(BYTE + 15 * B);
/** Percent of blows that go back to who dealt them, of damage that comes back as health, and of blows that miss. */
export const effectThorns = changetype<U8s>(BYTE + 16 * B);
export const effectLeech = changetype<U8s>(BYTE + 17 * B);
export const effectEvade = changetype<U8s>(BYTE + 18 * B);
/** What else the effects do: UNDER_* of effects.ts. */
export const effectBits = changetype<U8s>(BYTE + 19 * B);
/** How often each sort of control took hold of late, two bits each (controls.ts). */
export const controls = changetype<U8s>(BYTE + 20 * B);
/** Whose routes `routeIndex` counts: column and row of the place where the home was set. */
export const homePlace = changetype<U8s>(BYTE + 21 * B);
export const CARRIED_BYTES: usize = 22;
/** The class of a body whose truth is here; CLASS_NONE for ghosts and free slots: only real bodies act. */
export const realClass = changetype<U8s>(BYTE + 22 * B);
/** Ghosts: whose they are, and how well they are known (ghosts.ts). */
export const ghostPeer = changetype<U8s>(BYTE + 23 * B);
export const ghostNews = changetype<U8s>(BYTE + 24 * B);
const BYTE_COLUMNS: usize = 25;

// ---- per body tables: EFFECT_SLOTS, COOLDOWN_SLOTS, THREAT_SLOTS rows each, index = slot * rows + row ----
export const EFFECTS: usize = BYTE + BYTE_COLUMNS * B;
export const EFFECT_STATE_BYTES: usize = 20;
export const COOLDOWNS: usize = EFFECTS + BODIES * L.EFFECT_SLOTS * EFFECT_STATE_BYTES;
export const cooldownReady = changetype<U32s>(COOLDOWNS);
export const cooldownAbility = changetype<U8s>(COOLDOWNS + BODIES * L.COOLDOWN_SLOTS * 4);
export const THREAT: usize = COOLDOWNS + BODIES * L.COOLDOWN_SLOTS * 5;
export const threatId = changetype<U32s>(THREAT);
export const threatAmount = changetype<F32s>(THREAT + BODIES * L.THREAT_SLOTS * 4);
/** What each did to bring the body down, whatever anger that was worth. */
export const threatMerit = changetype<F32s>(THREAT + BODIES * L.THREAT_SLOTS * 8);

// ---- projectiles, and where everybody was ----
export const PROJECTILES: usize = THREAT + BODIES * L.THREAT_SLOTS * 12;
export const PROJECTILE_BYTES: usize = 64;
export const HISTORY: usize = PROJECTILES + <usize>L.MAX_PROJECTILES * PROJECTILE_BYTES;
/** One past tick: x, y and z columns. */
export const HISTORY_STRIDE: usize = 3 * W;
export const HISTORY_END: usize = HISTORY + <usize>L.HISTORY_TICKS * HISTORY_STRIDE;

// ---- which slot an id names: chains of slots by hash (ids.ts) ----
/** Twice as many chains as slots, so that most are of one. */
export const ID_BITS: u32 = 15;
export const idHeads = changetype<U16s>(HISTORY_END); // the first slot plus one; 0: none
const IDS_END: usize = HISTORY_END + (2 << ID_BITS);

// ---- the space grid: part of the state, because minds look through the grid of the tick before ----
export const GRID: usize = IDS_END;
export const GRID_CELL_M: i32 = 4;
export const GRID_SIDE: i32 = (L.REGION_SIZE_M + 2 * L.REGION_MARGIN_M) / GRID_CELL_M;
export const gridStarts = changetype<U16s>(GRID);
export const gridSlots = changetype<U16s>(GRID + <usize>(GRID_SIDE * GRID_SIDE + 8) * 2);
export const gridCellOf = changetype<U16s>(GRID + <usize>(GRID_SIDE * GRID_SIDE + 8) * 2 + H);
export const STATE_END: usize = GRID + <usize>(GRID_SIDE * GRID_SIDE + 8) * 2 + 2 * H;

// ---- scratch of the crowd, filled anew in every tick ----
/** Bodies as the grid sorts them: place and width side by side, and how far each is pushed. */
const CROWD: usize = STATE_END;
export const crowdX = changetype<F32s>(CROWD);
export const crowdZ = changetype<F32s>(CROWD + W + 64);
export const crowdRadius = changetype<F32s>(CROWD + 2 * (W + 64));
export const crowdYield = changetype<F32s>(CROWD + 3 * (W + 64)); // 1: lets itself be pushed, 0: does not
export const pushX = changetype<F32s>(CROWD + 4 * (W + 64));
export const pushZ = changetype<F32s>(CROWD + 5 * (W + 64));
/** Per 32 m square: whether a player is within some 100 m. */
export const presence = changetype<U8s>(CROWD + 6 * (W + 64));
const CROWD_END: usize = CROWD + 6 * (W + 64) + 1024;

export const INTEREST: usize = (CROWD_END + 65535) & ~65535;
/** What is told of each body at key ticks, and between them to receivers of every tick and of every second tick. */
export const BASES_KEY: usize = INTEREST;
export const BASE_BYTES: usize = 24;
const BASES: usize = BASE_BYTES * BODIES;
export const BASES_1: usize = BASES_KEY + BASES;
export const BASES_2: usize = BASES_1 + BASES;
const SEEN: usize = BASES_2 + BASES;
export const toldId = changetype<U32s>(SEEN);
export const cellSince = changetype<U32s>(SEEN + W);
export const looksTick = changetype<U32s>(SEEN + 2 * W); // when level, team, look or gear last changed
export const nowX = changetype<U16s>(SEEN + 3 * W);
export const nowY = changetype<U16s>(SEEN + 3 * W + H);
export const nowZ = changetype<U16s>(SEEN + 3 * W + 2 * H);
export const wasX = changetype<U16s>(SEEN + 3 * W + 3 * H);
export const wasY = changetype<U16s>(SEEN + 3 * W + 4 * H);
export const wasZ = changetype<U16s>(SEEN + 3 * W + 5 * H);
export const bodyCell = changetype<U16s>(SEEN + 3 * W + 6 * H);
export const cellSlots = changetype<U16s>(SEEN + 3 * W + 7 * H);
/** The cell that a body came from, if all who see that one know the body. */
export const cameFrom = changetype<U16s>(SEEN + 3 * W + 8 * H);
/** Where a body was a tick before `was`. */
export const beforeX = changetype<U16s>(SEEN + 3 * W + 9 * H);
export const beforeZ = changetype<U16s>(SEEN + 3 * W + 10 * H);
/** Settled for all at the last key tick (settling.ts). */
export const settledX = changetype<U16s>(SEEN + 3 * W + 11 * H);
export const settledY = changetype<U16s>(SEEN + 3 * W + 12 * H);
export const settledZ = changetype<U16s>(SEEN + 3 * W + 13 * H);
export const settledYaw = changetype<U8s>(SEEN + 3 * W + 14 * H);
export const toldAnew = changetype<U8s>(SEEN + 3 * W + 14 * H + B);
const CELL_AREA: usize = SEEN + 3 * W + 15 * H;
export const MOST_CELLS: usize = 704;
export const cellStarts = changetype<U16s>(CELL_AREA);
/** Bodies that left a cell: lists per cell for each of the last four ticks. */
export const leaverHeads = changetype<U16s>(CELL_AREA + 2 * MOST_CELLS);
export const leaverCounts = changetype<U32s>(CELL_AREA + 10 * MOST_CELLS);
export const leaverNext = changetype<U16s>(CELL_AREA + 10 * MOST_CELLS + 16);
export const leaverSlots = changetype<U16s>(CELL_AREA + 10 * MOST_CELLS + 16 + 4 * H);
export const leaverIds = changetype<U32s>(CELL_AREA + 10 * MOST_CELLS + 16 + 8 * H);
const TOLD: usize = CELL_AREA + 10 * MOST_CELLS + 16 + 8 * H + 4 * W;
/** Outcomes by cell, for each of the last four ticks. */
export const toldHeads = changetype<U16s>(TOLD);
export const toldNext = changetype<U16s>(TOLD + 8 * MOST_CELLS);
const BLOCKS: usize = TOLD + 8 * MOST_CELLS + 8 * <usize>L.MAX_OUTCOMES;
/** Encoded blocks of this tick: address and length by cadence (0, 1, 2) and, in full (3), by cell. */
export const blockAt = changetype<U32s>(BLOCKS);
export const blockLength = changetype<U32s>(BLOCKS + 16 * MOST_CELLS);
export const demand = changetype<U16s>(BLOCKS + 32 * MOST_CELLS);
/** Cells that a watcher has yet to see. */
export const cellsToAdd = changetype<U32s>(BLOCKS + 40 * MOST_CELLS);
/** Guests told of in this tick's blocks: slots, and by cadence and cell the first one and how many. */
export const MOST_GUESTS: i32 = 8192;
const GUESTS: usize = BLOCKS + 44 * MOST_CELLS;
export const guestStarts = changetype<U16s>(GUESTS);
export const guestCounts = changetype<U16s>(GUESTS + 6 * MOST_CELLS);
export const guestSlots = changetype<U16s>(GUESTS + 12 * MOST_CELLS);
const CODER: usize = GUESTS + 12 * MOST_CELLS + 2 * <usize>MOST_GUESTS;
/**
 * The coder's odds, and what is said of a body (coder.ts, records.ts). A number has odds for its length and, from SECOND_BITS on, for its
 * second bit.
 */
export const MOST_BITS: i32 = 20;
export const SECOND_BITS: i32 = MOST_BITS;
export const NUMBER: i32 = 2 * (MOST_BITS + 1);
export const CONTEXTS: usize = 640;
export const chances = changetype<U16s>(CODER);
export const SAID: usize = CODER + 2 * CONTEXTS;
/** A watcher's own body on its way into a message, and how each was told last. */
export const OWN_TOLD: usize = SAID + 128;
export const LAST_OWN: usize = OWN_TOLD + 64;
export const WATCHERS: usize = LAST_OWN + <usize>L.MAX_WATCHERS * L.OWN_BYTES;
/** Cells one watcher can see: all that touch a circle of RING_3_M and its slack. */
export const MOST_SEEN: i32 = 160;
/** What a watcher is, the cells he sees, and a bit for each cell that there is. */
export const WATCHER_BYTES: usize = 32 + 4 * <usize>MOST_SEEN + MOST_CELLS / 8;
export const ARENA: usize = WATCHERS + <usize>L.MAX_WATCHERS * WATCHER_BYTES;
export const ARENA_BYTES: usize = 4 * 1024 * 1024;

// ---- the mirror: what a client was told, and samples to draw it from ----
export const MIRROR: usize = (ARENA + ARENA_BYTES + 65535) & ~65535;
export const MIRROR_BODY_BYTES: usize = 96;
export const SAMPLE_BYTES: usize = 12;
export const SAMPLES: usize = MIRROR + BODIES * MIRROR_BODY_BYTES;
/** Samples kept of every mirrored body (a power of two). */
export const SAMPLES_KEPT: usize = 8;
export const mirrorSlots = changetype<U16s>(SAMPLES + BODIES * SAMPLES_KEPT * SAMPLE_BYTES);
export const mirrorCells = changetype<U8s>(SAMPLES + BODIES * SAMPLES_KEPT * SAMPLE_BYTES + H);
export const MEMORY_END: usize = (SAMPLES + BODIES * SAMPLES_KEPT * SAMPLE_BYTES + H + MOST_CELLS + 65535) & ~65535;

// asc places its own data (texts of errors) from --memoryBase on.
if (MEMORY_END > <usize>ASC_MEMORY_BASE) ERROR('raise memoryBase in asconfig.json: the memory map has outgrown it');
