// Rooms that players open: joined by name, kept by the one who opened them. In: wishes of accounts. Out: who is in which room, written before it
// counts. A room that everybody has left is no more.
import { MANAGE_BAN, MANAGE_UNBAN } from '../shared/protocol/talk';
import { nameKey } from '../shared/rules/names';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { checkRoomName, customRoom, ROOM_MEMBERS, ROOMS_PER_ACCOUNT, type RoomKey } from '../shared/rules/rooms';
import type { Rows } from './tables';

interface Somebody {
  readonly account: string;
  /** Under which he came in. */
  readonly name: string;
}
export interface Room {
  readonly room: RoomKey;
  readonly name: string;
  /** In the order in which they came; the first is the owner. */
  readonly members: readonly Somebody[];
  readonly banned: readonly Somebody[];
}

export class OpenedRooms {
  constructor(
    private readonly storage: Rows,
    /** A room has no member left. */
    private readonly closed: (room: RoomKey) => void,
  ) {}

  of(room: RoomKey): Room | null {
    const [row] = this.storage.sql.exec<{ json: string }>('SELECT json FROM room WHERE room = ?', room);
    return row ? (JSON.parse(row.json) as Room) : null;
  }

  joined(account: string): RoomKey[] {
    const [row] = this.storage.sql.exec<{ json: string }>('SELECT json FROM joined WHERE account = ?', account);
    return row ? (JSON.parse(row.json) as RoomKey[]) : [];
  }

  has(room: RoomKey, account: string): boolean {
    return this.of(room)?.members.some(member => member.account === account) ?? false;
  }

  join(name: string, who: Somebody): { reason: Reason; room: Room | null } {
    const clean = name.normalize('NFKC').trim();
    const reason = checkRoomName(clean);
    if (reason !== OK) return { reason, room: null };
    const key = customRoom(clean);
    const known = this.of(key);
    const mine = this.joined(who.account);
    if (mine.includes(key)) return { reason: REASONS.alreadyListed, room: known };
    if (mine.length >= ROOMS_PER_ACCOUNT) return { reason: REASONS.tooManyRooms, room: null };
    if (known?.banned.some(({ account }) => account === who.account)) return { reason: REASONS.bannedFromRoom, room: null };
    if (known && known.members.length >= ROOM_MEMBERS) return { reason: REASONS.roomFull, room: null };
    const room = known ?? { room: key, name: clean, members: [], banned: [] };
    const joined = { ...room, members: [...room.members, { account: who.account, name: who.name }] };
    this.write(joined, who.account, [...mine, key]);
    return { reason: OK, room: joined };
  }

  leave(name: string, account: string): { reason: Reason; room: Room | null } {
    const room = this.of(customRoom(name));
    if (!room || !this.has(room.room, account)) return { reason: REASONS.noSuchRoom, room: null };
    this.putOut(room, account);
    return { reason: OK, room };
  }

  /** The owner puts somebody out (`act`: MANAGE_…), or lets him in again. Answers with whose account it was. */
  manage(name: string, by: string, whom: string, act: number): { reason: Reason; room: Room | null; account: string } {
    const room = this.of(customRoom(name));
    const refused = (reason: Reason) => ({ reason, room, account: '' });
    if (!room || !this.has(room.room, by)) return refused(REASONS.noSuchRoom);
    if (room.members[0].account !== by) return refused(REASONS.notRoomOwner);
    const key = nameKey(whom);
    const found = (act === MANAGE_UNBAN ? room.banned : room.members).find(one => nameKey(one.name) === key);
    if (!found || found.account === by) return refused(REASONS.noSuchPlayer);
    const banned = room.banned.filter(({ account }) => account !== found.account);
    if (act === MANAGE_UNBAN) this.putRoom({ ...room, banned });
    else this.putOut(act === MANAGE_BAN ? { ...room, banned: [...banned, found].slice(-ROOM_MEMBERS) } : room, found.account);
    return { reason: OK, room, account: found.account };
  }

  /** Out of all rooms, and off the lists of those who may not come in. Answers with who owns one of them now. */
  forget(account: string): string[] {
    const owners: string[] = [];
    for (const key of this.joined(account)) {
      const room = this.of(key);
      if (room) this.putOut(room, account);
      const [owner] = this.of(key)?.members ?? [];
      if (owner) owners.push(owner.account);
    }
    const naming = this.storage.sql.exec<{ json: string }>('SELECT json FROM room WHERE instr(json, ?)', account).toArray();
    for (const { json } of naming) {
      const room = JSON.parse(json) as Room;
      this.putRoom({ ...room, banned: room.banned.filter(one => one.account !== account) });
    }
    this.storage.sql.exec('DELETE FROM joined WHERE account = ?', account);
    return owners;
  }

  private putOut(room: Room, account: string): void {
    const members = room.members.filter(member => member.account !== account);
    const left = this.joined(account).filter(key => key !== room.room);
    this.write({ ...room, members }, account, left);
  }

  private write(room: Room, account: string, joined: readonly RoomKey[]): void {
    this.storage.transactionSync(() => {
      if (joined.length) this.storage.sql.exec('INSERT OR REPLACE INTO joined VALUES (?, ?)', account, JSON.stringify(joined));
      else this.storage.sql.exec('DELETE FROM joined WHERE account = ?', account);
      if (room.members.length) this.putRoom(room);
      else {
        this.storage.sql.exec('DELETE FROM room WHERE room = ?', room.room);
        this.closed(room.room);
      }
    });
  }

  private putRoom(room: Room): void {
    this.storage.sql.exec('INSERT OR REPLACE INTO room VALUES (?, ?)', room.room, JSON.stringify(room));
  }
}
