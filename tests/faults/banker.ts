// Hands at a guild's bank: one founds the guild, asks the others in and makes them officers; all put copper and goods in and take them out, at random
// and all at once, as far as their ranks go. In: which of them, chance, the others. Out: commands; and for each bot what was answered (Dealings).
import { items } from '../../src/shared/content';
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import { CAUSE_GUILD, VIEW_BANK } from '../../src/shared/protocol/messages';
import { dayOf } from '../../src/shared/rules/days';
import { LEADER, NEWCOMER } from '../../src/shared/rules/guild';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import type { Bot, Mind } from '../harness/bot';
import { below, pick } from '../harness/seeded';

const PAUSE_MS = 220;
/** Whoever was not answered asks again. */
const AGAIN_MS = 2_500;
const NAME = 'The Sunken Cost';
const EMBLEM = { shape: 3, field: 1, mark: 7 };
export const OFFICER = LEADER + 1;
const WARES = ['bread', 'healing-draught'].map(key => items.key(key).id);

/** So much of one thing; kind 0: copper. */
export interface Worth {
  readonly kind: number;
  readonly quantity: number;
}

/** What a bot was told of its dealings with the bank, from the first one on. */
export class Dealings {
  /** Put in, and answered as done. */
  readonly given: Worth[] = [];
  /** Put in, and not answered yet. */
  readonly open = new Set<Worth>();
  /** Answered after the line fell: looked at, and either done or refused. The books say which. */
  readonly unclear = new Set<Worth>();
  /** Taken out, and shown as his. */
  readonly got: Worth[] = [];
  /** How often something came of a wish. */
  taken = 0;
  /** The day on which he began. */
  readonly day = dayOf(Date.now());
  /** When he asked for something that has not come; 0: he waits for nothing. */
  asked_ms = 0;

  /** From now on, what that bot is told. */
  hear(bot: Bot): this {
    bot.session.on('gained', ({ cause, gold, items: things }) => {
      if (cause !== CAUSE_GUILD) return;
      this.taken++;
      this.asked_ms = 0;
      if (gold) this.got.push({ kind: 0, quantity: gold });
      this.got.push(...things);
    });
    return this;
  }

  async give(bot: Bot, worth: Worth, item: string): Promise<void> {
    const { kind, quantity } = worth;
    this.open.add(worth);
    const what = kind ? { item, quantity, gold: 0 } : { item: '', quantity: 0, gold: quantity };
    const reason = await bot.session.command('guildDeposit', { tab: 0, ...what });
    this.open.delete(worth);
    if (reason === OK) this.given.push(worth);
    else if (reason === REASONS.alreadyDone) this.unclear.add(worth);
  }

  /** Of those without a clear answer the books have these. What is on its way is answered yet. */
  settle(applied: readonly Worth[]): void {
    this.given.push(...applied.filter(worth => this.unclear.has(worth)));
    this.unclear.clear();
  }

  ask(bot: Bot, item: string, quantity: number, gold: number): void {
    this.asked_ms = performance.now();
    bot.session.send('guildTake', { item, quantity, gold });
  }
}

const all = new WeakMap<Bot, Dealings>();
/** Undefined: he has nothing to do with banks. */
export const dealingsOf = (bot: Bot): Dealings | undefined => all.get(bot);

/** `n`: the first leads. `others`: everybody who plays this way, himself too. */
export function banker(n: number, others: () => readonly Bot[]): Mind {
  let next_ms = 0;
  let again_ms = 0;
  return (bot, now_ms) => {
    const dealings = all.get(bot) ?? new Dealings().hear(bot);
    all.set(bot, dealings);
    if (now_ms < next_ms || bot.dead || bot.session.commands.pending > 2) return;
    next_ms = now_ms + PAUSE_MS * (0.5 + bot.chance());
    if (now_ms >= again_ms && gather(bot, n === 0, others())) {
      again_ms = now_ms + AGAIN_MS;
      return;
    }
    if (!bot.session.known.guild?.id) return;
    pick(bot.chance, [giveGold, giveThing, take, take, look])(bot, dealings);
  };
}

/** True: something was done for the guild to come together. */
function gather(bot: Bot, leads: boolean, others: readonly Bot[]): boolean {
  const { session } = bot;
  const { guild, guildInvited } = session.known;
  if (!guild?.id) {
    if (leads) session.send('foundGuild', { name: NAME, ...EMBLEM });
    else if (guildInvited) session.send('guildAnswer', { guild: guildInvited.guild, accept: true });
    return leads || guildInvited !== undefined;
  }
  if (!leads) return false;
  const stranger = others.find(other => other.session.known.guild?.id !== guild.id);
  if (stranger) session.send('guildInvite', { name: stranger.session.known.welcome?.name ?? '' });
  const newcomer = others.find(other => other.session.known.guild?.rank === NEWCOMER);
  if (newcomer) session.send('guildRank', { member: newcomer.character, rank: OFFICER });
  return stranger !== undefined || newcomer !== undefined;
}

function giveGold(bot: Bot, dealings: Dealings): void {
  const most = Math.min(40, bot.session.known.sheet?.gold ?? 0);
  if (most) void dealings.give(bot, { kind: 0, quantity: 1 + below(bot.chance, most) }, '');
}

function giveThing(bot: Bot, dealings: Dealings): void {
  const wares = bot.session.known.bag?.items.filter(({ kind, slot }) => slot < BAG_SLOTS && WARES.includes(kind)) ?? [];
  if (!wares.length) return;
  const { id, kind, quantity } = pick(bot.chance, wares);
  void dealings.give(bot, { kind, quantity: 1 + below(bot.chance, Math.min(4, quantity)) }, id);
}

/** One wish at a time: whatever comes is what he asked for. */
function take(bot: Bot, dealings: Dealings): void {
  if (dealings.asked_ms && performance.now() - dealings.asked_ms < AGAIN_MS) return;
  const { gold = 0, things = [] } = bot.session.known.guildBank ?? {};
  if (bot.chance() < 0.5 && things.length) {
    const { id, quantity } = pick(bot.chance, things).thing;
    dealings.ask(bot, id, 1 + below(bot.chance, Math.min(4, quantity)), 0);
  } else if (gold) dealings.ask(bot, '', 0, 1 + below(bot.chance, Math.min(60, gold)));
}

function look({ session }: Bot): void {
  session.send('guildView', { what: VIEW_BANK });
}
