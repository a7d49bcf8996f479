// A core's whole state as bytes, for tests that go on from one point twice. In: a core between two steps. Out: bytes that a core of the same
// version with the same content takes back.
import * as L from '../../assembly/layout';
import type { Sim } from '../../src/shared/sim';

/** The state with its empty stretches left out: u32 LAYOUT_VERSION, then runs of u32 zero words, u32 other words, those words. */
export function save({ core }: Sim): Uint8Array {
  const state = new Uint32Array(core.memory.buffer, core.stateStart(), core.stateSize() >>> 2);
  const out: number[] = [L.LAYOUT_VERSION];
  for (let at = 0; at < state.length; ) {
    const zeros = at;
    while (at < state.length && state[at] === 0) at++;
    const words = at;
    // A few zeros between words cost less than a new run.
    while (at < state.length && (state[at] !== 0 || state[at + 1] || state[at + 2])) at++;
    out.push(words - zeros, at - words);
    for (let i = words; i < at; i++) out.push(state[i]);
  }
  return new Uint8Array(Uint32Array.from(out).buffer);
}

/** Puts a saved state back; throws on bytes that no save of this version wrote, and then the core must be thrown away. */
export function restore({ core }: Sim, saved: Uint8Array): void {
  const words = new Uint32Array(saved.slice().buffer, 0, saved.length >>> 2);
  if (words[0] !== L.LAYOUT_VERSION) throw new Error(`state of layout ${words[0]}, expected ${L.LAYOUT_VERSION}`);
  const state = new Uint32Array(core.memory.buffer, core.stateStart(), core.stateSize() >>> 2);
  let to = 0;
  for (let at = 1; at + 1 < words.length; ) {
    const zeros = words[at++];
    const count = words[at++];
    if (to + zeros + count > state.length || at + count > words.length)
      throw new Error("the saved state is longer than the core's");
    state.fill(0, to, to + zeros);
    state.set(words.subarray(at, at + count), to + zeros);
    to += zeros + count;
    at += count;
  }
  if (to !== state.length) throw new Error(`a saved state of ${to} words, expected ${state.length}`);
  core.restored();
}
