// Fights played out in the real core: a newcomer and a wolf, then an even foe at every level. Players here are plain: they stand,
// hit what is near and shoot at what runs.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLASS_MONSTER, CLASS_PLAYER, TEAM_AZURE, TICKS_PER_SECOND } from '../../assembly/layout';
import { ALDERWICK, abilities, monsters } from '../../src/shared/content';
import { packContent, TEAMS } from '../../src/shared/content/pack';
import { armsOf, bodyOf, creatureBody, creatureKnown, knownAbilities, knownBits } from '../../src/shared/rules/stats';
import { Sim } from '../../src/shared/sim';
import { dressed } from '../rules/people';

/** A meadow in the north, with nothing standing on it. One world for all fights: its chance runs on from one to the next. */
const FIELD = { x: 768, z: 640 };
const sim = new Sim(new WebAssembly.Module(readFileSync('build/core.wasm')));
const bareLand = { buildings: [], props: [], fences: [], trees: [], forests: [], nodes: [], npcs: [], camps: [] };
sim.load(7, 512, 512, packContent({ ...ALDERWICK, ...bareLand }));
const { core } = sim;

interface Fight {
  seconds: number;
  /** Share of the player's health that is gone; 1 = he died. */
  lost: number;
  won: boolean;
}

/** `rotation`: ability keys in order of preference, tried every tick. */
function fight(level: number, geared: boolean, foe: string, foeLevel: number, rotation: readonly string[]): Fight {
  const character = dressed(level, geared);
  const me = core.spawn(CLASS_PLAYER, 0, TEAM_AZURE, level, FIELD.x, FIELD.z, 0);
  const body = bodyOf(character);
  const { bits, melee, bow, gun } = armsOf(character);
  core.setBody(me, body.hpMax, body.powerMax, body.might, body.aim, body.spirit, body.armor, body.hastePct);
  core.setArms(me, bits, ...melee, ...bow, ...gun);
  core.setKnown(me, ...knownBits(knownAbilities(level)));
  core.setVitals(me, body.hpMax, body.powerMax);
  const kind = monsters.key(foe);
  const it = core.spawn(CLASS_MONSTER, kind.id, TEAMS[kind.team], foeLevel, FIELD.x, FIELD.z - 2.2, Math.PI);
  const beast = creatureBody(kind, foeLevel);
  core.setBody(it, beast.hpMax, beast.powerMax, 0, 0, 0, beast.armor, 0);
  core.setArms(it, beast.arms.bits, ...beast.arms.melee, ...beast.arms.bow, ...beast.arms.gun);
  core.setKnown(it, ...creatureKnown(kind));
  core.setVitals(it, beast.hpMax, 100);
  core.setHome(it, FIELD.x, FIELD.z - 2.2, 1, -1, 0);
  let command = 1;
  for (let tick = 0; tick < 60 * TICKS_PER_SECOND; tick++) {
    const turn = Math.atan2(core.x(it) - core.x(me), -(core.z(it) - core.z(me)));
    core.setIntent(me, 0, Math.round((turn / (2 * Math.PI)) * 65536) & 65535, 0, 0, 0, 1);
    for (const key of rotation) {
      const ability = abilities.key(key);
      if (ability.level <= level && core.cooldownLeft(me, ability.id) === 0)
        core.useAbility(me, ability.id, ability.on === 'friend' ? me : it, command++);
    }
    core.step(0.5);
    if (core.hp(it) > 0 && core.hp(me) > 0) continue;
    const end = { seconds: tick / TICKS_PER_SECOND, lost: 1 - core.hp(me) / body.hpMax, won: core.hp(it) <= 0 };
    core.despawn(me);
    core.despawn(it);
    return end;
  }
  throw new Error(`${foe} and a player of level ${level} fight forever`);
}

function mean(level: number, geared: boolean, foe: string, foeLevel: number, rotation: readonly string[]): Fight {
  const all = Array.from({ length: 12 }, () => fight(level, geared, foe, foeLevel, rotation));
  const of = (get: (f: Fight) => number): number => all.reduce((sum, f) => sum + get(f), 0) / all.length;
  return { seconds: of(f => f.seconds), lost: of(f => f.lost), won: all.every(f => f.won) };
}

const EVEN: readonly (readonly [level: number, foe: string])[] = [
  [1, 'wolf'],
  [1, 'boar'],
  [2, 'snapper'],
  [3, 'wolf'],
  [3, 'bandit'],
  [4, 'spider'],
  [5, 'crawler'],
  [6, 'greymuzzle'],
  [7, 'bandit'],
  [8, 'wight'],
  [9, 'wight'],
  [10, 'wight'],
  [5, 'tusker'],
  [6, 'thorn-stag'],
  [6, 'strand-crab'],
  [7, 'kiln-sprite'],
  [8, 'crag-wolf'],
  [7, 'crag-runner'],
  [9, 'marauder'],
  [8, 'reaver'],
  [9, 'reaver-bow'],
  [9, 'drowned'],
  [10, 'reaver'],
];
const ROTATION = ['bash', 'kindle', 'cleave', 'strike', 'loose'];

describe('balance', () => {
  it('a newcomer beats a wolf of his level in six to nine seconds and keeps most of his health', () => {
    const f = mean(1, false, 'wolf', 1, ['strike']);
    expect(f.won).toBe(true);
    expect(f.seconds).toBeGreaterThan(5);
    expect(f.seconds).toBeLessThan(9.5);
    expect(f.lost).toBeGreaterThan(0.2);
    expect(f.lost).toBeLessThan(0.5);
  });

  it('even fights stay even to the last level', () => {
    const told = EVEN.map(([level, foe]) => ({ level, foe, ...mean(level, level > 1, foe, level, ROTATION) }));
    const odd = told.filter(f => !f.won || f.seconds < 4.5 || f.seconds > 13 || f.lost < 0.12 || f.lost > 0.62);
    expect(odd.map(f => `${f.level} ${f.foe}: ${f.seconds.toFixed(1)} s, ${(f.lost * 100).toFixed()} % lost`)).toEqual([]);
  });

  it('a foe three levels above is a bad idea, elites are for company', () => {
    expect(mean(3, true, 'bandit', 6, ROTATION).lost).toBeGreaterThan(0.6);
    for (const [level, elite] of [
      [6, 'old-mother'],
      [8, 'bandit-captain'],
      [10, 'hollow-abbot'],
    ] as const) {
      expect(mean(level, true, elite, monsters.key(elite).level[0], ROTATION).won, elite).toBe(false);
    }
  });
});
