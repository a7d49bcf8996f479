// Hands that never rest: they wear, split, drop and lift at random, wherever the feet are, and every command is noted that has no answer
// yet. In: chance. Out: commands, and which of them were on their way when the line fell.
import { items } from '../../src/shared/content';
import { EQUIP_SLOTS } from '../../src/shared/content/kinds';
import { BAG_SLOTS, LOOT_RANGE_M, WORN_BASE } from '../../src/shared/protocol/limits';
import type { CommandName } from '../../web/net/session';
import type { Bot, Mind } from '../harness/bot';
import { below, pick } from '../harness/seeded';

export interface OnItsWay {
  name: CommandName;
  body: object;
}

/** Every command of a bot, from giving it until its answer. */
export class Commands {
  readonly open = new Set<OnItsWay>();
  /** How many were answered as done, by name. */
  readonly acked = new Map<string, number>();

  constructor(bot: Bot) {
    const { session } = bot;
    const give = session.command.bind(session);
    session.command = async (name, body) => {
      const entry = { name, body };
      this.open.add(entry);
      const reason = await give(name, body);
      this.open.delete(entry);
      if (reason === 0) this.acked.set(name, (this.acked.get(name) ?? 0) + 1);
      return reason;
    };
  }
}

const PAUSE_MS = 160;

/** Juggles with everything it has. */
export function juggle(): Mind {
  let next_ms = 0;
  return (bot, now_ms) => {
    if (now_ms < next_ms || bot.dead || bot.session.commands.pending > 4) return;
    next_ms = now_ms + PAUSE_MS * (0.5 + bot.chance());
    pick(bot.chance, [wear, takeOff, shift, split, drop, drop, lift, lift, lift])(bot);
  };
}

type Row = NonNullable<Bot['session']['known']['bag']>['items'][number];
const rows = (bot: Bot): Row[] => bot.session.known.bag?.items ?? [];
const carried = (bot: Bot) => rows(bot).filter(row => row.slot < BAG_SLOTS);
const worn = (bot: Bot) => rows(bot).filter(row => row.slot >= WORN_BASE);
const freeSlot = (bot: Bot) => {
  const taken = new Set(carried(bot).map(row => row.slot));
  return Array.from({ length: BAG_SLOTS }, (_, slot) => slot).find(slot => !taken.has(slot));
};

function move(bot: Bot, row: Row | undefined, slot: number | undefined, quantity = row?.quantity ?? 0): void {
  if (row && slot !== undefined) void bot.session.command('move', { item: row.id, slot, quantity });
}

function wear(bot: Bot): void {
  const row = carried(bot).find(item => items.get(item.kind)?.slot);
  const slot = row && items.get(row.kind)?.slot;
  if (slot) move(bot, row, WORN_BASE + EQUIP_SLOTS.indexOf(slot));
}

function takeOff(bot: Bot): void {
  const choices = worn(bot);
  if (choices.length) move(bot, pick(bot.chance, choices), freeSlot(bot));
}

function shift(bot: Bot): void {
  const choices = carried(bot);
  if (choices.length) move(bot, pick(bot.chance, choices), below(bot.chance, BAG_SLOTS));
}

function split(bot: Bot): void {
  const row = carried(bot).find(item => item.quantity > 1);
  move(bot, row, freeSlot(bot), 1);
}

function drop(bot: Bot): void {
  const choices = carried(bot);
  if (choices.length < 3) return;
  const row = pick(bot.chance, choices);
  void bot.session.command('drop', { item: row.id, quantity: 1 + below(bot.chance, row.quantity) });
}

function lift(bot: Bot): void {
  const { x, z } = bot.session.predictor.drawn;
  const near = (bot.session.known.ground?.items ?? []).filter(
    thing => Math.hypot(thing.x / 100 - x, thing.z / 100 - z) < LOOT_RANGE_M - 1,
  );
  if (near.length) void bot.session.command('pickUp', { ground: pick(bot.chance, near).id });
}
