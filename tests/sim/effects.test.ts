// The effects that classes bring: what each does, how long control takes hold, what taunts and interrupts, and what talents change.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import type { Outcome, Sim } from '../../src/shared/sim';
import { BASH, EMBER, MIDDLE, WOLF } from './fixture';
import { addBeast } from './scenario';
import { A, addDummy, addTrained, CHIEF, DOUBLED, SILENCING, trainedWorld } from './trained';
import { distance, hold, ofType, play, yawTo } from './world';

function duel(): { sim: Sim; me: number; foe: number } {
  const sim = trainedWorld();
  return { sim, me: addTrained(sim), foe: addDummy(sim) };
}

/** Uses an ability and plays on; what happened. */
function use(sim: Sim, by: number, ability: number, target: number, ticks = 1): Outcome[] {
  sim.core.useAbility(by, ability, target, 1);
  return play(sim, ticks);
}
const refusal = (outcomes: readonly Outcome[]): number => ofType(outcomes, L.OUT_REFUSED)[0]?.value ?? 0;

/** Health that the blow takes when it is no critical one: several are tried. */
function blow(sim: Sim, by: number, target: number, ability: number = A.BLOW): number {
  for (let i = 0; i < 50; i++) {
    sim.core.setCooldown(by, ability, 0);
    const [hit] = ofType(use(sim, by, ability, target), L.OUT_HIT).filter(o => o.ability === ability);
    if (hit && !(hit.flags & L.HIT_CRITICAL)) return hit.value;
  }
  throw new Error('fifty criticals, or no hit at all');
}

describe('effects on blows', () => {
  it('weaken takes from what is dealt, empower adds to it', () => {
    const { sim, me, foe } = duel();
    expect(blow(sim, me, foe)).toBe(20);
    use(sim, me, A.EMPOWER, me);
    expect(blow(sim, me, foe)).toBe(40);
    play(sim, 90);
    const other = addTrained(sim, MIDDLE + 1);
    sim.core.setBody(other, 60000, 0, 0, 0, 0, 0, 0);
    // Players are no foes of each other: a beast weakens him.
    use(sim, foe, A.WEAKEN, me);
    expect(blow(sim, me, foe)).toBe(10);
  });

  it('expose adds to what is taken, and piles up three times', () => {
    const { sim, me, foe } = duel();
    for (const [times, taken] of [
      [1, 22],
      [2, 24],
      [3, 26],
      [4, 26],
    ]) {
      use(sim, me, A.EXPOSE, foe);
      expect(sim.status(foe).effects[0].stacks).toBe(Math.min(times, 3));
      expect(blow(sim, me, foe)).toBe(taken);
    }
    play(sim, 90);
    expect(blow(sim, me, foe)).toBe(20);
  });

  it('a ward and a weakness add up', () => {
    const { sim, me, foe } = duel();
    use(sim, foe, A.WARD, foe);
    use(sim, me, A.EXPOSE, foe);
    expect(blow(sim, me, foe)).toBe(12);
  });

  it('a shield takes blows until it is used up, is shown, and its rest is told to its owner', () => {
    const { sim, me, foe } = duel();
    use(sim, me, A.SHIELD, me);
    expect(sim.core.flags(me) & L.FLAG_SHIELDED).not.toBe(0);
    expect(sim.status(me).absorb).toBe(40);
    const hp = sim.core.hp(me);
    expect(blow(sim, foe, me)).toBe(0);
    expect(sim.core.hp(me)).toBe(hp);
    expect(sim.status(me).absorb).toBeLessThanOrEqual(20);
    const outcomes = [...use(sim, foe, A.BLOW, me), ...use(sim, foe, A.BLOW, me)];
    const hits = ofType(outcomes, L.OUT_HIT);
    expect(hits.some(o => o.flags & L.HIT_ABSORBED)).toBe(true);
    expect(sim.core.hp(me)).toBeLessThan(hp);
    expect(sim.core.flags(me) & L.FLAG_SHIELDED).toBe(0);
    expect(sim.status(me).absorb).toBe(0);
  });

  it('a shield heals nobody, and ends with its time', () => {
    const { sim, me } = duel();
    sim.core.setVitals(me, 500, 100);
    expect(ofType(use(sim, me, A.SHIELD, me), L.OUT_HEAL)).toEqual([]);
    expect(sim.core.hp(me)).toBe(500);
    play(sim, 90);
    expect(sim.status(me).absorb).toBe(0);
  });

  it('leech brings half of what is dealt back as health', () => {
    const { sim, me, foe } = duel();
    sim.core.setVitals(me, 500, 100);
    use(sim, me, A.LEECH, me);
    use(sim, me, A.BLOW, foe);
    expect(sim.core.hp(me)).toBeGreaterThanOrEqual(510);
    expect(sim.core.hp(me)).toBeLessThanOrEqual(516);
  });

  it('thorns send half of a melee blow back, none of a spell, and thorns do not answer thorns', () => {
    const { sim, me, foe } = duel();
    use(sim, me, A.THORNS, me);
    use(sim, foe, A.THORNS, foe);
    const outcomes = use(sim, foe, A.BLOW, me);
    const back = ofType(outcomes, L.OUT_HIT).filter(o => o.flags & L.HIT_REFLECTED);
    expect(back).toMatchObject([{ a: me, b: foe }]);
    expect(ofType(use(sim, foe, A.SPELL, me, 22), L.OUT_HIT).filter(o => o.flags & L.HIT_REFLECTED)).toEqual([]);
  });

  it('who evades is missed by nine blows in ten, and by no spell', () => {
    const { sim, me, foe } = duel();
    let missed = 0;
    for (let i = 0; i < 60; i++) {
      if (i % 20 === 0) use(sim, me, A.EVADE, me);
      missed += ofType(use(sim, foe, A.BLOW, me), L.OUT_MISS).length;
    }
    expect(missed).toBeGreaterThan(40);
    expect(missed).toBeLessThan(60);
    use(sim, me, A.EVADE, me);
    expect(ofType(use(sim, foe, A.SPELL, me, 22), L.OUT_MISS)).toEqual([]);
  });

  it('drain takes health and brings it to its source', () => {
    const { sim, me, foe } = duel();
    sim.core.setVitals(me, 500, 100);
    const outcomes = use(sim, me, A.DRAIN, foe, 70);
    const taken = ofType(outcomes, L.OUT_HIT).filter(o => o.b === foe && o.flags & L.HIT_PERIODIC);
    expect(taken.map(o => o.value)).toEqual([5, 5, 5]);
    expect(
      ofType(outcomes, L.OUT_HEAL)
        .filter(o => o.b === me)
        .map(o => o.value),
    ).toEqual([5, 5, 5]);
  });

  it('power is taken away in periods', () => {
    const { sim, me, foe } = duel();
    const taken = ofType(use(sim, foe, A.SAP, me, 65), L.OUT_POWER);
    expect(taken.map(o => [o.a, o.value])).toEqual([
      [me, -10],
      [me, -10],
      [me, -10],
    ]);
  });

  it('cleansing ends what is harmful and nothing else', () => {
    const { sim, me, foe } = duel();
    use(sim, foe, A.WEAKEN, me);
    use(sim, foe, A.ROOT, me);
    use(sim, me, A.WARD, me);
    use(sim, me, A.CLEANSE, me);
    expect(sim.status(me).effects.map(e => e.effect)).toEqual([34]);
    expect(sim.core.flags(me) & L.FLAG_SLOWED).toBe(0);
  });
});

describe('control', () => {
  it('silence forbids spells and stops the one being spoken; blows go on', () => {
    const { sim, me, foe } = duel();
    sim.core.useAbility(me, A.SPELL, foe, 1);
    play(sim, 5);
    const outcomes = use(sim, foe, A.SILENCE, me, 2);
    expect(ofType(outcomes, L.OUT_CAST_STOP)).toMatchObject([{ a: me, ability: A.SPELL, value: L.IS_SILENCED }]);
    expect(refusal(use(sim, me, A.SPELL, foe))).toBe(L.IS_SILENCED);
    expect(refusal(use(sim, me, A.BLOW, foe))).toBe(0);
    play(sim, 90);
    expect(refusal(use(sim, me, A.SPELL, foe))).toBe(0);
  });

  it('fear: a beast runs from its source, a player can do nothing, and both come to their senses', () => {
    const sim = trainedWorld();
    const me = addTrained(sim);
    const wolf = addBeast(sim, WOLF, MIDDLE, MIDDLE - 3);
    sim.core.setBody(wolf, 60000, 0, 0, 0, 0, 0, 0);
    play(sim, 20);
    const before = distance(sim, me, wolf);
    use(sim, me, A.FEAR, wolf);
    expect(sim.core.flags(wolf) & L.FLAG_FLEEING).not.toBe(0);
    play(sim, 60);
    expect(distance(sim, me, wolf)).toBeGreaterThan(before + 5);
    play(sim, 100);
    expect(distance(sim, me, wolf)).toBeLessThan(4);
    use(sim, wolf, A.FEAR, me);
    expect(refusal(use(sim, me, A.BLOW, wolf))).toBe(L.IS_AFRAID);
    play(sim, 90);
    expect(refusal(use(sim, me, A.BLOW, wolf))).toBe(0);
  });

  const lasting = (sim: Sim, by: number, target: number, ability: number): number => {
    const [began] = ofType(use(sim, by, ability, target), L.OUT_EFFECT).filter(o => o.value > 0);
    return began?.value ?? 0;
  };

  it.each([
    ['stun', BASH, 40],
    ['root', A.ROOT, 80],
    ['silence', A.SILENCE, 80],
    ['fear', A.FEAR, 80],
  ] as const)('%s holds a player in full, half, a quarter, then not at all, until it is forgotten', (_, ability, whole) => {
    const { sim, me, foe } = duel();
    for (const ticks of [whole, whole / 2, whole / 4]) {
      expect(lasting(sim, foe, me, ability)).toBe(ticks);
      play(sim, ticks);
    }
    expect(ofType(use(sim, foe, ability, me), L.OUT_MISS)).toMatchObject([{ a: foe, b: me, flags: L.HIT_IMMUNE }]);
    expect(sim.core.flags(me) & (L.FLAG_STUNNED | L.FLAG_SLOWED)).toBe(0);
    play(sim, L.CONTROL_FORGOTTEN_TICKS + 2);
    expect(lasting(sim, foe, me, ability)).toBe(whole);
  });

  it('of one sort does not make one used to another', () => {
    const { sim, me, foe } = duel();
    for (let i = 0; i < 4; i++) use(sim, foe, A.ROOT, me, 81);
    expect(lasting(sim, foe, me, A.SILENCE)).toBe(80);
  });

  it('elites get used to it too, common beasts never', () => {
    const sim = trainedWorld();
    const me = addTrained(sim);
    const [chief, wolf] = [addDummy(sim, MIDDLE - 2, MIDDLE - 3, CHIEF), addDummy(sim, MIDDLE + 2, MIDDLE - 3, WOLF)];
    const held = (foe: number): number => lasting(sim, me, foe, A.ROOT);
    expect([held(chief), held(chief), held(chief), held(chief)]).toEqual([80, 40, 20, 0]);
    expect([held(wolf), held(wolf), held(wolf), held(wolf)]).toEqual([80, 80, 80, 80]);
  });

  it('steadiness lets go what holds, and nothing new takes hold; it can be used while stunned', () => {
    const { sim, me, foe } = duel();
    use(sim, foe, BASH, me);
    expect(refusal(use(sim, me, A.BLOW, foe))).toBe(L.IS_STUNNED);
    expect(refusal(use(sim, me, A.STEADY, me))).toBe(0);
    expect(sim.core.flags(me) & L.FLAG_STUNNED).toBe(0);
    expect(lasting(sim, foe, me, A.ROOT)).toBe(0);
    expect(refusal(use(sim, me, A.BLOW, foe))).toBe(0);
  });
});

describe('interrupts', () => {
  it('stop a cast, and its ability rests for a while; without a cast they only hit', () => {
    const { sim, me, foe } = duel();
    sim.core.useAbility(me, A.SPELL, foe, 1);
    play(sim, 5);
    const stops = ofType(use(sim, foe, A.INTERRUPT, me, 2), L.OUT_CAST_STOP);
    expect(stops).toMatchObject([{ a: me, ability: A.SPELL, value: L.INTERRUPTED }]);
    expect(sim.core.cooldownLeft(me, A.SPELL)).toBeGreaterThan(50);
    expect(refusal(use(sim, me, A.SPELL, foe))).toBe(L.ON_COOLDOWN);
    expect(refusal(use(sim, me, EMBER, foe))).toBe(0);
    play(sim, 70);
    expect(ofType(use(sim, foe, A.INTERRUPT, me), L.OUT_HIT)).toHaveLength(1);
    expect(sim.core.cooldownLeft(me, A.SPELL)).toBe(0);
  });
});

describe('hatred', () => {
  function pack(): { sim: Sim; tank: number; other: number; wolf: number } {
    const sim = trainedWorld();
    const [tank, other] = [addTrained(sim, MIDDLE - 2), addTrained(sim, MIDDLE + 2)];
    const wolf = addBeast(sim, WOLF, MIDDLE, MIDDLE - 3);
    sim.core.setBody(wolf, 60000, 0, 0, 0, 0, 0, 0);
    return { sim, tank, other, wolf };
  }
  /** Whom the wolf bites in the coming seconds. */
  const bitten = (sim: Sim, wolf: number, ticks: number): number[] =>
    ofType(play(sim, ticks), L.OUT_HIT)
      .filter(o => o.a === wolf)
      .map(o => o.b);

  it('a taunt turns a beast at once, whoever hurt it more, and keeps it a little while', () => {
    const { sim, tank, other, wolf } = pack();
    for (let i = 0; i < 10; i++) use(sim, other, A.BLOW, wolf, 4);
    expect(bitten(sim, wolf, 60)).toContain(other);
    use(sim, tank, A.TAUNT, wolf, 12);
    for (let i = 0; i < 8; i++) use(sim, other, A.BLOW, wolf);
    expect(new Set(bitten(sim, wolf, 50))).toEqual(new Set([tank]));
    play(sim, 30);
    expect(new Set(bitten(sim, wolf, 80))).toEqual(new Set([other]));
  });

  it('blows that anger more hold a beast against more harm; the share of its death is of the harm alone', () => {
    const { sim, tank, other, wolf } = pack();
    sim.core.setBody(wolf, 150, 0, 0, 0, 0, 0, 0);
    sim.core.setVitals(wolf, 150, 0);
    use(sim, tank, A.HATED, wolf);
    use(sim, other, A.BLOW, wolf);
    expect(new Set(bitten(sim, wolf, 60))).toEqual(new Set([tank]));
    const outcomes: Outcome[] = [];
    for (let i = 0; i < 12; i++) outcomes.push(...use(sim, other, A.BLOW, wolf));
    const share = ofType(outcomes, L.OUT_SHARE).find(o => o.b === tank)!;
    expect(share.value).toBeGreaterThan(40);
    expect(share.value).toBeLessThan(160);
  });

  it('healing angers those who fight the healed', () => {
    const { sim, tank, other, wolf } = pack();
    use(sim, tank, A.BLOW, wolf, 40);
    sim.core.teleport(other, MIDDLE + 2, Number.NaN, MIDDLE + 6, 0);
    sim.core.setVitals(tank, 300, 100);
    for (let i = 0; i < 30; i++) use(sim, other, A.CLEANSE, tank);
    sim.core.setVitals(tank, 0, 0);
    expect(new Set(bitten(sim, wolf, 80))).toEqual(new Set([other]));
  });

  it('leaping stands before the foe in the same tick, and not through a house', () => {
    const sim = trainedWorld();
    const me = addTrained(sim);
    const foe = addDummy(sim, MIDDLE, MIDDLE - 18);
    play(sim, 1, () => hold(sim, me, 0, yawTo(sim, me, foe)));
    use(sim, me, A.LEAP, foe);
    expect(distance(sim, me, foe)).toBeLessThan(2);
    sim.core.teleport(me, 768, Number.NaN, 790, Math.PI);
    sim.core.teleport(foe, 768, Number.NaN, 810, 0);
    play(sim, 1, () => hold(sim, me, 0, Math.PI));
    expect(refusal(use(sim, me, A.LEAP, foe))).toBe(L.NO_LINE_OF_SIGHT);
  });
});

describe('talents', () => {
  it('change what the ability of their owner does, and nobody else’s', () => {
    const { sim, me, foe } = duel();
    const other = addTrained(sim, MIDDLE + 1);
    sim.core.setTalents(me, DOUBLED);
    expect(blow(sim, me, foe)).toBe(40);
    expect(blow(sim, other, foe)).toBe(20);
    sim.core.setTalents(me, SILENCING << 24);
    expect(blow(sim, me, foe)).toBe(20);
    expect(sim.status(foe).effects.map(e => e.effect)).toEqual([20]);
    sim.core.setTalents(me, 0);
    play(sim, 90);
    expect(blow(sim, me, foe)).toBe(20);
    expect(sim.status(foe).effects).toEqual([]);
  });
});

describe('abilities of any number', () => {
  it('are known by their bit and told to screens by their number', () => {
    const { sim, me, foe } = duel();
    const client = trainedWorld();
    sim.core.watch(1, me);
    sim.core.encode();
    sim.core.assemble(1);
    const length = (): number => sim.core.assemble(1);
    sim.core.useAbility(me, A.SPELL, foe, 1);
    const heard: number[] = [];
    for (let i = 0; i < 30; i++) {
      sim.core.step(0.5);
      sim.core.encode();
      const bytes = sim.at(sim.core.framePtr(), length()).slice();
      client.give(bytes);
      if (!bytes.length || client.core.mirrorRead(bytes.length)) continue;
      client.outcomes(o => o.type === L.OUT_USED && heard.push(o.ability));
    }
    expect(heard).toEqual([A.SPELL]);
    sim.setKnown(me, [A.BLOW]);
    expect(refusal(use(sim, me, A.SPELL, foe))).toBe(L.NOT_KNOWN);
    expect(refusal(use(sim, me, A.BLOW, foe))).toBe(0);
  });
});

describe('over a border', () => {
  it('a blow keeps what its talent made of it, and a shield what was rolled', () => {
    const { sim, me, foe } = duel();
    const somebodyAfar = 0x05000001;
    sim.core.strike(somebodyAfar, foe, A.BLOW, 20 | (SILENCING << 16), 0);
    const hits = ofType(play(sim, 1), L.OUT_HIT);
    expect(hits).toMatchObject([{ b: foe, value: 20 }]);
    expect(sim.status(foe).effects.map(e => e.effect)).toEqual([20]);
    sim.core.strike(somebodyAfar, me, A.SHIELD, 33, 0);
    play(sim, 1);
    expect(sim.status(me).absorb).toBe(33);
    // A talent that nobody has changes nothing, whoever says so.
    sim.core.strike(somebodyAfar, foe, A.BLOW, 20 | (99 << 16), 0);
    expect(ofType(play(sim, 1), L.OUT_HIT)).toMatchObject([{ b: foe, value: 20 }]);
    sim.core.strike(somebodyAfar, foe, A.BLOW, -5, 0);
    expect(ofType(play(sim, 1), L.OUT_HIT)).toEqual([]);
  });

  it('a body takes along what it knows, its talents, its shield and how used to control it is', () => {
    const { sim, me, foe } = duel();
    sim.core.setTalents(me, DOUBLED);
    use(sim, me, A.SHIELD, me);
    use(sim, foe, BASH, me, 41);
    const parcel = sim.carry(me)!;
    const there = trainedWorld();
    there.core.issueIds(6, 100);
    for (let i = 0; i < 50; i++) there.core.step(0.5);
    expect(there.land(parcel)).toBe(me);
    const dummy = addDummy(there);
    expect(there.status(me).absorb).toBeGreaterThan(0);
    expect(blow(there, me, dummy)).toBe(40);
    there.core.setBody(dummy, 60000, 0, 0, 0, 0, 0, 0);
    const [stun] = ofType(use(there, dummy, BASH, me), L.OUT_EFFECT).filter(o => o.value > 0);
    expect(stun.value).toBe(20);
  });
});
