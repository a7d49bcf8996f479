// The fixture's place with one ability for each of the effects that classes bring, and with talents. In: nothing. Out: worlds and bodies.
import * as L from '../../assembly/layout';
import type { AbilityKind, EffectKind, MonsterKind, TalentKind } from '../../src/shared/content/kinds';
import { packContent, type Tables } from '../../src/shared/content/pack';
import { Sim } from '../../src/shared/sim';
import { BASH, MIDDLE, ORIGIN, PLACE, TABLES, WOLF } from './fixture';
import { addPlayer } from './scenario';
import { module } from './world';

const effect = (id: number, key: EffectKind['type'], magnitude: number, more: Partial<EffectKind> = {}): EffectKind => ({
  id,
  key: `a-${key}`,
  name: key,
  icon: '',
  type: key,
  magnitude,
  duration_ticks: 80,
  period_ticks: 0,
  harmful: true,
  scale_pct: 0,
  ...more,
});
const EFFECTS: readonly EffectKind[] = [
  effect(20, 'silence', 0),
  effect(21, 'taunt', 0),
  effect(22, 'absorb', 0, { harmful: false }),
  effect(23, 'weaken', 50),
  effect(24, 'expose', 10, { stacks: 3 }),
  effect(25, 'fear', 0),
  effect(26, 'drain', 5, { period_ticks: 20 }),
  effect(27, 'leech', 50, { harmful: false }),
  effect(28, 'empower', 100, { harmful: false }),
  effect(29, 'power', -10, { period_ticks: 20 }),
  effect(30, 'thorns', 50, { harmful: false }),
  effect(31, 'steady', 0, { harmful: false }),
  effect(32, 'evade', 90, { harmful: false }),
  effect(33, 'root', 0),
  effect(34, 'ward', 50, { harmful: false }),
];

/** Abilities 64 and upwards. */
export const A = {
  SILENCE: 64,
  TAUNT: 65,
  SHIELD: 66,
  WEAKEN: 67,
  EXPOSE: 68,
  FEAR: 69,
  DRAIN: 70,
  LEECH: 71,
  EMPOWER: 72,
  SAP: 73,
  THORNS: 74,
  STEADY: 75,
  EVADE: 76,
  ROOT: 77,
  WARD: 78,
  INTERRUPT: 79,
  CLEANSE: 80,
  LEAP: 81,
  HATED: 82,
  BLOW: 200,
  SPELL: 255,
} as const;

const ability = (id: number, more: Partial<AbilityKind>): AbilityKind => ({
  id,
  key: `ability-${id}`,
  name: '',
  text: '',
  icon: '',
  level: 1,
  arms: 'none',
  reach: 'target',
  on: 'foe',
  cast_ticks: 0,
  cooldown_ticks: 0,
  global: false,
  cost: 0,
  range_m: 30,
  amount: [0, 0],
  weapon: false,
  power: 'melee',
  scale_pct: 0,
  move_cast: true,
  visual: '',
  sound: '',
  ...more,
});
const on = (id: number, effect: string): AbilityKind => ability(id, { effect });
const self = (id: number, effect: string, more: Partial<AbilityKind> = {}): AbilityKind =>
  ability(id, { effect, on: 'friend', threat_pct: 0, ...more });
const ABILITIES: readonly AbilityKind[] = [
  on(A.SILENCE, 'a-silence'),
  on(A.TAUNT, 'a-taunt'),
  self(A.SHIELD, 'a-absorb', { amount: [40, 40] }),
  on(A.WEAKEN, 'a-weaken'),
  on(A.EXPOSE, 'a-expose'),
  on(A.FEAR, 'a-fear'),
  on(A.DRAIN, 'a-drain'),
  self(A.LEECH, 'a-leech'),
  self(A.EMPOWER, 'a-empower'),
  on(A.SAP, 'a-power'),
  self(A.THORNS, 'a-thorns'),
  self(A.STEADY, 'a-steady', { anytime: true }),
  self(A.EVADE, 'a-evade'),
  on(A.ROOT, 'a-root'),
  self(A.WARD, 'a-ward'),
  ability(A.INTERRUPT, { amount: [1, 1], interrupt_ticks: 60 }),
  ability(A.CLEANSE, { on: 'friend', cleanses: true, amount: [1, 1] }),
  ability(A.LEAP, { amount: [1, 1], leaps: true }),
  ability(A.HATED, { amount: [10, 10], threat_pct: 500 }),
  ability(A.BLOW, { amount: [20, 20], range_m: 4 }),
  ability(A.SPELL, { amount: [20, 20], power: 'spell', cast_ticks: 20, cost: 10 }),
];

/** What talents make of the blow: one doubles it, one lets it silence. */
export const DOUBLED = 7;
export const SILENCING = 200;
const talent = (id: number, change: Partial<NonNullable<TalentKind['change']>>): TalentKind => ({
  id,
  key: `talent-${id}`,
  name: '',
  text: '',
  icon: '',
  cls: '',
  level: 5,
  change: { ability: `ability-${A.BLOW}`, ...change },
});
const TALENTS = [talent(DOUBLED, { more_pct: 100 }), talent(SILENCING, { effect: 'a-silence' })];

/** A wolf that thinks itself more than others do. */
export const CHIEF = 20;
const chief: MonsterKind = { ...TABLES.monsters.find(kind => kind.id === WOLF)!, id: CHIEF, key: 'chief', elite: true };

const TRAINED: Tables = {
  abilities: [...TABLES.abilities, ...ABILITIES],
  effects: [...TABLES.effects, ...EFFECTS],
  monsters: [...TABLES.monsters, chief],
  talents: TALENTS,
};

export function trainedWorld(): Sim {
  const sim = new Sim(module);
  sim.load(1, ORIGIN, ORIGIN, packContent(PLACE, TRAINED));
  return sim;
}

/** A player who knows everything there is. */
export function addTrained(sim: Sim, x: number = MIDDLE, z: number = MIDDLE): number {
  const id = addPlayer(sim, x, z);
  sim.setKnown(id, [BASH, ...TRAINED.abilities.map(kind => kind.id)]);
  sim.core.setBody(id, 1000, 100, 0, 0, 0, 0, 0);
  return id;
}

/** A mindless body that does nothing by itself and can take a lot. */
export function addDummy(sim: Sim, x: number = MIDDLE, z: number = MIDDLE - 2, kind = 0): number {
  const id = sim.core.spawn(L.CLASS_MONSTER, kind, L.TEAM_WILD, 1, x, z, 0);
  sim.core.setBody(id, 60000, 0, 0, 0, 0, 0, 0);
  return id;
}
