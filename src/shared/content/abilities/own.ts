// How a class writes its abilities down: what most of them have in common, so that a row says only what is its own. In: a row. Out: its kind.
import type { AbilityKind } from '../kinds';

/** Ids 64-127 belong to the classes. */
export type Own = Omit<AbilityKind, 'cls'>;
type Row = Pick<Own, 'id' | 'key' | 'name' | 'text' | 'icon' | 'level' | 'visual' | 'sound'> & Partial<Own>;

const PLAIN = {
  arms: 'none',
  reach: 'target',
  on: 'foe',
  cast_ticks: 0,
  global: true,
  cost: 0,
  range_m: 3.2,
  amount: [0, 0],
  weapon: false,
  power: 'melee',
  scale_pct: 0,
  cooldown_ticks: 0,
} as const;

/** A blow of the weapon in hand. */
export const blade = (row: Row): Own => ({ ...PLAIN, arms: 'melee', weapon: true, move_cast: true, ...row });
/** An arrow. */
export const arrow = (row: Row): Own => ({
  ...PLAIN,
  arms: 'bow',
  reach: 'projectile',
  weapon: true,
  power: 'ranged',
  range_m: 30,
  speed_mps: 44,
  move_cast: true,
  ...row,
});
/** A spell through the focus. */
export const spell = (row: Row): Own => ({ ...PLAIN, arms: 'focus', power: 'spell', range_m: 28, ...row });
/** Something one does to oneself: no weapon, and no waiting for other abilities. */
export const stance = (row: Row): Own => ({
  ...PLAIN,
  reach: 'self',
  on: 'friend',
  global: false,
  range_m: 0,
  threat_pct: 0,
  move_cast: true,
  ...row,
});

export const ofClass = (cls: string, rows: readonly Own[]): readonly AbilityKind[] => rows.map(row => ({ ...row, cls }));
