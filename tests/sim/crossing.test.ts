// Bodies that cross a border: they go on as if nothing had been, those who fight them do not notice, and the ground is the same on both sides.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import { Sim } from '../../src/shared/sim';
import { EMBER, HOBBLE, KINDLE, MEND, NOVA, VILLAGER, WOLF } from './fixture';
import { BORDER, Pair, pairContent, ROW, Screen, type Side } from './pair';
import { addBeast, addPlayer, chanceOf } from './scenario';
import { hold, module, ofType, play } from './world';

const HARDY = 60000;
const EASTWARD = Math.PI / 2;

function hardy({ sim }: Side, x: number, z = ROW, yaw = EASTWARD): number {
  const id = addPlayer(sim, x, z, yaw);
  sim.core.setBody(id, HARDY, 100, 10, 10, 10, 0, 0);
  hold(sim, id, 0, yaw);
  return id;
}

const ownOf = (sim: Sim, id: number): Uint8Array => sim.at(sim.core.ownState(id), L.OWN_BYTES).slice();
const statusOf = (sim: Sim, id: number): Uint8Array => sim.at(sim.core.status(id), L.STATUS_BYTES).slice();

describe('a crossing', () => {
  it('keeps place, velocity, cast, cooldowns and effects to the tick', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const id = hardy(west, BORDER - 3);
    const beast = east.sim.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_WILD, 1, BORDER + 9, ROW, 0);
    pair.play(4);
    west.sim.core.setCooldown(id, NOVA, 77);
    // Slowed and burning, in the middle of a leap.
    for (const ability of [HOBBLE, KINDLE]) west.sim.core.strike(beast, id, ability, 0, 0);
    pair.play(5, () => hold(west.sim, id, L.BUTTON_FORWARD | L.BUTTON_JUMP, EASTWARD));
    const parcel = west.sim.carry(id)!;
    expect(parcel.length).toBe(L.CARRY_BYTES);
    // The twin on this side is left to itself, and the one over there must live the same minutes.
    expect(east.sim.land(parcel)).toBe(id);
    expect(ownOf(east.sim, id)).toEqual(ownOf(west.sim, id));
    expect(statusOf(east.sim, id)).toEqual(statusOf(west.sim, id));
    for (let t = 0; t < 150; t++) {
      for (const { sim } of [west, east]) {
        if (t === 30) sim.core.useAbility(id, MEND, id, 5);
        hold(sim, id, t < 20 ? L.BUTTON_FORWARD : 0, EASTWARD);
        sim.core.step(0.5);
        expect(sim.core.cooldownLeft(id, NOVA)).toBe(Math.max(0, 77 - 6 - t));
      }
      expect(ownOf(east.sim, id), `tick ${t}`).toEqual(ownOf(west.sim, id));
      // Chance decides how much the mending mends.
      if (t < 50) expect(statusOf(east.sim, id), `tick ${t}`).toEqual(statusOf(west.sim, id));
    }
    expect(east.sim.core.hp(id)).toBeLessThan(HARDY);
  });

  it('does not break a cast, which ends on its tick', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const id = hardy(west, BORDER - 1);
    const beast = east.sim.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_WILD, 1, BORDER + 14, ROW, 0);
    east.sim.core.setBody(beast, HARDY, 0, 0, 0, 0, 0, 0);
    pair.play(3);
    west.sim.core.useAbility(id, EMBER, beast, 1);
    pair.play(12);
    expect(west.sim.status(id)).toMatchObject({ casting: EMBER, castLeft: 30 - 11 });
    pair.cross(west, east, id);
    expect(east.sim.status(id)).toMatchObject({ casting: EMBER, castLeft: 30 - 11, castWhole: 30, power: 100 });
    expect(west.sim.status(id).casting).toBe(0);
    pair.play(60);
    expect(ofType(west.outcomes, L.OUT_CAST_STOP)).toEqual([]);
    expect(ofType(east.outcomes, L.OUT_PROJECTILE)).toMatchObject([{ a: id, ability: EMBER }]);
    expect(ofType(east.outcomes, L.OUT_HIT)).toMatchObject([{ a: id, b: beast }]);
  });

  it('lets an arrow that was shot before it strike after it', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const id = hardy(west, BORDER - 1);
    const beast = east.sim.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_WILD, 1, BORDER + 28, ROW, 0);
    east.sim.core.setBody(beast, HARDY, 0, 0, 0, 0, 0, 0);
    pair.play(3);
    west.sim.core.useAbility(id, 2, beast, 1);
    pair.play(2);
    pair.cross(west, east, id);
    pair.play(30);
    expect(ofType(west.outcomes, L.OUT_REACH)).toMatchObject([{ a: id, b: beast }]);
    expect(ofType(east.outcomes, L.OUT_HIT)).toMatchObject([{ a: id, b: beast }]);
  });

  it('makes the ghost real where it stands: watchers on both sides see one body that walks on', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const id = hardy(west, BORDER - 12);
    const screens = [new Screen(west, hardy(west, BORDER - 30, ROW + 8)), new Screen(east, hardy(east, BORDER + 30, ROW + 8))];
    const last = screens.map(() => Number.NaN);
    let owner = west;
    let crossings = 0;
    for (let t = 0; t < 190; t++) {
      const next = owner === west ? east : west;
      if (owner.sim.strays(1).includes(id)) {
        pair.cross(owner, next, id);
        owner = next;
        crossings++;
      }
      pair.play(1, () => hold(owner.sim, id, L.BUTTON_FORWARD, t < 100 ? EASTWARD : -EASTWARD));
      if (t > 2) expect([west, east].map(({ sim }) => sim.core.isGhost(id))).toEqual(owner === west ? [0, 1] : [1, 0]);
      screens.forEach((screen, i) => {
        screen.read();
        const seen = screen.sees(id);
        if (t < 12) return;
        expect(seen, `tick ${t}, side ${i}`).not.toBeNull();
        // A step of a runner, and what goes without saying on the wire.
        if (!Number.isNaN(last[i])) expect(Math.abs(seen!.x - last[i]), `tick ${t}, side ${i}`).toBeLessThan(0.275 + 0.3);
        last[i] = seen!.x;
      });
    }
    expect(crossings).toBe(2);
  });

  it('is not noticed by a beast that hates: it hunts on, whoever of the two crosses', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const player = hardy(east, BORDER + 3, ROW, -EASTWARD);
    const wolf = addBeast(west.sim, WOLF, BORDER - 4, ROW, EASTWARD);
    west.sim.core.setBody(wolf, HARDY, 0, 0, 0, 0, 0, 0);
    pair.play(60);
    expect(ofType(east.outcomes, L.OUT_HIT).filter(o => o.a === wolf).length).toBeGreaterThan(0);
    // He flees into the wolf's region …
    pair.cross(east, west, player);
    pair.play(80);
    expect(ofType(west.outcomes, L.OUT_LEASH)).toEqual([]);
    expect(ofType(west.outcomes, L.OUT_AGGRO)).toEqual([]);
    expect(ofType(west.outcomes, L.OUT_HIT).filter(o => o.a === wolf && o.b === player).length).toBeGreaterThan(0);
    // … and the wolf is sent into his.
    pair.cross(west, east, wolf);
    pair.play(80);
    expect([
      ...ofType(west.outcomes, L.OUT_LEASH),
      ...ofType(east.outcomes, L.OUT_LEASH),
      ...ofType(east.outcomes, L.OUT_AGGRO),
    ]).toEqual([]);
    expect(ofType(east.outcomes, L.OUT_REACH).filter(o => o.a === wolf && o.b === player).length).toBeGreaterThan(0);
    expect(ofType(west.outcomes, L.OUT_HIT).filter(o => o.a === wolf && o.b === player).length).toBeGreaterThan(0);
  });

  it('takes a villager away from his route and back to it', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const walker = addBeast(west.sim, VILLAGER, BORDER - 2, ROW, 0, L.CLASS_VILLAGER);
    west.sim.core.setHome(walker, BORDER - 2, ROW, 0, 0, 0);
    pair.play(10);
    pair.cross(west, east, walker);
    // Routes over there are others: he only wants home.
    east.sim.core.teleport(walker, BORDER + 6, Number.NaN, ROW, 0);
    pair.play(200);
    expect(Math.abs(east.sim.core.x(walker) - (BORDER - 2))).toBeLessThan(1.5);
    pair.cross(east, west, walker);
    pair.play(200);
    expect(west.sim.core.x(walker)).toBeLessThan(BORDER - 5);
  });

  it('is not undone by the host that says again who the body is', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const id = addPlayer(west.sim, BORDER - 1, ROW);
    west.sim.core.setBody(id, 333, 77, 10, 10, 10, 10, 5);
    west.sim.core.setVitals(id, 101, 33);
    pair.cross(west, east, id);
    const before = [statusOf(east.sim, id), ownOf(east.sim, id)];
    const { core } = east.sim;
    core.setBody(id, 333, 77, 10, 10, 10, 10, 5);
    core.setArms(id, 15, 4, 6, 5, 8, 10, 14);
    core.setKnown(id, 0, 0xffffffff);
    core.setLook(id, 5, 6);
    core.setLevel(id, 3);
    expect([statusOf(east.sim, id), ownOf(east.sim, id)]).toEqual(before);
    expect(core.hp(id)).toBe(101);
  });

  it('happens once: a second parcel is refused, and so is one for a body that lives here', () => {
    const pair = new Pair();
    const { west, east } = pair;
    const id = hardy(west, BORDER - 1);
    const parcel = west.sim.carry(id)!;
    expect(west.sim.land(parcel)).toBe(0);
    expect(east.sim.land(parcel)).toBe(id);
    expect(east.sim.land(parcel)).toBe(0);
    expect(west.sim.carry(99)).toBeNull();
    expect(east.sim.land(parcel.slice(1))).toBe(0);
  });
});

describe('strays', () => {
  it('are all real bodies outside the bounds by more than the slack', () => {
    const { west } = new Pair();
    const { sim } = west;
    const inside = addPlayer(sim, BORDER - 1, ROW);
    const out = addPlayer(sim, BORDER + 1.5, ROW);
    const far = addBeast(sim, WOLF, BORDER + 20, ROW);
    expect(sim.strays(0)).toEqual([out, far]);
    expect(sim.strays(2)).toEqual([far]);
    sim.core.toGhost(far, 6);
    expect(sim.strays(2)).toEqual([]);
    sim.core.setBounds(512, 512, 768, 768);
    expect(sim.strays(0)).toEqual([inside, out]);
  });
});

describe('the ground over there', () => {
  const core = (x: number, z: number): Sim => {
    const sim = new Sim(module);
    sim.load(1, x, z, pairContent());
    return sim;
  };

  it.each([
    [0, 512, 512, 512],
    [512, 512, 1024, 512],
    [1024, 512, 1536, 512],
    [512, 0, 512, 512],
    [512, 512, 1024, 1024],
  ])('is the same for the cores of %i, %i and %i, %i, and a walk too, to the last bit', (x0, z0, x1, z1) => {
    const [a, b] = [core(x0, z0), core(x1, z1)];
    const chance = chanceOf(x0 + z1);
    // The middle of their common border (or corner).
    const [midX, midZ] = [x0 === x1 ? x0 + 256 : x1, z0 === z1 ? z0 + 256 : z1];
    const near = (middle: number) => middle + (chance() - 0.5) * 300;
    for (let i = 0; i < 400; i++) {
      const [x, z] = [near(midX), near(midZ)];
      expect(a.core.height(x, z)).toBe(b.core.height(x, z));
    }
    for (let round = 0; round < 12; round++) {
      const id = addPlayer(a, midX + (chance() - 0.5) * 30, midZ + (chance() - 0.5) * 60);
      b.core.ownReset(id);
      b.give(ownOf(a, id));
      b.core.ownSet();
      for (let t = 0; t < 120; t++) {
        const yaw = Math.fround(Math.floor(t / 20) * 2.1 + round);
        const buttons = t % 50 < 40 ? L.BUTTON_FORWARD | (t % 30 === 0 ? L.BUTTON_JUMP : 0) : L.BUTTON_LEFT;
        a.core.setIntent(id, buttons, yaw, 0, 0, 0, 1);
        a.core.step(0.5);
        b.core.ownMove(buttons, yaw, 0);
        expect(b.at(b.core.ownPtr(), L.OWN_BYTES), `round ${round}, tick ${t}`).toEqual(a.at(a.core.ownState(id), L.OWN_BYTES));
      }
      a.core.despawn(id);
    }
  });

  it('ends at the edge of the margin, and at that of the world', () => {
    const corner = core(0, 512);
    const id = addPlayer(corner, 5, ROW);
    play(corner, 60, () => hold(corner, id, L.BUTTON_FORWARD, -EASTWARD));
    expect(corner.core.x(id)).toBe(1);
    const out = L.REGION_SIZE_M + L.REGION_MARGIN_M - 2;
    corner.core.teleport(id, 1e6, Number.NaN, -1e6, 0);
    expect([corner.core.x(id), corner.core.z(id)]).toEqual([out, 512 - L.REGION_MARGIN_M + 2]);
    const beast = corner.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_NEUTRAL, 1, 660, ROW, 0);
    corner.core.setWish(beast, 10, 0);
    play(corner, 100);
    expect(corner.core.x(beast)).toBe(out);
    corner.core.teleport(id, out - 8, Number.NaN, ROW, 0);
    play(corner, 60, () => hold(corner, id, L.BUTTON_FORWARD, EASTWARD));
    expect(corner.core.x(id)).toBe(out);
  });
});
