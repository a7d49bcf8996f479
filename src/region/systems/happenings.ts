// What happens by itself where somebody is near: beasts that come in waves, beaten or not, and a reward for all who helped, by what each did.
// In: the clock, the place, deaths and shares. Once an hour it is a boss, at one lair of the whole world. Out: beasts of no camp, words to all in the region, rewards written before they are told. It
// lives in memory alone: a region that begins anew has none, and whoever comes later finds the next.
import { monsters } from '../../shared/content';
import { type Happening, HOURLY } from '../../shared/content/happenings';
import {
  CAUSE_HAPPENING,
  CHANNEL_REGION,
  HAPPENING_LOST,
  HAPPENING_ON,
  HAPPENING_OVER,
  HAPPENING_WON,
  S2C,
} from '../../shared/protocol/messages';
import { MEDAL_EFFORT } from '../../shared/rules/front';
import {
  applyReward,
  hadReward,
  hourAt,
  levelAt,
  type Medal,
  medalOf,
  RING_M,
  type Slot,
  type Spot,
  slotAt,
  spotNear,
  spotsOf,
  takeOnce,
} from '../../shared/rules/happenings';
import type { Outcome } from '../../shared/sim';
import type { Player } from '../player';
import { bearSummoned, sendOff } from '../population';
import { tellGain, tellLevels } from '../tell';
import type { World } from '../world';
import { hearOver } from './chat';
import { letGrow, placeBoss } from './encounters';
import { strive } from './front';

/** The next wave comes after a breath. */
const BREATH_MS = 4_000;
/** They stay so much longer than it lasts, if nobody sends them off. */
const LONGER_MS = 60_000;
/** More hands, more beasts: one more for each helper beyond the second, up to so many. */
const MOST_MORE = 6;
/** Nobody within this of the spot: it goes on without witnesses, and so not at all. */
const WITNESS_M = 220;

/** What goes on in a region just now. */
export interface Live {
  readonly slot: number;
  readonly happening: Happening;
  readonly spot: Spot;
  readonly level: number;
  readonly until_ms: number;
  wave: number;
  /** Beasts of this wave that still stand. */
  readonly foes: Set<number>;
  /** What each did: sums of permille of kills, by character. */
  readonly did: Map<string, number>;
  /** When the next wave comes; 0: this one still stands. */
  next_ms: number;
}

/** What the region remembers of happenings: kept with the world, gone with it. */
export class Happenings {
  /** Off: nothing begins by itself (HAPPENINGS=off, for who measures). */
  isOn: boolean;
  live: Live | null = null;
  /** The last slot that had its happening, or its chance of one; and the last hour. */
  slot = 0;
  hour = 0;
  /** The hour that was announced here. */
  announced = 0;

  constructor(isOn: boolean) {
    this.isOn = isOn;
  }
}

/** Once a second: begins what is due, brings the next wave, ends what is won, lost or unseen. */
export function happen(world: World): void {
  if (!world.onTheSecond) return;
  const { happenings } = world;
  const { live } = happenings;
  if (happenings.isOn) announceHour(world);
  if (live) goOn(world, live);
  else if (happenings.isOn && !beginHour(world)) begin(world);
}

/** A little before the hour the whole world hears where its boss will come. */
function announceHour(world: World): void {
  const { happenings, now_ms } = world;
  const { number, begins_ms, lair } = hourAt(now_ms);
  if (now_ms >= begins_ms || happenings.announced === number) return;
  happenings.announced = number;
  const minutes = Math.max(1, Math.round((begins_ms - now_ms) / 60_000));
  const text = `The ground moves at ${lair.name}. Old Grumbleback will be up in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
  hearOver(world, { channel: CHANNEL_REGION, from: HOURLY.name, fromEntity: 0, to: '', text, time: now_ms }, null);
}

/** The boss of the hour comes to its lair, if that is here and somebody is who has not had his reward of it; true while it is due. */
function beginHour(world: World): boolean {
  const { happenings, place, now_ms } = world;
  const slot = hourAt(now_ms);
  const { number, begins_ms, ends_ms, lair, happening } = slot;
  if (lair.place !== place.key || happenings.hour === number || now_ms < begins_ms || now_ms >= ends_ms) return false;
  if (!world.owns(lair.x, lair.z)) return false;
  const comers = [...world.players.values()].filter(
    ({ playing, character }) => playing && !hadReward(character, happening, number),
  );
  if (!comers.length) return false;
  happenings.hour = number;
  start(world, slot, lair, ends_ms);
  return true;
}

function begin(world: World): void {
  const { happenings, place, now_ms } = world;
  const slot = slotAt(place, now_ms);
  if (!slot || slot.number === happenings.slot || now_ms < slot.begins_ms) return;
  const people = placesOf(world);
  if (!people.length) return;
  const spot = spotNear(
    spotsOf(place, slot.happening.ground).filter(({ x, z }) => world.owns(x, z)),
    people,
  );
  // Nobody near enough yet: whoever comes by within the slot still finds it.
  if (spot) start(world, slot, spot);
}

function start(world: World, { number, happening }: Slot, spot: Spot, until_ms = world.now_ms + happening.lasts_s * 1000): void {
  const level = Math.max(levelAt(world.place, spot), leastOf(happening));
  const live: Live = {
    slot: number,
    happening,
    spot,
    level,
    until_ms,
    wave: 0,
    foes: new Set(),
    did: new Map(),
    next_ms: 0,
  };
  if (happening !== HOURLY) world.happenings.slot = number;
  world.happenings.live = live;
  bringWave(world, live);
  tellAll(world, live, HAPPENING_ON);
}

/** A boss is never of less than its kind's lowest level. */
const leastOf = ({ waves }: Happening): number =>
  Math.max(1, ...waves.flat().map(({ monster }) => (monsters.key(monster).boss ? monsters.key(monster).level[0] : 1)));

function goOn(world: World, live: Live): void {
  const { foes, happening } = live;
  const before = foes.size + live.wave;
  for (const entity of foes) if (!stands(world, entity)) foes.delete(entity);
  const isBeaten = !foes.size && !live.next_ms;
  if (!world.owns(live.spot.x, live.spot.z) || (happening !== HOURLY && !isSeen(world, live))) end(world, live, HAPPENING_OVER);
  else if (isBeaten && live.wave === happening.waves.length) win(world, live);
  else if (world.now_ms >= live.until_ms) end(world, live, HAPPENING_LOST);
  else {
    if (isBeaten) live.next_ms = world.now_ms + BREATH_MS;
    else if (live.next_ms && world.now_ms >= live.next_ms) bringWave(world, live);
    if (foes.size + live.wave !== before) tellAll(world, live, HAPPENING_ON);
  }
}

function isSeen(world: World, { spot }: Live): boolean {
  return placesOf(world).some(({ x, z }) => Math.hypot(x - spot.x, z - spot.z) < WITNESS_M);
}

/** It stands here, or went over a border in chase and is not ours to count any more. */
function stands(world: World, entity: number): boolean {
  const creature = world.creatures.get(entity);
  return creature !== undefined && !creature.rises_ms;
}

function bringWave(world: World, live: Live): void {
  const { happening, spot, level } = live;
  const more = Math.min(MOST_MORE, Math.max(0, live.did.size - 2));
  live.next_ms = 0;
  const troops = happening.waves[live.wave++];
  const count = troops.reduce((sum, troop) => sum + troop.count, more);
  let placed = 0;
  for (const [i, { monster, count: own, rise = 0 }] of troops.entries()) {
    const kind = monsters.key(monster);
    if (kind.boss) {
      const boss = placeBoss(world, monster, level, spot.x, spot.z, live.until_ms + LONGER_MS);
      letGrow(world, boss);
      live.foes.add(boss);
      continue;
    }
    for (let n = 0; n < own + (i ? 0 : more); n++) {
      const angle = (placed++ / count) * 2 * Math.PI;
      const [x, z] = [spot.x + Math.sin(angle) * RING_M, spot.z + Math.cos(angle) * RING_M];
      live.foes.add(bearSummoned(world, kind, level + rise, x, z, live.until_ms + LONGER_MS));
    }
  }
}

/** Somebody had a share in the death of one of them: of a boss, by what he did in its fight. */
export function countHelp(world: World, { a, b, value }: Outcome): void {
  const { live } = world.happenings;
  const player = world.players.get(b);
  if (!live?.foes.has(a) || !player) return;
  const { id } = player.character;
  live.did.set(id, (live.did.get(id) ?? 0) + value);
}

function win(world: World, live: Live): void {
  world.happenings.live = null;
  const whole = [...live.did.values()].reduce((sum, did) => sum + did, 0);
  for (const player of world.players.values()) {
    const did = live.did.get(player.character.id) ?? 0;
    const earned = whole ? medalOf(did / whole, live.did.size) : 0;
    const medal = earned && isFirstTime(player, live) ? earned : 0;
    if (medal) reward(player, live, medal);
    if (medal) strive(world, player, medal * MEDAL_EFFORT);
    // After the reward is written.
    player.sure(S2C.happening, wordOf(world, live, HAPPENING_WON, medal));
  }
}

/** What comes by the hour is paid once an hour, however often a region begins anew. */
const isFirstTime = ({ character, journal }: Player, { happening, slot }: Live): boolean =>
  happening !== HOURLY || takeOnce(character, journal, happening, slot);

function reward(player: Player, { happening, level }: Live, medal: Medal): void {
  const { character, journal } = player;
  const { xp, gold, levels } = applyReward(character, journal, happening, level, medal);
  journal.character = true;
  tellGain(player, CAUSE_HAPPENING, { xp, gold });
  tellLevels(player, levels);
}

/** It ends without a winner: who still stands goes where he came from. */
function end(world: World, live: Live, state: number): void {
  world.happenings.live = null;
  for (const entity of live.foes) sendOff(world, entity);
  tellAll(world, live, state);
}

/** Where people are who look on, alive or not. */
function placesOf(world: World): Spot[] {
  const { core } = world.sim;
  return [...world.players.values()]
    .filter(({ playing }) => playing)
    .map(({ entity }) => ({ x: core.x(entity), z: core.z(entity) }));
}

function tellAll(world: World, live: Live, state: number): void {
  const word = wordOf(world, live, state, 0);
  for (const player of world.players.values()) player.soon(S2C.happening, word);
}

/** Whoever comes while something goes on hears of it. */
export function tellHappening(world: World, player: Player): void {
  const { live } = world.happenings;
  if (live) player.soon(S2C.happening, wordOf(world, live, HAPPENING_ON, 0));
}

function wordOf(world: World, { happening, spot, level, until_ms, wave, foes }: Live, state: number, medal: Medal) {
  return {
    happening: happening.id,
    state,
    x: Math.round(spot.x),
    z: Math.round(spot.z),
    left_s: Math.max(0, Math.ceil((until_ms - world.now_ms) / 1000)),
    wave,
    waves: happening.waves.length,
    foes: foes.size,
    level,
    medal,
  };
}
