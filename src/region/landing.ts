// What comes out of parcels: characters who crossed a border, shares of kills next door, estates of regions that divided or merged.
// In: parcels, inside the transfer's transaction. Out: rows, and in the next tick bodies that go on as they were.
import { FLAG_ADRIFT } from '../../assembly/layout';
import type { Address } from '../ports';
import { monsters } from '../shared/content';
import { ADRIFT_MS } from '../shared/protocol/limits';
import { CAUSE_KILL } from '../shared/protocol/messages';
import { tally, tallyKill } from '../shared/rules/deeds';
import { Journal } from '../shared/rules/journal';
import { xpOfKill } from '../shared/rules/levels';
import { applyEvent } from '../shared/rules/quests';
import { gainKillXp } from '../shared/rules/rest';
import type { Parcel, Taken } from '../transfer/ports';
import { embody, wear } from './body';
import { takeGoods } from './goods';
import type { Held } from './held';
import { fromBase64, type Motion, readParcel, type Share, writeParcel } from './parcels';
import { Player } from './player';
import { settleEstate } from './reshape';
import { bringCalls } from './systems/calls';
import { count } from './systems/deeds';
import { standTo } from './systems/laws';
import { checkpointOf } from './systems/runs';
import { tellGain, tellLevels } from './tell';
import { bringWaits } from './waits';
import type { Footing, World } from './world';

export interface Landing {
  held: Held;
  motion: Motion;
}

/** How far behind a body may be and still make up for it: the ticks it was on its way. */
const MOST_BEHIND_MS = 1_000;

/** Takes parcels in; what they did to the rows is in memory too when this returns. Answers with the last one taken. */
export function takeParcels(footing: Footing, world: World | null, from: Address, parcels: readonly Parcel[]): Taken {
  return footing.store.transfers.receive(from, parcels, (kind, body) => takeParcel(footing, world, kind, body));
}

/** What one parcel does to the rows, inside its transaction. Returns what it does to memory, for after it. */
function takeParcel(footing: Footing, world: World | null, kind: string, body: string): () => void {
  const { store, custody, landings, counters } = footing;
  if (kind === 'character') {
    const handed = readParcel('character', body);
    const held = store.holdings.land(handed, Date.now());
    if (!held) return () => counters.count('transfer.stale');
    return () => {
      custody.adopt(held);
      landings.push({ held, motion: handed.motion });
      counters.count('crossing.in');
    };
  }
  if (kind === 'share') return takeShare(footing, world, readParcel('share', body));
  if (kind === 'goods') return takeGoods(footing, world, readParcel('goods', body));
  if (kind !== 'estate') throw new Error(`no parcel is called ${kind}`);
  const estate = readParcel('estate', body);
  store.takeEstate(estate);
  return () => {
    if (world) settleEstate(world, estate);
  };
}

/** Points and quest counts for a fight next door; whoever went on meanwhile is followed. For who has left it comes too late: D1 may have him. */
function takeShare(footing: Footing, world: World | null, share: Share): () => void {
  const { store, custody, counters } = footing;
  const held = custody.held.get(share.character);
  const kind = monsters.all.find(({ key }) => key === share.monster);
  if (!held || held.leaving || !kind) {
    const passed = store.holdings.passed(share.character);
    if (!passed || passed.epoch <= share.followed) return () => counters.count('share.lost');
    store.transfers.send(passed.receiver, 'share', writeParcel('share', { ...share, followed: passed.epoch }));
    return () => counters.count('share.passed');
  }
  const { character } = held;
  const journal = new Journal();
  const points = Math.round((xpOfKill(kind, share.level, character.level) * share.permille) / 1000);
  const { xp, bonus, levels } = gainKillXp(character, journal, points);
  applyEvent(character, journal, { kind: 'kill', monster: kind.key, level: share.level });
  tallyKill(character, kind);
  tally(character, 'rested', bonus);
  if (!journal.empty) store.writeJournal(held, journal, Date.now());
  return () => {
    const player = world?.byCharacter.get(character.id);
    if (!player) return;
    // Deeds that come of it are granted at the end of this turn.
    player.tallied = player.untold = true;
    if (journal.empty) return;
    // Its record is told with the next turn's write.
    player.journal.character = true;
    if (xp > 0) tellGain(player, CAUSE_KILL, { xp });
    tellLevels(player, levels);
  };
}

/** Raises the bodies of those who crossed, where and as they were, and finds the sockets that wait for them. */
export function welcomeLandings(world: World): void {
  const { landings } = world.footing;
  for (const landing of landings.splice(0)) {
    const { character } = landing.held;
    // It may have gone on already, or a rebuild may have raised it from its row.
    if (world.footing.custody.held.get(character.id) !== landing.held || world.byCharacter.has(character.id)) continue;
    raise(world, landing);
    // The newest login plays; older sockets that wait for the same body are told so when they knock.
    const waiting = [...world.sessions].filter(session => session.state === 'joining' && session.character === character.id);
    const [newest] = waiting.toSorted((a, b) => b.login_ms - a.login_ms || b.id - a.id);
    if (newest) world.footing.arrivals.push(newest);
  }
}

function raise(world: World, { held, motion }: Landing): void {
  const { core } = world.sim;
  if (motion.body) world.sim.give(fromBase64(motion.body));
  const entity = motion.body ? core.land() : 0;
  const player = entity ? new Player(held, entity) : embody(world, held);
  if (entity) wear(world, player);
  else world.counters.count('landing.anew');
  const goal = motion.goal && (checkpointOf(world) ?? motion.goal);
  if (goal) core.teleport(player.entity, goal.x, Number.NaN, goal.z, Math.PI);
  player.motion = motion;
  player.lean = motion.lean ?? null;
  player.login_ms = motion.login_ms;
  player.sparedUntil_ms = motion.spared_ms ?? 0;
  bringCalls(player, motion.calls ?? []);
  if (motion.waits) bringWaits(player, motion.waits);
  standTo(world, player);
  player.adriftUntil_ms = motion.adriftUntil_ms || world.now_ms + ADRIFT_MS;
  if (motion.adriftUntil_ms) core.setFlag(player.entity, FLAG_ADRIFT, 1);
  world.strangers.delete(player.entity);
  world.players.set(player.entity, player);
  world.byCharacter.set(held.character.id, player);
  if (!motion.goal) count(player, 'border');
}

/** Client ticks that passed while the body was on its way: it may make up for them. */
export function ticksBehind(motion: Motion, now_ms: number, tick_ms: number): number {
  return Math.round(Math.min(MOST_BEHIND_MS, Math.max(0, now_ms - motion.frozen_ms)) / tick_ms);
}
