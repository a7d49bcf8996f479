// Riding: the call and what breaks it, how fast a steed goes, what throws its rider, and that the browser predicts all of it bit for bit.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import { packContent } from '../../src/shared/content/pack';
import { Sim } from '../../src/shared/sim';
import { BASH, MIDDLE, ORIGIN, PLACE, RIDE, SHOT, STRIKE, TABLES, WOLF } from './fixture';
import { addBeast, addPlayer, chanceOf } from './scenario';
import { hold, module, ofType, play, world, yawTo } from './world';

const NORTH = 0;
const EAST = Math.PI / 2;
const CALL_TICKS = 30;

const rides = (sim: Sim, id: number): boolean => (sim.core.flags(id) & L.FLAG_MOUNTED) !== 0;

/** A rider in the saddle, on the grass unless said otherwise. */
function rider(sim: Sim, x = MIDDLE, z = MIDDLE - 30): number {
  const id = addPlayer(sim, x, z);
  sim.core.useAbility(id, RIDE, 0, 1);
  play(sim, CALL_TICKS + 2, () => hold(sim, id, 0));
  expect(rides(sim, id)).toBe(true);
  return id;
}

/** A world with the timbered mouth of a mine in its middle, open to the north; its lintel hangs 2.7 m above the ground. */
function underMine(): Sim {
  const sim = new Sim(module);
  const mine = { kind: 'mine' as const, x: MIDDLE, z: MIDDLE, yaw: 0, w: 6, d: 8, floors: 1, seed: 1 };
  sim.load(1, ORIGIN, ORIGIN, packContent({ ...PLACE, buildings: [mine] }, TABLES));
  return sim;
}

/** Metres that it covers in a second, once it is at its pace. */
function pace(sim: Sim, id: number, buttons: number, yaw: number): number {
  play(sim, 15, () => hold(sim, id, buttons, yaw));
  const [x, z] = [sim.core.x(id), sim.core.z(id)];
  play(sim, 20, () => hold(sim, id, buttons, yaw));
  return Math.hypot(sim.core.x(id) - x, sim.core.z(id) - z);
}

/** What the core answers to a call here and now; 0: it was heard. */
function call(sim: Sim, id: number): number {
  sim.core.useAbility(id, RIDE, 0, 7);
  return ofType(play(sim, 1), L.OUT_REFUSED).find(o => o.a === id)?.value ?? 0;
}

describe('the call', () => {
  it('takes a second and a half, and then he rides', () => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE - 30);
    sim.core.useAbility(id, RIDE, 0, 1);
    play(sim, CALL_TICKS - 1, () => hold(sim, id, 0));
    expect(rides(sim, id)).toBe(false);
    play(sim, 3, () => hold(sim, id, 0));
    expect(rides(sim, id)).toBe(true);
  });

  it('is broken by a step', () => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE - 30);
    sim.core.useAbility(id, RIDE, 0, 1);
    const told = play(sim, CALL_TICKS + 5, i => hold(sim, id, i === 10 ? L.BUTTON_FORWARD : 0));
    expect(ofType(told, L.OUT_CAST_STOP).map(o => o.value)).toEqual([L.IS_MOVING]);
    expect(rides(sim, id)).toBe(false);
  });

  it('is broken by a blow', () => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE - 30);
    sim.core.useAbility(id, RIDE, 0, 1);
    play(sim, 10, () => hold(sim, id, 0));
    addBeast(sim, WOLF, MIDDLE + 1.5, MIDDLE - 30);
    const told = play(sim, 60, () => hold(sim, id, 0));
    expect(ofType(told, L.OUT_CAST_STOP).map(o => o.value)).toEqual([L.IN_COMBAT]);
    expect(rides(sim, id)).toBe(false);
  });

  it('is not heard by the dead, in a fight, in the water or under a roof', () => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE - 30);
    sim.core.setVitals(id, 0, 0);
    expect(call(sim, id)).toBe(L.IS_DEAD);
    sim.core.revive(id, MIDDLE, MIDDLE - 30);
    const wolf = addBeast(sim, WOLF, MIDDLE + 1.5, MIDDLE - 30);
    play(sim, 60, () => hold(sim, id, 0));
    expect(call(sim, id)).toBe(L.IN_COMBAT);
    sim.core.despawn(wolf);
    const swimmer = addPlayer(sim, 900, 700);
    play(sim, 40, () => hold(sim, swimmer, 0));
    expect(call(sim, swimmer)).toBe(L.IS_SWIMMING);
    const roofed = underMine();
    const under = addPlayer(roofed, MIDDLE, MIDDLE);
    expect(call(roofed, under)).toBe(L.UNDER_ROOF);
  });

  it('a second time sets him on his feet, at a gallop too', () => {
    const sim = world();
    const id = rider(sim);
    play(sim, 10, () => hold(sim, id, L.BUTTON_FORWARD, NORTH));
    sim.core.useAbility(id, RIDE, 0, 2);
    play(sim, 2, () => hold(sim, id, L.BUTTON_FORWARD, NORTH));
    expect(rides(sim, id)).toBe(false);
  });

  it('is not known to who has no steed', () => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE - 30);
    sim.setKnown(id, [STRIKE, SHOT]);
    expect(call(sim, id)).toBe(L.NOT_KNOWN);
  });
});

describe('a rider', () => {
  it('is six tenths faster than on foot, seven on a road', () => {
    const sim = world();
    const meadow = rider(sim, MIDDLE - 40, MIDDLE - 30);
    expect(pace(sim, meadow, L.BUTTON_FORWARD, EAST)).toBeCloseTo(L.RUN_MPS * 1.6, 1);
    expect(pace(sim, meadow, L.BUTTON_FORWARD | L.BUTTON_SPRINT, -EAST)).toBeCloseTo(L.SPRINT_MPS * 1.6, 1);
    const road = rider(sim, 700, MIDDLE);
    expect(pace(sim, road, L.BUTTON_FORWARD, EAST)).toBeCloseTo(L.RUN_MPS * 1.7, 1);
  });

  it('does not crouch', () => {
    const sim = world();
    const id = rider(sim);
    play(sim, 5, () => hold(sim, id, L.BUTTON_CROUCH));
    expect(sim.core.flags(id) & L.FLAG_CROUCHED).toBe(0);
  });

  it.each([
    ['strikes', STRIKE],
    ['shoots', SHOT],
    ['bashes', BASH],
  ])('gets down when he %s', (_, ability) => {
    const sim = world();
    const id = rider(sim);
    const deer = addBeast(sim, WOLF, MIDDLE + 1.2, MIDDLE - 30);
    hold(sim, id, 0, yawTo(sim, id, deer));
    sim.core.useAbility(id, ability, deer, 3);
    play(sim, 2, () => hold(sim, id, 0, yawTo(sim, id, deer)));
    expect(rides(sim, id)).toBe(false);
  });

  it('gets down when he holds the trigger', () => {
    const sim = world();
    const id = rider(sim);
    play(sim, 2, () => hold(sim, id, L.BUTTON_FIRE));
    expect(rides(sim, id)).toBe(false);
  });

  it('is thrown by a blow', () => {
    const sim = world();
    const id = rider(sim);
    addBeast(sim, WOLF, MIDDLE + 1.5, MIDDLE - 30);
    let before = sim.core.hp(id);
    for (let i = 0; i < 200 && sim.core.hp(id) === before; i++) {
      before = sim.core.hp(id);
      play(sim, 1, () => hold(sim, id, 0));
    }
    expect(sim.core.hp(id)).toBeLessThan(200);
    expect(rides(sim, id)).toBe(false);
  });

  it('comes out of the saddle where he must swim', () => {
    const sim = world();
    const id = rider(sim, 880, 700);
    play(sim, 80, () => hold(sim, id, L.BUTTON_FORWARD, EAST));
    expect(sim.core.flags(id) & L.FLAG_MOUNTED).toBe(0);
  });

  it('finds himself on his feet under a lintel', () => {
    const sim = underMine();
    const id = rider(sim, MIDDLE, MIDDLE - 20);
    play(sim, 60, () => hold(sim, id, L.BUTTON_FORWARD, Math.PI));
    expect(sim.core.z(id)).toBeGreaterThan(MIDDLE - 4);
    expect(rides(sim, id)).toBe(false);
  });

  it('rides on in another region', () => {
    const [here, there] = [world(), world(2)];
    const id = rider(here);
    const parcel = here.carry(id)!;
    there.core.issueIds(9, 1);
    const landed = there.land(parcel);
    expect(landed).toBe(id);
    expect(rides(there, landed)).toBe(true);
  });

  it('is walked by the browser bit for bit, into the river too', () => {
    const sim = world();
    const id = rider(sim, 850, 730);
    const mine = world(9);
    mine.core.ownReset(id);
    const told = sim.at(sim.core.ownState(id), L.OWN_BYTES).slice();
    mine.give(told);
    mine.core.ownSet();
    const chance = chanceOf(3);
    let wasRiding = 0;
    for (let i = 0; i < 400; i++) {
      const buttons = i % 60 < 50 ? L.BUTTON_FORWARD | (i % 7 ? L.BUTTON_SPRINT : 0) : 0;
      const yaw = Math.fround(i % 40 ? EAST : chance() * 6);
      play(sim, 1, () => hold(sim, id, buttons, yaw));
      mine.core.ownMove(buttons, yaw, 0);
      if (rides(sim, id)) wasRiding++;
      expect(mine.own()).toEqual(sim.own(sim.core.ownState(id)));
    }
    expect(wasRiding).toBeGreaterThan(3);
    expect(rides(sim, id)).toBe(false);
  });
});

describe('sight by the weather', () => {
  it('lets beasts notice from less far', () => {
    const noticesAt = (percent: number): boolean => {
      const sim = world();
      sim.core.setSight(percent);
      addPlayer(sim, MIDDLE, MIDDLE - 30);
      addBeast(sim, WOLF, MIDDLE, MIDDLE - 22.5, 0);
      return ofType(play(sim, 40), L.OUT_AGGRO).length > 0;
    };
    expect(noticesAt(100)).toBe(true);
    expect(noticesAt(50)).toBe(false);
  });
});
