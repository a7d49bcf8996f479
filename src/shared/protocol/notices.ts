// Plain words for the player, by number: the region sends the number (S2C.notice), the screen has the words. Never reuse a number.

export const NOTICES = {
  /** Something said or asked for was refused; `value` is a reason of rules/reasons.ts. */
  refused: 1,
  /** D1 does not answer: a newcomer waits at the door. `value`: seconds until the next try. */
  waiting: 2,
  /** The region lost its thread and began anew from what is written down. */
  rebuilt: 3,
  /** What became of a party; `text`: whose name it is about. */
  partyJoined: 4,
  partyLeft: 5,
  partyLeads: 6,
  partyDeclined: 7,
  /** He was put out of it, or it is no more. */
  partyOut: 8,
  partyEnded: 9,
  /** An invitation to `text` is on its way. */
  partyInvited: 10,
  /** The ready check came to nothing; `text`: who declined or did not answer. His own place is kept (`value` 1) or lost (0). */
  musterFailed: 11,
  /** He waits no more, because his party has changed. */
  musterEnded: 12,
  /** A letter from `text` ('': from the market) has come; `value`: so many are unread. */
  mail: 30,
  /** What he took out of a letter did not reach him: it lies there again. */
  mailKept: 31,
  /** What became of a guild; `text`: whose name it is about. */
  guildFounded: 40,
  guildJoined: 41,
  guildLeft: 42,
  /** He was put out of it. */
  guildOut: 43,
  /** `value`: his rank now. */
  guildRank: 44,
  guildInvited: 45,
  guildDeclined: 46,
  guildEnded: 47,
  /** `value`: the guild's level now. */
  guildLevel: 48,
  guildLeads: 49,
  /** Treaties; `text`: the other guild. */
  pactProposed: 50,
  pactJoined: 51,
  /** It breaks with the others; `value`: hours until then. */
  pactBetrayed: 52,
  pactLeft: 53,
  guildEvent: 54,
  /** His challenge of `text` is on its way; `text` declined it; it has lapsed. */
  duelChallenged: 55,
  duelDeclined: 56,
  duelLapsed: 57,
  /** He has slain a player, or was slain by one; `text`: whom, by whom. */
  slew: 58,
  slain: 59,
  /** His rating is `value` now, by `text` ("+16"). */
  arenaRated: 60,
  /** He waits for no match any more, because his party has changed. */
  arenaWithdrawn: 61,
  /** A match came to nothing: a side did not come. */
  arenaVoid: 62,
  /** His deed counts `value` for his covenant in the fight for this place. */
  strove: 63,
  /** `text` is not in the world: the whisper waits for him. */
  whisperHeld: 20,
  friendAdded: 21,
  friendCame: 22,
  friendLeft: 23,
  ignored: 24,
  roomJoined: 25,
  roomLeft: 26,
  /** He was put out of the room `text`. */
  roomOut: 27,
  reportTaken: 28,
  /** He may not talk for `value` minutes. */
  muted: 29,
} as const;
