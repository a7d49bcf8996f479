// Broken frames against a live region over real sockets, beside an honest player. In: how many, a seed, an address.
// The region may refuse and close; it must stay healthy, the honest player must not notice, and no coin may come or go.
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { TICK_MS } from '../../assembly/layout';
import type { RegionStatus } from '../../src/ports';
import { S2C, SUBPROTOCOL } from '../../src/shared/protocol/messages';
import { Doors } from '../../web/net/doors';
import { Bot } from '../harness/bot';
import { newEyes } from '../harness/eyes';
import { wander } from '../harness/minds';
import { visitor } from '../harness/nodehost';
import { percentile, rounded } from '../harness/numbers';
import { below, type Chance, seeded } from '../harness/seeded';
import { mutated, validFrame } from './mutate';

export interface InboxReport {
  frames: number;
  sockets: number;
  closes: Record<number, number>;
  honest_rtt_p99_ms: number;
  /** The same in ticks of the region, before the attack and under it. */
  usual_p99_ticks: number;
  honest_p99_ticks: number;
  honest_hz: number;
  honest_falls: number;
  failures: string[];
  /** Whole snapshot frames that the honest player got, for the decoders. */
  snapshots: Uint8Array[];
}

const ATTACKERS = 8;
const KEPT_SNAPSHOTS = 200;
/** An honest player may wait so many ticks of the region longer under attack than before it, beside those that his own program slept through. */
const WAIT_TICKS = 3;
/** Far below the promise: only a region that the attack holds up altogether is so slow, on whatever machine. */
const LEAST_HZ = 8;

export async function fuzzInbox(url: string, frames: number, seed: number): Promise<InboxReport> {
  const report: InboxReport = {
    frames: 0,
    sockets: 0,
    closes: {},
    honest_rtt_p99_ms: 0,
    usual_p99_ticks: 0,
    honest_p99_ticks: 0,
    honest_hz: 0,
    honest_falls: 0,
    failures: [],
    snapshots: [],
  };
  const honest = await Bot.join(url, {
    sim: newEyes(),
    mind: wander(),
    chance: seeded(seed),
    tap: keepSnapshots(report.snapshots),
  });
  const stall = { longest_ms: 0, at_ms: performance.now() };
  const turning = setInterval(() => {
    const now_ms = performance.now();
    stall.longest_ms = Math.max(stall.longest_ms, now_ms - stall.at_ms - TICK_MS);
    stall.at_ms = now_ms;
    honest.turn();
  }, TICK_MS);
  await sleep(3000);
  const { link } = honest;
  report.usual_p99_ticks = percentile(link.inputTrips_ticks, 0.99);
  const before = await statusOf(url);
  link.inputTrips_ms.length = link.inputTrips_ticks.length = 0;
  link.ran.ticks = link.ran.ms = 0;
  stall.longest_ms = 0;
  const share = Math.ceil(frames / ATTACKERS);
  await Promise.all(Array.from({ length: ATTACKERS }, (_, i) => attack(url, share, seeded(seed + 1 + i), i, report)));
  await sleep(1500);
  clearInterval(turning);
  judge(report, honest, stall.longest_ms, before, await statusOf(url));
  honest.leave();
  return report;
}

function judge(report: InboxReport, honest: Bot, stall_ms: number, before: RegionStatus, after: RegionStatus): void {
  report.honest_rtt_p99_ms = rounded(percentile(honest.link.inputTrips_ms, 0.99));
  report.honest_p99_ticks = percentile(honest.link.inputTrips_ticks, 0.99);
  report.honest_hz = rounded((honest.link.ran.ticks * 1000) / honest.link.ran.ms);
  report.honest_falls = honest.link.falls;
  const wrong = (text: string) => report.failures.push(text);
  if (report.honest_falls) wrong(`the honest player was thrown out: ${honest.errors.join(', ')}`);
  const { usual_p99_ticks, honest_p99_ticks, honest_hz } = report;
  if (honest_p99_ticks > usual_p99_ticks + WAIT_TICKS + Math.ceil(stall_ms / TICK_MS))
    wrong(`the honest player waited ${honest_p99_ticks} ticks, usually ${usual_p99_ticks}; his program slept for ${stall_ms} ms`);
  if (!(honest_hz > LEAST_HZ)) wrong(`the region came to ${honest_hz} Hz under attack`);
  if (after.ledger.balance !== 0) wrong(`ledger balance is ${after.ledger.balance}`);
  for (const name of Object.keys(after.counters).filter(key => /rebuil|trap|failed/.test(key))) {
    const times = after.counters[name] - (before.counters[name] ?? 0);
    if (times) wrong(`${name} happened ${times} times`);
  }
}

/** Keeps the first snapshots of a session: only an unbroken run from the first one on can be read again. */
function keepSnapshots(into: Uint8Array[]): (frame: Uint8Array) => void {
  return frame => {
    if (frame[0] !== S2C.snapshot.number || into.length >= KEPT_SNAPSHOTS) return;
    into.push(frame.slice(0, 3 + (frame[1] | (frame[2] << 8))));
  };
}

async function statusOf(url: string): Promise<RegionStatus> {
  const response = await fetch(`${url}/api/status`);
  if (!response.ok) throw new Error(`status answered ${response.status}`);
  return ((await response.json()) as { regions: RegionStatus[] }).regions[0];
}

/** One guest who sends `count` broken frames, coming back with a new ticket whenever he is thrown out. Odd ones flood, even ones pace themselves. */
async function attack(url: string, count: number, chance: Chance, n: number, report: InboxReport): Promise<void> {
  const doors = new Doors(visitor(), url);
  const { characters } = await doors.guest();
  for (let left = count; left > 0; ) {
    const socket = await open(url, await doors.ticket(characters[0].id));
    report.sockets++;
    const closed = new Promise<void>(resolve =>
      socket.on('close', code => {
        report.closes[code] = (report.closes[code] ?? 0) + 1;
        resolve();
      }),
    );
    const pause_ms = n % 2 ? 0 : 40;
    while (left > 0 && socket.readyState === WebSocket.OPEN) {
      socket.send(hostile(chance));
      report.frames++;
      left--;
      if (pause_ms) await sleep(pause_ms);
      else if (left % 50 === 0) await sleep(5);
    }
    if (left <= 0) socket.close();
    await closed;
  }
}

function hostile(chance: Chance): Uint8Array | string {
  const lot = chance();
  if (lot < 0.02) return 'a text frame';
  if (lot < 0.04) return new Uint8Array(1025 + below(chance, 4096));
  if (lot < 0.2) return validFrame('c2s', chance);
  return mutated(validFrame('c2s', chance), chance);
}

function open(url: string, { url: path, ticket }: { url: string; ticket: string }): Promise<WebSocket> {
  const address = new URL(path, url);
  address.protocol = 'ws:';
  const socket = new WebSocket(address, [SUBPROTOCOL, ticket], { origin: new URL(url).origin, perMessageDeflate: false });
  socket.on('message', () => {});
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      socket.off('error', reject);
      socket.on('error', () => {}); // followed by 'close', which is counted
      resolve(socket);
    });
    socket.once('error', reject);
  });
}
