// The Durable Object that ranks: who is first in what, this day, week and season, and everybody's rating of the arena. There is one ('world').
// In: sums of whole lives from regions and guilds, matches that are over as parcels from arenas. Out: boards; words for those whose rating has
// changed. It has no timer: what a period's number says is worked out when somebody tells or asks.
import { DurableObject } from 'cloudflare:workers';
import { type BoardAnswer, type BoardsPort, type Env, type Letter, realmPort } from '../ports';
import { NOTICES } from '../shared/protocol/notices';
import type { RegionKey } from '../shared/regions';
import type { Match } from '../shared/rules/arena';
import { type Board, type Fact, isBoard, MOST_FACTS, type Period, periodEnds_ms } from '../shared/rules/boards';
import { wallTime } from '../timing';
import type { Parcel, Taken } from '../transfer/ports';
import { Transfers } from '../transfer/transfers';
import { type Rated, Ratings } from './ratings';
import { Sums } from './sums';
import { prepareTables } from './tables';

/** Read by everybody who looks: worked out no oftener than this. */
const FRESH_MS = 5_000;
/** Whose own place is kept as long as the board that it belongs to. To work one out is to count all who stand above. */
const MOST_PLACES = 1_000;

interface Kept {
  readonly at_ms: number;
  readonly rows: BoardAnswer['rows'];
  readonly places: Map<string, BoardAnswer['own']>;
}

export class Boards extends DurableObject<Env> implements BoardsPort {
  private readonly storage: DurableObjectStorage;
  private readonly transfers: Transfers;
  private readonly sums: Sums;
  private readonly ratings_: Ratings;
  private readonly kept = new Map<string, Kept>();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.storage = ctx.storage;
    prepareTables(ctx.storage);
    this.sums = new Sums(ctx.storage.sql);
    this.ratings_ = new Ratings(ctx.storage.sql);
    this.transfers = new Transfers(ctx.storage, {
      timing: wallTime,
      deliver: () => Promise.reject(new Error('boards send no parcels')),
      alarm: (event, facts) => console.error({ event, ...facts }),
    });
  }

  async facts(facts: readonly Fact[]): Promise<void> {
    const now_ms = Date.now();
    this.storage.transactionSync(() => {
      for (const fact of facts.slice(0, MOST_FACTS)) if (isSound(fact)) this.sums.take(fact, now_ms);
    });
  }

  async forget(subjects: readonly string[]): Promise<void> {
    this.storage.transactionSync(() => {
      for (const subject of subjects) {
        this.sums.forget(subject);
        this.ratings_.forget(subject);
      }
    });
    this.kept.clear();
  }

  async receive(from: RegionKey, parcels: readonly Parcel[]): Promise<Taken> {
    return this.transfers.receive(from, parcels, (kind, body) => {
      if (kind !== 'match') throw new Error(`no parcel for boards is called ${kind}`);
      const rated = this.ratings_.settle(JSON.parse(body) as Match, Date.now());
      return () => {
        this.kept.clear();
        if (rated) this.ctx.waitUntil(this.tell(rated));
      };
    });
  }

  async ratings(characters: readonly string[]): Promise<number[]> {
    return this.ratings_.of(characters, Date.now());
  }

  async board(board: Board, period: Period, name: string): Promise<BoardAnswer> {
    const now_ms = Date.now();
    const key = `${board} ${period}`;
    let kept = this.kept.get(key);
    const isArena = board === 'arena';
    if (!kept || now_ms - kept.at_ms >= FRESH_MS || now_ms < kept.at_ms) {
      const rows = isArena ? this.ratings_.top(period, now_ms) : this.sums.top(board, period, now_ms);
      kept = { at_ms: now_ms, rows, places: new Map() };
      this.kept.set(key, kept);
    }
    const { rows, places } = kept;
    let own = places.get(name) ?? rows.find(row => row.name === name) ?? null;
    if (name && !own && !places.has(name)) {
      own = isArena ? this.ratings_.placeOf(period, name, now_ms) : this.sums.placeOf(board, period, name, now_ms);
      if (places.size < MOST_PLACES) places.set(name, own);
    }
    return { board, period, at: now_ms, ends: periodEnds_ms(period, now_ms), rows, own };
  }

  /** Whoever is in the world hears what the match did to his rating; for the others the board tells. */
  private async tell(rated: readonly Rated[]): Promise<void> {
    const letters = rated.map(({ character, before, after }): Letter => {
      const change = after - before;
      const text = `${change < 0 ? '−' : '+'}${Math.abs(change)}`;
      return { to: character, word: { what: 'notice', notice: NOTICES.arenaRated, value: after, text } };
    });
    try {
      await realmPort(this.env).post(letters);
    } catch (error) {
      console.warn({ event: 'ratings_untold', error: String(error) });
    }
  }
}

/** Whether it is a fact at all: regions and guilds are of this house, but may be of another version. */
function isSound({ board, subject, name, total }: Fact): boolean {
  const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0 && value.length <= 128;
  return isBoard(board) && (board as Board) !== 'arena' && isText(subject) && isText(name) && Number.isFinite(total);
}
