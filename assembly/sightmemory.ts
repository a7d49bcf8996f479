// The memory map of sight: what interest (server) and mirror (client) keep. Begins where the state's map ends (memory.ts).
import * as L from './layout';
import { F32s, U16s, U32s, U8s } from './columns';
import { INTEREST } from './memory';

const BODIES: usize = L.MAX_ENTITIES;

// ---- cells: the region and its margin in squares of CELL_SIZE_M ----
export const CELL_SIDE: i32 = (L.REGION_SIZE_M + 2 * L.REGION_MARGIN_M) / L.CELL_SIZE_M;
export const CELLS: i32 = CELL_SIDE * CELL_SIDE;
export const NO_CELL: i32 = 0xffff;
export const NO_SLOT: i32 = 0xffff;
/** Cadences: a cell's changes are told every tick, every 2nd, every 4th. Index 0..2; all three meet on every 4th tick. */
export const CADENCES: i32 = 3;

// ---- every body as the wire can say it now ----
export const nowCell = changetype<U16s>(INTEREST);
export const nowX = changetype<U16s>(INTEREST + BODIES * 2);
export const nowY = changetype<U16s>(INTEREST + BODIES * 4);
export const nowZ = changetype<U16s>(INTEREST + BODIES * 6);
export const nowFlags = changetype<U16s>(INTEREST + BODIES * 8);
export const nowYaw = changetype<U8s>(INTEREST + BODIES * 10);
export const nowHp = changetype<U8s>(INTEREST + BODIES * 11);
/** The tick in which the body last came into its cell. */
export const cellSince = changetype<U32s>(INTEREST + BODIES * 12);
const NOW_END: usize = INTEREST + BODIES * 16;

// ---- the same as it was last told, one table per cadence; index = cadence * MAX_ENTITIES + slot ----
const TOLD_ROWS: usize = BODIES * <usize>CADENCES;
export const toldId = changetype<U32s>(NOW_END);
export const toldLook = changetype<U32s>(NOW_END + TOLD_ROWS * 4);
export const toldGear = changetype<U32s>(NOW_END + TOLD_ROWS * 8);
export const toldCell = changetype<U16s>(NOW_END + TOLD_ROWS * 12);
export const toldX = changetype<U16s>(NOW_END + TOLD_ROWS * 14);
export const toldY = changetype<U16s>(NOW_END + TOLD_ROWS * 16);
export const toldZ = changetype<U16s>(NOW_END + TOLD_ROWS * 18);
export const toldFlags = changetype<U16s>(NOW_END + TOLD_ROWS * 20);
export const toldYaw = changetype<U8s>(NOW_END + TOLD_ROWS * 22);
export const toldHp = changetype<U8s>(NOW_END + TOLD_ROWS * 23);
export const toldLevel = changetype<U8s>(NOW_END + TOLD_ROWS * 24);
export const toldTeam = changetype<U8s>(NOW_END + TOLD_ROWS * 25);
const TOLD_END: usize = NOW_END + TOLD_ROWS * 26;

// ---- lists through bodies: who is in a cell, who has left it since it was last told (per cadence) ----
export const memberFirst = changetype<U16s>(TOLD_END);
export const memberNext = changetype<U16s>(TOLD_END + 1024);
export const leaverFirst = changetype<U16s>(TOLD_END + 1024 + BODIES * 2);
export const leaverNext = changetype<U16s>(TOLD_END + 4096 + BODIES * 2);
const LISTS_END: usize = TOLD_END + 4096 + BODIES * 4;

// ---- what was encoded in this tick: a block per cadence and cell, and full cells on demand ----
export const blockAt = changetype<U32s>(LISTS_END); // index = cadence * CELLS + cell
export const blockBytes = changetype<U32s>(LISTS_END + 8192);
export const watchersOf = changetype<U16s>(LISTS_END + 16384);
export const fullAt = changetype<U32s>(LISTS_END + 20480);
export const fullBytes = changetype<U32s>(LISTS_END + 24576);
export const fullTick = changetype<U32s>(LISTS_END + 28672);
const BLOCKS_END: usize = LISTS_END + 32768;

// ---- outcomes of the last four ticks in wire form, listed by cell; index = tick % 4 * CELLS + cell ----
export const TELLING_BYTES: usize = 36;
export const tellingFirst = changetype<U16s>(BLOCKS_END);
export const tellingLast = changetype<U16s>(BLOCKS_END + 4096);
export const tellingCount = changetype<U16s>(BLOCKS_END + 8192);
export const TELLINGS: usize = BLOCKS_END + 12288;
const TELLINGS_END: usize = TELLINGS + 4 * <usize>L.MAX_OUTCOMES * TELLING_BYTES;

/** Room for the blocks of one tick: three cadences of every body in full, and the tellings. */
export const ARENA: usize = TELLINGS_END;
export const ARENA_BYTES: usize = 4194304;

// ---- watchers ----
export const watcherBody = changetype<U32s>(ARENA + ARENA_BYTES); // 0: nobody watches under this number
export const watcherFresh = changetype<U8s>(ARENA + ARENA_BYTES + <usize>L.MAX_WATCHERS * 4); // 1: the mirror on the other side starts anew
/** Per watcher and cell: 0 unseen, else cadence + 1. */
export const watcherSees = changetype<U8s>(ARENA + ARENA_BYTES + <usize>L.MAX_WATCHERS * 8);
const WATCHERS_END: usize = ARENA + ARENA_BYTES + <usize>L.MAX_WATCHERS * (8 + <usize>CELLS);

// ---- the mirror (client): what was read last of every body, and where it was ----
export const MIRROR: usize = (WATCHERS_END + 15) & ~15;
export const SAMPLES: i32 = 8;
export const mirrorId = changetype<U32s>(MIRROR);
export const mirrorLook = changetype<U32s>(MIRROR + BODIES * 4);
export const mirrorGear = changetype<U32s>(MIRROR + BODIES * 8);
export const mirrorDelay = changetype<F32s>(MIRROR + BODIES * 12); // ticks that it is drawn later than near bodies
export const mirrorCell = changetype<U16s>(MIRROR + BODIES * 16);
export const mirrorX = changetype<U16s>(MIRROR + BODIES * 18);
export const mirrorY = changetype<U16s>(MIRROR + BODIES * 20);
export const mirrorZ = changetype<U16s>(MIRROR + BODIES * 22);
export const mirrorFlags = changetype<U16s>(MIRROR + BODIES * 24);
export const mirrorYaw = changetype<U8s>(MIRROR + BODIES * 26);
export const mirrorHp = changetype<U8s>(MIRROR + BODIES * 27);
export const mirrorClass = changetype<U8s>(MIRROR + BODIES * 28);
export const mirrorKind = changetype<U8s>(MIRROR + BODIES * 29);
export const mirrorLevel = changetype<U8s>(MIRROR + BODIES * 30);
export const mirrorTeam = changetype<U8s>(MIRROR + BODIES * 31);
export const newestSample = changetype<U8s>(MIRROR + BODIES * 32);
export const sampleCount = changetype<U8s>(MIRROR + BODIES * 33);
/** Per cell: 0 unseen, else cadence + 1 in which it was last told. */
export const mirrorSees = changetype<U8s>(MIRROR + BODIES * 34);
const MIRROR_ROWS_END: usize = MIRROR + BODIES * 34 + 1024;
/** Rings of samples; index = slot * SAMPLES + place. */
const SAMPLE_ROWS: usize = BODIES * <usize>SAMPLES;
export const sampleTick = changetype<U32s>(MIRROR_ROWS_END);
export const sampleX = changetype<U16s>(MIRROR_ROWS_END + SAMPLE_ROWS * 4);
export const sampleY = changetype<U16s>(MIRROR_ROWS_END + SAMPLE_ROWS * 6);
export const sampleZ = changetype<U16s>(MIRROR_ROWS_END + SAMPLE_ROWS * 8);
export const sampleYaw = changetype<U8s>(MIRROR_ROWS_END + SAMPLE_ROWS * 10);
/** asc's --memoryBase must not lie below this. */
export const SIGHT_END: usize = MIRROR_ROWS_END + SAMPLE_ROWS * 11;
