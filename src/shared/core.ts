// The compiled core as a host sees it: every function of the ABI (assembly/index.ts documents each). sim.ts gives it a hand.

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
  setKnown(id: number, word: number, bits: number): void; // abilities: a bit for each of the ids 32 * word and upwards
  setTalents(id: number, four: number): void; // a byte each
  setTeam(id: number, team: number, company: number): void; // of a player: what he is to others (layout.ts TEAM_*)
  beginDuel(a: number, b: number): void;
  endDuel(id: number): void;
  setLook(id: number, look: number, gear: number): void;
  setLevel(id: number, level: number): void;
  setVitals(id: number, hp: number, power: number): void; // hp 0 = dead
  setFlag(id: number, flag: number, on: number): void;
  setHome(id: number, x: number, z: number, radius: number, routeIndex: number, respawnTicks: number): void;
  setRoute(id: number, point: number, back: number): void; // the point of its route it walks to next, and which way
  provoke(id: number, target: number): void; // turns a monster on somebody, as if it had noticed him
  blast(id: number, target: number, ability: number, amount: number): number; // a blow of that ability, of the host's choosing; 1: it fell
  foe(id: number): number; // whom a monster fights, 0: nobody
  heal(id: number, hp: number, power: number): void; // potions, rest; reported as OUT_HEAL by the body itself
  giveEffect(id: number, effect: number, ticks: number, amount: number): void; // elixirs, meals: of nobody's making
  revive(id: number, x: number, z: number): void;
  emote(id: number, emote: number): void;
  cooldownLeft(id: number, ability: number): number;
  setCooldown(id: number, ability: number, ticks: number): void;
  status(id: number): number; // ptr of STATUS_BYTES
  ease(id: number): number; // hpMax | powerMax << 16 where that is the whole status, else 0
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
  setSight(percent: number): void; // of the notice range, by the weather: 10..100
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
  land(): number; // CARRY_BYTES from the scratch area: stands here, in place of its ghost if there is one; its id (a new one if it came with none), 0: refused
  strike(source: number, target: number, ability: number, amount: number, flags: number): void; // a neighbour's OUT_REACH on one of ours
  // mirror (client)
  mirrorReset(): void;
  mirrorRead(bytes: number): number; // a snapshot's cell part in the scratch area; 0 or the offset of the first bad byte + 1; its outcomes are at outcomesPtr()
  mirrorSample(viewTick: number, fraction: number): number; // views interpolated for that instant; count
  viewsPtr(): number;
  // own body (client prediction): the same move.ts as the server's
  ownReset(id: number): void;
  ownSet(): void; // from OWN_BYTES in the scratch area
  ownMove(buttons: number, yaw: number, pitch: number): void; // one tick
  ownPtr(): number; // OWN_BYTES of the predicted body
}
