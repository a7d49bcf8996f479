// Cheats of those who play by the protocol: everything that a changed client could say. In: a cast in the world. Out: trials, each of which looks
// at what the cheats and their victims hold, before and after.
import type { Bot } from '../harness/bot';
import type { Cast } from './cast';
import { fightCheats } from './cheatfight';
import { goodsCheats } from './cheatgoods';
import { moveCheats } from './cheatmove';
import { talkCheats } from './cheattalk';
import { sleep, ticks, until } from './pace';
import type { State } from './state';
import type { Trial } from './trial';

export interface Table {
  base: string;
  cast: Cast;
  /** A cheat, and whose belongings it is after; `goods`: who runs about finds places, so only what he has counts. */
  cheat(name: string, whose: readonly Bot[], attempt: () => Promise<void>, what?: 'all' | 'goods'): Trial;
  /** Of one who is not in the world yet. */
  record(bot: Bot): string;
}

export async function cheats(base: string, cast: Cast, state: State): Promise<Trial[]> {
  await cast.enter('trader', 'thief', 'dead', 'client', 'far', 'runner', 'wall', 'hunter');
  const table: Table = {
    base,
    cast,
    record: ({ character }) => JSON.stringify(state.query(`SELECT * FROM items WHERE character_id = '${character}' ORDER BY id`)),
    cheat: (name, whose, attempt, what = 'all') => ({
      name: `cheat: ${name}`,
      attempt,
      state: async () => {
        // What was written in the turn of an answer is there with it; what is still on its way is waited for.
        await Promise.all(whose.map(bot => bot.link.facts.state === 'open' && ticks(bot, 1)));
        const ids = whose.map(bot => bot.character);
        return what === 'goods' ? state.goods(...ids) : state.held(...ids);
      },
    }),
  };
  return [...fightCheats(table), ...moveCheats(table), ...goodsCheats(table), ...talkCheats(table)];
}

/** Who is told nothing by then will be told nothing. */
const ANSWER_MS = 15_000;
/** Slower than a flood. */
const PACE_MS = 140;

/** What the region answers to a command. */
export async function ask<K extends Parameters<Bot['session']['command']>[0]>(
  bot: Bot,
  name: K,
  body: Parameters<Bot['session']['command']>[1],
): Promise<number> {
  await sleep(PACE_MS);
  const late = sleep(ANSWER_MS).then(() => {
    throw new Error(`${name} was not answered`);
  });
  return Promise.race([bot.session.command(name, body as never), late]);
}

/** Throws unless the region refuses, for one of these reasons if some are named. */
export async function no<K extends Parameters<Bot['session']['command']>[0]>(
  bot: Bot,
  name: K,
  body: object,
  ...reasons: number[]
): Promise<void> {
  const reason = await ask(bot, name, body as never);
  if (!reason) throw new Error(`${name} ${JSON.stringify(body)} was done`);
  if (reasons.length && !reasons.includes(reason)) throw new Error(`${name} was refused for ${reason}, not ${reasons}`);
}

/** Why the region refuses something that is no command. */
export async function complaint(bot: Bot, say: () => void): Promise<number> {
  let reason = 0;
  bot.session.on('notice', ({ notice, value }) => {
    if (notice === 1) reason ||= value;
  });
  say();
  await until(() => reason > 0, 'the region complained');
  return reason;
}

/** Why the last of these abilities, all used in one breath, was not started. Those before it must be. */
export async function refusalOf(bot: Bot, ...uses: readonly (readonly [ability: number, target: number])[]): Promise<number> {
  const reasons = new Map<number, number>();
  bot.session.on('refused', told => void reasons.set(told.number, told.reason));
  const numbers = uses.map(([ability, target]) => bot.session.use(ability, target));
  const last = numbers.pop()!;
  await until(() => reasons.has(last), `ability ${uses.at(-1)![0]} was refused`);
  for (const number of numbers) if (reasons.has(number)) throw new Error(`the honest use was refused for ${reasons.get(number)}`);
  return reasons.get(last)!;
}
