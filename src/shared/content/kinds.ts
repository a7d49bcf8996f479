// The shapes of all content: what a kind of item, monster, ability, quest or place says about itself. Pure types, no data.
// Every table is keyed by a stable number (travels on the wire, stays in databases; never reused) and a readable key.

import type { Trade } from './trades';

export type { Chain, Choice, Objective, Quest, QuestReward, Talk, TalkNode, View, When } from './questkinds';

export type Covenant = 'azure' | 'ember' | 'violet';
export const COVENANTS: readonly Covenant[] = ['azure', 'ember', 'violet'];

// ---- items ----
/** A name's place here is its worn slot on the wire and in databases: only ever add at the end. */
export const EQUIP_SLOTS = [
  'melee',
  'bow',
  'firearm',
  'focus',
  'head',
  'chest',
  'hands',
  'legs',
  'feet',
  'trinket',
  'neck',
  'ring',
  'offhand',
] as const;
export type EquipSlot = (typeof EQUIP_SLOTS)[number];
export type Rarity = 'common' | 'fine' | 'rare' | 'epic';
/** What armor is made of: how much of it turns blades, and whom it suits. */
export type Material = 'cloth' | 'leather' | 'mail' | 'plate';
/** What an item adds to a body. All whole numbers; see rules/stats.ts for the formulas. */
export interface Stats {
  might?: number; // melee power
  aim?: number; // ranged power
  spirit?: number; // spell power
  vigor?: number; // health
  armor?: number;
  haste?: number; // percent of speed
}
export interface ItemKind {
  id: number;
  key: string;
  name: string;
  text: string;
  icon: string; // a game-icons name, e.g. 'broadsword'
  rarity: Rarity;
  /** Largest pile in one bag slot. */
  stack: number;
  /** What a vendor asks, in copper; he pays a quarter. 0: cannot be bought or sold. */
  price: number;
  level: number;
  slot?: EquipSlot;
  material?: Material;
  stats?: Stats;
  /** Weapon damage range before power, for weapon slots. */
  damage?: readonly [number, number];
  /** Which model the wearer shows (render/actors wardrobe ids), 0 none. */
  visual?: number;
  /** What using it does. */
  use?: {
    heal?: number;
    power?: number;
    cooldown_s: number;
    /** Put on who uses it; `amount`: a period, where the effect heals or hurts. */
    effect?: { key: string; seconds: number; amount?: number };
    /** Only out of a fight: one sits down to it. */
    calm?: boolean;
  };
  quest?: boolean;
  /** May be found on any foe of its level (rules/spoils.ts), also when nobody sells it. */
  drops?: boolean;
}

// ---- abilities ----
export type Arms = 'none' | 'melee' | 'bow' | 'firearm' | 'focus';
export type Reach = 'self' | 'target' | 'projectile' | 'ray' | 'cone' | 'nova';
export type EffectType =
  | 'damage'
  | 'heal'
  | 'slow'
  | 'stun'
  | 'haste'
  | 'ward'
  | 'root'
  | 'silence'
  | 'taunt'
  | 'absorb'
  | 'weaken'
  | 'expose'
  | 'fear'
  | 'drain'
  | 'leech'
  | 'empower'
  | 'power'
  | 'thorns'
  | 'steady'
  | 'evade';
export interface EffectKind {
  id: number;
  key: string;
  name: string;
  icon: string;
  type: EffectType;
  /** What it does of its type (assembly/layout.ts EFFECT_*): percent, or points per period. */
  magnitude: number;
  duration_ticks: number;
  period_ticks: number;
  harmful: boolean;
  /** Shown as flames on the body. */
  burns?: boolean;
  /** How often it piles up on one body: each adds its magnitude. 1 unless it says so. */
  stacks?: number;
  /** Percent of its source's best power that each period adds; 10 unless it says so. */
  scale_pct?: number;
}
export interface AbilityKind {
  id: number;
  key: string;
  name: string;
  text: string;
  icon: string;
  level: number; // learned at this level; 0 = monsters only
  arms: Arms;
  reach: Reach;
  on: 'foe' | 'friend';
  cast_ticks: number;
  cooldown_ticks: number;
  /** Shares the global cooldown. */
  global: boolean;
  cost: number; // power points
  range_m: number;
  /** Cone half angle or nova radius where it has one. */
  angle_deg?: number;
  radius_m?: number;
  /** Damage or healing before power: [low, high]; 0,0 for none. Weapon damage is added when `weapon`. */
  amount: readonly [number, number];
  weapon: boolean;
  power: 'melee' | 'ranged' | 'spell';
  /** Percent of the power stat that is added. */
  scale_pct: number;
  speed_mps?: number; // projectiles
  drop_mps2?: number; // projectiles: gravity
  effect?: string; // key of an effect put on whoever is hit
  move_cast?: boolean; // may walk while casting
  /** Key of the class it belongs to; common to all without one. */
  cls?: string;
  /** Stops the cast of whom it hits, and its ability rests so long. */
  interrupt_ticks?: number;
  /** Ends all that is harmful on whom it mends. */
  cleanses?: boolean;
  /** Its user stands before the target at once. */
  leaps?: boolean;
  /** Also while stunned or afraid. */
  anytime?: boolean;
  ride?: boolean; // calls the steed, or gets off it; known to whoever has one (rules/mounts.ts)
  threat_pct?: number;
  visual: string; // how it is drawn: 'slash' 'arrow' 'ember' 'shot' 'nova' 'mend' ...
  sound: string;
}

// ---- classes ----
export type Role = 'tank' | 'healer' | 'damage';
export type Primary = 'might' | 'aim' | 'spirit' | 'vigor' | 'armor';
/** Percent that is added to what a body has of each. */
export type Shape = Partial<Record<Primary, number>>;
export interface ClassKind {
  id: number;
  key: string;
  name: string;
  icon: string;
  role: Role;
  /** How it plays, in two sentences. */
  text: string;
  /** What it wears and wields, in one. */
  wears: string;
  shape: Shape;
  /** Keys of what stands on its action bar at first, in order; '' leaves a slot free. */
  bar: readonly string[];
  /** The same of the four keys in first person. */
  warBar: readonly string[];
}
/** What a talent makes of an ability. Percents are added to 100. */
export interface AbilityChange {
  ability: string;
  /** Of amount and share of power alike. */
  more_pct?: number;
  /** Added to the ability's share of power. */
  scale_pct?: number;
  cost_pct?: number;
  cooldown_pct?: number;
  cast_pct?: number;
  range_pct?: number;
  radius_pct?: number;
  interrupt_pct?: number;
  effect?: string;
  move_cast?: boolean;
}
export interface TalentKind {
  id: number;
  key: string;
  name: string;
  text: string;
  icon: string;
  cls: string;
  /** Its tier is chosen from at this level: 5, 10, 15 or 20. */
  level: number;
  change?: AbilityChange;
  shape?: Shape;
}

// ---- monsters and villagers ----
export type MindTrait = 'wander' | 'pack' | 'ranged' | 'charge' | 'timid' | 'coward' | 'caster' | 'route' | 'night' | 'guard';
export interface MonsterKind {
  id: number; // travels as the entity's kind; also indexes the core's table
  key: string;
  name: string;
  body: string; // render model: 'wolf' 'boar' 'bandit' 'archer' 'spider' 'wight' 'wisp' 'deer' 'villager' 'guard' ...
  team: 'wild' | 'bandit' | 'undead' | 'critter' | 'neutral';
  level: readonly [number, number];
  elite?: boolean;
  /** An encounter of its own: content/encounters.ts says how it is fought, and by how many its health is meant to be. */
  boss?: boolean;
  /** At its lowest level; grows by rules/stats.ts per level. */
  hp: number;
  damage: readonly [number, number];
  armor: number;
  walk_mps: number;
  run_mps: number;
  radius_m: number;
  height_m: number;
  mind: readonly MindTrait[];
  notice_m: number;
  leash_m: number;
  abilities: readonly string[]; // first is the default attack
  xp: number;
  gold: readonly [number, number]; // copper
  loot: readonly { item: string; chance: number; qty?: readonly [number, number] }[];
  respawn_s: number;
}

// ---- places ----
export type Point = readonly [x: number, z: number];
export interface Building {
  kind:
    | 'house'
    | 'cottage'
    | 'inn'
    | 'smithy'
    | 'mill'
    | 'watermill'
    | 'barn'
    | 'chapel'
    | 'stall'
    | 'tower'
    | 'ruin'
    | 'tent'
    | 'mine'
    | 'dock'
    | 'well'
    | 'palisade-gate';
  x: number;
  z: number;
  yaw: number; // rad
  /** Footprint in metres (w along its local x, d along local z) and storeys. */
  w: number;
  d: number;
  floors: number;
  seed: number;
  label?: string;
}
export interface Prop {
  kind:
    | 'barrel'
    | 'crate'
    | 'cart'
    | 'campfire'
    | 'lamp'
    | 'signpost'
    | 'banner'
    | 'hay'
    | 'rock'
    | 'boulder'
    | 'log'
    | 'stump'
    | 'gravestone'
    | 'pillar'
    | 'chest'
    | 'table'
    | 'fountain'
    | 'waystone'
    | 'anvil'
    | 'loom'
    | 'alembic'
    | 'hearth'
    | 'bones'
    | 'web'
    | 'mushroom'
    | 'scarecrow'
    | 'trough'
    | 'bench'
    | 'gate'
    | 'brazier'
    | 'candles'
    | 'tomb'
    | 'wreck'
    | 'cannon'
    | 'eggs';
  x: number;
  z: number;
  yaw: number;
  scale: number;
}
export interface Tree {
  kind: 'oak' | 'birch' | 'pine' | 'apple' | 'dead' | 'bush';
  x: number;
  z: number;
  scale: number;
  seed: number;
}
export interface Camp {
  key: string;
  monster: string;
  x: number;
  z: number;
  radius: number;
  count: number;
  level?: readonly [number, number];
  route?: readonly Point[];
}
export interface Npc {
  id: number;
  key: string;
  name: string;
  title: string;
  kind: string; // a MonsterKind with body 'villager' or 'guard'
  x: number;
  z: number;
  yaw: number;
  look: number; // packed look (content/looks.ts)
  route?: readonly Point[]; // walked back and forth by day
  greeting: readonly string[]; // one is said when spoken to
  barks?: readonly string[]; // now and then, to whoever is near
  vendor?: readonly string[]; // item keys sold
  teaches?: readonly Trade[]; // whose taught recipes he sells
  /** Mends what is worn down. */
  smith?: boolean;
  /** Keeps people's belongings: the bank is open at him. */
  banker?: boolean;
  stable?: readonly string[]; // mount keys taught (content/mounts.ts)
}
export interface Poi {
  key: string;
  name: string;
  x: number;
  z: number;
  radius: number;
  xp: number; // for the first visit
  /** A waystone stands here: who has found it may travel to it from any other. */
  waystone?: boolean;
}
/** Ground is shaped in this order: noise, then knolls, flats (levelled discs), rivers and lakes (carved), roads (smoothed). */
export type Biome = 'meadow' | 'forest' | 'marsh' | 'highland' | 'coast' | 'ash';
export const BIOMES: readonly Biome[] = ['meadow', 'forest', 'marsh', 'highland', 'coast', 'ash'];
/** A way through the place that a villager walks in company (quests: escort): from where he stands to the last point, a few metres at a time. */
export interface Walk {
  key: string;
  npc: string;
  points: readonly Point[];
  /** What lies in wait: `at`: index of the point at which it comes. */
  ambush: readonly { at: number; monster: string; count: number; level: number }[];
  /** What he says on the way: at which point, and what. */
  says?: readonly { at: number; text: string }[];
}
/** A spot that can be held against waves of beasts (quests: defend). */
export interface Post {
  key: string;
  name: string;
  x: number;
  z: number;
  /** Whoever is farther away than this holds nothing. */
  radius: number;
  /** One after another; each comes when the one before is beaten, or after `every_s`. */
  waves: readonly { monster: string; count: number; level: number }[];
  every_s: number;
}
/** Somebody who goes along where players are missing. */
export interface CompanionKind {
  id: number;
  key: string;
  name: string;
  title: string;
  /** Key of his class: his role follows from it. */
  cls: string;
  look: number; // packed (content/looks.ts)
  /** Said now and then when a fight is over. */
  says: readonly string[];
}
/** A line that bounds: rails and dry stones are seen and jumped over; what follows the palisade is high, closed, and nobody gets over it. */
export type FenceKind = 'rail' | 'stone' | 'palisade' | 'rampart' | 'barrow' | 'crag' | 'thicket';
/** The air of a place where time stands still: the same hour for ever, and what it does to light and mist. */
export interface Mood {
  /** Of the day, 0..24. */
  hour: number;
  /** What the sky does all the time (rules/weather.ts). */
  weather: 'clear' | 'cloudy' | 'fog' | 'storm';
  /** How thick the mist is, 1 as over its biome. */
  mist: number;
  /** What the colours of mist and low sky, and of sun and sky light, are multiplied by: red, green, blue. */
  air: readonly [number, number, number];
  light: readonly [number, number, number];
  /** Colour of what floats in the air, linear; of dust and fireflies by the hour without it. */
  motes?: readonly [number, number, number];
}
/** A dungeon: a place of its own, beside the world, made anew for every company that goes in. */
export interface Dungeon {
  /** Travels on the wire. */
  id: number;
  /** At most 12 small letters: names its instances (regions.ts). */
  key: string;
  name: string;
  text: string;
  /** Made for so high a level; who has not reached `least` is not let in. */
  level: number;
  least: number;
  /** So many go in together at most. */
  company: number;
  /** Its gate in the world: key of a point of interest. Who leaves comes out there. */
  gate: string;
  /** Keys of monsters, in the order in which they are met. Those who come in or rise again stand at the place's spawn of that many fallen bosses. */
  bosses: readonly string[];
  place: Place;
}
/** A hall in which two sides fight each other: an instance of its own for every match. */
export interface Arena {
  /** Travels on the wire. */
  id: number;
  /** At most 12 small letters, and no dungeon's: names its instances (regions.ts). */
  key: string;
  name: string;
  text: string;
  /** Its first two spawns are the gates of the two sides. */
  place: Place;
}
export interface Place {
  /** Stays with it for ever: points of interest are numbered by it. */
  number: number;
  key: string;
  name: string;
  biome: Biome;
  /** The covenant whose home this is: never taken from it. */
  home?: Covenant;
  /** Whether players may attack players here (rules/laws.ts); absent: they may not. */
  law?: 'safe' | 'contested' | 'open';
  /** Quadtree key of its region: level, column, row; the region spans [column*512, +512) x [row*512, +512) metres at level 2. */
  region: readonly [level: number, x: number, y: number];
  seed: number;
  /** Where it is always the same hour. */
  mood?: Mood;
  knolls: readonly { x: number; z: number; height: number; radius: number }[];
  flats: readonly { x: number; z: number; radius: number; blend: number; height: number }[];
  rivers: readonly { width: number; depth: number; points: readonly Point[] }[];
  lakes: readonly { x: number; z: number; rx: number; rz: number; depth: number }[];
  roads: readonly { width: number; paved: boolean; points: readonly Point[] }[];
  bridges: readonly { x: number; z: number; yaw: number; length: number; width: number; top: number }[];
  fields: readonly { x: number; z: number; w: number; d: number; yaw: number; crop: 'wheat' | 'cabbage' | 'soil' }[];
  fences: readonly { kind: FenceKind; points: readonly Point[] }[];
  /** Discs on which no tree grows: floors of halls. */
  clearings: readonly { x: number; z: number; radius: number }[];
  forests: readonly { x: number; z: number; radius: number; density: number; mix: readonly Tree['kind'][] }[];
  trees: readonly Tree[];
  buildings: readonly Building[];
  props: readonly Prop[];
  camps: readonly Camp[];
  npcs: readonly Npc[];
  pois: readonly Poi[];
  walks: readonly Walk[];
  posts: readonly Post[];
  /** Where newcomers wake and where the dead return. */
  spawns: readonly { key: string; x: number; z: number; yaw: number }[];
  nodes: readonly {
    key: string;
    item: string;
    prop: 'ore' | 'herb' | 'berry' | 'wood' | 'fish' | 'chest';
    x: number;
    z: number;
    respawn_s: number;
  }[];
}
