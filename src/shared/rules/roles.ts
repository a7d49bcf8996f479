// What somebody can be there for in a company: one bit for each role. In: a class. Out: the roles it can play. Everybody can deal damage.
import { classes } from '../content';
import type { Role } from '../content/kinds';

/** In the order in which frames and dialogs show them; a role's number on the wire is its place here. */
export const ROLES: readonly Role[] = ['tank', 'healer', 'damage'];
const BITS: Readonly<Record<Role, number>> = { tank: 1, healer: 2, damage: 4 };

export const bitOf = (role: Role): number => BITS[role];
export const hasRole = (bits: number, role: Role): boolean => (bits & BITS[role]) !== 0;
export const rolesIn = (bits: number): Role[] => ROLES.filter(role => hasRole(bits, role));

/** Of a class by its number; who has chosen none does damage. */
export const ownRole = (cls: number): Role => classes.get(cls)?.role ?? 'damage';
/** Bits of all roles that a class can play. */
export const playable = (cls: number): number => BITS[ownRole(cls)] | BITS.damage;
/** What he picked as far as his class can play it; his own role when nothing of it is left. */
export const fitting = (cls: number, picked: number): number => picked & playable(cls) || BITS[ownRole(cls)];
