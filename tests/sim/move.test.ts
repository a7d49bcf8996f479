// Walking: speeds, jumps, slopes, solids, water, and that the browser's prediction is the server's walk bit for bit.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import { MIDDLE } from './fixture';
import { addPlayer, chanceOf } from './scenario';
import { hold, play, world } from './world';

const EAST = Math.PI / 2;

describe('walking', () => {
  it.each([
    ['runs', L.BUTTON_FORWARD, L.RUN_MPS],
    ['sprints', L.BUTTON_FORWARD | L.BUTTON_SPRINT, L.SPRINT_MPS],
    ['walks', L.BUTTON_FORWARD | L.BUTTON_WALK, L.WALK_MPS],
    ['crouches', L.BUTTON_FORWARD | L.BUTTON_CROUCH, L.CROUCH_MPS],
    ['runs no faster aslant', L.BUTTON_FORWARD | L.BUTTON_RIGHT, L.RUN_MPS],
  ])('%s at its speed', (_, buttons, speed) => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE);
    play(sim, 20, () => hold(sim, id, buttons, 0));
    const x = sim.core.x(id);
    const z = sim.core.z(id);
    play(sim, 20, () => hold(sim, id, buttons, 0));
    expect(Math.hypot(sim.core.x(id) - x, sim.core.z(id) - z)).toBeCloseTo(speed, 1);
  });

  it('goes north with yaw 0 and east with a quarter turn', () => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE);
    play(sim, 20, () => hold(sim, id, L.BUTTON_FORWARD, 0));
    expect(sim.core.z(id)).toBeLessThan(MIDDLE - 4);
    play(sim, 20, () => hold(sim, id, L.BUTTON_FORWARD, EAST));
    expect(sim.core.x(id)).toBeGreaterThan(MIDDLE + 4);
  });

  it('walks the golden path', () => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE - 20);
    const chance = chanceOf(5);
    for (let i = 0; i < 12; i++) {
      const yaw = Math.fround(chance() * 6);
      const buttons = [L.BUTTON_FORWARD, L.BUTTON_FORWARD | L.BUTTON_SPRINT, L.BUTTON_FORWARD | L.BUTTON_JUMP, L.BUTTON_LEFT][
        i % 4
      ];
      play(sim, 25, () => hold(sim, id, buttons, yaw));
    }
    const own = sim.own(sim.core.ownState(id));
    expect([own.x, own.y, own.z, own.vx, own.vz]).toMatchInlineSnapshot(`
      [
        761.3528442382812,
        9,
        756.6919555664062,
        1.4601954221725464,
        5.302624702453613,
      ]
    `);
  });

  it('jumps about 1.2 m and lands', () => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE);
    const ground = sim.core.y(id);
    let top = 0;
    const outcomes = play(sim, 30, i => {
      hold(sim, id, i === 0 ? L.BUTTON_JUMP : 0);
      top = Math.max(top, sim.core.y(id) - ground);
    });
    expect(top).toBeGreaterThan(1.1);
    expect(top).toBeLessThan(1.3);
    expect(sim.core.y(id)).toBeCloseTo(ground, 2);
    expect(outcomes.filter(o => o.type === L.OUT_LAND)).toHaveLength(1);
  });

  it('is hurt by a long fall, not by a short one, and not by water', () => {
    const sim = world();
    for (const [drop, least, most] of [
      [3, 0, 0],
      [8, 20, 150],
      [40, 200, 200],
    ]) {
      const id = addPlayer(sim, MIDDLE, MIDDLE);
      sim.core.teleport(id, MIDDLE, sim.core.y(id) + drop, MIDDLE, 0);
      play(sim, 60);
      expect(200 - sim.core.hp(id)).toBeGreaterThanOrEqual(least);
      expect(200 - sim.core.hp(id)).toBeLessThanOrEqual(most);
      sim.core.despawn(id);
    }
    const diver = addPlayer(sim, 900, 700);
    sim.core.teleport(diver, 900, 30, 700, 0);
    play(sim, 80);
    expect(sim.core.hp(diver)).toBe(200);
    expect(sim.core.flags(diver) & L.FLAG_SWIMMING).not.toBe(0);
  });

  it('is stopped by a house and slides along it', () => {
    const sim = world();
    const id = addPlayer(sim, 768, 770); // the open side of the U
    play(sim, 100, () => hold(sim, id, L.BUTTON_FORWARD, Math.PI));
    expect(sim.core.z(id)).toBeLessThan(796 - L.BODY_RADIUS_M + 0.01);
    expect(sim.core.z(id)).toBeGreaterThan(795);
    play(sim, 60, () => hold(sim, id, L.BUTTON_FORWARD, Math.PI * 0.75));
    expect(sim.core.x(id)).toBeGreaterThan(771);
    expect(sim.core.z(id)).toBeLessThan(796);
  });

  it('never passes a thin fence, however fast', () => {
    const sim = world();
    const id = addPlayer(sim, 745, 736);
    sim.core.setBody(id, 100, 100, 0, 0, 0, 0, 200);
    play(sim, 80, () => hold(sim, id, L.BUTTON_FORWARD | L.BUTTON_SPRINT, Math.PI));
    expect(sim.core.z(id)).toBeLessThan(740);
  });

  it('crosses the river on the bridge and swims without it', () => {
    const sim = world();
    const walker = addPlayer(sim, 875, 768);
    const swimmer = addPlayer(sim, 880, 720);
    let wet = false;
    play(sim, 200, () => {
      hold(sim, walker, L.BUTTON_FORWARD, EAST);
      hold(sim, swimmer, L.BUTTON_FORWARD, EAST);
      expect(sim.core.flags(walker) & L.FLAG_SWIMMING).toBe(0);
      wet ||= (sim.core.flags(swimmer) & L.FLAG_SWIMMING) !== 0;
    });
    expect(wet).toBe(true);
    expect(sim.core.x(walker)).toBeGreaterThan(915);
    expect(sim.core.x(swimmer)).toBeGreaterThan(910); // and out again on the far bank
    expect(sim.core.flags(swimmer) & L.FLAG_SWIMMING).toBe(0);
  });

  it('passes under a bridge', () => {
    const sim = world();
    const id = addPlayer(sim, 900, 740);
    play(sim, 400, () => hold(sim, id, L.BUTTON_FORWARD, Math.PI));
    expect(sim.core.z(id)).toBeGreaterThan(780);
    expect(sim.core.y(id)).toBeLessThan(1);
  });

  it('walks on over the border of the region', () => {
    const sim = world();
    const id = addPlayer(sim, 516, 768);
    play(sim, 40, () => hold(sim, id, L.BUTTON_FORWARD, -EAST));
    expect(sim.core.x(id)).toBeLessThan(508);
  });

  it('stands still when rooted in numbers that are none', () => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE);
    play(sim, 5, () => sim.core.setIntent(id, L.BUTTON_FORWARD, Number.NaN, Number.POSITIVE_INFINITY, 0, 0, 1));
    sim.core.teleport(id, Number.NaN, Number.NaN, 1e30, Number.NaN);
    play(sim, 5);
    const own = sim.own(sim.core.ownState(id));
    for (const value of [own.x, own.y, own.z, own.vx, own.vy, own.vz]) expect(Number.isFinite(value)).toBe(true);
  });
});

describe('prediction', () => {
  it.each([1, 2, 3, 4])('is the server bit for bit over 600 random intents (seed %i)', seed => {
    const server = world();
    const client = world();
    const chance = chanceOf(seed);
    const id = addPlayer(server, MIDDLE + (chance() - 0.5) * 400, MIDDLE + (chance() - 0.5) * 400);
    client.core.ownReset(id);
    client.give(server.at(server.core.ownState(id), L.OWN_BYTES).slice());
    client.core.ownSet();
    let buttons = 0;
    let yaw = 0;
    for (let i = 0; i < 600; i++) {
      if (chance() < 0.1) buttons = Math.floor(chance() * 128) & ~L.BUTTON_FIRE;
      if (chance() < 0.2) yaw = Math.fround(chance() * 20 - 10);
      const moves = chance() < 0.05 ? 2 : 1;
      server.core.setIntent(id, buttons, yaw, 0, 0, 0, moves);
      server.core.step(0.5);
      for (let m = 0; m < moves; m++) client.core.ownMove(buttons, yaw, 0);
      const truth = server.at(server.core.ownState(id), L.OWN_BYTES);
      expect(client.at(client.core.ownPtr(), L.OWN_BYTES), `tick ${i}`).toEqual(truth);
    }
  });

  it('replays two intents of one server tick exactly', () => {
    const server = world();
    const client = world();
    const id = addPlayer(server, MIDDLE, MIDDLE);
    client.core.ownReset(id);
    client.give(server.at(server.core.ownState(id), L.OWN_BYTES).slice());
    client.core.ownSet();
    server.core.setIntent(id, L.BUTTON_FORWARD, 0, 0, 0, 0, 1);
    server.core.setIntent(id, L.BUTTON_RIGHT, 1, 0, 0, 0, 1);
    server.core.step(0.5);
    client.core.ownMove(L.BUTTON_FORWARD, 0, 0);
    client.core.ownMove(L.BUTTON_RIGHT, 1, 0);
    expect(client.at(client.core.ownPtr(), L.OWN_BYTES)).toEqual(server.at(server.core.ownState(id), L.OWN_BYTES));
  });
});

describe('land', () => {
  it('is the same number for the same point, and golden', () => {
    const { core } = world();
    const points = [
      [768, 768],
      [600, 600],
      [640, 768],
      [900, 700],
      [100, 1500],
      [-400, 768],
      [768, -300],
      [2500, 2500],
    ];
    expect(points.map(([x, z]) => Math.fround(core.height(x, z)))).toMatchInlineSnapshot(`
      [
        9,
        17.5953426361084,
        22.865310668945312,
        -3,
        21.261062622070312,
        68.33544921875,
        103.64742279052734,
        -14.926390647888184,
      ]
    `);
  });

  it('has its water at zero: the river bed below, the banks above', () => {
    const { core } = world();
    expect(core.height(900, 700)).toBeLessThan(-2);
    expect(core.height(870, 700)).toBeGreaterThan(0.5);
    expect(core.groundType(900, 700)).toBe(L.GROUND_BED);
    expect(core.groundType(720, 768)).toBe(L.GROUND_ROAD);
    expect(core.groundType(730, 820)).toBe(L.GROUND_FIELD);
  });

  it('samples what it says', () => {
    const sim = world();
    const side = sim.core.heightsSide();
    const at = (row: number, column: number) => sim.memory.getFloat32(sim.core.heightsPtr() + (row * side + column) * 4, true);
    const corner = 512 - L.REGION_MARGIN_M;
    expect(at(100, 50)).toBe(Math.fround(sim.core.height(corner + 100, corner + 200)));
  });
});
