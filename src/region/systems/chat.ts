// Talk between players: say by distance, region to all here, whisper by name, emotes. In: chat messages. Out: lines to those who hear
// them; the region's channel is kept as a ring. Plain text only: what could hide, reorder or break lines is taken out.
import { EMOTES } from '../../shared/content/emotes';
import { Writer } from '../../shared/protocol/codec';
import { CHAT_HISTORY, SAY_RANGE_M } from '../../shared/protocol/limits';
import {
  type Body,
  type C2S,
  CHANNEL_PARTY,
  CHANNEL_REGION,
  CHANNEL_SAY,
  CHANNEL_WHISPER,
  put,
  S2C,
} from '../../shared/protocol/messages';
import { NOTICES } from '../../shared/protocol/notices';
import { boundsOf, distanceTo, wholeOf } from '../../shared/regions';
import { checkChat, cleanChat } from '../../shared/rules/chatText';
import { nameKey } from '../../shared/rules/names';
import { OK, REASONS } from '../../shared/rules/reasons';
import { sendTo } from '../letters';
import { wordTo } from '../neighbours';
import type { Player } from '../player';
import type { World } from '../world';
import { isDead } from './death';
import { count } from './deeds';
import { matesOf } from './parties';

const MOST_TALK_BYTES = 16 * 1024;
const shared = new Writer(1024);

type Line = Body<typeof S2C.chat>;

export function say(world: World, player: Player, { channel, to, text }: Body<typeof C2S.chat>): void {
  const plain = cleanChat(text);
  const reason = checkChat(plain);
  if (reason !== OK) {
    refuse(world, player, reason, '');
    return;
  }
  if (isMuted(world, player)) {
    refuse(world, player, REASONS.muted, '');
    return;
  }
  const line: Line = { channel, from: player.character.name, fromEntity: player.entity, to: '', text: plain, time: world.now_ms };
  if (channel === CHANNEL_SAY) sayNear(world, player, line);
  else if (channel === CHANNEL_REGION) sayToAll(world, line);
  else if (channel === CHANNEL_WHISPER) whisper(world, player, line, to);
  else if (channel === CHANNEL_PARTY) sayToParty(world, player, line);
  else refuse(world, player, REASONS.notNow, '');
}

/** The staff has silenced him for a while; it is asked before anything that others read. */
export const isMuted = (world: World, { session }: Player): boolean => (session?.mutedUntil_ms ?? 0) > world.now_ms;

export function showEmote(world: World, player: Player, { emote }: Body<typeof C2S.emote>): void {
  if (emote <= 0 || emote > EMOTES.length || isDead(world, player)) return;
  world.sim.core.emote(player.entity, emote);
  count(player, 'emote');
  count(player, `emote.${EMOTES[emote - 1]}`);
}

/** To every player within hearing of a body, also over the border: players' words and villagers' alike. */
export function sayNear(world: World, speaker: { entity: number }, line: Line): void {
  const { core } = world.sim;
  const at = { x: core.x(speaker.entity), z: core.z(speaker.entity) };
  hearOver(world, line, at);
  for (const peer of world.footing.links.peers) {
    if (distanceTo(boundsOf(peer), at.x, at.z) <= SAY_RANGE_M) (wordTo(world, peer).say ??= []).push({ line, ...at });
  }
}

/** A line that was said at that place, here or next door; `at` null: the whole region hears it. */
export function hearOver(world: World, line: Line, at: { x: number; z: number } | null): void {
  const bytes = bytesOf(line);
  for (const listener of world.players.values()) {
    if (!at || (listener.playing && world.distanceTo(listener.entity, at.x, at.z) <= SAY_RANGE_M)) hear(world, listener, bytes);
  }
}

function sayToAll(world: World, line: Line): void {
  const kept = { number: (world.lines.at(-1)?.number ?? -1) + 1, sender: line.from, text: line.text, at_ms: line.time };
  world.lines.push(kept);
  if (world.lines.length > CHAT_HISTORY) world.lines.shift();
  world.deeds.lines.push(kept);
  hearOver(world, line, null);
  // The quarters of a divided region still are one place to talk in.
  const place = wholeOf(world.footing.region);
  for (const peer of world.footing.links.peers) if (wholeOf(peer) === place) (wordTo(world, peer).region ??= []).push(line);
}

/** A line is encoded once for all who hear it. */
function bytesOf(line: Line): Uint8Array {
  shared.length = 0;
  put(shared, S2C.chat, line);
  return shared.bytes.subarray(0, shared.length);
}

/** More talk in one turn than anybody can read is lost: a crowd of shouters must not swell everybody's frames. */
function hear(world: World, { session }: Player, bytes: Uint8Array): void {
  if (!session) return;
  if (session.soon.length > MOST_TALK_BYTES) world.counters.count('chat.drowned');
  else session.soon.put(bytes);
}

function whisper(world: World, player: Player, line: Line, to: string): void {
  const key = nameKey(to.trim());
  for (const listener of world.players.values()) {
    if (!listener.playing || listener.nameKey !== key) continue;
    const whispered = { ...line, to: listener.character.name };
    listener.soon(S2C.chat, whispered);
    if (listener !== player) player.soon(S2C.chat, whispered);
    return;
  }
  refuse(world, player, REASONS.noSuchPlayer, to);
}

/** To every member, wherever he is: those elsewhere are reached through their regions, without the realm. */
function sayToParty(world: World, player: Player, line: Line): void {
  const mates = matesOf(world, player.character.id);
  if (!mates.length) refuse(world, player, REASONS.notInParty, '');
  for (const { character, region } of mates) {
    const here = world.byCharacter.get(character);
    const { channel, from, text, time } = line;
    if (here) here.soon(S2C.chat, line);
    else if (region) sendTo(world, region, { to: character, word: { what: 'chat', channel, from, text, time } });
  }
}

function refuse(world: World, player: Player, reason: number, text: string): void {
  world.counters.count('chat.refused');
  player.soon(S2C.notice, { notice: NOTICES.refused, value: reason, text });
}
