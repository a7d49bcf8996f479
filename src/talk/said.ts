// The end of each room's talk. In: lines, numbered here. Out: what came after a number. Written before anybody hears it: what was said in one
// room between two pushes is one row.
import { type KeptLine, ROOM_LINES, type RoomKey, Tail } from '../shared/rules/rooms';
import type { Rows } from './tables';

type SaidRow = { slot: number; turn: number; json: string };
interface Kept {
  readonly tail: Tail;
  /** Rows ever written of it. */
  turns: number;
}

export class SaidBook {
  private readonly rooms = new Map<RoomKey, Kept>();
  /** Numbered, but neither written nor passed on. */
  private readonly fresh = new Map<RoomKey, KeptLine[]>();

  constructor(private readonly storage: Rows) {}

  get isFresh(): boolean {
    return this.fresh.size > 0;
  }

  tail(room: RoomKey): Tail {
    return this.of(room).tail;
  }

  add(room: RoomKey, line: Omit<KeptLine, 'number'>): void {
    const { tail } = this.of(room);
    const kept = { number: tail.last + 1, ...line };
    tail.take([kept]);
    const waiting = this.fresh.get(room);
    if (waiting) waiting.push(kept);
    else this.fresh.set(room, [kept]);
  }

  /** Writes what was added since the last call, and returns it. */
  write(): Map<RoomKey, KeptLine[]> {
    const news = new Map(this.fresh);
    this.fresh.clear();
    this.storage.transactionSync(() => {
      for (const [room, lines] of news) {
        const turn = this.of(room).turns++;
        const query = 'INSERT OR REPLACE INTO said VALUES (?, ?, ?, ?)';
        this.storage.sql.exec(query, room, turn % ROOM_LINES, turn, JSON.stringify(lines));
      }
    });
    return news;
  }

  /** The room is no more. */
  close(room: RoomKey): void {
    this.rooms.delete(room);
    this.fresh.delete(room);
    this.storage.sql.exec('DELETE FROM said WHERE room = ?', room);
  }

  private of(room: RoomKey): Kept {
    let kept = this.rooms.get(room);
    if (!kept) {
      const rows = this.storage.sql.exec<SaidRow>('SELECT slot, turn, json FROM said WHERE room = ?', room).toArray();
      rows.sort((a, b) => a.turn - b.turn);
      kept = {
        tail: new Tail(rows.flatMap(({ json }) => JSON.parse(json) as KeptLine[])),
        turns: (rows.at(-1)?.turn ?? -1) + 1,
      };
      this.rooms.set(room, kept);
    }
    return kept;
  }
}
