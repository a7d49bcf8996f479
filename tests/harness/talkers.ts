// Talkers as stories make them. In: guests. Out: what their screens would show of the world's rooms, and what is told of what they have read.
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { CHANNEL_COVENANT, CHANNEL_CUSTOM, CHANNEL_TRADE, CHANNEL_WORLD } from '../../src/shared/protocol/messages';
import type { Talk } from '../../src/talk/talk';
import { known } from './party';
import { type Bot, type Guest, type Stage, settle } from './world';

/** What came of a room, each line as often as it came. */
export const numbersOf = (bot: Bot, channel: number, room = ''): number[] =>
  bot
    .all('lines')
    .filter(lines => lines.channel === channel && lines.room === room)
    .flatMap(({ lines }) => lines.map(({ number }) => number));

export const textsOf = (bot: Bot, channel: number, room = ''): string[] =>
  bot
    .all('lines')
    .filter(lines => lines.channel === channel && lines.room === room)
    .flatMap(({ lines }) => lines.map(({ text }) => text));

/** Tells the region what its screen has read, as every screen does with each welcome. */
export function tellHeard(bot: Bot): void {
  const rooms = [CHANNEL_WORLD, CHANNEL_TRADE, CHANNEL_COVENANT].map(channel => ({
    channel,
    room: '',
    number: numbersOf(bot, channel).at(-1) ?? 0,
  }));
  const opened = bot.all('rooms').at(-1)?.rooms ?? [];
  const own = opened.map(({ name }) => ({
    channel: CHANNEL_CUSTOM,
    room: name,
    number: numbersOf(bot, CHANNEL_CUSTOM, name).at(-1) ?? 0,
  }));
  bot.send('heard', { rooms: [...rooms, ...own] });
}

/** A guest in the world, known to realm and Talk, who reads. */
export async function talker(stage: Stage): Promise<Bot> {
  const bot = await stage.join();
  await listening(stage, bot);
  return bot;
}

export async function listening(stage: Stage, ...bots: Bot[]): Promise<void> {
  for (const bot of bots) tellHeard(bot);
  await known(stage, ...bots);
  await stage.until(() => bots.every(bot => bot.all('friends').length > 0), 200, 'Talk to know them');
}

/** Somebody whom Talk knows already enters again. */
export async function comeBack(stage: Stage, guest: Guest): Promise<Bot> {
  const back = await stage.enter(guest);
  await stage.until(() => back.all('friends').length > 0, 300, 'Talk to know him');
  return back;
}

/** Waits a moment longer than anything is held back on its way through Talk. */
export async function pause(stage: Stage): Promise<void> {
  for (let i = 0; i < 4; i++) {
    await new Promise(resolve => setTimeout(resolve, 40));
    await stage.turns(3);
  }
}

export const insideTalk = <T>(look: (talk: Talk, state: DurableObjectState) => T | Promise<T>): Promise<T> =>
  runInDurableObject(env.TALK.get(env.TALK.idFromName('world')) as never, look as never);

/** A guest's voice, with its own words: the same words again are refused. */
export async function says(stage: Stage, bot: Bot, channel: number, text: string, to = ''): Promise<void> {
  bot.send('chat', { channel, to, text });
  await stage.turns(2);
  await settle();
}
