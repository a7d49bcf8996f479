// Typed handle over the compiled core. In: packed content, spawns, intents, commands. Out: outcomes, snapshots, state bytes.
// The same class serves the region (authority), the browser (prediction, mirror of what it sees), bots and tests.
import * as L from '../../assembly/layout';

/** What the compiled core exports; assembly/index.ts documents each. Numbers are i32 or f32; `ptr` are byte offsets into `memory`. */
export interface CoreExports {
  memory: WebAssembly.Memory;
  // life
  init(seed: number, originX: number, originZ: number): void;
  buffer(): number; // ptr of a scratch area of BUFFER_BYTES through which the host hands bytes in
  loadContent(bytes: number): number; // tables and place from the scratch area; 0 or the offset of the first bad byte + 1
  landStart(): number; // what loadContent made of the content, as one block
  landSize(): number;
  stateSize(): number;
  stateStart(): number;
  hash(): number; // over the quantised state; compare as >>> 0
  restored(): void; // after the host has put a saved state back
  tick(): number;
  // ground (pure, any place of the world)
  height(x: number, z: number): number;
  groundType(x: number, z: number): number; // 0 grass, 1 road, 2 paved, 3 field, 4 sand, 5 rock, 6 forest floor, 7 river or lake bed
  heightsPtr(): number; // f32 samples of the region and its margin, row by row, HEIGHT_STEP_M apart
  heightsSide(): number;
  // bodies
  spawn(cls: number, kind: number, team: number, level: number, x: number, z: number, yaw: number): number;
  despawn(id: number): void;
  alive(id: number): number; // 1 if the id still names a body, real or a ghost
  teleport(id: number, x: number, y: number, z: number, yaw: number): void;
  setBody(
    id: number,
    hpMax: number,
    powerMax: number,
    might: number,
    aim: number,
    spirit: number,
    armor: number,
    hastePct: number,
  ): void;
  setArms(
    id: number,
    arms: number,
    meleeLow: number,
    meleeHigh: number,
    bowLow: number,
    bowHigh: number,
    gunLow: number,
    gunHigh: number,
  ): void;
  setKnown(id: number, lowBits: number, highBits: number): void; // abilities, bit = ability id
  setLook(id: number, look: number, gear: number): void;
  setLevel(id: number, level: number): void;
  setVitals(id: number, hp: number, power: number): void; // hp 0 = dead
  setFlag(id: number, flag: number, on: number): void;
  setHome(id: number, x: number, z: number, radius: number, routeIndex: number, respawnTicks: number): void;
  setRoute(id: number, point: number, back: number): void; // the point of its route it walks to next, and which way
  heal(id: number, hp: number, power: number): void; // potions, rest; reported as OUT_HEAL by the body itself
  revive(id: number, x: number, z: number): void;
  emote(id: number, emote: number): void;
  cooldownLeft(id: number, ability: number): number;
  setCooldown(id: number, ability: number, ticks: number): void;
  status(id: number): number; // ptr of STATUS_BYTES
  ownState(id: number): number; // ptr of OWN_BYTES
  x(id: number): number;
  y(id: number): number;
  z(id: number): number;
  above(id: number): number; // ground
  yaw(id: number): number;
  flags(id: number): number;
  hp(id: number): number;
  kind(id: number): number;
  level(id: number): number;
  near(x: number, z: number, radius: number, cls: number): number; // count, ghosts too; ids as u32 at nearPtr()
  nearPtr(): number;
  lineOfSight(x0: number, y0: number, z0: number, x1: number, y1: number, z1: number): number;
  // one tick
  setIntent(id: number, buttons: number, yaw: number, pitch: number, viewTick: number, viewFraction: number, moves: number): void;
  useAbility(id: number, ability: number, target: number, command: number): number; // queued; 0 or NO_ROOM
  cancelCast(id: number): void;
  step(timeOfDay: number): void; // 0..1, 0.5 noon
  outcomesPtr(): number;
  outcomesCount(): number;
  phasesPtr(): number; // f32 work counters of the last step and encode, in the order of PHASES
  setWish(id: number, vx: number, vz: number): void; // where a mindless body (kind 0, no player) wants to go, m/s
  stepCrowd(): void; // the crowd phase of a step alone, for the bench
  skip(seconds: number): void; // an empty region slept this long: respawn, heal, walk home
  // snapshots (server)
  watch(watcher: number, id: number): void; // watcher number < MAX_WATCHERS sees from body id; starts with everything in full
  unwatch(watcher: number): void;
  resync(watcher: number): void; // send every cell in full again (a slow socket was skipped)
  snapshot(watcher: number, own: number, number: number, cursor: number): number; // the whole message at snapshotPtr(), cells last; returns its length
  snapshotPtr(): number;
  setRings(fast_m: number, half_m: number): void; // how far cells change every tick, and every second one
  setDetail(level: number): void; // 0..2: how much less often idle beasts think
  setRate(watcher: number, ticks: number): void; // least ticks between two frames of this watcher: 1, 2 or 4
  encode(): void; // after step: cells' changes once, shared
  assemble(watcher: number): number; // bytes written at framePtr(): the cells this watcher is due
  framePtr(): number;
  // the regions next door (assembly/neighbours.ts); a ghost is a body of theirs, seen and reached here but changed by its owner alone
  issueIds(region: number, serial: number): void; // after init: bodies born here are region << 24 | serial and upwards
  setBounds(west: number, north: number, east: number, south: number): void; // what this region owns; after init the whole 512 m
  strays(slack_m: number): number; // count of real bodies outside the bounds by more than that; ids at nearPtr()
  isGhost(id: number): number; // 1 or 0
  ghostPeer(id: number): number; // the neighbour that last told of a ghost, or to whom it was given; -1: none
  writeBorder(west: number, north: number, east: number, south: number, reach_m: number): number; // after step: bytes at framePtr() for the owner of that rectangle
  readBorder(bytes: number, peer: number): number; // a neighbour's (0..127) bytes from the scratch area; 0 or the offset of the first bad byte + 1
  toGhost(id: number, peer: number): void; // the body's truth is with that neighbour from now on
  carry(id: number): number; // ptr of CARRY_BYTES: the whole body for another core; 0: no real body
  land(): number; // CARRY_BYTES from the scratch area: stands here, in place of its ghost if there is one; its id, 0: refused
  strike(source: number, target: number, ability: number, amount: number, flags: number): void; // a neighbour's OUT_REACH on one of ours
  // mirror (client)
  mirrorReset(): void;
  mirrorRead(bytes: number): number; // a snapshot's cell part in the scratch area; 0 or the offset of the first bad byte + 1; its outcomes are at outcomesPtr()
  mirrorSample(viewTick: number, fraction: number): number; // views interpolated for that instant; count
  viewsPtr(): number;
  mirrorCount(): number;
  // own body (client prediction): the same move.ts as the server's
  ownReset(id: number): void;
  ownSet(): void; // from OWN_BYTES in the scratch area
  ownMove(buttons: number, yaw: number, pitch: number): void; // one tick
  ownPtr(): number; // OWN_BYTES of the predicted body
}

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
  effects: EffectStatus[];
}

export class CoreTrap extends Error {
  override name = 'CoreTrap';
}

export class Sim {
  readonly core: CoreExports;
  readonly bytes: Uint8Array;
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

  /**
   * The whole simulation state between two steps, its empty stretches left out: u32 LAYOUT_VERSION, then runs of u32 zero words, u32 other
   * words, those words. `restore` takes it back on a core of the same version with the same content.
   */
  save(): Uint8Array {
    const state = new Uint32Array(this.core.memory.buffer, this.core.stateStart(), this.core.stateSize() >>> 2);
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
  restore(saved: Uint8Array): void {
    const words = new Uint32Array(saved.slice().buffer, 0, saved.length >>> 2);
    if (words[0] !== L.LAYOUT_VERSION) throw new Error(`state of layout ${words[0]}, expected ${L.LAYOUT_VERSION}`);
    const state = new Uint32Array(this.core.memory.buffer, this.core.stateStart(), this.core.stateSize() >>> 2);
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
    this.core.restored();
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
    effects,
  };
}

/** AssemblyScript strings are UTF-16 with their byte length four bytes before them. */
function text(memory: WebAssembly.Memory, ptr: number): string {
  if (!ptr) return '';
  const length = new Uint32Array(memory.buffer)[(ptr - 4) >>> 2] >>> 1;
  return String.fromCharCode(...new Uint16Array(memory.buffer, ptr, length));
}
