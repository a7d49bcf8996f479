// Why a player may not: one closed list for panels, server and wire. Numbers below 32 are the core's own refusals (assembly/layout.ts).
import * as L from '../../../assembly/layout';

export const OK = L.OK;
export const REASONS = {
  noSuchAbility: L.NO_SUCH_ABILITY,
  notKnown: L.NOT_KNOWN,
  noTarget: L.NO_TARGET,
  badTarget: L.BAD_TARGET,
  outOfRange: L.OUT_OF_RANGE,
  noLineOfSight: L.NO_LINE_OF_SIGHT,
  onCooldown: L.ON_COOLDOWN,
  notEnoughPower: L.NOT_ENOUGH_POWER,
  wrongArms: L.WRONG_ARMS,
  isDead: L.IS_DEAD,
  isStunned: L.IS_STUNNED,
  isBusy: L.IS_BUSY,
  targetDead: L.TARGET_DEAD,
  isMoving: L.IS_MOVING,
  notFacing: L.NOT_FACING,
  isSwimming: L.IS_SWIMMING,
  noRoom: L.NO_ROOM,
  isSilenced: L.IS_SILENCED,
  isAfraid: L.IS_AFRAID,
  interrupted: L.INTERRUPTED,
  tooFar: 32,
  bagFull: 33,
  noSuchItem: 34,
  wrongSlot: 35,
  levelTooLow: 36,
  notEnoughGold: 37,
  notForSale: 38,
  cannotSell: 39,
  nothingThere: 40,
  questNotOffered: 41,
  questNotReady: 42,
  questKnown: 43,
  tooManyQuests: 44,
  badChoice: 45,
  badQuantity: 46,
  notDead: 47,
  inCombat: L.IN_COMBAT,
  tooFast: 49,
  noSuchPlayer: 50,
  emptyText: 51,
  textTooLong: 52,
  someoneFaster: 53, // another took it in the same moment
  nodeSpent: 54,
  alreadyDone: 55, // this command was applied before
  questItem: 56,
  noSuchQuest: 57,
  notUsable: 58,
  muted: 59,
  badName: 60,
  nameTaken: 61,
  notNow: 62,
  skillTooLow: 90,
  unknownRecipe: 91,
  noStation: 92, // none within reach
  missingThings: 93,
  workStopped: 94, // he moved, fought or stopped before it was done
  noHide: 95, // not a beast, or skinned already
  comesToNothing: 96, // nothing is made of that
  recipeKnown: 97,
  notTaught: 98,
  noSuchClass: 63,
  sameClass: 64, // he is of that class already
  noClass: 65, // he has not chosen one yet
  noSuchTalent: 66, // nobody's, or not of his class
  talentKnown: 67,
  noTalents: 68, // there is nothing to forget
  nothingToSay: 80,
  alreadyChosen: 81,
  escortBusy: 82, // he is under way already
  notYourErrand: 83, // no quest asks it of you
  standBegun: 84,
  tooMuchGoingOn: 85, // so many beasts have come already
  wrongClass: 86,
  wrongCovenant: 87,
  doneToday: 88,
  notTheTime: 89, // the world does not stand so
  noSuchDungeon: 110,
  dungeonsFull: 111, // all its instances are taken
  notInDungeon: 112,
  dungeonSilent: 113, // the realm or the instance does not answer
  alreadyInParty: 120, // the one who is asked, or who wants in
  partyFull: 121,
  notLeader: 122,
  notInParty: 123,
  noInvitation: 124, // there is none any more
  inviteSelf: 125,
  alreadyInvited: 126, // by the same one, and has not answered
  tooManyInvitations: 127,
  declinedLately: 128,
  partyTooLarge: 129, // for a party that is no raid, or for a dungeon
  alreadyQueued: 130,
  notQueued: 131,
  rolesUnfit: 132, // no company can be made of what they picked
  memberGone: 133, // one of the party is not in the world
  noReadyCheck: 134,
  noWayBack: 135, // no run of his goes on, or he is in it
  realmSilent: 136, // the realm does not answer, or does not know him yet
  purseFull: 156,
  alreadyTrading: 157, // one of the two
  notTrading: 158, // he has no trade window, or nobody has asked him
  tradeChanged: 159, // what he saw lies there no more
  theyCannotCarry: 160,
  tooManyThings: 161, // in one offer or letter
  notInTown: 162,
  noSuchLetter: 163,
  postSilent: 164, // the mailbox or the market does not answer
  mailSelf: 165,
  notPaid: 166, // cash on delivery
  nothingEnclosed: 167, // in a letter that is to be paid for
  badPrice: 168,
  notTraded: 169, // not on the market
  noSuchOrder: 170,
  tooManyOrders: 171,
  wornDown: 172, // only whole things are traded
  letterKept: 173, // something is still in it
  mailboxFull: 174,
  repeatedText: 140, // the same words a moment ago
  badLink: 141, // it points to nothing, or there are too many
  notInRaid: 142,
  noSuchRoom: 143, // or he is not in it
  badRoomName: 144,
  tooManyRooms: 145,
  bannedFromRoom: 146,
  notRoomOwner: 147,
  roomFull: 148,
  tooManyListed: 149, // friends, or people who are ignored
  alreadyListed: 150,
  listSelf: 151,
  boxFull: 152, // too many whispers wait for him already
  lineUnknown: 153, // nobody remembers that it was said
  tooManyReports: 154,
  noAddresses: 248, // an account that is new names no place on the web
  talkSilent: 155, // Talk does not answer
  noBanker: 70,
  bankFull: 71,
  bound: 72,
  noSmith: 73,
  notWorn: 74, // nothing is worn down
  notInBag: 75,
  underRoof: L.UNDER_ROOF,
  noStable: 101, // that villager teaches no such steed
  steedKnown: 102,
  noSteed: 103, // he has no such steed
  titleNotEarned: 104,
  notInGuild: 186,
  alreadyInGuild: 187, // the one who is asked, or who wants in, or founds
  guildNameTaken: 188,
  noRight: 189, // his rank may not
  guildFull: 190,
  leaderStays: 191, // he hands over first, or disbands
  noSuchGuild: 192,
  badEmblem: 193,
  guildBankNotEmpty: 194,
  rankTooHigh: 195, // the other one stands as high as he, or higher
  sameRank: 196,
  tooManyEvents: 197,
  noSuchEvent: 198,
  tabClosed: 199, // the guild has not so many tabs yet
  dailyLimit: 200,
  tabFull: 201,
  guildSilent: 202, // the guild does not answer
  alreadyAllied: 203,
  notAllied: 204,
  allianceFull: 205,
  noProposal: 206,
  alreadyProposed: 207,
  leavingAlready: 208,
  noBannerHere: 209, // people arrive here
  noDuelHere: 221, // in dungeons and arenas
  duelling: 222, // not while he fights a duel
  otherDuels: 223,
  otherFights: 224,
  duelWhileOpen: 225, // one of them may be attacked by others
  alreadyChallenged: 226,
  noChallenge: 227, // there is none any more
  notInDuel: 228,
  notInArena: 229,
  notFromHere: 230, // one enlists in the world, not in a dungeon or an arena
  alreadyEnlisted: 231,
  notEnlisted: 232,
  arenasFull: 233,
  arenaSilent: 234, // the boards or the arena do not answer
  noReleaseHere: 235, // who has fallen in an arena waits for its end
  trading: 236, // not while he looks into a trade window
  otherTrades: 237,
  rankTooLow: 241,
  outranked: 242, // by whom it would be done to
  notYourself: 243,
  needsReason: 244, // in words, for the record
  badSpan: 245,
  notInWorld: 246,
  noWayThere: 247, // into or out of a dungeon, or off the map
} as const;
export type ReasonKey = keyof typeof REASONS;
export type Reason = (typeof REASONS)[ReasonKey] | typeof OK;

const keys = new Map<number, ReasonKey>(Object.entries(REASONS).map(([key, number]) => [number, key as ReasonKey]));
/** The key of a reason number, for texts and counters; undefined for OK and unknown numbers. */
export function reasonKey(reason: number): ReasonKey | undefined {
  return keys.get(reason);
}
