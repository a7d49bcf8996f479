// What happened in this tick: a list of records (layout.ts, OUT_*) that the host's systems read and that travels to screens in its cell's block.
// What neighbours tell of their side of the border travels to screens too, but no host reads it: it stands at the list's other end.
import * as L from './layout';
import { BUFFER, OUTCOMES, OUTCOMES_OF_TICK, PHASES } from './memory';
import { bodyId, height, posX, posY, posZ } from './memory';
import { F32s, U32s } from './columns';

@unmanaged @final
export class Outcome {
  type: u8; ability: u8; flags: u16;
  a: u32; b: u32;
  value: i32;
  x: f32; y: f32; z: f32;
  x2: f32; y2: f32; z2: f32;
}

/** Work counters of the last step (PHASE_*): clocks stand still inside a Worker, counts do not. */
export const phases = changetype<F32s>(PHASES);

// Eight lists take turns, so that cells sent every fourth tick can still tell what happened in between. counts[8] = the tick being told.
const counts = changetype<U32s>(PHASES + 64);
const farCounts = changetype<U32s>(PHASES + 64 + 36);
const spare = changetype<Outcome>(BUFFER - 64); // written when there is no room, read by nobody

@inline
export function outcomesOf(tick: u32): usize {
  return OUTCOMES + <usize>(tick & 7) * OUTCOMES_OF_TICK;
}

@inline
export function outcomeCount(tick: u32): i32 {
  return <i32>counts[<i32>(tick & 7)];
}

/** How many stand at the other end of the list: the neighbours'. */
@inline
export function farOutcomeCount(tick: u32): i32 {
  return <i32>farCounts[<i32>(tick & 7)];
}

@inline
export function outcomeAt(tick: u32, i: i32): Outcome {
  return changetype<Outcome>(outcomesOf(tick) + <usize>i * L.OUTCOME_BYTES);
}

/** Told to the host alone, not to screens and not to neighbours. */
@inline
export function isHostOnly(type: i32): bool {
  return type == L.OUT_SHARE || type == L.OUT_REFUSED || type == L.OUT_POWER || type == L.OUT_REACH;
}

/** Starts the list of `tick`; what is told between two steps (by spawn, heal, emote) belongs to the next one. */
export function beginOutcomes(tick: u32): void {
  counts[8] = tick;
  counts[<i32>(tick & 7)] = 0;
  farCounts[<i32>(tick & 7)] = 0;
}

export function clearOutcomes(): void {
  memory.fill(PHASES, 0, 192);
}

/** Adds a record; the caller fills in what else it has. */
export function tell(type: i32, a: u32, b: u32, ability: i32, value: i32): Outcome {
  const list = <i32>(counts[8] & 7);
  const n = <i32>counts[list];
  let o = spare;
  if (n + farOutcomeCount(list) < L.MAX_OUTCOMES) {
    o = outcomeAt(list, n);
    counts[list] = n + 1;
  } else {
    phases[L.PHASE_DROPPED] = phases[L.PHASE_DROPPED] + 1;
  }
  memory.fill(changetype<usize>(o), 0, L.OUTCOME_BYTES);
  o.type = <u8>type;
  o.ability = <u8>ability;
  o.a = a;
  o.b = b;
  o.value = value;
  return o;
}

/** Adds a neighbour's record (OUTCOME_BYTES at `from`) to those of the coming tick, for screens only. */
export function tellFar(from: usize): void {
  const list = <i32>(counts[8] & 7);
  const n = farOutcomeCount(list);
  if (<i32>counts[list] + n >= L.MAX_OUTCOMES) {
    phases[L.PHASE_DROPPED] = phases[L.PHASE_DROPPED] + 1;
    return;
  }
  farCounts[list] = n + 1;
  memory.copy(changetype<usize>(outcomeAt(list, L.MAX_OUTCOMES - 1 - n)), from, L.OUTCOME_BYTES);
}

/** Adds a record that stands at a body's chest. */
export function tellAt(type: i32, slot: i32, a: u32, b: u32, ability: i32, value: i32): Outcome {
  const o = tell(type, a, b, ability, value);
  o.x = posX[slot];
  o.y = posY[slot] + height[slot] * 0.6;
  o.z = posZ[slot];
  return o;
}

/** Adds a record about one body alone. */
export function tellOf(type: i32, slot: i32, ability: i32, value: i32): Outcome {
  return tellAt(type, slot, bodyId[slot], 0, ability, value);
}
