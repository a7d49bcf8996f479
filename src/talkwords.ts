// What Talk keeps, in the words of the wire: the same for a region that passes it on and for Talk itself, on the page that only chats.
// In: contacts, lines, messages. Out: bodies of messages, wishes, and which lines of which rooms are due.
import type { Contacts, HeldLine, TalkWish } from './ports';
import { placeOf } from './shared/content';
import { type Body, type C2S, type C2SMessage, CHANNEL_CUSTOM, LINES_AT_ONCE, type S2C } from './shared/protocol/messages';
import { type KeptLine, openRooms, type RoomKey, roomOf, type Tail } from './shared/rules/rooms';

export function friendsBody({ friends, ignored }: Contacts): Body<typeof S2C.friends> {
  return {
    friends: friends.map(({ account, name, level, cls, covenant, region, state, since_ms }) => {
      return { id: account, name, level, cls, covenant, place: placeOf(region)?.number ?? 0, state, since: since_ms };
    }),
    ignored: ignored.map(({ account, name }) => ({ id: account, name })),
  };
}

export const roomsBody = ({ rooms }: Contacts): Body<typeof S2C.rooms> => ({
  rooms: rooms.map(({ name, isOwner }) => ({ name, isOwner })),
});

export function heldBody(lines: readonly HeldLine[]): Body<typeof S2C.held> {
  return { lines: lines.slice(0, LINES_AT_ONCE).map(({ number, from, text, at_ms }) => ({ number, from, text, time: at_ms })) };
}

export function linkBody(link: { code: string; until_ms: number; uses: number }, now_ms: number): Body<typeof S2C.inviteLink> {
  return { code: link.code, left_s: Math.max(0, Math.round((link.until_ms - now_ms) / 1000)), uses: link.uses };
}

/** A room as one who is in it names it on the wire. */
export interface RoomName {
  readonly channel: number;
  readonly room: RoomKey;
  /** '' unless players opened it. */
  readonly name: string;
}

/** All rooms that somebody of that covenant is in. */
export function roomsOf(covenant: number, contacts: Contacts | null): RoomName[] {
  return [
    ...openRooms(covenant).map(open => ({ ...open, name: '' })),
    ...(contacts?.rooms ?? []).map(({ room, name }) => ({ channel: CHANNEL_CUSTOM, room, name })),
  ];
}

/** A screen names no more rooms than this in one message (`heard`). */
const MOST_READ = 16;

/**
 * Takes a screen's word for what it has read: only of rooms that its reader is in, and never less than he was told already, or the same lines would go
 * out as often as somebody asks for them. `contacts` null: Talk has not said yet which rooms he is in, and he may come from over a border: what he
 * names counts as his until it does (keepRead).
 */
export function takeRead(
  told: Map<RoomKey, number>,
  covenant: number,
  contacts: Contacts | null,
  read: Body<typeof C2S.heard>['rooms'],
): void {
  const his = contacts && new Set(roomsOf(covenant, contacts).map(({ room }) => room));
  for (const { channel, room, number } of read) {
    const key = roomOf(channel, covenant, room);
    const isHis = key !== null && (his?.has(key) ?? (told.has(key) || told.size < MOST_READ));
    if (isHis) told.set(key, Math.max(number, told.get(key) ?? 0));
  }
}

/** What he was told of rooms in which he is no more is forgotten: nobody's numbers grow with the rooms that he passes through. */
export function keepRead(told: Map<RoomKey, number>, covenant: number, contacts: Contacts): void {
  const his = new Set(roomsOf(covenant, contacts).map(({ room }) => room));
  for (const room of told.keys()) if (!his.has(room)) told.delete(room);
}

export interface Due {
  readonly at: RoomName;
  readonly lines: readonly KeptLine[];
}

/**
 * The next lines of each room after the last that this reader was told (`told`: by room, moved on here), at most as many as one message holds.
 * A reader's numbers decide alone, so whoever changes regions or sockets misses none and hears none twice.
 */
export function due(rooms: readonly RoomName[], told: Map<RoomKey, number>, tailOf: (room: RoomKey) => Tail | undefined): Due[] {
  const all: Due[] = [];
  for (const at of rooms) {
    const tail = tailOf(at.room);
    const last = told.get(at.room) ?? 0;
    if (!tail || tail.last <= last) continue;
    const lines = tail.after(last, LINES_AT_ONCE);
    told.set(at.room, lines[lines.length - 1].number);
    all.push({ at, lines });
  }
  return all;
}

export function linesBody({ at, lines }: Due): Body<typeof S2C.lines> {
  return {
    channel: at.channel,
    room: at.name,
    lines: lines.map(({ number, from, text, at_ms }) => ({ number, from, text, time: at_ms })),
  };
}

/** What of it somebody ignores is passed over, not told later. */
export function withoutIgnored({ at, lines }: Due, contacts: Contacts | null): Due {
  if (!contacts?.ignored.length) return { at, lines };
  const ignored = new Set(contacts.ignored.map(({ account }) => account));
  return { at, lines: lines.filter(({ account }) => !ignored.has(account)) };
}

type Asked = Extract<
  C2SMessage,
  { name: 'befriend' | 'unfriend' | 'ignore' | 'unignore' | 'joinRoom' | 'leaveRoom' | 'manageRoom' | 'makeInvite' }
>;

/** Messages that are wishes as they stand. */
export function wishOf({ name, body }: Asked): TalkWish {
  switch (name) {
    case 'befriend':
    case 'ignore':
      return { what: name, name: body.name };
    case 'unfriend':
    case 'unignore':
      return { what: name, account: body.id };
    case 'joinRoom':
    case 'leaveRoom':
      return { what: name, room: body.room };
    case 'manageRoom':
      return { what: name, room: body.room, name: body.name, act: body.what };
    case 'makeInvite':
      return { what: name };
  }
}

/** A report of a line in a room that Talk keeps. */
export function complaintOf(report: Body<typeof C2S.reportLine>, room: RoomKey): Extract<TalkWish, { what: 'report' }> {
  const { channel, number, why, words } = report;
  return { what: 'report', channel, room, number, why, words, lines: [], about: -1 };
}
