// One thread of the load: its share of the clients, each of whom sends ten inputs a second. In: orders, and words as they come. Out: that all
// are ready, that all are in, and what they counted.
import { setTimeout as sleep } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import { percentile, sum } from '../../harness/numbers';
import { Client } from './client';
import { INPUTS_HZ } from './scenes';
import { type PeerName, speechOf } from './speech';

export interface CrowdOrders {
  peer: PeerName;
  port: number;
  /** Numbers of its clients among all. */
  from: number;
  count: number;
}
export type ToCrowd = 'enter' | 'measure' | 'report';
/** Counted from `measure` to `report`. */
export interface CrowdReport {
  seconds: number;
  bytes: number;
  frames: number;
  states: number;
  inputs: number;
  hz: number;
  gaps_ms: number[];
  /** Whoever fell, and why. */
  fell: string[];
  /** For so long this thread itself did nothing: such a gap is not the server's. */
  stall_max_ms: number;
}
export type FromCrowd = { prepared: string[] } | { entered: number } | { failed: string } | { report: CrowdReport };

const AT_ONCE = 6;
const APART_MS = 5;
/** Inputs are spread over their tenth of a second. */
const SLICES = 20;
const SLICE_MS = 1000 / INPUTS_HZ / SLICES;

export async function runCrowd(orders: CrowdOrders, port: MessagePort): Promise<void> {
  const say = (word: FromCrowd): void => port.postMessage(word);
  const crowd = new Crowd(orders);
  port.on('message', (word: ToCrowd) => {
    if (word === 'enter')
      crowd.enter().then(
        entered => say({ entered }),
        error => say({ failed: String(error) }),
      );
    else if (word === 'measure') crowd.measure();
    else say({ report: crowd.report() });
  });
  try {
    say({ prepared: await crowd.prepare() });
  } catch (error) {
    say({ failed: String(error) });
  }
}

class Crowd {
  private readonly clients: Client[];
  private readonly turning = setInterval(() => this.turn(), SLICE_MS);
  private readonly from_ms = performance.now();
  private slices = 0;
  private turnedAt_ms = performance.now();
  private stall_max_ms = 0;
  private measuredFrom_ms = 0;

  constructor({ peer, port, from, count }: CrowdOrders) {
    this.clients = Array.from({ length: count }, (_, i) => new Client(from + i, speechOf(peer, port)));
  }

  async prepare(): Promise<string[]> {
    const characters: string[] = [];
    await this.inLanes(async (client, i) => {
      characters[i] = await client.speech.prepare();
    });
    return characters;
  }

  async enter(): Promise<number> {
    await this.inLanes(client => client.enter());
    return this.clients.length;
  }

  measure(): void {
    this.stall_max_ms = 0;
    this.measuredFrom_ms = performance.now();
    for (const client of this.clients) client.measure();
  }

  report(): CrowdReport {
    const { clients } = this;
    clearInterval(this.turning);
    const total = (of: (client: Client) => number): number => sum(clients.map(of));
    const report = {
      seconds: (performance.now() - this.measuredFrom_ms) / 1000,
      bytes: total(client => client.bytesIn),
      frames: total(client => client.framesIn),
      states: total(client => client.states),
      inputs: total(client => client.framesOut),
      hz: percentile(
        clients.map(client => client.hz),
        0.5,
      ),
      gaps_ms: clients.flatMap(client => client.gaps_ms),
      fell: clients.flatMap(({ fell }) => fell || []),
      stall_max_ms: this.stall_max_ms,
    };
    for (const client of clients) client.leave();
    return report;
  }

  /** By the clock, not by the timer: whatever is late is made up for, so that everybody sends ten a second. */
  private turn(): void {
    const now_ms = performance.now();
    this.stall_max_ms = Math.max(this.stall_max_ms, now_ms - this.turnedAt_ms - SLICE_MS);
    this.turnedAt_ms = now_ms;
    const due = Math.floor((now_ms - this.from_ms) / SLICE_MS);
    // After a stall of more than one round the rest is lost, as it would be to players.
    this.slices = Math.max(this.slices, due - SLICES);
    for (; this.slices < due; this.slices++)
      for (let i = this.slices % SLICES; i < this.clients.length; i += SLICES) this.clients[i].turn();
  }

  private async inLanes(one: (client: Client, i: number) => Promise<void>): Promise<void> {
    const lane = async (first: number): Promise<void> => {
      for (let i = first; i < this.clients.length; i += AT_ONCE) {
        await one(this.clients[i], i);
        await sleep(APART_MS);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, (_, first) => lane(first)));
  }
}
