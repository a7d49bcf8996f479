// Beasts over the border: one that chases beyond its region is handed to the neighbour as it is, in mid-leap, and comes home the same way.
// In: strays of the core, words of neighbours. Out: guests in this world, own beasts away or back. Nothing of value is in it, so a word is
// enough: a beast whose news are lost rises again at home after a while, and a guest that stays too long is sent off before that.
import { CARRY_BYTES } from '../../../assembly/layout';
import { monsters } from '../../shared/content';
import { type Migrant, type News, wordTo } from '../neighbours';
import { fromBase64, toBase64 } from '../parcels';
import { type Creature, settleOf } from '../population';
import type { World } from '../world';

/** A guest is sent off after this long, and counts as lost at home a little later. */
const GUEST_MS = 4 * 60_000;
const LOST_MS = 5 * 60_000;
/** Before the core would raise a fallen guest here. */
const EARLY_MS = 2_000;

/** It stands beyond our bounds: whose it is now has it, if there is a link to him; otherwise nobody is there, and it will turn round. */
export function migrate(world: World, creature: Creature): void {
  const { core } = world.sim;
  const { entity, home, spawn, kind, level } = creature;
  const to = world.ownerAt(core.x(entity), core.z(entity));
  if (to === world.footing.region || creature.rises_ms || !world.footing.links.has(to)) return;
  const body = toBase64(world.sim.at(core.carry(entity), CARRY_BYTES));
  (wordTo(world, to).migrants ??= []).push({ home, spawn, kind: kind.id, level, body });
  world.handOff(entity, to);
  world.creatures.delete(entity);
  if (home === world.footing.region) {
    world.unborn.push({ spawn, rises_ms: world.now_ms + LOST_MS, settle: settleOf(world, spawn) });
  }
}

export function takeMigrant(world: World, { home, spawn, kind: number, level, body }: Migrant): void {
  const kind = monsters.get(number);
  world.sim.give(fromBase64(body));
  const entity = kind ? world.sim.core.land() : 0;
  if (!kind || !entity) {
    world.counters.count('migrant.refused');
    return;
  }
  const isOwn = home === world.footing.region;
  if (isOwn) world.unborn = world.unborn.filter(unborn => unborn.spawn !== spawn);
  const until_ms = isOwn ? Infinity : world.now_ms + GUEST_MS;
  world.creatures.set(entity, { entity, home, spawn, kind, level, rises_ms: 0, until_ms });
}

/** One of ours fell next door (or is lost there): it rises at home when its time has come. */
export function takeNews(world: World, { home, spawn, rises_ms }: News): void {
  if (home !== world.footing.region) return;
  for (const unborn of world.unborn) if (unborn.spawn === spawn) unborn.rises_ms = rises_ms;
}

/** A guest fell here: his home is told when it may raise him. */
export function tellHome(world: World, { home, spawn, rises_ms }: Creature): void {
  if (home !== world.footing.region) (wordTo(world, home).news ??= []).push({ home, spawn, rises_ms });
}

/** Guests and summoned ones that outstayed go, and those who are dead when their time has come: guests rise at home. */
export function sendOffGuests(world: World): void {
  if (!world.onTheSecond) return;
  for (const { entity, until_ms, rises_ms } of world.creatures.values()) {
    const isOver = until_ms !== Infinity && world.now_ms >= (rises_ms ? rises_ms - EARLY_MS : until_ms);
    if (!isOver) continue;
    world.sim.core.despawn(entity);
    world.creatures.delete(entity);
    world.corpses.delete(entity);
  }
}
