// Talk beyond the region, as a region serves it. In: lines of its people for the world's rooms, what screens say they have read, words of Talk. Out:
// each reader's next lines, each once and in order wherever he goes; friends and rooms; whispers that waited.
import type { Contacts, HeldLine } from '../../ports';
import { Writer } from '../../shared/protocol/codec';
import { type Body, type C2S, put, S2C } from '../../shared/protocol/messages';
import { NOTICES } from '../../shared/protocol/notices';
import { OK, REASONS, type Reason } from '../../shared/rules/reasons';
import {
  type Due,
  due,
  friendsBody,
  heldBody,
  keepRead,
  linesBody,
  roomsBody,
  roomsOf,
  takeRead,
  wishOf,
  withoutIgnored,
} from '../../talkwords';
import type { Player } from '../player';
import { cardOf } from '../presence';
import type { World } from '../world';
import { refuse } from './parties';

/** More than this waits for a reader's next turn. */
const MOST_WAITING_BYTES = 12 * 1024;
/** Nobody has more wishes under way than this. */
const MOST_ASKED = 4;

export const contactsOf = ({ footing }: World, player: Player): Contacts | null =>
  footing.talk.contacts.get(player.character.id) ?? null;

/** Whether he wants to hear nothing of that account: its words, its invitations, its trade. */
export const ignores = (world: World, player: Player, account: string): boolean =>
  contactsOf(world, player)?.ignored.some(each => each.account === account) ?? false;

/** Epoch ms until which moderation has silenced him; 0: it has not. */
export function mutedUntil_ms(world: World, player: Player): number {
  // Talk tells it at once; the ticket and D1 (warrants.ts) know it too, before Talk has spoken and if it does not.
  const until_ms = Math.max(contactsOf(world, player)?.mutedUntil_ms ?? 0, player.session?.mutedUntil_ms ?? 0);
  return until_ms > world.now_ms ? until_ms : 0;
}

/** He has come in by a new socket: Talk tells what it keeps of him, and he tells what he has read. */
export function attend(world: World, player: Player): void {
  // Lines that waited for his next frame are gone with a world that was built anew: his screen says what came.
  if (player.session) player.session.told = null;
  world.footing.talk.come(cardOf(world, player));
  tellContacts(world, player);
}

export function takeContacts(world: World, player: Player, contacts: Contacts): void {
  // Newer than what the ticket said: he may have been let speak again.
  if (player.session) player.session.mutedUntil_ms = contacts.mutedUntil_ms;
  const before = contactsOf(world, player);
  if (before && before.version >= contacts.version) return;
  world.footing.talk.contacts.set(player.character.id, contacts);
  if (player.session?.told) keepRead(player.session.told, player.character.covenant, contacts);
  tellContacts(world, player);
}

function tellContacts(world: World, player: Player): void {
  const contacts = contactsOf(world, player);
  if (!contacts) return;
  player.soon(S2C.friends, friendsBody(contacts));
  player.soon(S2C.rooms, roomsBody(contacts));
}

export function tellHeld(world: World, player: Player, lines: readonly HeldLine[]): void {
  const shown = lines.filter(({ account }) => !ignores(world, player, account));
  if (shown.length) player.soon(S2C.held, heldBody(shown));
}

export function readHeld(world: World, player: Player, { number }: Body<typeof C2S.readHeld>): void {
  void world.footing.talk.readHeld(player.character.id, number);
}

/** What his screen has read, told with every welcome. */
export function hear(world: World, player: Player, { rooms }: Body<typeof C2S.heard>): void {
  const { session, character } = player;
  if (!session) return;
  session.told ??= new Map();
  takeRead(session.told, character.covenant, contactsOf(world, player), rooms);
}

/** Everybody's next lines, with his next frame. Those who have read as far as each other are told the same bytes. */
export function tellRooms(world: World): void {
  const { talk } = world.footing;
  const made = new Map<string, Uint8Array>();
  for (const player of world.players.values()) {
    const { session } = player;
    if (!session?.told || world.tick % session.ticksPerFrame || session.soon.length > MOST_WAITING_BYTES) continue;
    const contacts = contactsOf(world, player);
    for (const each of due(roomsOf(player.character.covenant, contacts), session.told, talk.tailOf)) {
      if (contacts?.ignored.length) tellOne(player, withoutIgnored(each, contacts));
      else session.soon.put(bytesOf(made, each));
    }
  }
}

function tellOne(player: Player, shown: Due): void {
  if (shown.lines.length) player.soon(S2C.lines, linesBody(shown));
}

function bytesOf(made: Map<string, Uint8Array>, each: Due): Uint8Array {
  const { at, lines } = each;
  const key = `${at.room} ${lines[0].number} ${lines.length}`;
  let bytes = made.get(key);
  if (!bytes) {
    const writer = new Writer(256);
    put(writer, S2C.lines, linesBody(each));
    bytes = writer.take();
    made.set(key, bytes);
  }
  return bytes;
}

/** After the write: what was said leaves, and what was missed is asked for. */
export function talkAlong(world: World): void {
  const { footing, now_ms, byCharacter } = world;
  let isHeard = false;
  for (const { playing } of byCharacter.values()) isHeard ||= playing;
  footing.talk.turn(now_ms, isHeard);
  if (world.onTheSecond) footing.talk.forget(id => footing.custody.held.has(id));
}

// ---- wishes ----

type Asked = 'befriend' | 'unfriend' | 'ignore' | 'unignore' | 'joinRoom' | 'leaveRoom' | 'manageRoom' | 'makeInvite';

/** A handler of one message that is asked of Talk as it stands. */
export const wishes =
  <K extends Asked>(name: K) =>
  (world: World, player: Player, body: Body<(typeof C2S)[K]>): void =>
    ask(world, player, wishOf({ name, rate: 'query', body } as Parameters<typeof wishOf>[0]));

export function ask(world: World, player: Player, wish: Parameters<World['footing']['talk']['ask']>[1]): void {
  if (player.asking >= MOST_ASKED) refuse(world, player, REASONS.tooFast);
  else {
    player.asking++;
    void world.footing.talk.ask(cardOf(world, player), wish);
  }
}

/** Why this line is not said, or OK: moderation has silenced him. */
export function checkMuted(world: World, player: Player): Reason {
  const until_ms = mutedUntil_ms(world, player);
  if (!until_ms) return OK;
  const minutes = Math.ceil((until_ms - world.now_ms) / 60_000);
  player.soon(S2C.notice, { notice: NOTICES.muted, value: minutes, text: '' });
  return REASONS.muted;
}
