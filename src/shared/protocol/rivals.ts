// What players do against each other: duels, and whether they may be attacked. What a screen is told of it, and what it asks.
import { bool, i32, list, str, struct, u8, u16, u32 } from './codec';
import { fromClient, fromServer } from './kinds';

const name = str(64);

/**
 * The duel that he fights; opponent 0: none (any more). x, z of the flag in cm; `starts_ms` until it begins; `outside_ms` until he has lost it,
 * because he has left its ground; 0: he has not. */
const DUEL = { opponent: u32, name, x: i32, z: i32, starts_ms: u16, outside_ms: u16 };

/**
 * Whether players may attack him: `law` of the place, index into LAWS (rules/laws.ts); `open`: they may; `spared_s`: not for so long, because one
 * has just slain him; `ends_s`: so long until his word is taken back, 0: it is not about to be. */
const LAW = { law: u8, open: bool, spared_s: u8, ends_s: u16 };

/**
 * The match in whose arena he is: `stage` ARENA_…; `left_s` of it; `own`: his side, 0 or 1; `score` 0 not decided, 1 won, 2 lost, 3 neither. Of each
 * fighter `hp` in percent (0: fallen), `entity` 0: not here, `out`: has left. */
const ARENA = {
  stage: u8,
  left_s: u16,
  own: u8,
  score: u8,
  fighters: list(struct({ side: u8, entity: u32, name, level: u8, covenant: u8, rating: u16, hp: u8, out: bool }), 6),
};

/** How he waits for a match: `party` of how many, 0: he does not; how long already; what he is rated. */
const LISTS = { party: u8, waited_s: u16, rating: u16 };

export const RIVALS_C2S = {
  /** Challenges somebody to a duel. */
  challenge: fromClient(150, 'challenge', 'query', { target: u32 }),
  /** `from`: the body of who challenged (S2C challenged). */
  answerChallenge: fromClient(151, 'answerChallenge', 'query', { from: u32, accept: bool }),
  /** Gives his duel up. */
  yield: fromClient(152, 'yield', 'query', {}),
  /** Agrees to be attacked by players where that is agreed upon, or takes that back. */
  consent: fromClient(153, 'consent', 'command', { command: u32, on: bool }),
  /** Waits for a match, with the party that he leads. */
  enlist: fromClient(154, 'enlist', 'query', {}),
  /** Waits no more; in an arena: leaves his match, and has lost it. */
  leaveArena: fromClient(155, 'leaveArena', 'query', {}),
} as const;

export const RIVALS_S2C = {
  challenged: fromServer(130, 'challenged', { from: u32, name, left_s: u8 }),
  duel: fromServer(131, 'duel', DUEL),
  /** To those near: how a duel ended; `how`: index into LOSSES (rules/duels.ts). */
  duelOver: fromServer(132, 'duelOver', { winner: name, loser: name, how: u8 }),
  law: fromServer(133, 'law', LAW),
  arena: fromServer(134, 'arena', ARENA),
  lists: fromServer(135, 'lists', LISTS),
} as const;

export const ARENA_NONE = 0;
export const ARENA_GATHERS = 1;
export const ARENA_GATES = 2;
export const ARENA_FIGHTS = 3;
export const ARENA_OVER = 4;
