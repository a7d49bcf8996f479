// Rooms of talk that reach beyond one region: the world's, traders', each covenant's, and those that players open. In: channels, names, lines.
// Out: keys of rooms, and the end of a room's talk as everybody keeps it who passes it on: in order, numbered without gaps.
import { COVENANTS } from '../content/kinds';
import { CHANNEL_COVENANT, CHANNEL_CUSTOM, CHANNEL_TRADE, CHANNEL_WORLD } from '../protocol/talk';
import { isFoul, nameKey } from './names';
import { OK, REASONS, type Reason } from './reasons';

export type RoomKey = string;

/** Lines that are kept of each room, for those who come later. */
export const ROOM_LINES = 100;
export const ROOM_NAME_LEAST = 3;
export const ROOM_NAME_MOST = 20;
export const ROOMS_PER_ACCOUNT = 10;
export const ROOM_MEMBERS = 200;

export interface KeptLine {
  /** 1, 2, 3 … within its room. */
  readonly number: number;
  readonly from: string;
  readonly account: string;
  readonly text: string;
  readonly at_ms: number;
}

/** Of a channel as somebody of that covenant uses it; `name`: of a room that players opened. Null: that channel has no room. */
export function roomOf(channel: number, covenant: number, name: string): RoomKey | null {
  if (channel === CHANNEL_WORLD) return 'world';
  if (channel === CHANNEL_TRADE) return 'trade';
  if (channel === CHANNEL_COVENANT) return `covenant.${covenant}`;
  return channel === CHANNEL_CUSTOM && nameKey(name) ? `#${nameKey(name)}` : null;
}

/** Rooms in which everybody of that covenant is. */
export const openRooms = (covenant: number): { channel: number; room: RoomKey }[] =>
  [CHANNEL_WORLD, CHANNEL_TRADE, CHANNEL_COVENANT].map(channel => ({ channel, room: roomOf(channel, covenant, '') as RoomKey }));

/** All of those rooms. */
export const OPEN_ROOMS: readonly RoomKey[] = ['world', 'trade', ...COVENANTS.map((_, i) => `covenant.${i}`)];
export const isOpenRoom = (room: RoomKey): boolean => OPEN_ROOMS.includes(room);

export const customRoom = (name: string): RoomKey => `#${nameKey(name)}`;

/** 3-20 letters, digits, hyphens and single spaces, not foul. */
export function checkRoomName(name: string): Reason {
  const { length } = [...name];
  if (length < ROOM_NAME_LEAST || length > ROOM_NAME_MOST) return REASONS.badRoomName;
  if (!/^[\p{L}\p{N}](?:[ -]?[\p{L}\p{M}\p{N}])*$/u.test(name) || !nameKey(name)) return REASONS.badRoomName;
  return isFoul(name) ? REASONS.badRoomName : OK;
}

/** The last lines of a room. What it was given it has in order and without a gap, save where more than it keeps was missed. */
export class Tail {
  private kept: KeptLine[] = [];

  constructor(lines: readonly KeptLine[] = []) {
    this.fill(lines);
  }

  /** Number of the newest line; 0: there is none. */
  get last(): number {
    return this.kept.at(-1)?.number ?? 0;
  }

  get lines(): readonly KeptLine[] {
    return this.kept;
  }

  /** Takes the lines that come next; false: some between are missing, and nothing after them was taken. Doubled ones are passed over. */
  take(lines: readonly KeptLine[]): boolean {
    for (const line of lines) {
      if (line.number <= this.last) continue;
      if (line.number !== this.last + 1) return false;
      this.kept.push(line);
    }
    this.trim();
    return true;
  }

  /** Takes what was asked for after a gap: everything that the room's owner still has. */
  fill(lines: readonly KeptLine[]): void {
    const news = lines.filter(({ number }) => number > this.last);
    if (news.length && news[0].number !== this.last + 1) this.kept = [];
    this.kept.push(...news);
    this.trim();
  }

  /** The first `most` lines after that number. */
  after(number: number, most = ROOM_LINES): readonly KeptLine[] {
    const from = this.kept.findIndex(line => line.number > number);
    return from < 0 ? [] : this.kept.slice(from, from + most);
  }

  private trim(): void {
    if (this.kept.length > ROOM_LINES) this.kept.splice(0, this.kept.length - ROOM_LINES);
  }
}
