// Over a border: ghosts are seen, noticed, chased and reached, and what is done to them is decided where they live, once.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import { ARROW, CLEAVE, EMBER, HOBBLE, KINDLE, LOOSE, MEND, NOVA, SHOT, STRIKE, WOLF } from './fixture';
import { BORDER, boundsAt, EAST, Pair, ROW, Screen, type Side, WEST } from './pair';
import { addBeast, addPlayer } from './scenario';
import { hold, ofType } from './world';

const HARDY = 60000;
const EASTWARD = Math.PI / 2;

function hardy({ sim }: Side, x: number, z = ROW, yaw = EASTWARD): number {
  const id = addPlayer(sim, x, z, yaw);
  sim.core.setBody(id, HARDY, 100, 10, 10, 10, 0, 0);
  hold(sim, id, 0, yaw);
  return id;
}

/** An unkillable, mindless beast. */
function target({ sim }: Side, x: number, z = ROW): number {
  const id = sim.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_WILD, 1, x, z, 0);
  sim.core.setBody(id, HARDY, 0, 0, 0, 0, 0, 0);
  return id;
}

/** Whom a border frame names (borderout.ts). */
function listedIn(frame: Uint8Array): number[] {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const [head_bytes, body_bytes, count_mask] = [8, 48, 0x7fff];
  return Array.from({ length: view.getUint16(2, true) & count_mask }, (_, i) => view.getUint32(head_bytes + i * body_bytes, true));
}

describe('ghosts', () => {
  it('stand where the neighbour says, and go on between his words', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const runner = hardy(west, BORDER - 40);
    pair.play(60, () => hold(west.sim, runner, L.BUTTON_FORWARD, EASTWARD));
    const { core } = east.sim;
    expect(core.isGhost(runner)).toBe(1);
    expect(core.ghostPeer(runner)).toBe(WEST);
    expect(west.sim.core.isGhost(runner)).toBe(0);
    expect(west.sim.core.ghostPeer(runner)).toBe(-1);
    // One tick of the way stands for the tick that the words take.
    expect(Math.abs(core.x(runner) - west.sim.core.x(runner))).toBeLessThan(0.02);
    expect(core.y(runner)).toBeCloseTo(west.sim.core.y(runner), 2);
    expect(core.hp(runner)).toBe(HARDY);
    expect(core.level(runner)).toBe(3);
    const before = core.x(runner);
    for (let i = 0; i < 4; i++) core.step(0.5);
    expect(core.x(runner) - before).toBeCloseTo(4 * L.RUN_MPS * 0.05, 2);
    for (let i = 0; i < 20; i++) core.step(0.5);
    expect(core.x(runner) - before).toBeLessThan(6.5 * L.RUN_MPS * 0.05);
  });

  it('are told of as often as a screen over there is told of what is so far away, and stay in between', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const bodies = [L.RING_1_M - 5, L.RING_2_M - 5, L.RING_3_M - 5].map(away_m => target(west, BORDER - away_m));
    pair.play(8);
    const told = new Map(bodies.map(id => [id, 0]));
    const gone: number[] = [];
    for (let tick = 0; tick < 8; tick++) {
      pair.play(1);
      for (const id of listedIn(east.frames[0])) told.set(id, (told.get(id) ?? 0) + 1);
      gone.push(...bodies.filter(id => !east.sim.core.alive(id)));
    }
    expect([...told.values()]).toEqual([8, 4, 2]);
    expect(gone).toEqual([]);
  });

  it('are gone when the neighbour lists them no more, or says nothing for too long', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const [leaves, stays] = [hardy(west, BORDER - 10), hardy(west, BORDER - 12)];
    pair.play(3);
    expect([leaves, stays].map(id => east.sim.core.isGhost(id))).toEqual([1, 1]);
    west.sim.core.despawn(leaves);
    pair.play(2);
    expect([leaves, stays].map(id => east.sim.core.alive(id))).toEqual([0, 1]);
    // The last word came before the last of these two ticks.
    for (let i = 1; i < L.GHOST_TICKS; i++) east.sim.core.step(0.5);
    expect(east.sim.core.alive(stays)).toBe(1);
    east.sim.core.step(0.5);
    expect(east.sim.core.alive(stays)).toBe(0);
  });

  it('are forgotten by a region that sleeps', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const id = hardy(west, BORDER - 10);
    pair.play(3);
    east.sim.core.skip(60);
    expect(east.sim.core.alive(id)).toBe(0);
    west.sim.core.skip(60);
    expect(west.sim.core.alive(id)).toBe(1);
  });

  it('of players keep the beasts near them awake', () => {
    const pair = new Pair();
    const { west, east } = pair;
    for (let i = 0; i < 64; i++) addBeast(west.sim, WOLF, BORDER - 60 + (i % 8), ROW + (i >> 3));
    const thoughts = () => {
      let sum = 0;
      for (let i = 0; i < 8; i++) {
        pair.play(1);
        sum += west.sim.phases()[L.PHASE_MINDS];
      }
      return sum;
    };
    expect(thoughts()).toBe(64);
    hardy(east, BORDER + 10);
    pair.play(2);
    expect(thoughts()).toBe(4 * 64);
  });

  it('neither act nor can be changed by another than their owner', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const player = hardy(west, BORDER - 5);
    const wolf = addBeast(west.sim, WOLF, BORDER - 30, ROW);
    pair.play(3);
    const { core } = east.sim;
    for (const id of [player, wolf]) {
      core.setVitals(id, 1, 1);
      core.teleport(id, BORDER + 50, Number.NaN, ROW, 0);
      core.heal(id, 5, 5);
      core.setWish(id, 5, 5);
      core.setIntent(id, L.BUTTON_FORWARD | L.BUTTON_FIRE, 1, 0, 0, 0, 4);
      core.useAbility(id, MEND, id, 1);
      expect(east.sim.carry(id)).toBeNull();
    }
    const at = [core.x(player), core.hp(player)];
    pair.play(5);
    expect([core.x(player), core.hp(player)]).toEqual(at);
    expect(east.outcomes).toEqual([]);
  });

  it('are seen by watchers like anybody, and what happens to them is heard once', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const watcher = hardy(east, BORDER + 20);
    const walker = hardy(west, BORDER - 30);
    const screen = new Screen(east, watcher);
    for (let t = 0; t < 40; t++) {
      if (t === 20) west.sim.core.emote(walker, 3);
      if (t === 22) west.sim.core.heal(walker, 7, 0);
      pair.play(1, () => hold(west.sim, walker, L.BUTTON_FORWARD, 0));
      screen.read();
      expect(ofType(east.outcomes, L.OUT_EMOTE)).toEqual([]);
    }
    const seen = screen.sees(walker);
    expect(seen?.z).toBeCloseTo(east.sim.core.z(walker), 1);
    expect(ofType(screen.heard, L.OUT_EMOTE)).toMatchObject([{ a: walker, value: 3 }]);
    expect(ofType(screen.heard, L.OUT_HEAL)).toMatchObject([{ a: walker, b: walker }]);
  });

  it('tell outcomes of every tick to a neighbour who is told only every third', () => {
    const { west } = new Pair();
    const id = hardy(west, BORDER - 5);
    const bounds = boundsAt(BORDER, 512);
    const told: number[] = [];
    for (let tick = 1; tick <= 12; tick++) {
      west.sim.core.emote(id, tick);
      west.sim.core.step(0.5);
      if (tick % 3) continue;
      const frame = west.sim.borderFor(bounds, 144);
      const view = new DataView(frame.buffer);
      const count = view.getUint16(6, true);
      for (let i = count; i > 0; i--) told.push(view.getInt32(frame.length - i * L.OUTCOME_BYTES + 12, true));
    }
    expect(told).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('of a crowd too large for one frame are the nearest, and the rest is counted', () => {
    const { west } = new Pair();
    const bodies = 3000;
    for (let i = 0; i < bodies; i++)
      west.sim.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_NEUTRAL, 1, BORDER - 1 - (i * 140) / bodies, ROW - 20 + (i % 40), 0);
    const frame = west.sim.borderFor(boundsAt(BORDER, 512), 144);
    const view = new DataView(frame.buffer);
    const told = view.getUint16(2, true);
    expect(frame.length).toBeLessThanOrEqual(L.MAX_FRAME_BYTES);
    expect(told).toBeGreaterThan(1300);
    for (let i = 0; i < told; i++) expect(view.getFloat32(8 + i * 48 + 4, true)).toBeGreaterThan(BORDER - 72);
    expect(west.sim.phases()[L.PHASE_DROPPED]).toBe(bodies - told);
  });

  it('of the one who went on to a third region stay until that one tells of them', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const id = hardy(west, BORDER - 5);
    pair.play(3);
    // West has given it to somebody else, whom east has not heard of it yet.
    west.sim.core.toGhost(id, 77);
    pair.play(10);
    expect(east.sim.core.isGhost(id)).toBe(1);
    expect(west.sim.core.ghostPeer(id)).toBe(77);
    // West never hears of it again: then nobody has it.
    pair.play(2 * L.GHOST_TICKS);
    expect([west.sim.core.alive(id), east.sim.core.alive(id)]).toEqual([0, 0]);
  });
});

describe('a wolf', () => {
  it('notices, chases and bites who stands over the border, and each bite hurts once', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const player = hardy(east, BORDER + 4, ROW, -EASTWARD);
    const wolf = addBeast(west.sim, WOLF, BORDER - 4, ROW, EASTWARD);
    pair.play(200);
    expect(ofType(west.outcomes, L.OUT_AGGRO)).toMatchObject([{ a: wolf, b: player }]);
    const bites = ofType(west.outcomes, L.OUT_REACH);
    const hits = ofType(east.outcomes, L.OUT_HIT);
    expect(bites.length).toBeGreaterThan(2);
    for (const bite of bites) expect(bite).toMatchObject({ a: wolf, b: player, ability: 32 });
    // The last one may still be on its way.
    expect(bites.length - hits.length).toBeLessThanOrEqual(1);
    for (const hit of hits) expect(hit).toMatchObject({ a: wolf, b: player });
    expect(HARDY - east.sim.core.hp(player)).toBe(hits.reduce((sum, hit) => sum + hit.value, 0));
    expect(ofType(west.outcomes, L.OUT_HIT)).toEqual([]);
    expect(west.sim.core.x(wolf)).toBeGreaterThan(BORDER);
    expect(west.sim.strays(0)).toEqual([wolf]);
    expect(east.sim.core.flags(player) & L.FLAG_COMBAT).not.toBe(0);
  });

  it('that is struck from over there hates its enemy, dies here, and tells who earned it', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const player = hardy(west, BORDER - 1);
    const wolf = addBeast(east.sim, WOLF, BORDER + 1.5, ROW, -EASTWARD);
    east.sim.core.setVitals(wolf, 20, 0);
    pair.play(240, tick => {
      hold(west.sim, player, 0, Math.atan2(west.sim.core.x(wolf) - west.sim.core.x(player), -(west.sim.core.z(wolf) - ROW)));
      if (tick % 31 === 3) west.sim.core.useAbility(player, STRIKE, wolf, 1);
    });
    expect(ofType(east.outcomes, L.OUT_AGGRO)[0]).toMatchObject({ a: wolf, b: player });
    expect(ofType(east.outcomes, L.OUT_DEATH)[0]).toMatchObject({ a: wolf, b: player });
    expect(ofType(east.outcomes, L.OUT_SHARE)[0]).toMatchObject({ a: wolf, b: player, value: 1000 });
    expect(ofType(west.outcomes, L.OUT_DEATH)).toEqual([]);
  });
});

describe('abilities', () => {
  it.each([
    ['a blow', STRIKE, 2, true],
    ['an arrow that seeks', LOOSE, 20, true],
    ['an arrow that is aimed', ARROW, 12, false],
    ['a shot', SHOT, 30, false],
    ['a cone', CLEAVE, 3, false],
    ['a nova', NOVA, 4, false],
    ['an ember that was cast', EMBER, 15, true],
  ])('%s reaches over the border, and its mark is seen on both sides', (_, ability, ahead, named) => {
    const pair = new Pair();
    const { west, east } = pair;
    const player = hardy(west, BORDER - 1);
    const beast = target(east, BORDER - 1 + ahead);
    const screens = [new Screen(west, player), new Screen(east, hardy(east, BORDER + 10, ROW + 20))];
    const read = () => {
      for (const screen of screens) screen.read();
    };
    for (let t = 0; t < 8; t++) {
      pair.play(1);
      read();
    }
    west.sim.core.useAbility(player, ability, named ? beast : 0, 9);
    const told = { west: [] as typeof west.outcomes, east: [] as typeof east.outcomes };
    for (let t = 0; t < 60; t++) {
      pair.play(1);
      read();
      told.west.push(...west.outcomes);
      told.east.push(...east.outcomes);
    }
    expect(ofType(told.west, L.OUT_REFUSED)).toEqual([]);
    const [reach] = ofType(told.west, L.OUT_REACH);
    expect(reach).toMatchObject({ a: player, b: beast, ability });
    expect(ofType(told.west, L.OUT_REACH)).toHaveLength(1);
    expect(ofType(told.east, L.OUT_HIT)).toMatchObject([{ a: player, b: beast, ability }]);
    expect(ofType(told.west, L.OUT_HIT)).toEqual([]);
    expect(HARDY - east.sim.core.hp(beast)).toBe(ofType(told.east, L.OUT_HIT)[0].value);
    for (const screen of screens) {
      expect(ofType(screen.heard, L.OUT_HIT)).toMatchObject([{ a: player, b: beast, ability }]);
      expect(ofType(screen.heard, L.OUT_USED).filter(o => o.a === player)).toHaveLength(1);
      expect(screen.sees(beast)).not.toBeNull();
    }
  });

  it('leave their effects on the other side: slowed, and burning for as long and as hot', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const player = hardy(west, BORDER - 5);
    const beast = target(east, BORDER + 5);
    pair.play(3);
    for (const ability of [HOBBLE, KINDLE]) west.sim.core.useAbility(player, ability, beast, 1);
    pair.play(100);
    expect(ofType(east.outcomes, L.OUT_EFFECT).filter(o => o.value > 0)).toMatchObject([
      { a: player, b: beast },
      { a: player, b: beast },
    ]);
    const burns = ofType(east.outcomes, L.OUT_HIT).filter(o => o.flags & L.HIT_PERIODIC);
    // 4 and a tenth of the best of the player's powers, as if he stood there.
    expect(burns.map(o => o.value)).toEqual([5, 5, 5, 5]);
    expect(west.sim.core.flags(beast) & (L.FLAG_SLOWED | L.FLAG_BURNING)).toBe(
      east.sim.core.flags(beast) & (L.FLAG_SLOWED | L.FLAG_BURNING),
    );
  });

  it('mend a friend over there, and anger those who fight him on both sides', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const healer = hardy(west, BORDER - 8);
    const friend = hardy(east, BORDER + 8);
    const wolf = addBeast(east.sim, WOLF, BORDER + 10, ROW, -EASTWARD);
    east.sim.core.setBody(wolf, HARDY, 0, 0, 0, 0, 0, 0);
    pair.play(60);
    east.sim.core.setVitals(friend, 100, 100);
    west.sim.core.setKnown(healer, 0, 0xffffffff);
    west.sim.core.useAbility(healer, MEND, friend, 1);
    pair.play(30);
    expect(ofType(east.outcomes, L.OUT_HEAL)).toMatchObject([{ a: healer, b: friend, ability: MEND }]);
    expect(east.sim.core.hp(friend)).toBeGreaterThan(100);
    // The friend leaves: only the healer is left to hate.
    east.sim.core.despawn(friend);
    pair.play(60);
    expect(ofType(east.outcomes, L.OUT_REACH).filter(o => o.a === wolf && o.b === healer).length).toBeGreaterThan(0);
  });

  it('on one who has gone on are reported again, on nobody are lost, and from nobody still hurt', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const beast = target(east, BORDER + 5);
    pair.play(3);
    const { core } = west.sim;
    core.strike(12345, beast, STRIKE, 40, L.HIT_CRITICAL);
    core.strike(12345, 54321, STRIKE, 40, 0);
    core.strike(12345, beast, 63, 40, 0);
    west.sim.core.step(0.5);
    const again: unknown[] = [];
    west.sim.outcomes(o => again.push({ ...o }));
    expect(again).toMatchObject([{ type: L.OUT_REACH, a: 12345, b: beast, value: 40, flags: L.HIT_CRITICAL }]);
    east.sim.core.strike(12345, beast, STRIKE, 40, L.HIT_KILL | L.HIT_HEAD);
    pair.play(1);
    expect(ofType(east.outcomes, L.OUT_HIT)).toMatchObject([{ a: 0, b: beast, value: 40, flags: L.HIT_HEAD }]);
    expect(east.sim.core.ghostPeer(beast)).toBe(-1);
    expect(core.ghostPeer(beast)).toBe(EAST);
  });
});
