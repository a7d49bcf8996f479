// A small place and small tables of its own for the core's tests, so that golden numbers do not move with the game's content.
import type { AbilityKind, EffectKind, MonsterKind, Place } from '../../src/shared/content/kinds';
import { packContent, type Tables } from '../../src/shared/content/pack';

export const ORIGIN = 512;
export const MIDDLE = 768;

const house = (x: number, z: number, w: number, d: number, yaw = 0) => ({
  kind: 'house' as const,
  x,
  z,
  yaw,
  w,
  d,
  floors: 1,
  seed: 1,
});

/** A level meadow of 90 m round the middle, houses in a U, a lone tower, a river in the east with a bridge, a hill in the west. */
export const PLACE: Place = {
  number: 0,
  biome: 'meadow',
  key: 'fixture',
  name: 'Fixture',
  region: [2, 1, 1],
  seed: 4711,
  knolls: [{ x: 640, z: 768, height: 14, radius: 18 }],
  flats: [{ x: MIDDLE, z: MIDDLE, radius: 90, blend: 30, height: 9 }],
  rivers: [
    {
      width: 14,
      depth: 3,
      points: [
        [900, 640],
        [900, 768],
        [905, 900],
      ],
    },
  ],
  lakes: [{ x: 640, z: 940, rx: 26, rz: 20, depth: 4 }],
  roads: [
    {
      width: 4,
      paved: false,
      points: [
        [690, 768],
        [MIDDLE, 768],
        [960, 768],
      ],
    },
  ],
  bridges: [{ x: 900, z: 768, yaw: Math.PI / 2, length: 30, width: 5, top: 2.2 }],
  fields: [{ x: 730, z: 820, w: 20, d: 14, yaw: 0.3, crop: 'wheat' }],
  fences: [
    {
      kind: 'rail',
      points: [
        [740, 740],
        [750, 740],
      ],
    },
  ],
  forests: [{ x: 600, z: 620, radius: 40, density: 3, mix: ['oak', 'pine'] }],
  trees: [],
  // The U opens to the north.
  buildings: [house(768, 800, 24, 8), house(759, 790, 8, 20), house(777, 790, 8, 20), house(800, 740, 12, 10, 0.5)],
  props: [],
  camps: [],
  walks: [],
  posts: [],
  npcs: [
    {
      id: 1,
      key: 'walker',
      name: 'Walker',
      title: '',
      kind: 'villager',
      x: 740,
      z: 760,
      yaw: 0,
      look: 1,
      route: [
        [745, 760],
        [760, 762],
      ],
      greeting: [],
    },
  ],
  pois: [],
  spawns: [{ key: 'start', x: MIDDLE, z: MIDDLE, yaw: 0 }],
  nodes: [],
};

const ability = (id: number, key: string, more: Partial<AbilityKind>): AbilityKind => ({
  id,
  key,
  name: key,
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
  range_m: 3,
  amount: [10, 10],
  weapon: false,
  power: 'melee',
  scale_pct: 0,
  visual: '',
  sound: '',
  ...more,
});

export const STRIKE = 1;
export const LOOSE = 2;
export const EMBER = 3;
export const MEND = 4;
export const CLEAVE = 5;
export const HOBBLE = 6;
export const KINDLE = 7;
export const BASH = 8;
export const NOVA = 10;
export const SHOT = 11;
export const ARROW = 12;
export const RIDE = 31;

const ABILITIES: AbilityKind[] = [
  ability(STRIKE, 'strike', { arms: 'melee', weapon: true, amount: [0, 0], global: true, cooldown_ticks: 30 }),
  ability(LOOSE, 'loose', {
    arms: 'bow',
    reach: 'projectile',
    weapon: true,
    amount: [0, 0],
    range_m: 30,
    speed_mps: 40,
    global: true,
  }),
  ability(EMBER, 'ember', {
    arms: 'focus',
    reach: 'projectile',
    cast_ticks: 30,
    range_m: 28,
    speed_mps: 20,
    cost: 20,
    global: true,
    power: 'spell',
  }),
  ability(MEND, 'mend', { reach: 'target', on: 'friend', cast_ticks: 20, range_m: 25, amount: [30, 30], cost: 10, power: 'spell' }),
  ability(CLEAVE, 'cleave', { reach: 'cone', angle_deg: 60, range_m: 4, global: true, cooldown_ticks: 60 }),
  ability(HOBBLE, 'hobble', { reach: 'target', range_m: 30, amount: [0, 0], effect: 'slow' }),
  ability(KINDLE, 'kindle', { reach: 'target', range_m: 30, amount: [0, 0], effect: 'burn' }),
  ability(BASH, 'bash', { reach: 'target', amount: [1, 1], effect: 'stun' }),
  ability(NOVA, 'nova', { reach: 'nova', radius_m: 6, range_m: 6 }),
  ability(SHOT, 'shot', { arms: 'firearm', reach: 'ray', range_m: 60, cooldown_ticks: 20, power: 'ranged' }),
  ability(ARROW, 'arrow', {
    arms: 'bow',
    reach: 'projectile',
    range_m: 60,
    speed_mps: 45,
    drop_mps2: 6,
    cooldown_ticks: 20,
    power: 'ranged',
  }),
  ability(RIDE, 'ride', { reach: 'self', on: 'friend', cast_ticks: 30, ride: true }),
  ability(32, 'bite', { weapon: true, amount: [0, 0], cooldown_ticks: 30, range_m: 2, level: 0 }),
  ability(33, 'charge', { weapon: true, amount: [5, 5], cooldown_ticks: 200, range_m: 3, level: 0 }),
  ability(34, 'dart', {
    reach: 'projectile',
    weapon: true,
    amount: [0, 0],
    cast_ticks: 10,
    cooldown_ticks: 40,
    range_m: 22,
    speed_mps: 30,
    level: 0,
  }),
];

const effect = (
  id: number,
  key: string,
  type: EffectKind['type'],
  magnitude: number,
  duration_ticks: number,
  period_ticks = 0,
): EffectKind => ({
  id,
  key,
  name: key,
  icon: '',
  type,
  magnitude,
  duration_ticks,
  period_ticks,
  harmful: true,
});
const EFFECTS: EffectKind[] = [
  effect(1, 'slow', 'slow', 50, 100),
  effect(2, 'burn', 'damage', 4, 80, 20),
  effect(3, 'stun', 'stun', 0, 40),
];

const beast = (id: number, key: string, more: Partial<MonsterKind>): MonsterKind => ({
  id,
  key,
  name: key,
  body: 'wolf',
  team: 'wild',
  level: [1, 3],
  hp: 60,
  damage: [3, 5],
  armor: 0,
  walk_mps: 1.5,
  run_mps: 6,
  radius_m: 0.5,
  height_m: 1,
  mind: ['wander'],
  notice_m: 10,
  leash_m: 40,
  abilities: ['bite'],
  xp: 0,
  gold: [0, 0],
  loot: [],
  respawn_s: 10,
  ...more,
});
export const WOLF = 1;
export const BOAR = 2;
export const ARCHER = 3;
export const DEER = 4;
export const COWARD = 5;
export const OWL = 6;
export const VILLAGER = 40;
export const GUARD = 41;
const MONSTERS: MonsterKind[] = [
  beast(WOLF, 'wolf', { mind: ['wander', 'pack'] }),
  beast(BOAR, 'boar', { mind: ['charge'], abilities: ['bite', 'charge'] }),
  beast(ARCHER, 'archer', {
    team: 'bandit',
    mind: ['ranged'],
    abilities: ['dart', 'bite'],
    notice_m: 20,
    height_m: 1.75,
    radius_m: 0.4,
  }),
  beast(DEER, 'deer', { team: 'critter', mind: ['timid', 'wander'], run_mps: 7 }),
  beast(COWARD, 'coward', { team: 'bandit', mind: ['coward'] }),
  beast(OWL, 'owl', { mind: ['night'] }),
  beast(VILLAGER, 'villager', { team: 'neutral', mind: ['route'], notice_m: 0, abilities: [] }),
  beast(GUARD, 'guard', { team: 'neutral', mind: ['guard'], notice_m: 20, hp: 900, damage: [30, 40] }),
];
export const TABLES: Tables = { abilities: ABILITIES, effects: EFFECTS, monsters: MONSTERS };

export const fixtureContent = (): Uint8Array => packContent(PLACE, TABLES);
