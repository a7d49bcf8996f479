// What a screen is told of its player's party, of his waiting for a company, and of the way back into a run. What he asks of it, too.
import { bool, i16, list, str, struct, u8, u16, u32 } from './codec';
import { fromClient, fromServer } from './kinds';

const character = str(26);

/**
 * His party, whole, on every change; no members: he is in none. `leader`: index of it; `place`: number of the place in which he is; `state`:
 * MATE_GONE …; `roles`: bits (rules/roles.ts). */
const PARTY = {
  leader: u8,
  raid: bool,
  /** Rare finds are rolled for (rules/rolls.ts). */
  rolls: bool,
  members: list(struct({ character, name: str(64), level: u8, covenant: u8, cls: u8, roles: u8, place: u8, state: u8 }), 20),
};

/** Members in the same region, on change: index in the party, health in percent, bits MATE_DEAD …; x, z in m. */
const MATES = { mates: list(struct({ member: u8, entity: u32, hp: u8, flags: u8, x: i16, z: i16 }), 20) };

/** Somebody asks him into his party of `count`. */
const INVITED = { from: character, name: str(64), count: u8, left_s: u8 };

/**
 * How it stands with his waiting: `state` MUSTER_NONE …; `fill`: index into FILLS (rules/muster.ts). Of a ready check: everybody's place, by
 * its role's index in ROLES, and whether he has agreed; `own`: index of his own. */
const MUSTER = {
  state: u8,
  dungeon: u8,
  fill: u8,
  waited_s: u16,
  left_s: u8,
  own: u8,
  seats: list(struct({ role: u8, agreed: bool }), 20),
};

/** A run of that dungeon goes on to which he may go back from anywhere; dungeon 0: none. */
const WAY = { dungeon: u8, left_s: u16 };

/** Of a target's marks: one of MARKS (1..8) over each body. x, z of a place that somebody points at, in m. */
const MARKED = { marks: list(struct({ mark: u8, entity: u32 }), 8) };

/** A rare find that he may roll for; `need`: he may say that he needs it. */
const ROLL = { roll: u16, kind: u16, quantity: u16, left_s: u8, need: bool };
/** How a roll went: everybody's choice (rules/rolls.ts CHOICES) and throw, the winner first; none: nobody wanted it, it is the finder's. */
const ROLLED = { roll: u16, kind: u16, throws: list(struct({ name: str(64), choice: u8, value: u8 }), 20) };

export const COMPANY_C2S = {
  /**
   * Through the gate where he stands: into the run that he has there, or (`anew`, or if he has none) into a new one, with
   * companions for whom he lacks, if he wants `helpers`. */
  enterDungeon: fromClient(60, 'enterDungeon', 'query', { dungeon: u8, anew: bool, helpers: bool }),
  /** Out of a dungeon, to its gate. */
  leaveDungeon: fromClient(61, 'leaveDungeon', 'query', {}),
  // Parties, the muster and the way back into a run: asked of the realm, which answers a little later (S2C party, muster, way, notice).
  /** Asks somebody by his name, wherever he is. */
  invite: fromClient(62, 'invite', 'query', { name: str(64) }),
  /** `from`: who invited (S2C invited). */
  answerInvitation: fromClient(63, 'answerInvitation', 'query', { from: character, accept: bool }),
  leaveParty: fromClient(64, 'leaveParty', 'query', {}),
  /** The leader puts a member out, or lets him lead. */
  kick: fromClient(65, 'kick', 'query', { member: character }),
  promote: fromClient(66, 'promote', 'query', { member: character }),
  /** To a raid, or back to a party of five. */
  convert: fromClient(67, 'convert', 'query', { raid: bool }),
  /** Bits of the roles he is ready to play (rules/roles.ts). */
  pickRoles: fromClient(68, 'pickRoles', 'query', { roles: u8 }),
  /** Waits for a company, with his whole party if he leads one; `fill`: index into FILLS (rules/muster.ts). */
  queue: fromClient(69, 'queue', 'query', { dungeon: u8, fill: u8 }),
  unqueue: fromClient(70, 'unqueue', 'query', {}),
  /** Answers the ready check. */
  ready: fromClient(71, 'ready', 'query', { accept: bool }),
  /** Back into the run that he has left. */
  rejoin: fromClient(72, 'rejoin', 'query', {}),
  /** The leader asks whether all are ready; each answers. */
  askReady: fromClient(73, 'askReady', 'query', {}),
  answerReady: fromClient(74, 'answerReady', 'query', { accept: bool }),
  /** The leader says whether rare finds are rolled for. */
  shareLoot: fromClient(75, 'shareLoot', 'query', { rolls: bool }),
  /** Puts a mark (1..8) over a body for his party, or takes it away (target 0). */
  mark: fromClient(76, 'mark', 'action', { mark: u8, target: u32 }),
  /** Points his party to a place; m. */
  point: fromClient(77, 'point', 'chat', { x: i16, z: i16 }),
  /** What he says to a roll: index into CHOICES (rules/rolls.ts). */
  roll: fromClient(78, 'roll', 'action', { roll: u16, choice: u8 }),
} as const;

export const COMPANY_S2C = {
  /** The run of a dungeon in which he is: how many of its bosses have fallen, and how long it lasts. */
  run: fromServer(52, 'run', { dungeon: u8, felled: u8, hands: u8, left_s: u16 }),
  party: fromServer(53, 'party', PARTY),
  mates: fromServer(54, 'mates', MATES),
  invited: fromServer(55, 'invited', INVITED),
  muster: fromServer(56, 'muster', MUSTER),
  way: fromServer(57, 'way', WAY),
  /** The leader's question whether all are ready: what each has said, READY_OPEN …; left_s 0: it is over. */
  readiness: fromServer(45, 'readiness', {
    by: str(64),
    left_s: u8,
    answers: list(struct({ character, answer: u8 }), 20),
  }),
  marks: fromServer(46, 'marks', MARKED),
  /** A member points at a place. */
  pointed: fromServer(47, 'pointed', { name: str(64), x: i16, z: i16 }),
  rollFor: fromServer(48, 'rollFor', ROLL),
  rolled: fromServer(49, 'rolled', ROLLED),
} as const;

export const MATE_GONE = 0;
export const MATE_HERE = 1;
/** His line has fallen; his body stands a minute. */
export const MATE_AWAY = 2;
/** Bits of `flags` of a mate. */
export const MATE_DEAD = 1;
export const MATE_FIGHTS = 2;

export const MUSTER_NONE = 0;
export const MUSTER_WAITS = 1;
export const MUSTER_ASKED = 2;

export const READY_OPEN = 0;
export const READY_YES = 1;
export const READY_NO = 2;
