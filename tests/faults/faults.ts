// `npm run faults -- --kills K --seed S [--bots N] [--json]`: bots fight, loot, trade, wear, drop and lift on a real server that is killed
// with -9 at random moments and started again. Everything a bot was shown as its own must still be there, once.
// Out: one JSON line on stdout: kills, acked commands, lost, duplicated, ledger_gap (copper). Any of the last three ends with code 1.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Bot } from '../harness/bot';
import { newEyes } from '../harness/eyes';
import { fight } from '../harness/minds';
import { seeded } from '../harness/seeded';
import { Server } from '../harness/server';
import { Commands, juggle } from './juggler';
import { compare, heldTwice, type Shown, shown } from './promise';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    bots: { type: 'string', default: '8' },
    json: { type: 'boolean' },
  },
});
const BACK_WITHIN_MS = 30_000;
const SHORTEST_MS = 1500;
const LONGEST_MS = 6000;

const say = (text: string) => process.stderr.write(`${text}\n`);
const seed = Number(values.seed);
const chance = seeded(seed);
const result = { seed, kills: 0, acked: 0, lost: 0, duplicated: 0, ledger_gap: 0, restart_p50_ms: 0 };
const restarts_ms: number[] = [];

interface Subject {
  bot: Bot;
  commands: Commands;
  before?: Shown;
  after?: Shown;
}

const server = await Server.start();
let turning: NodeJS.Timeout | undefined;
try {
  const subjects: Subject[] = [];
  for (let i = 0; i < Number(values.bots); i++) subjects.push(await subject(i));
  let paused = false;
  turning = setInterval(() => {
    for (const { bot } of subjects) paused ? bot.rest() : bot.turn();
  }, 50);
  await sleep(6000); // they walk to their work
  for (let i = 0; i < Number(values.kills); i++) {
    await sleep(SHORTEST_MS + chance() * (LONGEST_MS - SHORTEST_MS));
    await server.kill();
    paused = true;
    await sleep(300); // what the wire still held arrives
    for (const each of subjects) each.before = shown(each.bot, each.commands.open);
    for (const each of subjects) each.after = undefined;
    const from_ms = performance.now();
    await server.resume();
    await returned(subjects);
    restarts_ms.push(performance.now() - from_ms);
    await judge(subjects);
    paused = false;
    result.kills++;
    say(`kill ${result.kills}: ${JSON.stringify(result)}`);
  }
  result.acked = subjects.reduce((sum, { commands }) => sum + commands.acked, 0);
  result.restart_p50_ms = Math.round(restarts_ms.sort((a, b) => a - b)[restarts_ms.length >> 1] ?? 0);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exitCode = result.lost || result.duplicated || result.ledger_gap ? 1 : 0;
  for (const { bot } of subjects) bot.leave();
} finally {
  clearInterval(turning);
  await server.stop();
}
process.exit();

async function subject(n: number): Promise<Subject> {
  const bot = await Bot.join(server.url, { sim: newEyes(), mind: n % 2 ? fight() : juggle(), chance: seeded(seed * 1000 + n) });
  const entry: Subject = { bot, commands: new Commands(bot) };
  // The first quests after a welcome: by then sheet and bag, which come before them, were told anew as well.
  let welcomed = false;
  bot.session.on('welcome', () => {
    welcomed = true;
  });
  bot.session.on('quests', () => {
    if (welcomed) entry.after = shown(bot, []);
    welcomed = false;
  });
  return entry;
}

async function returned(subjects: Subject[]): Promise<void> {
  const until = performance.now() + BACK_WITHIN_MS;
  while (subjects.some(({ after }) => !after)) {
    if (performance.now() > until) {
      for (const { bot, after } of subjects) if (!after) say(`a bot did not come back: ${JSON.stringify(bot.link.facts)}`);
      throw new Error(`seed ${seed}: not everybody was back ${BACK_WITHIN_MS / 1000} s after a restart`);
    }
    await sleep(50);
  }
}

async function judge(subjects: Subject[]): Promise<void> {
  for (const [n, { before, after }] of subjects.entries()) {
    if (!before || !after) continue;
    const { lost, doubled } = compare(before, after);
    if (lost.length + doubled.length) {
      const way = before.onItsWay.map(({ name }) => name).join(', ') || 'nothing';
      say(`bot ${n}: lost ${lost.join('; ') || 'nothing'}, doubled ${doubled.join('; ') || 'nothing'}; on its way: ${way}`);
    }
    result.lost += lost.length;
    result.duplicated += doubled.length;
  }
  const twice = heldTwice(subjects.flatMap(({ after }) => after ?? []));
  for (const text of twice) say(text);
  result.duplicated += twice.length;
  const { regions } = await server.status();
  for (const { ledger } of regions) result.ledger_gap += Math.abs(ledger.balance);
}
