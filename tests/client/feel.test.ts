// The looks of a blow, as far as they are figures: where telegraphs lie and how they fill, numbers that do not cover each other, shakes that end,
// and what lies about with something in it.
import { describe, expect, test } from 'vitest';
import { abilities, items } from '../../src/shared/content';
import { flight, withFloater } from '../../web/game/floating';
import { Jolt, joltOfDealt, joltOfTaken } from '../../web/game/jolt';
import { rankOf, spoilsOf } from '../../web/game/spoils';
import { filled, reachOf, Telegraphs } from '../../web/render/telegraphs';
import type { Floater } from '../../web/state';

describe('telegraphs', () => {
  const cleave = abilities.key('captains-cleave');
  const toll = abilities.key('toll');
  const COLORS = [[1, 0, 0] as const, [0, 1, 0] as const] as const;
  type Drawn = { kind: string; x: number; radius: number; yaw: number; half: number; fill: number; alpha: number };

  const drawn = (telegraphs: Telegraphs, timeS: number, yaw = 0, x = 0): Drawn[] => {
    const all: Drawn[] = [];
    telegraphs.draw(
      {
        sector: (kind, at, _y, _z, radius, turned, half, fill, _color, alpha) =>
          void all.push({ kind, x: at, radius, yaw: turned, half, fill, alpha }),
      },
      id => (id === 9 ? null : { x, y: 0, z: 0, yaw, foe: id !== 1, own: id === 1, radius_m: 0.5 }),
      timeS,
      ...COLORS,
    );
    return all;
  };

  test('have the shape by which the core strikes: cones by range and half angle, novas by radius, nothing else', () => {
    expect(reachOf(cleave)).toEqual({ radius_m: 4, half: (55 * Math.PI) / 180 });
    expect(reachOf(toll)).toEqual({ radius_m: 8, half: Math.PI });
    expect(reachOf(abilities.key('strike'))).toBeNull();
    expect(reachOf(abilities.key('ember'))).toBeNull();
  });

  test('fill while it is cast, follow their caster, and are gone a moment after they fell', () => {
    const telegraphs = new Telegraphs();
    telegraphs.begin(2, cleave, 0.8, 10);
    expect(drawn(telegraphs, 10.4, 1, 5)[0]).toMatchObject({ kind: 'threat', x: 5, yaw: 1, fill: expect.closeTo(0.5, 5) });
    // To the edge of a struck body: the reach, the caster's own radius, the victim's.
    expect(drawn(telegraphs, 10.5)[0].radius).toBeCloseTo(4 + 0.5 + 0.4, 5);
    telegraphs.fall(2, cleave, 10.8);
    expect(drawn(telegraphs, 10.85)[0].fill).toBe(1);
    expect(drawn(telegraphs, 11.2)).toEqual([]);
    expect(telegraphs.size).toBe(0);
  });

  test('go when the cast is broken off, when its end is never heard of, and when the caster is out of sight', () => {
    const telegraphs = new Telegraphs();
    telegraphs.begin(2, toll, 2, 0);
    telegraphs.drop(2);
    telegraphs.begin(3, toll, 2, 0);
    telegraphs.begin(9, toll, 2, 0);
    expect(drawn(telegraphs, 1)).toHaveLength(1);
    expect(drawn(telegraphs, 3)).toEqual([]);
  });

  test('one’s own are of another kind, and fainter', () => {
    const telegraphs = new Telegraphs();
    telegraphs.begin(1, toll, 2, 0);
    telegraphs.begin(2, toll, 2, 0);
    const [own, foe] = drawn(telegraphs, 1);
    expect([own.kind, foe.kind]).toEqual(['own', 'threat']);
    expect(own.alpha).toBeLessThan(foe.alpha);
  });

  test('are bounded, whoever casts', () => {
    const telegraphs = new Telegraphs();
    for (let id = 10; id < 300; id++) telegraphs.begin(id, toll, 2, 0);
    expect(telegraphs.size).toBeLessThanOrEqual(24);
    expect(filled(5, 4, 0)).toBe(1);
  });
});

describe('numbers over bodies', () => {
  let id = 0;
  const number = (body: number, value: number, born: number, kind: Floater['kind'] = 'dealt'): Floater => ({
    id: ++id,
    body,
    x: 0,
    y: 0,
    z: 0,
    text: String(value),
    value,
    kind,
    lane: 0,
    born,
  });

  test('blows of one moment on one body are one number', () => {
    const all = withFloater(withFloater([], number(5, 12, 1000)), number(5, 30, 1050));
    expect(all.map(each => each.text)).toEqual(['42']);
    expect(withFloater(all, number(6, 3, 1060))).toHaveLength(2);
    expect(withFloater(all, number(5, 3, 1060, 'critical'))).toHaveLength(2);
  });

  test('those of the next moments stand beside each other', () => {
    let all: Floater[] = [];
    for (let i = 0; i < 5; i++) all = withFloater(all, number(5, i, 1000 + i * 115));
    expect(new Set(all.slice(0, 4).map(each => each.lane)).size).toBe(4);
  });

  test('there are never more than can be read', () => {
    let all: Floater[] = [];
    for (let i = 0; i < 400; i++) all = withFloater(all, number(i, i, i));
    expect(all.length).toBeLessThanOrEqual(28);
  });

  test('what is done rises, what is suffered sinks, and spared motion stands still', () => {
    expect(flight({ kind: 'dealt', lane: 0 }, 0.5, false).rise).toBeLessThan(-1);
    expect(flight({ kind: 'taken', lane: 0 }, 0.5, false).rise).toBeGreaterThan(0);
    expect(flight({ kind: 'dealt', lane: 1 }, 0.2, true)).toEqual(flight({ kind: 'dealt', lane: 1 }, 0.6, true));
    expect(flight({ kind: 'dealt', lane: 0 }, 1, false).opacity).toBeCloseTo(0, 9);
  });
});

describe('shakes', () => {
  const widest = (jolt: Jolt, gain: number) => {
    let most = 0;
    for (let i = 0; i < 30; i++) {
      jolt.frame(1 / 60, gain);
      most = Math.max(most, Math.abs(jolt.yaw), Math.abs(jolt.pitch));
    }
    return most;
  };

  test('a giant is felt more than a wolf, and both pass', () => {
    const [wolf, giant] = [new Jolt(), new Jolt()];
    wolf.add(joltOfTaken(6, 100, false));
    giant.add(joltOfTaken(45, 100, true));
    expect(widest(giant, 1)).toBeGreaterThan(widest(wolf, 1) * 2);
    widest(giant, 1);
    giant.frame(1, 1);
    giant.frame(1 / 60, 1);
    expect([giant.yaw, giant.pitch, giant.lift_m]).toEqual([0, 0, 0]);
  });

  test('nothing moves where motion is spared or the shake is turned off', () => {
    const jolt = new Jolt();
    jolt.add(1);
    expect(widest(jolt, 0)).toBe(0);
    expect(jolt.stirred).toBe(false);
  });

  test('a hail of blows is bounded, and a plain blow of one’s own is not felt', () => {
    const jolt = new Jolt();
    for (let i = 0; i < 50; i++) jolt.add(0.5);
    expect(widest(jolt, 1)).toBeLessThan(0.025);
    expect(joltOfDealt(false, false)).toBe(0);
    expect(joltOfTaken(0, 100, true)).toBe(0);
  });
});

describe('spoils', () => {
  const pelt = items.key('wolf-pelt');
  const rarest = items.all.find(kind => kind.rarity === 'epic') ?? items.all.find(kind => kind.rarity === 'rare')!;
  const corpse = (id: number, gold: number, kinds: number[]) =>
    [id, { corpse: id, gold, items: kinds.map((kind, index) => ({ index, kind, quantity: 1 })) }] as never;

  test('a corpse is marked by the best thing in it, and by how much more there is', () => {
    const marks = spoilsOf(
      new Map([corpse(7, 12, [pelt.id, rarest.id])]),
      [],
      () => ({ x: 1, y: 2, z: 3 }),
      () => 0,
      String,
    );
    expect(marks).toEqual([{ id: 7, x: 1, y: 2, z: 3, label: rarest.name, more: 2, rarity: rarest.rarity, corpse: true }]);
  });

  test('what is empty or out of sight is not marked', () => {
    expect(
      spoilsOf(
        new Map([corpse(7, 0, [])]),
        [],
        () => ({ x: 1, y: 2, z: 3 }),
        () => 0,
        String,
      ),
    ).toEqual([]);
    expect(
      spoilsOf(
        new Map([corpse(7, 5, [])]),
        [],
        () => null,
        () => 0,
        String,
      ),
    ).toEqual([]);
  });

  test('a thing on the ground lies on the ground', () => {
    const lying = { id: 3, x: 1050, z: -200, kind: pelt.id, quantity: 1 } as never;
    expect(
      spoilsOf(
        new Map(),
        [lying],
        () => null,
        () => 8,
        String,
      ),
    ).toMatchObject([{ x: 10.5, y: 8, z: -2, label: pelt.name, corpse: false }]);
    expect([rankOf('common'), rankOf('epic')]).toEqual([0, 3]);
  });
});
