// Encounters in numbers: how strong a boss is for how many, what a blow of so many percent comes to, who stands in a shape, who earned what. In:
// rows of content/encounters.ts, levels, places. Out: numbers. Pure: the regions decide by it, screens draw and warn by it.
import { type Encounter, encounterOf, type Shape } from '../content/encounters';
import { bareStat, healthOf } from './stats';

/** Vigor that a body's worn things add per level above the first, as far as bosses count on it (tests/content/arena.ts). */
const WORN_VIGOR = 1.8;

/** Health of an even player of that level, in the gear of his level: what percents of encounters are of. */
export const evenHealth = (level: number): number => healthOf(Math.round(bareStat(level) + WORN_VIGOR * (level - 1)));

/** Factors of what a boss has when its encounter's whole party meets it. */
export interface Scale {
  readonly hp: number;
  readonly damage: number;
}

/** An encounter in the open takes whoever comes: up to so many times the party it was meant for. */
const MOST_PARTIES = 8;
/** Two strike a little less than twice as much as one: some of them heal, dodge and run. */
const CROWD = 0.92;
/** A party of one is struck by so much of what a whole party is. */
const LEAST_DAMAGE = 0.35;

/**
 * What `boss` (a monster's key) is for a party of so many: 1..5 in a dungeon, 1..20 in the raid; a whole party gives 1 and 1. Beyond its size
 * health goes on growing (the open world), blows do not. Throws when that monster is no boss.
 */
export function scaled(boss: string, partySize: number): Scale {
  const encounter = encounterOf(boss);
  if (!encounter) throw new Error(`${boss} is no boss`);
  const share = Math.max(1, Math.min(partySize, encounter.size * MOST_PARTIES)) / encounter.size;
  return { hp: share ** CROWD, damage: Math.min(1, LEAST_DAMAGE + (1 - LEAST_DAMAGE) * share) };
}

/** How many of `whole` (monsters called, hands wanted) a party of that size is met with: at least one. */
export const fewer = (whole: number, { size }: Pick<Encounter, 'size'>, partySize: number): number =>
  Math.max(1, Math.ceil(whole * Math.min(1, partySize / size) - 1e-9));

/** The last of its phases that has begun at that share of health, 0..1. */
export function phaseAt({ phases }: Pick<Encounter, 'phases'>, share: number): number {
  return Math.max(
    0,
    phases.findLastIndex(({ from_pct }) => share * 100 <= from_pct),
  );
}

export interface Laid {
  readonly x: number;
  readonly z: number;
  /** Of cones and lines: 0 looks north, clockwise, rad. */
  readonly yaw: number;
}

/** Whether a point lies in a shape that lies there: by the point alone, so that the line on the ground is what it says. */
export function covers(shape: Shape, { x, z, yaw }: Laid, px: number, pz: number): boolean {
  const [dx, dz] = [px - x, pz - z];
  const away = Math.hypot(dx, dz);
  switch (shape.form) {
    case 'circle':
      return away <= shape.radius_m;
    case 'ring':
      return away <= shape.radius_m && away >= shape.inner_m;
    case 'cone':
      return away <= shape.radius_m && Math.abs(turned(Math.atan2(dx, -dz) - yaw)) <= (shape.half_deg * Math.PI) / 180;
    case 'line': {
      const ahead = dx * Math.sin(yaw) - dz * Math.cos(yaw);
      const aside = dx * Math.cos(yaw) + dz * Math.sin(yaw);
      return ahead >= 0 && ahead <= shape.radius_m && Math.abs(aside) <= shape.half_m;
    }
  }
}

const turned = (angle: number): number => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));

/** Less than this part of a fair share is no help: one arrow from afar. */
const LEAST_PART = 0.02;

/**
 * What each helper's share of a boss comes to, in permille, by what each did; those who did next to nothing are left out. Nobody who helped goes
 * below an even share of it or a tenth, whichever is more: bosses are for company, and whoever heals or carries a mark does not top lists.
 */
export function sharesOf(did: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const whole = [...did.values()].reduce((sum, each) => sum + each, 0);
  const helpers = [...did].filter(([, each]) => each > 0 && each * did.size >= whole * LEAST_PART);
  const even = Math.max(LEAST_PERMILLE, 1000 / Math.max(1, helpers.length));
  return new Map(helpers.map(([who, each]) => [who, Math.round(Math.min(1000, Math.max(even, (each / whole) * 1000)))]));
}
const LEAST_PERMILLE = 100;
