// Fights played out in the real core on a bare meadow, for tests of balance. Players here are plain: they stand, and use the first of their
// abilities that they can. In: a fighter, a foe, an order of preference. Out: how it ended.
import { readFileSync } from 'node:fs';
import { CLASS_MONSTER, CLASS_PLAYER, OUT_HEAL, OUT_HIT, TEAM_AZURE, TICKS_PER_SECOND } from '../../assembly/layout';
import { ALDERWICK, abilities, classes, monsters } from '../../src/shared/content';
import type { Stats } from '../../src/shared/content/kinds';
import { packContent, TEAMS } from '../../src/shared/content/pack';
import type { Character } from '../../src/shared/rules/character';
import { knownAbilities, talentBytes, tuned } from '../../src/shared/rules/classes';
import { type Arms, armsOf, type Body, bodyOf, creatureBody, sheetWith } from '../../src/shared/rules/stats';
import { Sim } from '../../src/shared/sim';
import { bare } from '../rules/people';

/** A meadow in the north, with nothing standing on it. One world for all fights: its chance runs on from one to the next. */
const FIELD = { x: 768, z: 640 };
const sim = new Sim(new WebAssembly.Module(readFileSync('build/core.wasm')));
const bareLand = { buildings: [], props: [], fences: [], trees: [], forests: [], nodes: [], npcs: [], camps: [] };
sim.load(7, 512, 512, packContent({ ...ALDERWICK, ...bareLand }));
const { core } = sim;

export interface Fighter {
  character: Character;
  body: Body;
  arms: Arms;
}
export interface Fight {
  seconds: number;
  /** Share of the player's health that is gone; 1 = he died. */
  lost: number;
  won: boolean;
  /** Health that blows took from him, and that his own healing gave back. */
  taken: number;
  healed: number;
}

/** As he is dressed. */
export const fighterOf = (character: Character): Fighter => ({ character, body: bodyOf(character), arms: armsOf(character) });

/**
 * One of a class with the gear of his level, made by the formulas of the weapons' table and what the armor of levels 1-10 comes to, so that
 * this holds whatever things there are. Who is plain in heavy armor wears little of his own stat, and the other way round.
 */
export function trained(cls: string, level: number, chosen: readonly number[] = []): Fighter {
  const { id } = classes.key(cls);
  const character = bare(level);
  character.life.cls = id;
  character.life.talents = [...chosen];
  const main = cls === 'ranger' ? 'aim' : cls === 'sage' || cls === 'ember-mage' ? 'spirit' : 'might';
  const steps = level - 1;
  const worn: Stats = {
    vigor: Math.round(1.8 * steps),
    armor: 8 + Math.round((main === 'spirit' ? 5 : 10) * steps),
    [main]: Math.round(2.2 * steps),
  };
  const range = (mean: number): readonly [number, number] => [Math.round(mean * 0.85), Math.round(mean * 1.15)];
  const arms = { bits: 15, melee: range(5.5 + 1.6 * steps), bow: range(6.5 + 1.5 * steps), gun: range(6.5 + 1.5 * steps) };
  return { character, body: sheetWith(character, [worn]), arms };
}

/** Nobody fights longer than this. */
const LONGEST_S = 90;

/**
 * `rotation`: ability keys in order of preference, tried every tick; what heals oneself only when hurt. With `limit_s` it may also end
 * undecided.
 */
export function fight(
  { character, body, arms }: Fighter,
  foe: string,
  foeLevel: number,
  rotation: readonly string[],
  limit_s = 0,
): Fight {
  const { level } = character;
  const me = core.spawn(CLASS_PLAYER, 0, TEAM_AZURE, level, FIELD.x, FIELD.z, 0);
  core.setBody(me, body.hpMax, body.powerMax, body.might, body.aim, body.spirit, body.armor, body.hastePct);
  core.setArms(me, arms.bits, ...arms.melee, ...arms.bow, ...arms.gun);
  sim.setKnown(
    me,
    knownAbilities(character).map(ability => ability.id),
  );
  core.setTalents(me, talentBytes(character));
  core.setVitals(me, body.hpMax, body.powerMax);
  const kind = monsters.key(foe);
  const it = core.spawn(CLASS_MONSTER, kind.id, TEAMS[kind.team], foeLevel, FIELD.x, FIELD.z - 2.2, Math.PI);
  const beast = creatureBody(kind, foeLevel);
  core.setBody(it, beast.hpMax, beast.powerMax, 0, 0, 0, beast.armor, 0);
  core.setArms(it, beast.arms.bits, ...beast.arms.melee, ...beast.arms.bow, ...beast.arms.gun);
  core.setVitals(it, beast.hpMax, 100);
  core.setHome(it, FIELD.x, FIELD.z - 2.2, 1, -1, 0);
  const known = new Set(knownAbilities(character).map(ability => ability.key));
  const wishes = rotation.filter(key => known.has(key)).map(key => tuned(character, abilities.key(key)));
  let command = 1;
  let taken = 0;
  let healed = 0;
  for (let tick = 0; tick < LONGEST_S * TICKS_PER_SECOND; tick++) {
    const turn = Math.atan2(core.x(it) - core.x(me), -(core.z(it) - core.z(me)));
    core.setIntent(me, 0, turn, 0, 0, 0, 1);
    const hurt = core.hp(me) < body.hpMax * 0.6;
    for (const ability of wishes) {
      const heals = ability.on === 'friend' && (ability.amount[1] > 0 || ability.key === 'renewal');
      if ((heals && !hurt) || core.cooldownLeft(me, ability.id) > 0) continue;
      core.useAbility(me, ability.id, ability.on === 'friend' ? me : it, command++);
    }
    core.step(0.5);
    sim.outcomes(o => {
      if (o.type === OUT_HIT && o.b === me) taken += o.value;
      if (o.type === OUT_HEAL && o.b === me) healed += o.value;
    });
    const goesOn = !limit_s || tick < limit_s * TICKS_PER_SECOND;
    if (goesOn && core.hp(it) > 0 && core.hp(me) > 0) continue;
    const end = { seconds: tick / TICKS_PER_SECOND, lost: 1 - core.hp(me) / body.hpMax, won: core.hp(it) <= 0, taken, healed };
    core.despawn(me);
    core.despawn(it);
    return end;
  }
  throw new Error(`${foe} and a player of level ${level} fight forever`);
}

/** Twelve fights of the same sort, on average; won: all of them. */
export function mean(fighter: Fighter, foe: string, foeLevel: number, rotation: readonly string[], limit_s = 0): Fight {
  const all = Array.from({ length: 12 }, () => fight(fighter, foe, foeLevel, rotation, limit_s));
  const of = (get: (f: Fight) => number): number => all.reduce((sum, f) => sum + get(f), 0) / all.length;
  return {
    seconds: of(f => f.seconds),
    lost: of(f => f.lost),
    won: all.every(f => f.won),
    taken: of(f => f.taken),
    healed: of(f => f.healed),
  };
}
