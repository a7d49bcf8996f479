// The bank of a guild: tabs of places, gold, and what each rank may take out of them in a day. In: a guild, what lies in its bank, somebody's wish.
// Out: a reason, or where things go. Pure; whatever comes in or goes out does so as goods (goods.ts), in one transaction with these checks.
import { dayOf } from './days';
import { type Badge, hasRight, LEADER, memberIn, type Rank, RIGHTS, type Shape, TABS_MOST } from './guild';
import { perksOf } from './guildlevel';
import type { Thing } from './inventory';
import { OK, REASONS, type Reason } from './reasons';
import { MAX_GOLD } from './vendor';
import { kindOf } from './worn';

export const TAB_SLOTS = 48;

/** A thing in the bank: `slot` from TAB_SLOTS on is a place too many, for what came back into a full tab. */
export interface Stored extends Thing {
  readonly tab: number;
  readonly slot: number;
}

/** What somebody has taken out on a day (days.ts). */
export interface Used {
  readonly day: number;
  readonly gold: number;
  /** How often, by tab: a pile or a part of it counts once. */
  readonly items: readonly number[];
}

/** As much of a guild as its bank looks at. */
export interface Bankers extends Shape {
  readonly ranks: readonly Rank[];
  readonly level: number;
}

export const unused = (now_ms: number): Used => ({ day: dayOf(now_ms), gold: 0, items: new Array<number>(TABS_MOST).fill(0) });
/** What counts today: yesterday's is forgotten. */
export const usedToday = (used: Used | undefined, now_ms: number): Used => (used?.day === dayOf(now_ms) ? used : unused(now_ms));

/** May he put something into that tab? Whether there is room is another question. */
export function checkStore(guild: Bankers, by: string, tab: number): Reason {
  const own = memberIn(guild, by);
  if (!own) return REASONS.notInGuild;
  if (!hasRight(guild, own.rank, 'deposit')) return REASONS.noRight;
  return checkTab(guild, tab);
}

/** The same as far as he himself knows his guild. */
export function checkDeposit(badge: Pick<Badge, 'rank' | 'rights' | 'level'> | null, tab: number): Reason {
  if (!badge) return REASONS.notInGuild;
  if (badge.rank !== LEADER && !(badge.rights & RIGHTS.deposit)) return REASONS.noRight;
  return checkTab(badge, tab);
}

const checkTab = ({ level }: Pick<Bankers, 'level'>, tab: number): Reason =>
  Number.isInteger(tab) && tab >= 0 && tab < perksOf(level).tabs ? OK : REASONS.tabClosed;

/** Is there room for all of it together? `there`: what lies in the bank. */
export function checkBankRoom(there: readonly Stored[], gold: number, tab: number, things: readonly Thing[], more: number): Reason {
  if (gold + more > MAX_GOLD) return REASONS.purseFull;
  const after = things.reduce<readonly Stored[]>((held, thing) => withThing(held, thing, tab), there);
  return after.some(each => each.tab === tab && each.slot >= TAB_SLOTS) && things.length ? REASONS.tabFull : OK;
}

/** The bank with that thing too: onto piles of its kind first, then in the first free place. Without limit: look at `checkBankRoom` before. */
export function withThing(there: readonly Stored[], thing: Thing, tab: number): Stored[] {
  const { stack } = kindOf(thing);
  let left = thing.quantity;
  const held = there.map(each => {
    const isPile = each.tab === tab && each.kind === thing.kind && !each.marks && !thing.marks;
    const more = isPile ? Math.min(left, Math.max(0, stack - each.quantity)) : 0;
    left -= more;
    return more ? { ...each, quantity: each.quantity + more } : each;
  });
  if (left) held.push({ ...thing, quantity: left, tab, slot: freeSlotOf(held, tab) });
  return held;
}

function freeSlotOf(there: readonly Stored[], tab: number): number {
  const taken = new Set(there.filter(each => each.tab === tab).map(({ slot }) => slot));
  let slot = 0;
  while (taken.has(slot)) slot++;
  return slot;
}

/** How often he may take something out of that tab today, and how much gold; Infinity for the leader. */
export function leftToday(guild: Bankers, by: string, used: Used): { items: number[]; gold: number } {
  const own = memberIn(guild, by);
  const rank = own && guild.ranks[own.rank];
  if (own?.rank === LEADER) return { items: new Array<number>(TABS_MOST).fill(Infinity), gold: Infinity };
  return {
    items: used.items.map((taken, tab) => Math.max(0, (rank?.items[tab] ?? 0) - taken)),
    gold: Math.max(0, (rank?.gold ?? 0) - used.gold),
  };
}

export function checkTake(guild: Bankers, by: string, used: Used, thing: Stored | undefined, quantity: number): Reason {
  if (!memberIn(guild, by)) return REASONS.notInGuild;
  if (!thing) return REASONS.noSuchItem;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > thing.quantity) return REASONS.badQuantity;
  return leftToday(guild, by, used).items[thing.tab] >= 1 ? OK : REASONS.dailyLimit;
}

export function checkTakeGold(guild: Bankers, by: string, used: Used, there: number, gold: number): Reason {
  if (!memberIn(guild, by)) return REASONS.notInGuild;
  if (!Number.isInteger(gold) || gold < 1) return REASONS.badQuantity;
  if (gold > leftToday(guild, by, used).gold) return REASONS.dailyLimit;
  return gold <= there ? OK : REASONS.notEnoughGold;
}

/** What he has used up after that; less, where something came back. */
export const withUse = (used: Used, tab: number, times: number, gold: number): Used => ({
  ...used,
  gold: Math.max(0, used.gold + gold),
  items: used.items.map((taken, each) => (each === tab ? Math.max(0, taken + times) : taken)),
});
