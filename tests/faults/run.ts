// The crash test: bots fight, loot, trade, wear, drop and lift on a real server, across borders and while their region divides and merges
// under them, and do the deeds of deeds/table.ts; the server is killed with -9, at random moments and in the middle of those, and started again. In: how often, a seed. Out: what was lost or doubled of all
// that bots had been shown as theirs, and of everything that is written down anywhere (audit.ts).
import { setTimeout as sleep } from 'node:timers/promises';
import { HOME_REGION } from '../../src/shared/content';
import { wholeOf } from '../../src/shared/regions';
import { endow } from '../harness/endow';
import { Files, watch } from '../harness/files';
import { percentile, sum } from '../harness/numbers';
import { type Chance, seeded } from '../harness/seeded';
import { Server } from '../harness/server';
import { settle } from '../harness/settle';
import { type Audit, audit, waiting } from './audit';
import { judgeBanks } from './banked';
import { dealingsOf } from './banker';
import { DEEDS } from './deeds/table';
import { compare, heldTwice, strayed_m } from './promise';
import { Subject } from './subject';

export interface FaultsOptions {
  kills: number;
  /** No further life begins after this long. */
  within_ms?: number;
  seed: number;
  bots: number;
  /** No shot waits longer than this for the middle of a deed. */
  patience_ms?: number;
  /** In the first of so many lives the region divides, in the last it merges, and in those between borders are crossed. */
  round: number;
  say(text: string): void;
}

export interface FaultsReport {
  seed: number;
  kills: number;
  /** Commands that were answered as done, and so as durable. */
  acked: number;
  /** The same by the command's name; and `bosses`: those that fell before a bot's eyes. */
  deeds: Record<string, number>;
  /** Deposits into the guild's bank that were answered, and goods and copper that came out of it. */
  banked: { in: number; out: number };
  /** Commands that were on their way when the server died, by name: each was done whole or not at all. */
  cut: Record<string, number>;
  lost: number;
  duplicated: number;
  /** Copper and pieces by which the books of all regions together do not balance, summed over the kills. */
  ledger_gap: number;
  /** Parcels that were found undelivered while the server was down, summed over the kills. */
  in_flight: number;
  /** From being served again until every outbox was empty, at its worst. */
  drained_ms: number;
  crossings: number;
  /** Divisions and mergings of the home region. */
  reshapes: number;
  /** Farther from where he had been shown than this nobody came back. */
  strayed_m: number;
  /** From starting the server again until every bot was back. */
  restart_p50_ms: number;
}

/** Until the bots have something to lose. */
const WARM_UP_MS = 4000;
const BACK_WITHIN_MS = 60_000;
/** A page tries again every four seconds. */
const LATE_MS = 6000;
const SHORT_MS = { least: 300, most: 2200 };
/** A region divides or merges some six seconds after everybody has come back. */
const LONG_MS = { least: 5000, most: 9500 };
/** A shot at a parcel waits for one to be on its way, but no longer than this. */
const PATIENCE_MS = 2500;
/** A deed is written in the turn after its command has come, and told then. */
const MIDDLE_MS = 70;
/** After a kill: what the wire still held arrives. */
const DRAIN_MS = 200;
/** He stands somewhere on the way of his last second, or was pushed about by a wolf since; anybody farther off was moved. */
export const STRAYED_M = 8;
const DIVIDES = { REGION_SPLIT_PLAYERS: 2, REGION_MERGE_PLAYERS: 1, REGION_MERGE_AFTER_S: 1 };
const MERGES = { REGION_SPLIT_PLAYERS: 10_000, REGION_MERGE_PLAYERS: 10_000, REGION_MERGE_AFTER_S: 1 };

export async function runFaults(options: FaultsOptions): Promise<FaultsReport> {
  const { kills, within_ms = Infinity, patience_ms = Infinity, seed, bots, round, say } = options;
  const server = await Server.start({ vars: DIVIDES });
  const files = new Files(server.state);
  let turning: NodeJS.Timeout | undefined;
  const subjects: Subject[] = [];
  const report: FaultsReport = {
    seed,
    kills: 0,
    acked: 0,
    deeds: {},
    banked: { in: 0, out: 0 },
    cut: {},
    lost: 0,
    duplicated: 0,
    ledger_gap: 0,
    in_flight: 0,
    drained_ms: 0,
    crossings: 0,
    reshapes: 0,
    strayed_m: 0,
    restart_p50_ms: 0,
  };
  try {
    const hands = { off: false };
    turning = setInterval(() => {
      for (const subject of subjects) hands.off ? subject.bot.rest() : subject.turn();
    }, 50);
    await gather(server, files, subjects, bots, seed);
    await sleep(WARM_UP_MS);
    const from_ms = performance.now();
    const chance = seeded(seed);
    const restarts_ms: number[] = [];
    for (; report.kills < kills && performance.now() - from_ms < within_ms; report.kills++) {
      const turn = report.kills % round;
      const { least, most } = turn === 0 || turn === round - 1 ? LONG_MS : SHORT_MS;
      await sleep(least + chance() * (most - least));
      await strike(server, files, aimOf(report.kills, subjects, patience_ms), chance);
      hands.off = true;
      await sleep(DRAIN_MS);
      for (const subject of subjects) subject.note();
      for (const { name } of subjects.flatMap(({ before }) => before?.onItsWay ?? []))
        report.cut[name] = (report.cut[name] ?? 0) + 1;
      const found = audit(files);
      judgeBanks(found, subjects);
      judgeFiles(found, report, say);
      const next = (report.kills + 1) % round === round - 1 ? MERGES : DIVIDES;
      restarts_ms.push(await restart(server, next, files, subjects, report, say));
      judge(subjects, report, say);
      hands.off = false;
      sumUp(report, subjects, files, restarts_ms);
      say(
        `kill ${report.kills + 1}: ${report.acked} acked, ${report.lost} lost, ${report.duplicated} doubled, gap ${report.ledger_gap}, ` +
          `${report.in_flight} in flight, ${report.crossings} crossings, ${report.reshapes} reshapes, away ${Math.round(restarts_ms.at(-1) ?? 0)} ms`,
      );
    }
    return report;
  } finally {
    clearInterval(turning);
    for (const { bot } of subjects) bot.leave();
    await server.stop();
  }
}

/** Guests of every sort, put where they begin with what they have, and let in. */
async function gather(server: Server, files: Files, subjects: Subject[], bots: number, seed: number): Promise<void> {
  let n = 0;
  const chance = () => seeded(seed * 1000 + n++);
  while (n < bots) subjects.push(await Subject.common(server.url, n, chance()));
  for (const deed of DEEDS) for (let i = 0; i < deed.bots; i++) subjects.push(await Subject.of(server.url, deed, i, chance()));
  const doers = subjects.flatMap(({ bot: { character }, deed }) => (deed ? [{ character, deed }] : []));
  await server.kill();
  endow(files, new Map(doers.map(({ character, deed: { means = {} } }) => [character, means])));
  settle(files, new Map(doers.map(({ character, deed: { at, means } }) => [character, { ...at, level: means?.level }])));
  await server.resume();
  for (const { bot } of subjects) await bot.enter();
}

/** When to shoot: at once, when a parcel is on its way, or in the middle of a deed. */
type Aim = 'now' | 'parcel' | { deed: () => boolean; until_ms: number };

/** Every other shot is at a deed, one after another; half of the rest are at parcels. */
function aimOf(kill: number, subjects: readonly Subject[], patience_ms: number): Aim {
  if (kill % 2 === 0) return kill % 4 ? 'parcel' : 'now';
  const deed = DEEDS[((kill - 1) / 2) % DEEDS.length];
  const doers = subjects.filter(subject => subject.deed === deed);
  return {
    deed: () => doers.some(subject => deed.isUnderWay(subject)),
    until_ms: performance.now() + Math.min(patience_ms, deed.patience_ms),
  };
}

/** Kills the server: at once, or in the moment in which somebody's character is in nobody's hands, or somebody's deed is half done. */
async function strike(server: Server, files: Files, aim: Aim, chance: Chance): Promise<void> {
  const shoot = server.aim();
  if (typeof aim === 'object') {
    while (performance.now() < aim.until_ms && !aim.deed()) await sleep(1);
    // From the command's way there to its answer's way back.
    await sleep(chance() * MIDDLE_MS);
    await shoot();
  } else if (aim === 'parcel') {
    const until_ms = performance.now() + PATIENCE_MS;
    const home = files.regions().filter(({ key }) => wholeOf(key) === HOME_REGION);
    await watch(
      home.map(({ file }) => file),
      "SELECT 1 FROM parcel_out WHERE kind = 'character' LIMIT 1",
      async isUnderWay => {
        while (performance.now() < until_ms && !isUnderWay()) await sleep(1);
        await shoot();
      },
    );
  } else await shoot();
}

/** Starts the server again and waits until everybody is back and every outbox empty. Resolves to how long somebody was away, in ms. */
async function restart(
  server: Server,
  vars: Record<string, number>,
  files: Files,
  subjects: Subject[],
  report: FaultsReport,
  say: (text: string) => void,
): Promise<number> {
  const from_ms = performance.now();
  await server.resume(vars);
  const served_ms = performance.now();
  let back_ms = 0;
  let drained_ms = 0;
  while (!back_ms || !drained_ms) {
    const now_ms = performance.now();
    const absent = subjects.filter(({ after }) => !after);
    if (!absent.length) back_ms ||= now_ms;
    if (!drained_ms && !waiting(files)) drained_ms = now_ms;
    if (now_ms - served_ms > BACK_WITHIN_MS) {
      const words = absent.map(({ bot }) => `${bot.session.region} ${JSON.stringify(bot.link.facts)}`).join('; ');
      throw new Error(`${BACK_WITHIN_MS / 1000} s after a restart ${waiting(files)} parcels wait and these are not back: ${words}`);
    }
    await sleep(50);
  }
  if (back_ms - served_ms > LATE_MS)
    for (const [n, { way }] of subjects.entries()) say(`bot ${n} came back late: ${way.join(', ')}`);
  report.drained_ms = Math.max(report.drained_ms, Math.round(drained_ms - served_ms));
  return back_ms - from_ms;
}

/** What was written down when the power was cut. */
function judgeFiles(found: Audit, report: FaultsReport, say: (text: string) => void): void {
  for (const text of [...found.lost, ...found.doubled]) say(`in the files: ${text}`);
  if (found.gap) say(`in the files: the books differ by ${found.gap}`);
  report.lost += found.lost.length;
  report.duplicated += found.doubled.length;
  report.ledger_gap += found.gap;
  report.in_flight += found.inFlight;
}

/** What everybody was shown before, and finds now. */
function judge(subjects: Subject[], report: FaultsReport, say: (text: string) => void): void {
  for (const [n, { before, after }] of subjects.entries()) {
    if (!before || !after) continue;
    const { lost, doubled } = compare(before, after);
    const away_m = strayed_m(before, after);
    report.strayed_m = Math.max(report.strayed_m, Math.round(away_m));
    if (lost.length + doubled.length || away_m > STRAYED_M) {
      const way = before.onItsWay.map(({ name }) => name).join(', ') || 'nothing';
      say(
        `bot ${n}: lost ${lost.join('; ') || 'nothing'}, doubled ${doubled.join('; ') || 'nothing'}, ${away_m.toFixed(1)} m off ` +
          `(${before.region} -> ${after.region}); on its way: ${way}`,
      );
    }
    report.lost += lost.length;
    report.duplicated += doubled.length;
  }
  const twice = heldTwice(subjects.flatMap(({ after }) => after ?? []));
  for (const text of twice) say(text);
  report.duplicated += twice.length;
}

function sumUp(report: FaultsReport, subjects: Subject[], files: Files, restarts_ms: number[]): void {
  report.deeds = { bosses: sum(subjects.map(({ bossesFell }) => bossesFell)) };
  for (const { commands } of subjects)
    for (const [name, count] of commands.acked) report.deeds[name] = (report.deeds[name] ?? 0) + count;
  const { bosses, ...acked } = report.deeds;
  const dealings = subjects.flatMap(({ bot }) => dealingsOf(bot) ?? []);
  report.banked = { in: report.deeds.guildDeposit ?? 0, out: sum(dealings.map(({ taken }) => taken)) };
  report.acked = sum(Object.values(acked));
  report.crossings = sum(subjects.map(({ bot }) => bot.session.crossings.length));
  report.reshapes = files.cuts();
  report.restart_p50_ms = Math.round(percentile(restarts_ms, 0.5));
}
