// The shape of an encounter: what a boss does beside its plain blows, when, and what a party must do about it. Pure types and their words, no data.
// Percents of `hurt_pct`, `blast_pct`, `miss_pct` are of the health of an even player, before his armor (rules/encounters.ts evenHealth).

/** Metres; `half_deg` to both sides. A line is `half_m` to both sides. Cones and lines begin at the boss. */
export type Shape =
  | { readonly form: 'circle'; readonly radius_m: number }
  | { readonly form: 'ring'; readonly inner_m: number; readonly radius_m: number }
  | { readonly form: 'cone'; readonly radius_m: number; readonly half_deg: number }
  | { readonly form: 'line'; readonly radius_m: number; readonly half_m: number };

/** Metres east and south of where the boss lives. */
export type Offset = readonly [east: number, south: number];

/**
 * Where it falls: round the boss, on whom it fights, on somebody (`count` of them), on whoever is farthest, on everybody, or at fixed points.
 * Of a cone or line: towards whom.
 */
export type Where = 'self' | 'foe' | 'random' | 'farthest' | 'everyone' | readonly Offset[];

interface Timed {
  /** Names it among the mechanics of its boss, for counts and tests. */
  readonly key: string;
  /** Its name, sound and effect (content/abilities/bosses.ts). */
  readonly ability: string;
  /** After its phase begins, and from one time to the next. */
  readonly first_ticks: number;
  readonly every_ticks: number;
}

/** Falls after a warning on whoever stands inside then. */
export interface GroundMechanic extends Timed {
  readonly kind: 'ground';
  readonly shape: Shape;
  readonly where: Where;
  readonly count?: number;
  readonly warn_ticks: number;
  readonly hurt_pct: number;
  /** It stays on the ground so long, and hurts once a second. */
  readonly stays?: { readonly ticks: number; readonly hurt_pct: number };
}
/** A long cast that can be interrupted: it heals the boss by a share of its health, or strikes everybody. */
export interface CastMechanic extends Timed {
  readonly kind: 'cast';
  readonly heal_pct?: number;
  readonly blast_pct?: number;
}
/** Monsters come. `shielded`: until all of these are dead nothing hurts the boss. */
export interface AddsMechanic extends Timed {
  readonly kind: 'adds';
  readonly monster: string;
  readonly count: number;
  /** Where they come; else round the boss. */
  readonly points?: readonly Offset[];
  readonly shielded?: boolean;
}
/** So many must stand in it when it falls, and share it; too few, and everybody is struck. */
export interface SoakMechanic extends Timed {
  readonly kind: 'soak';
  readonly radius_m: number;
  readonly where: 'random' | 'self' | readonly Offset[];
  readonly hands: number;
  readonly warn_ticks: number;
  readonly hurt_pct: number;
  readonly miss_pct: number;
}
/** Everybody is marked: whoever is near another one when it falls is struck, and strikes him. */
export interface SpreadMechanic extends Timed {
  readonly kind: 'spread';
  readonly radius_m: number;
  readonly warn_ticks: number;
  readonly hurt_pct: number;
}
export type Mechanic = GroundMechanic | CastMechanic | AddsMechanic | SoakMechanic | SpreadMechanic;
export type MechanicKind = Mechanic['kind'];

export interface Phase {
  /** Begins when so many percent of health are left, or fewer. The first is 100. */
  readonly from_pct: number;
  readonly say: string;
  readonly mechanics: readonly Mechanic[];
}

export interface Encounter {
  /** Key of the monster. */
  readonly boss: string;
  /** For how many its health is meant. */
  readonly size: number;
  /** Whoever is farther from where it lives is not in the fight. */
  readonly arena_m: number;
  readonly phases: readonly Phase[];
  /** After so long it loses its patience, and strikes two and a half times as hard. */
  readonly enrage_ticks: number;
  /** What it says when that happens, when nobody is left, and when it falls. */
  readonly enraged: string;
  readonly wiped: string;
  readonly beaten: string;
}

/** A dungeon as far as its inhabitants go: where they stand is its place's affair. */
export interface Dungeon {
  readonly key: string;
  readonly name: string;
  readonly level: number;
  /** Keys of monsters; the last boss is its end. */
  readonly bosses: readonly string[];
  readonly trash: readonly string[];
}
