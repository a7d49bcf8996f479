// The crash test: bots fight, loot, trade, wear, drop and lift on a real server that is killed with -9 at random moments and started again.
// In: how often, a seed. Out: what was lost or doubled of all that bots had been shown as theirs.
import { setTimeout as sleep } from 'node:timers/promises';
import { Bot } from '../harness/bot';
import { newEyes } from '../harness/eyes';
import { fight } from '../harness/minds';
import { percentile, sum } from '../harness/numbers';
import { seeded } from '../harness/seeded';
import { Server } from '../harness/server';
import { Commands, juggle } from './juggler';
import { compare, heldTwice, type Shown, shown } from './promise';

export interface FaultsReport {
  seed: number;
  kills: number;
  /** Commands that were answered as done, and so as durable. */
  acked: number;
  lost: number;
  duplicated: number;
  /** Copper by which the region's books do not balance. */
  ledger_gap: number;
  /** From starting the server again until every bot was back. */
  restart_p50_ms: number;
}

const WALK_MS = 6000;
const BACK_WITHIN_MS = 30_000;
const SHORTEST_MS = 1500;
const LONGEST_MS = 6000;
/** After a kill: what the wire still held arrives. */
const DRAIN_MS = 300;

interface Subject {
  bot: Bot;
  commands: Commands;
  before?: Shown;
  after?: Shown;
}

export async function runFaults(kills: number, seed: number, bots: number, say: (text: string) => void): Promise<FaultsReport> {
  const server = await Server.start();
  let turning: NodeJS.Timeout | undefined;
  const subjects: Subject[] = [];
  try {
    for (let n = 0; n < bots; n++) subjects.push(await subject(server.url, n, seed));
    const report: FaultsReport = { seed, kills: 0, acked: 0, lost: 0, duplicated: 0, ledger_gap: 0, restart_p50_ms: 0 };
    const hands = { off: false };
    turning = setInterval(() => {
      for (const { bot } of subjects) hands.off ? bot.rest() : bot.turn();
    }, 50);
    await sleep(WALK_MS);
    const chance = seeded(seed);
    const restarts_ms: number[] = [];
    for (; report.kills < kills; report.kills++) {
      await sleep(SHORTEST_MS + chance() * (LONGEST_MS - SHORTEST_MS));
      restarts_ms.push(await crash(server, subjects, hands));
      await judge(server, subjects, report, say);
      say(
        `kill ${report.kills + 1}: ${sum(subjects.map(({ commands }) => commands.acked))} acked, ${report.lost} lost, ${report.duplicated} doubled`,
      );
    }
    report.acked = sum(subjects.map(({ commands }) => commands.acked));
    report.restart_p50_ms = Math.round(percentile(restarts_ms, 0.5));
    return report;
  } finally {
    clearInterval(turning);
    for (const { bot } of subjects) bot.leave();
    await server.stop();
  }
}

async function subject(url: string, n: number, seed: number): Promise<Subject> {
  const bot = await Bot.join(url, { sim: newEyes(), mind: n % 2 ? fight() : juggle(), chance: seeded(seed * 1000 + n) });
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

/** Kills the server, notes what everybody had been shown, starts it again and waits for all. Resolves to how long they were away, in ms. */
async function crash(server: Server, subjects: Subject[], hands: { off: boolean }): Promise<number> {
  await server.kill();
  hands.off = true;
  await sleep(DRAIN_MS);
  for (const each of subjects) {
    each.before = shown(each.bot, each.commands.open);
    each.after = undefined;
  }
  const from_ms = performance.now();
  await server.resume();
  while (subjects.some(({ after }) => !after)) {
    if (performance.now() - from_ms > BACK_WITHIN_MS) {
      const absent = subjects.filter(({ after }) => !after).map(({ bot }) => JSON.stringify(bot.link.facts));
      throw new Error(`not back ${BACK_WITHIN_MS / 1000} s after a restart: ${absent.join('; ')}`);
    }
    await sleep(50);
  }
  hands.off = false;
  return performance.now() - from_ms;
}

async function judge(server: Server, subjects: Subject[], report: FaultsReport, say: (text: string) => void): Promise<void> {
  for (const [n, { before, after }] of subjects.entries()) {
    if (!before || !after) continue;
    const { lost, doubled } = compare(before, after);
    if (lost.length + doubled.length) {
      const way = before.onItsWay.map(({ name }) => name).join(', ') || 'nothing';
      say(`bot ${n}: lost ${lost.join('; ') || 'nothing'}, doubled ${doubled.join('; ') || 'nothing'}; on its way: ${way}`);
    }
    report.lost += lost.length;
    report.duplicated += doubled.length;
  }
  const twice = heldTwice(subjects.flatMap(({ after }) => after ?? []));
  for (const text of twice) say(text);
  report.duplicated += twice.length;
  const { regions } = await server.status();
  for (const { ledger } of regions) report.ledger_gap += Math.abs(ledger.balance);
}
