// Letters: words for people, from the realm and from other regions, wherever those people have gone meanwhile. In: letters for characters. Out:
// what they say, told or done in the next tick; who went on from here is followed by his tombstone; who is on his way here is waited for.
import type { Letter, Word } from '../ports';
import { CHANNEL_PARTY, CHANNEL_RAID, CHANNEL_WARNING, CHANNEL_WHISPER, S2C } from '../shared/protocol/messages';
import { NOTICES } from '../shared/protocol/notices';
import type { RegionKey } from '../shared/regions';
import { OK } from '../shared/rules/reasons';
import { linkBody } from '../talkwords';
import { putOut } from './ousting';
import type { Player } from './player';
import { takeAffairs } from './systems/affairs';
import { takeCall } from './systems/calls';
import { tellMate, witnessWhisper } from './systems/chat';
import { hearAnswer, payCharter } from './systems/guild';
import { showView } from './systems/guildviews';
import { countSlain } from './systems/laws';
import { ignores, takeContacts, tellHeld } from './systems/talk';
import type { Footing, World } from './world';

export interface Pending {
  readonly letter: Letter;
  readonly since_ms: number;
}

/** A letter waits this long for somebody who is on his way here. */
const WAIT_MS = 5_000;
/** It follows nobody over more borders than this. */
const MOST_HOPS = 8;
/** So many wait at a time at most. */
const MOST_WAITING = 4_096;

/** Takes letters in, at any time. `isAwake`: a tick will read them. */
export function takeLetters(footing: Footing, letters: readonly Letter[], isAwake: boolean): void {
  const since_ms = Date.now();
  for (const letter of letters) {
    if (!footing.custody.held.has(letter.to) && follow(footing, letter, true)) continue;
    if (isAwake && footing.letters.length < MOST_WAITING) footing.letters.push({ letter, since_ms });
    else lose(footing, letter);
  }
}

/** First thing in a tick: whoever is here reads what is for him. */
export function readLetters(world: World): void {
  const { footing, now_ms } = world;
  if (!footing.letters.length) return;
  for (const pending of footing.letters.splice(0)) {
    const { letter, since_ms } = pending;
    const player = world.byCharacter.get(letter.to);
    // Between two sockets nobody hears: what is said waits for the next one.
    const isDeaf = player?.playing === false && letter.word.what === 'chat' && now_ms - since_ms < WAIT_MS;
    if (isDeaf) footing.letters.push(pending);
    else if (player) read(world, player, letter);
    else if (footing.custody.held.has(letter.to) || !follow(footing, letter, false)) {
      if (now_ms - since_ms < WAIT_MS) footing.letters.push(pending);
      else lose(footing, letter);
    }
  }
}

/** He is nowhere to be found. A whisper waits for him with Talk. */
function lose({ talk, counters }: Footing, letter: Letter): void {
  const { word } = letter;
  if (word.what === 'chat' && word.channel === CHANNEL_WHISPER) void talk.keep([letter]);
  else counters.count('letter.lost');
}

/** A word for somebody in another region; it leaves at the end of the tick. */
export function sendTo(world: World, region: RegionKey, letter: Letter): void {
  put(world.footing, region, letter);
}

/** After the write. */
export function postLetters(world: World): void {
  const { post } = world.footing;
  for (const [region, letters] of post) world.footing.send(region, letters);
  post.clear();
}

/** False: he did not go on from here. `isNow`: no tick is to send it. */
function follow(footing: Footing, letter: Letter, isNow: boolean): boolean {
  const passed = footing.store.holdings.passed(letter.to);
  if (!passed) return false;
  const next = { ...letter, hops: (letter.hops ?? 0) + 1 };
  if (next.hops > MOST_HOPS) footing.counters.count('letter.lost');
  else if (isNow) footing.send(passed.receiver, [next]);
  else put(footing, passed.receiver, next);
  return true;
}

const PARTY_CHANNELS: readonly number[] = [CHANNEL_PARTY, CHANNEL_RAID, CHANNEL_WARNING];

/** Words of somebody elsewhere. A whisper that finds nobody at home waits for him with Talk. */
function hearWord(world: World, player: Player, word: Extract<Word, { what: 'chat' }>): void {
  const { account = '', to = '', channel } = word;
  const line = { ...word, fromEntity: 0, to };
  if (PARTY_CHANNELS.includes(channel)) {
    tellMate(world, player, line, account);
    return;
  }
  const isOwn = account === player.character.account && word.from === player.character.name;
  if (account && ignores(world, player, account) && !isOwn) return;
  if (channel === CHANNEL_WHISPER) witnessWhisper(world, line, account);
  if (player.session || isOwn || channel !== CHANNEL_WHISPER) player.soon(S2C.chat, line);
  else void world.footing.talk.keep([{ to: player.character.id, word }]);
}

function put({ post }: Footing, region: RegionKey, letter: Letter): void {
  const bundle = post.get(region);
  if (bundle) bundle.push(letter);
  else post.set(region, [letter]);
}

function read(world: World, player: Player, { word }: Letter): void {
  switch (word.what) {
    case 'affairs':
      takeAffairs(world, player, word);
      break;
    case 'invited':
    case 'guildInvited':
      // Whoever is ignored is not told so: his invitation lapses.
      if (!ignores(world, player, word.account)) takeCall(world, player, word);
      break;
    case 'notice':
      player.sure(S2C.notice, { notice: word.notice, value: word.value, text: word.text });
      break;
    case 'chat':
      hearWord(world, player, word);
      break;
    case 'contacts':
      takeContacts(world, player, word);
      break;
    case 'held':
      tellHeld(world, player, word.lines);
      break;
    case 'inviteLink':
      player.sure(S2C.inviteLink, linkBody(word, world.now_ms));
      break;
    case 'readiness': {
      const left_s = word.until_ms ? Math.max(1, Math.ceil((word.until_ms - world.now_ms) / 1000)) : 0;
      player.sure(S2C.readiness, { by: word.by, left_s, answers: [...word.answers] });
      break;
    }
    case 'pointed':
      player.soon(S2C.pointed, { name: word.name, x: word.x, z: word.z });
      break;
    case 'way':
      player.called = { dungeon: word.dungeon, instance: word.instance, until_ms: word.until_ms, gate: word.gate };
      break;
    case 'slew':
      countSlain(world, player, word.victim, word.name, word.level);
      break;
    case 'charter':
      payCharter(world, player, word);
      break;
    case 'guildView':
      showView(world, player, word.view);
      break;
    case 'guildAnswer':
      hearAnswer(world, player, word.reason, word.text);
      break;
    case 'out':
      putOut(world, player.character.id, word.why, word.session);
      break;
    case 'answer':
      player.asking = Math.max(0, player.asking - 1);
      if (word.reason !== OK) player.sure(S2C.notice, { notice: NOTICES.refused, value: word.reason, text: word.text });
      break;
  }
}
