// What it costs that somebody comes and goes, however long he stays: an account and a character, a ticket, a socket, the record fetched from
// D1 and written back. In: how many. Out: what each of them used, on the metered server.
import { setTimeout as sleep } from 'node:timers/promises';
import { Bot } from '../harness/bot';
import { Files, read } from '../harness/files';
import { stand } from '../harness/minds';
import { seeded } from '../harness/seeded';
import { Server } from '../harness/server';
import { say } from '../swarm/host';
import { type Bill, between } from './bill';
import { scaled, type Usage } from './prices';
import { billOf, METERED, UNDIVIDED, usageIn } from './scenes';

/** Bodies that nobody plays stay for a minute; then their characters are checked in and the region sleeps. */
const LEFT_WITHIN_MS = 150_000;
const LOOK_MS = 1000;
const IN_WORLD_MS = 1000;

/** A region that is awake pays for these by itself, with nobody entering: they are in the scenes. */
const NOT_OF_ENTERING = { tables: ['soft', 'alarm'], requests: ['realm.report', 'region.alarm'] };

export interface Entering {
  /** Whoever comes for the first time: his account, his character and what it wears are made. */
  newcomer: Usage;
  returning: Usage;
}

export async function entering(players: number): Promise<Entering> {
  say(`entering: ${players} guests come and go`);
  const server = await Server.start({ config: METERED, vars: UNDIVIDED });
  try {
    const cpu_ms = await doorCpu_ms(server, players);
    const before = await billOf(server.url);
    const bots: Bot[] = [];
    for (let n = 0; n < players; n++) bots.push(await newGuest(server, n));
    const made = await billOf(server.url);
    await Promise.all(bots.map(bot => bot.enter()));
    await sleep(IN_WORLD_MS);
    for (const bot of bots) bot.leave();
    await untilAllLeft(server);
    const left = await billOf(server.url);
    return { newcomer: eachOf(between(before, left), players, cpu_ms), returning: eachOf(between(made, left), players, 0) };
  } finally {
    await server.stop();
  }
}

/** What they say while they are in is play; so is the time that the region is awake. */
function eachOf(bill: Bill, players: number, cpu_ms: number): Usage {
  const usage = usageIn({ ...without(bill), framesOfPlayers: 0, framesOfNeighbours: 0 }, 0, 0);
  return { ...scaled(usage, 1 / players), worker_cpu: cpu_ms };
}

/**
 * CPU of an account with its character and a ticket, while no region is awake. It is the whole runtime's, the local D1's own work in it: the
 * Worker's alone is less.
 */
async function doorCpu_ms(server: Server, count: number): Promise<number> {
  const before = server.usage();
  for (let n = 0; n < count; n++) {
    const bot = await newGuest(server, n);
    await bot.doors.ticket(bot.character);
  }
  const after = server.usage();
  return before && after ? ((after.cpu_s - before.cpu_s) * 1000) / count : 0;
}

const newGuest = (server: Server, n: number): Promise<Bot> =>
  Bot.guest(server.url, { sim: null, mind: stand(), chance: seeded(n + 1) });

function without(bill: Bill): Bill {
  const { tables, requests } = NOT_OF_ENTERING;
  const rest = (counts: Record<string, number>, names: readonly string[]) =>
    Object.fromEntries(Object.entries(counts).filter(([name]) => !names.includes(name)));
  return { ...bill, rowsWritten: rest(bill.rowsWritten, tables), objectRequests: rest(bill.objectRequests, requests) };
}

/** The region may sleep while D1 has yet to be told: whoever is owned by nobody has been. Read past the server, so that asking costs nothing. */
async function untilAllLeft(server: Server): Promise<void> {
  const from_ms = performance.now();
  const d1 = new Files(server.state).d1();
  const owned = 'SELECT id FROM characters WHERE owner_region IS NOT NULL LIMIT 1';
  while ((await billOf(server.url)).awake || read(d1, rows => rows(owned).length)) {
    if (performance.now() - from_ms > LEFT_WITHIN_MS) throw new Error('the last of them is not written back');
    await sleep(LOOK_MS);
  }
}
