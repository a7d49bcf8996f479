// Guilds: who belongs to one, by which rank, and what each may do. In: a guild and somebody's wish. Out: a reason, or OK. Pure; the panel greys
// its buttons out with the same checks that the guild decides with.
import { EMBLEMS, type Emblem } from '../content/emblems';
import { cleanChat } from './chatText';
import { checkName, cleanName, nameKey } from './names';
import { OK, REASONS, type Reason } from './reasons';

/** Ranks count from 0, the leader's; the last one is a newcomer's. */
export const RANKS = 5;
export const LEADER = 0;
export const NEWCOMER = RANKS - 1;
export const GUILD_MOST = 100;
export const GUILD_NAME_MOST = 24;
/** Who founds one is at least so far, and pays so much. */
export const FOUND_LEVEL = 5;
export const FOUND_COPPER = 2_000;
/** A name is kept for its founder for so long while his charter is on its way. */
export const RESERVED_MS = 120_000;
export const GUILD_INVITATION_MS = 120_000;
export const MOST_GUILD_INVITATIONS = 20;
export const TABS_MOST = 6;

/** Characters (code points). */
export const MOTD_MOST = 200;
export const NOTE_MOST = 60;
export const RANK_NAME_MOST = 20;

/** What a rank may do, as bits; numbers are stored: never move one. */
export const RIGHTS = {
  invite: 1,
  kick: 2,
  promote: 4,
  motd: 8,
  calendar: 16,
  officer: 32,
  deposit: 64,
  diplomacy: 128,
} as const;
export type Right = keyof typeof RIGHTS;
export const ALL_RIGHTS = Object.values(RIGHTS).reduce((all, bit) => all | bit, 0);

export interface Rank {
  /** '': it is called as every guild calls it, in each player's language. */
  readonly name: string;
  readonly rights: number;
  /** Copper that each of this rank may take out of the bank in a day. */
  readonly gold: number;
  /** Things that each of this rank may take out of each tab in a day. */
  readonly items: readonly number[];
}

export type { Emblem };
export const EMBLEM_SHAPES = EMBLEMS.length;
/** Colours of cloth (content/looks.ts CLOTH_COLORS), the first of them. */
export const EMBLEM_DYES = 12;

export interface GuildMember {
  /** Id of the character. */
  readonly character: string;
  readonly name: string;
  readonly level: number;
  readonly cls: number;
  readonly rank: number;
  readonly note: string;
  readonly joined_ms: number;
  /** When he was last heard of. */
  readonly seen_ms: number;
  /** What he had done in all when it was counted last, and how much of it was for this guild (guildlevel.ts). */
  readonly counted: number;
  readonly points: number;
  /** The number under which the registry knows that he is of this guild. */
  readonly claim: number;
}

/** What everybody may know of somebody's guild. */
export interface Badge {
  readonly id: string;
  readonly name: string;
  readonly emblem: Emblem;
  readonly level: number;
  /** His rank, and its rights. */
  readonly rank: number;
  readonly rights: number;
}

/** As much of a guild as the checks look at. */
export interface Shape {
  readonly ranks: readonly Pick<Rank, 'rights'>[];
  readonly members: readonly Pick<GuildMember, 'character' | 'rank'>[];
}

export const firstRanks = (): Rank[] => {
  const { deposit, invite, motd, calendar, officer, kick, promote } = RIGHTS;
  const officers = deposit | invite | calendar | officer | kick | promote | motd;
  const none = (most: number): number[] => new Array<number>(TABS_MOST).fill(most);
  return [
    { name: '', rights: ALL_RIGHTS, gold: 0, items: none(0) },
    { name: '', rights: officers, gold: 5_000, items: none(20) },
    { name: '', rights: deposit | invite | calendar, gold: 1_000, items: none(8) },
    { name: '', rights: deposit, gold: 0, items: none(2) },
    { name: '', rights: deposit, gold: 0, items: none(0) },
  ];
};

export const memberIn = <M extends { character: string }>(
  { members }: { members: readonly M[] },
  character: string,
): M | undefined => members.find(member => member.character === character);

/** The leader may everything, whatever his rank's bits say. */
export const hasRight = ({ ranks }: Pick<Shape, 'ranks'>, rank: number, right: Right): boolean =>
  rank === LEADER || ((ranks[rank]?.rights ?? 0) & RIGHTS[right]) !== 0;

// ---- founding ----

export const guildKey = nameKey;
export const cleanGuildName = cleanName;
export const checkGuildName = (name: string): Reason => checkName(name, GUILD_NAME_MOST);

export function checkEmblem({ shape, field, mark }: Emblem): Reason {
  const isOne = (number: number, of: number): boolean => Number.isInteger(number) && number >= 0 && number < of;
  const fits = isOne(shape, EMBLEM_SHAPES) && isOne(field, EMBLEM_DYES) && isOne(mark, EMBLEM_DYES) && field !== mark;
  return fits ? OK : REASONS.badEmblem;
}

export function checkFound(c: { level: number; gold: number }, isInGuild: boolean, name: string, emblem: Emblem): Reason {
  if (isInGuild) return REASONS.alreadyInGuild;
  if (c.level < FOUND_LEVEL) return REASONS.levelTooLow;
  if (c.gold < FOUND_COPPER) return REASONS.notEnoughGold;
  return checkGuildName(name) || checkEmblem(emblem);
}

// ---- coming and going ----

const checkIn = (guild: Shape, by: string): Reason => (memberIn(guild, by) ? OK : REASONS.notInGuild);

function checkRight(guild: Shape, by: string, right: Right): Reason {
  const own = memberIn(guild, by);
  if (!own) return REASONS.notInGuild;
  return hasRight(guild, own.rank, right) ? OK : REASONS.noRight;
}

export function checkGuildInvite(guild: Shape, by: string): Reason {
  const reason = checkRight(guild, by, 'invite');
  return reason || (guild.members.length >= GUILD_MOST ? REASONS.guildFull : OK);
}

/** A leader who is not alone hands over first. */
export function checkQuit(guild: Shape, by: string): Reason {
  const own = memberIn(guild, by);
  if (!own) return REASONS.notInGuild;
  return own.rank === LEADER ? REASONS.leaderStays : OK;
}

export function checkExpel(guild: Shape, by: string, whom: string): Reason {
  const reason = checkRight(guild, by, 'kick');
  return reason || checkBelow(guild, by, whom);
}

/** Nobody has a say over who stands as high as himself. */
function checkBelow(guild: Shape, by: string, whom: string): Reason {
  const [own, other] = [memberIn(guild, by), memberIn(guild, whom)];
  if (!own) return REASONS.notInGuild;
  if (!other || by === whom) return REASONS.noSuchPlayer;
  return other.rank > own.rank ? OK : REASONS.rankTooHigh;
}

/** Up or down, always below the own rank. */
export function checkRank(guild: Shape, by: string, whom: string, to: number): Reason {
  const reason = checkRight(guild, by, 'promote') || checkBelow(guild, by, whom);
  if (reason !== OK) return reason;
  if (!Number.isInteger(to) || to <= LEADER || to >= RANKS) return REASONS.badChoice;
  if (to <= (memberIn(guild, by)?.rank ?? RANKS)) return REASONS.rankTooHigh;
  return to === memberIn(guild, whom)?.rank ? REASONS.sameRank : OK;
}

function checkLeads(guild: Shape, by: string): Reason {
  const own = memberIn(guild, by);
  if (!own) return REASONS.notInGuild;
  return own.rank === LEADER ? OK : REASONS.noRight;
}

export function checkHandOver(guild: Shape, by: string, whom: string): Reason {
  return checkLeads(guild, by) || checkBelow(guild, by, whom);
}

/** `bankEmpty`: nothing lies in the bank, and nothing is on its way from it. */
export function checkDisband(guild: Shape, by: string, bankEmpty: boolean): Reason {
  return checkLeads(guild, by) || (bankEmpty ? OK : REASONS.guildBankNotEmpty);
}

// ---- words and ranks ----

/** In: what somebody typed. Out: one line that may be shown. */
export const cleanLine = (text: string): string => cleanChat(text);
const fits = (text: string, most: number): Reason => ([...text].length > most ? REASONS.textTooLong : OK);

export const checkMotd = (guild: Shape, by: string, text: string): Reason => checkRight(guild, by, 'motd') || fits(text, MOTD_MOST);

/** One's own note, or that of somebody below whom one may promote. */
export function checkNote(guild: Shape, by: string, whom: string, text: string): Reason {
  const reason = by === whom ? checkIn(guild, by) : checkRight(guild, by, 'promote') || checkBelow(guild, by, whom);
  return reason || fits(text, NOTE_MOST);
}

/** What a rank is called and may do: the leader's business, but for his own rank. */
export function checkRankEdit(guild: Shape, by: string, index: number, rank: Rank): Reason {
  const reason = checkLeads(guild, by);
  if (reason !== OK) return reason;
  if (!Number.isInteger(index) || index < LEADER || index >= RANKS) return REASONS.badChoice;
  if (rank.rights & ~ALL_RIGHTS || rank.items.length !== TABS_MOST) return REASONS.badChoice;
  return fits(rank.name, RANK_NAME_MOST);
}

export const checkGuildEmblem = (guild: Shape, by: string, emblem: Emblem): Reason => checkLeads(guild, by) || checkEmblem(emblem);

/** Talking to all of the guild, or among officers only. */
export function checkTalk(guild: Shape, by: string, isOfficers: boolean): Reason {
  return isOfficers ? checkRight(guild, by, 'officer') : checkIn(guild, by);
}

/** Whether that member hears what officers say. */
export const hearsOfficers = (guild: Shape, { rank }: Pick<GuildMember, 'rank'>): boolean => hasRight(guild, rank, 'officer');

/** Speaking for the guild with other guilds. */
export const checkDiplomacy = (guild: Shape, by: string): Reason => checkRight(guild, by, 'diplomacy');

// ---- what follows ----

/** Who leads when the leader is no more: the highest, and of those whoever has been in it longest. Undefined: there is nobody else. */
export const heirOf = (members: readonly GuildMember[], leader: string): GuildMember | undefined =>
  members
    .filter(({ character }) => character !== leader)
    .toSorted((a, b) => a.rank - b.rank || a.joined_ms - b.joined_ms || a.claim - b.claim)[0];

/** The leader and who leads from now on change places; the old leader stands next to him. */
export const afterHandOver = (members: readonly GuildMember[], from: string, to: string): GuildMember[] =>
  members.map(member => {
    if (member.character === to) return { ...member, rank: LEADER };
    return member.character === from ? { ...member, rank: LEADER + 1 } : member;
  });
