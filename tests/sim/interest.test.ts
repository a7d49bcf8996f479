// What a region tells is what a client knows: random worlds are told through interest and mirror, and compared body by body.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import { cellsOf, OWN_WORDS_AT, OwnWords } from '../../src/shared/protocol/ownwords';
import { Sim } from '../../src/shared/sim';

const module = new WebAssembly.Module(readFileSync('build/core.wasm'));
/** Of a message: its number and its length. */
const SNAPSHOT_HEAD_BYTES = 3;
const ORIGIN = 512;
const MIDDLE = ORIGIN + L.REGION_SIZE_M / 2;

/** Mulberry32: small, seeded, good enough to shake a protocol. */
function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function world(): Sim {
  const sim = new Sim(module);
  sim.core.init(1, ORIGIN, ORIGIN);
  return sim;
}

interface Seen {
  x: number;
  z: number;
  yaw: number;
  speed: number;
  flags: number;
  hp: number;
  level: number;
  look: number;
  gear: number;
  cls: number;
}

function views(sim: Sim, tick: number, fraction = 0): Map<number, Seen> {
  const found = new Map<number, Seen>();
  const count = sim.core.mirrorSample(tick, fraction);
  const v = sim.memory;
  for (let i = 0, p = sim.core.viewsPtr(); i < count; i++, p += L.VIEW_BYTES)
    found.set(v.getUint32(p + L.VIEW_ID, true), {
      x: v.getFloat32(p + L.VIEW_X, true),
      z: v.getFloat32(p + L.VIEW_Z, true),
      yaw: v.getFloat32(p + L.VIEW_YAW, true),
      speed: v.getFloat32(p + L.VIEW_SPEED, true),
      flags: v.getUint16(p + L.VIEW_FLAGS, true),
      hp: v.getUint8(p + L.VIEW_HP),
      level: v.getUint8(p + L.VIEW_LEVEL),
      look: v.getUint32(p + L.VIEW_LOOK, true),
      gear: v.getUint32(p + L.VIEW_GEAR, true),
      cls: v.getUint8(p + L.VIEW_CLASS),
    });
  return found;
}

/** Carries the cells of one watcher's snapshot over to a client's core, as a region and a page do. Returns their length. */
function carry(server: Sim, watcher: number, client: Sim): number {
  const length = server.core.snapshot(watcher, 0, 2, 0);
  const snapshot = server.at(server.core.snapshotPtr() + SNAPSHOT_HEAD_BYTES, length - SNAPSHOT_HEAD_BYTES).slice();
  const cells = cellsOf(snapshot, new OwnWords().read(snapshot, OWN_WORDS_AT)!);
  client.give(cells);
  expect(client.core.mirrorRead(cells.length)).toBe(0);
  return cells.length;
}

function tick(server: Sim): number {
  server.core.step(0.5);
  server.core.encode();
  return server.core.tick();
}

interface Mover {
  id: number;
  x: number;
  z: number;
  look: number;
  level: number;
}

/** One body does something that snapshots must tell: walks, leaps, is hurt, changes clothes, dies for good, is born. */
function act(server: Sim, movers: Mover[], chance: () => number): void {
  const { core } = server;
  for (let i = 0; i < movers.length; i++) {
    const m = movers[i];
    const what = chance();
    if (what < 0.5) {
      m.x += (chance() - 0.5) * 0.8;
      m.z += (chance() - 0.5) * 0.8;
    } else if (what < 0.52) {
      m.x += (chance() - 0.5) * 120;
      m.z += (chance() - 0.5) * 120;
    } else if (what < 0.56) core.setVitals(m.id, 1 + Math.floor(chance() * 100), 0);
    else if (what < 0.58) core.setLook(m.id, (m.look = Math.floor(chance() * 2 ** 32)), 7);
    else if (what < 0.59) core.setLevel(m.id, (m.level = 1 + Math.floor(chance() * 10)));
    else if (what < 0.6) {
      core.despawn(m.id);
      const born = core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, m.x, m.z, 0) >>> 0;
      movers[i] = { id: born, x: m.x, z: m.z, look: 0, level: 1 };
      continue;
    } else continue;
    m.x = Math.min(Math.max(m.x, ORIGIN - 40), ORIGIN + 552);
    m.z = Math.min(Math.max(m.z, ORIGIN - 40), ORIGIN + 552);
    core.teleport(m.id, m.x, 5, m.z, chance() * 6);
  }
}

describe('interest', () => {
  /** What is nearer comes every tick. */
  let fast_m = 0;

  it.each([1, 2, 3, 4, 5, 6])('tells every watcher the truth through 400 random ticks (seed %i)', seed => {
    const chance = random(seed);
    const server = world();
    fast_m = L.RING_1_M;
    const movers: Mover[] = Array.from({ length: 300 }, () => {
      const x = MIDDLE + (chance() - 0.5) * 500;
      const z = MIDDLE + (chance() - 0.5) * 500;
      return { id: server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, x, z, 0) >>> 0, x, z, look: 0, level: 1 };
    });
    const watchers = [0, 1, 2, 3].map(number => {
      const eye = server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE, MIDDLE, 0) >>> 0;
      server.core.watch(number, eye);
      return { number, eye, x: MIDDLE, z: MIDDLE, client: world(), current: false };
    });
    for (let t = 0; t < 400; t++) {
      act(server, movers, chance);
      for (const w of watchers) {
        w.x = Math.min(Math.max(w.x + (chance() - 0.5) * 6, ORIGIN), ORIGIN + 511);
        w.z = Math.min(Math.max(w.z + (chance() - 0.5) * 6, ORIGIN), ORIGIN + 511);
        server.core.teleport(w.eye, w.x, 5, w.z, 0);
      }
      const now = tick(server);
      // The host changes how often the last one is shown the world, and how far the fast rings reach for all.
      if (now % 20 === 0) {
        server.core.setRate(3, [1, 2, 4][Math.floor(chance() * 3)]);
        fast_m = L.RING_1_M * chance();
        server.core.setRings(fast_m, L.RING_2_M * chance());
      }
      for (const w of watchers) {
        if (w.number === 2 && chance() < 0.05) {
          server.core.resync(2); // this frame is skipped for a slow reader, who gets everything anew in the next round
          w.current = false;
          continue;
        }
        carry(server, w.number, w.client);
        w.current ||= now % 4 === 0;
        if (w.current) compare(server, movers, w, now);
      }
    }
  });

  /** Bodies by the hundred thousand are looked at, so an expectation is spent only on what is wrong. */
  function compare(server: Sim, movers: Mover[], w: { x: number; z: number; client: Sim; number: number }, now: number): void {
    const { core } = server;
    const seen = views(w.client, now);
    const round = now % 4 === 0;
    const wrong: string[] = [];
    for (const m of movers) {
      const x = core.x(m.id);
      const z = core.z(m.id);
      const distance = Math.hypot(x - w.x, z - w.z);
      const view = seen.get(m.id);
      const where = (): string => `body ${m.id} at ${distance.toFixed()} m in tick ${now}`;
      if (round && distance < L.RING_3_M && !view) wrong.push(`${where()} is unseen`);
      if (distance > L.RING_3_M + L.CELL_SIZE_M * 1.5 + 130 && view) wrong.push(`${where()} is seen`);
      if (!view || !(round || (w.number < 3 && distance < fast_m - 12))) continue;
      // Within what goes on without saying (bases.ts).
      const slack = 4.6 / L.POSITION_SCALE;
      if (!(Math.abs(view.x - x) < slack && Math.abs(view.z - z) < slack)) wrong.push(`${where()} is seen at ${view.x}, ${view.z}`);
      const truth = { look: m.look, level: m.level, flags: core.flags(m.id) };
      if (view.look !== truth.look || view.level !== truth.level || view.flags !== truth.flags)
        wrong.push(`${where()} is ${JSON.stringify(truth)} and seen as ${JSON.stringify(view)}`);
    }
    if (round) {
      const alive = new Set([...movers.map(m => m.id), 0]);
      for (const id of seen.keys()) if (!alive.has(id) && core.alive(id) !== 1) wrong.push(`ghost ${id} in tick ${now}`);
    }
    expect(wrong).toEqual([]);
  }

  it('tells of all who march through its cells, of whom it knows and of who comes from out of sight', () => {
    const server = world();
    const { core } = server;
    fast_m = 0;
    const movers: Mover[] = Array.from({ length: 120 }, (_, i) => {
      const x = MIDDLE - 230 + (i % 12) * 9;
      const z = MIDDLE - 120 + Math.floor(i / 12) * 26;
      return { id: core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, x, z, 0) >>> 0, x, z, look: 0, level: 1 };
    });
    const watchers = [1, 2, 4].map((ticks, number) => {
      const eye = core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE + 60, MIDDLE, 0) >>> 0;
      core.watch(number, eye);
      return { number, eye, ticks, x: MIDDLE + 60, z: MIDDLE, client: world() };
    });
    let leaps = 0;
    for (let t = 0; t < 600; t++) {
      for (const m of movers) {
        // Now and then one leaps over a cell or two, into sight or out of it.
        const leap = (t * 7 + m.id) % 911 === 0 ? 90 : 0.4;
        if (leap > 1) leaps++;
        m.x = m.x + leap < ORIGIN + 500 ? m.x + leap : ORIGIN + 20;
        core.teleport(m.id, m.x, 5, m.z, 0);
      }
      for (const w of watchers) {
        w.x -= 0.15;
        core.teleport(w.eye, w.x, 5, w.z, 0);
      }
      const now = tick(server);
      if (now === 20) for (const { number, ticks } of watchers) core.setRate(number, ticks);
      for (const w of watchers) {
        if (now > 20 && now % w.ticks) continue;
        carry(server, w.number, w.client);
        if (now > 24) compare(server, movers, { ...w, number: 3 }, now);
      }
    }
    expect(leaps).toBeGreaterThan(40);
  });

  it('costs nothing for bodies that stand still', () => {
    const server = world();
    for (let i = 0; i < 200; i++) server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE + (i % 20), MIDDLE + i / 20, 0);
    const eye = server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE, MIDDLE, 0);
    server.core.watch(0, eye);
    const client = world();
    let bytes = 0;
    for (let t = 0; t < 200; t++) {
      tick(server);
      const length = carry(server, 0, client);
      if (t > 60) bytes = Math.max(bytes, length);
    }
    expect(views(client, server.core.tick()).size).toBe(201);
    expect(bytes).toBe(4);
  });

  it('draws a steady runner steadily, near and far', () => {
    for (const far of [5, 60, 120]) {
      const server = world();
      const runner = server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE, MIDDLE + far, 0) >>> 0;
      const eye = server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE, MIDDLE, 0) >>> 0;
      server.core.watch(0, eye);
      const client = world();
      const steps: number[] = [];
      let last = Number.NaN;
      for (let t = 0; t < 120; t++) {
        server.core.teleport(runner, MIDDLE - 15 + t * 0.25, 5, MIDDLE + far, 0);
        const now = tick(server);
        carry(server, 0, client);
        for (const fraction of [0, 0.5]) {
          const x = views(client, now - 3, fraction).get(runner)?.x ?? Number.NaN;
          if (t > 60) steps.push(x - last);
          last = x;
        }
      }
      expect(Math.min(...steps)).toBeGreaterThan(0.09);
      expect(Math.max(...steps)).toBeLessThan(0.16);
    }
  });

  it('never traps and never keeps a ghost after mutated frames', () => {
    const chance = random(99);
    const server = world();
    const movers: Mover[] = Array.from({ length: 120 }, () => {
      const x = MIDDLE + (chance() - 0.5) * 150;
      const z = MIDDLE + (chance() - 0.5) * 150;
      return { id: server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, x, z, 0) >>> 0, x, z, look: 0, level: 1 };
    });
    server.core.watch(0, movers[0].id);
    const client = world();
    for (let t = 0; t < 3000; t++) {
      act(server, movers.slice(1), chance);
      if (t % 40 === 0) server.core.resync(0);
      tick(server);
      const length = server.core.assemble(0);
      const frame = server.at(server.core.framePtr(), length).slice();
      for (let i = Math.floor(chance() * 4); i > 0; i--) frame[Math.floor(chance() * length)] = Math.floor(chance() * 256);
      const cut = chance() < 0.2 ? Math.floor(chance() * length) : length;
      client.give(frame.subarray(0, cut));
      const bad = client.core.mirrorRead(cut);
      expect(bad).toBeLessThanOrEqual(cut + 1);
      client.core.mirrorSample(Math.floor(chance() * 2 ** 32), chance());
      if (bad) client.core.mirrorReset();
    }
    server.core.resync(0);
    client.core.mirrorReset();
    for (let t = 0; t < 8; t++) {
      tick(server);
      carry(server, 0, client);
    }
    for (const id of views(client, server.core.tick()).keys()) expect(server.core.alive(id)).toBe(1);
  });
});

describe('a village crowd', () => {
  it('of 300 walkers costs a watcher at most 10 KB/s, and one who rests costs nothing', () => {
    const server = world();
    const chance = random(7);
    const ids = Array.from({ length: 300 }, (_, i) => {
      const a = chance() * 6.28;
      const d = Math.sqrt(chance()) * 60;
      const id = server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE + d * Math.cos(a), MIDDLE + d * Math.sin(a), 0);
      server.core.setLook(id, 1 + i, 5);
      server.core.watch(i, id);
      return id;
    });
    const yaws = ids.map(() => chance() * 6.28);
    const held = ids.map(() => L.BUTTON_FORWARD);
    let bytes = 0;
    for (let t = 0; t < 300; t++) {
      ids.forEach((id, i) => {
        if (chance() < 0.03) {
          const dx = server.core.x(id) - MIDDLE;
          const dz = server.core.z(id) - MIDDLE;
          yaws[i] = Math.hypot(dx, dz) > 60 ? Math.atan2(-dx, dz) : chance() * 6.28;
          held[i] = chance() < 0.75 ? L.BUTTON_FORWARD : 0;
        }
        server.core.setIntent(id, held[i], yaws[i], 0, 0, 0, 1);
      });
      tick(server);
      for (let i = 0; i < ids.length; i++) {
        const length = server.core.assemble(i);
        if (t >= 100) bytes += length;
      }
    }
    expect((bytes / ids.length / 200) * L.TICKS_PER_SECOND).toBeLessThan(10_000);
  });

  it('is not told anew when the rate changes, up or down', () => {
    const server = world();
    for (let i = 0; i < 50; i++) server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE + (i % 10), MIDDLE + i / 10, 0);
    const eye = server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE, MIDDLE, 0);
    server.core.watch(0, eye);
    const client = world();
    let bytes = 0;
    for (let t = 0; t < 200; t++) {
      const now = tick(server);
      if (now % 20 === 0) server.core.setRate(0, [1, 2, 4, 1, 4, 2][(now / 20) % 6]);
      const length = carry(server, 0, client);
      if (t > 10) bytes = Math.max(bytes, length);
    }
    expect(bytes).toBe(4);
  });

  it('comes at half the rate to whom it is told so, and tells the same', () => {
    const server = world();
    const walker = server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE, MIDDLE + 5, 0);
    const eye = server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE, MIDDLE, 0);
    server.core.watch(0, eye);
    server.core.setRate(0, 2);
    const client = world();
    for (let t = 0; t < 60; t++) {
      server.core.setIntent(walker, L.BUTTON_FORWARD, t / 9, 0, 0, 0, 1);
      const now = tick(server);
      if (now % 2) continue;
      carry(server, 0, client);
      if (now < 8) continue;
      const seen = views(client, now).get(walker)!;
      // Between key ticks small slips wait (bases.ts).
      expect(Math.abs(seen.x - server.core.x(walker))).toBeLessThan(9 / L.POSITION_SCALE);
    }
  });

  it('hears what happened in sight, once, with the same bodies', () => {
    const server = world();
    const [a, b] = [0, 3].map(dx => server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE + dx, MIDDLE + 50, 0));
    const eye = server.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, MIDDLE, MIDDLE, 0);
    server.core.watch(0, eye);
    const client = world();
    const heard: { type: number; a: number; value: number }[] = [];
    for (let t = 0; t < 40; t++) {
      if (t === 17) server.core.emote(a, 5);
      if (t === 18) server.core.heal(b, 10, 0);
      tick(server);
      carry(server, 0, client);
      client.outcomes(o => heard.push({ type: o.type, a: o.a, value: o.value }));
    }
    expect(heard.filter(o => o.type === L.OUT_EMOTE)).toEqual([{ type: L.OUT_EMOTE, a, value: 5 }]);
    expect(heard.filter(o => o.type === L.OUT_HEAL)).toHaveLength(1);
  });
});
