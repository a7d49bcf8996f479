// What a screen is told of its player's party, of his waiting for a company, and of the way back into a run. Bodies of messages (messages.ts).
import { bool, i16, list, str, struct, u8, u16, u32 } from './codec';

const character = str(26);

/**
 * His party, whole, on every change; no members: he is in none. `leader`: index of it; `place`: number of the place in which he is; `state`:
 * MATE_GONE …; `roles`: bits (rules/roles.ts). */
export const PARTY = {
  leader: u8,
  raid: bool,
  members: list(struct({ character, name: str(64), level: u8, covenant: u8, cls: u8, roles: u8, place: u8, state: u8 }), 20),
};

/** Members in the same region, on change: index in the party, health in percent, bits MATE_DEAD …; x, z in m. */
export const MATES = { mates: list(struct({ member: u8, entity: u32, hp: u8, flags: u8, x: i16, z: i16 }), 20) };

/** Somebody asks him into his party of `count`. */
export const INVITED = { from: character, name: str(64), count: u8, left_s: u8 };

/**
 * How it stands with his waiting: `state` MUSTER_NONE …; `fill`: index into FILLS (rules/muster.ts). Of a ready check: everybody's place, by
 * its role's index in ROLES, and whether he has agreed; `own`: index of his own. */
export const MUSTER = {
  state: u8,
  dungeon: u8,
  fill: u8,
  waited_s: u16,
  left_s: u8,
  own: u8,
  seats: list(struct({ role: u8, agreed: bool }), 20),
};

/** A run of that dungeon goes on to which he may go back from anywhere; dungeon 0: none. */
export const WAY = { dungeon: u8, left_s: u16 };

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
