// Typed handle over the compiled core. In: packed content, spawns, intents, commands. Out: outcomes, snapshots, state bytes.
// The same class serves the region (authority), the browser (prediction, mirror of what it sees), bots and tests.
import * as L from '../../assembly/layout';
import type { CoreExports } from './core';

/** Names of the work counters (PHASE_* of the layout): clocks stand still inside a Worker, counts do not. */
export const PHASES = [
  'commands',
  'players',
  'minds',
  'crowd',
  'casts',
  'projectiles',
  'effects',
  'vitals',
  'outcomes',
  'encode',
  'bytes',
  'dropped',
] as const;

export interface Outcome {
  type: number;
  ability: number;
  flags: number;
  a: number;
  b: number;
  value: number;
  x: number;
  y: number;
  z: number;
  x2: number;
  y2: number;
  z2: number;
}

export interface OwnBody {
  id: number;
  x: number;
  y: number;
  z: number;
  vx: number;
  vy: number;
  vz: number;
  flags: number;
  speed: number; // m/s
}

export interface EffectStatus {
  effect: number;
  stacks: number;
  ticks: number;
  source: number;
}

export interface Status {
  hp: number;
  hpMax: number;
  power: number;
  powerMax: number;
  casting: number;
  castLeft: number;
  castWhole: number;
  global: number;
  /** What shields will still take. */
  absorb: number;
  effects: EffectStatus[];
}

export class CoreTrap extends Error {
  override name = 'CoreTrap';
}

export class Sim {
  readonly core: CoreExports;
  readonly bytes: Uint8Array;
  /** The same memory by words of 32 bits. */
  readonly words: Int32Array;
  private readonly view: DataView;

  constructor(module: WebAssembly.Module) {
    let memory: WebAssembly.Memory;
    const abort = (message: number, file: number, line: number, column: number): never => {
      throw new CoreTrap(`core: ${text(memory, message)} at ${text(memory, file)}:${line}:${column}`);
    };
    const instance = new WebAssembly.Instance(module, { env: { abort } });
    this.core = instance.exports as unknown as CoreExports;
    memory = this.core.memory;
    // The core's memory is fixed (no growth), so these views stay valid for its whole life.
    this.bytes = new Uint8Array(memory.buffer);
    this.words = new Int32Array(memory.buffer);
    this.view = new DataView(memory.buffer);
  }

  /** Starts an empty world. `originX/Z`: the region's north-west corner in metres. `content` from packContent. Throws on malformed content. */
  load(seed: number, originX: number, originZ: number, content: Uint8Array): void {
    this.core.init(seed >>> 0, originX, originZ);
    this.give(content);
    const bad = this.core.loadContent(content.length);
    if (bad) throw new Error(`content refused by the core at byte ${bad - 1}`);
  }

  /** Starts an empty world on the land that `other` has made of its content: a copy instead of the same work again. */
  loadLike(other: Sim, seed: number, originX: number, originZ: number): void {
    this.loadLand(other.at(other.core.landStart(), other.core.landSize()), seed, originX, originZ);
  }

  /** A copy of what the core has made of its content: `loadLand` takes it on a core of the same LAYOUT_VERSION, wherever that runs. */
  landBytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.at(this.core.landStart(), this.core.landSize()));
  }

  /** Starts an empty world on land from `landBytes` of a core with the same seed and origin. Throws on bytes of another size. */
  loadLand(land: Uint8Array, seed: number, originX: number, originZ: number): void {
    if (land.length !== this.core.landSize()) throw new Error(`land of ${land.length} bytes, expected ${this.core.landSize()}`);
    this.core.init(seed >>> 0, originX, originZ);
    this.bytes.set(land, this.core.landStart());
  }

  /** Copies bytes into the core's scratch area. */
  give(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.core.buffer());
  }

  /** A view of the core's memory (valid until the next call that writes there). */
  at(ptr: number, length: number): Uint8Array {
    return this.bytes.subarray(ptr, ptr + length);
  }

  /** The outcomes of the last step (or of the last snapshot read, on a client), one reused object per call of `each`. */
  outcomes(each: (o: Outcome) => void): void {
    const { view } = this;
    const count = this.core.outcomesCount();
    let p = this.core.outcomesPtr();
    const o: Outcome = { type: 0, ability: 0, flags: 0, a: 0, b: 0, value: 0, x: 0, y: 0, z: 0, x2: 0, y2: 0, z2: 0 };
    for (let i = 0; i < count; i++, p += L.OUTCOME_BYTES) {
      o.type = view.getUint8(p);
      o.ability = view.getUint8(p + 1);
      o.flags = view.getUint16(p + 2, true);
      o.a = view.getUint32(p + 4, true);
      o.b = view.getUint32(p + 8, true);
      o.value = view.getInt32(p + 12, true);
      o.x = view.getFloat32(p + 16, true);
      o.y = view.getFloat32(p + 20, true);
      o.z = view.getFloat32(p + 24, true);
      o.x2 = view.getFloat32(p + 28, true);
      o.y2 = view.getFloat32(p + 32, true);
      o.z2 = view.getFloat32(p + 36, true);
      each(o);
    }
  }

  /** What the owner of `bounds` must know of this side of the border (a copy); see writeBorder in assembly/neighbours.ts. */
  borderFor(bounds: { west: number; north: number; east: number; south: number }, reach_m: number): Uint8Array {
    const length = this.core.writeBorder(bounds.west, bounds.north, bounds.east, bounds.south, reach_m);
    return this.at(this.core.framePtr(), length).slice();
  }

  /** Takes what neighbour `peer` wrote; false when it is no such frame, and then nothing has changed. */
  takeBorder(bytes: Uint8Array, peer: number): boolean {
    if (bytes.length > L.MAX_FRAME_BYTES) return false;
    this.give(bytes);
    return this.core.readBorder(bytes.length, peer) === 0;
  }

  /** A real body packed for another core (a copy), or null. It stays here until toGhost or despawn. */
  carry(id: number): Uint8Array | null {
    const ptr = this.core.carry(id);
    return ptr ? this.at(ptr, L.CARRY_BYTES).slice() : null;
  }

  /** Lets a packed body stand here. Returns its id, 0 when it is refused. */
  land(parcel: Uint8Array): number {
    if (parcel.length !== L.CARRY_BYTES) return 0;
    this.give(parcel);
    return this.core.land() >>> 0;
  }

  /** Ids of the real bodies that are outside the bounds by more than `slack_m`. */
  strays(slack_m: number): number[] {
    const count = this.core.strays(slack_m);
    return Array.from({ length: count }, (_, i) => this.view.getUint32(this.core.nearPtr() + i * 4, true));
  }

  /** Work counters of the last step and encode, in the order of PHASES. */
  phases(): Float32Array {
    return new Float32Array(this.core.memory.buffer, this.core.phasesPtr(), PHASES.length);
  }

  /** Lets a body know these abilities (of MAX_ABILITIES) and no others. */
  setKnown(id: number, known: Iterable<number>): void {
    const words = new Array<number>(L.MAX_ABILITIES / 32).fill(0);
    for (const ability of known) words[ability >> 5] |= 1 << (ability & 31);
    for (const [word, bits] of words.entries()) this.core.setKnown(id, word, bits >>> 0);
  }

  own(ptr = this.core.ownPtr()): OwnBody {
    return readOwn(this.view, ptr);
  }

  status(id: number): Status {
    return readStatus(this.view, this.core.status(id));
  }

  /** The DataView over the core's whole memory, for readers of record tables (views, ids). */
  get memory(): DataView {
    return this.view;
  }
}

export function readOwn(view: DataView, p: number): OwnBody {
  return {
    id: view.getUint32(p, true),
    x: view.getFloat32(p + 4, true),
    y: view.getFloat32(p + 8, true),
    z: view.getFloat32(p + 12, true),
    vx: view.getFloat32(p + 16, true),
    vy: view.getFloat32(p + 20, true),
    vz: view.getFloat32(p + 24, true),
    flags: view.getUint16(p + 28, true),
    speed: view.getUint16(p + 30, true) / 100,
  };
}

export function readStatus(view: DataView, p: number): Status {
  const effects: EffectStatus[] = [];
  for (let i = 0; i < L.EFFECT_SLOTS; i++) {
    const e = p + 16 + i * 8;
    const effect = view.getUint8(e);
    if (effect)
      effects.push({
        effect,
        stacks: view.getUint8(e + 1),
        ticks: view.getUint16(e + 2, true),
        source: view.getUint32(e + 4, true),
      });
  }
  return {
    hp: view.getUint16(p, true),
    hpMax: view.getUint16(p + 2, true),
    power: view.getUint16(p + 4, true),
    powerMax: view.getUint16(p + 6, true),
    casting: view.getUint8(p + 8),
    castLeft: view.getUint16(p + 10, true),
    castWhole: view.getUint16(p + 12, true),
    global: view.getUint16(p + 14, true),
    absorb: view.getUint16(p + L.STATUS_ABSORB, true),
    effects,
  };
}

/** AssemblyScript strings are UTF-16 with their byte length four bytes before them. */
function text(memory: WebAssembly.Memory, ptr: number): string {
  if (!ptr) return '';
  const length = new Uint32Array(memory.buffer)[(ptr - 4) >>> 2] >>> 1;
  return String.fromCharCode(...new Uint16Array(memory.buffer, ptr, length));
}
