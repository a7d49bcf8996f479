// What a guild writes down of itself: a ring of entries. In: nothing. Out: the closed list of what can stand in it; numbers are stored, never
// reuse one. Words are the panel's (strings guild.log…).

export const LOG_MOST = 200;
/** Lines of talk that are kept for who comes later. */
export const LINES_MOST = 100;

export const LOG = {
  founded: 1,
  joined: 2,
  left: 3,
  kicked: 4,
  /** `value`: the rank from then on. */
  promoted: 5,
  demoted: 6,
  leads: 7,
  motd: 8,
  /** `value`: the rank that was changed. */
  rankEdit: 9,
  emblem: 10,
  /** `value`: the level from then on. */
  level: 11,
  /** `value`: copper, or with `kind` a quantity of that. */
  deposit: 20,
  withdraw: 21,
  /** It came back: he had no room, or had gone. */
  returned: 22,
  pactProposed: 30,
  pactJoined: 31,
  pactBetrayed: 32,
  pactLeft: 33,
  event: 40,
  eventDropped: 41,
} as const;
export type LogWhat = (typeof LOG)[keyof typeof LOG];

export interface LogEntry {
  readonly what: LogWhat;
  /** Names: who did it, and whom or what it is about. */
  readonly by: string;
  readonly to: string;
  readonly value: number;
  /** Kind of a thing; 0: none. */
  readonly kind: number;
  readonly at_ms: number;
}
