// Ids: one of a kind in the whole world, whoever was born, died or crossed.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import { Sim } from '../../src/shared/sim';
import { fixtureContent } from './fixture';
import { BORDER, Pair, ROW } from './pair';
import { addPlayer, chanceOf } from './scenario';
import { module, ofType } from './world';

describe('ids', () => {
  it('begin where they are told to, are one of a kind, and wrap around those in use', () => {
    const sim = new Sim(module);
    sim.load(1, 512, 512, fixtureContent());
    expect(addPlayer(sim, 600, 600)).toBe(1);
    sim.core.issueIds(79, 0xfffffe);
    const last = [addPlayer(sim, 600, 600), addPlayer(sim, 600, 600)];
    expect(last.map(id => id.toString(16))).toEqual(['4ffffffe', '4fffffff']);
    expect(addPlayer(sim, 600, 600)).toBe(0x4f000001);
    sim.core.issueIds(79, 0xffffff);
    expect(addPlayer(sim, 600, 600)).toBe(0x4f000002);
    sim.core.issueIds(79, 0);
    expect(addPlayer(sim, 600, 600)).toBe(0x4f000003);
  });

  it('find their bodies after any number of births, deaths and crossings', () => {
    const sim = new Sim(module);
    sim.load(1, 512, 512, fixtureContent());
    const chance = chanceOf(12);
    const living = new Map<number, number>();
    for (let i = 0; i < 6000; i++) {
      if (chance() < 0.3) sim.core.issueIds(Math.floor(chance() * 80), 1 + Math.floor(chance() * 3000));
      if (living.size && chance() < 0.45) {
        const [id] = [...living.keys()].slice(Math.floor(chance() * living.size));
        sim.core.despawn(id);
        living.delete(id);
        expect(sim.core.alive(id)).toBe(0);
      } else {
        const level = 1 + (i % 200);
        living.set(sim.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, level, 700, 700, 0), level);
      }
    }
    for (const [id, level] of living) expect(sim.core.level(id)).toBe(level);
  });

  it('of projectiles are different in every region', () => {
    const pair = new Pair();
    const numbers = [pair.west, pair.east].map(side => {
      const id = addPlayer(side.sim, side === pair.west ? BORDER - 40 : BORDER + 40, ROW);
      side.sim.core.useAbility(id, 12, 0, 1);
      pair.play(1);
      return ofType(side.outcomes, L.OUT_PROJECTILE)[0].b;
    });
    expect(numbers).toEqual([(5 << 16) | 1, (6 << 16) | 1]);
  });
});
