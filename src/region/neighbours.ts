// What is seen and done over the borders: own bodies near one are shown to the neighbour, his are ghosts in our core, and what is done to
// a ghost is told to its owner, who decides. In: what neighbours said since the last tick, what happened in this one. Out: one frame of
// bodies and, when there is something to say, one text for each neighbour.
import { RING_1_M, RING_2_M, RING_3_M, TICKS_PER_SECOND } from '../../assembly/layout';
import { type Body, S2C } from '../shared/protocol/messages';
import { ALL_REGIONS, boundsOf, distanceTo, neighboursOf, numberOf, type RegionKey } from '../shared/regions';
import type { Stack } from '../shared/rules/inventory';
import { wantedQuestItems } from '../shared/rules/quests';
import type { Outcome } from '../shared/sim';
import type { Player } from './player';
import { hearOver } from './systems/chat';
import { takeMigrant, takeNews } from './systems/migrants';
import { type Colours, coloursOf, personOf } from './systems/who';
import type { World } from './world';

/** So far one sees over a border. */
export const SIGHT_M = RING_3_M;
/** Nobody goes farther within the second that a pace holds. */
const STRIDE_M = 12;

type Person = Body<typeof S2C.who>['people'][number];
type Line = Body<typeof S2C.chat>;

/** Somebody of a neighbour's who stands near the border. */
export interface Stranger extends Person {
  home: RegionKey;
  /** '' for villagers. */
  character: string;
  level: number;
  /** Quest items that may fall for him. */
  wanted: number[];
  /** Of his guild; null: none. */
  colours: Colours | null;
}

/** A beast that goes over the border; it stays its home's to raise again. */
export interface Migrant {
  home: RegionKey;
  spawn: number;
  kind: number;
  level: number;
  body: string;
}

/** What became of a beast that went over the border: it lies dead until then, or (0) nobody knows. */
export interface News {
  home: RegionKey;
  spawn: number;
  rises_ms: number;
}

/** One text over a link. */
export interface Word {
  meet?: Stranger[];
  strikes?: [source: number, target: number, ability: number, amount: number, flags: number][];
  say?: { line: Line; x: number; z: number; account: string }[];
  region?: { line: Line; account: string }[];
  /** What lies in a corpse over here for somebody over there. */
  loot?: { character: string; corpse: number; gold: number; items: Stack[] }[];
  migrants?: Migrant[];
  news?: News[];
}

/** Before the step: ghosts are where their owners say, and blows from next door land. */
export function hearNeighbours(world: World): void {
  for (const { from, data } of world.footing.links.drain()) {
    if (typeof data === 'string') hearText(world, from, data);
    else see(world, from, new Uint8Array(data));
  }
}

function see(world: World, from: RegionKey, bytes: Uint8Array): void {
  const { core } = world.sim;
  world.sim.give(bytes);
  const bad = core.readBorder(bytes.length, numberOf(from));
  if (!bad) return;
  world.counters.count('border.refused');
  console.error({ event: 'border_refused', region: world.footing.region, from, at: bad - 1 });
}

/** A neighbour of another version may say what we do not understand: passed over, because nothing of value is in it alone. */
function hearText(world: World, from: RegionKey, text: string): void {
  let word: Word;
  try {
    word = JSON.parse(text) as Word;
  } catch (error) {
    world.counters.count('word.refused');
    console.error({ event: 'word_refused', region: world.footing.region, from, error: String(error) });
    return;
  }
  hearWord(world, from, word);
}

function hearWord(world: World, from: RegionKey, word: Word): void {
  const { core } = world.sim;
  for (const stranger of word.meet ?? []) world.strangers.set(stranger.id, { ...stranger, home: from });
  for (const [source, target, ability, amount, flags] of word.strikes ?? []) core.strike(source, target, ability, amount, flags);
  for (const { line, x, z, account } of word.say ?? []) hearOver(world, line, { x, z }, account);
  for (const { line, account } of word.region ?? []) hearOver(world, line, null, account);
  for (const { character, ...loot } of word.loot ?? []) world.byCharacter.get(character)?.sure(S2C.corpse, loot);
  for (const migrant of word.migrants ?? []) takeMigrant(world, migrant);
  for (const news of word.news ?? []) takeNews(world, news);
}

/** An outcome of the core: one of ours did something to a ghost. */
export function reachOver(world: World, { a, b, ability, value, flags }: Outcome): void {
  const peer = ALL_REGIONS[world.sim.core.ghostPeer(b)];
  if (peer) (wordTo(world, peer).strikes ??= []).push([a, b, ability, value, flags]);
  else world.counters.count('reach.nobody');
}

/** What is to be said to a neighbour at the end of this tick. */
export function wordTo(world: World, peer: RegionKey): Word {
  let word = world.words.get(peer);
  if (!word) {
    word = {};
    world.words.set(peer, word);
  }
  return word;
}

/** Once a second, spread over its ticks: which neighbours somebody here can see, and who there should know our people by name. */
export function lookOver(world: World): void {
  const { links, region } = world.footing;
  introduceAll(world);
  if (!world.onTheSecond) return;
  for (const peer of neighboursOf(world.division, region, SIGHT_M)) {
    const ours_m = nearestTo(world, peer, world.players.keys());
    if (ours_m <= SIGHT_M) links.reach(peer, world.now_ms);
    if (links.has(peer)) links.setPace(peer, paceOf(Math.min(ours_m, nearestTo(world, region, playersOf(world, peer)))));
    else world.introduced.delete(peer);
  }
  links.prune(world.now_ms);
  for (const id of world.strangers.keys()) if (!world.sim.core.alive(id)) world.strangers.delete(id);
}

/** Metres from a region to the nearest of these bodies; infinite without any. */
function nearestTo({ sim: { core } }: World, region: RegionKey, bodies: Iterable<number>): number {
  const bounds = boundsOf(region);
  let nearest_m = Infinity;
  for (const id of bodies) nearest_m = Math.min(nearest_m, distanceTo(bounds, core.x(id), core.z(id)));
  return nearest_m;
}

function* playersOf({ strangers, sim }: World, peer: RegionKey): Iterable<number> {
  for (const { id, home, character } of strangers.values()) if (character && home === peer && sim.core.alive(id)) yield id;
}

/**
 * What stands beyond the border is at least as far from every player as the border is, and is told as often as his screen is told of what is so far
 * away; between two frames ghosts go on by themselves. `away_m`: of the nearest player on either side.
 */
function paceOf(away_m: number): number {
  return away_m <= RING_1_M + STRIDE_M ? 1 : away_m <= RING_2_M + STRIDE_M ? 2 : 4;
}

/** Tells neighbours of everybody with a name near them, and again when something of it changed. */
function introduceAll(world: World): void {
  for (const [id, player] of world.players) if (world.turnOf(id, TICKS_PER_SECOND)) introduce(world, id, player);
  for (const id of world.villagers.keys()) if (world.turnOf(id, TICKS_PER_SECOND)) introduce(world, id);
}

function introduce(world: World, id: number, player?: Player): void {
  const x = world.sim.core.x(id);
  const z = world.sim.core.z(id);
  let stranger: Stranger | null = null;
  let text = '';
  for (const peer of world.footing.links.peers) {
    if (distanceTo(boundsOf(peer), x, z) > SIGHT_M + STRIDE_M) continue;
    stranger ??= strangerOf(world, id, player);
    if (!stranger) return;
    text ||= JSON.stringify(stranger);
    const known = knownTo(world, peer);
    if (known.get(id) === text) continue;
    known.set(id, text);
    (wordTo(world, peer).meet ??= []).push(stranger);
  }
}

function strangerOf(world: World, id: number, player?: Player): Stranger | null {
  const person = personOf(world, id);
  return (
    person && {
      ...person,
      home: world.footing.region,
      character: player?.character.id ?? '',
      level: player?.character.level ?? 0,
      colours: coloursOf(world, id),
      wanted: player ? [...wantedQuestItems(player.character)] : [],
    }
  );
}

/** Whom that neighbour has been told of, and how. */
function knownTo({ introduced }: World, peer: RegionKey): Map<number, string> {
  let known = introduced.get(peer);
  if (!known) {
    known = new Map();
    introduced.set(peer, known);
  }
  return known;
}

/** After the snapshots: every neighbour who is linked sees what stands near him, and what happened since he saw it last. */
export function showNeighbours(world: World): void {
  const { core } = world.sim;
  const { links } = world.footing;
  for (const peer of links.peers) {
    if (!links.isDue(peer, world.tick)) continue;
    const { west, north, east, south } = boundsOf(peer);
    const bytes = core.writeBorder(west, north, east, south, SIGHT_M);
    links.post(peer, world.sim.at(core.framePtr(), bytes));
  }
}

/** After the write, because some of it is of value: what there is to say. */
export function tellNeighbours(world: World): void {
  const { links } = world.footing;
  for (const [peer, word] of world.words) if (links.has(peer)) links.post(peer, JSON.stringify(word));
  world.words.clear();
}
