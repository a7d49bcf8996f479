// Talk between players. In: chat messages. Out: lines to those who hear them: say and yell by distance, region to all here (kept as a ring), party
// and raid to members wherever they are, whispers by name, and everything farther through Talk. Plain text only: what could hide, reorder or break
// lines is taken out. Read `ROUTES` first: every channel that a player may speak in, and where it leads.
import { EMOTES } from '../../shared/content/emotes';
import { Writer } from '../../shared/protocol/codec';
import { CHAT_HISTORY, SAY_RANGE_M, YELL_RANGE_M } from '../../shared/protocol/limits';
import {
  type Body,
  type C2S,
  CHANNEL_ALLIANCE,
  CHANNEL_COVENANT,
  CHANNEL_CUSTOM,
  CHANNEL_GUILD,
  CHANNEL_OFFICER,
  CHANNEL_PARTY,
  CHANNEL_RAID,
  CHANNEL_REGION,
  CHANNEL_SAY,
  CHANNEL_TRADE,
  CHANNEL_WARNING,
  CHANNEL_WHISPER,
  CHANNEL_WORLD,
  CHANNEL_YELL,
  put,
  S2C,
} from '../../shared/protocol/messages';
import { NOTICES } from '../../shared/protocol/notices';
import { boundsOf, distanceTo, wholeOf } from '../../shared/regions';
import { cleanChat } from '../../shared/rules/chatText';
import { nameKey } from '../../shared/rules/names';
import { OK, REASONS } from '../../shared/rules/reasons';
import { roomOf } from '../../shared/rules/rooms';
import { bornOf, checkTalk, remember } from '../../shared/rules/talk';
import { sendTo } from '../letters';
import { wordTo } from '../neighbours';
import type { Player } from '../player';
import type { World } from '../world';
import { isDead } from './death';
import { count } from './deeds';
import { askGuild } from './guild';
import { matesOf } from './parties';
import { ask, checkMuted, contactsOf, ignores } from './talk';
import { pairRoom } from './witness';

const MOST_TALK_BYTES = 16 * 1024;
const shared = new Writer(1024);

type Line = Body<typeof S2C.chat>;
type Route = (world: World, player: Player, line: Line, to: string) => void;

/** Where a line goes, by its channel. `isWide`: beyond the region, where newcomers speak less. */
const ROUTES: Readonly<Record<number, { readonly go: Route; readonly isWide?: boolean }>> = {
  [CHANNEL_SAY]: { go: sayNear },
  [CHANNEL_YELL]: { go: sayNear },
  [CHANNEL_REGION]: { go: (world, player, line) => sayToAll(world, player, line) },
  [CHANNEL_WHISPER]: { go: whisper },
  [CHANNEL_PARTY]: { go: sayToParty },
  [CHANNEL_RAID]: { go: sayToRaid },
  [CHANNEL_WARNING]: { go: sayToRaid },
  [CHANNEL_GUILD]: { go: sayToGuild },
  [CHANNEL_OFFICER]: { go: sayToGuild },
  [CHANNEL_ALLIANCE]: { go: sayToGuild },
  [CHANNEL_WORLD]: { go: sayToRoom, isWide: true },
  [CHANNEL_TRADE]: { go: sayToRoom, isWide: true },
  [CHANNEL_COVENANT]: { go: sayToRoom, isWide: true },
  [CHANNEL_CUSTOM]: { go: sayToRoom, isWide: true },
};

export function say(world: World, player: Player, { channel, to, text }: Body<typeof C2S.chat>): void {
  const plain = cleanChat(text);
  const route = ROUTES[channel];
  const isWide = route?.isWide ?? false;
  const { account, name } = player.character;
  const reason = route
    ? checkTalk(player.spoken, plain, isWide, bornOf(account), world.now_ms) || checkMuted(world, player)
    : REASONS.notNow;
  if (reason !== OK) {
    refuse(world, player, reason, '');
    return;
  }
  remember(player.spoken, plain, isWide, world.now_ms);
  route.go(world, player, { channel, from: name, fromEntity: player.entity, to: '', text: plain, time: world.now_ms }, to);
}

/** The guild's own object knows who of it is where, and who may hear its officers. */
function sayToGuild(world: World, player: Player, { channel, text }: Line): void {
  askGuild(world, player, { what: 'say', channel, text });
}

export function showEmote(world: World, player: Player, { emote }: Body<typeof C2S.emote>): void {
  if (emote <= 0 || emote > EMOTES.length || isDead(world, player)) return;
  world.sim.core.emote(player.entity, emote);
  count(player, 'emote');
  count(player, `emote.${EMOTES[emote - 1]}`);
}

const rangeOf = ({ channel }: Line): number => (channel === CHANNEL_YELL ? YELL_RANGE_M : SAY_RANGE_M);
/** Whose words they are; '': nobody's who could be ignored. */
const accountOf = (speaker: object): string => ('character' in speaker ? (speaker as Player).character.account : '');

/** To every player within hearing of a body, also over the border: players' words and villagers' alike. */
export function sayNear(world: World, speaker: { entity: number }, line: Line): void {
  const { core } = world.sim;
  const at = { x: core.x(speaker.entity), z: core.z(speaker.entity) };
  const account = accountOf(speaker);
  hearOver(world, line, at, account);
  for (const peer of world.footing.links.peers) {
    if (distanceTo(boundsOf(peer), at.x, at.z) <= rangeOf(line)) (wordTo(world, peer).say ??= []).push({ line, ...at, account });
  }
}

/** A line that was said at that place, here or next door; `at` null: the whole region hears it. */
export function hearOver(world: World, line: Line, at: { x: number; z: number } | null, account = ''): void {
  const bytes = bytesOf(line);
  const range_m = rangeOf(line);
  if (account)
    world.witness.hear({
      room: `here ${line.channel}`,
      channel: line.channel,
      from: line.from,
      account,
      text: line.text,
      at_ms: line.time,
    });
  for (const listener of world.players.values()) {
    // Whether he is ignored is asked last: it takes longest, and most of a crowd stand too far away.
    if (!listener.playing || (at && world.distanceTo(listener.entity, at.x, at.z) > range_m)) continue;
    if (!account || !ignores(world, listener, account)) hear(world, listener, bytes);
  }
}

function sayToAll(world: World, { character: { account } }: Player, line: Line): void {
  const kept = { number: (world.lines.at(-1)?.number ?? -1) + 1, sender: line.from, text: line.text, at_ms: line.time };
  world.lines.push(kept);
  if (world.lines.length > CHAT_HISTORY) world.lines.shift();
  world.deeds.lines.push(kept);
  hearOver(world, line, null, account);
  // The quarters of a divided region still are one place to talk in.
  const place = wholeOf(world.footing.region);
  for (const peer of world.footing.links.peers) {
    if (wholeOf(peer) === place) (wordTo(world, peer).region ??= []).push({ line, account });
  }
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

/** To somebody here at once; to anybody else, in the world or not, through Talk. */
function whisper(world: World, player: Player, line: Line, to: string): void {
  const key = nameKey(to.trim());
  for (const listener of world.players.values()) {
    if (!listener.playing || listener.nameKey !== key) continue;
    const whispered = { ...line, to: listener.character.name };
    witnessWhisper(world, whispered, player.character.account);
    // Whoever is ignored is not told so.
    if (!ignores(world, listener, player.character.account)) listener.soon(S2C.chat, whispered);
    if (listener !== player) player.soon(S2C.chat, whispered);
    return;
  }
  if (key) ask(world, player, { what: 'whisper', to, text: line.text });
  else refuse(world, player, REASONS.noSuchPlayer, to);
}

export function witnessWhisper(world: World, { channel, from, to, text, time }: Omit<Line, 'fromEntity'>, account: string): void {
  world.witness.hear({ room: pairRoom(from, to), channel, from, account, text, at_ms: time });
}

/** To every member, wherever he is: those elsewhere are reached through their regions, without the realm. */
function sayToParty(world: World, player: Player, line: Line): void {
  const mates = matesOf(world, player.character.id);
  if (!mates.length) refuse(world, player, REASONS.notInParty, '');
  const { account } = player.character;
  for (const { character, region } of mates) {
    const { channel, from, text, time } = line;
    const here = world.byCharacter.get(character);
    if (here) tellMate(world, here, line, account);
    else if (region) sendTo(world, region, { to: character, word: { what: 'chat', channel, from, text, time, account } });
  }
}

/** A party's line for a member who is here; also one that another region sent. */
export function tellMate(world: World, player: Player, line: Line, account: string): void {
  if (ignores(world, player, account)) return;
  const party = world.footing.affairs.get(player.character.id)?.party?.id ?? '';
  const { channel, from, text, time } = line;
  world.witness.hear({ room: `party ${party}`, channel, from, account, text, at_ms: time });
  player.soon(S2C.chat, line);
}

/** The same, if they are a raid; only its leader warns. */
function sayToRaid(world: World, player: Player, line: Line): void {
  const { id } = player.character;
  const party = world.footing.affairs.get(id)?.party;
  if (!party?.isRaid) refuse(world, player, REASONS.notInRaid, '');
  else if (line.channel === CHANNEL_WARNING && party.leader !== id) refuse(world, player, REASONS.notLeader, '');
  else sayToParty(world, player, line);
}

/** Into a room beyond the region: Talk numbers it and brings it back, to its speaker too. */
function sayToRoom(world: World, player: Player, line: Line, to: string): void {
  const { id, account, name, covenant } = player.character;
  const room = roomOf(line.channel, covenant, to);
  const isMember = line.channel !== CHANNEL_CUSTOM || contactsOf(world, player)?.rooms.some(joined => joined.room === room);
  if (!room || !isMember) refuse(world, player, REASONS.noSuchRoom, to);
  else world.footing.talk.say({ room, character: id, account, from: name, text: line.text, at_ms: line.time });
}

function refuse(world: World, player: Player, reason: number, text: string): void {
  world.counters.count('chat.refused');
  player.soon(S2C.notice, { notice: NOTICES.refused, value: reason, text });
}
